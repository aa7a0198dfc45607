import type { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { cityIds, cityTables, portfolioAt, type CityData, type CityIds } from "@/lib/domain/demo";
import { findMethod } from "@/lib/domain/method/registry";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { normalise } from "@/lib/domain/strategy/filter";
import { computeMetric, isMetricId } from "@/lib/domain/strategy/metrics";
import { audit, type Actor } from "@/lib/server/audit";
import { bulkInsert } from "@/lib/server/database/bulk";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { newId } from "@/lib/server/ids";
import { UNUSABLE_PASSWORD } from "@/lib/server/password";
import { ok, refuse, type Result } from "@/lib/server/result";
import { syncCatalogue } from "../catalogue/mutations";
import { frozenColumns } from "../assessment/data";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { standingsFor } from "../score/data-standing";
import { rescore } from "../score/mutations";
import { storeSnapshot } from "../snapshot/mutations";
import { catalogueDir, demoCitiesOf, freeDemoSlug, inventedPeople, musterstadt } from "./data";

export interface LoadedCity {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly departments: number;
  readonly services: number;
  readonly dependencies: number;
  readonly assessments: number;
  readonly snapshots: number;
  readonly goals: number;
}

export interface LoadOptions {
  /** Takes the place of a made-up city with the same short name; real people keep their roles in it. */
  readonly replace?: boolean;
  /** Real person who becomes the city's administrator. */
  readonly administratorId?: string;
}

/**
 * Stores a made-up city: everything in it, its scores, the snapshots of its history and its goals, in one transaction.
 * Refused when the short name is taken. The catalogue must be there (`syncCatalogue`).
 */
export async function loadCity(
  database: Database,
  data: CityData,
  actor: Actor,
  options: LoadOptions = {},
): Promise<Result<LoadedCity>> {
  const { slug, name } = data.city;
  return transaction(database, async (tx): Promise<Result<LoadedCity>> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-city:${slug}`}, 0))`;
    const before = await tx.city.findUnique({ where: { slug }, select: { id: true, demo: true } });
    if (before !== null && !before.demo) return refuse("not-possible", { message: "demo.slugTaken", params: { slug } });
    if (before !== null && options.replace !== true) {
      return refuse("not-possible", { message: "demo.alreadyLoaded", params: { slug } });
    }
    const kept = before === null ? [] : await purge(tx, before.id);

    const ids = cityIds(data, newId);
    const tables = cityTables(data, ids, { newId, unusablePassword: UNUSABLE_PASSWORD });
    // Approved in a second step: only then is known what an approval is about, and nothing alters it afterwards.
    const approved = new Set<string>();
    for (const [table, rows] of tables)
      await bulkInsert(tx, table, table === "Assessment" ? held(rows, approved) : rows);
    await tx.membership.createMany({
      data: [
        ...kept.filter(({ userId }) => userId !== options.administratorId),
        ...(options.administratorId === undefined ? [] : [{ userId: options.administratorId, role: "administrator" }]),
      ].map(({ userId, role }) => ({ cityId: ids.city, userId, role })),
    });
    // The planner knows nothing of rows that came in this transaction, and would join thousands of them one by one.
    for (const table of ["Service", "ServiceProduct", "ServiceRole", "Dependency", "Assessment"]) {
      await tx.$executeRawUnsafe(`ANALYZE "${table}"`);
    }
    await rescore(tx, ids.city, "all");
    await approveAll(tx, ids.city, approved);
    const history = await storeHistory(tx, data, ids);
    await storeStrategy(tx, data, ids.city, history);

    const loaded: LoadedCity = {
      id: ids.city,
      slug,
      name,
      departments: data.departments.length,
      services: data.services.length,
      dependencies: data.dependencies.length,
      assessments: data.assessments.length,
      snapshots: history.size,
      goals: data.strategy?.goals.length ?? 0,
    };
    await audit(tx, [
      {
        cityId: ids.city,
        actor,
        action: "city.load",
        subjectType: "city",
        subjectId: ids.city,
        subjectName: name,
        after: { ...loaded, seed: data.city.seed },
      },
    ]);
    return ok(loaded);
  });
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Assessments as they were before their approval; the ids of those to approve go into `approved`. */
function held(rows: Rows, approved: Set<string>): Rows {
  return rows.map((row) => {
    if (row["state"] !== "approved") return row;
    approved.add(String(row["id"]));
    return { ...row, state: "submitted" };
  });
}

const APPROVALS_PER_STATEMENT = 500;

/** Approves with what the services are like now, as an approver would have seen it. */
async function approveAll(tx: Tx, cityId: string, approved: ReadonlySet<string>): Promise<void> {
  const city = await loadCityWorld(tx, cityId);
  const inputs = await loadScoringInputs(tx, cityId, city.products, "all");
  const columns = inputs.flatMap((input) =>
    input.inForce.flatMap(({ id, method: ref }) => {
      const method = approved.has(id) ? findMethod(ref) : undefined;
      const [standing] = method === undefined ? [] : standingsFor(city, input, [method]);
      return standing === undefined ? [] : [{ id, ...frozenColumns(standing, input.facts) }];
    }),
  );
  for (let start = 0; start < columns.length; start += APPROVALS_PER_STATEMENT) {
    const rows = JSON.stringify(columns.slice(start, start + APPROVALS_PER_STATEMENT));
    await tx.$executeRaw`
      UPDATE "Assessment" a SET "state" = 'approved', "approvedContent" = r."approvedContent", "approvedHash" = r."approvedHash",
        "approvedPrint" = r."approvedPrint"
      FROM jsonb_to_recordset(${rows}::jsonb) AS r("id" uuid, "approvedContent" text, "approvedHash" text, "approvedPrint" text)
      WHERE a."id" = r."id"`;
  }
}

/** The demo city for the acting person, who becomes its administrator. A second one for the same person is refused. */
export async function loadDemo(
  database: Database,
  _grant: Grant<"demo.manage">,
  actor: Actor,
): Promise<Result<LoadedCity>> {
  if (actor.userId === null) return refuse("not-possible");
  const own = await demoCitiesOf(database, actor.userId);
  const [first] = own;
  if (first !== undefined)
    return refuse("not-possible", { message: "demo.alreadyLoaded", params: { slug: first.slug } });
  await syncCatalogue(database, catalogueDir());
  const data = await musterstadt(await freeDemoSlug(database));
  return loadCity(database, data, actor, { administratorId: actor.userId });
}

/** Removes the grant's city with everything in it. Refused for a real city: only what was made up can vanish without a trace. */
export async function removeCity(
  database: Database,
  grant: Grant<"demo.manage">,
  actor: Actor,
): Promise<Result<{ slug: string }>> {
  return transaction(database, async (tx): Promise<Result<{ slug: string }>> => {
    const city = await tx.city.findUnique({ where: { id: grant.cityId } });
    if (city === null) return refuse("not-found");
    if (!city.demo) return refuse("not-possible", { message: "demo.realCity", params: { slug: city.slug } });
    const services = await tx.service.count({ where: { cityId: city.id } });
    await purge(tx, city.id);
    await audit(tx, [
      {
        cityId: null,
        actor,
        action: "city.remove",
        subjectType: "city",
        subjectId: city.id,
        subjectName: city.name,
        before: { slug: city.slug, demo: true, services },
      },
    ]);
    return ok({ slug: city.slug });
  });
}

/** Deletes a made-up city, its invented people and its audit log. @returns the roles real people had in it */
async function purge(tx: Tx, cityId: string): Promise<{ userId: string; role: string }[]> {
  await tx.$executeRaw`SELECT set_config('hoheit.purge_city', ${cityId}, true)`;
  const ofCity = { where: { cityId } };
  const invented = await tx.user.findMany({ where: inventedPeople(cityId), select: { id: true } });
  const inventedIds = invented.map(({ id }) => id);
  const kept = await tx.membership.findMany({
    where: { cityId, userId: { notIn: inventedIds } },
    select: { userId: true, role: true },
  });
  // What points to products and organisations first: they cannot go while something does.
  await tx.serviceScore.deleteMany(ofCity);
  await tx.assessment.deleteMany(ofCity);
  await tx.dependency.deleteMany(ofCity);
  await tx.serviceRole.deleteMany(ofCity);
  await tx.serviceProduct.deleteMany(ofCity);
  await tx.service.deleteMany(ofCity);
  await tx.product.deleteMany(ofCity);
  await tx.ownership.deleteMany(ofCity);
  await tx.organisation.deleteMany(ofCity);
  await tx.auditEvent.deleteMany(ofCity);
  await tx.city.delete({ where: { id: cityId } });
  await tx.user.deleteMany({ where: { id: { in: inventedIds } } });
  return kept;
}

/** A snapshot for each day of the made-up history. @returns the figures of each day */
async function storeHistory(tx: Tx, data: CityData, ids: CityIds): Promise<Map<string, PortfolioRow[]>> {
  const context = await loadCityWorld(tx, ids.city);
  const days = new Map<string, PortfolioRow[]>();
  for (const date of data.history.dates) {
    const rows = portfolioAt(data, date, ids, context);
    days.set(date, rows);
    await storeSnapshot(tx, ids.city, null, { kind: "daily", date, rows, policy: context.policy });
  }
  return days;
}

/** Strategy and goals; a baseline is what its day's snapshot says, so that it cannot contradict the history. */
async function storeStrategy(
  tx: Tx,
  data: CityData,
  cityId: string,
  history: ReadonlyMap<string, PortfolioRow[]>,
): Promise<void> {
  const { strategy } = data;
  if (strategy === null) return;
  const strategyId = newId();
  await tx.strategy.create({
    data: {
      id: strategyId,
      cityId,
      name: strategy.name,
      decidedOn: utcDay(strategy.decidedOn),
      principles: strategy.principles as unknown as Prisma.InputJsonValue,
    },
  });
  await tx.goal.createMany({
    data: strategy.goals.map((goal, position) => {
      const { metric, by, baselineDate } = goal;
      if (!isMetricId(metric)) throw new RangeError(`there is no metric ${metric}`);
      const scope = normalise(goal.scope);
      const rows = history.get(baselineDate);
      const value = rows === undefined ? null : computeMetric(metric, rows, { by, scope, today: baselineDate }).value;
      return {
        cityId,
        strategyId,
        name: goal.name.de,
        metric,
        by,
        scope: scope as unknown as Prisma.InputJsonValue,
        baselineValue: value,
        baselineDate: value === null ? null : utcDay(baselineDate),
        target: goal.target,
        due: utcDay(goal.due),
        responsible: goal.responsible,
        position,
      };
    }),
  });
}

const utcDay = (day: string): Date => new Date(`${day}T00:00:00Z`);
