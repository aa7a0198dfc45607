import { beforeAll, describe, expect, it } from "vitest";
import { queryStringToFilter, compile } from "@/lib/domain/strategy/filter";
import { connect, transaction } from "@/lib/server/database/client";
import { freshDatabase } from "@/lib/server/testing/database";
import { generatedCity } from "../demo/data";
import { loadCity } from "../demo/mutations";
import { storeSnapshot } from "../snapshot/mutations";
import { loadPortfolio } from "./data";
import { dashboardOf, type Dashboard } from "./data-dashboard";
import { syncCatalogue } from "../catalogue/mutations";
import { catalogueDir } from "../demo/data";

const test = freshDatabase();
const cities: { id: string; dashboard: Dashboard }[] = [];

beforeAll(async () => {
  await syncCatalogue(test.database, catalogueDir());
  for (const [slug, services, seed] of [
    ["klein", 90, 7],
    ["mittel", 240, 8],
  ] as const) {
    const loaded = await loadCity(test.database, await generatedCity({ services, seed, slug, name: slug }), {
      userId: null,
      name: "test",
    });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded));
    cities.push({ id: loaded.value.id, dashboard: await dashboardOf(test.database, { cityId: loaded.value.id }, {}) });
  }
});

/** One number that PostgreSQL works out by itself; `where` is about the current services of the city. */
async function count(cityId: string, where: string): Promise<number> {
  const [found] = await test.database.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s.id
     WHERE s."cityId" = $1::uuid AND s.lifecycle <> 'retired' AND (${where})`,
    cityId,
  );
  return found?.n ?? -1;
}

async function sum(cityId: string, where: string): Promise<number> {
  const [found] = await test.database.$queryRawUnsafe<{ n: number }[]>(
    `SELECT coalesce(sum(s."costPerYear"), 0)::float8 AS n FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s.id
     WHERE s."cityId" = $1::uuid AND s.lifecycle <> 'retired' AND (${where})`,
    cityId,
  );
  return found?.n ?? -1;
}

describe("the dashboard's figures", () => {
  it("are what PostgreSQL counts by itself", async () => {
    for (const { id, dashboard } of cities) {
      const { figures } = dashboard;
      const { key, munich, exposure, openSource, gaps, exits, controllers } = figures;
      expect(figures.total.count).toBe(await count(id, "true"));
      expect(key.assessed.numerator).toBe(await count(id, `c."munichValue" IS NOT NULL`));
      expect([key.munichGood.numerator, key.munichGood.unknown]).toEqual([
        await count(id, `c."munichValue" <= 2`),
        await count(id, `c."munichValue" IS NULL`),
      ]);
      for (const { level, count: shown } of munich.levels)
        expect(shown).toBe(await count(id, `c."munichValue" = ${level}`));
      expect([key.exposed.numerator, key.exposed.unknown, key.exposed.measured]).toEqual([
        await count(id, `c.exposure IN ('J3','J4')`),
        await count(id, `c.exposure IS NULL`),
        await count(id, `c.exposure IS NOT NULL`),
      ]);
      for (const line of exposure.rows) {
        const where = line.class === "unknown" ? "c.exposure IS NULL" : `c.exposure = '${line.class}'`;
        expect(line.count).toBe(await count(id, where));
        expect(line.cost.known).toBeCloseTo(await sum(id, where), 2);
        expect(line.cost.unknownServices).toBe(await count(id, `(${where}) AND s."costPerYear" IS NULL`));
      }
      expect([openSource.count.numerator, openSource.count.denominator]).toEqual([
        await count(id, `c.licence = 'open'`),
        await count(id, `c.licence <> 'unknown'`),
      ]);
      expect(openSource.cost.numerator).toBeCloseTo(await sum(id, `c.licence = 'open'`), 2);
      expect(openSource.cost.denominator).toBeCloseTo(await sum(id, `c.licence <> 'unknown'`), 2);
      expect(openSource.users.unknownWeight).toBe(await count(id, `c.licence <> 'unknown' AND s.users IS NULL`));
      for (const line of gaps.rows) {
        const need =
          line.protection === "none" ? `c."protectionNeed" IS NULL` : `c."protectionNeed" = '${line.protection}'`;
        for (const [state, { count: shown }] of Object.entries(line.states))
          expect(shown).toBe(await count(id, `${need} AND c.gap = '${state}'`));
      }
      expect(exits.within.count).toBe(
        await count(
          id,
          `c."noticeBy" BETWEEN '${exits.from}' AND ('${exits.from}'::date + interval '12 months')::date`,
        ),
      );
      const [largest] = await test.database.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s.id
         WHERE s."cityId" = $1::uuid AND s.lifecycle <> 'retired' AND c."controllerId" IS NOT NULL
         GROUP BY c."controllerId" ORDER BY 1 DESC LIMIT 1`,
        id,
      );
      expect(controllers.top[0]?.count).toBe(largest?.n);
    }
  });

  it("lead to exactly the services behind them", async () => {
    for (const { id, dashboard } of cities) {
      const rows = await loadPortfolio(test.database, { cityId: id });
      const behind = (query: string | null) =>
        query === null ? 0 : rows.filter(compile(queryStringToFilter(query).filter)).length;
      const { figures } = dashboard;
      const all = [
        figures.total,
        ...figures.munich.levels,
        figures.munich.notAssessed,
        ...figures.exposure.rows,
        ...figures.exposure.rows.map((line) => line.atLeast),
        ...figures.controllers.top,
        ...figures.gaps.rows.flatMap((line) => Object.values(line.states)),
        ...figures.dimensions.flatMap(({ bins, bands, unknown }) => [...bins, ...bands, unknown]),
        figures.exits.within,
      ];
      for (const figure of all) expect(behind(figure.query)).toBe(figure.count);
      for (const result of Object.values(figures.key))
        expect(behind(result.queries.counted)).toBe(result.services.length);
    }
  });

  it("keep to the department in the address, and parts of a city add up to it", async () => {
    const { id, dashboard } = cities[1] ?? { id: "", dashboard: undefined };
    if (dashboard === undefined) throw new Error("must be there");
    let [total, good] = [0, 0];
    for (const department of [...dashboard.departments.map((each) => each.id), "none"]) {
      const part = await dashboardOf(test.database, { cityId: id }, { department });
      total += part.figures.total.count;
      good += part.figures.key.munichGood.numerator;
      expect(part.figures.total.query).toContain(`department=${department}`);
    }
    expect([total, good]).toEqual([dashboard.figures.total.count, dashboard.figures.key.munichGood.numerator]);
    const odd = await dashboardOf(test.database, { cityId: id }, { munich: "7", compare: "nonsense" });
    expect(odd.ignored).toEqual(["munich=7"]);
  });

  it("never show another city's", async () => {
    const [one, two] = cities;
    if (one === undefined || two === undefined) throw new Error("must be there");
    const foreign = two.dashboard.snapshots[0]?.id ?? "";
    const mixed = await dashboardOf(
      test.database,
      { cityId: one.id },
      { compare: foreign, department: two.dashboard.departments[0]?.id },
    );
    expect(mixed.comparison?.snapshot.id).not.toBe(foreign);
    expect(mixed.figures.total.count).toBe(0);
  });
});

describe("the comparison", () => {
  it("splits the change into parts that add up to the difference", async () => {
    for (const { id, dashboard } of cities) {
      for (const { id: compare } of dashboard.snapshots) {
        const { comparison } = await dashboardOf(test.database, { cityId: id }, { compare });
        expect(comparison?.snapshot.id).toBe(compare);
        for (const change of [comparison?.munich, comparison?.exposure]) {
          const parts = Object.values(change?.parts ?? {}).reduce((total, part) => total + part.numerator, 0);
          expect(parts).toBe((change?.after.numerator ?? 0) - (change?.before.numerator ?? 0));
        }
        expect(comparison?.munich.after.numerator).toBe(dashboard.figures.key.munichGood.numerator);
      }
    }
  });

  it("is empty without a snapshot, and says when one is broken", async () => {
    const city = await test.database.city.create({ data: { slug: "ohne-stichtag", name: "x" } });
    expect(await dashboardOf(test.database, { cityId: city.id }, {})).toMatchObject({
      comparison: null,
      broken: null,
      everything: 0,
    });
    const kept = await transaction(test.database, (tx) =>
      storeSnapshot(tx, city.id, null, { kind: "named", name: "x", date: "2025-01-01", rows: [] }),
    );
    await test.database.$executeRaw`ALTER TABLE "Snapshot" DISABLE TRIGGER "Snapshot_immutable"`;
    await test.database.$executeRaw`UPDATE "Snapshot" SET "hash" = 'wrong' WHERE "id" = ${kept?.id}::uuid`;
    await test.database.$executeRaw`ALTER TABLE "Snapshot" ENABLE TRIGGER "Snapshot_immutable"`;
    expect(await dashboardOf(test.database, { cityId: city.id }, {})).toMatchObject({
      comparison: null,
      broken: { id: kept?.id },
    });
  });
});

describe("the number of queries", () => {
  it("does not grow with the city, and is small once snapshots are in memory", async () => {
    const counted: number[] = [];
    for (const { id } of cities) {
      await dashboardOf(test.database, { cityId: id }, {});
      // Our own connection, so that only this call is counted.
      const database = connect(test.url);
      let queries = 0;
      const counting = database.$extends({
        query: {
          async $allOperations({ args, query }) {
            queries += 1;
            return query(args);
          },
        },
      });
      await dashboardOf(counting as unknown as typeof database, { cityId: id }, {});
      await database.$disconnect();
      counted.push(queries);
    }
    expect(counted).toEqual([5, 5]);
  });
});
