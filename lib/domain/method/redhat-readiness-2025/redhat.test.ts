import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMethod } from "../engine";
import { outputOf } from "../testing";
import type { Answers, Method } from "../types";
import { applyVariants, configure } from "../variants";
import { customWeighting, domainLevel, redhatReadiness } from "./index";

const DOMAINS = ["data", "technical", "operational", "assurance", "oss", "executive", "managed"];
/** Written down once more from the publisher's table, so that a typing error shows. */
const WEIGHTS: Readonly<Record<string, readonly number[]>> = {
  balanced: [1, 1, 1, 1, 1, 1, 1],
  government: [2, 1.5, 1.5, 2, 1.5, 2, 1.5],
  finance: [2, 1, 1.5, 2, 1, 1.5, 1.5],
  healthcare: [2, 1, 2, 1.5, 1, 1.5, 1.5],
  technology: [1.5, 2, 1.5, 1, 2, 1, 1.5],
  manufacturing: [1.5, 1, 2, 1.5, 1, 1.5, 2],
  telecoms: [2, 1.5, 2, 2, 1, 1.5, 1.5],
  energy: [1.5, 1.5, 2, 2, 1, 1.5, 1.5],
};

const answersFor = (yes: readonly number[], rest = "no"): Answers =>
  Object.fromEntries(
    DOMAINS.flatMap((id, at) => [1, 2, 3].map((n) => [`${id}-${n}`, n <= (yes[at] ?? 0) ? "yes" : rest])),
  );

function weighted(weighting: string): Method {
  const { method, problem } = configure(redhatReadiness, { weighting });
  if (method === null) throw new Error(`no weighting ${problem.value}`);
  return method;
}

function byHand(yes: readonly number[], weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return (21 * weights.reduce((total, weight, at) => total + ((yes[at] ?? 0) / 3) * weight, 0)) / sum;
}

const anyCounts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 });

describe("redhat-readiness@2025", () => {
  it("is sound and meets its worked examples", () => {
    expect(checkMethod(redhatReadiness)).toEqual([]);
    expect(redhatReadiness.variants?.map(({ id }) => id)).toEqual(Object.keys(WEIGHTS));
  });

  it.each([
    ["balanced", [3, 0, 0, 0, 0, 0, 0], 3, "foundation"],
    ["government", [3, 0, 0, 0, 0, 0, 0], 3.5, "foundation"],
    ["balanced", [3, 2, 3, 2, 1, 1, 2], 14, "strategic"],
    ["government", [3, 2, 3, 2, 1, 1, 2], 14, "strategic"],
  ])("gives the worked result: %s %j", (weighting, yes, value, level) => {
    const { result } = outputOf(weighted(weighting), answersFor(yes), "points");
    expect(result?.value).toBeCloseTo(value, 8);
    expect(result?.level).toBe(level);
  });

  it("follows the published formula and borders under every weighting", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(WEIGHTS)), anyCounts, (weighting, yes) => {
        const value = byHand(yes, WEIGHTS[weighting] ?? []);
        const { result } = outputOf(weighted(weighting), answersFor(yes), "points");
        expect(result?.value).toBeCloseTo(value, 8);
        const exact = Math.round(value * 1e8) / 1e8;
        const level =
          exact <= 5.25 ? "foundation" : exact <= 10.5 ? "developing" : exact <= 15.75 ? "strategic" : "advanced";
        expect(result?.level).toBe(level);
      }),
    );
  });

  it("holds exact borders in the lower level", () => {
    // Complete domains weigh 2 + 2 + 1 + 1 = 6 of 12: exactly a half of 21.
    const method = applyVariants(redhatReadiness, [customWeighting([2, 2, 2, 1, 1, 2, 2])]);
    const half = outputOf(method, answersFor([3, 3, 0, 3, 3, 0, 0]), "points").result;
    expect(half).toEqual({ value: 10.5, level: "developing" });
  });

  it("counts unknown as 0 and shows what it could become", () => {
    const got = outputOf(redhatReadiness, answersFor([3, 3, 3, 3], "unknown"), "points");
    expect(got.result).toEqual({ value: 12, level: "strategic" });
    expect(got.range).toEqual({ best: 21, worst: 12 });
    expect(got.complete).toBe(false);
    expect(got.unknown).toHaveLength(9);
  });

  it("takes a weighting of one's own, each weight brought to 1 to 2", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 7, maxLength: 7 }),
        anyCounts,
        (weights, yes) => {
          const method = applyVariants(redhatReadiness, [customWeighting(weights)]);
          const clamped = weights.map((weight) => Math.min(2, Math.max(1, weight)));
          expect(checkMethod({ ...method, examples: [{ answers: {}, expect: { points: null } }] })).toEqual([]);
          expect(outputOf(method, answersFor(yes), "points").result?.value).toBeCloseTo(byHand(yes, clamped), 6);
        },
      ),
    );
    expect(() => customWeighting([1, 1, 1])).toThrow(RangeError);
    expect(() => customWeighting([1, 1, 1, 1, 1, 1, NaN])).toThrow(RangeError);
  });

  it("keeps the publisher's levels per domain, quirk included", () => {
    const shares = outputOf(redhatReadiness, answersFor([0, 1, 2, 3]), "points").groups.map(
      ({ points, max }) => (points ?? NaN) / max,
    );
    expect(shares.slice(0, 4).map((share) => domainLevel(share).level)).toEqual([
      "foundation",
      "strategic",
      "strategic",
      "advanced",
    ]);
    expect(domainLevel(0.33).level).toBe("developing");
    expect(domainLevel(0.67).level).toBe("strategic");
  });
});
