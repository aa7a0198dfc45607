import { stateOf, validateAnswers, withoutUnchosen } from "./answers";
import { applyRule } from "./rules";
import type { Answers, Criterion, Method, MethodResult, Output, OutputResult } from "./types";

/** Level of a value on an output's scale: the last level whose `from` the value reaches, or passes where it says so. */
export function levelOf(output: Output, value: number): string {
  const reached = output.levels.filter((level) => (level.above === true ? level.from < value : level.from <= value));
  const best = reached.reduce((a, b) => (b.from > a.from ? b : a), reached[0] ?? { level: "", from: -Infinity });
  return best.level;
}

/** The criteria that count for an output, in the method's order. */
export function criteriaOf(method: Method, output: Output): readonly Criterion[] {
  return method.criteria.filter((criterion) => criterion.output === undefined || criterion.output === output.id);
}

/**
 * Evaluates answers under a method.
 * Incomplete answers give no result but the exact range of what is still possible, best and worst in the method's own direction.
 * Throws a RangeError for a criterion or option the method does not have: check foreign input with `validateAnswers` first.
 */
export function evaluate(method: Method, answers: Answers): MethodResult {
  const problem = validateAnswers(method, answers)[0];
  if (problem !== undefined) {
    throw new RangeError(`${method.ref}: ${problem.problem} ${problem.criterion}=${problem.value}`);
  }
  const chosen = withoutUnchosen(method, answers);
  const outputs = method.outputs.map((output) => evaluateOutput(method, output, chosen));
  return { method: method.ref, complete: outputs.every((output) => output.complete), outputs };
}

/** One output alone. The answers must already be valid for the method. */
export function evaluateOutput(method: Method, output: Output, answers: Answers): OutputResult {
  const criteria = criteriaOf(method, output);
  const unchosen = criteria.every(({ id, chosen }) => chosen === true && stateOf(id, answers) === "not-applicable");
  const ruled = applyRule(output.rule, output.scale, criteria, answers);
  const inState = (state: string): string[] =>
    criteria.map((criterion) => criterion.id).filter((id) => stateOf(id, answers) === state);
  const lowerIsBetter = output.scale.direction === "lower";
  const best = lowerIsBetter ? ruled.low : ruled.high;
  const worst = lowerIsBetter ? ruled.high : ruled.low;
  return {
    output: output.id,
    // Where nothing was chosen nothing is missing, and there is no result.
    complete: ruled.complete || unchosen,
    result: ruled.value === null ? null : { value: ruled.value, level: levelOf(output, ruled.value) },
    range: { best, worst },
    rangeLevels: { best: levelOf(output, best), worst: levelOf(output, worst) },
    unanswered: inState("unanswered"),
    unknown: inState("unknown"),
    notApplicable: inState("not-applicable"),
    parts: ruled.parts,
    groups: ruled.groups,
  };
}
