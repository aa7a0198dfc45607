import type { PortfolioRow } from "../service/types";
import type { CountingRule, FactColumn, MetricDefinition } from "./metric-definitions";
import type { ServiceFilter } from "./filter";
import type { Contribution } from "./metrics";
import { compile } from "./filter";

export const CHANGE_KINDS = ["real", "reassessed", "scope", "method"] as const;
/** `real` the service itself changed · `reassessed` it is seen differently · `scope` it came or went · `method` it is measured differently. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type ChangeReason =
  | "added"
  | "removed"
  | "retired"
  | "reactivated"
  | "entered"
  | "left"
  | "method-version"
  | "requirement"
  | "facts"
  | "weight"
  | "decision"
  | "time"
  | "learned"
  | "answers"
  | "other";

/** One service on both days; null where it was not in the inventory. */
export interface Pair {
  readonly before: PortfolioRow | null;
  readonly after: PortfolioRow | null;
}

type Verdict = { readonly kind: ChangeKind; readonly reason: ChangeReason };

/** A function that names the kind of one service's change, by the rule of `explainChange`. */
export function classifier(
  definition: MetricDefinition,
  rule: CountingRule,
  scope: ServiceFilter,
): (pair: Pair, was: Contribution, is: Contribution) => Verdict {
  const [inPortfolio, inScope, inPopulation] = [compile({}), compile(scope), compile(rule.population)];
  const belongs = (row: PortfolioRow): boolean => inPortfolio(row) && inScope(row) && inPopulation(row);
  return (pair, was, is) => {
    const { before, after } = pair;
    if (before === null || after === null) return { kind: "scope", reason: before === null ? "added" : "removed" };
    if (before.lifecycle !== after.lifecycle && (before.lifecycle === "retired" || after.lifecycle === "retired")) {
      return { kind: "scope", reason: after.lifecycle === "retired" ? "retired" : "reactivated" };
    }
    if (belongs(before) !== belongs(after)) return { kind: "scope", reason: belongs(after) ? "entered" : "left" };
    if (definition.onMethod) {
      if (before.methodRef !== after.methodRef) return { kind: "method", reason: "method-version" };
      if (isGap(definition) && requirementChanged(before, after)) return { kind: "method", reason: "requirement" };
    }
    if (changedFacts(pair, definition.facts).length > 0) return { kind: "real", reason: "facts" };
    const measuredTwice = was.state === "measured" && is.state === "measured";
    if (measuredTwice && was.hit === is.hit && was.weight !== is.weight) return { kind: "real", reason: "weight" };
    if (was.state === "unknown-weight" || is.state === "unknown-weight")
      return { kind: "reassessed", reason: "learned" };
    if (isGap(definition) && sameLevels(before, after)) return { kind: "real", reason: "decision" };
    if (learned(before, after, definition.facts)) return { kind: "reassessed", reason: "learned" };
    if (definition.needsToday) return { kind: "real", reason: "time" };
    if (definition.onMethod && before.munichAnswers !== after.munichAnswers)
      return { kind: "reassessed", reason: "answers" };
    return { kind: "reassessed", reason: "other" };
  };
}

const isGap = (definition: MetricDefinition): boolean => definition.facts.includes("protectionNeed");

/** The protection need is the same, yet the policy asks for something else. */
function requirementChanged(before: PortfolioRow, after: PortfolioRow): boolean {
  return (
    before.protectionNeed === after.protectionNeed &&
    (before.requiredMunich !== after.requiredMunich || before.requiredExposure !== after.requiredExposure)
  );
}

/** Results and requirement are the same: only a decision or its end can have moved the gap. */
function sameLevels(before: PortfolioRow, after: PortfolioRow): boolean {
  return (
    before.munich.value === after.munich.value &&
    before.exposure === after.exposure &&
    before.exposureAtLeast === after.exposureAtLeast &&
    before.exposureWorst === after.exposureWorst &&
    before.munichAnswers === after.munichAnswers &&
    before.protectionNeed === after.protectionNeed
  );
}

const isKnown = (value: unknown): boolean => value !== null && value !== "unknown";

/** Facts of the metric that were known on both days and differ. */
export function changedFacts({ before, after }: Pair, facts: readonly FactColumn[]): readonly FactColumn[] {
  if (before === null || after === null) return [];
  const sameController = isKnown(before.controllerId) && isKnown(after.controllerId);
  return facts.filter((column) => {
    // Without a known controller its country and publicness mean nothing.
    if ((column === "controllerCountry" || column === "controllerPublic") && !sameController) return false;
    return isKnown(before[column]) && isKnown(after[column]) && before[column] !== after[column];
  });
}

/** A fact of the metric became known or is no longer. */
function learned(before: PortfolioRow, after: PortfolioRow, facts: readonly FactColumn[]): boolean {
  return facts.some((column) => isKnown(before[column]) !== isKnown(after[column]));
}
