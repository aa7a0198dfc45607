import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_COLUMNS,
  inventoryTabs,
  LIST_COLUMNS,
  LIST_SORTS,
  listQueryString,
  PLAIN_LIST,
  pageSizes,
  readListQuery,
  sortedBy,
} from "./list";
import type { ListQuery, ListSort } from "./list";
import { computeMetric } from "../strategy/metrics";
import { row } from "../strategy/testing/rows";
import { matches } from "../strategy/filter";

function parsed(query: string): Record<string, string | string[]> {
  const all = new URLSearchParams(query);
  return Object.fromEntries([...new Set(all.keys())].map((key) => [key, all.getAll(key)]));
}

const anyList: fc.Arbitrary<ListQuery> = fc
  .record({
    filter: fc.constantFrom(
      {},
      { exposure: ["J3" as const, "J4" as const] },
      { department: ["a,b", "c"], noticeTo: "2027-01-01" },
    ),
    text: fc
      .string({ unit: "grapheme", maxLength: 30 })
      .map((text) => text.replace(/[\u0000-\u001f\u007f]/g, "").trim()),
    sort: fc.constantFrom(...(Object.keys(LIST_SORTS) as ListSort[])),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: 999_999 }),
    columns: fc
      .subarray([...LIST_COLUMNS], { minLength: 1 })
      .map((some) => LIST_COLUMNS.filter((each) => each === "name" || some.includes(each))),
  })
  .chain((list) => fc.constantFrom(...pageSizes(list.columns)).map((size) => ({ ...list, size })));

describe("the address of a list", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const { list: read, ignored } = readListQuery(parsed(listQueryString(list)));
        expect(ignored).toEqual([]);
        expect(listQueryString(read)).toBe(listQueryString(list));
        expect(read).toMatchObject({ text: list.text, sort: list.sort, page: list.page, size: list.size });
      }),
    );
    expect(listQueryString(PLAIN_LIST)).toBe("");
  });

  it("never throws, and names everything it leaves out", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(fc.constantFrom("q", "sort", "size", "page", "columns"), fc.string()),
          fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string())),
        ),
        (query) => {
          const { list } = readListQuery(query);
          expect(readListQuery(parsed(listQueryString(list))).ignored).toEqual([]);
        },
      ),
    );
    const { list, ignored } = readListQuery({
      sort: "-nope",
      size: "30",
      page: "0",
      columns: "nope",
      exposur: "J3",
      munich: "9",
      draft: "x",
    });
    expect(list).toEqual(PLAIN_LIST);
    expect(ignored.map(({ key }) => key).sort()).toEqual(["columns", "exposur", "munich", "page", "size", "sort"]);
  });

  it("turns the direction on the second click and starts on page 1", () => {
    const once = sortedBy({ ...PLAIN_LIST, page: 4 }, "cost");
    expect(once).toMatchObject({ sort: "cost", descending: true, page: 1 });
    expect(sortedBy(once, "cost").descending).toBe(false);
  });

  it("has fewer rows on a page with many columns", () => {
    expect(readListQuery({ size: "100" }).list.size).toBe(100);
    const wide = readListQuery({ size: "100", columns: LIST_COLUMNS.join(",") });
    expect(wide.list.size).toBe(50);
    expect(wide.ignored).toEqual([{ key: "size", value: "100" }]);
    expect(DEFAULT_COLUMNS.every((column) => LIST_COLUMNS.includes(column))).toBe(true);
  });
});

describe("saved views", () => {
  it("count the exit window like the metric of that name", () => {
    const today = "2026-11-21";
    const days = ["2026-11-20", "2026-11-21", "2027-05-01", "2027-11-21", "2027-11-22", null];
    const rows = days.map((noticeBy, i) => row(`s${i}`, { noticeBy }));
    const filter = inventoryTabs(today).exit;
    expect(rows.filter((each) => matches(each, filter)).map((each) => each.noticeBy)).toEqual([
      "2026-11-21",
      "2027-05-01",
      "2027-11-21",
    ]);
    expect(computeMetric("exit-window-12-months", rows, { today }).numerator).toBe(3);
  });
});
