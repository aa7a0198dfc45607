import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { makeZip } from "@/lib/files/testing";
import { auditActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import type { Database } from "@/lib/server/database/client";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { syncCatalogue } from "../catalogue/mutations";
import { loadPortfolio } from "../portfolio/data";
import { rescore } from "../score/mutations";
import { findRun, loadTable, mappingColumns } from "./data";
import { correctionFile, loadDryRun } from "./data-view";
import { commitRun, importFile, planRun, uploadRun, type ImportReport } from "./mutations";
import { undoRun } from "./mutations-undo";

const test = freshDatabase();
const OULU = readFileSync("catalogue/examples/oulu-tietojarjestelmaluettelo-2023.csv");
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join("\r\n"));
const WORDS = {
  sheet: "Blatt",
  row: "Zeile",
  column: "Spalte",
  header: "Überschrift",
  value: "Wert",
  reason: "Grund",
  consequence: "Folge",
  rowRejected: "abgewiesen",
  valueLeftOut: "ausgelassen",
};

beforeAll(async () => {
  await syncCatalogue(test.database, "catalogue");
});

async function somebody(slug: string) {
  const place = await testCity(test.database, slug);
  const person = place.actors.administrator;
  const [grant, undo, read] = [
    testGrant(person, "service.import"),
    testGrant(person, "import.undo"),
    testGrant(person, "import.read"),
  ];
  return { ...place, cityId: place.city.id, grant, undo, read, actor: auditActor(person) };
}
type Somebody = Awaited<ReturnType<typeof somebody>>;

function accepted<T>(result: { ok: true; value: T } | { ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** Everything an import writes to, apart from counters. */
async function dump(database: Database, cityId: string): Promise<string> {
  const own = { where: { cityId } };
  return JSON.stringify({
    services: await database.service.findMany({
      ...own,
      orderBy: { id: "asc" },
      omit: { version: true, updatedAt: true },
    }),
    roles: await database.serviceRole.findMany({ ...own, orderBy: { id: "asc" } }),
    links: await database.serviceProduct.findMany({ ...own, orderBy: [{ serviceId: "asc" }, { position: "asc" }] }),
    organisations: await database.organisation.findMany({ ...own, orderBy: { id: "asc" } }),
    products: await database.product.findMany({ ...own, orderBy: { id: "asc" } }),
    departments: await database.department.findMany({ ...own, orderBy: { id: "asc" } }),
    scores: await database.serviceScore.findMany({ ...own, orderBy: { serviceId: "asc" }, omit: { computedAt: true } }),
  });
}

const bring = (who: Somebody, bytes: Uint8Array, dryRun = false) =>
  importFile(test.database, who.grant, who.actor, { bytes, fileName: "liste.csv", dryRun });

/** Upload and mapping as on the pages; the run then stands at its dry run. */
async function planned(who: Somebody, bytes: Uint8Array): Promise<{ id: string; hash: string }> {
  const { id } = accepted(await uploadRun(test.database, who.grant, who.actor, { bytes, fileName: "liste.csv" }, "de"));
  const table = await loadTable(test.database, who.read, id);
  const columns = await mappingColumns(test.database, who.read, null, table);
  accepted(
    await planRun(
      test.database,
      who.grant,
      who.actor,
      id,
      columns.map((column) => column.field),
    ),
  );
  return { id, hash: await shownHash(who, id) };
}

async function shownHash(who: Somebody, id: string): Promise<string> {
  const run = await findRun(test.database, who.read, id);
  if (run?.result?.kind !== "planned") throw new Error("no dry run");
  return run.result.planHash;
}

const sums = ({ rows, created, updated, unchanged, rejected }: ImportReport) =>
  rows === created + updated + unchanged + rejected.length;

describe("Oulu's list", () => {
  it("comes in whole, as foretold, and changes nothing when it comes again", async () => {
    const who = await somebody("oulu");
    const empty = await dump(test.database, who.cityId);
    const foretold = accepted(await bring(who, OULU, true));
    expect(await dump(test.database, who.cityId)).toBe(empty);

    const first = accepted(await bring(who, OULU));
    expect(first).toMatchObject({ rows: 205, created: 205, updated: 0, unchanged: 0, rejected: [] });
    expect({ ...first, run: null }).toEqual(foretold);
    expect(first.mapping).toEqual({
      Tietojärjestelmät: "name",
      Kutsumanimi: "shortName",
      Yksiköt: "department",
      Tarkoitus: "purpose",
      Toimittajat: "supplier",
      Sijainti: "dataLocation",
    });

    const makers = await test.database.serviceRole.groupBy({
      by: ["organisationId", "role", "dataAccess"],
      where: { cityId: who.cityId },
      _count: true,
    });
    const makerOf = (id: string) => makers.find((row) => row.organisationId === id);
    expect(makerOf("microsoft")).toMatchObject({ role: "maker", dataAccess: "unknown" });
    for (const id of ["ibm", "esri", "autodesk", "github"]) expect(makerOf(id), id).toBeDefined();
    const places = await test.database.service.groupBy({
      by: ["dataLocation"],
      where: { cityId: who.cityId },
      _count: true,
    });
    expect(new Set(places.map((row) => row.dataLocation))).toEqual(new Set([null, "FI", "EEA", "third-adequate"]));
    const drupal = await test.database.serviceProduct.findMany({
      where: { cityId: who.cityId, productId: "drupal" },
      include: { service: true },
    });
    expect(drupal.map((link) => link.service.shortName)).toContain("Ouka.fi / Drupal");

    // Stored scores are those of a fresh computation, and every service has one.
    const stored = await loadPortfolio(test.database, who.grant);
    await test.database.$transaction((tx) => rescore(tx, who.cityId, "all"));
    expect(await loadPortfolio(test.database, who.grant)).toEqual(stored);
    expect(stored).toHaveLength(205);

    const before = await dump(test.database, who.cityId);
    const again = accepted(await bring(who, OULU));
    expect(again).toMatchObject({ rows: 205, created: 0, updated: 0, unchanged: 205, newOrganisations: [] });
    expect(await dump(test.database, who.cityId)).toBe(before);
    expect(await verifyChain(test.database, who.cityId)).toMatchObject({ brokenAt: null });

    expect(
      accepted(await undoRun(test.database, who.undo, who.actor, first.run ?? "", { others: false })),
    ).toMatchObject({ deleted: 205, kept: 0 });
    expect(await dump(test.database, who.cityId)).toBe(empty);
    expect(await verifyChain(test.database, who.cityId)).toMatchObject({ brokenAt: null });
  });
});

const BASE = csv(
  "Name;Amt;Produkt;Hersteller;Betreiber;Betriebsmodell;Schutzbedarf;Kosten pro Jahr;Vertragsende;Nutzende",
  "Mail;IT;Exchange;Microsoft;;eigenes Rechenzentrum;hoch;1.200,50;31.12.2027;300",
  "Ratsinfo;Hauptamt;Sessia;Sessia AG;;SaaS;normal;;;",
  "Archiv;Hauptamt;;Unbekannte Software GmbH;Kommunal-RZ;;;;;",
);
const CHANGED = csv(
  "Name;Amt;Produkt;Hersteller;Betreiber;Betriebsmodell;Schutzbedarf;Kosten pro Jahr;Vertragsende;Nutzende",
  "Mail;IT;Nextcloud;Nextcloud GmbH, IBM;;SaaS;sehr hoch;2.000;31.12.2028;310",
  "Ratsinfo;Neues Amt;Sessia;Sessia AG;;;;;;",
  "Neu;Neues Amt;;Dritte KG;;;;;;",
  "Archiv;Hauptamt;;Unbekannte Software GmbH;Kommunal-RZ;;;;;",
  ";IT;;;;;;;;",
);

describe("taking an import back", () => {
  it("restores every field, role and product, and removes what nobody else uses", async () => {
    const who = await somebody("zurueck");
    accepted(await bring(who, BASE));
    const before = await dump(test.database, who.cityId);
    const report = accepted(await bring(who, CHANGED));
    expect(report).toMatchObject({
      rows: 5,
      created: 1,
      updated: 2,
      unchanged: 1,
      newDepartments: ["Neues Amt"],
      newOrganisations: ["Dritte KG"],
    });
    expect(report.rejected).toMatchObject([{ row: 6, column: 1, header: "Name" }]);
    const mail = await test.database.service.findFirstOrThrow({
      where: { cityId: who.cityId, name: "Mail" },
      include: { roles: { orderBy: [{ role: "asc" }, { organisationId: "asc" }] }, products: true, department: true },
    });
    expect(mail).toMatchObject({
      confidentiality: "very-high",
      integrity: "very-high",
      operatingModel: "vendor-saas",
      users: 310,
      version: 2,
    });
    expect(Number(mail.costPerYear)).toBe(2000);
    // With SaaS the makers also run it and can read the data.
    expect(mail.roles.filter((row) => row.role === "operator").map((row) => row.dataAccess)).toEqual([
      "readable",
      "readable",
    ]);
    expect(mail.products.map((link) => link.productId)).toEqual(["nextcloud"]);

    accepted(await undoRun(test.database, who.undo, who.actor, report.run ?? "", { others: false }));
    expect(await dump(test.database, who.cityId)).toBe(before);
    expect(await undoRun(test.database, who.undo, who.actor, report.run ?? "", { others: false })).toMatchObject({
      code: "not-possible",
    });
    expect(accepted(await bring(who, CHANGED))).toMatchObject({ created: 1, updated: 2 });
  });

  it("never touches what somebody changed since: refused with the list, or the others only", async () => {
    const who = await somebody("seither");
    accepted(await bring(who, BASE));
    const report = accepted(await bring(who, CHANGED));
    const [mail, fresh] = [await byName(who, "Mail"), await byName(who, "Neu")];
    await test.database.service.update({
      where: { id: mail.id },
      data: { purpose: "von Hand", version: { increment: 1 } },
    });
    await test.database.dependency.create({
      data: { cityId: who.cityId, fromId: mail.id, toId: fresh.id, kind: "identity" },
    });
    const all = await dump(test.database, who.cityId);
    expect(await undoRun(test.database, who.undo, who.actor, report.run ?? "", { others: false })).toMatchObject({
      code: "not-possible",
      params: { count: 2 },
      current: [{ name: "Mail" }, { name: "Neu" }],
    });
    expect(await dump(test.database, who.cityId)).toBe(all);

    expect(
      accepted(await undoRun(test.database, who.undo, who.actor, report.run ?? "", { others: true })),
    ).toMatchObject({ restored: 1, deleted: 0, kept: 2 });
    expect(await byName(who, "Mail")).toMatchObject({ purpose: "von Hand", users: 310 });
    expect((await byName(who, "Ratsinfo")).department?.name).toBe("Hauptamt");
    expect((await byName(who, "Neu")).department?.name).toBe("Neues Amt");
    const kept = await test.database.organisation.findMany({ where: { cityId: who.cityId, name: "Dritte KG" } });
    expect(kept).toHaveLength(1);
  });

  const byName = (who: Somebody, name: string) =>
    test.database.service.findFirstOrThrow({ where: { cityId: who.cityId, name }, include: { department: true } });
});

describe("step by step", () => {
  it("remembers the mapping, shows the dry run, and writes only on commit", async () => {
    const who = await somebody("schritte");
    const empty = await dump(test.database, who.cityId);
    const { id, hash } = await planned(who, BASE);
    expect(await dump(test.database, who.cityId)).toBe(empty);
    const run = await findRun(test.database, who.read, id);
    if (run === null) throw new Error("the run is there");
    const view = await loadDryRun(test.database, who.read, run, { outcome: "created", page: 1 });
    expect(view).toMatchObject({
      stale: false,
      filtered: 3,
      counts: { rows: 3, created: 3 },
      moves: { servicesBefore: 0, servicesAfter: 3 },
    });
    accepted(await commitRun(test.database, who.grant, who.actor, id, hash));
    const done = await findRun(test.database, who.read, id);
    expect(done?.result).toMatchObject({ kind: "committed", planHash: hash, moves: view.moves });
    const columns = await mappingColumns(test.database, who.read, null, await loadTable(test.database, who.read, id));
    expect(columns.every((column) => column.origin === "remembered")).toBe(true);
    const chain = await test.database.auditEvent.findMany({ where: { cityId: who.cityId }, orderBy: { id: "asc" } });
    expect(chain.map((row) => row.action)).toEqual([
      "import.upload",
      "import.plan",
      "service.create",
      "service.create",
      "service.create",
      "import.commit",
    ]);
  });

  it("refuses a plan that is no longer the one shown, writes nothing, and plans anew", async () => {
    const who = await somebody("veraltet");
    accepted(await bring(who, BASE));
    const { id, hash } = await planned(who, CHANGED);
    const mail = await test.database.service.findFirstOrThrow({ where: { cityId: who.cityId, name: "Mail" } });
    await test.database.service.update({ where: { id: mail.id }, data: { users: 310, version: { increment: 1 } } });
    const before = await dump(test.database, who.cityId);
    expect(await commitRun(test.database, who.grant, who.actor, id, hash)).toMatchObject({
      code: "conflict",
      message: "import.stale",
    });
    expect(await dump(test.database, who.cityId)).toBe(before);
    const fresh = await shownHash(who, id);
    expect(fresh).not.toBe(hash);
    accepted(await commitRun(test.database, who.grant, who.actor, id, fresh));
  });

  it("commits once, however many ask at the same time", async () => {
    const who = await somebody("zugleich");
    const { id, hash } = await planned(who, BASE);
    const results = await Promise.all([1, 2, 3].map(() => commitRun(test.database, who.grant, who.actor, id, hash)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await test.database.service.count({ where: { cityId: who.cityId } })).toBe(3);
    expect(await test.database.auditEvent.count({ where: { cityId: who.cityId, action: "import.commit" } })).toBe(1);
    const both = await Promise.all(
      [1, 2].map(() => undoRun(test.database, who.undo, who.actor, id, { others: false })),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  it("does not find another city's run", async () => {
    const [one, two] = [await somebody("fremd-eins"), await somebody("fremd-zwei")];
    const { id, hash } = await planned(one, BASE);
    expect(await findRun(test.database, two.read, id)).toBeNull();
    expect(await planRun(test.database, two.grant, two.actor, id, [])).toMatchObject({ code: "not-found" });
    expect(await commitRun(test.database, two.grant, two.actor, id, hash)).toMatchObject({ code: "not-found" });
    accepted(await commitRun(test.database, one.grant, one.actor, id, hash));
    expect(await undoRun(test.database, two.undo, two.actor, id, { others: true })).toMatchObject({
      code: "not-found",
    });
    expect(await correctionFile(test.database, two.read, id, "de", WORDS)).toBeNull();
  });

  it("says for every line what was not taken over, with the row beside it", async () => {
    const who = await somebody("korrektur");
    const report = accepted(
      await bring(who, csv("Name;Kosten pro Jahr;Zweck", "A;viel;x", ";5;ohne Namen", "B;7;=1+1", "A;3;doppelt")),
    );
    expect(sums(report)).toBe(true);
    expect(report).toMatchObject({ rows: 4, created: 2 });
    expect(report.rejected.map(({ row, column }) => [row, column])).toEqual([
      [3, 1],
      [5, 1],
    ]);
    expect(report.warnings).toMatchObject([{ row: 2, column: 2, header: "Kosten pro Jahr", value: "viel" }]);
    const file = await correctionFile(test.database, who.read, report.run ?? "", "de", WORDS);
    expect(file?.header).toEqual([
      "Blatt",
      "Zeile",
      "Spalte",
      "Überschrift",
      "Wert",
      "Grund",
      "Folge",
      "Name",
      "Kosten pro Jahr",
      "Zweck",
    ]);
    expect(file?.rows.map((row) => [row[1], row[6], row[9]])).toEqual([
      [2, "ausgelassen", "x"],
      [3, "abgewiesen", "ohne Namen"],
      [5, "abgewiesen", "doppelt"],
    ]);
  });
});

describe("for any table", () => {
  const word = fc.constantFrom(
    "",
    "Mail",
    "Archiv",
    "Wahl",
    "IT",
    "unbekannt",
    "Microsoft",
    "IBM und Solita Oy",
    "5",
    "1.234,50",
    "31.12.2027",
    "SaaS",
    "hoch",
    "sehr viel",
    "a".repeat(400),
  );
  const row = fc.array(word, { minLength: 6, maxLength: 6 });

  it("every row is accounted for, the second time nothing changes, and the undo leaves no trace", async () => {
    const who = await somebody("zufall");
    const empty = await dump(test.database, who.cityId);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const bytes = csv(
          "Name;Amt;Hersteller;Kosten pro Jahr;Vertragsende;Betriebsmodell",
          ...rows.map((cells) => cells.join(";")),
        );
        const first = await bring(who, bytes);
        // Nothing but empty lines is refused as a file.
        if (!first.ok) return expect(first.code).toBe("invalid");
        const report = first.value;
        expect(sums(report)).toBe(true);
        const again = accepted(await bring(who, bytes));
        expect(again).toMatchObject({
          created: 0,
          updated: 0,
          unchanged: report.created + report.updated + report.unchanged,
        });
        accepted(await undoRun(test.database, who.undo, who.actor, report.run ?? "", { others: false }));
        expect(await dump(test.database, who.cityId)).toBe(empty);
      }),
      { numRuns: 15 },
    );
    expect(await verifyChain(test.database, who.cityId)).toMatchObject({ brokenAt: null });
  });
});

describe("files that are none", () => {
  it.each<[string, Uint8Array, RegExp]>([
    ["a PDF", csv("%PDF-1.7", "x"), /PDF/],
    ["NUL bytes", csv("Name;Amt", "A\0;B"), /NUL/],
    ["nothing", csv(""), /no text/],
    ["a ZIP that is no table", makeZip([{ name: "a.txt", content: "x" }]), /ZIP/],
    ["a ZIP bomb", makeZip([{ name: "xl/workbook.xml", content: Buffer.alloc(120 * 1024 * 1024) }]), /unpacked/],
    ["only a header", csv("Name;Amt"), /line 1/],
  ])("refuses %s with a sentence", async (_name, bytes, message) => {
    const who = await somebody(`kaputt-${_name.replace(/[^a-z]+/gi, "-").toLowerCase()}`);
    const refused = await bring(who, bytes);
    expect(refused).toMatchObject({ ok: false, code: "invalid", message: "import.fileRefused" });
    expect(refused.ok ? "" : String(refused.params?.text)).toMatch(message);
    expect(await test.database.importRun.count({ where: { cityId: who.cityId } })).toBe(0);
  });

  it("names two headings alike, a name of 10,000 characters, formulas and half characters, and goes on", async () => {
    const who = await somebody("seltsam");
    const bytes = csv("Name;Zweck;Zweck", `${"x".repeat(10_000)};a;b`, "=HYPERLINK();c;d", `B\uD800;e;f`);
    const report = accepted(await bring(who, bytes));
    expect(sums(report)).toBe(true);
    expect(report.warnings.some(({ reason }) => /column 2 and in column 3/.test(reason))).toBe(true);
    expect(report.rejected).toMatchObject([{ row: 2, reason: expect.stringContaining("10000") }]);
    expect(
      await test.database.service.findFirst({ where: { cityId: who.cityId, name: "=HYPERLINK()" } }),
    ).not.toBeNull();
  });

  it("refuses a mapping without a name, with a field twice, or for other columns", async () => {
    const who = await somebody("zuordnung");
    const { id } = accepted(
      await uploadRun(test.database, who.grant, who.actor, { bytes: BASE, fileName: "a.csv" }, "de"),
    );
    const width = (await loadTable(test.database, who.read, id)).header.length;
    const columns = Array<null>(width).fill(null);
    const plan = (mapping: readonly ("name" | "owner" | null)[]) =>
      planRun(test.database, who.grant, who.actor, id, mapping);
    expect(await plan(columns)).toMatchObject({ message: "import.mapping_nameMissing" });
    expect(await plan(["name", "owner", "owner", ...columns.slice(3)])).toMatchObject({
      message: "import.mapping_fieldTwice",
    });
    expect(await plan(["name"])).toMatchObject({ message: "import.mapping_columns" });
    expect(
      await importFile(test.database, who.grant, who.actor, {
        bytes: BASE,
        fileName: "a.csv",
        dryRun: true,
        mapping: { Titel: "name" },
      }),
    ).toMatchObject({ message: "import.mapping_noSuchHeader" });
    expect(
      await importFile(test.database, who.grant, who.actor, {
        bytes: BASE,
        fileName: "a.csv",
        dryRun: true,
        mapping: { Name: "licence" },
      }),
    ).toMatchObject({ message: "import.mapping_noSuchField" });
  });
});
