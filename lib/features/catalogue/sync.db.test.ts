import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity } from "@/lib/server/testing/database";
import { loadPortfolio } from "../portfolio/data";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { portfolioRow, rescore } from "../score/mutations";
import { syncCatalogue } from "./mutations";

const test = freshDatabase();
const original = join(process.cwd(), "catalogue");
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "hoheit-catalogue-"));
  for (const file of ["organisations", "products", "jurisdictions", "aliases"]) {
    await cp(join(original, `${file}.json`), join(dir, `${file}.json`));
  }
});
afterEach(async () => {
  await syncCatalogue(test.database, original);
  await rm(dir, { recursive: true });
});

type Row = Record<string, unknown> & { id: string };

/** Edits one of the copied files. */
async function edit(file: "organisations" | "products", change: (rows: Row[]) => Row[]) {
  const path = join(dir, `${file}.json`);
  const value = JSON.parse(await readFile(path, "utf8")) as Record<string, Row[]>;
  await writeFile(path, JSON.stringify({ ...value, [file]: change(value[file] ?? []) }));
}

const with_ = (id: string, fields: Record<string, unknown>) => (rows: Row[]) =>
  rows.map((row) => (row.id === id ? { ...row, ...fields } : row));
const without = (id: string) => (rows: Row[]) => rows.filter((row) => row.id !== id);

/** A city with one service on Exchange Server. */
async function cityWithService(slug: string) {
  const made = await testCity(test.database, slug);
  const cityId = made.city.id;
  const service = await test.database.service.create({
    data: {
      cityId,
      name: "E-Mail",
      naturalKey: "e-mail",
      products: { create: [{ cityId, productId: "exchange-server" }] },
      roles: { create: [{ cityId, role: "operator", organisationId: "dataport", dataAccess: "readable" }] },
    },
  });
  await test.database.$transaction((tx) => rescore(tx, cityId, "all"));
  return { ...made, service };
}

async function stored(cityId: string) {
  return loadPortfolio(test.database, { cityId });
}
async function fresh(cityId: string) {
  const city = await loadCityWorld(test.database, cityId);
  const inputs = await loadScoringInputs(test.database, cityId, city.products, "all");
  return inputs.map((input) => portfolioRow(city, input, new Date().toISOString().slice(0, 10)));
}

describe("syncCatalogue", () => {
  it("has filled the template, and a second run changes nothing", async () => {
    expect(await test.database.organisation.count({ where: { cityId: null, kind: { not: "owner" } } })).toBe(382);
    expect(await test.database.product.count()).toBe(414);
    expect(await test.database.jurisdiction.count()).toBe(61);
    const microsoft = await test.database.organisation.findUniqueOrThrow({ where: { id: "microsoft" } });
    expect(microsoft.aliases).toEqual(expect.arrayContaining(["Microsoft Oy", "Microsoft Ireland Operations Limited"]));
    expect(await test.database.ownership.findMany({ where: { organisationId: "github" } })).toMatchObject([
      { ownerId: "microsoft", control: true, share: null },
    ]);
    const log = await test.database.auditEvent.count();
    expect(await syncCatalogue(test.database, original)).toMatchObject({ changed: false });
    expect(await test.database.auditEvent.count()).toBe(log);
  });

  it("touches only the row that changed, keeps corrections and scores every city again", async () => {
    const { city } = await cityWithService("geaendert");
    await test.database.correction.create({
      data: {
        cityId: city.id,
        subjectType: "product",
        subjectId: "exchange-server",
        field: "licence",
        value: "MIT",
        reason: "Test",
      },
    });
    await test.database.$transaction((tx) => rescore(tx, city.id, "all"));
    const before = await test.database.product.findMany({
      where: { id: { not: "exchange-server" } },
      orderBy: { id: "asc" },
    });
    await edit(
      "products",
      with_("exchange-server", { source_model: "open-source", osi_approved: true, open_source_alternatives: [] }),
    );

    expect(await syncCatalogue(test.database, dir)).toEqual({
      changed: true,
      organisations: { created: 0, updated: 0, withdrawn: 0 },
      products: { created: 0, updated: 1, withdrawn: 0 },
      jurisdictions: { created: 0, updated: 0, withdrawn: 0 },
      rescored: await test.database.service.count(),
    });
    const after = await test.database.product.findMany({
      where: { id: { not: "exchange-server" } },
      orderBy: { id: "asc" },
    });
    expect(after).toEqual(before);
    expect(await test.database.product.findUnique({ where: { id: "exchange-server" } })).toMatchObject({
      sourceModel: "open-source",
      version: 2,
    });
    expect((await loadCityWorld(test.database, city.id)).products.get("exchange-server")).toMatchObject({
      licence: "MIT",
      sourceModel: "open-source",
    });
    expect(await stored(city.id)).toEqual(await fresh(city.id));
    expect((await stored(city.id))[0]?.licence).toBe("open");
    expect(await verifyChain(test.database, null)).toMatchObject({ brokenAt: null });
  });

  it("replaces owners, adds new ones, and the exposure follows", async () => {
    const { city } = await cityWithService("verkauft");
    expect((await stored(city.id))[0]?.exposure).toBe("J1");
    await edit(
      "organisations",
      with_("dataport", {
        ultimate_parent: { name: "Newcomer Holdings Inc.", country: "US", self: false },
        ownership: "private-equity",
        us_nexus: "parent",
      }),
    );
    expect(await syncCatalogue(test.database, dir)).toMatchObject({ organisations: { created: 1, updated: 1 } });
    expect(await test.database.ownership.findMany({ where: { organisationId: "dataport" } })).toMatchObject([
      { ownerId: "parent:newcomer-holdings", control: true },
    ]);
    expect((await stored(city.id))[0]?.exposure).toBe("J3");
    expect(await stored(city.id)).toEqual(await fresh(city.id));
  });

  it("marks a row that is gone, keeps the services on it, and takes it back", async () => {
    const { city, service } = await cityWithService("zurueckgezogen");
    await edit("organisations", without("dataport"));
    // The row and its owner, whom nothing else names.
    expect(await syncCatalogue(test.database, dir)).toMatchObject({
      organisations: { created: 0, updated: 0, withdrawn: 2 },
    });
    const gone = await test.database.organisation.findUniqueOrThrow({ where: { id: "dataport" } });
    expect(gone.withdrawnAt).toBeInstanceOf(Date);
    expect(
      await test.database.serviceRole.count({ where: { serviceId: service.id, organisationId: "dataport" } }),
    ).toBe(1);
    expect(await stored(city.id)).toEqual(await fresh(city.id));
    expect(await syncCatalogue(test.database, original)).toMatchObject({
      organisations: { created: 0, updated: 2, withdrawn: 0 },
    });
    expect(await test.database.organisation.findUnique({ where: { id: "dataport" } })).toMatchObject({
      withdrawnAt: null,
    });
    expect(await stored(city.id)).toEqual(await fresh(city.id));
  });

  it("leaves a city's own rows alone, and two processes at once do it once", async () => {
    const { city } = await testCity(test.database, "eigene");
    const own = await test.database.organisation.create({
      data: {
        id: "own-1",
        cityId: city.id,
        name: "Stadtwerke IT",
        ownershipKnown: "listed",
        confidence: "high",
        evidence: "city",
      },
    });
    await test.database.ownership.create({
      data: {
        cityId: city.id,
        organisationId: own.id,
        ownerId: "dataport",
        control: true,
        confidence: "high",
        evidence: "city",
      },
    });
    await edit("organisations", with_("dataport", { note: "changed" }));
    const both = await Promise.all([syncCatalogue(test.database, dir), syncCatalogue(test.database, dir)]);
    expect(both.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await test.database.organisation.findUnique({ where: { id: own.id } })).toEqual(own);
    expect(await test.database.ownership.count({ where: { organisationId: own.id } })).toBe(1);
  });

  it("stores nothing when a file is broken", async () => {
    await edit("products", with_("exchange-server", { licence: "" }));
    await edit("organisations", with_("dataport", { note: "changed" }));
    await expect(syncCatalogue(test.database, dir)).rejects.toThrow(/products.json: products.\d+.licence/);
    const dataport = await test.database.organisation.findUniqueOrThrow({ where: { id: "dataport" } });
    expect(dataport.note).not.toBe("changed");
  });
});
