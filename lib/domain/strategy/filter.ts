import type { PortfolioRow } from "../service/types";
import type { FacetKey, Facets, ServiceFilter } from "./facets";
import { CURRENT_LIFECYCLES, FACET_KEYS, FACETS, normalise } from "./facets";
import { filterToQuery } from "./filter-query";

export { CURRENT_LIFECYCLES, FACET_KEYS, FACETS, GAP_STATES, LICENCES, MUNICH_LEVELS, normalise } from "./facets";
export type { FacetKey, MunichLevel, ServiceFilter } from "./facets";
export { filterToQuery, queryStringToFilter, queryToFilter } from "./filter-query";
export type { FilterReading, IgnoredValue, Query } from "./filter-query";

/** The filter as a test for one row; use this instead of `matches` for many rows. */
export function compile(filter: ServiceFilter): (row: PortfolioRow) => boolean {
  const tests: ((row: PortfolioRow) => boolean)[] = [];
  for (const key of FACET_KEYS) {
    const given: readonly string[] = filter[key] ?? [];
    const values = new Set<string>(given.length === 0 && key === "lifecycle" ? CURRENT_LIFECYCLES : given);
    if (values.size === 0) continue;
    const { of } = FACETS[key];
    tests.push((row) => {
      const value = of(row);
      return value !== null && values.has(value);
    });
  }
  const { noticeFrom: from, noticeTo: to } = filter;
  if (from !== undefined) tests.push((row) => row.noticeBy !== null && row.noticeBy >= from);
  if (to !== undefined) tests.push((row) => row.noticeBy !== null && row.noticeBy <= to);
  const [only, second] = tests;
  if (only === undefined) return () => true;
  return second === undefined ? only : (row) => tests.every((test) => test(row));
}

/** Does the row belong to the services the filter means? */
export function matches(row: PortfolioRow, filter: ServiceFilter): boolean {
  return compile(filter)(row);
}

/** The filter that matches exactly what both match, or null when no service can match both. */
export function narrow(one: ServiceFilter, other: ServiceFilter): ServiceFilter | null {
  const facets: Partial<Record<FacetKey, readonly string[]>> = {};
  const [left, right] = [normalise(one), normalise(other)];
  for (const key of FACET_KEYS) {
    // Absent lifecycle restricts to the portfolio, so it takes part in the intersection.
    const implied = key === "lifecycle" && (left[key] ?? right[key]) !== undefined ? CURRENT_LIFECYCLES : undefined;
    const a: readonly string[] | undefined = left[key] ?? implied;
    const b: readonly string[] | undefined = right[key] ?? implied;
    const both = a !== undefined && b !== undefined ? a.filter((value) => b.includes(value)) : (a ?? b);
    if (both === undefined) continue;
    if (both.length === 0) return null;
    facets[key] = both;
  }
  const from = [left.noticeFrom, right.noticeFrom]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const to = [left.noticeTo, right.noticeTo]
    .filter((day) => day !== undefined)
    .sort()
    .at(0);
  if (from !== undefined && to !== undefined && from > to) return null;
  return {
    ...(facets as Facets),
    ...(from === undefined ? {} : { noticeFrom: from }),
    ...(to === undefined ? {} : { noticeTo: to }),
  };
}

/** All services of the portfolio that a filter with exactly one facet of fixed values does not match. Throws RangeError for others. */
export function complement(filter: ServiceFilter): ServiceFilter {
  const [key, ...more] = Object.keys(normalise(filter)) as FacetKey[];
  const values: readonly string[] | null | undefined = key === undefined ? undefined : FACETS[key]?.values;
  if (key === undefined || more.length > 0 || !values) throw new RangeError("only a single facet has a complement");
  const given: readonly string[] = filter[key] ?? [];
  return { [key]: values.filter((value) => !given.includes(value)) };
}

/** The address (query part) of the portfolio services that all the filters match; null when none can. */
export function queryWithin(...filters: readonly (ServiceFilter | null)[]): string | null {
  let all: ServiceFilter | null = { lifecycle: CURRENT_LIFECYCLES };
  for (const filter of filters) all = all === null || filter === null ? null : narrow(all, filter);
  if (all === null) return null;
  const { lifecycle, ...rest } = all;
  return filterToQuery(lifecycle?.length === CURRENT_LIFECYCLES.length ? rest : all);
}
