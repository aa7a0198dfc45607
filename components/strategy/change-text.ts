import type { ServiceChange } from "@/lib/domain/strategy/change";
import { munichSds } from "@/lib/domain/method/munich-sds-2026-02";
import { strategyTexts } from "@/lib/domain/strategy/texts";
import { formatList } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

const ANSWERS: Readonly<Record<string, "yes" | "no" | "unknown" | "notApplicable" | "unanswered">> = {
  y: "yes",
  n: "no",
  "?": "unknown",
  na: "notApplicable",
  "-": "unanswered",
};

/** Munich's inputs of a row by criterion id. */
function answersOf(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(",").map((pair) => pair.split("=") as [string, string]));
}

/** What changed about a service, in words: its facts, else its answers, else the reason alone. */
export function whatChanged(change: ServiceChange, t: Translator): string {
  const reason = strategyTexts[`change.reason.${change.reason}`];
  const reasonText = reason === undefined ? change.reason : tr(reason, t.locale);
  if (change.changedFacts.length > 0) {
    const facts = change.changedFacts.map((fact) => t(`strategy.fact_${fact}`));
    return `${reasonText}: ${formatList(facts, t.locale)}`;
  }
  const { before, after } = change;
  if (before === null || after === null || change.kind !== "reassessed") return reasonText;
  const [was, is] = [answersOf(before.munichAnswers), answersOf(after.munichAnswers)];
  const moved = munichSds.criteria.flatMap(({ id, text }) => {
    const [from, to] = [was.get(id), is.get(id)];
    return from === to ? [] : [`${tr(text, t.locale)} ${answerText(from, t)} → ${answerText(to, t)}`];
  });
  const [first, ...others] = moved;
  if (first === undefined) return reasonText;
  return others.length === 0 ? first : `${first} (+${others.length})`;
}

const answerText = (letter: string | undefined, t: Translator): string =>
  t(`common.${ANSWERS[letter ?? "-"] ?? "unanswered"}`);
