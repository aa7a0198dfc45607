import { describe, expect, it } from "vitest";
import { z } from "zod";
import { text } from "@/lib/features/fields";
import { freshDatabase, testCity } from "../testing/database";
import { ok, refuse } from "../result";
import { openSession, sessionCookieName } from "../session";
import { findDraft } from "./draft";
import { defineHandler } from "./handler";
import { safePath } from "./origin";

const test = freshDatabase();

const echo = defineHandler({
  access: "service.update",
  input: z.strictObject({
    name: text(10),
    secret: z.string().optional(),
    rows: z.array(z.object({ a: z.string() })).optional(),
  }),
  secret: ["secret"],
  run: async ({ grant }, input) =>
    input.name === "taken" ? refuse("conflict", { current: { name: "stored" } }) : ok({ city: grant.cityId, ...input }),
  redirect: ({ name }) => `/done/${name}`,
});

interface Call {
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly city?: string;
}

function call({ cookie, headers = {}, body = "", city = "a" }: Call): Promise<Response> {
  const request = new Request("http://hoheit.test/api/v1/x", {
    method: "POST",
    body,
    headers: {
      host: "hoheit.test",
      accept: "text/html",
      "content-type": "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
  });
  return echo(request, { params: Promise.resolve({ city }) });
}

const json = { accept: "application/json", "content-type": "application/json" };

describe("defineHandler", () => {
  let cookie = "";
  let viewer = "";
  let foreign = "";
  let userId = "";

  it("prepares people", async () => {
    const a = await testCity(test.database, "a");
    const b = await testCity(test.database, "b");
    const session = async (id: string) => `${sessionCookieName()}=${await openSession(test.database, id, null)}`;
    cookie = await session(a.actors.strategist.userId);
    viewer = await session(a.actors.viewer.userId);
    foreign = await session(b.actors.administrator.userId);
    userId = a.actors.strategist.userId;
    expect(cookie).toMatch(/hoheit-session=.{40,}/);
  });

  it("sends a form on with 303 and a program its value", async () => {
    const form = await call({ cookie, body: "name=Mail&rows.0.a=x&rows.1.a=y" });
    expect([form.status, form.headers.get("location")]).toEqual([303, "/done/Mail"]);
    const program = await call({ cookie, headers: json, body: '{"name":"Mail","rows":[{"a":"x"}]}' });
    expect([program.status, await program.json()]).toMatchObject([200, { name: "Mail", rows: [{ a: "x" }] }]);
  });

  it.each([
    [{}, 401],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "none" }, 403],
  ])("refuses %j", async (headers, status) => {
    const response = await call({
      ...(status === 401 ? {} : { cookie }),
      headers: { ...json, ...headers },
      body: '{"name":"x"}',
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it("falls back to Origin for older browsers, and refuses null and foreign ones", async () => {
    const withOrigin = async (origin: string | null) => {
      const request = new Request("http://hoheit.test/api/v1/x", {
        method: "POST",
        body: '{"name":"x"}',
        headers: { host: "hoheit.test", cookie, ...json, ...(origin === null ? {} : { origin }) },
      });
      return (await echo(request, { params: Promise.resolve({ city: "a" }) })).status;
    };
    expect(await withOrigin("http://hoheit.test")).toBe(200);
    expect(await withOrigin("null")).toBe(403);
    expect(await withOrigin("http://evil.test")).toBe(403);
    expect(await withOrigin(null)).toBe(403);
  });

  it("tells the wrong role forbidden, and a stranger to the city nothing at all", async () => {
    expect((await call({ cookie: viewer, headers: json, body: '{"name":"x"}' })).status).toBe(403);
    for (const body of ['{"name":"x"}', '{"nonsense":true}']) {
      expect((await call({ cookie: foreign, headers: json, body })).status).toBe(404);
    }
    expect((await call({ cookie, city: "nowhere", headers: json, body: '{"name":"x"}' })).status).toBe(404);
  });

  it("keeps what was typed into a refused form, without its secrets, for its author only", async () => {
    const response = await call({
      cookie,
      body: "back=%2Fc%2Fa%2Fform%3Ftab%3D1&name=far+too+long+a+name&secret=hush",
    });
    expect(response.status).toBe(303);
    const location = new URL(response.headers.get("location") ?? "", "http://x");
    expect(`${location.pathname}?tab=${location.searchParams.get("tab")}`).toBe("/c/a/form?tab=1");
    const id = location.searchParams.get("draft") ?? "";
    const draft = await findDraft(test.database, id, userId);
    expect(draft?.values).toEqual({ name: "far too long a name" });
    expect(draft?.fields).toEqual([{ path: "name", code: "too-long", params: { max: 10 } }]);
    expect(await findDraft(test.database, id, null)).toBeNull();
  });

  it("gives a program field problems, and a conflict what is stored now", async () => {
    const invalid = await call({ cookie, headers: json, body: '{"name":"a\\u0000b","extra":1}' });
    expect(invalid.status).toBe(422);
    expect(await invalid.json()).toMatchObject({
      type: "urn:hoheit:problem:invalid",
      errors: [{ pointer: "#/name" }, { code: "unknown-field" }],
    });
    const conflict = await call({ cookie, headers: json, body: '{"name":"taken"}' });
    expect([conflict.status, await conflict.json()]).toMatchObject([409, { current: { name: "stored" } }]);
  });

  it("refuses what is no form and no JSON, and bodies without end", async () => {
    expect((await call({ cookie, headers: { ...json }, body: "{" })).status).toBe(422);
    expect((await call({ cookie, headers: { ...json, "content-type": "text/plain" }, body: "x" })).status).toBe(422);
    expect((await call({ cookie, headers: json, body: `{"name":"${"x".repeat(1_100_000)}"}` })).status).toBe(413);
  });

  it("does not let form fields reach into prototypes", async () => {
    await call({ cookie, body: "name=x&__proto__.polluted=1&constructor.prototype.polluted=1" });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("safePath", () => {
  it.each(["//evil.test", "https://evil.test", "/\\evil.test", "javascript:alert(1)", "/a\nb", "", 7, null])(
    "%j leads home",
    (path) => {
      expect(safePath(path, "/home")).toBe("/home");
    },
  );
  it("keeps paths of this site", () => expect(safePath("/c/a?x=1#y", "/home")).toBe("/c/a?x=1#y"));
});
