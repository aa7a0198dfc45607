import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { evidenceConfidence } from "@/lib/domain/evidence";
import { ROLES } from "@/lib/domain/access/permissions";
import { makeZip } from "@/lib/files/testing";
import { dayInBerlin } from "@/lib/format";
import { auditActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import type { Database } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import type { RouteHandler } from "@/lib/server/http/handler";
import { openSession, sessionCookieName } from "@/lib/server/session";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { loadHistory } from "../service/data";
import { listEvidence, loadEvidence } from "./data";
import * as handlers from "./handlers";
import { addEvidence, withdrawEvidence } from "./mutations";
import { evidenceInput } from "./schema";

const test = freshDatabase();
type City = Awaited<ReturnType<typeof testCity>>;
let here: City;
let there: City;
const cookies = new Map<string, string>();

const TODAY = dayInBerlin(new Date());
const inDays = (days: number) => dayInBerlin(new Date(Date.now() + days * 86_400_000));

beforeAll(async () => {
  here = await testCity(test.database, "hier");
  there = await testCity(test.database, "dort");
  for (const city of [here, there]) {
    for (const { userId } of Object.values(city.actors))
      cookies.set(userId, `${sessionCookieName()}=${await openSession(test.database, userId, null)}`);
  }
});

async function service(city: City, name: string, departmentId = city.department.id): Promise<string> {
  const { id } = await test.database.service.create({
    data: { cityId: city.city.id, name, naturalKey: name.toLowerCase(), departmentId },
  });
  return id;
}

const fields = (more: Readonly<Record<string, unknown>> = {}) => ({
  method: "munich-sds",
  criterion: "alt",
  kind: "statement",
  title: "Auskunft der Fachabteilung",
  level: "documented",
  text: "Zwei Anbieter sind am Markt.",
  ...more,
});
const reader = (city: City) => testGrant(city.actors.auditor, "evidence.read");
const writer = (city: City) => testGrant(city.actors.strategist, "evidence.write");
const who = (city: City) => auditActor(city.actors.strategist);

async function add(city: City, id: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const made = await addEvidence(test.database, writer(city), who(city), id, evidenceInput.parse(fields(more)), null);
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.id;
}

function form(values: Readonly<Record<string, unknown>>, file?: File): FormData {
  const data = new FormData();
  data.set("back", "/c/hier/services/x/evidence/new");
  for (const [name, value] of Object.entries(values)) if (typeof value === "string") data.set(name, value);
  if (file) data.set("file", file);
  return data;
}

function send(handler: RouteHandler, userId: string, id: string, body?: FormData | object, html = false) {
  const json = body !== undefined && !(body instanceof FormData);
  const request = new Request("http://hoheit.test/api/v1/x", {
    method: body === undefined ? "GET" : "POST",
    ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
    headers: {
      cookie: cookies.get(userId) ?? "",
      accept: html ? "text/html" : "application/json",
      "sec-fetch-site": "same-origin",
      ...(json ? { "content-type": "application/json" } : {}),
    },
  });
  return handler(request, { params: Promise.resolve({ city: "hier", id }) });
}

const fileFields = (more: Readonly<Record<string, unknown>> = {}) => {
  const { text: _none, ...rest } = fields({ kind: "file", ...more });
  return rest;
};
const pdf = (content = "%PDF-1.7\nVertrag") => new File([content], "Vertrag §3 „Exit“.pdf", { type: "text/html" });

describe("evidence", () => {
  it("is kept with who added it, logged in the service's course, and withdrawn without being lost", async () => {
    const id = await service(here, "Melderegister");
    const link = await add(here, id, {
      kind: "link",
      text: "",
      url: "https://anbieter.example/avv",
      validFrom: "2026-01-01",
      expiresOn: "31.12.2026",
    });
    const statement = await add(here, id);
    const done = await withdrawEvidence(test.database, writer(here), who(here), statement, {
      withdrawReason: "Irrtum",
    });
    expect(done).toEqual({ ok: true, value: { serviceId: id } });
    const rows = await loadEvidence(test.database, reader(here), id);
    expect(rows).toMatchObject([
      {
        id: link,
        url: "https://anbieter.example/avv",
        expiresOn: "2026-12-31",
        withdrawn: false,
        addedBy: here.actors.strategist.name,
      },
      { id: statement, withdrawn: true, withdrawnReason: "Irrtum", withdrawnBy: here.actors.strategist.name },
    ]);
    expect(evidenceConfidence(rows, "2026-06-01")).toMatchObject({ confidence: "medium", valid: 1, lowered: false });
    expect(evidenceConfidence(rows, "2027-06-01")).toMatchObject({ confidence: "low", lowered: true });
    expect(
      await withdrawEvidence(test.database, writer(here), who(here), statement, { withdrawReason: "noch einmal" }),
    ).toMatchObject({ message: "evidence.alreadyWithdrawn" });
    const actions = async (withNames: boolean) =>
      (await loadHistory(test.database, reader(here), id, 1, withNames)).events.map(({ action }) => action);
    expect(await actions(true)).toEqual(["evidence.withdraw", "evidence.add", "evidence.add"]);
    // Who may not read evidence does not read of it in the log either.
    expect(await actions(false)).toEqual([]);
    expect((await verifyChain(test.database, here.city.id)).brokenAt).toBeNull();
  });

  it("is for a criterion that exists, in a method that ships or the city's own", async () => {
    const id = await service(here, "Wahlen");
    const own = (criterion: string) =>
      addEvidence(
        test.database,
        writer(here),
        who(here),
        id,
        evidenceInput.parse(fields({ method: "hausverfahren", criterion })),
        null,
      );
    expect(await own("exit")).toMatchObject({ fields: [{ path: "criterion", code: "unknown-reference" }] });
    const criteria = [{ id: "exit", text: { de: "Ausstieg", en: "Exit" } }];
    await test.database.cityMethod.create({
      data: {
        cityId: here.city.id,
        ref: "hausverfahren@1",
        data: { id: "hausverfahren", version: "1", unit: "service", name: { de: "Haus", en: "House" }, criteria },
      },
    });
    expect(await own("exit")).toMatchObject({ ok: true });
    expect(await own("other")).toMatchObject({ code: "invalid" });
  });

  it("has what its kind needs and nothing of another kind, and days in order", () => {
    const codes = (more: Readonly<Record<string, unknown>>) =>
      evidenceInput
        .safeParse(fields(more))
        .error?.issues.map(
          (issue) => `${issue.path.join(".")}: ${issue.code === "custom" ? issue.params?.code : issue.code}`,
        );
    expect(codes({})).toBeUndefined();
    expect(codes({ text: " " })).toEqual(["text: required"]);
    expect(codes({ kind: "link" })).toEqual(["url: required", "text: other-kind"]);
    expect(codes({ kind: "link", text: "", url: "javascript:alert(1)" })).toEqual(["url: not-a-link"]);
    expect(codes({ kind: "file", text: "" })).toEqual(["file: required"]);
    expect(codes({ validFrom: "2026-05-02", expiresOn: "2026-05-01" })).toEqual(["expiresOn: end-before-start"]);
    expect(codes({ level: "sworn" })).toEqual(["level: invalid_value"]);
  });

  it("was not received tomorrow", async () => {
    const id = await service(here, "Morgen");
    const input = evidenceInput.parse(fields({ receivedOn: inDays(2) }));
    expect(await addEvidence(test.database, writer(here), who(here), id, input, null)).toMatchObject({
      fields: [{ path: "receivedOn", code: "date-in-future" }],
    });
  });
});

describe("a file", () => {
  it("comes back byte by byte, as a file to save, under its own name and checked type", async () => {
    const id = await service(here, "Fileservice");
    const owner = here.actors["service-owner"].userId;
    const sent = await send(handlers.add, owner, id, form(fileFields(), pdf()));
    expect(sent.status).toBe(201);
    const { id: evidence } = (await sent.json()) as { id: string };
    const [row] = await loadEvidence(test.database, reader(here), id);
    const sha256 = createHash("sha256").update("%PDF-1.7\nVertrag").digest("hex");
    expect(row).toMatchObject({ fileType: "application/pdf", fileSize: 16, sha256, fileName: "Vertrag §3 „Exit“.pdf" });
    const got = await send(handlers.file, here.actors.auditor.userId, evidence);
    expect(await got.text()).toBe("%PDF-1.7\nVertrag");
    expect(Object.fromEntries(got.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("Vertrag §3 „Exit“.pdf")}`,
      "x-content-type-options": "nosniff",
    });
    const twice = await send(handlers.add, owner, id, form(fileFields(), pdf()));
    expect(await twice.json()).toMatchObject({ errors: [{ pointer: "#/file", code: "file-twice" }] });
    await withdrawEvidence(test.database, writer(here), who(here), evidence, { withdrawReason: "Falsche Fassung" });
    expect((await send(handlers.file, here.actors.auditor.userId, evidence)).status).toBe(200);
    expect((await send(handlers.add, owner, id, form(fileFields(), pdf()))).status).toBe(201);
  });

  it.each<[string, () => File | undefined, string]>([
    ["no file", () => undefined, "required"],
    ["an empty field", () => new File([""], ""), "required"],
    ["a page named PDF", () => new File(["<script>alert(1)</script>"], "x.pdf"), "file-content"],
    ["SVG", () => new File(["<svg xmlns='http://www.w3.org/2000/svg'/>"], "x.svg"), "file-type"],
    [
      "a ZIP named DOCX",
      () => new File([new Uint8Array(makeZip([{ name: "a", content: "a" }]))], "x.docx"),
      "file-content",
    ],
    ["21 MB", () => new File([new Uint8Array(22_020_096).fill(65)], "x.txt"), "file-too-big"],
  ])("%s: refused with a sentence at the field, what was typed is kept, nothing stored", async (_name, file, code) => {
    const id = await service(here, `Abgewiesen ${_name}`);
    const user = here.actors.strategist.userId;
    const response = await send(handlers.add, user, id, form(fileFields(), file()), true);
    expect(response.status).toBe(303);
    const target = new URL(response.headers.get("location") ?? "", "http://hoheit.test");
    expect(target.pathname).toBe("/c/hier/services/x/evidence/new");
    const draft = await findDraft(test.database, target.searchParams.get("draft") ?? undefined, user);
    expect(draft?.fields).toMatchObject([{ path: "file", code }]);
    expect(draft?.values).toMatchObject({ title: "Auskunft der Fachabteilung", level: "documented" });
    expect(await test.database.evidence.count({ where: { serviceId: id } })).toBe(0);
  });

  it("larger than any form is refused before it is read", async () => {
    const id = await service(here, "Sehr groß");
    const huge = new File([new Uint8Array(26_000_000)], "x.pdf");
    expect((await send(handlers.add, here.actors.strategist.userId, id, form(fileFields(), huge))).status).toBe(413);
  });
});

describe("who may", () => {
  it("add and withdraw: administration, strategy and owners of the department; read: everybody but viewers", async () => {
    const mine = await service(here, "Eigener");
    const foreign = await service(here, "Fremder Fachbereich", here.other.id);
    const elsewhere = await service(there, "Fremde Stadt");
    const writes = ["administrator", "strategist", "service-owner"];
    for (const role of ROLES) {
      const { userId } = here.actors[role];
      const may = writes.includes(role);
      expect((await send(handlers.add, userId, mine, fields())).status, role).toBe(may ? 201 : 403);
      const far = !may || role === "service-owner" ? 403 : 201;
      expect((await send(handlers.add, userId, foreign, fields())).status, role).toBe(far);
      expect((await send(handlers.add, userId, elsewhere, fields())).status, role).toBe(may ? 404 : 403);
    }
    const theirs = await add(there, elsewhere);
    const reason = { withdrawReason: "x" };
    expect((await send(handlers.withdraw, here.actors.administrator.userId, theirs, reason)).status).toBe(404);
    expect((await send(handlers.withdraw, there.actors.administrator.userId, theirs, reason)).status).toBe(404);
    const far = await add(here, foreign);
    expect((await send(handlers.withdraw, here.actors["service-owner"].userId, far, reason)).status).toBe(403);
    for (const role of ["approver", "auditor", "viewer"] as const)
      expect((await send(handlers.withdraw, here.actors[role].userId, far, reason)).status, role).toBe(403);

    const sent = await send(handlers.add, here.actors.administrator.userId, mine, form(fileFields(), pdf("%PDF-1.4")));
    const { id } = (await sent.json()) as { id: string };
    for (const role of ROLES) {
      const status = role === "viewer" ? 403 : 200;
      expect((await send(handlers.file, here.actors[role].userId, id)).status, role).toBe(status);
    }
    expect((await send(handlers.file, there.actors.administrator.userId, id)).status).toBe(404);
    expect(await loadEvidence(test.database, reader(there), mine)).toEqual([]);
  });
});

describe("the city's overview", () => {
  it("counts by state, pages with two queries, and leaves out what is withdrawn or out of use", async () => {
    const city = await testCity(test.database, "ueberblick");
    const id = await service(city, "Viele Nachweise");
    const retired = await service(city, "Stillgelegt");
    const base = {
      cityId: city.city.id,
      methodId: "munich-sds",
      criterion: "alt",
      kind: "statement",
      title: "x",
      level: "claimed",
    };
    const row = (serviceId: string, expiresOn: string | null, more: object = {}) => ({
      ...base,
      serviceId,
      expiresOn: expiresOn === null ? null : new Date(`${expiresOn}T00:00:00Z`),
      ...more,
    });
    await test.database.evidence.createMany({
      data: [
        ...Array.from({ length: 55 }, (_, i) => row(id, inDays(-1 - i))),
        row(id, TODAY),
        row(id, inDays(89)),
        row(id, inDays(120)),
        row(id, null),
        row(id, inDays(-3), { withdrawnAt: new Date() }),
        row(retired, inDays(-3)),
      ],
    });
    await test.database.service.update({ where: { id: retired }, data: { lifecycle: "retired" } });
    let asked = 0;
    const counting = test.database.$extends({
      query: {
        $allOperations({ args, query }) {
          asked += 1;
          return query(args);
        },
      },
    }) as unknown as Database;
    const query = { state: "due", page: 1, today: TODAY } as const;
    const first = await listEvidence(counting, reader(city), query);
    expect(asked).toBe(2);
    expect(first.counts).toEqual({ due: 57, expired: 55, soon: 2, all: 59 });
    expect(first.services).toBe(1);
    expect(first.rows).toHaveLength(50);
    expect(first.rows[0]).toMatchObject({
      expiresOn: inDays(-55),
      serviceName: "Viele Nachweise",
      departmentName: "IT",
    });
    expect((await listEvidence(test.database, reader(city), { ...query, page: 2 })).rows).toHaveLength(7);
    const soon = await listEvidence(test.database, reader(city), { ...query, state: "soon" });
    expect(soon.rows.map(({ expiresOn }) => expiresOn)).toEqual([TODAY, inDays(89)]);
    const all = await listEvidence(test.database, reader(city), { ...query, state: "all", page: 2 });
    expect(all.rows.at(-1)?.expiresOn).toBeNull();
    expect((await listEvidence(test.database, reader(there), query)).counts.due).toBe(0);
  });
});
