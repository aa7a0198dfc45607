import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMethod } from "../engine";
import { outputOf } from "../testing";
import type { Answers } from "../types";
import { deutschlandStack } from "./index";

const IDS = ["sovereignty", "interoperability", "future", "market", "trust", "sustainability"];
const answersFor = (levels: readonly (number | null)[]): Answers =>
  Object.fromEntries(
    IDS.flatMap((id, at) => {
      const level = levels[at] ?? null;
      return level === null ? [] : [[id, String(level)]];
    }),
  );
const six = (level: fc.Arbitrary<number | null>) => fc.array(level, { minLength: 6, maxLength: 6 });

describe("deutschland-stack@2026", () => {
  it("is sound and meets its worked examples", () => {
    expect(checkMethod(deutschlandStack)).toEqual([]);
    expect(deutschlandStack.criteria.map(({ id }) => id)).toEqual(IDS);
    for (const { options, order } of deutschlandStack.criteria) {
      expect(order).toBe("ladder");
      expect(options.map(({ id }) => id)).toEqual(["0", "1", "2", "3", "4", "5"]);
    }
  });

  it("gives 3.0 for the worked example", () => {
    expect(outputOf(deutschlandStack, answersFor([3, 4, 2, 5, 3, 1]), "mean").result?.value).toBe(3);
  });

  it("is the plain mean, and a range while a level is missing", () => {
    fc.assert(
      fc.property(six(fc.option(fc.integer({ min: 0, max: 5 }), { nil: null })), (levels) => {
        const sum = levels.reduce<number>((total, level) => total + (level ?? 0), 0);
        const missing = levels.filter((level) => level === null).length;
        const { result, range } = outputOf(deutschlandStack, answersFor(levels), "mean");
        expect(range.worst).toBeCloseTo(sum / 6, 8);
        expect(range.best).toBeCloseTo((sum + 5 * missing) / 6, 8);
        if (missing > 0) expect(result).toBeNull();
        else expect(result?.value).toBeCloseTo(sum / 6, 8);
      }),
    );
  });

  it("is never worse for a higher level", () => {
    fc.assert(
      fc.property(six(fc.integer({ min: 0, max: 4 })), fc.integer({ min: 0, max: 5 }), (levels, at) => {
        const raised = levels.map((level, index) => (index === at && level !== null ? level + 1 : level));
        const value = (given: readonly (number | null)[]) =>
          outputOf(deutschlandStack, answersFor(given), "mean").result?.value ?? NaN;
        expect(value(raised)).toBeGreaterThan(value(levels));
      }),
    );
  });
});
