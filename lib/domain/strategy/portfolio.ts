import type { Lifecycle } from "../facts";
import type { PortfolioRow } from "../service/types";
import type { DimensionDistribution, Figure, MunichDistribution } from "./distributions";
import type { ServiceFilter } from "./filter";
import type { By } from "./metric-definitions";
import type { MetricResult } from "./metric-result";
import type { MunichReference } from "./munich-reference";
import type { ControllerTable, ExitWindows, ExposureTable, GapTable } from "./tables";
import { dimensionDistributions, munichDistribution } from "./distributions";
import { compile, CURRENT_LIFECYCLES, filterToQuery, queryWithin } from "./filter";
import { WEIGHTS } from "./metric-definitions";
import { computeMetric } from "./metrics";
import { MUNICH_REFERENCE } from "./munich-reference";
import { controllerTable, exitWindows, exposureTable, gapTable } from "./tables";

export { MUNICH_REFERENCE } from "./munich-reference";
export type { MunichReference, ReferenceGroup } from "./munich-reference";
export type { DimensionDistribution, Figure, MunichDistribution } from "./distributions";
export type {
  ControllerTable,
  CostSum,
  ExitWindows,
  ExposureTable,
  ExposureTableRow,
  GapTable,
  GapTableRow,
} from "./tables";

export interface PortfolioOptions {
  /** ISO day. */
  readonly today: string;
  /** Published distribution to stand beside ours; null = none. Default: Munich's of February 2026. */
  readonly munichReference?: MunichReference | null;
  /** Only services this filter matches. */
  readonly scope?: ServiceFilter;
  /** How many controllers are listed one by one. Default 8. */
  readonly topControllers?: number;
}

/** Everything the dashboard shows. Each figure carries its base, its unknowns and the way to the services behind it. */
export interface PortfolioFigures {
  readonly today: string;
  readonly total: Figure;
  readonly lifecycles: readonly (Figure & { readonly lifecycle: Lifecycle })[];
  /** Outside the portfolio, only named. */
  readonly retired: Figure;
  readonly key: {
    readonly assessed: MetricResult;
    readonly munichGood: MetricResult;
    readonly exposed: MetricResult;
    readonly openGaps: MetricResult;
    readonly requiredMetCritical: MetricResult;
    readonly exitWindows: MetricResult;
    readonly doubleGrips: MetricResult;
  };
  readonly munich: MunichDistribution;
  readonly munichReference: MunichReference | null;
  readonly dimensions: readonly DimensionDistribution[];
  readonly exposure: ExposureTable;
  readonly openSource: Readonly<Record<By, MetricResult>>;
  readonly controllers: ControllerTable;
  readonly concentration: { readonly largest: MetricResult; readonly hhi: MetricResult };
  readonly gaps: GapTable;
  readonly exits: ExitWindows;
}

/**
 * The dashboard's figures. Pure: the same rows in any order give the same figures. Retired services are left out of
 * everything but `retired`; a scope that asks for them does not bring them in.
 */
export function portfolioFigures(all: readonly PortfolioRow[], options: PortfolioOptions): PortfolioFigures {
  const { today, munichReference = MUNICH_REFERENCE, scope = {}, topControllers = 8 } = options;
  const [inPortfolio, inScope] = [compile({}), compile(scope)];
  const rows = all.filter((row) => inPortfolio(row) && inScope(row));
  const retiredScope: ServiceFilter = { ...scope, lifecycle: ["retired"] };
  const metric = (id: Parameters<typeof computeMetric>[0], by?: By): MetricResult =>
    computeMetric(id, rows, { by, scope, today });
  const openSource = Object.fromEntries(WEIGHTS.map((by) => [by, metric("open-source-share", by)]));
  return {
    today,
    total: { count: rows.length, query: queryWithin(scope) },
    lifecycles: CURRENT_LIFECYCLES.map((lifecycle) => ({
      lifecycle,
      count: rows.filter((row) => row.lifecycle === lifecycle).length,
      query: queryWithin(scope, { lifecycle: [lifecycle] }),
    })),
    retired: { count: all.filter(compile(retiredScope)).length, query: filterToQuery(retiredScope) },
    key: {
      assessed: metric("assessed-share"),
      munichGood: metric("munich-1-2-share"),
      exposed: metric("exposure-j3-j4-count"),
      openGaps: metric("open-gaps"),
      requiredMetCritical: metric("required-level-met-critical"),
      exitWindows: metric("exit-window-12-months"),
      doubleGrips: metric("double-grips"),
    },
    munich: munichDistribution(rows, scope),
    munichReference,
    dimensions: dimensionDistributions(rows, scope),
    exposure: exposureTable(rows, scope),
    openSource: openSource as Record<By, MetricResult>,
    controllers: controllerTable(rows, scope, topControllers),
    concentration: { largest: metric("largest-controller-share"), hhi: metric("controller-hhi") },
    gaps: gapTable(rows, scope),
    exits: exitWindows(rows, scope, today),
  };
}
