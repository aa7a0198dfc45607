import type { Reason } from "@/lib/domain/facts";
import { goalFinding } from "@/lib/domain/strategy/goals";
import { metricDefinition, type By, type MetricUnit } from "@/lib/domain/strategy/metric-definitions";
import type { MetricResult } from "@/lib/domain/strategy/metric-result";
import { strategyTexts } from "@/lib/domain/strategy/texts";
import type { EvaluatedGoal } from "@/lib/features/strategy/data";
import { formatDate, formatMoney, formatNumber, formatPercent, formatShare, MISSING } from "@/lib/format";
import { fillText, tr, type Params, type Translator } from "@/lib/i18n";

/** Money in the unit that keeps it short: euro, thousand or million. */
export function shortMoney(euros: number, t: Translator): string {
  const size = Math.abs(euros);
  return formatMoney(euros, t.locale, size >= 1_000_000 ? "million" : size >= 10_000 ? "thousand" : "euro");
}

/** A value in its metric's unit. A share gets a decimal only where it has one. */
export function metricText(value: number | null, unit: MetricUnit, t: Translator): string {
  if (value === null) return MISSING;
  if (unit === "share") return shareText(value, t);
  if (unit === "money") return shortMoney(value, t);
  return formatNumber(value, t.locale, unit === "index" ? { digits: 2 } : {});
}

/** Only nothing is 0 % and only everything is 100 %. */
function shareText(value: number, t: Translator): string {
  const rounded = Math.round(value * 100);
  if ((rounded <= 0 && value > 0) || (rounded >= 100 && value < 1)) return formatShare(value, 1, t.locale);
  return formatPercent(value, t.locale);
}

/** A target as a person entered it: `12,5 %` stays 12,5 %. */
export function exactText(value: number, unit: MetricUnit, t: Translator): string {
  if (unit !== "share") return metricText(value, unit, t);
  const percent = Math.round(value * 1_000) / 10;
  return formatPercent(value, t.locale, { digits: Number.isInteger(percent) ? 0 : 1 });
}

/** The difference of two values; of shares in points. */
export function differenceText(value: number, unit: MetricUnit, t: Translator): string {
  if (unit !== "share") return metricText(value, unit, t);
  const points = Math.round(value * 100);
  const shown = points === 0 && value > 0 ? value * 100 : points;
  return t("strategy.points", { value: formatNumber(shown, t.locale), count: shown });
}

/** `60 %` for "at least", `≤ 5` for "at most". */
export function targetText(goal: EvaluatedGoal["goal"], t: Translator): string {
  const { unit, direction } = metricDefinition(goal.metric);
  const value = exactText(goal.target, unit, t);
  return direction === "lower" ? t("strategy.atMost", { value }) : value;
}

/** A weight: services, euro per year or users. */
export function weightText(value: number, by: By, t: Translator): string {
  return by === "cost" ? shortMoney(value, t) : formatNumber(value, t.locale);
}

/** Numerator and denominator without unknowns: `58 von 121`. */
export function ratioText(
  result: Pick<MetricResult, "unit" | "by" | "numerator" | "denominator" | "measured">,
  t: Translator,
): string {
  if (result.unit === "index") return t("strategy.baseHhi", { count: result.measured });
  return t("strategy.base", {
    numerator: weightText(result.numerator, result.by, t),
    denominator: weightText(result.denominator, result.by, t),
  });
}

/** The finding of a goal as a sentence, named after the goal. */
export function findingText({ goal, domain, status }: EvaluatedGoal, t: Translator): string {
  const { unit } = metricDefinition(goal.metric);
  const reason: Reason =
    domain === null
      ? { key: "goal.finding.no-data", params: { metric: goal.metric, target: goal.target, due: goal.due } }
      : goalFinding(domain, status);
  const text = strategyTexts[reason.key];
  if (text === undefined) throw new RangeError(`no text for ${reason.key}`);
  const params: Record<string, string> = {
    metric: goal.name,
    target: targetText(goal, t),
    due: formatDate(goal.due, t.locale),
  };
  const { value, expected, missing } = (reason.params ?? {}) as Params;
  if (typeof value === "number") params.value = metricText(value, unit, t);
  if (typeof expected === "number")
    params.expected = metricText(unit === "count" ? Math.round(expected) : expected, unit, t);
  if (typeof missing === "number") params.missing = differenceText(missing, unit, t);
  return fillText(tr(text, t.locale), params);
}
