import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dayNumber, isDay } from "./dates";

describe("calendar days", () => {
  it("counts days as the platform's calendar does, over four centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
        const iso = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(dayNumber(iso)).toBe(days);
      }),
    );
  });

  it("adds months and keeps to the end of a shorter month", () => {
    expect(addMonths("2026-11-21", 12)).toBe("2027-11-21");
    expect(addMonths("2028-02-29", 12)).toBe("2029-02-28");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-31", -2)).toBe("2025-11-30");
    expect(addMonths("2026-12-31", 0)).toBe("2026-12-31");
  });

  it("knows which days exist", () => {
    expect(isDay("2028-02-29")).toBe(true);
    for (const text of ["2027-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "21.11.2026", "2026-1-1", ""])
      expect(isDay(text)).toBe(false);
    expect(() => dayNumber("2026-02-30")).toThrow(RangeError);
  });
});
