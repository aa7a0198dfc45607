import { beforeAll, describe, expect, it } from "vitest";
import { cityAt, portfolioAt, type CityData, type CityIds } from "@/lib/domain/demo";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { computeMetric } from "@/lib/domain/strategy/metrics";
import { portfolioFigures } from "@/lib/domain/strategy/portfolio";
import { verifyChain } from "@/lib/server/audit";
import { checkPassword } from "@/lib/server/password";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { needsSetup } from "../account/data";
import { syncCatalogue } from "../catalogue/mutations";
import { loadPortfolio } from "../portfolio/data";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { portfolioRow } from "../score/mutations";
import { listSnapshots, readSnapshot, verifySnapshot } from "../snapshot/data";
import { loadGoals } from "../strategy/data";
import { catalogueDir, generatedCity, musterstadt } from "./data";
import { loadCity, loadDemo, removeCity, type LoadedCity } from "./mutations";

const test = freshDatabase();
const CLI = { userId: null, name: "cli" };
const today = () => new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  await syncCatalogue(test.database, catalogueDir());
});

async function load(data: CityData): Promise<LoadedCity> {
  const result = await loadCity(test.database, data, CLI);
  if (!result.ok) throw new Error(`must load: ${JSON.stringify(result)}`);
  return result.value;
}

/** Rows per table of everything in the database that names the city. */
async function rowsOf(cityId: string): Promise<Record<string, number>> {
  const tables = await test.database.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'cityId'`;
  expect(tables.length).toBeGreaterThan(15);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await test.database.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${name}" WHERE "cityId" = '${cityId}'`,
    );
    if (row && row.n > 0) counts[name] = row.n;
  }
  return counts;
}

/** Rows per table, whatever they belong to. The installation's own log grows and is left out. */
async function wholeDatabase(): Promise<Record<string, number>> {
  const tables = await test.database.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'AuditEvent'`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await test.database.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`);
    counts[name] = row?.n ?? 0;
  }
  return counts;
}

async function databaseIds(cityId: string, data: CityData): Promise<CityIds> {
  const services = await test.database.service.findMany({ where: { cityId }, select: { id: true, externalId: true } });
  const departments = await test.database.department.findMany({ where: { cityId } });
  const idOf = new Map(services.map(({ id, externalId }) => [externalId, id]));
  return {
    city: cityId,
    people: new Map(),
    departments: new Map(
      data.departments.map(({ key, name }) => [key, departments.find((row) => row.name === name)?.id ?? ""]),
    ),
    services: new Map(data.services.map(({ key, externalId }) => [key, idOf.get(externalId) ?? ""])),
  };
}

const byId = (rows: readonly PortfolioRow[]) => [...rows].sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1));

describe("Musterstadt in the database", () => {
  let data: CityData;
  let city: LoadedCity;
  beforeAll(async () => {
    data = await musterstadt("musterstadt");
    city = await load(data);
  });

  it("has everything the data has", async () => {
    const { cityId, ...counts } = { cityId: city.id, ...(await rowsOf(city.id)) };
    expect(counts).toMatchObject({
      Department: 23,
      Service: 153,
      ServiceScore: 153,
      Dependency: data.dependencies.length,
      ServiceRole: data.services.flatMap((service) => service.roles).length,
      ServiceProduct: data.services.flatMap((service) => service.productIds).length,
      Assessment: data.assessments.length,
      Membership: data.people.length,
      Organisation: data.organisations.length,
      Product: data.products.length,
      Snapshot: 9,
      Strategy: 1,
      Goal: 7,
      AuditEvent: 1,
    });
    const states = await test.database.assessment.groupBy({ by: ["state"], where: { cityId } });
    expect(states.map(({ state }) => state).sort()).toEqual(["approved", "draft", "submitted", "superseded"]);
    expect(await verifyChain(test.database, cityId)).toEqual({ rows: 1, brokenAt: null });
  });

  it("stores the scores that a fresh computation gives, and that the plain data give", async () => {
    const stored = await loadPortfolio(test.database, { cityId: city.id });
    const world = await loadCityWorld(test.database, city.id);
    const inputs = await loadScoringInputs(test.database, city.id, world.products, "all");
    expect(stored).toEqual(byId(inputs.map((input) => portfolioRow(world, input, today()))));
    const plain = portfolioAt(data, today(), await databaseIds(city.id, data), world);
    expect(stored).toEqual(byId(plain));
  });

  it("keeps each day of its history as the scoring functions saw it then", async () => {
    const grant = { cityId: city.id };
    const snapshots = await listSnapshots(test.database, grant);
    expect(snapshots.map(({ date }) => date)).toEqual([...data.history.dates].reverse());
    const world = await loadCityWorld(test.database, city.id);
    const ids = await databaseIds(city.id, data);
    for (const info of snapshots) {
      expect(await verifySnapshot(test.database, grant, info)).toBe(true);
      const { rows = [] } = (await readSnapshot(test.database, grant, info.id)) ?? {};
      expect(rows).toHaveLength(cityAt(data, info.date).services.length);
      expect(rows).toEqual(byId(portfolioAt(data, info.date, ids, world)));
    }
    // A history without movement would show nothing.
    const share = (rows: readonly PortfolioRow[]) => computeMetric("assessed-share", rows).value ?? 0;
    const first = await readSnapshot(test.database, grant, snapshots.at(-1)?.id ?? "");
    const last = await readSnapshot(test.database, grant, snapshots[0]?.id ?? "");
    expect(share(last?.rows ?? [])).toBeGreaterThan(share(first?.rows ?? []));
  });

  it("measures each goal's baseline on its snapshot", async () => {
    const grant = testGrant(
      {
        userId: "x",
        name: "x",
        cityId: city.id,
        citySlug: "",
        cityName: "",
        cityDemo: true,
        role: "viewer",
        departmentIds: [],
      },
      "strategy.read",
    );
    const snapshots = await listSnapshots(test.database, grant);
    const { evaluated } = await loadGoals(test.database, grant);
    const goals = evaluated.map(({ goal }) => goal);
    expect(goals).toHaveLength(7);
    for (const goal of goals) {
      const info = snapshots.find(({ date }) => date === goal.baseline?.date);
      const rows = (await readSnapshot(test.database, grant, info?.id ?? ""))?.rows ?? [];
      const { value } = computeMetric(goal.metric, rows, { by: goal.by, scope: goal.scope, today: info?.date });
      expect(goal.baseline?.value).toBe(value);
    }
  });

  it("lets no invented person in, and does not stand in for the first real one", async () => {
    const people = await test.database.user.findMany({ where: { memberships: { some: { cityId: city.id } } } });
    expect(people).toHaveLength(data.people.length);
    for (const person of people) {
      expect(person.email).toMatch(/@demo\.musterstadt\.example$/);
      expect(person.disabledAt).not.toBeNull();
      expect(await checkPassword(person.passwordHash, person.passwordHash)).toBe(false);
    }
    expect(await needsSetup(test.database)).toBe(true);
  });

  it("is not loaded twice, and replaced only when asked, keeping real people's roles", async () => {
    expect(await loadCity(test.database, data, CLI)).toMatchObject({
      ok: false,
      code: "not-possible",
      message: "demo.alreadyLoaded",
    });
    const user = await test.database.user.create({
      data: { email: "echt@stadt.example", name: "Echt", passwordHash: "x" },
    });
    await test.database.membership.create({ data: { cityId: city.id, userId: user.id, role: "viewer" } });
    const before = await wholeDatabase();
    const again = await loadCity(test.database, data, CLI, { replace: true });
    if (!again.ok) throw new Error("must be replaced");
    expect(again.value.id).not.toBe(city.id);
    expect(await rowsOf(city.id)).toEqual({});
    expect(await wholeDatabase()).toEqual(before);
    expect(await test.database.membership.findMany({ where: { userId: user.id } })).toMatchObject([
      { cityId: again.value.id, role: "viewer" },
    ]);
    city = again.value;
  });

  it("leaves no row behind when it is removed, and other cities as they were", async () => {
    const other = await load(await generatedCity({ services: 12, seed: 3, slug: "nachbar" }));
    const real = await testCity(test.database, "echt");
    const [otherBefore, realBefore] = [await rowsOf(other.id), await rowsOf(real.city.id)];
    const people = await test.database.user.count();
    const actor = { ...real.actors.administrator, cityId: city.id };
    expect(await removeCity(test.database, testGrant(actor, "demo.manage"), CLI)).toEqual({
      ok: true,
      value: { slug: "musterstadt" },
    });
    expect(await rowsOf(city.id)).toEqual({});
    expect(await rowsOf(other.id)).toEqual(otherBefore);
    expect(await rowsOf(real.city.id)).toEqual(realBefore);
    expect(await test.database.user.count()).toBe(people - data.people.length);
    expect(await test.database.user.count({ where: { email: "echt@stadt.example" } })).toBe(1);
    expect(await test.database.auditEvent.findFirst({ where: { cityId: null, action: "city.remove" } })).toMatchObject({
      subjectId: city.id,
      actorName: "cli",
    });
    expect(await verifyChain(test.database, null)).toMatchObject({ brokenAt: null });
  });
});

describe("a real city", () => {
  it("is neither overwritten nor removed", async () => {
    const real = await testCity(test.database, "wirklich");
    const before = await rowsOf(real.city.id);
    const data = await generatedCity({ services: 5, seed: 1, slug: "wirklich" });
    expect(await loadCity(test.database, data, CLI, { replace: true })).toMatchObject({
      ok: false,
      message: "demo.slugTaken",
    });
    const grant = testGrant(real.actors.administrator, "demo.manage");
    expect(await removeCity(test.database, grant, CLI)).toMatchObject({ ok: false, message: "demo.realCity" });
    expect(await rowsOf(real.city.id)).toEqual(before);
  });
});

describe("a person's demo city", () => {
  it("is theirs alone, once per person, as often as there are persons", async () => {
    const [one, two] = [await testCity(test.database, "eins"), await testCity(test.database, "zwei")];
    const load = ({ actors: { administrator } }: typeof one) =>
      loadDemo(test.database, testGrant(administrator, "demo.manage"), {
        userId: administrator.userId,
        name: administrator.name,
      });
    const [first, second] = [await load(one), await load(two)];
    if (!first.ok || !second.ok) throw new Error("both must load");
    expect([first.value.slug, second.value.slug]).toEqual(["musterstadt", "musterstadt-2"]);
    expect(await load(one)).toMatchObject({ ok: false, message: "demo.alreadyLoaded" });
    const members = await test.database.membership.findMany({
      where: { cityId: first.value.id, user: { disabledAt: null } },
    });
    expect(members).toMatchObject([{ userId: one.actors.administrator.userId, role: "administrator" }]);
  });
});

describe("a generated city", () => {
  /** The figures without ids, which the database gives. */
  async function figures(seed: number) {
    const city = await load(await generatedCity({ services: 150, seed, slug: "klein" }));
    const rows = await loadPortfolio(test.database, { cityId: city.id });
    const { key, munich, exposure, gaps } = portfolioFigures(rows, { today: "2026-11-21" });
    const plain = JSON.parse(JSON.stringify({ key, munich, exposure, gaps })) as unknown;
    const actor = {
      ...(await testCity(test.database, `k${seed}-${Math.floor(performance.now())}`)).actors.administrator,
      cityId: city.id,
    };
    await removeCity(test.database, testGrant(actor, "demo.manage"), CLI);
    return { services: rows.length, figures: withoutIds(plain) };
  }

  it("of 150 services is the same for the same seed, and another for another", async () => {
    const [first, again, other] = [await figures(7), await figures(7), await figures(8)];
    expect(first.services).toBe(150);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "services" || key === "unknownServices" ? [inner].flat().length : withoutIds(inner),
    ]),
  );
}
