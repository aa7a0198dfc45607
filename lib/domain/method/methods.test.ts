import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestFirst, stateOf } from "./answers";
import { toScoreOutput } from "./cli";
import { evaluate } from "./engine";
import { methods } from "./registry";
import { anyAnswers } from "./testing";
import type { Answers, Method, OutputResult } from "./types";
import { applyVariants } from "./variants";

/** Every method in each of its readings. */
const readings: readonly (readonly [string, Method])[] = methods.flatMap((method) => [
  [method.ref, method] as const,
  ...(method.variants ?? [])
    .filter(({ rules }) => Object.keys(rules).length > 0)
    .map((one) => [`${method.ref} ${one.parameter}=${one.id}`, applyVariants(method, [one])] as const),
]);

const close = 1e-9;
/** How far a result is from the worst end of its scale, so that more is better in every method. */
const goodness = (method: Method, output: string, value: number): number => {
  const scale = method.outputs.find(({ id }) => id === output)?.scale;
  return scale?.direction === "lower" ? -value : value;
};

/** Some completion of the open criteria by their options; additional requirements that nobody chose stay unchosen. */
const completion = (method: Method, answers: Answers): fc.Arbitrary<Answers> =>
  fc
    .tuple(
      ...method.criteria.map((criterion) => {
        const state = stateOf(criterion.id, answers);
        const stays =
          state === "answered" ||
          (state === "not-applicable" && !keepsOpen(method)) ||
          (state === "unanswered" && criterion.chosen === true);
        return stays ? fc.constant(answers[criterion.id]) : fc.constantFrom(...criterion.options.map(({ id }) => id));
      }),
    )
    .map((values) =>
      Object.fromEntries(
        method.criteria.flatMap(({ id }, i) => (values[i] === undefined ? [] : ([[id, values[i]]] as const))),
      ),
    );

/** Does the method leave a result open where somebody says "not applicable"? */
const keepsOpen = (method: Method): boolean =>
  method.outputs.some(
    ({ rule }) => rule.kind === "knockout-count" || (rule.kind === "grouped" && rule.notApplicable === "open"),
  );

function inside(got: OutputResult, value: number, method: Method, output: string): boolean {
  const good = goodness(method, output, value);
  return (
    good <= goodness(method, output, got.range.best) + close &&
    good >= goodness(method, output, got.range.worst) - close
  );
}

describe.each(readings)("%s", (_, method) => {
  const withCompletion = anyAnswers(method).chain((answers) =>
    fc.tuple(fc.constant(answers), completion(method, answers)),
  );

  it("stays on its scale and gives the range of every completion", () => {
    fc.assert(
      fc.property(withCompletion, ([answers, completed]) => {
        const before = evaluate(method, answers);
        const after = evaluate(method, completed);
        for (const [i, got] of before.outputs.entries()) {
          const { scale } = method.outputs[i] as Method["outputs"][number];
          for (const value of [got.range.best, got.range.worst, got.result?.value ?? scale.min]) {
            expect(value).toBeGreaterThanOrEqual(scale.min - close);
            expect(value).toBeLessThanOrEqual(scale.max + close);
          }
          if (got.result) expect(inside(got, got.result.value, method, got.output)).toBe(true);
          const final = after.outputs[i]?.result;
          if (final && !inside(got, final.value, method, got.output)) {
            expect({ answers, completed, range: got.range }).toEqual({ final: final.value });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives a result when everything is answered, and never from nothing", () => {
    const all = (pick: "first" | "last"): Answers =>
      Object.fromEntries(
        method.criteria.map((one) => [
          one.id,
          (pick === "first" ? bestFirst(one)[0] : bestFirst(one).at(-1))?.id ?? "",
        ]),
      );
    for (const answers of [all("first"), all("last")]) {
      const { complete, outputs } = evaluate(method, answers);
      expect(complete).toBe(true);
      for (const { result, range } of outputs) {
        expect(result).not.toBeNull();
        expect(range).toEqual({ best: result?.value, worst: result?.value });
      }
    }
    for (const output of evaluate(method, {}).outputs) expect(output.result).toBeNull();
  });

  it("is never worse for a better answer", () => {
    fc.assert(
      fc.property(withCompletion, fc.nat(), fc.nat(), ([, answers], which, step) => {
        const criterion = method.criteria[which % method.criteria.length];
        if (criterion === undefined || answers[criterion.id] === undefined) return;
        const order = bestFirst(criterion).map(({ id }) => id);
        const at = order.indexOf(answers[criterion.id] ?? "");
        if (at < 1) return;
        const better = { ...answers, [criterion.id]: order[step % at] ?? "" };
        const [before, after] = [evaluate(method, answers), evaluate(method, better)];
        for (const [i, { output, result }] of before.outputs.entries()) {
          const now = after.outputs[i]?.result;
          if (!result || !now) continue;
          expect(goodness(method, output, now.value)).toBeGreaterThanOrEqual(
            goodness(method, output, result.value) - close,
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of the answers", () => {
    fc.assert(
      fc.property(anyAnswers(method), fc.infiniteStream(fc.nat()), (answers, random) => {
        const shuffled = Object.entries(answers)
          .map((entry) => [random.next().value as number, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry);
        expect(evaluate(method, Object.fromEntries(shuffled))).toEqual(evaluate(method, answers));
      }),
      { numRuns: 100 },
    );
  });
});

describe("a pair of score and level", () => {
  const pairs = readings.filter(([, method]) => method.pair);

  it.each(pairs)("%s: never one without the other, never without what is unknown", (_, method) => {
    fc.assert(
      fc.property(anyAnswers(method), (answers) => {
        const { outputs } = evaluate(method, answers);
        const key = method.pair?.key ?? "";
        const [score, level] = [method.pair?.output, method.pair?.with].map((id) =>
          outputs.find((o) => o.output === id),
        );
        expect(score?.result === null).toBe(level?.result === null);
        const out = toScoreOutput({ method: method.ref, complete: false, outputs }, method, answers);
        if (out.result) expect(typeof out.result[key]).toBe("number");
        expect(out.unknown).toEqual(method.criteria.map(({ id }) => id).filter((id) => answers[id] === "unknown"));
        for (const objective of Object.values(out.objectives ?? {})) expect(objective).toHaveProperty("unknown");
      }),
    );
  });
});
