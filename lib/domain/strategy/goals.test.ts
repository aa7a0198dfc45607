import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Goal, HistoryPoint } from "./goals";
import { expectedValue, goalFinding, goalStatus } from "./goals";
import { shuffled } from "./testing/rows";
import { strategyTexts } from "./texts";

const goal: Goal = {
  metric: "munich-1-2-share",
  by: "count",
  scope: {},
  baseline: { date: "2025-01-01", value: 0.4 },
  target: 0.6,
  due: "2029-01-01",
  direction: "higher",
};
const at = (value: number | null, date = "2027-01-01"): HistoryPoint[] => [{ date, value }];
const halfway = "2027-01-01";

/** The same goal seen in a mirror: fewer is better. */
const mirrored = (each: Goal): Goal => ({
  ...each,
  baseline: { ...each.baseline, value: -each.baseline.value },
  target: -each.target,
  direction: each.direction === "higher" ? "lower" : "higher",
});

const day = fc
  .integer({ min: 2024, max: 2030 })
  .chain((year) => fc.integer({ min: 1, max: 12 }).map((month) => `${year}-${String(month).padStart(2, "0")}-15`));
const history = fc.uniqueArray(
  fc.record({ date: day, value: fc.option(fc.integer({ min: 0, max: 100 }).map((value) => value / 100)) }),
  { selector: (point) => point.date, maxLength: 8 },
);
const anyGoal: fc.Arbitrary<Goal> = fc
  .record({
    from: fc.integer({ min: 0, max: 100 }),
    to: fc.integer({ min: 0, max: 100 }),
    direction: fc.constantFrom("higher" as const, "lower" as const),
  })
  .map(({ from, to, direction }) => ({
    ...goal,
    baseline: { date: "2025-01-01", value: from / 100 },
    target: to / 100,
    direction,
  }));

describe("state of a goal", () => {
  it("is achieved at the target, on track within a tenth of the way behind the line, else behind", () => {
    expect(expectedValue(goal, halfway)).toBeCloseTo(0.5, 3);
    expect(goalStatus(goal, at(0.6), halfway)).toMatchObject({ state: "achieved", progress: 1, missing: 0 });
    expect(goalStatus(goal, at(0.5), halfway).state).toBe("on-track");
    expect(goalStatus(goal, at(0.481), halfway).state).toBe("on-track");
    expect(goalStatus(goal, at(0.479), halfway).state).toBe("behind");
    expect(goalStatus(goal, at(0.3), halfway)).toMatchObject({ state: "behind", progress: 0 });
    expect(goalStatus(goal, at(0.45), halfway).progress).toBeCloseTo(0.25, 9);
  });

  it("expects nothing before the baseline's day", () => {
    expect(goalStatus(goal, at(0.4, "2024-06-01"), "2024-06-01").state).toBe("on-track");
  });

  it("freezes the verdict on the due day", () => {
    const points: HistoryPoint[] = [
      { date: "2028-12-31", value: 0.55 },
      { date: "2029-03-01", value: 0.61 },
    ];
    expect(goalStatus(goal, points, "2029-01-01").state).toBe("behind");
    expect(goalStatus(goal, points, "2029-01-02")).toMatchObject({
      state: "missed",
      late: false,
      current: { value: 0.55 },
    });
    expect(goalStatus(goal, points, "2029-03-01")).toMatchObject({ state: "missed", late: true });
    expect(
      goalStatus(
        goal,
        [
          { date: "2028-12-31", value: 0.61 },
          { date: "2029-03-01", value: 0.5 },
        ],
        "2029-06-01",
      ).state,
    ).toBe("achieved");
  });

  it("has no data without a measurement, when the last one had none, and when all lie in the future", () => {
    expect(goalStatus(goal, [], halfway)).toMatchObject({
      state: "no-data",
      progress: null,
      missing: null,
      current: null,
    });
    expect(
      goalStatus(
        goal,
        [
          { date: "2026-01-01", value: 0.5 },
          { date: "2026-06-01", value: null },
        ],
        halfway,
      ).state,
    ).toBe("no-data");
    expect(goalStatus(goal, at(0.6, "2027-01-02"), halfway).state).toBe("no-data");
    expect(goalStatus(goal, at(0.6, "2029-01-02"), "2029-06-01").state).toBe("no-data");
  });

  it("holds a level: any value that fails it is behind", () => {
    const hold: Goal = {
      ...goal,
      metric: "double-grips",
      baseline: { date: "2025-01-01", value: 0 },
      target: 0,
      direction: "lower",
    };
    expect(goalStatus(hold, at(0), halfway)).toMatchObject({ state: "achieved", progress: 1 });
    expect(goalStatus(hold, at(1), halfway)).toMatchObject({ state: "behind", progress: 0, missing: 1 });
  });

  it("judges at the due day even when baseline and due day are the same", () => {
    const instant: Goal = { ...goal, due: "2025-01-01" };
    expect(goalStatus(instant, at(0.5, "2025-01-01"), "2025-01-01")).toMatchObject({ state: "behind", expected: 0.6 });
  });

  it("treats both directions alike, whatever the order of the history", () => {
    const cases = history.chain((points) => fc.tuple(fc.constant(points), shuffled(points)));
    fc.assert(
      fc.property(anyGoal, cases, day, (each, [points, other], today) => {
        const status = goalStatus(each, points, today);
        const mirror = goalStatus(
          mirrored(each),
          other.map((point) => ({ ...point, value: point.value === null ? null : -point.value })),
          today,
        );
        expect([mirror.state, mirror.late]).toEqual([status.state, status.late]);
        if (status.progress === null) expect(mirror.progress).toBeNull();
        else expect(mirror.progress).toBeCloseTo(status.progress, 9);
      }),
      { numRuns: 500 },
    );
  });

  it("never gets worse by a better value, and progress stays within 0 and 1", () => {
    const rank = { achieved: 3, "on-track": 2, behind: 1, missed: 1, "no-data": 0 };
    fc.assert(
      fc.property(
        anyGoal,
        day,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (each, today, a, b) => {
          const [worse, better] = (
            each.direction === "higher" ? [Math.min(a, b), Math.max(a, b)] : [Math.max(a, b), Math.min(a, b)]
          ) as [number, number];
          const [low, high] = [worse, better].map((value) =>
            goalStatus(each, at(value / 100, "2020-01-01"), today),
          ) as [ReturnType<typeof goalStatus>, ReturnType<typeof goalStatus>];
          expect(rank[high.state]).toBeGreaterThanOrEqual(rank[low.state]);
          for (const { progress } of [low, high]) {
            expect(progress).toBeGreaterThanOrEqual(0);
            expect(progress).toBeLessThanOrEqual(1);
          }
          expect(high.progress).toBeGreaterThanOrEqual(low.progress ?? 2);
          expect(high.state === "achieved").toBe(high.progress === 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("has a finding with a text in both languages that uses only parameters it is given", () => {
    fc.assert(
      fc.property(anyGoal, history, day, (each, points, today) => {
        const finding = goalFinding(each, goalStatus(each, points, today));
        const text = strategyTexts[finding.key];
        expect(text).toBeDefined();
        for (const words of [text?.de ?? "", text?.en ?? ""]) {
          expect(words).toContain("{metric}");
          for (const [, name] of words.matchAll(/\{(\w+)\}/g))
            expect(Object.keys(finding.params ?? {})).toContain(name);
        }
      }),
    );
  });
});
