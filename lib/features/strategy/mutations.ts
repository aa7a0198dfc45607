import type { Grant } from "@/lib/domain/access/authorise";
import { filterToQuery, normalise, queryStringToFilter, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { computeMetric, metricDefinition, type MetricDefinition } from "@/lib/domain/strategy/metrics";
import { principlesText, readPrinciples, type Principle } from "@/lib/domain/strategy/principles";
import { dayInBerlin } from "@/lib/format";
import type { Prisma } from "@/generated/prisma/client";
import { audit, difference, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type FieldProblem, type Refusal, type Result } from "@/lib/server/result";
import { loadPortfolio } from "../portfolio/data";
import { BrokenSnapshot, readSnapshot } from "../snapshot/data";
import { toGoal, type GoalInfo } from "./data";
import type { ArchiveInput, GoalInput, StrategyInput } from "./schema";

type WriteGrant = Grant<"strategy.write">;

/** The first strategy of a city. A city steers by one; a second is refused. */
export async function createStrategy(
  database: Database,
  grant: WriteGrant,
  actor: Actor,
  input: StrategyInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-strategy:${grant.cityId}`}, 0))`;
    if ((await tx.strategy.count({ where: { cityId: grant.cityId } })) > 0) {
      return refuse("not-possible", { message: "strategy.strategyExists" });
    }
    const data = strategyData(input, []);
    const created = await tx.strategy.create({ data: { cityId: grant.cityId, ...data } });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "strategy.create",
        subjectType: "strategy",
        subjectId: created.id,
        subjectName: created.name,
        after: auditable(data),
      },
    ]);
    return ok({ id: created.id });
  });
}

/** Changes name, date and principles, unless somebody else saved since `input.version`. */
export async function updateStrategy(
  database: Database,
  grant: WriteGrant,
  actor: Actor,
  id: string,
  input: StrategyInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const before = await tx.strategy.findFirst({ where: { id, cityId: grant.cityId } });
    if (before === null) return refuse("not-found");
    const known = before.principles as unknown as readonly Principle[];
    const data = strategyData(input, known);
    const stale = refuse("conflict", {
      current: {
        version: before.version,
        name: before.name,
        decidedOn: isoDay(before.decidedOn),
        principles: principlesText(known, "de"),
      },
    });
    if (input.version !== before.version) return stale;
    const changed = difference(
      auditable({ name: before.name, decidedOn: before.decidedOn, principles: known }),
      auditable(data),
    );
    if (changed === null) return ok({ id });
    const saved = await tx.strategy.updateMany({
      where: { id, cityId: grant.cityId, version: before.version },
      data: { ...data, version: { increment: 1 } },
    });
    if (saved.count === 0) return stale;
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "strategy.update",
        subjectType: "strategy",
        subjectId: id,
        subjectName: data.name,
        ...changed,
      },
    ]);
    return ok({ id });
  });
}

/** A new goal of the city's strategy; refused while there is none. */
export async function createGoal(
  database: Database,
  grant: WriteGrant,
  actor: Actor,
  input: GoalInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const strategy = await tx.strategy.findFirst({
      where: { cityId: grant.cityId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    if (strategy === null) return refuse("not-possible", { message: "strategy.strategyMissing" });
    const checked = await goalData(tx, grant, input, null);
    if (!checked.ok) return checked;
    const last = await tx.goal.aggregate({ where: { strategyId: strategy.id }, _max: { position: true } });
    const created = await tx.goal.create({
      data: {
        cityId: grant.cityId,
        strategyId: strategy.id,
        position: (last._max.position ?? -1) + 1,
        ...checked.value,
      },
    });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "goal.create",
        subjectType: "goal",
        subjectId: created.id,
        subjectName: created.name,
        after: auditable({ ...checked.value }),
      },
    ]);
    return ok({ id: created.id });
  });
}

/** Changes a goal, unless somebody else saved since `input.version`. */
export async function updateGoal(
  database: Database,
  grant: WriteGrant,
  actor: Actor,
  id: string,
  input: GoalInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const before = await tx.goal.findFirst({ where: { id, cityId: grant.cityId } });
    if (before === null) return refuse("not-found");
    if (input.version !== before.version) return refuse("conflict", { current: toGoal(before) });
    const checked = await goalData(tx, grant, input, toGoal(before));
    if (!checked.ok) return checked;
    const { name, metric, by, scope, baselineValue, baselineDate, target, due, responsible } = before;
    const changed = difference(
      auditable({ name, metric, by, scope, baselineValue, baselineDate, target, due, responsible }),
      auditable({ ...checked.value }),
    );
    if (changed === null) return ok({ id });
    const saved = await tx.goal.updateMany({
      where: { id, cityId: grant.cityId, version: before.version },
      data: { ...checked.value, version: { increment: 1 } },
    });
    if (saved.count === 0) return conflict(tx, grant, id);
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "goal.update",
        subjectType: "goal",
        subjectId: id,
        subjectName: checked.value.name,
        ...changed,
      },
    ]);
    return ok({ id });
  });
}

/** Takes a goal out of the overview, or back in. Nothing is deleted. */
export async function archiveGoal(
  database: Database,
  grant: WriteGrant,
  actor: Actor,
  id: string,
  input: ArchiveInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const before = await tx.goal.findFirst({ where: { id, cityId: grant.cityId } });
    if (before === null) return refuse("not-found");
    if (input.version !== before.version) return refuse("conflict", { current: toGoal(before) });
    if ((before.archivedAt !== null) === input.archived) return ok({ id });
    const saved = await tx.goal.updateMany({
      where: { id, cityId: grant.cityId, version: before.version },
      data: { archivedAt: input.archived ? new Date() : null, version: { increment: 1 } },
    });
    if (saved.count === 0) return conflict(tx, grant, id);
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: input.archived ? "goal.archive" : "goal.restore",
        subjectType: "goal",
        subjectId: id,
        subjectName: before.name,
        before: { archived: !input.archived },
        after: { archived: input.archived },
      },
    ]);
    return ok({ id });
  });
}

/** Another writer was faster between our read and our write. */
async function conflict(tx: Tx, grant: WriteGrant, id: string): Promise<Refusal> {
  const now = await tx.goal.findFirst({ where: { id, cityId: grant.cityId } });
  return now === null ? refuse("not-found") : refuse("conflict", { current: toGoal(now) });
}

interface GoalData {
  name: string;
  metric: string;
  by: string;
  scope: Prisma.InputJsonValue;
  baselineValue: number | null;
  baselineDate: Date | null;
  target: number;
  due: Date;
  responsible: string | null;
}

/** The goal to store, in the metric's own unit, or what is wrong with the input. */
async function goalData(
  tx: Tx,
  grant: WriteGrant,
  input: GoalInput,
  before: GoalInfo | null,
): Promise<Result<GoalData>> {
  const definition = metricDefinition(input.metric);
  const fields: FieldProblem[] = [];
  const by = definition.by.length === 1 ? (definition.by[0] ?? "count") : input.by;
  if (!definition.by.includes(by)) fields.push({ path: "by", code: "not-an-option" });
  const departments = [...new Set(input.department)].filter((id) => id !== "none");
  const found = await tx.department.count({ where: { cityId: grant.cityId, id: { in: departments } } });
  if (found !== departments.length) fields.push({ path: "department", code: "unknown-reference" });
  fields.push(...rangeProblems("target", input.target, definition));
  if (fields.length > 0) return refuse("invalid", { fields });

  const scope = scopeOf(input);
  const baseline =
    input.baselineFrom === "keep"
      ? keptBaseline(before, input, by)
      : await baselineOf(tx, grant, input, definition, scope, by);
  if (!baseline.ok) return baseline;
  if (baseline.value !== null && input.due <= baseline.value.date) {
    return refuse("invalid", { fields: [{ path: "due", code: "due-not-after-baseline" }] });
  }
  return ok({
    name: input.name,
    metric: input.metric,
    by,
    scope: scope as unknown as Prisma.InputJsonValue,
    baselineValue: baseline.value?.value ?? null,
    baselineDate: baseline.value === null ? null : date(baseline.value.date),
    target: toUnit(input.target, definition),
    due: date(input.due),
    responsible: input.responsible,
  });
}

const date = (day: string): Date => new Date(`${day}T00:00:00Z`);
const isoDay = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;
/** Shares are entered in percent. A hundredth is not exact in binary, a division by 100 is as near as it gets. */
const toUnit = (value: number, definition: MetricDefinition): number =>
  definition.unit === "share" ? value / 100 : value;

function rangeProblems(path: string, value: number, { unit }: MetricDefinition): FieldProblem[] {
  const max = unit === "share" ? 100 : unit === "index" ? 1 : null;
  if (max !== null && value > max) return [{ path, code: "too-big", params: { max } }];
  return unit === "count" && !Number.isInteger(value) ? [{ path, code: "not-a-whole-number" }] : [];
}

function scopeOf(input: GoalInput): ServiceFilter {
  const { department, protection, operation, lifecycle, licence } = input;
  const other = queryStringToFilter(input.otherScope ?? "").filter;
  return normalise({ ...other, department, protection, operation, lifecycle, licence });
}

/** The baseline as it is; it cannot stay when something else is measured. */
function keptBaseline(before: GoalInfo | null, input: GoalInput, by: GoalInput["by"]): Result<GoalInfo["baseline"]> {
  if (before === null || before.metric !== input.metric || before.by !== by) {
    return refuse("invalid", { fields: [{ path: "baselineFrom", code: "not-an-option" }] });
  }
  return ok(before.baseline);
}

async function baselineOf(
  tx: Tx,
  grant: WriteGrant,
  input: GoalInput,
  definition: MetricDefinition,
  scope: ServiceFilter,
  by: GoalInput["by"],
): Promise<Result<{ date: string; value: number } | null>> {
  if (input.baselineFrom === "value") {
    const fields: FieldProblem[] = [];
    if (input.baselineValue === null) fields.push({ path: "baselineValue", code: "required" });
    else fields.push(...rangeProblems("baselineValue", input.baselineValue, definition));
    if (input.baselineDate === null) fields.push({ path: "baselineDate", code: "required" });
    if (fields.length > 0 || input.baselineValue === null || input.baselineDate === null)
      return refuse("invalid", { fields });
    return ok({ date: input.baselineDate, value: toUnit(input.baselineValue, definition) });
  }
  if (input.baselineFrom === "today") {
    const today = dayInBerlin(new Date());
    const { value } = computeMetric(definition.id, await loadPortfolio(tx, grant), { by, scope, today });
    // No data today is no baseline: the first value of the history will stand in.
    return ok(value === null ? null : { date: today, value });
  }
  try {
    const snapshot = await readSnapshot(tx, grant, input.baselineFrom);
    if (snapshot === null) return refuse("invalid", { fields: [{ path: "baselineFrom", code: "unknown-reference" }] });
    const { value } = computeMetric(definition.id, snapshot.rows, { by, scope, today: snapshot.date });
    if (value === null) return refuse("invalid", { fields: [{ path: "baselineFrom", code: "no-data-then" }] });
    return ok({ date: snapshot.date, value });
  } catch (error) {
    if (error instanceof BrokenSnapshot)
      return refuse("invalid", { fields: [{ path: "baselineFrom", code: "broken-snapshot" }] });
    throw error;
  }
}

function strategyData(input: StrategyInput, known: readonly Principle[]) {
  return {
    name: input.name,
    decidedOn: input.decidedOn === null ? null : date(input.decidedOn),
    principles: readPrinciples(input.principles ?? "", known) as unknown as Prisma.InputJsonValue,
  };
}

/** Values as the audit log keeps them: days as text, the scope as an address. */
function auditable(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value instanceof Date ? isoDay(value) : name === "scope" ? filterToQuery(value as ServiceFilter) : value,
    ]),
  );
}
