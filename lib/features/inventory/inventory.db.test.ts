import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { LIST_SORTS, PLAIN_LIST, type InventoryTab, type ListSort } from "@/lib/domain/service/list";
import { searchText } from "@/lib/domain/service/search";
import { FACET_KEYS, FACETS, matches, type FacetKey, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { anyRow } from "@/lib/domain/strategy/testing/rows";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { loadPortfolio } from "../portfolio/data";
import { loadInventory, loadSelection } from "./data";

const test = freshDatabase();
const SIZE = 240;
const NO_TABS = { all: {}, need: {}, gap: {}, exposure: {}, exit: {}, open: {} } satisfies Record<
  InventoryTab,
  ServiceFilter
>;

type City = Awaited<ReturnType<typeof testCity>>;
let city: City;
let other: City;
let rows: PortfolioRow[];

/** Writes generated rows as they are: what counts here is that list and domain read the same, not where figures come from. */
async function store(owner: City, generated: readonly PortfolioRow[], name: (index: number) => string): Promise<void> {
  const departments = [owner.department.id, owner.other.id];
  const day = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00Z`));
  await test.database.service.createMany({
    data: generated.map((row, i) => ({
      id: row.serviceId,
      cityId: owner.city.id,
      name: name(i),
      naturalKey: name(i),
      searchText: searchText([name(i)]),
      departmentId: row.departmentId === null ? null : (departments[i % 2] ?? null),
      lifecycle: row.lifecycle,
      operatingModel: row.operatingModel,
      ownDevelopment: row.ownDevelopment,
      codePublished: row.codePublished,
      users: row.users,
      costPerYear: row.costPerYear,
      contractEnd: day(row.contractEnd),
    })),
  });
  await test.database.serviceScore.createMany({
    data: generated.map((row) => ({
      serviceId: row.serviceId,
      cityId: owner.city.id,
      methodRef: row.methodRef,
      munichValue: row.munich.value,
      munichBest: row.munich.best,
      munichWorst: row.munich.worst,
      freedomValue: row.freedom.value,
      freedomBest: row.freedom.best,
      freedomWorst: row.freedom.worst,
      jurisdictionValue: row.jurisdiction.value,
      jurisdictionBest: row.jurisdiction.best,
      jurisdictionWorst: row.jurisdiction.worst,
      opennessValue: row.openness.value,
      opennessBest: row.openness.best,
      opennessWorst: row.openness.worst,
      exposure: row.exposure,
      exposureAtLeast: row.exposureAtLeast,
      exposureWorst: row.exposureWorst,
      licence: row.licence,
      controllerId: row.controllerId,
      controllerName: row.controllerName,
      controllerCountry: row.controllerCountry,
      controllerPublic: row.controllerPublic,
      doubleGrip: row.doubleGrip,
      protectionNeed: row.protectionNeed,
      requiredMunich: row.requiredMunich,
      requiredExposure: row.requiredExposure,
      gapMunich: row.gapMunich,
      gapExposure: row.gapExposure,
      gap: row.gap,
      noticeBy: day(row.noticeBy),
      confidence: row.confidence,
      munichAnswers: row.munichAnswers,
    })),
  });
}

const sample = (count: number, seed: number): PortfolioRow[] =>
  fc
    .sample(
      fc.integer({ min: 0, max: 2 ** 30 }).chain(() => anyRow("x")),
      { numRuns: count, seed },
    )
    .map((row) => ({ ...row, serviceId: randomUUID() }));

beforeAll(async () => {
  city = await testCity(test.database, "gross");
  other = await testCity(test.database, "nachbar");
  // Same names on purpose: the order must not depend on chance.
  await store(city, sample(SIZE, 7), (i) => ["Überwachung", "ueberblick", "Zoo", "Archiv", "Äpfel"][i % 5] ?? "x");
  await store(other, sample(40, 8), () => "Nachbars Dienst");
  rows = await loadPortfolio(test.database, testGrant(city.actors.viewer, "service.read"));
});

const grant = () => testGrant(city.actors.viewer, "service.read");
const list = (change: Partial<typeof PLAIN_LIST>) => ({ ...PLAIN_LIST, ...change });

const anyFilter = (): fc.Arbitrary<ServiceFilter> =>
  fc
    .tuple(
      fc.record(
        Object.fromEntries(
          FACET_KEYS.map((key: FacetKey) => {
            const values: readonly string[] | null = FACETS[key].values;
            const ids =
              key === "department"
                ? [city.department.id, city.other.id, "none", "x'; --"]
                : ["acme", "big", "kdz", "unknown"];
            return [key, fc.uniqueArray(fc.constantFrom(...(values ?? ids)), { maxLength: 3 })];
          }),
        ),
      ),
      fc.subarray([...FACET_KEYS], { maxLength: 3 }),
      fc.record(
        {
          noticeFrom: fc.constantFrom("2026-01-01", "2027-06-30"),
          noticeTo: fc.constantFrom("2026-12-31", "2028-02-29"),
        },
        { requiredKeys: [] },
      ),
      fc.boolean(),
    )
    .map(([facets, keep, days, withDays]) => ({
      ...Object.fromEntries(Object.entries(facets).filter(([key]) => (keep as string[]).includes(key))),
      ...(withDays ? days : {}),
    }));

describe("the list's filter", () => {
  it("means in SQL what it means in the domain, and its sums are those of the rows", async () => {
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(fc.constant(null).chain(anyFilter), async (filter) => {
        const wanted = rows.filter((row) => matches(row, filter));
        const found = await loadInventory(test.database, grant(), list({ filter, size: 100 }), {
          ...NO_TABS,
          gap: filter,
        });
        const all = await loadSelection(test.database, grant(), list({ filter }));
        hits += wanted.length;
        expect(all.map((row) => row.serviceId).sort()).toEqual(wanted.map((row) => row.serviceId).sort());
        expect(found.sums.total).toBe(wanted.length);
        expect(found.sums.tabs.gap).toBe(wanted.length);
        expect(found.sums.tabs.all).toBe(rows.filter((row) => matches(row, {})).length);
        expect(found.sums.costUnknown).toBe(wanted.filter((row) => row.costPerYear === null).length);
        expect(found.sums.cost ?? 0).toBeCloseTo(
          wanted.reduce((sum, row) => sum + (row.costPerYear ?? 0), 0),
          2,
        );
        expect(found.sums.levels.none).toBe(wanted.filter((row) => row.munich.value === null).length);
        expect(Object.values(found.sums.levels).reduce((a, b) => a + b)).toBe(wanted.length);
        expect(Object.values(found.sums.gaps).reduce((a, b) => a + b)).toBe(wanted.length);
      }),
      { numRuns: 120 },
    );
    expect(hits).toBeGreaterThan(500);
  });

  it("gives every single value of every facet the same services as the domain", async () => {
    for (const key of FACET_KEYS) {
      const values: readonly string[] =
        FACETS[key].values ?? (key === "department" ? [city.department.id, "none"] : ["acme", "big", "unknown"]);
      for (const value of values) {
        const filter = { lifecycle: ["planned", "active", "phasing-out", "retired"], [key]: [value] } as ServiceFilter;
        const all = await loadSelection(test.database, grant(), list({ filter }));
        expect(all.map((row) => row.serviceId).sort(), `${key}=${value}`).toEqual(
          rows
            .filter((row) => matches(row, filter))
            .map((row) => row.serviceId)
            .sort(),
        );
      }
    }
  });

  it("shows figures as they are stored", async () => {
    const [first] = await loadSelection(test.database, grant(), list({}));
    expect(first).toMatchObject(rows.find((row) => row.serviceId === first?.serviceId) ?? { none: true });
  });

  it("shows what else is known of a service, its main product first", async () => {
    const facts = {
      shortName: "K",
      externalId: "7",
      responsible: "Amt 50",
      dataLocation: "DE",
      controlKeys: "city-only",
    };
    const service = await test.database.service.findFirstOrThrow({
      where: { cityId: other.city.id, lifecycle: "active" },
    });
    await test.database.service.update({ where: { id: service.id }, data: facts });
    await test.database.organisation.create({
      data: {
        id: "own-maker",
        cityId: other.city.id,
        name: "Maker",
        ownershipKnown: "unknown",
        confidence: "high",
        evidence: "city",
      },
    });
    for (const [position, id] of ["own-b", "own-a"].entries()) {
      const product = { id, name: id, cityId: other.city.id, confidence: "high", evidence: "city" };
      await test.database.product.create({ data: { ...product, makerId: position === 0 ? "own-maker" : null } });
      await test.database.serviceProduct.create({
        data: { cityId: other.city.id, serviceId: service.id, productId: id, position },
      });
    }
    const found = await loadSelection(test.database, testGrant(other.actors.viewer, "service.read"), list({}));
    expect(found.find((row) => row.serviceId === service.id)).toMatchObject({
      ...facts,
      products: [
        { id: "own-b", name: "own-b", maker: "Maker" },
        { id: "own-a", name: "own-a", maker: null },
      ],
    });
  });

  it("names the filter that empties the list", async () => {
    const never: ServiceFilter = { noticeFrom: "2099-01-01", licence: ["open"] };
    const found = await loadInventory(test.database, grant(), list({ filter: never }), NO_TABS);
    expect(found.sums.total).toBe(0);
    expect(found.emptiedBy).toEqual([
      { key: "noticeFrom", without: rows.filter((row) => matches(row, { licence: ["open"] })).length },
    ]);
  });

  it("never shows another city", async () => {
    const found = await loadSelection(test.database, testGrant(other.actors.viewer, "service.read"), list({}));
    expect(new Set(found.map((row) => row.name))).toEqual(new Set(["Nachbars Dienst"]));
  });
});

describe("pages", () => {
  it("show every service once, in the order of the whole, whatever it is sorted by", async () => {
    for (const sort of Object.keys(LIST_SORTS) as ListSort[]) {
      for (const descending of [false, true]) {
        const asked = list({ sort, descending, size: 50 });
        const whole = (await loadSelection(test.database, grant(), asked)).map((row) => row.serviceId);
        const paged: string[] = [];
        for (let page = 1; page <= Math.ceil(whole.length / 50); page++) {
          const found = await loadInventory(test.database, grant(), { ...asked, page }, NO_TABS);
          paged.push(...found.rows.map((row) => row.serviceId));
        }
        expect(paged, sort).toEqual(whole);
        expect(new Set(paged).size).toBe(whole.length);
      }
    }
  });

  it("sort names as people look for them, and missing values last", async () => {
    const names = (await loadSelection(test.database, grant(), list({}))).map((row) => row.name);
    expect([...new Set(names)]).toEqual(
      ["Äpfel", "Archiv", "Überwachung", "ueberblick", "Zoo"].sort((a, b) => order(a).localeCompare(order(b), "en")),
    );
    for (const descending of [false, true]) {
      const costs = (await loadSelection(test.database, grant(), list({ sort: "cost", descending }))).map(
        (row) => row.costPerYear,
      );
      const known = costs.filter((cost) => cost !== null);
      expect(costs.slice(known.length).every((cost) => cost === null)).toBe(true);
      expect(known).toEqual([...known].sort((a, b) => (descending ? b - a : a - b)));
    }
  });

  it("end at the last one", async () => {
    const found = await loadInventory(test.database, grant(), list({ page: 900 }), NO_TABS);
    expect(found.page).toBe(Math.ceil(found.sums.total / 25));
    expect(found.rows.length).toBeGreaterThan(0);
  });
});

const order = (name: string): string => searchText([name]);

describe("search", () => {
  let searched: City;
  const find = async (text: string) => {
    const found = await loadInventory(
      test.database,
      testGrant(searched.actors.viewer, "service.read"),
      list({ text }),
      NO_TABS,
    );
    return { mode: found.search, names: found.rows.map((row) => row.name) };
  };

  beforeAll(async () => {
    searched = await testCity(test.database, "suche");
    const names = [
      "Bürokommunikation",
      "Mueller-Kasse",
      "Müller Archiv",
      "Microsoft 365",
      "Straßenverkehr",
      "100%_Quote",
      "E-Akte / DMS",
      "Kasse",
    ];
    const active = sample(names.length, 9).map((row) => ({ ...row, lifecycle: "active" as const }));
    await store(searched, active, (i) => names[i] ?? "");
  });

  it("finds umlauts however they are written", async () => {
    for (const text of ["Bürokommunikation", "burokomm", "BUEROKOMM", "büro"])
      expect((await find(text)).names).toEqual(["Bürokommunikation"]);
    expect((await find("Müller")).names).toEqual(["Mueller-Kasse", "Müller Archiv"]);
    expect((await find("strassen")).names).toEqual(["Straßenverkehr"]);
    expect((await find("straße")).names).toEqual(["Straßenverkehr"]);
  });

  it("finds every word in any order, and signs do not matter", async () => {
    expect((await find("kasse mueller")).names).toEqual(["Mueller-Kasse"]);
    expect((await find("dms e-akte")).names).toEqual(["E-Akte / DMS"]);
  });

  it("falls back to similar spellings, and says so", async () => {
    expect(await find("Micorsoft")).toEqual({ mode: "similar", names: ["Microsoft 365"] });
    expect(await find("Bürokomunikation")).toEqual({ mode: "similar", names: ["Bürokommunikation"] });
    expect(await find("Strasenverkehr")).toEqual({ mode: "similar", names: ["Straßenverkehr"] });
    expect(await find("Xylophon")).toEqual({ mode: "similar", names: [] });
  });

  it("takes no sign for a pattern", async () => {
    expect((await find("100%")).names).toEqual(["100%_Quote"]);
    for (const text of ["%", "_", "%%", "\\", "'", "kas_e", "kas%e"]) {
      const { names } = await find(text);
      expect(
        names.every((name) => name === "Kasse" || name === "Mueller-Kasse"),
        text,
      ).toBe(true);
    }
    expect((await find("%")).names).toEqual([]);
  });
});
