import type { Frozen } from "./frozen";

/** Why a result differs from the approval before it. */
export interface CourseCause {
  /** Answers that follow from facts and are others now. */
  readonly real: readonly string[];
  /** Answers that a person gave, changed or took back. */
  readonly reassessed: readonly string[];
  /** Another version of the method, or the same answers with another result. */
  readonly method: boolean;
}

/**
 * Explains the step from one approval to the next: a derived answer that changes is a real change, an assessed one a
 * re-assessment, another method version or another result from the same answers a change of method.
 */
export function causeOf(before: Frozen, after: Frozen): CourseCause {
  const ids = [...new Set([...Object.keys(before.answers), ...Object.keys(after.answers)])].sort();
  const changed = ids.filter((id) => before.answers[id]?.value !== after.answers[id]?.value);
  const byPerson = (id: string) =>
    before.answers[id]?.origin === "assessed" || after.answers[id]?.origin === "assessed";
  const results = (content: Frozen) => JSON.stringify(content.outputs);
  return {
    real: changed.filter((id) => !byPerson(id)),
    reassessed: changed.filter(byPerson),
    method: before.method !== after.method || (changed.length === 0 && results(before) !== results(after)),
  };
}
