import { answerTo, bestFirst } from "./answers";
import { evaluate, levelOf } from "./evaluate";
import type { Answers, Method, OutputResult } from "./types";

/** What would lift a result to its next better level. */
export interface Raise {
  readonly output: string;
  /** Level that holds for certain now: that of the worst value still possible. */
  readonly from: string;
  readonly to: string;
  /** Answers, each of which alone would do. */
  readonly single: readonly Step[];
  /** Where none alone does: answers that have to come together, none of them more than needed; empty when out of reach. */
  readonly together: readonly Step[];
}

/** A criterion with the least answer that is enough. */
export interface Step {
  readonly criterion: string;
  readonly option: string;
}

/**
 * What would raise the level of an output: tried out on the engine, so that caps, knock-outs and minima are in it.
 * @returns null when the best level is certain already
 */
export function raise(method: Method, answers: Answers, outputId: string): Raise | null {
  const output = method.outputs.find(({ id }) => id === outputId);
  const now = evaluate(method, answers).outputs.find((one) => one.output === outputId);
  if (output === undefined || now === undefined) return null;
  const sign = output.scale.direction === "lower" ? -1 : 1;
  const order = [...output.levels].sort((a, b) => sign * (a.from - b.from)).map(({ level }) => level);
  const rank = (result: OutputResult) => order.indexOf(levelOf(output, result.range.worst));
  const at = rank(now);
  const certain = now.range.worst;
  const to = order[at + 1];
  if (to === undefined) return null;
  const after = (changed: Answers) => evaluate(method, changed).outputs.find((one) => one.output === outputId) ?? now;
  const best = method.criteria.flatMap((criterion) => {
    const option = bestFirst(criterion)[0]?.id;
    const counts = criterion.output === undefined || criterion.output === outputId;
    const unchosen = criterion.chosen === true && answerTo(criterion.id, answers) === null;
    return !counts || unchosen || option === undefined || answerTo(criterion.id, answers) === option
      ? []
      : [{ id: criterion.id, option }];
  });
  const reaches = (changed: Answers) => rank(after(changed)) > at;
  /** The worst option of a criterion that still reaches the level, everything else as given. */
  const least = (id: string, given: Answers): Step => {
    const criterion = method.criteria.find((one) => one.id === id);
    const worstFirst = criterion === undefined ? [] : [...bestFirst(criterion)].reverse();
    const enough = worstFirst.find((option) => reaches({ ...given, [id]: option.id }));
    return { criterion: id, option: enough?.id ?? worstFirst.at(-1)?.id ?? "" };
  };
  const single = best
    .filter(({ id, option }) => reaches({ ...answers, [id]: option }))
    .map(({ id }) => least(id, answers));
  return { output: outputId, from: order[at] ?? "", to, single, together: single.length > 0 ? [] : together() };

  /** Change everything, then take back what is not needed, the smallest effect first; then ask no more than is needed. */
  function together(): Step[] {
    let changed: Answers = { ...answers, ...Object.fromEntries(best.map(({ id, option }) => [id, option])) };
    if (!reaches(changed)) return [];
    let needed = best.map(({ id }) => id);
    const effect = ({ id, option }: (typeof best)[number]) =>
      sign * (after({ ...answers, [id]: option }).range.worst - certain);
    for (const { id } of [...best].sort((a, b) => effect(a) - effect(b))) {
      const without: Record<string, string> = { ...changed };
      const given = answerTo(id, answers);
      if (given === null) delete without[id];
      else without[id] = given;
      if (!reaches(without)) continue;
      changed = without;
      needed = needed.filter((one) => one !== id);
    }
    return needed.map((id) => {
      const step = least(id, changed);
      changed = { ...changed, [id]: step.option };
      return step;
    });
  }
}

/** What each option of a criterion would make of an output: the result, or the range that stays. */
export function outcomes(
  method: Method,
  answers: Answers,
  criterion: string,
  outputId: string,
): ReadonlyMap<string, Pick<OutputResult, "result" | "range" | "rangeLevels">> {
  const options = method.criteria.find(({ id }) => id === criterion)?.options ?? [];
  return new Map(
    options.flatMap(({ id }) => {
      const found = evaluate(method, { ...answers, [criterion]: id }).outputs.find(({ output }) => output === outputId);
      return found ? [[id, found] as const] : [];
    }),
  );
}
