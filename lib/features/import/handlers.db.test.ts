import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { RouteHandler } from "@/lib/server/http/handler";
import { findDraft } from "@/lib/server/http/draft";
import { openSession, sessionCookieName } from "@/lib/server/session";
import { freshDatabase, testCity } from "@/lib/server/testing/database";
import * as handlers from "./handlers";

const test = freshDatabase();
const MISSING = "01890000-0000-7000-8000-000000000000";
const cookies: Record<string, string> = {};
let administrator = "";

beforeAll(async () => {
  const here = await testCity(test.database, "hier");
  const there = await testCity(test.database, "dort");
  const session = async (userId: string) => `${sessionCookieName()}=${await openSession(test.database, userId, null)}`;
  for (const [role, actor] of Object.entries(here.actors)) cookies[role] = await session(actor.userId);
  cookies.foreigner = await session(there.actors.administrator.userId);
  administrator = here.actors.administrator.userId;
});

function send(
  handler: RouteHandler,
  who: string,
  options: { method?: "GET" | "POST"; body?: BodyInit; type?: string; id?: string; html?: boolean } = {},
) {
  const { method = "POST", body, type, id, html = false } = options;
  const request = new Request("http://hoheit.test/api/v1/cities/hier/imports", {
    method,
    ...(body === undefined ? {} : { body }),
    headers: {
      host: "hoheit.test",
      accept: html ? "text/html" : "application/json",
      "sec-fetch-site": "same-origin",
      referer: "http://hoheit.test/c/hier/imports",
      ...(cookies[who] ? { cookie: cookies[who] } : {}),
      ...(type ? { "content-type": type } : {}),
    },
  });
  return handler(request, { params: Promise.resolve({ city: "hier", ...(id ? { id } : {}) }) });
}

function form(bytes: Uint8Array<ArrayBuffer> | string, name = "liste.csv"): FormData {
  const data = new FormData();
  data.set("back", "/c/hier/imports");
  data.set("file", new File([bytes], name));
  return data;
}

/** Where a browser is sent, and what the page there would say. */
async function refusal(response: Response): Promise<{ path: string; text: string }> {
  expect(response.status).toBe(303);
  const target = new URL(response.headers.get("location") ?? "", "http://hoheit.test");
  const draft = await findDraft(test.database, target.searchParams.get("draft") ?? undefined, administrator);
  return {
    path: target.pathname,
    text: `${draft?.message} ${String(draft?.params.text ?? "")} ${JSON.stringify(draft?.fields)}`,
  };
}

describe("who may", () => {
  const json = "application/json";
  const writes: readonly [string, RouteHandler, () => { body: BodyInit; type?: string; id?: string }][] = [
    ["upload", handlers.upload, () => ({ body: form("Name\nA\n") })],
    ["plan", handlers.plan, () => ({ body: '{"columns":["name"]}', type: json, id: MISSING })],
    ["commit", handlers.commit, () => ({ body: `{"plan":"${"0".repeat(64)}"}`, type: json, id: MISSING })],
    ["undo", handlers.undo, () => ({ body: "{}", type: json, id: MISSING })],
  ];

  it.each(writes)("%s: only administrators and strategists of this city", async (name, handler, call) => {
    for (const role of ["viewer", "auditor", "approver"])
      expect((await send(handler, role, call())).status, role).toBe(403);
    expect((await send(handler, "service-owner", call())).status).toBe(403);
    expect((await send(handler, "foreigner", call())).status).toBe(404);
    expect((await send(handler, "nobody", call())).status).toBe(401);
    for (const role of ["administrator", "strategist"]) {
      expect((await send(handler, role, call())).status, role).toBe(name === "upload" ? 201 : 404);
    }
  });

  it("downloads: the correction file for readers of imports, the example for those who import", async () => {
    const uploaded = (await (
      await send(handlers.upload, "administrator", { body: form("Name;Kosten pro Jahr\nA;viel\n") })
    ).json()) as { id: string };
    expect(
      (
        await send(handlers.plan, "administrator", {
          body: '{"columns":["name","costPerYear"]}',
          type: json,
          id: uploaded.id,
        })
      ).status,
    ).toBe(200);
    const get = (handler: RouteHandler, who: string, id?: string) =>
      send(handler, who, { method: "GET", ...(id ? { id } : {}) });
    expect((await get(handlers.corrections, "viewer", uploaded.id)).status).toBe(403);
    expect((await get(handlers.corrections, "foreigner", uploaded.id)).status).toBe(404);
    expect((await get(handlers.corrections, "nobody", uploaded.id)).status).toBe(401);
    const file = await get(handlers.corrections, "auditor", uploaded.id);
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(await file.text()).toMatch(/\r\n;2;2;Kosten pro Jahr;viel;.*;A;viel\r\n$/);
    expect((await get(handlers.example, "auditor")).status).toBe(403);
    const example = new Uint8Array(await (await get(handlers.example, "strategist")).arrayBuffer());
    expect(example).toEqual(new Uint8Array(readFileSync("catalogue/examples/oulu-tietojarjestelmaluettelo-2023.csv")));
  });
});

describe("a form with a file that cannot be taken", () => {
  it.each<[string, () => BodyInit, RegExp]>([
    ["no file", () => form("", ""), /required/],
    ["a PDF named CSV", () => form("%PDF-1.7\nx"), /PDF/],
    ["NUL bytes", () => form("Name;Amt\nA\0;B\n"), /NUL/],
    ["21 MB", () => form(new Uint8Array(22_020_096).fill(65)), /20 MB/],
    ["200 MB", () => form(new Uint8Array(200_000_000)), /tooLarge/],
    ["no form at all", () => "x", /malformed|fields?|null/],
  ])("%s: back to the form with a sentence, nothing stored", async (_name, body, message) => {
    const before = await test.database.importRun.count();
    const { path, text } = await refusal(await send(handlers.upload, "administrator", { body: body(), html: true }));
    expect(path).toBe("/c/hier/imports");
    expect(text).toMatch(message);
    expect(await test.database.importRun.count()).toBe(before);
  });

  it("leads from a good file to its mapping, from there to the dry run, the result and back", async () => {
    const uploaded = await send(handlers.upload, "administrator", { body: form("Name;Amt\nA;IT\n"), html: true });
    expect(uploaded.headers.get("location")).toMatch(/^\/c\/hier\/imports\/[0-9a-f-]{36}$/);
    const id = uploaded.headers.get("location")?.split("/").at(-1) ?? "";
    const type = "application/x-www-form-urlencoded";
    const step = (handler: RouteHandler, body: string) =>
      send(handler, "administrator", { body, type, id, html: true });
    expect((await step(handlers.plan, "columns.0=name&columns.1=department")).headers.get("location")).toBe(
      `/c/hier/imports/${id}`,
    );
    const run = await test.database.importRun.findUniqueOrThrow({ where: { id } });
    const { planHash } = run.result as { planHash: string };
    expect((await step(handlers.commit, `plan=${planHash}`)).headers.get("location")).toBe(`/c/hier/imports/${id}`);
    expect(await test.database.service.count({ where: { name: "A" } })).toBe(1);
    expect((await step(handlers.undo, "")).headers.get("location")).toBe(`/c/hier/imports/${id}`);
    expect(await test.database.service.count({ where: { name: "A" } })).toBe(0);
  });
});
