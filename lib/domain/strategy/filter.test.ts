import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FacetKey, ServiceFilter } from "./filter";
import {
  FACET_KEYS,
  FACETS,
  filterToQuery,
  matches,
  narrow,
  normalise,
  queryStringToFilter,
  queryToFilter,
} from "./filter";
import { anyRow, row } from "./testing/rows";

const idText = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((text) => !/[\u0000-\u001f\u007f]/.test(text));

const anyFilter: fc.Arbitrary<ServiceFilter> = fc
  .record(
    Object.fromEntries(
      FACET_KEYS.map((key: FacetKey) => {
        const values: readonly string[] | null = FACETS[key].values;
        const value =
          values === null
            ? fc.oneof(fc.constantFrom("it", "amt,50", "acme", "none", "unknown"), idText)
            : fc.constantFrom(...values);
        return [key, fc.array(value, { maxLength: 4 })];
      }),
    ),
    { requiredKeys: [] },
  )
  .chain((facets) =>
    fc
      .record(
        {
          noticeFrom: fc.constantFrom("2026-01-01", "2027-06-30"),
          noticeTo: fc.constantFrom("2026-12-31", "2028-02-29"),
        },
        { requiredKeys: [] },
      )
      .map((days) => ({ ...facets, ...days }) as ServiceFilter),
  );

/** Few facets, so that both outcomes of `matches` occur often. */
const looseFilter = fc
  .tuple(anyFilter, fc.subarray([...FACET_KEYS], { maxLength: 2 }))
  .map(
    ([filter, keep]) =>
      Object.fromEntries(Object.entries(filter).filter(([key]) => (keep as string[]).includes(key))) as ServiceFilter,
  );

/** What a web framework makes of a query string: the platform's own parser. */
function parsed(query: string): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  for (const key of new Set(new URLSearchParams(query).keys())) {
    const all = new URLSearchParams(query).getAll(key);
    result[key] = all.length === 1 ? (all[0] ?? "") : all;
  }
  return result;
}

describe("filter and address", () => {
  it("comes back unchanged from an address, whoever parses it", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const query = filterToQuery(filter);
        expect(queryToFilter(parsed(query))).toEqual({ filter: normalise(filter), ignored: [] });
        expect(queryStringToFilter(query)).toEqual({ filter: normalise(filter), ignored: [] });
        expect(filterToQuery(queryStringToFilter(query).filter)).toBe(query);
      }),
    );
  });

  it("means the same before and after the trip", () => {
    fc.assert(
      fc.property(anyRow("s1"), looseFilter, (service, filter) => {
        expect(matches(service, queryStringToFilter(filterToQuery(filter)).filter)).toBe(matches(service, filter));
      }),
    );
  });

  it("writes readable addresses", () => {
    expect(filterToQuery({})).toBe("");
    expect(filterToQuery({ exposure: ["J4", "J3", "J4"], munich: ["none"], department: ["b,c", "a"] })).toBe(
      "department=a&department=b%2Cc&munich=none&exposure=J3,J4",
    );
  });

  it("ignores what it does not know, and says so", () => {
    const reading = queryToFilter({
      munich: "1,9",
      exposure: ["J9"],
      lifecycle: "",
      page: "3",
      noticeTo: "2026-02-30",
      department: "a\u0000b",
      controller: undefined,
    });
    expect(reading.filter).toEqual({ munich: ["1"] });
    expect(reading.ignored).toEqual([
      { key: "department", value: "a\u0000b" },
      { key: "munich", value: "9" },
      { key: "exposure", value: "J9" },
      { key: "noticeTo", value: "2026-02-30" },
    ]);
    expect(queryStringToFilter("?munich=%E0%A4%A&licence=open&__proto__=x")).toEqual({
      filter: { licence: ["open"] },
      ignored: [{ key: "munich", value: "%E0%A4%A" }],
    });
  });

  it("never throws on a query", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(fc.constantFrom(...FACET_KEYS), fc.string()),
          fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string())),
        ),
        fc.string({ unit: "binary" }),
        (query, text) => {
          filterToQuery(queryToFilter(query).filter);
          filterToQuery(queryStringToFilter(text).filter);
        },
      ),
    );
  });
});

describe("matching", () => {
  it("leaves retired services out unless they are asked for", () => {
    const retired = row("a", { lifecycle: "retired" });
    expect(matches(retired, {})).toBe(false);
    expect(matches(retired, { lifecycle: [] })).toBe(false);
    expect(matches(retired, { lifecycle: ["retired"] })).toBe(true);
    expect(matches(row("b"), { lifecycle: ["retired"] })).toBe(false);
  });

  it("keeps the kinds of nothing apart", () => {
    const open = row("a", {
      munich: { value: null, best: 1, worst: 5 },
      exposure: null,
      exposureAtLeast: true,
      protectionNeed: null,
      operatingModel: null,
      noticeBy: null,
    });
    expect(
      matches(open, {
        munich: ["none"],
        exposure: ["unknown"],
        certainty: ["unknown"],
        protection: ["none"],
        operation: ["unknown"],
        notice: ["end-only"],
      }),
    ).toBe(true);
    expect(matches(open, { munich: ["1", "2", "3", "4", "5"] })).toBe(false);
    expect(matches(open, { noticeFrom: "2000-01-01" })).toBe(false);
    expect(
      matches(row("b", { exposure: "J1", exposureAtLeast: true }), { exposure: ["J1"], certainty: ["at-least"] }),
    ).toBe(true);
    expect(
      matches(row("c", { openness: { value: null, best: 90, worst: 0 } }), { opennessPoints: ["0-9", "90-100"] }),
    ).toBe(false);
  });

  it("puts every row into exactly one value of every fixed facet, or none where a value is missing", () => {
    fc.assert(
      fc.property(anyRow("s1"), (service) => {
        for (const key of FACET_KEYS) {
          const values: readonly string[] | null = FACETS[key].values;
          if (values === null) continue;
          const hits = values.filter((value) => matches(service, { lifecycle: [service.lifecycle], [key]: [value] }));
          const missing = key.endsWith("Points") && FACETS[key].of(service) === null;
          expect(hits).toHaveLength(key === "lifecycle" ? 1 : missing ? 0 : 1);
        }
      }),
    );
  });

  it("narrows to what both filters match", () => {
    fc.assert(
      fc.property(anyRow("s1"), looseFilter, looseFilter, (service, one, other) => {
        const both = narrow(one, other);
        expect(both !== null && matches(service, both)).toBe(matches(service, one) && matches(service, other));
      }),
      { numRuns: 500 },
    );
    expect(narrow({ exposure: ["J3"] }, { exposure: ["J4"] })).toBeNull();
    expect(narrow({}, { lifecycle: ["retired"] })).toBeNull();
  });
});
