import fc from "fast-check";
import { acceptedValues, NOT_APPLICABLE, UNKNOWN } from "./answers";
import { evaluate } from "./evaluate";
import type { Answers, Criterion, Method, OutputResult } from "./types";

/** Test helper: any answers to a method, with gaps, unknowns and not-applicables. */
export function anyAnswers(method: Method, output?: string): fc.Arbitrary<Answers> {
  const criteria = method.criteria.filter((criterion) => output === undefined || criterion.output === output);
  const fields = Object.fromEntries(
    criteria.map((criterion) => [criterion.id, fc.constantFrom(...acceptedValues(criterion), null)]),
  );
  return fc
    .record(fields)
    .map((given) =>
      Object.fromEntries(Object.entries(given).flatMap(([id, value]) => (value === null ? [] : [[id, value]]))),
    );
}

/** Test helper: all ways to complete the open criteria among the given ones. */
export function completions(criteria: readonly Criterion[], answers: Answers, opens: readonly string[]): Answers[] {
  let all: Answers[] = [answers];
  for (const criterion of criteria) {
    const value = answers[criterion.id];
    if (value !== undefined && !opens.includes(value)) continue;
    all = all.flatMap((one) => criterion.options.map((option) => ({ ...one, [criterion.id]: option.id })));
  }
  return all;
}

/** Test helper: the result of one output; throws when the method has no such output. */
export function outputOf(method: Method, answers: Answers, output: string): OutputResult {
  const found = evaluate(method, answers).outputs.find((one) => one.output === output);
  if (found === undefined) throw new Error(`no output ${output}`);
  return found;
}

export { NOT_APPLICABLE, UNKNOWN };
