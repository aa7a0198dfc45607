import type { PortfolioRow } from "../service/types";
import type { ChangeKind, ChangeReason, Pair } from "./change-kind";
import type { By, FactColumn, MetricId } from "./metric-definitions";
import type { ServiceFilter } from "./filter";
import type { Contribution, MetricOptions } from "./metrics";
import { CHANGE_KINDS, changedFacts, classifier } from "./change-kind";
import { contributionOf, resolveMetric } from "./metrics";
import { fromUnits } from "./weights";

export { CHANGE_KINDS } from "./change-kind";
export type { ChangeKind, ChangeReason } from "./change-kind";

/** One service that moved the metric. Deltas in services, euro per year or users. */
export interface ServiceChange {
  readonly serviceId: string;
  readonly name: string;
  readonly kind: ChangeKind;
  readonly reason: ChangeReason;
  /** Fact columns that differ, known before and after; named also where the kind is another. */
  readonly changedFacts: readonly FactColumn[];
  readonly numerator: number;
  readonly denominator: number;
  /** The rows on both days, to show "from, to"; null where there was none. */
  readonly before: PortfolioRow | null;
  readonly after: PortfolioRow | null;
}

export interface ChangePart {
  readonly kind: ChangeKind;
  readonly numerator: number;
  readonly denominator: number;
  /** Services that raised and that lowered the numerator. */
  readonly up: number;
  readonly down: number;
  /** Sorted by id. Also those that moved only the denominator. */
  readonly services: readonly ServiceChange[];
}

export interface MetricSide {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

export interface ChangeExplanation {
  readonly metric: MetricId;
  readonly by: By;
  readonly before: MetricSide;
  readonly after: MetricSide;
  /** The four kinds, always all of them; their numerators (and denominators) add up to the difference. */
  readonly parts: Readonly<Record<ChangeKind, ChangePart>>;
}

export interface ChangeOptions {
  readonly by?: By;
  readonly scope?: ServiceFilter;
  /** The two days; required by metrics that need today. */
  readonly days?: { readonly before: string; readonly after: string };
}

/**
 * Splits the change of a metric between two days into four kinds, service by service, so that nothing is left over.
 * A service belongs to the first kind that fits:
 *
 * 1. **scope**: it is part of what the metric counts on one day only (new, gone, retired, entered or left the scope);
 * 2. **method**: the metric rests on a method and the row's `methodRef` differs, or the city changed what the same
 *    protection need requires;
 * 3. **real**: a fact the metric rests on was known on both days and differs, or its cost or users do, or a decision
 *    (gap planned, accepted) or the passing of time moved it;
 * 4. **reassessed**: everything else: answers differ, or a fact was unknown on one of the days. To learn who owns an
 *    operator is not a change of the operator.
 *
 * A row does not name its product: a product replaced by one of the same licence and controller shows as reassessed.
 * Returns null for concentration metrics, which do not add up over services. Each service id must occur once per day.
 */
export function explainChange(
  before: readonly PortfolioRow[],
  after: readonly PortfolioRow[],
  id: MetricId,
  options: ChangeOptions = {},
): ChangeExplanation | null {
  const day = (which: "before" | "after"): MetricOptions => ({ by: options.by, today: options.days?.[which] });
  const { definition, by, today: todayBefore } = resolveMetric(id, day("before"));
  const { today: todayAfter } = resolveMetric(id, day("after"));
  const { rule } = definition;
  if (rule.kind === "concentration") return null;

  const { scope } = options;
  const [contributeBefore, contributeAfter] = [todayBefore, todayAfter].map((today) =>
    contributionOf(rule, by, { scope, today }),
  ) as [(row: PortfolioRow) => Contribution, (row: PortfolioRow) => Contribution];
  const afterById = new Map(after.map((row) => [row.serviceId, row]));
  const beforeIds = new Set(before.map((row) => row.serviceId));
  const pairs: Pair[] = [
    ...before.map((row) => ({ before: row, after: afterById.get(row.serviceId) ?? null })),
    ...after.filter((row) => !beforeIds.has(row.serviceId)).map((row) => ({ before: null, after: row })),
  ];

  const classify = classifier(definition, rule, scope ?? {});
  const sides = { before: emptySide(), after: emptySide() };
  const parts = Object.fromEntries(
    CHANGE_KINDS.map((kind) => [kind, { ...emptySide(), services: [] }]),
  ) as unknown as Record<ChangeKind, Tally & { services: ServiceChange[] }>;
  for (const pair of pairs) {
    const was = pair.before === null ? NOWHERE : contributeBefore(pair.before);
    const is = pair.after === null ? NOWHERE : contributeAfter(pair.after);
    add(sides.before, numeratorOf(was), was.weight);
    add(sides.after, numeratorOf(is), is.weight);
    const [numerator, denominator] = [numeratorOf(is) - numeratorOf(was), is.weight - was.weight];
    if (numerator === 0 && denominator === 0 && was.state === is.state && was.hit === is.hit) continue;
    const row = pair.after ?? pair.before;
    if (row === null) continue;
    const { kind, reason } = classify(pair, was, is);
    add(parts[kind], numerator, denominator);
    parts[kind].services.push({
      serviceId: row.serviceId,
      name: row.name,
      kind,
      reason,
      changedFacts: changedFacts(pair, definition.facts),
      numerator: fromUnits(numerator, by),
      denominator: fromUnits(denominator, by),
      before: pair.before,
      after: pair.after,
    });
  }

  const side = (tally: Tally, measured: boolean): MetricSide => {
    const [numerator, denominator] = [fromUnits(tally.numerator, by), fromUnits(tally.denominator, by)];
    if (definition.unit === "share")
      return { value: tally.denominator > 0 ? tally.numerator / tally.denominator : null, numerator, denominator };
    return { value: measured ? numerator : null, numerator, denominator };
  };
  const finish = (kind: ChangeKind): ChangePart => {
    const { numerator, denominator, services } = parts[kind];
    return {
      kind,
      numerator: fromUnits(numerator, by),
      denominator: fromUnits(denominator, by),
      up: services.filter((each) => each.numerator > 0).length,
      down: services.filter((each) => each.numerator < 0).length,
      services: services.sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1)),
    };
  };
  return {
    metric: id,
    by,
    before: side(
      sides.before,
      before.some((row) => contributeBefore(row).state === "measured"),
    ),
    after: side(
      sides.after,
      after.some((row) => contributeAfter(row).state === "measured"),
    ),
    parts: { real: finish("real"), reassessed: finish("reassessed"), scope: finish("scope"), method: finish("method") },
  };
}

interface Tally {
  numerator: number;
  denominator: number;
}

const NOWHERE: Contribution = { state: "outside", hit: false, uncertain: false, weight: 0 };
const emptySide = (): Tally => ({ numerator: 0, denominator: 0 });
const numeratorOf = (part: Contribution): number => (part.hit ? part.weight : 0);

function add(tally: Tally, numerator: number, denominator: number): void {
  tally.numerator += numerator;
  tally.denominator += denominator;
}
