import type { FactRef } from "../facts";
import type { Answers, SourcedAnswer } from "../method/types";
import type { DerivedAnswer } from "./derived";

/** A person's answers by criterion id. */
export type AssessedAnswers = Readonly<Record<string, { readonly value: string; readonly note?: string }>>;

/** A person's answer goes before a derived one; it keeps the derived facts, and says when it differs. */
export function merge(
  derived: Readonly<Record<string, DerivedAnswer>>,
  assessed: AssessedAnswers,
): Readonly<Record<string, SourcedAnswer>> {
  const answers: Record<string, SourcedAnswer> = {};
  for (const [id, answer] of Object.entries(derived)) answers[id] = { ...answer, origin: "derived" };
  for (const [id, { value, note }] of Object.entries(assessed)) {
    const known = Object.hasOwn(derived, id) ? derived[id] : undefined;
    const differs = known !== undefined && known.value !== value;
    answers[id] = {
      value,
      origin: "assessed",
      reason: { key: known === undefined ? "answer.assessed" : differs ? "answer.overrides" : "answer.confirmed" },
      facts: known?.facts ?? ([] as readonly FactRef[]),
      ...(differs ? { overrides: known.value } : {}),
      ...(note === undefined ? {} : { note }),
    };
  }
  return answers;
}

/** Answers as a method takes them. */
export function valuesOf(answers: Readonly<Record<string, SourcedAnswer>>): Answers {
  return Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
}
