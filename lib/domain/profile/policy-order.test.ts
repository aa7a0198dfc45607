import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPOSURE_CLASSES } from "../exposure";
import { DEFAULT_POLICY, type Policy } from "./policy";
import { looserNeeds } from "./policy-order";

const level = fc.record({
  munich: fc.integer({ min: 1, max: 5 }),
  exposure: fc.constantFrom(...EXPOSURE_CLASSES),
  reviewMonths: fc.constant(12),
});
const anyPolicy: fc.Arbitrary<Policy> = fc.record({ normal: level, high: level, "very-high": level });

describe("looserNeeds", () => {
  it("finds nothing in the defaults", () => {
    expect(looserNeeds(DEFAULT_POLICY)).toEqual([]);
  });
  it("names need and dimension", () => {
    const policy: Policy = { ...DEFAULT_POLICY, "very-high": { munich: 4, exposure: "J1", reviewMonths: 12 } };
    expect(looserNeeds(policy)).toEqual([{ need: "very-high", dimension: "munich" }]);
  });
  it("holds points and reviews to the same order", () => {
    const { normal, high } = DEFAULT_POLICY;
    const policy: Policy = {
      ...DEFAULT_POLICY,
      normal: { ...normal, freedom: 40, openness: 0 },
      high: { ...high, reviewMonths: 36 },
    };
    expect(looserNeeds(policy)).toEqual([
      { need: "high", dimension: "freedom" },
      { need: "high", dimension: "reviewMonths" },
    ]);
  });
  it("is empty exactly when whatever meets a higher need also meets every lower one", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const meets = (need: keyof Policy, munich: number, exposure: number) =>
          munich <= policy[need].munich && exposure <= EXPOSURE_CLASSES.indexOf(policy[need].exposure);
        const contradicts = [1, 2, 3, 4, 5].some((munich) =>
          [0, 1, 2, 3, 4].some(
            (exposure) =>
              (meets("very-high", munich, exposure) && !meets("high", munich, exposure)) ||
              (meets("high", munich, exposure) && !meets("normal", munich, exposure)),
          ),
        );
        expect(looserNeeds(policy).length > 0).toBe(contradicts);
      }),
      { numRuns: 500 },
    );
  });
});
