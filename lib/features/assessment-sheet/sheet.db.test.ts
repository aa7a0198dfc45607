import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorise } from "@/lib/domain/access/authorise";
import { COLUMN_NAMES, SHEET_COLUMNS, type SheetCells } from "@/lib/domain/assessing-sheet";
import { serviceMethod } from "@/lib/domain/method/registry";
import { PLAIN_LIST } from "@/lib/domain/service/list";
import { csvDocument } from "@/lib/files";
import { auditActor, type CityActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { approveAssessment, saveAssessment } from "../assessment/mutations";
import { saveAnswersInput } from "../assessment/schema";
import { syncCatalogue } from "../catalogue/mutations";
import { rescore } from "../score/mutations";
import { loadReachable, loadSheet, loadSheetPlan } from "./data";
import { correctionFile, sheetFile } from "./data-file";
import { findUpload } from "./data-upload";
import { commitSheet, uploadSheet } from "./mutations";
import { commitInput } from "./schema";

const test = freshDatabase();
const MUNICH = "munich-sds@2026-02";
const method = serviceMethod(MUNICH);
if (method === undefined) throw new Error("no such method");

type City = Awaited<ReturnType<typeof testCity>>;
let city: City;
let neighbour: City;
/** A second owner of the same department. */
let second: CityActor;
let ids: string[];

beforeAll(async () => {
  await syncCatalogue(test.database, path.join(process.cwd(), "catalogue"));
  city = await testCity(test.database, "stadt");
  neighbour = await testCity(test.database, "andere");
  const user = await test.database.user.create({
    data: { email: "zweite@stadt.example", name: "Zweite", passwordHash: "unusable" },
  });
  second = { ...city.actors["service-owner"], userId: user.id, name: user.name };
});
beforeEach(async () => {
  await test.database.service.deleteMany({});
  const rows = ["Archiv", "Bühne", "Chor"].map((name, i) => ({
    cityId: city.city.id,
    name,
    naturalKey: name,
    departmentId: i < 2 ? city.department.id : city.other.id,
  }));
  ids = (await test.database.service.createManyAndReturn({ data: rows, select: { id: true } })).map(({ id }) => id);
  await test.database.$transaction((tx) => rescore(tx, city.city.id, "all"), { timeout: 60_000 });
});

const grantOf = (actor: CityActor) => testGrant(actor, "assessment.write");
const owner = () => city.actors["service-owner"];

async function exported(actor: CityActor): Promise<SheetCells[]> {
  const { services } = await loadReachable(test.database, grantOf(actor), PLAIN_LIST, MUNICH);
  return loadSheet(test.database, actor.cityId, services, method as NonNullable<typeof method>, "de", ({ key }) => key);
}

type Fill = readonly [service: number, criterion: string, cells: Partial<SheetCells>];
const filled = (rows: readonly SheetCells[], fills: readonly Fill[]): SheetCells[] =>
  rows.map((row) => {
    const fill = fills.find(([service, criterion]) => row.serviceId === ids[service] && row.criterion === criterion);
    return fill === undefined ? row : { ...row, ...fill[2] };
  });
const csv = (rows: readonly SheetCells[]): Uint8Array =>
  new TextEncoder().encode(
    [
      ...csvDocument(
        SHEET_COLUMNS.map((column) => COLUMN_NAMES[column].de),
        rows.map((row) => SHEET_COLUMNS.map((column) => row[column])),
      ),
    ].join(""),
  );

async function uploaded(actor: CityActor, rows: readonly SheetCells[]): Promise<string> {
  const done = await uploadSheet(test.database, grantOf(actor), { bytes: csv(rows), fileName: "t.csv" }, "de");
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value.id;
}
async function planOf(actor: CityActor, id: string) {
  const upload = await findUpload(test.database, grantOf(actor), id);
  if (upload === null) throw new Error("no upload");
  return loadSheetPlan(test.database, grantOf(actor), method as NonNullable<typeof method>, upload);
}
async function commit(actor: CityActor, id: string, input: Readonly<Record<string, unknown>> = {}) {
  const { print } = await planOf(actor, id);
  const parsed = commitInput.parse({ plan: print, ...input });
  return commitSheet(test.database, grantOf(actor), auditActor(actor), id, parsed);
}
const current = (service: number) =>
  test.database.assessment.findFirst({ where: { serviceId: ids[service] ?? "", state: { not: "superseded" } } });
async function save(actor: CityActor, service: number, input: Readonly<Record<string, unknown>>) {
  const open = await current(service);
  const done = await saveAssessment(
    test.database,
    grantOf(actor),
    auditActor(actor),
    ids[service] ?? "",
    saveAnswersInput.parse({
      method: MUNICH,
      assessmentId: open?.id ?? null,
      version: open?.version ?? 0,
      partial: true,
      ...input,
    }),
  );
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}

describe("who may", () => {
  it.each(["approver", "auditor", "viewer"] as const)("%s may not", (role) => {
    expect(authorise(city.actors[role], "assessment.write").refused).toBe(true);
  });

  it("gives an owner the services of their departments, and refuses others in an upload by row", async () => {
    expect(new Set((await exported(owner())).map(({ service }) => service))).toEqual(new Set(["Archiv", "Bühne"]));
    const everything = await exported(city.actors.strategist);
    expect(everything).toHaveLength(18);
    const id = await uploaded(
      owner(),
      filled(everything, [
        [0, "alt", { answer: "Ja" }],
        [2, "alt", { answer: "Ja" }],
      ]),
    );
    const plan = await planOf(owner(), id);
    expect(plan).toMatchObject({ total: 18, counts: { changed: 1, unchanged: 16, conflict: 0, rejected: 1 } });
    expect(await commit(owner(), id)).toMatchObject({ ok: true });
    expect(await current(0)).toMatchObject({ answers: { alt: { value: "yes" } }, state: "draft" });
    expect(await current(2)).toBeNull();
  });

  it("another city's services are not found, and nobody reaches another's upload", async () => {
    const rows = filled(await exported(owner()), [[0, "alt", { answer: "Ja" }]]);
    const theirs = await uploaded(neighbour.actors.administrator, rows);
    expect(await planOf(neighbour.actors.administrator, theirs)).toMatchObject({ counts: { changed: 0, rejected: 1 } });
    const mine = await uploaded(owner(), rows);
    const { print } = await planOf(owner(), mine);
    for (const actor of [second, city.actors.administrator, neighbour.actors.administrator]) {
      expect(await findUpload(test.database, grantOf(actor), mine)).toBeNull();
      const input = commitInput.parse({ plan: print });
      const refused = await commitSheet(test.database, grantOf(actor), auditActor(actor), mine, input);
      expect(refused).toMatchObject({ ok: false, code: "not-found" });
    }
    expect(await current(0)).toBeNull();
    // The same person in another city.
    const moved: CityActor = { ...owner(), cityId: neighbour.city.id, departmentIds: [neighbour.department.id] };
    expect(await findUpload(test.database, grantOf(moved), mine)).toBeNull();
  });
});

describe("round trip", () => {
  it.each(["csv", "xlsx"] as const)("as %s without a change changes nothing", async (format) => {
    await save(owner(), 0, { answers: { os: { value: "not-applicable", note: "-Grund; mit „Zeichen“\nund Zeile" } } });
    const rows = await exported(owner());
    const bytes = await sheetFile(method, rows, format, "de");
    const done = await uploadSheet(test.database, grantOf(owner()), { bytes, fileName: `t.${format}` }, "de");
    if (!done.ok) throw new Error(JSON.stringify(done));
    expect(await planOf(owner(), done.value.id)).toMatchObject({
      total: 12,
      rows: [],
      counts: { changed: 0, unchanged: 12, conflict: 0, rejected: 0 },
    });
  });

  it("saves the filled-in answers of several services at once, scored, with a row each in the change log", async () => {
    await save(owner(), 1, { answers: { alt: { value: "no", note: "alt" } } });
    const rows = filled(await exported(owner()), [
      [0, "alt", { answer: "yes", note: "neu" }],
      [1, "alt", { answer: "Den Fakten überlassen" }],
      [1, "sup", { answer: "nicht zutreffend", note: "eigener Betrieb" }],
    ]);
    const id = await uploaded(owner(), rows);
    expect(await commit(owner(), id)).toMatchObject({ ok: true });
    expect(await current(0)).toMatchObject({ answers: { alt: { value: "yes", note: "neu" } }, version: 1 });
    expect((await current(1))?.answers).toEqual({ sup: { value: "not-applicable", note: "eigener Betrieb" } });
    const log = await test.database.auditEvent.findMany({
      where: {
        cityId: city.city.id,
        reason: "t.csv",
        subjectId: { in: [(await current(0))?.id ?? "", (await current(1))?.id ?? ""] },
      },
    });
    expect(log.map(({ action, actorId }) => [action, actorId]).sort()).toEqual([
      ["assessment.create", owner().userId],
      ["assessment.save", owner().userId],
    ]);
    expect(await verifyChain(test.database, city.city.id)).toMatchObject({ brokenAt: null });
    const score = await test.database.serviceScore.findUniqueOrThrow({ where: { serviceId: ids[0] ?? "" } });
    await test.database.$transaction((tx) => rescore(tx, city.city.id, "all"), { timeout: 60_000 });
    const { computedAt: _now, ...fresh } = await test.database.serviceScore.findUniqueOrThrow({
      where: { serviceId: ids[0] ?? "" },
    });
    expect(score).toMatchObject(fresh);
  });

  it("commits once, however often it is asked", async () => {
    const id = await uploaded(owner(), filled(await exported(owner()), [[0, "alt", { answer: "Ja" }]]));
    const { print } = await planOf(owner(), id);
    const input = commitInput.parse({ plan: print });
    const all = await Promise.all(
      [1, 2, 3].map(() => commitSheet(test.database, grantOf(owner()), auditActor(owner()), id, input)),
    );
    expect(all.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await current(0)).toMatchObject({ version: 1 });
    expect((await findUpload(test.database, grantOf(owner()), id))?.outcome).toMatchObject({
      rows: 12,
      changed: 1,
      unchanged: 11,
      mine: 0,
      kept: 0,
      rejected: [],
      services: 1,
    });
  });
});

describe("two owners", () => {
  it("see a conflict only in the cell that both changed; the choice decides it, and without one the stored answer stays", async () => {
    const rows = filled(await exported(owner()), [
      [0, "alt", { answer: "Ja" }],
      [0, "os", { answer: "Nein" }],
      [1, "alt", { answer: "Ja" }],
    ]);
    await save(second, 0, { answers: { alt: { value: "no" }, sup: { value: "yes" } } });
    await save(second, 1, { answers: { alt: { value: "no" } } });
    const id = await uploaded(owner(), rows);
    const plan = await planOf(owner(), id);
    expect(plan.counts).toEqual({ changed: 1, unchanged: 9, conflict: 2, rejected: 0 });
    const line = plan.rows.find((row) => row.outcome === "conflict" && row.serviceId === ids[0])?.line ?? 0;
    expect(plan.rows.filter(({ outcome }) => outcome === "conflict")).toMatchObject([
      { criterion: "alt", stored: { value: "no" }, exported: null, given: { value: "yes" } },
      { criterion: "alt", stored: { value: "no" }, exported: null, given: { value: "yes" } },
    ]);
    expect(await commit(owner(), id, { choice: { [`r${line}`]: "mine" } })).toMatchObject({ ok: true });
    expect((await current(0))?.answers).toEqual({
      alt: { value: "yes" },
      os: { value: "no" },
      sup: { value: "yes" },
    });
    expect((await current(1))?.answers).toEqual({ alt: { value: "no" } });
    expect((await findUpload(test.database, grantOf(owner()), id))?.outcome).toMatchObject({
      changed: 1,
      mine: 1,
      kept: 1,
      unchanged: 9,
    });
  });

  it("lose nothing when one saves between the other's dry run and commit", async () => {
    const id = await uploaded(owner(), filled(await exported(owner()), [[0, "alt", { answer: "Ja" }]]));
    const { print } = await planOf(owner(), id);
    await save(second, 0, { answers: { alt: { value: "no" } } });
    const input = commitInput.parse({ plan: print, rest: "mine" });
    expect(await commitSheet(test.database, grantOf(owner()), auditActor(owner()), id, input)).toMatchObject({
      ok: false,
      code: "conflict",
    });
    expect((await current(0))?.answers).toEqual({ alt: { value: "no" } });
    expect((await findUpload(test.database, grantOf(owner()), id))?.outcome).toBeNull();
    // Looked at again, it is a conflict that can be decided.
    expect(await commit(owner(), id, { rest: "mine" })).toMatchObject({ ok: true });
    expect((await current(0))?.answers).toEqual({ alt: { value: "yes" } });
  });
});

describe("states", () => {
  const importOne = async (actor: CityActor) => {
    const id = await uploaded(actor, filled(await exported(actor), [[0, "sup", { answer: "Nein" }]]));
    expect(await commit(actor, id)).toMatchObject({ ok: true });
  };

  it("makes a submitted assessment a draft again", async () => {
    await save(owner(), 0, { answers: { alt: { value: "yes" } }, submit: true });
    await importOne(owner());
    expect(await current(0)).toMatchObject({
      state: "draft",
      submittedById: null,
      version: 2,
      answers: { alt: { value: "yes" }, sup: { value: "no" } },
    });
  });

  it("leaves an approved one as it was, superseded, and begins a new draft; nobody approves what they imported", async () => {
    const { id, version } = await save(owner(), 0, { answers: { alt: { value: "yes" } }, submit: true });
    const approver = city.actors.approver;
    const approve = (actor: CityActor, input: { assessmentId: string; version: number }) =>
      approveAssessment(test.database, testGrant(actor, "assessment.approve"), auditActor(actor), ids[0] ?? "", input);
    expect(await approve(approver, { assessmentId: id, version })).toMatchObject({ ok: true });
    const before = await test.database.assessment.findUniqueOrThrow({ where: { id } });

    const administrator = city.actors.administrator;
    await importOne(administrator);
    const old = await test.database.assessment.findUniqueOrThrow({ where: { id } });
    expect(old).toMatchObject({
      state: "superseded",
      answers: before.answers,
      approvedHash: before.approvedHash,
      approvedContent: before.approvedContent,
    });
    const next = await current(0);
    expect(next).toMatchObject({ state: "draft", answers: { alt: { value: "yes" }, sup: { value: "no" } } });
    // Submitted by somebody else, approved by the importer: still their own.
    const handed = await save(owner(), 0, { answers: {}, submit: true });
    const step = { assessmentId: handed.id, version: handed.version };
    expect(await approve(administrator, step)).toMatchObject({ ok: false, code: "forbidden" });
    expect(await approve(approver, step)).toMatchObject({ ok: true });
  });
});

describe("what is refused", () => {
  it("a file without the columns, or of no method", async () => {
    const upload = (text: string) =>
      uploadSheet(test.database, grantOf(owner()), { bytes: new TextEncoder().encode(text), fileName: "x.csv" }, "de");
    expect(await upload("Name;Wert\r\na;b\r\n")).toMatchObject({
      ok: false,
      message: "assessmentSheet.columnsMissing",
      params: { columns: expect.stringContaining("Kennung des IT-Service") as string },
    });
    const rows = (await exported(owner())).map((row) => ({ ...row, method: "x@1" }));
    expect(
      await uploadSheet(test.database, grantOf(owner()), { bytes: csv(rows), fileName: "x.csv" }, "de"),
    ).toMatchObject({ ok: false, message: "assessmentSheet.noMethod" });
    expect(await upload("")).toMatchObject({ ok: false, message: "assessmentSheet.refusedFile" });
  });

  it("comes back in the correction file, which is taken once corrected", async () => {
    const rows = filled(await exported(owner()), [
      [0, "alt", { answer: "jein" }],
      [1, "os", { answer: "Nein" }],
    ]);
    const id = await uploaded(owner(), rows);
    const plan = await planOf(owner(), id);
    const upload = await findUpload(test.database, grantOf(owner()), id);
    if (upload === null) throw new Error("no upload");
    const rejected = plan.rows.filter((row) => row.outcome === "rejected");
    const file = correctionFile(upload, rejected, "de", {
      sheet: "Blatt",
      row: "Zeile",
      column: "Spalte",
      reason: "Grund",
    });
    expect(file.split("\r\n")).toHaveLength(3);
    expect(file).toContain("Neue Antwort;");
    const bytes = new TextEncoder().encode(file.replace("jein", "Ja"));
    const again = await uploadSheet(test.database, grantOf(owner()), { bytes, fileName: "k.csv" }, "de");
    if (!again.ok) throw new Error(JSON.stringify(again));
    expect(await planOf(owner(), again.value.id)).toMatchObject({ total: 1, counts: { changed: 1, rejected: 0 } });
  });

  it("a row the file reader cannot split counts as rejected, and none is lost", async () => {
    const text = new TextDecoder().decode(csv(filled(await exported(owner()), [[1, "os", { answer: "Nein" }]])));
    const lines = text.split("\r\n");
    lines[2] = `${lines[2]};zu;viel`;
    const bytes = new TextEncoder().encode(lines.join("\r\n"));
    const done = await uploadSheet(test.database, grantOf(owner()), { bytes, fileName: "x.csv" }, "de");
    if (!done.ok) throw new Error(JSON.stringify(done));
    expect(await planOf(owner(), done.value.id)).toMatchObject({
      total: 12,
      counts: { changed: 1, unchanged: 10, conflict: 0, rejected: 1 },
    });
  });
});
