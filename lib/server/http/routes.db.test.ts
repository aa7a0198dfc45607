import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { authorise } from "@/lib/domain/access/authorise";
import { PERMISSION_NAMES, ROLES, type Permission } from "@/lib/domain/access/permissions";
import { openSession, sessionCookieName } from "../session";
import { freshDatabase, testCity } from "../testing/database";
import { API_ROUTES, PAGES, type ApiRoute, type RouteAccess } from "../testing/routes";
import type { RouteHandler } from "./handler";

const test = freshDatabase();
const ROOT = process.cwd();
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
const filesNamed = (name: string): string[] =>
  readdirSync(join(ROOT, "app"), { recursive: true, encoding: "utf8" })
    .map((file) => `app/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(`/${name}`));
const isPermission = (access: RouteAccess): access is Permission => PERMISSION_NAMES.some((name) => name === access);
const label = ([method, path]: ApiRoute) => `${method} ${path}`;

type RouteModule = Readonly<Record<string, unknown>>;
const modules = new Map<string, RouteModule>();
let cookies: { own: Record<string, string>; foreign: string };
let ownCity: Awaited<ReturnType<typeof testCity>>;

beforeAll(async () => {
  for (const file of filesNamed("route.ts")) {
    const path = file.replace(/^app\/api\/v1\//, "").replace(/\/route\.ts$/, "");
    modules.set(path, (await import(/* @vite-ignore */ pathToFileURL(join(ROOT, file)).href)) as RouteModule);
  }
  ownCity = await testCity(test.database, "eigen");
  const other = await testCity(test.database, "fremd");
  const cookie = async (userId: string) => `${sessionCookieName()}=${await openSession(test.database, userId, null)}`;
  const own = await Promise.all(ROLES.map(async (role) => [role, await cookie(ownCity.actors[role].userId)] as const));
  cookies = { own: Object.fromEntries(own), foreign: await cookie(other.actors.administrator.userId) };
});

const SOME_ID = "0190a000-0000-7000-8000-000000000000";

/** Calls the real handler. The body holds a field that no schema knows, so that nobody who gets through changes anything. */
async function call(route: ApiRoute, cookie: string | null, site = "same-origin"): Promise<Response> {
  const [method, path] = route;
  const handler = modules.get(path)?.[method] as RouteHandler;
  const params = { city: "eigen", ...(path.includes("[id]") ? { id: SOME_ID } : {}) };
  const request = new Request(`http://localhost/api/v1/${path.replace("[city]", "eigen").replace("[id]", SOME_ID)}`, {
    method,
    headers: { accept: "application/json", "sec-fetch-site": site, ...(cookie === null ? {} : { cookie }) },
    ...(method === "GET" ? {} : { body: '{"no-such-field":1}' }),
  });
  if (method !== "GET") request.headers.set("content-type", "application/json");
  return handler(request, { params: Promise.resolve(params) });
}

describe("the table of API routes", () => {
  it("has exactly one line for every route and method on disk", () => {
    const onDisk = [...modules].flatMap(([path, module]) =>
      METHODS.filter((method) => module[method] !== undefined).map((method) => `${method} ${path}`),
    );
    expect(API_ROUTES.map(label).sort()).toEqual(onDisk.sort());
  });
  it.each(API_ROUTES)("%s %s asks for %s", (method, path, access) => {
    const handler = modules.get(path)?.[method] as RouteHandler | undefined;
    expect(handler, "the route exists").toBeTypeOf("function");
    expect(handler?.access, "made by defineHandler or defineDownload").toBe(access);
    expect(isPermission(access), "an address below a city asks for a permission in it").toBe(
      path.startsWith("cities/"),
    );
  });
});

describe("every API route refuses", () => {
  const closed = API_ROUTES.filter(([, , access]) => access !== "public");
  const inCity = API_ROUTES.filter(([, , access]) => isPermission(access));

  it.each(closed)("%s %s without a session", async (...route) => {
    expect((await call(route, null)).status).toBe(401);
  });
  it.each(closed)("%s %s with a session that is none", async (...route) => {
    expect((await call(route, `${sessionCookieName()}=${"x".repeat(43)}`)).status).toBe(401);
  });
  it.each(inCity)("%s %s to the administrator of another city, as if this one did not exist", async (...route) => {
    expect((await call(route, cookies.foreign)).status).toBe(404);
  });
  it.each(inCity)("%s %s to every role without the permission, and to no other", async (...route) => {
    const [, path, permission] = route;
    for (const role of ROLES) {
      const { status } = await call(route, cookies.own[role] ?? "");
      if (authorise(ownCity.actors[role], permission as Permission).refused) expect(status, role).toBe(403);
      else expect(path.includes("[id]") ? [404, 422] : [200, 422], role).toContain(status);
    }
  });
  it.each(API_ROUTES.filter(([method]) => method !== "GET"))("%s %s from another site", async (...route) => {
    for (const site of ["cross-site", "same-site", "none"]) {
      expect((await call(route, cookies.own["administrator"] ?? "", site)).status, site).toBe(403);
    }
  });
});

describe("the table of pages", () => {
  const files = filesNamed("page.tsx");
  const fileOf = (path: string) => (path === "" ? "app/page.tsx" : `app/${path}/page.tsx`);

  it("has exactly one line for every page on disk", () => {
    expect(PAGES.map(([path]) => fileOf(path)).sort()).toEqual(files.sort());
  });
  it.each(PAGES)("%s reads through one loader that asks for %s", (path, access) => {
    const source = readFileSync(join(ROOT, fileOf(path)), "utf8");
    expect(isPermission(access), "a page of a city asks for a permission in it").toBe(path.startsWith("c/"));
    // Frames bring no data of a city with them; a title is read for the head of the document, behind a guard of its own.
    const loaders = new Set(source.match(/\bload[A-Z]\w*(?=\()/g)?.filter((name) => !/^load(Plain)?Frame$/.test(name)));
    const called = [...loaders].filter((name) => !name.endsWith("Title"));
    for (const name of loaders) if (access !== "public") expect(guardsOf(name, source), name).not.toEqual([]);
    if (access !== "public") expect(called, "loaders called").toHaveLength(1);
    for (const name of called) {
      const guards = guardsOf(name, source);
      if (access === "public") expect(guards).toEqual([]);
      else if (access === "session") expect(guards).toEqual(["session"]);
      else {
        expect(guards).toContain(access);
        // Whoever has the permission of the table gets past every guard on the way, and nobody else does.
        const roles = ROLES.filter((role) => guards.every((guard) => passes(role, guard)));
        expect(roles).toEqual(ROLES.filter((role) => passes(role, access)));
      }
    }
  });
});

const passes = (role: (typeof ROLES)[number], permission: string): boolean =>
  !authorise(ownCity.actors[role], permission as Permission).refused;

/** What a loader demands, read from its source: its own guards and those of the functions it calls in the same file. */
function guardsOf(loader: string, pageSource: string): readonly string[] {
  const imports = [
    ...pageSource.matchAll(/import\s*\{([^}]*)\}\s*from\s*"@\/(lib\/features\/[\w-]+\/loaders[\w-]*)"/g),
  ];
  const file = imports.find(([, names]) => names?.split(",").some((name) => name.trim() === loader))?.[2];
  if (file === undefined) throw new Error(`${loader} does not come from a feature's loaders`);
  const source = readFileSync(join(ROOT, `${file}.ts`), "utf8");
  const starts = [...source.matchAll(/^(?:export )?(?:async )?(?:function|const) (\w+)/gm)];
  const parts = new Map(
    starts.map((start, index) => [
      start[1] ?? "",
      source.slice(start.index, starts[index + 1]?.index ?? source.length),
    ]),
  );
  const seen = new Set<string>();
  const visit = (name: string): string[] => {
    const text = parts.get(name);
    if (text === undefined || seen.has(name)) return [];
    seen.add(name);
    const own = [...text.matchAll(/\brequire(?:Grant\(\s*\w+,\s*"([\w.]+)"|User\()/g)].map(
      (match) => match[1] ?? "session",
    );
    const body = text.slice(text.indexOf(name) + name.length);
    const called = [...parts.keys()].filter((each) => new RegExp(`\\b${each}\\(`).test(body));
    return [...own, ...called.flatMap(visit)];
  };
  return [...new Set(visit(loader))];
}
