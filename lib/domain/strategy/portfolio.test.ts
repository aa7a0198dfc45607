import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "./portfolio";
import type { ServiceFilter } from "./filter";
import { compile, queryStringToFilter } from "./filter";
import { MUNICH_REFERENCE, portfolioFigures } from "./portfolio";
import { median } from "./distributions";
import { anyRows, row, shuffled } from "./testing/rows";

const today = "2026-11-21";
const scopes = fc.constantFrom<ServiceFilter>(
  {},
  { department: ["it", "none"] },
  { exposure: ["J1", "unknown"] },
  { lifecycle: ["active"] },
);

/** Every `{count, query}` anywhere in the figures, with its path. */
function figuresIn(value: unknown, path = ""): { path: string; figure: Figure }[] {
  if (typeof value !== "object" || value === null) return [];
  const nested = Object.entries(value).flatMap(([key, inner]) => figuresIn(inner, `${path}/${key}`));
  return "count" in value && "query" in value ? [{ path, figure: value as Figure }, ...nested] : nested;
}

const sum = (parts: readonly { count: number }[]) => parts.reduce((total, part) => total + part.count, 0);

describe("portfolio figures", () => {
  it("every count equals the number of services its link shows", () => {
    fc.assert(
      fc.property(anyRows(), scopes, (rows, scope) => {
        const found = figuresIn(portfolioFigures(rows, { today, scope }));
        expect(found.length).toBeGreaterThan(80);
        const shown = found.map(({ path, figure: { query } }) => {
          if (query === null) return [path, 0];
          return [path, rows.filter(compile(queryStringToFilter(query).filter)).length];
        });
        expect(shown).toEqual(found.map(({ path, figure }) => [path, figure.count]));
      }),
      { numRuns: 50 },
    );
  });

  it("every table accounts for every service", () => {
    fc.assert(
      fc.property(anyRows(), scopes, (rows, scope) => {
        const figures = portfolioFigures(rows, { today, scope, topControllers: 2 });
        const total = figures.total.count;
        expect(sum(figures.lifecycles)).toBe(total);
        expect(sum(figures.munich.levels) + figures.munich.notAssessed.count).toBe(total);
        for (const dimension of figures.dimensions) {
          expect(sum(dimension.bins)).toBe(dimension.complete);
          expect(sum(dimension.bands)).toBe(dimension.complete);
          expect(dimension.complete + dimension.unknown.count).toBe(total);
        }
        expect(sum(figures.exposure.rows)).toBe(total);
        expect(sum(figures.exposure.rows.map((line) => line.atLeast))).toBe(figures.exposure.atLeast.count);
        const cents = figures.exposure.rows.reduce((all, line) => all + Math.round(line.cost.known * 100), 0);
        expect(cents).toBe(Math.round(figures.exposure.cost.known * 100));
        expect(
          sum(figures.controllers.top) + figures.controllers.others.services + figures.controllers.unknown.count,
        ).toBe(total);
        expect(figures.controllers.top.length + figures.controllers.others.controllers).toBe(
          figures.controllers.controllers,
        );
        expect(sum(figures.gaps.rows.map((line) => line.total))).toBe(total);
        for (const line of [...figures.gaps.rows, figures.gaps.all])
          expect(sum(Object.values(line.states))).toBe(line.total.count);
        expect(figures.exits.noticeKnown.count + figures.exits.endOnly.count + figures.exits.unknown.count).toBe(total);
        expect(figures.exits.services.map((each) => each.serviceId).sort()).toEqual(figures.key.exitWindows.services);
      }),
    );
  });

  it("does not depend on the order of rows", () => {
    const withShuffle = anyRows().chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows)));
    fc.assert(
      fc.property(withShuffle, ([rows, other]) => {
        expect(portfolioFigures(other, { today })).toEqual(portfolioFigures(rows, { today }));
      }),
      { numRuns: 50 },
    );
  });

  it("names the span in which the share of level 1 and 2 would end, however the rest turns out", () => {
    const completed = anyRows().chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.tuple(
          ...rows.map(({ munich }) =>
            munich.value === null ? fc.integer({ min: munich.best, max: munich.worst }) : fc.constant(munich.value),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(completed, ([rows, levels]) => {
        const before = portfolioFigures(rows, { today }).munich.ifAllAssessed;
        const after = portfolioFigures(
          rows.map((each, index) => ({ ...each, munich: { ...each.munich, value: levels[index] ?? 1 } })),
          { today },
        ).munich;
        if (before === null) {
          expect(after.total).toBe(0);
          return;
        }
        expect(after.good.share).toBeGreaterThanOrEqual(before.low);
        expect(after.good.share).toBeLessThanOrEqual(before.high);
      }),
      { numRuns: 50 },
    );
  });

  it("takes the median over complete values only", () => {
    const open = (id: string, value: number | null) =>
      row(id, { openness: { value, best: value ?? 100, worst: value ?? 0 } });
    const figures = portfolioFigures([open("a", 10), open("b", null), open("c", 40), open("d", null)], { today });
    expect(figures.dimensions[2]).toMatchObject({
      dimension: "openness",
      median: 25,
      complete: 2,
      unknown: { count: 2, query: "openness=unknown" },
    });
    expect([median([]), median([3]), median([1, 2, 9])]).toEqual([null, 3, 2]);
  });

  it("says nothing, not zero, about an empty portfolio", () => {
    const figures = portfolioFigures([row("a", { lifecycle: "retired" })], { today });
    expect(figures.total.count).toBe(0);
    expect(figures.retired).toEqual({ count: 1, query: "lifecycle=retired" });
    expect(figures.munich.good.share).toBeNull();
    expect(figures.munich.ifAllAssessed).toBeNull();
    expect(figures.dimensions.map((each) => each.median)).toEqual([null, null, null]);
    expect(figures.exposure.rows.map((line) => line.costShare)).toEqual(Array(6).fill(null));
  });

  it("lists the next exit first, and the unassessed among them", () => {
    const figures = portfolioFigures(
      [
        row("a", { noticeBy: "2027-06-30" }),
        row("b", { noticeBy: "2026-12-31", munich: { value: null, best: 1, worst: 5 } }),
        row("c", { noticeBy: "2026-01-01" }),
        row("d", { noticeBy: null, contractEnd: null }),
      ],
      { today },
    );
    expect(figures.exits.services.map((each) => each.serviceId)).toEqual(["b", "a"]);
    expect(figures.exits).toMatchObject({
      to: "2027-11-21",
      within: { count: 2 },
      notAssessed: { count: 1 },
      noticeKnown: { count: 3 },
      unknown: { count: 1 },
    });
  });
});

describe("Munich's published distribution", () => {
  it("is consistent in itself: counts make up the assessed and round to the published shares", () => {
    expect(MUNICH_REFERENCE.groups.reduce((all, group) => all + group.count, 0)).toBe(MUNICH_REFERENCE.assessed);
    expect(MUNICH_REFERENCE.groups.reduce((all, group) => all + group.sharePercent, 0)).toBe(100);
    for (const group of MUNICH_REFERENCE.groups)
      expect(Math.round((group.count / MUNICH_REFERENCE.assessed) * 100)).toBe(group.sharePercent);
  });
});
