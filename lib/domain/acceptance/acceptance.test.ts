import { describe, expect, it } from "vitest";
import { daysUntil, lastUntil, untilProblem } from ".";

describe("the last day of an acceptance", () => {
  it("is today at the earliest and three years ahead at the latest", () => {
    expect(untilProblem("2026-11-24", "2026-11-25")).toBe("date-in-past");
    expect(untilProblem("2026-11-25", "2026-11-25")).toBeNull();
    expect(untilProblem("2029-11-25", "2026-11-25")).toBeNull();
    expect(untilProblem("2029-11-26", "2026-11-25")).toBe("too-far-ahead");
    expect(lastUntil("2024-02-29")).toBe("2027-02-28");
  });
  it("is counted in days", () => {
    expect(daysUntil("2026-11-25", "2026-11-25")).toBe(0);
    expect(daysUntil("2027-03-01", "2026-11-25")).toBe(96);
    expect(daysUntil("2026-11-24", "2026-11-25")).toBe(-1);
  });
});
