import { beforeAll, describe, expect, it } from "vitest";
import { ROLES } from "@/lib/domain/access/permissions";
import { methods } from "@/lib/domain/method/registry";
import type { Method } from "@/lib/domain/method/types";
import { auditActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import type { Database } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import type { RouteHandler } from "@/lib/server/http/handler";
import { openSession, sessionCookieName } from "@/lib/server/session";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { rescore } from "../score/mutations";
import { findMethodOf, findOwnMethod, listOwnMethods, methodsOfCity } from "./data";
import { loadTrial, loadUnlocks } from "./data-matrix";
import * as handlers from "./handlers";
import { activateMethod, addMethod, retireMethod } from "./mutations";
import { checkMethodFile, METHOD_STATES, toMethodFile } from "./schema";

const test = freshDatabase();
type City = Awaited<ReturnType<typeof testCity>>;
let here: City;
let there: City;
const cookies = new Map<string, string>();

beforeAll(async () => {
  here = await testCity(test.database, "hier");
  there = await testCity(test.database, "dort");
  for (const city of [here, there])
    for (const { userId } of Object.values(city.actors))
      cookies.set(userId, `${sessionCookieName()}=${await openSession(test.database, userId, null)}`);
});

const munich = methods.find(({ id }) => id === "munich-sds") as Method;

/** Munich's method under another id, two of its questions following from facts. */
function fileText(id = "hausverfahren", version = "1", change: (file: Method) => Method = (file) => file): string {
  const criteria = munich.criteria.map((criterion) =>
    ["os", "sup"].includes(criterion.id)
      ? { ...criterion, derivedFrom: { method: "munich-sds", criterion: criterion.id } }
      : criterion,
  );
  return toMethodFile(change({ ...munich, id, version, ref: `${id}@${version}`, criteria }));
}

const manage = (city: City) => testGrant(city.actors.strategist, "method.manage");
const reader = (city: City) => testGrant(city.actors.viewer, "service.read");
const who = (city: City) => auditActor(city.actors.strategist);

async function added(city: City, id: string, version = "1"): Promise<string> {
  const result = await addMethod(test.database, manage(city), who(city), fileText(id, version));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.id;
}

async function send(
  handler: RouteHandler,
  userId: string,
  {
    id,
    body,
    html = false,
    query = "",
    city = "hier",
  }: {
    readonly id?: string;
    readonly body?: FormData | object;
    readonly html?: boolean;
    readonly query?: string;
    readonly city?: string;
  } = {},
) {
  const json = body !== undefined && !(body instanceof FormData);
  const request = new Request(`http://hoheit.test/api/v1/x${query}`, {
    method: body === undefined ? "GET" : "POST",
    ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
    headers: {
      cookie: cookies.get(userId) ?? "",
      accept: html ? "text/html" : "application/json",
      "sec-fetch-site": "same-origin",
      ...(json ? { "content-type": "application/json" } : {}),
    },
  });
  return handler(request, { params: Promise.resolve({ city, ...(id === undefined ? {} : { id }) }) });
}

function form(text: string): FormData {
  const data = new FormData();
  data.set("back", "/c/hier/methods/own#add");
  data.set("file", new File([text], "verfahren.json", { type: "application/json" }));
  return data;
}

describe("a method of the city's own", () => {
  it("is taken in for trial, switched on and retired with its reason, and every step is in the log", async () => {
    const id = await added(here, "weg");
    expect(await findOwnMethod(test.database, reader(here), id)).toMatchObject({ state: "trial", assessments: 0 });
    expect(await findMethodOf(test.database, here.city.id, "weg@1")).toBeNull();
    expect(await activateMethod(test.database, manage(here), who(here), id)).toEqual({ ok: true, value: { id } });
    const active = await findMethodOf(test.database, here.city.id, "weg@1");
    expect(active).toEqual(checkMethodFile(JSON.parse(fileText("weg"))).method);
    expect((await methodsOfCity(test.database, here.city.id)).map(({ ref }) => ref)).toEqual([
      ...methods.map(({ ref }) => ref),
      "weg@1",
    ]);
    const reason = "abgelöst durch weg@2";
    expect(await retireMethod(test.database, manage(here), who(here), id, { reason })).toMatchObject({ ok: true });
    expect(await findMethodOf(test.database, here.city.id, "weg@1")).toBeNull();
    expect(await findMethodOf(test.database, here.city.id, "weg@1", METHOD_STATES)).not.toBeNull();
    const found = await findOwnMethod(test.database, reader(here), id);
    expect(found?.course.map(({ action, reason: why, by }) => [action, why, by])).toEqual([
      ["method.retire", reason, here.actors.strategist.name],
      ["method.activate", null, here.actors.strategist.name],
      ["method.add", null, here.actors.strategist.name],
    ]);
    expect((await verifyChain(test.database, here.city.id)).brokenAt).toBeNull();
    // Neither step can be taken again.
    expect(await activateMethod(test.database, manage(here), who(here), id)).toMatchObject({ code: "not-possible" });
    expect(await retireMethod(test.database, manage(here), who(here), id, { reason })).toMatchObject({
      code: "not-possible",
    });
  });

  it("may be replaced on trial, and takes a new version once it was switched on", async () => {
    const id = await added(here, "fassung");
    const again = await addMethod(
      test.database,
      manage(here),
      who(here),
      fileText("fassung", "1", (file) => ({ ...file, name: { de: "Neu", en: "New" } })),
    );
    expect(again).toMatchObject({ ok: true, value: { id, replaced: true } });
    expect((await findOwnMethod(test.database, reader(here), id))?.method.name.de).toBe("Neu");
    await activateMethod(test.database, manage(here), who(here), id);
    const replace = () => addMethod(test.database, manage(here), who(here), fileText("fassung"));
    const refused = { ok: false, code: "invalid", fields: [{ path: "file", code: "method-version-used" }] };
    expect(await replace()).toMatchObject(refused);
    expect((await findOwnMethod(test.database, reader(here), id))?.method.name.de).toBe("Neu");
    expect(await added(here, "fassung", "2")).not.toBe(id);
    await retireMethod(test.database, manage(here), who(here), id, { reason: "alt" });
    expect(await replace()).toMatchObject(refused);
  });

  it("handed in twice at the same moment is stored once", async () => {
    const results = await Promise.all(
      [1, 2, 3].map(() => addMethod(test.database, manage(here), who(here), fileText("zugleich"))),
    );
    expect(results.map((result) => result.ok && result.value.replaced).sort()).toEqual([false, true, true]);
    const all = await listOwnMethods(test.database, reader(here));
    expect(all.filter(({ method }) => method.id === "zugleich")).toHaveLength(1);
  });

  it("that is wrong leaves nothing behind and names every place, to a form in its draft and to a program as JSON", async () => {
    const before = await test.database.cityMethod.count();
    const wrong = fileText("falsch", "1", (file) => ({
      ...file,
      examples: file.examples.map((example, index) => (index < 2 ? { ...example, expect: { sds: 3 } } : example)),
    }));
    const { userId } = here.actors.administrator;
    const json = await send(handlers.upload, userId, { body: form(wrong) });
    expect(json.status).toBe(422);
    const body = (await json.json()) as { errors: { detail: string }[]; detail: string };
    expect(body.errors).toHaveLength(2);
    expect(body.errors[0]?.detail).toBe("example 1 sds ergibt 5, angegeben ist 3.");
    const html = await send(handlers.upload, userId, { body: form(wrong), html: true });
    expect(html.status).toBe(303);
    const location = new URL(html.headers.get("location") ?? "", "http://hoheit.test");
    expect(location.pathname + location.hash).toBe("/c/hier/methods/own#add");
    const draft = await findDraft(test.database, location.searchParams.get("draft") ?? "", userId);
    expect(draft?.fields).toMatchObject([
      { path: "example 1", code: "method-file", params: { en: "sds is 5, expected 3" } },
      { path: "example 2", code: "method-file" },
    ]);
    expect(draft?.params).toEqual({ count: 2, more: 0 });
    for (const body of [{ file: "text" }, { other: 1 }, {}])
      expect((await send(handlers.upload, userId, { body })).status).toBe(422);
    expect((await send(handlers.upload, userId, { body: form("") })).status).toBe(422);
    expect((await send(handlers.upload, userId, { body: form(" ".repeat(1_500_000)) })).status).toBe(422);
    expect((await send(handlers.upload, userId, { body: form(" ".repeat(2_500_000)) })).status).toBe(413);
    expect(await test.database.cityMethod.count()).toBe(before);
  });

  it("under the id of a shipped method is refused, whatever its version", async () => {
    for (const version of ["2026-02", "haus"]) {
      const result = await addMethod(test.database, manage(here), who(here), fileText("munich-sds", version));
      expect(result).toMatchObject({ code: "invalid", fields: [{ path: "id", code: "method-file" }] });
    }
  });

  it("is managed by administration and strategy of its city alone, and read by all of its people", async () => {
    const id = await added(here, "rechte");
    for (const role of ROLES) {
      const mayManage = role === "administrator" || role === "strategist";
      const { userId } = here.actors[role];
      const sent = await send(handlers.upload, userId, { body: form(fileText("rechte")) });
      expect(sent.status, role).toBe(mayManage ? 201 : 403);
      if (!mayManage) {
        expect((await send(handlers.activate, userId, { id, body: {} })).status, role).toBe(403);
        expect((await send(handlers.retire, userId, { id, body: { reason: "x" } })).status, role).toBe(403);
      }
      expect((await send(handlers.file, userId, { query: "?ref=rechte%401" })).status, role).toBe(200);
    }
    for (const body of [{}, { reason: "x" }]) {
      const handler = "reason" in body ? handlers.retire : handlers.activate;
      // Of another city: their own people do not find it, and strangers not the city.
      expect((await send(handler, there.actors.administrator.userId, { id, body, city: "dort" })).status).toBe(404);
      expect((await send(handler, there.actors.administrator.userId, { id, body })).status).toBe(404);
    }
    expect(await findOwnMethod(test.database, reader(there), id)).toBeNull();
    expect(await findMethodOf(test.database, there.city.id, "rechte@1", METHOD_STATES)).toBeNull();
    expect(
      (await send(handlers.file, there.actors.administrator.userId, { query: "?ref=rechte%401", city: "dort" })).status,
    ).toBe(404);
    expect((await findOwnMethod(test.database, reader(here), id))?.state).toBe("trial");
  });

  it("may have the same reference in two cities", async () => {
    const [one, two] = [await added(here, "gleich"), await added(there, "gleich")];
    expect(one).not.toBe(two);
  });
});

describe("a method as a file", () => {
  it("is the same for every shipped method, and can be handed in under another id", async () => {
    for (const method of methods) {
      const query = `?ref=${encodeURIComponent(method.ref)}`;
      const response = await send(handlers.file, here.actors.viewer.userId, { query });
      expect(response.headers.get("content-disposition")).toContain(`${method.id}-${method.version}.json`);
      const text = await response.text();
      expect(checkMethodFile(JSON.parse(text), { shipped: false }).method).toEqual(method);
      const own = JSON.stringify({ ...(JSON.parse(text) as object), id: `vorlage-${method.id}` });
      const taken = await addMethod(test.database, manage(there), who(there), own);
      expect(taken, method.ref).toMatchObject({ ok: true });
    }
  });
});

describe("the city's services", () => {
  let city: City;
  const counting = (database: Database) => {
    const state = { asked: 0 };
    const client = database.$extends({
      query: {
        $allOperations({ args, query }) {
          state.asked += 1;
          return query(args);
        },
      },
    }) as unknown as Database;
    return { client, state };
  };

  beforeAll(async () => {
    city = await testCity(test.database, "bestand");
    const cityId = city.city.id;
    const make = (name: string, more: object = {}) =>
      test.database.service.create({ data: { cityId, name, naturalKey: name.toLowerCase(), ...more } });
    await make("Ohne Angaben");
    await make("Eigenbau", { ownDevelopment: true, codePublished: "yes", securityUpdates: "no" });
    await make("Stillgelegt", { lifecycle: "retired" });
    await rescore(test.database, cityId, "all");
  });

  it("are tried: what follows from facts is there, the rest open, retired ones left out", async () => {
    const id = await added(city, "probe");
    const own = await findOwnMethod(test.database, reader(city), id);
    const trial = await loadTrial(test.database, reader(city), own?.method as Method);
    expect(trial.tried).toBe(2);
    expect(trial.criteria).toMatchObject({ os: { answered: 1 }, sup: { answered: 1 }, alt: { answered: 0 } });
    expect(trial.outputs[0]).toMatchObject({ withResult: 0, open: 2 });
  });

  it("show what is missing and what entering it settles, and again after the next write", async () => {
    const before = await loadUnlocks(test.database, reader(city));
    const kind = (name: string, of = before) => of.kinds.find((one) => one.kind === name);
    expect(before.services).toBe(2);
    expect(kind("operator")).toMatchObject({ known: 0, missing: 2 });
    expect(kind("operator")?.answers).toBeGreaterThan(5);
    expect(kind("own-development")).toMatchObject({ known: 2, missing: 0, answers: 0 });
    expect(before.derived["munich-sds"]).toMatchObject({ os: 1, sup: 1 });
    const service = await test.database.service.findFirstOrThrow({
      where: { cityId: city.city.id, name: "Ohne Angaben" },
    });
    await test.database.service.update({ where: { id: service.id }, data: { securityUpdates: "yes", skills: "yes" } });
    // Every write leaves its row in the log; here it is another method.
    await added(city, "weiteres");
    const after = await loadUnlocks(test.database, reader(city));
    expect(after.derived["munich-sds"]).toMatchObject({ os: 1, sup: 2 });
    expect(kind("skills", after)?.known).toBe((kind("skills")?.known ?? 0) + 1);
    expect((await loadUnlocks(test.database, reader(there))).services).toBe(0);
  });

  it("are read once for the matrix, whatever their number, and not again until something changes", async () => {
    await added(city, "drittes");
    const { client, state } = counting(test.database);
    await loadUnlocks(client, reader(city));
    const first = state.asked;
    expect(first).toBeGreaterThan(5);
    expect(first).toBeLessThanOrEqual(20);
    await loadUnlocks(client, reader(city));
    expect(state.asked - first).toBeLessThanOrEqual(1);
  });
});
