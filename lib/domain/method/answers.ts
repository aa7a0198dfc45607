import type { Answers, Criterion, Method, Option, Part } from "./types";

/** Answers that every criterion takes beside its own options. */
export const UNKNOWN = "unknown";
export const NOT_APPLICABLE = "not-applicable";

export interface AnswerProblem {
  readonly criterion: string;
  readonly value: string;
  readonly problem: "unknown-criterion" | "unknown-option";
  /** What would have been accepted: criterion ids, or option ids of the criterion. */
  readonly allowed: readonly string[];
}

/** Ids a criterion accepts as an answer: its options, `unknown` and `not-applicable`. */
export function acceptedValues(criterion: Criterion): readonly string[] {
  return [...criterion.options.map((option) => option.id), UNKNOWN, NOT_APPLICABLE];
}

/**
 * Checks answers against a method. Returns one problem per wrong entry, none when the answers can be evaluated.
 * Takes what may come from a file, so values are compared as they are and never coerced.
 */
export function validateAnswers(method: Method, answers: Readonly<Record<string, unknown>>): readonly AnswerProblem[] {
  const criteria = new Map(method.criteria.map((criterion) => [criterion.id, criterion]));
  const problems: AnswerProblem[] = [];
  for (const [id, value] of Object.entries(answers)) {
    const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
    const criterion = criteria.get(id);
    if (criterion === undefined) {
      problems.push({ criterion: id, value: shown, problem: "unknown-criterion", allowed: [...criteria.keys()] });
      continue;
    }
    const allowed = acceptedValues(criterion);
    if (typeof value !== "string" || !allowed.includes(value)) {
      problems.push({ criterion: id, value: shown, problem: "unknown-option", allowed });
    }
  }
  return problems;
}

/** The answer given to a criterion, or null. Looks at own properties only: answers may come from a JSON file. */
export function answerTo(criterion: string, answers: Answers): string | null {
  return Object.hasOwn(answers, criterion) ? (answers[criterion] ?? null) : null;
}

/** The answers with additional requirements that nobody chose as not applicable. */
export function withoutUnchosen(method: Method, answers: Answers): Answers {
  const unchosen = method.criteria.filter(({ id, chosen }) => chosen === true && !Object.hasOwn(answers, id));
  if (unchosen.length === 0) return answers;
  return { ...answers, ...Object.fromEntries(unchosen.map(({ id }) => [id, NOT_APPLICABLE])) };
}

/** Options of a criterion, the best one first. */
export function bestFirst(criterion: Criterion): readonly Option[] {
  return criterion.order === "ladder" ? [...criterion.options].reverse() : criterion.options;
}

/** Which of the four states a criterion is in. */
export function stateOf(criterion: string, answers: Answers): Part["state"] {
  const value = answerTo(criterion, answers);
  if (value === null) return "unanswered";
  if (value === UNKNOWN) return "unknown";
  return value === NOT_APPLICABLE ? "not-applicable" : "answered";
}
