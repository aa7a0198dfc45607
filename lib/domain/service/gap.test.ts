import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pointsGap } from "./gap";

describe("points against the fewest required", () => {
  it("are met or missed when every outcome still possible says so, and not checkable otherwise", () => {
    const points = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(points, points, points, (a, b, required) => {
        const [worst, best] = a < b ? [a, b] : [b, a];
        const outcomes = new Set([worst, best].map((value) => (value >= required ? "met" : "open")));
        expect(pointsGap({ best, worst }, required)).toBe(outcomes.size === 1 ? [...outcomes][0] : "not-checkable");
      }),
    );
  });
  it("have no gap where nothing is required", () => {
    expect(pointsGap({ best: 100, worst: 0 }, undefined)).toBeNull();
  });
});
