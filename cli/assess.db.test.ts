import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { saveAssessment } from "@/lib/features/assessment/mutations";
import { saveAnswersInput } from "@/lib/features/assessment/schema";
import { readTable } from "@/lib/files";
import { auditActor } from "@/lib/server/access";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { rescore } from "@/lib/features/score/mutations";
import { hoheit } from "./testing/run";

const test = freshDatabase();
const MUNICH = "munich-sds@2026-02";
const PLACE = ["--city", "stadt", "--method", MUNICH];
const folder = mkdtempSync(join(tmpdir(), "hoheit-assess-"));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

let city: Awaited<ReturnType<typeof testCity>>;
let services: string[];
beforeAll(async () => {
  city = await testCity(test.database, "stadt");
});
beforeEach(async () => {
  await test.database.service.deleteMany({});
  const rows = ["Eins", "=Zwei"].map((name) => ({
    cityId: city.city.id,
    name,
    naturalKey: name,
    departmentId: city.department.id,
  }));
  services = (await test.database.service.createManyAndReturn({ data: rows, select: { id: true } })).map(
    ({ id }) => id,
  );
  await test.database.$transaction((tx) => rescore(tx, city.city.id, "all"), { timeout: 60_000 });
});

const stored = async () =>
  (await test.database.assessment.findMany({ where: { state: { not: "superseded" } } })).map(
    ({ serviceId, answers }) => [services.indexOf(serviceId), answers],
  );

async function exported(name: string, ...more: string[]): Promise<string> {
  const { status, stderr } = await hoheit(["assess", "export", ...PLACE, "--out", file(name), ...more]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return readFileSync(file(name), "utf8");
}

/** Fills "Neue Antwort" of one question of one service in a CSV file that was exported. */
function fill(name: string, text: string, service: number, criterion: string, answer: string): void {
  const lines = text.split("\r\n").map((line) => {
    const cells = line.split(";");
    if (cells[9] !== criterion || cells[10] !== services[service]) return line;
    return cells.map((cell, i) => (i === 7 ? answer : cell)).join(";");
  });
  writeFileSync(file(name), lines.join("\r\n"));
}

async function imported(name: string, status: number, ...more: string[]) {
  const ran = await hoheit(["assess", "import", ...PLACE, "--json", ...more, file(name)]);
  expect(ran).toMatchObject({ status });
  const report = JSON.parse(ran.stdout) as {
    rows: number;
    changed: number;
    unchanged: number;
    conflicts: unknown[];
    rejected: unknown[];
  };
  expect(report.changed + report.unchanged + report.conflicts.length + report.rejected.length).toBe(report.rows);
  return { ...report, stderr: ran.stderr };
}

const saveInTheBrowser = (service: number, value: string) =>
  saveAssessment(
    test.database,
    testGrant(city.actors.strategist, "assessment.write"),
    auditActor(city.actors.strategist),
    services[service] ?? "",
    saveAnswersInput.parse({ method: MUNICH, version: 0, answers: { alt: { value } } }),
  );

describe("assess export and import", { timeout: 120_000 }, () => {
  it("writes a row for each question, and takes it back without a change", async () => {
    const text = await exported("a.csv");
    expect(text.split("\r\n")).toHaveLength(1 + 12 + 1);
    expect(text).toContain("\r\n'=Zwei;");
    expect(await imported("a.csv", 0)).toMatchObject({
      rows: 12,
      changed: 0,
      unchanged: 12,
      conflicts: [],
      rejected: [],
    });
    expect(await stored()).toEqual([]);
  });

  it("takes over a filled-in answer, but not in a dry run, and names the command line as author", async () => {
    fill("b.csv", await exported("b.csv"), 1, "alt", "Ja");
    expect(await imported("b.csv", 0, "--dry-run")).toMatchObject({ changed: 1, unchanged: 11, written: false });
    expect(await stored()).toEqual([]);
    expect(await imported("b.csv", 0)).toMatchObject({ changed: 1, unchanged: 11, written: true });
    expect(await stored()).toEqual([[1, { alt: { value: "yes" } }]]);
    expect(await imported("b.csv", 0)).toMatchObject({ changed: 0, unchanged: 12 });
    const entry = await test.database.auditEvent.findFirstOrThrow({
      where: { cityId: city.city.id, action: "assessment.create" },
      orderBy: { id: "desc" },
    });
    expect(entry).toMatchObject({ actorName: "cli", actorId: null, reason: "b.csv" });
  });

  it("refuses the whole file at a conflict unless told who wins", async () => {
    const text = await exported("c.csv");
    fill("c.csv", text, 0, "alt", "ja");
    fill("c.csv", readFileSync(file("c.csv"), "utf8"), 1, "alt", "ja");
    expect(await saveInTheBrowser(0, "no")).toMatchObject({ ok: true });
    const conflict = {
      row: expect.any(Number) as number,
      column: "New answer",
      service: services[0],
      criterion: "alt",
      stored: "no",
      exported: null,
      given: "yes",
    };
    const refused = await imported("c.csv", 1);
    expect(refused).toMatchObject({ changed: 1, written: false });
    expect(refused.conflicts).toMatchObject([conflict]);
    expect(refused.stderr).toMatch(/Nothing was written/);
    expect(await stored()).toEqual([[0, { alt: { value: "no" } }]]);

    expect(await imported("c.csv", 0, "--on-conflict", "theirs")).toMatchObject({ changed: 1, written: true });
    expect((await stored()).sort()).toEqual([
      [0, { alt: { value: "no" } }],
      [1, { alt: { value: "yes" } }],
    ]);
    expect(await imported("c.csv", 0, "--on-conflict", "mine")).toMatchObject({ changed: 0, unchanged: 11 });
    expect((await stored()).sort()).toMatchObject([
      [0, { alt: { value: "yes" } }],
      [1, {}],
    ]);
  });

  it("names what it rejects with row, column, value and reason, and takes over the rest", async () => {
    const text = await exported("d.csv", "--language", "en");
    fill("d.csv", text, 0, "alt", "perhaps");
    fill("d.csv", readFileSync(file("d.csv"), "utf8"), 0, "os", "no");
    const report = await imported("d.csv", 1);
    expect(report).toMatchObject({ changed: 1, unchanged: 10, written: true });
    expect(report.rejected).toMatchObject([
      { column: "New answer", value: "perhaps", reason: expect.stringContaining("Yes | No") as string },
    ]);
    expect(await stored()).toEqual([[0, { os: { value: "no" } }]]);
  });

  it("writes a workbook, and keeps to the filter", async () => {
    await exported("e.xlsx", "--filter", `department=${city.department.id}`);
    const read = await readTable(readFileSync(file("e.xlsx")), "e.xlsx");
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.table).toMatchObject({ format: "xlsx", sheet: "Bewertung", problems: [] });
    expect(read.table.rows).toHaveLength(12);
    expect(await imported("e.xlsx", 0)).toMatchObject({ rows: 12, unchanged: 12 });
    const none = await hoheit(["assess", "export", ...PLACE, "--filter", `department=${city.other.id}`]);
    expect(none.stdout.trim().split("\n")).toHaveLength(1);
  });

  it("refuses an unknown method, another table and a wrong option", async () => {
    const cases: readonly [readonly string[], number, RegExp][] = [
      [["export", "--city", "stadt", "--method", "munich-sds@1"], 1, /no method munich-sds@1/],
      [["import", "--city", "stadt", "--method", "munich-sds@1", "package.json"], 1, /method/],
      [
        ["import", ...PLACE, join("catalogue", "examples", "oulu-tietojarjestelmaluettelo-2023.csv")],
        1,
        /lacks these columns/,
      ],
      [["import", ...PLACE, "--on-conflict", "both", "package.json"], 2, /refuse, mine or theirs/],
    ];
    for (const [args, status, reason] of cases) {
      const ran = await hoheit(["assess", ...args]);
      expect(ran).toMatchObject({ status, stdout: "" });
      expect(ran.stderr).toMatch(reason);
    }
  });
});
