import { bestFirst } from "../method/answers";
import { evaluate } from "../method/evaluate";
import type { Criterion, Method, MethodResult, OutputResult, SourcedAnswer } from "../method/types";
import type { DerivedAnswer, NotDerivable } from "./derived";
import { merge, valuesOf, type AssessedAnswers } from "./merge";

/** How a service stands under one method: every answer with its origin, and what comes out. */
export interface Standing {
  readonly method: Method;
  readonly answers: Readonly<Record<string, SourcedAnswer>>;
  readonly notDerivable: readonly NotDerivable[];
  readonly result: MethodResult;
}

/** Puts derived and assessed answers together and evaluates them. Assessed ones must be valid for the method. */
export function standingOf(
  method: Method,
  derived: {
    readonly answers: Readonly<Record<string, DerivedAnswer>>;
    readonly notDerivable: readonly NotDerivable[];
  },
  assessed: AssessedAnswers,
): Standing {
  const unchosen = new Set(
    method.criteria.flatMap(({ id, chosen }) => (chosen && !Object.hasOwn(assessed, id) ? [id] : [])),
  );
  // Facts do not choose additional requirements; a person does.
  const settled = Object.fromEntries(Object.entries(derived.answers).filter(([id]) => !unchosen.has(id)));
  const answers = merge(settled, assessed);
  return { method, answers, notDerivable: derived.notDerivable, result: evaluate(method, valuesOf(answers)) };
}

/** The output that speaks for a method: the level of a pair, else the only one; null where a method has several. */
export function headline(method: Method, result: MethodResult): OutputResult | null {
  if (method.pair) return result.outputs.find(({ output }) => output === method.pair?.with) ?? null;
  return result.outputs.length === 1 ? (result.outputs[0] ?? null) : null;
}

/** A result on the way from the worst (0) to the best (1) of its scale; for comparing directions, never for adding up. */
export function goodness(method: Method, output: Pick<OutputResult, "output">, value: number): number {
  const scale = method.outputs.find(({ id }) => id === output.output)?.scale;
  if (scale === undefined) return 0;
  const share = (value - scale.min) / (scale.max - scale.min);
  return scale.direction === "lower" ? 1 - share : share;
}

/** The answer that holds a result down most: it limits the level, or its best option would add the most. */
export function bindingCriterion(standing: Pick<Standing, "method" | "answers" | "result">): Criterion | null {
  const { method, answers, result } = standing;
  const spoken = headline(method, result);
  const now = spoken?.result?.value;
  if (spoken === null || now === undefined) return null;
  const values = valuesOf(answers);
  const limits = spoken.parts.find(({ reason }) => reason.key === "part.minimum.binds");
  if (limits) return method.criteria.find(({ id }) => id === limits.criterion) ?? null;
  let found: { criterion: Criterion; gain: number } | null = null;
  for (const criterion of method.criteria) {
    const best = bestFirst(criterion)[0]?.id;
    if (best === undefined || values[criterion.id] === best || values[criterion.id] === undefined) continue;
    const better = evaluate(method, { ...values, [criterion.id]: best });
    const then = better.outputs.find(({ output }) => output === spoken.output)?.result?.value;
    if (then === undefined) continue;
    const gain = goodness(method, spoken, then) - goodness(method, spoken, now);
    if (gain > (found?.gain ?? 0)) found = { criterion, gain };
  }
  return found?.criterion ?? null;
}

/** Two methods that see the same service differently, with what holds the stricter one down. */
export interface Disagreement {
  readonly kinder: Standing;
  readonly stricter: Standing;
  readonly because: Criterion;
}

/** From this distance on the way from worst to best two results are called different. */
const APART = 0.4;

/**
 * The two methods that are furthest apart on a service, when that is worth a sentence; null when all with a result agree.
 * Methods of which only a range is known have no say.
 */
export function disagreement(standings: readonly Standing[]): Disagreement | null {
  const spoken = standings.flatMap((standing) => {
    const output = headline(standing.method, standing.result);
    return output?.result ? [{ standing, good: goodness(standing.method, output, output.result.value) }] : [];
  });
  const ordered = [...spoken].sort((a, b) => b.good - a.good);
  const [kinder, stricter] = [ordered[0], ordered.at(-1)];
  if (kinder === undefined || stricter === undefined || kinder.good - stricter.good < APART) return null;
  const because = bindingCriterion(stricter.standing);
  return because && { kinder: kinder.standing, stricter: stricter.standing, because };
}
