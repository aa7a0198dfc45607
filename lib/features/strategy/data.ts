import type { Grant } from "@/lib/domain/access/authorise";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { queryToFilter, type Query, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { goalStatus, type Goal, type GoalStatus } from "@/lib/domain/strategy/goals";
import { chooseHistory, possibleRange } from "@/lib/domain/strategy/history";
import {
  computeMetric,
  isMetricId,
  metricDefinition,
  WEIGHTS,
  type By,
  type MetricDefinition,
  type MetricId,
  type MetricResult,
} from "@/lib/domain/strategy/metrics";
import { dayInBerlin } from "@/lib/format";
import type { Principle } from "@/lib/domain/strategy/principles";
import type { Database, Tx } from "@/lib/server/database/client";
import { currentPortfolio } from "../portfolio/data";
import { listSnapshots, metricsAt, type PastMetric, type SnapshotInfo } from "../snapshot/data";

type Reader = Database | Tx;
type ReadGrant = Pick<Grant<"strategy.read">, "cityId">;

export interface StrategyInfo {
  readonly id: string;
  readonly name: string;
  readonly decidedOn: string | null;
  readonly principles: readonly Principle[];
  readonly version: number;
}

/** A goal as stored. Values in the metric's unit: a share is 0 to 1. */
export interface GoalInfo {
  readonly id: string;
  readonly strategyId: string;
  readonly name: string;
  readonly metric: MetricId;
  readonly by: By;
  readonly scope: ServiceFilter;
  readonly baseline: { readonly date: string; readonly value: number } | null;
  readonly target: number;
  readonly due: string;
  readonly responsible: string | null;
  readonly version: number;
  readonly archived: boolean;
}

/** The city's strategy (the first one made) with its goals in their order, archived ones included. Two queries. */
export async function loadStrategy(
  reader: Reader,
  grant: ReadGrant,
): Promise<{ strategy: StrategyInfo | null; goals: readonly GoalInfo[] }> {
  const [row, goals] = await Promise.all([
    reader.strategy.findFirst({ where: { cityId: grant.cityId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
    reader.goal.findMany({
      where: { cityId: grant.cityId },
      orderBy: [{ position: "asc" }, { createdAt: "asc" }, { id: "asc" }],
    }),
  ]);
  if (row === null) return { strategy: null, goals: [] };
  const strategy: StrategyInfo = {
    id: row.id,
    name: row.name,
    decidedOn: iso(row.decidedOn),
    principles: row.principles as unknown as readonly Principle[],
    version: row.version,
  };
  return { strategy, goals: goals.filter((goal) => goal.strategyId === row.id).map(toGoal) };
}

const iso = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

export interface StoredGoal {
  readonly id: string;
  readonly strategyId: string;
  readonly name: string;
  readonly metric: string;
  readonly by: string;
  readonly scope: unknown;
  readonly baselineValue: number | null;
  readonly baselineDate: Date | null;
  readonly target: number;
  readonly due: Date;
  readonly responsible: string | null;
  readonly version: number;
  readonly archivedAt: Date | null;
}

/** A stored row as a goal. @throws RangeError for a metric that does not exist: a figure must never quietly be another one. */
export function toGoal(row: StoredGoal): GoalInfo {
  if (!isMetricId(row.metric)) throw new RangeError(`goal ${row.id} has the unknown metric ${row.metric}`);
  const date = iso(row.baselineDate);
  return {
    id: row.id,
    strategyId: row.strategyId,
    name: row.name,
    metric: row.metric,
    by: WEIGHTS.find((by) => by === row.by) ?? "count",
    scope: queryToFilter(row.scope as Query).filter,
    baseline: row.baselineValue === null || date === null ? null : { date, value: row.baselineValue },
    target: row.target,
    due: iso(row.due) ?? "",
    responsible: row.responsible,
    version: row.version,
    archived: row.archivedAt !== null,
  };
}

/** What a goal's metric said on one day. */
export interface GoalHistoryPoint {
  readonly date: string;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
  readonly low: number | null;
  readonly high: number | null;
  /** null = today's portfolio. */
  readonly snapshotId: string | null;
  /** The snapshot no longer matches its hash: it says nothing. */
  readonly broken: boolean;
}

export interface EvaluatedGoal {
  readonly goal: GoalInfo;
  readonly definition: MetricDefinition;
  readonly current: MetricResult;
  /** Oldest first, ends today. */
  readonly history: readonly GoalHistoryPoint[];
  /** The stated baseline, else the first value of the history; null without any. */
  readonly baseline: { readonly date: string; readonly value: number } | null;
  readonly status: GoalStatus;
  /** The goal as the rule sees it; null without a baseline. */
  readonly domain: Goal | null;
}

/**
 * Goals with their history and status. One small query per snapshot that is not in memory yet, whatever the number of goals.
 * @param snapshots the days to look at, oldest first
 */
export async function evaluateGoals(
  reader: Reader,
  grant: ReadGrant,
  input: {
    readonly goals: readonly GoalInfo[];
    readonly rows: readonly PortfolioRow[];
    readonly snapshots: readonly SnapshotInfo[];
    readonly today: string;
  },
): Promise<readonly EvaluatedGoal[]> {
  const { goals, rows, snapshots, today } = input;
  if (goals.length === 0) return [];
  const past: { info: SnapshotInfo; results: readonly PastMetric[] | null }[] = [];
  // One after the other: decoding is work for this process, and only so many rows should be in memory at a time.
  for (const info of snapshots) past.push({ info, results: await metricsAt(reader, grant, info, goals) });
  return goals.map((goal, i) => {
    const current = computeMetric(goal.metric, rows, { by: goal.by, scope: goal.scope, today });
    const history = [
      ...past.map(({ info, results }) => pointOf(info.date, results?.[i] ?? null, info.id)),
      pointOf(today, current, null),
    ];
    return { goal, definition: metricDefinition(goal.metric), current, history, ...judge(goal, history, today) };
  });
}

function pointOf(date: string, result: PastMetric | null, snapshotId: string | null): GoalHistoryPoint {
  if (result === null) {
    const nothing = { value: null, numerator: 0, denominator: 0, unknown: 0, low: null, high: null };
    return { date, ...nothing, snapshotId, broken: true };
  }
  const range = possibleRange(result);
  const { value, numerator, denominator, unknown } = result;
  return {
    date,
    value,
    numerator,
    denominator,
    unknown,
    low: range?.low ?? null,
    high: range?.high ?? null,
    snapshotId,
    broken: false,
  };
}

function judge(
  goal: GoalInfo,
  history: readonly GoalHistoryPoint[],
  today: string,
): Pick<EvaluatedGoal, "baseline" | "status" | "domain"> {
  const first = history.find((point) => point.value !== null);
  const found = first === undefined || first.value === null ? null : { date: first.date, value: first.value };
  const baseline = goal.baseline ?? found;
  const { direction } = metricDefinition(goal.metric);
  if (baseline === null || direction === "none") {
    const status = {
      state: "no-data",
      progress: null,
      current: null,
      expected: goal.target,
      missing: null,
      late: false,
    } as const;
    return { baseline, status, domain: null };
  }
  const { metric, by, scope, target, due } = goal;
  const domain: Goal = { metric, by, scope, baseline, target, due, direction };
  return { baseline, domain, status: goalStatus(domain, history, today) };
}

/** The strategy with its goals evaluated over their history, archived ones only listed; or the one goal `only`, archived or not. */
export async function loadGoals(
  reader: Reader,
  grant: ReadGrant,
  { only, now = new Date() }: { readonly only?: string; readonly now?: Date } = {},
): Promise<{
  strategy: StrategyInfo | null;
  evaluated: readonly EvaluatedGoal[];
  archived: readonly GoalInfo[];
  snapshots: readonly SnapshotInfo[];
  rows: readonly PortfolioRow[];
  today: string;
}> {
  const today = dayInBerlin(now);
  const [{ strategy, goals }, snapshots, rows] = await Promise.all([
    loadStrategy(reader, grant),
    listSnapshots(reader, grant),
    currentPortfolio(reader, grant),
  ]);
  const active = goals.filter((goal) => (only === undefined ? !goal.archived : goal.id === only));
  const chosen = chooseHistory(snapshots, { today, deciding: active.map((goal) => goal.due) });
  const evaluated = await evaluateGoals(reader, grant, { goals: active, rows, snapshots: chosen, today });
  return { strategy, evaluated, archived: goals.filter((goal) => goal.archived), snapshots, rows, today };
}

/** Departments of the city, for choosing a scope. */
export async function listDepartments(reader: Reader, grant: ReadGrant): Promise<{ id: string; name: string }[]> {
  return reader.department.findMany({
    where: { cityId: grant.cityId },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}
