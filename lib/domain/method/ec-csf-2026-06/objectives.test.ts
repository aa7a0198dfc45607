import { describe, expect, it } from "vitest";
import { WEIGHTS_2025_10 } from "../ec-csf-2025-10";
import { weightedObjectives } from "./objectives";
import { WEIGHTS_2026_06 } from "./values";

const IDS = Object.keys(WEIGHTS_2026_06);
const EQUAL = Object.fromEntries(IDS.map((id) => [id, 1]));
const by = (values: readonly (number | null)[]) =>
  Object.fromEntries(IDS.map((id, index) => [id, values[index] ?? null]));

/** Provider cards of csf.hop3.abilian.com: objective percentages, and the weighted and plain mean before rounding. */
const CARDS = [
  { name: "OVHcloud", given: [86.5, 91.6, 85.0, 62.6, 67.8, 55.0, 82.0, 68.9], score: 75.125, plain: 74.925 },
  { name: "Scaleway", given: [88.5, 95.8, 80.0, 79.0, 64.2, 55.0, 78.4, 75.1], score: 77.315, plain: 77 },
  { name: "Safespring", given: [85.5, 95.8, 80.0, 83.2, 53.7, 75.0, 67.8, 81.3], score: 78.015, plain: 77.7875 },
] as const;
/** As published, to one decimal. */
const PUBLISHED = { OVHcloud: [75.1, 74.9], Scaleway: [77.3, 77.0], Safespring: [78.0, 77.8] };

describe("weightedObjectives", () => {
  it.each(CARDS)("gives $name's published score with the weights of 2026", ({ name, given, score, plain }) => {
    const got = [weightedObjectives(WEIGHTS_2026_06, by(given)), weightedObjectives(EQUAL, by(given))];
    expect(got).toEqual([score, plain]);
    expect(got.map((value) => Number(value?.toFixed(1)))).toEqual(PUBLISHED[name]);
  });

  it("gives another score with the weights of 2025", () => {
    expect(weightedObjectives(WEIGHTS_2025_10, by(CARDS[0].given))).toBe(73.48);
  });

  it("gives the pins of v1.2.1", () => {
    expect(weightedObjectives(WEIGHTS_2025_10, by([0, 0, 0, 0, 100, 0, 0, 0]))).toBe(20);
    expect(weightedObjectives(WEIGHTS_2025_10, by([50, 50, 50, 50, 50, 50, 50, 50]))).toBe(50);
    expect(weightedObjectives(WEIGHTS_2025_10, by([50, 100, 25, 0, 80, 100, 10, 0]))).toBe(52);
  });

  it("renormalises over the objectives that apply", () => {
    expect(weightedObjectives(WEIGHTS_2025_10, by([100, null, null, 0, null, null, null, null]))).toBe(50);
    expect(weightedObjectives(WEIGHTS_2025_10, by([80, 80, 80, 80, null, 80, 80, 80]))).toBe(80);
    expect(weightedObjectives(WEIGHTS_2025_10, by([]))).toBeNull();
  });

  it("refuses what is missing, foreign or no percentage", () => {
    const whole = by([1, 2, 3, 4, 5, 6, 7, 8]);
    const { "SOV-3": _, ...gap } = whole;
    expect(() => weightedObjectives(WEIGHTS_2026_06, gap)).toThrow("no percentage for SOV-3");
    expect(() => weightedObjectives(WEIGHTS_2026_06, { ...whole, "SOV-9": 1 })).toThrow("no objective SOV-9");
    for (const wrong of [-1, 100.1, NaN, Infinity]) {
      expect(() => weightedObjectives(WEIGHTS_2026_06, { ...whole, "SOV-1": wrong })).toThrow(RangeError);
    }
  });
});
