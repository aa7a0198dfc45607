import { acceptedValues } from "../method/answers";
import type { Method } from "../method/types";
import type { AssessedAnswers } from "../service/merge";

/** Answers to one version of a method that also fit another, and the criteria whose answers do not. */
export function carryOver(
  answers: AssessedAnswers,
  to: Method,
): { readonly answers: AssessedAnswers; readonly dropped: readonly string[] } {
  const criteria = new Map(to.criteria.map((criterion) => [criterion.id, criterion]));
  const fits = ([id, { value }]: [string, AssessedAnswers[string]]) => {
    const criterion = criteria.get(id);
    return criterion !== undefined && acceptedValues(criterion).includes(value);
  };
  const entries = Object.entries(answers);
  return {
    answers: Object.fromEntries(entries.filter(fits)),
    dropped: entries.filter((entry) => !fits(entry)).map(([id]) => id),
  };
}
