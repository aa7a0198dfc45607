import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorise } from "@/lib/domain/access/authorise";
import { computeMetric } from "@/lib/domain/strategy/metrics";
import { row } from "@/lib/domain/strategy/testing/rows";
import { verifyChain } from "@/lib/server/audit";
import { transaction } from "@/lib/server/database/client";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { rescore } from "../score/mutations";
import { loadPortfolio } from "../portfolio/data";
import { BrokenSnapshot, listSnapshots, metricsAt, packRows, readSnapshot, verifySnapshot } from "./data";
import { serviceHistory } from "./data-history";
import { createSnapshot, storeSnapshot, takeDailySnapshots } from "./mutations";

const test = freshDatabase();
const who = { userId: null, name: "test" };

async function cityWithServices(slug: string, names: readonly string[]) {
  const made = await testCity(test.database, slug);
  const cityId = made.city.id;
  await test.database.service.createMany({
    data: names.map((name) => ({ cityId, name, naturalKey: name.toLowerCase(), departmentId: made.department.id })),
  });
  await transaction(test.database, (tx) => rescore(tx, cityId, "all"));
  return {
    ...made,
    cityId,
    grant: testGrant(made.actors.strategist, "snapshot.create"),
    read: testGrant(made.actors.viewer, "snapshot.read"),
  };
}

describe("a snapshot", () => {
  it("keeps exactly the portfolio, with a hash over it and an audit row", async () => {
    const { cityId, grant, read } = await cityWithServices("genau", ["Wahlen", "Kita", "Bauantrag"]);
    const taken = await createSnapshot(test.database, grant, who, { name: "Herbst" });
    if (!taken.ok) throw new Error("must be taken");
    const found = await readSnapshot(test.database, read, taken.value.id);
    expect(found).toMatchObject({
      kind: "named",
      name: "Herbst",
      services: 3,
      hash: taken.value.hash,
      methodRef: "munich-sds@2026-02",
    });
    expect(found?.rows).toEqual(await loadPortfolio(test.database, { cityId }));
    expect((await packRows([...(found?.rows ?? [])].reverse())).hash).toBe(taken.value.hash);
    const event = await test.database.auditEvent.findFirstOrThrow({ where: { cityId, action: "snapshot.create" } });
    expect(event.after).toMatchObject({ hash: taken.value.hash, services: 3 });
    expect(await verifyChain(test.database, cityId)).toMatchObject({ brokenAt: null });
  });

  it("cannot be changed, and says so when somebody went around the lock", async () => {
    const { grant, read } = await cityWithServices("fest", ["Wahlen"]);
    const taken = await createSnapshot(test.database, grant, who, { name: "x" });
    if (!taken.ok) throw new Error("must be taken");
    const { id } = taken.value;
    await expect(test.database.snapshot.update({ where: { id }, data: { name: "y" } })).rejects.toThrow(/immutable/);
    await expect(
      test.database.$executeRaw`UPDATE "Snapshot" SET "rows" = '' WHERE "id" = ${id}::uuid`,
    ).rejects.toThrow();

    const [info] = await listSnapshots(test.database, read);
    if (info === undefined) throw new Error("must be listed");
    expect(await verifySnapshot(test.database, read, info)).toBe(true);
    const { packed } = await packRows([row("a")]);
    await test.database.$executeRaw`ALTER TABLE "Snapshot" DISABLE TRIGGER "Snapshot_immutable"`;
    await test.database.$executeRaw`UPDATE "Snapshot" SET "rows" = ${packed} WHERE "id" = ${id}::uuid`;
    expect(await verifySnapshot(test.database, read, info)).toBe(false);
    await expect(readSnapshot(test.database, read, id)).rejects.toThrow(BrokenSnapshot);
    expect(
      await metricsAt(test.database, read, info, [{ metric: "assessed-share", by: "count", scope: {} }]),
    ).toBeNull();
    await test.database.$executeRaw`UPDATE "Snapshot" SET "rows" = '\\x00'::bytea WHERE "id" = ${id}::uuid`;
    expect(await verifySnapshot(test.database, read, info)).toBe(false);
    await test.database.$executeRaw`ALTER TABLE "Snapshot" ENABLE TRIGGER "Snapshot_immutable"`;
  });

  it("is taken by those who may, and read in its own city only", async () => {
    const one = await cityWithServices("eins", ["Wahlen"]);
    const two = await cityWithServices("zwei", ["Wahlen"]);
    for (const role of ["service-owner", "approver", "auditor", "viewer"] as const) {
      expect(authorise(one.actors[role], "snapshot.create").refused).toBe(true);
    }
    const taken = await createSnapshot(test.database, one.grant, who, { name: "x" });
    if (!taken.ok) throw new Error("must be taken");
    expect(await readSnapshot(test.database, two.read, taken.value.id)).toBeNull();
    expect(await listSnapshots(test.database, two.read)).toEqual([]);
    const [info] = await listSnapshots(test.database, one.read);
    if (info === undefined) throw new Error("must be listed");
    expect(await verifySnapshot(test.database, two.read, info)).toBe(false);
  });

  it("needs services", async () => {
    const { actors } = await testCity(test.database, "leer");
    const grant = testGrant(actors.administrator, "snapshot.create");
    expect(await createSnapshot(test.database, grant, who, { name: "x" })).toMatchObject({
      ok: false,
      code: "not-possible",
    });
  });

  it("gives the metric of its day, from memory the second time", async () => {
    const { grant, read, cityId } = await cityWithServices("kennzahl", ["A", "B", "C", "D"]);
    const taken = await createSnapshot(test.database, grant, who, { name: "x" });
    if (!taken.ok) throw new Error("must be taken");
    const [info] = await listSnapshots(test.database, read);
    if (info === undefined) throw new Error("must be listed");
    const asked = [
      { metric: "assessed-share", by: "count", scope: {} },
      { metric: "exit-window-12-months", by: "count", scope: { lifecycle: ["active"] } },
    ] as const;
    const first = await metricsAt(test.database, read, info, asked);
    const rows = await loadPortfolio(test.database, { cityId });
    for (const [i, { metric, by, scope }] of asked.entries()) {
      const { value, numerator, denominator, unknown } = computeMetric(metric, rows, { by, scope, today: info.date });
      expect(first?.[i]).toMatchObject({ value, numerator, denominator, unknown });
    }
    // A database that answers nothing any more shows that nothing is asked.
    expect(await metricsAt(null as never, read, info, asked)).toEqual(first);
  });
});

describe("the history of one service", () => {
  it("gives its level and exposure on each day it was there, oldest first, in its own city only", async () => {
    const { cityId, read } = await cityWithServices("verlauf", ["Wahlen"]);
    const other = await cityWithServices("verlauf-fremd", ["Wahlen"]);
    const wanted = "00000000-0000-7000-8000-0000000000aa";
    const store = async (date: string, rows: readonly ReturnType<typeof row>[]) =>
      transaction(test.database, (tx) =>
        storeSnapshot(tx, cityId, null, { kind: "named", name: date, date, rows: [...rows] }),
      );
    await store("2025-03-31", [row(wanted, { exposure: "J3", exposureAtLeast: true })]);
    await store("2025-06-30", [row("00000000-0000-7000-8000-0000000000bb")]);
    await store("2024-12-31", [row(wanted, { exposure: null })]);
    expect(await serviceHistory(test.database, read, wanted, "2025-12-31")).toEqual([
      expect.objectContaining({ date: "2024-12-31", exposure: null }),
      expect.objectContaining({ date: "2025-03-31", exposure: "J3", atLeast: true }),
    ]);
    expect(await serviceHistory(test.database, other.read, wanted, "2025-12-31")).toEqual([]);
  });
});

describe("the daily snapshot", () => {
  it("is taken once a day for each city with services, by whoever comes first", async () => {
    const { cityId } = await cityWithServices("taeglich", ["Wahlen"]);
    const empty = await testCity(test.database, "ohne-services");
    const day = new Date("2031-03-01T12:00:00Z");
    const runs = await Promise.all([takeDailySnapshots(test.database, day), takeDailySnapshots(test.database, day)]);
    expect(runs.reduce((sum, n) => sum + n, 0)).toBe(
      await test.database.city.count({ where: { services: { some: {} } } }),
    );
    expect(await takeDailySnapshots(test.database, day)).toBe(0);
    expect(await test.database.snapshot.count({ where: { cityId, kind: "daily", date: new Date("2031-03-01") } })).toBe(
      1,
    );
    expect(await test.database.snapshot.count({ where: { cityId: empty.city.id } })).toBe(0);
    expect(await takeDailySnapshots(test.database, new Date("2031-03-01T23:30:00Z"))).toBeGreaterThan(0);
    expect(await test.database.snapshot.count({ where: { cityId, kind: "daily", date: new Date("2031-03-02") } })).toBe(
      1,
    );
  });
});

describe("packing", () => {
  it("gives equal portfolios equal hashes, whatever the order of rows and keys, and different ones different hashes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 5 }),
        async (ids, at) => {
          const rows = ids.map((id) => row(id));
          const turned = [...rows]
            .reverse()
            .map((each) => Object.fromEntries(Object.entries(each).reverse()) as typeof each);
          const changed = rows.map((each, i) => (i === at % rows.length ? { ...each, users: 11 } : each));
          const { hash } = await packRows(rows);
          expect((await packRows(turned)).hash).toBe(hash);
          expect((await packRows(changed)).hash).not.toBe(hash);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("can keep a portfolio of another day, as a demo does", async () => {
    const { cityId, read } = await cityWithServices("frueher", ["Wahlen"]);
    const kept = [row("00000000-0000-7000-8000-000000000001")];
    const stored = await transaction(test.database, (tx) =>
      storeSnapshot(tx, cityId, null, { kind: "named", name: "früher", date: "2024-12-31", rows: kept }),
    );
    expect(await readSnapshot(test.database, read, stored?.id ?? "")).toMatchObject({ date: "2024-12-31", rows: kept });
  });
});
