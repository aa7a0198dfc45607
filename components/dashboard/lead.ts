import type { MunichDistribution, PortfolioFigures } from "@/lib/domain/strategy/portfolio";
import type { EvaluatedGoal } from "@/lib/features/strategy/data";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";

/** Below this many assessed services a fraction in words would claim a precision that is not there. */
const FEWEST_FOR_WORDS = 5;

const WORDS: readonly (readonly [below: number, word: string])[] = [
  [0.2, "fewer"],
  [0.3, "quarter"],
  [0.4, "third"],
  [0.49, "nearly"],
  [0.51, "half"],
  [0.6, "over"],
  [0.7, "twothirds"],
  [0.8, "threequarters"],
  [1, "most"],
];

/** A share in words, as a value of the message's `select`. */
export function shareWord(part: number, whole: number): string {
  if (part === 0) return "none";
  if (part === whole) return "all";
  if (whole < FEWEST_FOR_WORDS) return "count";
  return WORDS.find(([below]) => part / whole < below)?.[1] ?? "most";
}

/** The finding of the whole page in one or two sentences. */
export function leadText(
  t: Translator,
  munich: MunichDistribution,
  goals: readonly Pick<EvaluatedGoal, "status">[],
): string {
  const late = goals.filter(({ status }) => status.state === "behind" || status.state === "missed").length;
  return [
    distributionText(t, munich),
    ...(goals.length === 0 ? [] : [t("dashboard.leadGoals", { total: goals.length, late })]),
  ].join(" ");
}

function distributionText(t: Translator, munich: MunichDistribution): string {
  const assessed = munich.assessed.count;
  if (assessed === 0) return t("dashboard.leadNone", { total: munich.total });
  if (assessed === 1)
    return t("dashboard.leadOne", { level: munich.levels.find(({ count }) => count === 1)?.level ?? "" });
  return t("dashboard.lead", { word: shareWord(munich.good.count, assessed), good: munich.good.count, assessed });
}

/** What is to be decided or answered next; undefined when nothing is. */
export function subText(t: Translator, figures: PortfolioFigures): string | undefined {
  const next = figures.exits.services[0];
  const open = figures.munich.notAssessed.count;
  const parts = [
    ...(next === undefined
      ? []
      : [t("dashboard.subExit", { date: formatDate(next.noticeBy, t.locale), name: next.name })]),
    ...(open === 0 ? [] : [t("dashboard.subOpen", { count: open })]),
  ];
  return parts.length === 0 ? undefined : parts.join(" ");
}
