import type { PortfolioRow } from "../service/types";
import type { By, CountingRule, MetricDefinition, MetricId } from "./metric-definitions";
import type { MetricQueries, MetricResult } from "./metric-result";
import type { ServiceFilter } from "./filter";
import { measureConcentration } from "./concentration";
import { compile, complement, queryWithin } from "./filter";
import { metricDefinition } from "./metric-definitions";
import { fromUnits, unitsOf } from "./weights";

export { isMetricId, METRIC_IDS, metricDefinition, metrics, WEIGHTS } from "./metric-definitions";
export type { By, MetricDefinition, MetricDirection, MetricId, MetricUnit } from "./metric-definitions";
export type { MetricQueries, MetricResult, MetricSubject } from "./metric-result";

export interface MetricOptions {
  /** Default: the metric's usual weight. */
  readonly by?: By;
  /** Only services this filter matches; retired services stay out whatever it says. */
  readonly scope?: ServiceFilter;
  /** ISO day; required by metrics with `needsToday`. */
  readonly today?: string;
}

/** What one service contributes to a counting metric. `weight` in whole units (services, cents, users), 0 unless measured. */
export interface Contribution {
  readonly state: "outside" | "population-unknown" | "unknown-fact" | "unknown-weight" | "measured";
  readonly hit: boolean;
  readonly uncertain: boolean;
  readonly weight: number;
}

/** The metric with its checked options. Throws RangeError when the weight does not fit the metric or `today` is missing. */
export function resolveMetric(
  id: MetricId,
  options: MetricOptions,
): { definition: MetricDefinition; by: By; today: string } {
  const definition = metricDefinition(id);
  const by = options.by ?? definition.by[0] ?? "count";
  if (!definition.by.includes(by)) throw new RangeError(`metric ${id} has no weight "${by}"`);
  if (definition.needsToday && options.today === undefined) throw new RangeError(`metric ${id} needs today`);
  return { definition, by, today: options.today ?? "" };
}

/** A function that says what one service contributes; the one place where a counting rule is interpreted. */
export function contributionOf(
  rule: CountingRule,
  by: By,
  options: Pick<MetricOptions, "scope"> & { readonly today: string },
): (row: PortfolioRow) => Contribution {
  const inPortfolio = compile({});
  const inScope = compile(options.scope ?? {});
  const inPopulation = compile(rule.population);
  const mayBelong = rule.populationUnknown === null ? null : compile(rule.populationUnknown);
  const isUnknown = rule.unknown === null ? null : compile(rule.unknown);
  const isHit = compile(rule.hit(options.today));
  const nothing = { hit: false, uncertain: false, weight: 0 };
  return (row) => {
    if (!inPortfolio(row) || !inScope(row)) return { state: "outside", ...nothing };
    if (mayBelong?.(row)) return { state: "population-unknown", ...nothing };
    if (!inPopulation(row)) return { state: "outside", ...nothing };
    if (isUnknown?.(row)) return { state: "unknown-fact", ...nothing };
    const weight = unitsOf(row, by);
    if (weight === null) return { state: "unknown-weight", ...nothing };
    const hit = isHit(row);
    return { state: "measured", hit, uncertain: !hit && (rule.uncertain?.(row) ?? false), weight };
  };
}

/**
 * One metric over a portfolio: value with numerator, denominator, unknowns and the services behind it.
 * Retired services are left out. Denominator 0 gives value null. The order of `rows` does not matter.
 */
export function computeMetric(id: MetricId, rows: readonly PortfolioRow[], options: MetricOptions = {}): MetricResult {
  const { definition, by, today } = resolveMetric(id, options);
  const { rule } = definition;
  if (rule.kind === "concentration")
    return measureConcentration(definition, rule.figure, rows, by, options.scope ?? {});

  const contribute = contributionOf(rule, by, { scope: options.scope, today });
  let [numerator, denominator, measured, unknownFact, unknownWeight, populationUnknown, uncertain] = [
    0, 0, 0, 0, 0, 0, 0,
  ];
  const services: string[] = [];
  const unknownServices: string[] = [];
  for (const row of rows) {
    const part = contribute(row);
    if (part.state === "outside") continue;
    if (part.state === "population-unknown") {
      populationUnknown += 1;
    } else if (part.state === "measured") {
      measured += 1;
      denominator += part.weight;
      if (part.uncertain) uncertain += 1;
      if (!part.hit) continue;
      numerator += part.weight;
      services.push(row.serviceId);
    } else {
      if (part.state === "unknown-fact") unknownFact += 1;
      else unknownWeight += 1;
      unknownServices.push(row.serviceId);
    }
  }
  const share = definition.unit === "share";
  const hasData = share ? denominator > 0 : measured > 0;
  return {
    metric: id,
    by,
    unit: definition.unit,
    value: !hasData ? null : share ? numerator / denominator : fromUnits(numerator, by),
    numerator: fromUnits(numerator, by),
    denominator: fromUnits(denominator, by),
    measured,
    unknown: unknownFact + unknownWeight,
    unknownFact,
    unknownWeight,
    populationUnknown,
    uncertain,
    services: services.sort(),
    unknownServices: unknownServices.sort(),
    subject: null,
    queries: queriesOf(rule, by, today, options.scope ?? {}),
  };
}

function queriesOf(rule: CountingRule, by: By, today: string, scope: ServiceFilter): MetricQueries {
  const within = (...filters: (ServiceFilter | null)[]): string | null => queryWithin(scope, ...filters);
  const weighed: ServiceFilter = by === "count" ? {} : { [by]: ["known"] };
  return {
    counted: within(rule.population, rule.hit(today), weighed),
    unknownFact: within(rule.population, rule.unknown),
    unknownWeight:
      by === "count"
        ? null
        : within(rule.population, rule.unknown === null ? {} : complement(rule.unknown), { [by]: ["unknown"] }),
    populationUnknown: within(rule.populationUnknown),
  };
}
