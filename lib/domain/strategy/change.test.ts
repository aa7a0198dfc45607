import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PortfolioRow } from "../service/types";
import type { ChangeKind, ChangeReason } from "./change";
import type { By, MetricDefinition, MetricId } from "./metrics";
import { CHANGE_KINDS, explainChange } from "./change";
import { computeMetric, metrics } from "./metrics";
import { anyRow, anyRows, row } from "./testing/rows";
import { strategyTexts } from "./texts";

const days = { before: "2026-06-30", after: "2026-11-21" };
const pairs = metrics
  .filter((metric) => metric.rule.kind === "counting")
  .flatMap((metric) => metric.by.map((by): [MetricDefinition, By] => [metric, by]));

/** A second day: some services unchanged, some changed in any way, some gone, some new. */
const twoDays = anyRows(20).chain((before) =>
  fc
    .tuple(...before.map((each) => fc.oneof(fc.constant(each), anyRow(each.serviceId), fc.constant(null))))
    .chain((kept) =>
      fc
        .tuple(anyRow("new1"), anyRow("new2"))
        .map((added) => ({ before, after: [...kept.filter((each) => each !== null), ...added] as PortfolioRow[] })),
    ),
);

const units = (value: number) => Math.round(value * 100);

function only(
  before: PortfolioRow,
  after: PortfolioRow,
  metric: MetricId,
  by?: By,
): [ChangeKind, ChangeReason, number] {
  const explained = explainChange([before], [after], metric, { by, days });
  const changes = CHANGE_KINDS.flatMap((kind) => explained?.parts[kind].services ?? []);
  expect(changes).toHaveLength(1);
  const [change] = changes;
  if (change === undefined) throw new Error("no change found");
  return [change.kind, change.reason, change.numerator];
}

const level = (value: number | null) => ({ value, best: value ?? 1, worst: value ?? 5 });

describe("explaining a change", () => {
  it("leaves nothing over: the four parts add up to the difference, numerator and denominator", () => {
    fc.assert(
      fc.property(twoDays, fc.constantFrom(...pairs), ({ before, after }, [metric, by]) => {
        const explained = explainChange(before, after, metric.id, { by, days });
        const was = computeMetric(metric.id, before, { by, today: days.before });
        const is = computeMetric(metric.id, after, { by, today: days.after });
        expect(explained?.before).toEqual({ value: was.value, numerator: was.numerator, denominator: was.denominator });
        expect(explained?.after).toEqual({ value: is.value, numerator: is.numerator, denominator: is.denominator });
        for (const key of ["numerator", "denominator"] as const) {
          const parts = CHANGE_KINDS.map((kind) => units(explained?.parts[kind][key] ?? NaN));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(units(is[key]) - units(was[key]));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("each part is the sum of its services, each service stands in one part, and has words for its reason", () => {
    fc.assert(
      fc.property(twoDays, fc.constantFrom(...pairs), ({ before, after }, [metric, by]) => {
        const explained = explainChange(before, after, metric.id, { by, days });
        const seen = CHANGE_KINDS.flatMap((kind) => {
          const part = explained?.parts[kind];
          expect(part?.services.reduce((sum, each) => sum + units(each.numerator), 0)).toBe(
            units(part?.numerator ?? NaN),
          );
          for (const each of part?.services ?? []) expect(strategyTexts[`change.reason.${each.reason}`]).toBeDefined();
          expect(strategyTexts[`change.kind.${kind}`]).toBeDefined();
          return part?.services.map((each) => each.serviceId) ?? [];
        });
        expect(new Set(seen).size).toBe(seen.length);
      }),
      { numRuns: 300 },
    );
  });

  it("finds nothing between a day and itself", () => {
    fc.assert(
      fc.property(anyRows(), fc.constantFrom(...pairs), (rows, [metric, by]) => {
        const same = { before: days.after, after: days.after };
        for (const kind of CHANGE_KINDS)
          expect(explainChange(rows, [...rows].reverse(), metric.id, { by, days: same })?.parts[kind].services).toEqual(
            [],
          );
      }),
    );
  });

  it("runs backwards with opposite signs", () => {
    fc.assert(
      fc.property(twoDays, ({ before, after }) => {
        const there = explainChange(before, after, "munich-1-2-share");
        const back = explainChange(after, before, "munich-1-2-share");
        for (const kind of CHANGE_KINDS)
          expect((back?.parts[kind].numerator ?? NaN) + (there?.parts[kind].numerator ?? NaN)).toBe(0);
      }),
    );
  });

  it("calls a replaced product real, a new answer re-assessed", () => {
    const before = row("a", { munich: level(4) });
    expect(
      only(before, row("a", { munich: level(1), licence: "open", controllerId: "foss" }), "munich-1-2-share"),
    ).toEqual(["real", "facts", 1]);
    expect(only(before, row("a", { munich: level(2), munichAnswers: "alt=yes" }), "munich-1-2-share")).toEqual([
      "reassessed",
      "answers",
      1,
    ]);
    expect(
      only(
        row("a", { munich: level(null) }),
        row("a", { munich: level(2), munichAnswers: "alt=yes" }),
        "assessed-share",
      ),
    ).toEqual(["reassessed", "answers", 1]);
  });

  it("calls what was merely found out re-assessed, not real", () => {
    const before = row("a", { controllerId: null, controllerCountry: null, exposure: null });
    expect(
      only(before, row("a", { controllerId: "big", controllerCountry: "US", exposure: "J3" }), "exposure-j3-j4"),
    ).toEqual(["reassessed", "learned", 1]);
    expect(only(row("a", { licence: "unknown" }), row("a", { licence: "open" }), "open-source-share")).toEqual([
      "reassessed",
      "learned",
      1,
    ]);
    expect(
      only(
        row("a", { licence: "open", costPerYear: null }),
        row("a", { licence: "open", costPerYear: 5 }),
        "open-source-share",
        "cost",
      ),
    ).toEqual(["reassessed", "learned", 5]);
  });

  it("names services that came, went, were retired or moved into scope", () => {
    const good = row("a");
    expect(explainChange([], [good], "munich-1-2-share")?.parts.scope).toMatchObject({
      numerator: 1,
      up: 1,
      services: [{ reason: "added", name: "Service a" }],
    });
    expect(explainChange([good], [], "munich-1-2-share")?.parts.scope).toMatchObject({
      numerator: -1,
      down: 1,
      services: [{ reason: "removed" }],
    });
    expect(only(good, row("a", { lifecycle: "retired" }), "munich-1-2-share")).toEqual(["scope", "retired", -1]);
    expect(only(good, row("a", { protectionNeed: "high" }), "required-level-met-critical")).toEqual([
      "scope",
      "entered",
      1,
    ]);
    const moved = explainChange([good], [row("a", { departmentId: "bau" })], "munich-1-2-share", {
      scope: { department: ["it"] },
    });
    expect(moved?.parts.scope.services[0]).toMatchObject({ reason: "left", numerator: -1 });
  });

  it("blames the method only where the metric rests on it, and says which facts changed besides", () => {
    const after = row("a", { munich: level(4), methodRef: "munich-sds@2027-01", licence: "open" });
    expect(only(row("a"), after, "munich-1-2-share")).toEqual(["method", "method-version", -1]);
    expect(explainChange([row("a")], [after], "munich-1-2-share")?.parts.method.services[0]?.changedFacts).toEqual([
      "licence",
    ]);
    expect(only(row("a"), after, "open-source-share")).toEqual(["real", "facts", 1]);
    expect(only(row("a"), row("a", { requiredMunich: 1, gap: "open" }), "required-level-met")).toEqual([
      "method",
      "requirement",
      -1,
    ]);
  });

  it("calls a decision, a new price and a passed deadline real", () => {
    expect(only(row("a", { gap: "open" }), row("a", { gap: "accepted" }), "open-gaps")).toEqual([
      "real",
      "decision",
      -1,
    ]);
    expect(
      only(
        row("a", { licence: "open" }),
        row("a", { licence: "open", costPerYear: 1500.5 }),
        "open-source-share",
        "cost",
      ),
    ).toEqual(["real", "weight", 500.5]);
    expect(
      only(row("a", { noticeBy: "2026-09-30" }), row("a", { noticeBy: "2026-09-30" }), "exit-window-12-months"),
    ).toEqual(["real", "time", -1]);
  });

  it("does not pretend to add up concentrations", () => {
    expect(explainChange([row("a")], [row("b")], "largest-controller-share")).toBeNull();
  });
});
