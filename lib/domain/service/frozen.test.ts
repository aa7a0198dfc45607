import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { methods } from "../method/registry";
import { anyAnswers } from "../method/testing";
import type { Answers, Method } from "../method/types";
import { freeze, printNow, printOf, sinceApproval } from "./frozen";
import { bindingCriterion, disagreement, goodness, standingOf, type Standing } from "./standing";

const NOTHING = { answers: {}, notDerivable: [] };
const by = (method: Method, answers: Answers): Standing =>
  standingOf(method, NOTHING, Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }])));
const find = (ref: string) => methods.find((method) => method.ref === ref) as Method;
const service = { id: "s1", name: "Wahlen" };
const munich = find("munich-sds@2026-02");
const all = (method: Method, pick: (ids: readonly string[]) => string): Answers =>
  Object.fromEntries(method.criteria.map((one) => [one.id, pick(one.options.map(({ id }) => id))]));

describe("what was approved", () => {
  it.each(methods.map((method) => [method.ref, method] as const))(
    "%s: is the same text for the same content, and names exactly the answers that differ",
    (_, method) => {
      fc.assert(
        fc.property(anyAnswers(method), anyAnswers(method), (one, other) => {
          const approved = freeze(by(method, one), service);
          const reordered = Object.fromEntries(Object.entries(one).reverse());
          expect(JSON.stringify(freeze(by(method, reordered), service))).toBe(JSON.stringify(approved));
          expect(printOf(approved)).toBe(printNow(by(method, one)));
          expect(sinceApproval(approved, by(method, one))).toBeNull();

          const changed = sinceApproval(approved, by(method, other));
          const different = method.criteria.map(({ id }) => id).filter((id) => one[id] !== other[id]);
          expect((changed?.answers ?? []).map(({ criterion }) => criterion).sort()).toEqual(different.sort());
          expect(printOf(approved) === printNow(by(method, other))).toBe(changed === null);
        }),
        { numRuns: 50 },
      );
    },
  );

  it("tells a change of rules from a change of answers", () => {
    const answers = all(munich, () => "yes");
    const approved = freeze(by(munich, answers), service);
    const stricter: Method = {
      ...munich,
      outputs: munich.outputs.map((output) =>
        output.rule.kind === "knockout-count" ? { ...output, rule: { ...output.rule, start: 7 } } : output,
      ),
    };
    expect(sinceApproval(approved, by(stricter, answers))).toMatchObject({
      answers: [],
      rulesChanged: true,
      outputs: [{ before: { value: 1 }, now: { value: 2 } }],
    });
  });
});

describe("methods that disagree", () => {
  const csf = find("ec-csf@2026-06");

  it("are named with what holds the stricter one down", () => {
    const keys = { ...all(csf, (ids) => ids.at(-1) ?? ""), "SOV-3.1": "1" };
    const found = disagreement([
      by(
        munich,
        all(munich, () => "yes"),
      ),
      by(csf, keys),
    ]);
    expect(found).toMatchObject({ kinder: { method: munich }, stricter: { method: csf }, because: { id: "SOV-3.1" } });
  });

  it("have nothing to say where they agree, or where only a range is known", () => {
    const good = by(
      munich,
      all(munich, () => "yes"),
    );
    expect(
      disagreement([
        good,
        by(
          csf,
          all(csf, (ids) => ids.at(-1) ?? ""),
        ),
      ]),
    ).toBeNull();
    expect(disagreement([good, by(csf, { "SOV-3.1": "1" })])).toBeNull();
    expect(disagreement([good])).toBeNull();
    expect(disagreement([])).toBeNull();
  });

  it("compare in one direction", () => {
    expect(goodness(munich, { output: "sds" }, 1)).toBe(1);
    expect(goodness(munich, { output: "sds" }, 5)).toBe(0);
    expect(goodness(csf, { output: "seal" }, 4)).toBe(1);
  });

  it("know the answer that costs most", () => {
    expect(bindingCriterion(by(munich, { ...all(munich, () => "yes"), alt: "no" }))?.id).toBe("alt");
    expect(
      bindingCriterion(
        by(
          munich,
          all(munich, () => "yes"),
        ),
      ),
    ).toBeNull();
  });
});
