import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PortfolioRow } from "../service/types";
import type { By, MetricDefinition, MetricOptions, MetricResult } from "./metrics";
import { matches, queryStringToFilter } from "./filter";
import { computeMetric, isMetricId, METRIC_IDS, metricDefinition, metrics } from "./metrics";
import { anyRows, row, shuffled } from "./testing/rows";

const today = "2026-11-21";
const pairs: [MetricDefinition, By][] = metrics.flatMap((metric) =>
  metric.by.map((by): [MetricDefinition, By] => [metric, by]),
);
const anyPair = fc.constantFrom(...pairs);
const additive = fc.constantFrom(...pairs.filter(([metric]) => metric.rule.kind === "counting"));

const current = (rows: readonly PortfolioRow[]) => rows.filter((each) => each.lifecycle !== "retired");
const behind = (rows: readonly PortfolioRow[], query: string | null) =>
  query === null
    ? []
    : rows
        .filter((each) => matches(each, queryStringToFilter(query).filter))
        .map((each) => each.serviceId)
        .sort();

describe("every metric", () => {
  it("has a definition with both languages and a usual weight", () => {
    expect(metrics.map((metric) => metric.id)).toEqual([...METRIC_IDS]);
    for (const metric of metrics) {
      for (const text of [metric.name, metric.description]) expect(text.de.length * text.en.length).toBeGreaterThan(0);
      expect(metric.by.length).toBeGreaterThan(0);
    }
    expect(isMetricId("open-source-share")).toBe(true);
    expect(isMetricId("constructor")).toBe(false);
  });

  it("never counts more than it measured, and has no value without a denominator", () => {
    fc.assert(
      fc.property(anyRows(), anyPair, (rows, [metric, by]) => {
        const result = computeMetric(metric.id, rows, { by, today });
        expect(result.numerator).toBeGreaterThanOrEqual(0);
        expect(result.numerator).toBeLessThanOrEqual(result.denominator);
        if (metric.unit === "share" || metric.unit === "index") {
          expect(result.value === null).toBe(result.denominator === 0);
          if (result.value !== null) expect(result.value).toBeCloseTo(result.numerator / result.denominator, 12);
        } else {
          expect(result.value).toBe(result.measured === 0 ? null : result.numerator);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("accounts for every service it is about: measured or unknown, nothing dropped", () => {
    fc.assert(
      fc.property(anyRows(), anyPair, (rows, [metric, by]) => {
        const result = computeMetric(metric.id, rows, { by, today });
        const about = current(rows).filter((each) => {
          if (metric.id === "code-published-share") return each.ownDevelopment;
          if (metric.id === "required-level-met-critical")
            return each.protectionNeed === "high" || each.protectionNeed === "very-high";
          return true;
        });
        expect(result.measured + result.unknown).toBe(about.length);
        expect(result.unknown).toBe(result.unknownFact + result.unknownWeight);
        expect(result.unknownServices).toHaveLength(result.unknown);
        if (by === "count" && metric.unit !== "index") {
          expect(result.denominator + result.unknown).toBe(about.length);
          expect(result.services).toHaveLength(result.numerator);
        }
        expect(result.services.filter((id) => result.unknownServices.includes(id))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("does not depend on the order of rows", () => {
    const withShuffle = anyRows().chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows)));
    fc.assert(
      fc.property(withShuffle, anyPair, ([rows, other], [metric, by]) => {
        expect(computeMetric(metric.id, other, { by, today })).toEqual(computeMetric(metric.id, rows, { by, today }));
      }),
      { numRuns: 300 },
    );
  });

  it("adds up over any split of the rows, where it counts services one by one", () => {
    fc.assert(
      fc.property(anyRows(), fc.nat(30), additive, (rows, cut, [metric, by]) => {
        const [all, left, right] = [rows, rows.slice(0, cut), rows.slice(cut)].map((part) =>
          computeMetric(metric.id, part, { by, today }),
        ) as [MetricResult, MetricResult, MetricResult];
        for (const key of ["numerator", "denominator"] as const)
          expect(Math.round(all[key] * 100)).toBe(Math.round(left[key] * 100) + Math.round(right[key] * 100));
        for (const key of ["measured", "unknown", "uncertain", "populationUnknown"] as const)
          expect(all[key]).toBe(left[key] + right[key]);
        expect(all.services).toEqual([...left.services, ...right.services].sort());
      }),
      { numRuns: 400 },
    );
  });

  it("links to exactly the services it counted and to exactly those it knows nothing about", () => {
    const scopes = fc.constantFrom<NonNullable<MetricOptions["scope"]>>(
      {},
      { protection: ["high", "very-high"] },
      { department: ["it", "none"] },
      { lifecycle: ["active", "retired"] },
      { lifecycle: ["retired"] },
      { exposure: ["J3"] },
    );
    fc.assert(
      fc.property(anyRows(), anyPair, scopes, (rows, [metric, by], scope) => {
        const result = computeMetric(metric.id, rows, { by, today, scope });
        if (result.denominator > 0) expect(behind(rows, result.queries.counted)).toEqual(result.services);
        const unknown = [
          ...behind(rows, result.queries.unknownFact),
          ...behind(rows, result.queries.unknownWeight),
        ].sort();
        expect(unknown).toEqual(result.unknownServices);
        expect(behind(rows, result.queries.populationUnknown)).toHaveLength(result.populationUnknown);
      }),
      { numRuns: 600 },
    );
  });

  it("with a scope is the metric of the rows in that scope", () => {
    fc.assert(
      fc.property(anyRows(), anyPair, (rows, [metric, by]) => {
        const scope = { department: ["it"] };
        const { queries: _a, ...scoped } = computeMetric(metric.id, rows, { by, today, scope });
        const { queries: _b, ...filtered } = computeMetric(
          metric.id,
          rows.filter((each) => matches(each, scope)),
          { by, today },
        );
        expect(scoped).toEqual(filtered);
      }),
    );
  });

  it("has no data, not zero, for an empty portfolio and for retired services only", () => {
    for (const [metric, by] of pairs) {
      for (const rows of [[], [row("a", { lifecycle: "retired" })]]) {
        const result = computeMetric(metric.id, rows, { by, today });
        expect(result.value).toBeNull();
        expect([result.numerator, result.denominator, result.unknown]).toEqual([0, 0, 0]);
      }
    }
  });
});

describe("single metrics", () => {
  it("counts level 1 and 2 of the assessed only", () => {
    const rows = [1, 2, 3, 5].map((level) => row(`s${level}`, { munich: { value: level, best: level, worst: level } }));
    const result = computeMetric("munich-1-2-share", [
      ...rows,
      row("x", { munich: { value: null, best: 1, worst: 5 } }),
    ]);
    expect(result).toMatchObject({
      value: 0.5,
      numerator: 2,
      denominator: 4,
      unknown: 1,
      services: ["s1", "s2"],
      unknownServices: ["x"],
    });
    expect(result.queries.counted).toBe("munich=1,2");
    expect(
      computeMetric("assessed-share", [...rows, row("x", { munich: { value: null, best: 1, worst: 5 } })]),
    ).toMatchObject({ value: 0.8, unknown: 0, denominator: 5 });
  });

  it("takes an accepted or planned gap as not met, one that cannot be checked as unknown, a missing protection need as neither", () => {
    const critical = (id: string, gap: PortfolioRow["gap"]) => row(id, { gap, protectionNeed: "very-high" });
    const rows = [
      critical("a", "met"),
      critical("b", "accepted"),
      critical("c", "planned"),
      critical("d", "open"),
      critical("e", "not-checkable"),
      row("f"),
      row("g", { protectionNeed: null, gap: "not-checkable" }),
    ];
    expect(computeMetric("required-level-met-critical", rows)).toMatchObject({
      value: 0.25,
      numerator: 1,
      denominator: 4,
      unknown: 1,
      populationUnknown: 1,
    });
    expect(computeMetric("open-gaps", rows)).toMatchObject({ value: 1, denominator: 5, unknown: 2, services: ["d"] });
  });

  it("keeps unknown cost apart from cost zero", () => {
    const rows = [
      row("a", { exposure: "J4", costPerYear: 0.1 }),
      row("b", { exposure: "J0", costPerYear: 0.2 }),
      row("c", { exposure: "J4", costPerYear: null }),
      row("d", { exposure: null, costPerYear: 5 }),
      row("e", { exposure: "J3", costPerYear: 0 }),
    ];
    const result = computeMetric("exposure-j3-j4", rows, { by: "cost" });
    expect(result).toMatchObject({
      numerator: 0.1,
      denominator: 0.3,
      measured: 3,
      unknown: 2,
      unknownFact: 1,
      unknownWeight: 1,
      services: ["a", "e"],
    });
    expect(result.value).toBeCloseTo(1 / 3, 12);
    expect(computeMetric("exposure-j3-j4-spend", rows)).toMatchObject({ value: 0.1, unit: "money" });
    expect(computeMetric("exposure-j3-j4", [row("z", { costPerYear: 0 })], { by: "cost" }).value).toBeNull();
  });

  it("says where a class is only a lower bound", () => {
    const rows = [
      row("a", { exposure: "J1", exposureAtLeast: true, exposureWorst: "J4" }),
      row("b", { exposure: "J1", exposureAtLeast: true, exposureWorst: "J2" }),
      row("c", { exposure: "J3", exposureAtLeast: true, exposureWorst: "J4" }),
    ];
    expect(computeMetric("exposure-j3-j4-count", rows)).toMatchObject({ value: 1, denominator: 3, uncertain: 1 });
  });

  it("names the largest controller and its share", () => {
    const owned = (id: string, controllerId: string | null, costPerYear: number | null) =>
      row(id, { controllerId, controllerName: controllerId, costPerYear });
    const rows = [
      owned("a", "x", 10),
      owned("b", "x", 10),
      owned("c", "y", 60),
      owned("d", null, 99),
      owned("e", "y", null),
    ];
    expect(computeMetric("largest-controller-share", rows, { by: "count" })).toMatchObject({
      value: 0.5,
      numerator: 2,
      denominator: 4,
      unknown: 1,
      subject: { id: "x" },
    });
    expect(computeMetric("largest-controller-share", rows, { by: "cost" })).toMatchObject({
      value: 0.75,
      numerator: 60,
      denominator: 80,
      unknown: 2,
      subject: { id: "y" },
      services: ["c"],
    });
    expect(computeMetric("controller-hhi", rows, { by: "cost" }).value).toBeCloseTo(0.0625 + 0.5625, 12);
    expect(computeMetric("controller-hhi", [owned("a", "x", 1)]).value).toBe(1);
  });

  it("opens exit windows from today for twelve months, both days included", () => {
    const dated = (id: string, noticeBy: string | null) => row(id, { noticeBy });
    const rows = [
      dated("past", "2026-11-20"),
      dated("first", "2026-11-21"),
      dated("last", "2027-11-21"),
      dated("late", "2027-11-22"),
      dated("none", null),
    ];
    expect(computeMetric("exit-window-12-months", rows, { today })).toMatchObject({
      value: 2,
      denominator: 4,
      unknown: 1,
      services: ["first", "last"],
    });
  });

  it("asks for published code of own developments only", () => {
    const own = (id: string, codePublished: PortfolioRow["codePublished"]) =>
      row(id, { ownDevelopment: true, codePublished });
    const rows = [
      row("bought", { codePublished: "yes" }),
      own("a", "yes"),
      own("b", "no"),
      own("c", "unknown"),
      own("d", null),
    ];
    expect(computeMetric("code-published-share", rows)).toMatchObject({ value: 0.5, denominator: 2, unknown: 2 });
  });

  it("refuses a weight that makes no sense and a missing day", () => {
    expect(() => computeMetric("double-grips", [], { by: "cost" })).toThrow(RangeError);
    expect(() => computeMetric("exit-window-12-months", [])).toThrow(RangeError);
    expect(() => metricDefinition("nonsense" as never)).toThrow(RangeError);
  });
});
