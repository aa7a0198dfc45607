import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { row } from "./testing/rows";
import { addMonths } from "./dates";
import { chooseComparison, chooseDeciding, chooseHistory, possibleRange, type Kept } from "./history";
import { computeMetric } from "./metrics";

const daily = (date: string): Kept => ({ id: `d${date}`, kind: "daily", date, createdAt: `${date}T03:00:00Z` });
const named = (date: string, id = `n${date}`): Kept => ({ id, kind: "named", date, createdAt: `${date}T12:00:00Z` });
const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10));

describe("the days a history is drawn from", () => {
  it("keeps every day of a short history, never today, one snapshot a day, named before daily", () => {
    const all = [daily("2026-01-02"), named("2026-01-01"), daily("2026-01-01"), daily("2026-01-03")];
    const chosen = chooseHistory(all, { today: "2026-01-03" });
    expect(chosen.map((each) => each.id)).toEqual(["n2026-01-01", "d2026-01-02"]);
  });

  it("thins two years of days to weeks and months, and keeps named ones, the first and deciding ones", () => {
    const all = [...days("2024-11-21", 730).map(daily), named("2025-03-05")];
    const today = "2026-11-21";
    const chosen = chooseHistory(all, { today, deciding: ["2025-07-10"] });
    expect(chosen.length).toBeLessThan(45);
    const dates = chosen.map((each) => each.date);
    expect(dates).toEqual([...dates].sort());
    for (const needed of ["2024-11-21", "2025-03-05", "2025-07-10", "2025-12-31"]) expect(dates).toContain(needed);
    expect(dates.filter((date) => date >= addMonths(today, -2)).length).toBeGreaterThanOrEqual(8);
  });

  it("finds what decided a goal on its due day", () => {
    const all = [daily("2026-01-01"), daily("2026-01-05"), daily("2026-01-09")];
    expect(chooseDeciding(all, ["2026-01-08"]).map((each) => each.date)).toEqual(["2026-01-05"]);
    expect(chooseDeciding(all, ["2025-12-31"])).toEqual([]);
  });

  it("compares with the wanted, else the latest named, else the latest day before today", () => {
    const all = [daily("2026-01-01"), named("2026-01-02"), daily("2026-01-03"), daily("2026-01-04")];
    expect(chooseComparison(all, "2026-01-04", "d2026-01-01")?.id).toBe("d2026-01-01");
    expect(chooseComparison(all, "2026-01-04", "nonsense")?.id).toBe("n2026-01-02");
    expect(
      chooseComparison(
        all.filter((each) => each.kind === "daily"),
        "2026-01-04",
      )?.id,
    ).toBe("d2026-01-03");
    expect(chooseComparison([daily("2026-01-04")], "2026-01-04")).toBeNull();
    expect(chooseComparison([...all, named("2026-01-04")], "2026-01-04")?.id).toBe("n2026-01-02");
    expect(chooseComparison([daily("2026-01-04"), named("2026-01-04")], "2026-01-04")?.id).toBe("n2026-01-04");
  });
});

describe("what unknown services still allow", () => {
  it("always holds the value that comes out once everything is known", () => {
    const level = fc.constantFrom(null, 1, 2, 3, 4, 5);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(level, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 12 }),
        (cases) => {
          const rows = (known: boolean) =>
            cases.map(([now, later], i) => {
              const value = known ? (now ?? later) : now;
              return row(`s${i}`, { munich: { value, best: value ?? 1, worst: value ?? 5 } });
            });
          const range = possibleRange(computeMetric("munich-1-2-share", rows(false)));
          const final = computeMetric("munich-1-2-share", rows(true)).value ?? -1;
          expect(range).not.toBeNull();
          expect(final).toBeGreaterThanOrEqual((range?.low ?? 2) - 1e-9);
          expect(final).toBeLessThanOrEqual((range?.high ?? -2) + 1e-9);
        },
      ),
    );
  });

  it("says nothing about costs and concentrations", () => {
    expect(possibleRange(computeMetric("open-source-share", [row("a")], { by: "cost" }))).toBeNull();
    expect(possibleRange(computeMetric("largest-controller-share", [row("a")]))).toBeNull();
    expect(possibleRange(computeMetric("controller-hhi", [row("a")]))).toBeNull();
  });
});
