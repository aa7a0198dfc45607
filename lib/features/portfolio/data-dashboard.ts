import type { PortfolioRow } from "@/lib/domain/service/types";
import { explainChange, type ChangeExplanation } from "@/lib/domain/strategy/change";
import { queryToFilter, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { chooseComparison, chooseDeciding } from "@/lib/domain/strategy/history";
import { computeMetric, type MetricId, type MetricResult } from "@/lib/domain/strategy/metrics";
import { portfolioFigures, type PortfolioFigures } from "@/lib/domain/strategy/portfolio";
import { dayInBerlin } from "@/lib/format";
import type { Database } from "@/lib/server/database/client";
import { BrokenSnapshot, listSnapshots, rowsOf, type SnapshotInfo } from "../snapshot/data";
import { evaluateGoals, listDepartments, loadStrategy, type EvaluatedGoal, type StrategyInfo } from "../strategy/data";
import { currentPortfolio } from "./data";

export type DashboardQuery = Readonly<Record<string, string | string[] | undefined>>;

/** Today's figures beside those of a snapshot. */
export interface Comparison {
  readonly snapshot: SnapshotInfo;
  readonly before: Readonly<Record<"assessed" | "munichGood" | "exposed", MetricResult>>;
  readonly munich: ChangeExplanation;
  readonly exposure: ChangeExplanation;
}

export interface Dashboard {
  readonly figures: PortfolioFigures;
  /** Services of the city, retired ones included; 0 = nothing entered yet. */
  readonly everything: number;
  readonly scope: ServiceFilter;
  readonly ignored: readonly string[];
  readonly snapshots: readonly SnapshotInfo[];
  readonly comparison: Comparison | null;
  /** The chosen snapshot no longer matches its hash. */
  readonly broken: SnapshotInfo | null;
  readonly strategy: StrategyInfo | null;
  readonly goals: readonly EvaluatedGoal[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/** Everything the dashboard and its files show, for a scope and a comparison named in the address. */
export async function dashboardOf(
  database: Database,
  grant: { readonly cityId: string },
  query: DashboardQuery,
  now: Date = new Date(),
): Promise<Dashboard> {
  const today = dayInBerlin(now);
  const { filter: scope, ignored } = queryToFilter(query);
  const [rows, snapshots, { strategy, goals }, departments] = await Promise.all([
    currentPortfolio(database, grant),
    listSnapshots(database, grant),
    loadStrategy(database, grant),
    listDepartments(database, grant),
  ]);
  const active = goals.filter((goal) => !goal.archived);
  // Status needs today, and for goals whose day has passed the snapshot that decided them: nothing else is decoded.
  const deciding = chooseDeciding(
    snapshots.filter((each) => each.date < today),
    active.filter((goal) => goal.due < today).map((goal) => goal.due),
  );
  const wanted = typeof query.compare === "string" ? query.compare : undefined;
  const chosen = chooseComparison(snapshots, today, wanted);
  const [evaluated, compared] = await Promise.all([
    evaluateGoals(database, grant, { goals: active, rows, snapshots: deciding, today }),
    chosen === null ? null : compare(database, grant, chosen, { rows, scope, today }),
  ]);
  return {
    figures: portfolioFigures(rows, { today, scope }),
    everything: rows.length,
    scope,
    ignored: ignored.map(({ key, value }) => `${key}=${value}`),
    snapshots,
    comparison: compared,
    broken: chosen !== null && compared === null ? chosen : null,
    strategy,
    goals: evaluated,
    departments,
  };
}

async function compare(
  database: Database,
  grant: { readonly cityId: string },
  snapshot: SnapshotInfo,
  now: { readonly rows: readonly PortfolioRow[]; readonly scope: ServiceFilter; readonly today: string },
): Promise<Comparison | null> {
  const { rows, scope, today } = now;
  let before: readonly PortfolioRow[];
  try {
    before = await rowsOf(database, grant, snapshot);
  } catch (error) {
    if (error instanceof BrokenSnapshot) return null;
    throw error;
  }
  const then = (metric: MetricId): MetricResult => computeMetric(metric, before, { scope, today: snapshot.date });
  const explain = (metric: MetricId): ChangeExplanation => {
    const change = explainChange(before, rows, metric, { scope, days: { before: snapshot.date, after: today } });
    if (change === null) throw new RangeError(`${metric} cannot be divided among services`);
    return change;
  };
  return {
    snapshot,
    before: {
      assessed: then("assessed-share"),
      munichGood: then("munich-1-2-share"),
      exposed: then("exposure-j3-j4-count"),
    },
    munich: explain("munich-1-2-share"),
    exposure: explain("exposure-j3-j4-count"),
  };
}
