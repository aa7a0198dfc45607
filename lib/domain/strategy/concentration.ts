import type { PortfolioRow } from "../service/types";
import type { By, MetricDefinition } from "./metric-definitions";
import type { MetricQueries, MetricResult, MetricSubject } from "./metric-result";
import type { ServiceFilter } from "./filter";
import { compile, queryWithin } from "./filter";
import { fromUnits, unitsOf } from "./weights";

/** The services one organisation controls. Weights in whole units. */
export interface ControllerGroup {
  readonly subject: MetricSubject;
  readonly services: readonly PortfolioRow[];
  /** Weight of the services whose weight is known. */
  readonly weight: number;
  readonly weighed: readonly PortfolioRow[];
}

/** Groups rows by controlling organisation, sorted by id; rows without a known controller are in no group. */
export function controllerGroups(rows: readonly PortfolioRow[], by: By): readonly ControllerGroup[] {
  const byController = new Map<string, PortfolioRow[]>();
  for (const row of rows) {
    if (row.controllerId === null) continue;
    const group = byController.get(row.controllerId);
    if (group === undefined) byController.set(row.controllerId, [row]);
    else group.push(row);
  }
  return [...byController.keys()].sort().map((id) => {
    const services = byController.get(id) ?? [];
    const weighed = services.filter((row) => unitsOf(row, by) !== null);
    return {
      subject: subjectOf(id, services),
      services,
      weighed,
      weight: weighed.reduce((sum, row) => sum + (unitsOf(row, by) ?? 0), 0),
    };
  });
}

/** Rows of one controller should agree on its name; where they do not, the first by service id speaks. */
function subjectOf(id: string, services: readonly PortfolioRow[]): MetricSubject {
  const first = services.reduce(
    (least, row) => (row.serviceId < least.serviceId ? row : least),
    services[0] as PortfolioRow,
  );
  return {
    id,
    name: first.controllerName ?? id,
    country: first.controllerCountry,
    public: first.controllerPublic,
  };
}

/**
 * Share of the largest controller, or the Herfindahl-Hirschman index Σ sᵢ² over all controllers.
 * Among equally large ones the first by id is named.
 */
export function measureConcentration(
  definition: MetricDefinition,
  figure: "largest" | "hhi",
  rows: readonly PortfolioRow[],
  by: By,
  scope: ServiceFilter,
): MetricResult {
  const inPortfolio = compile({});
  const inScope = compile(scope);
  const population = rows.filter((row) => inPortfolio(row) && inScope(row));
  const groups = controllerGroups(population, by);
  const total = groups.reduce((sum, group) => sum + group.weight, 0);
  const largest = groups.reduce<ControllerGroup | null>(
    (best, group) => (group.weight > (best?.weight ?? 0) ? group : best),
    null,
  );
  const withoutController = population.filter((row) => row.controllerId === null);
  const withoutWeight = population.filter((row) => row.controllerId !== null && unitsOf(row, by) === null);
  const weighed = groups.flatMap((group) => group.weighed);
  const counted = total === 0 ? [] : figure === "hhi" ? weighed : (largest?.weighed ?? []);
  const index = total === 0 ? 0 : groups.reduce((sum, group) => sum + (group.weight / total) ** 2, 0);
  const numerator = figure === "hhi" ? index : fromUnits(largest?.weight ?? 0, by);
  const denominator = figure === "hhi" ? (total === 0 ? 0 : 1) : fromUnits(total, by);
  return {
    metric: definition.id,
    by,
    unit: definition.unit,
    value: total === 0 ? null : figure === "hhi" ? index : (largest?.weight ?? 0) / total,
    numerator,
    denominator,
    measured: weighed.length,
    unknown: withoutController.length + withoutWeight.length,
    unknownFact: withoutController.length,
    unknownWeight: withoutWeight.length,
    populationUnknown: 0,
    uncertain: 0,
    services: counted.map((row) => row.serviceId).sort(),
    unknownServices: [...withoutController, ...withoutWeight].map((row) => row.serviceId).sort(),
    subject: figure === "largest" ? (largest?.subject ?? null) : null,
    queries: queriesOf(figure, largest?.subject.id ?? null, by, scope),
  };
}

function queriesOf(figure: "largest" | "hhi", largest: string | null, by: By, scope: ServiceFilter): MetricQueries {
  const within = (filter: ServiceFilter): string | null => queryWithin(scope, filter);
  const weighed: ServiceFilter = by === "count" ? {} : { [by]: ["known"] };
  const known: ServiceFilter = { control: ["public", "private"] };
  const counted: ServiceFilter | null = figure === "hhi" ? known : largest === null ? null : { controller: [largest] };
  return {
    counted: counted === null ? null : within({ ...counted, ...weighed }),
    unknownFact: within({ control: ["unknown"] }),
    unknownWeight: by === "count" ? null : within({ ...known, [by]: ["unknown"] }),
    populationUnknown: null,
  };
}
