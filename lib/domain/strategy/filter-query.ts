import type { FacetKey, ServiceFilter } from "./facets";
import { FACET_KEYS, FACETS, normalise } from "./facets";
import { isDay } from "./dates";

/** A parsed query as web frameworks hand it over. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface IgnoredValue {
  readonly key: string;
  readonly value: string;
}

export interface FilterReading {
  readonly filter: ServiceFilter;
  /** Values that could not be understood; the filter is wider than its writer meant, so say so. */
  readonly ignored: readonly IgnoredValue[];
}

const DAY_KEYS = ["noticeFrom", "noticeTo"] as const;
const LONGEST_ID = 200;

const UNUSABLE = /[\u0000-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function isId(value: string): boolean {
  return value.length <= LONGEST_ID && !UNUSABLE.test(value);
}

/**
 * The filter as the query part of an address, without `?`; the empty string for the plain portfolio.
 * Equal filters give equal strings. Fixed values are joined by commas; ids are repeated, because an id may hold a comma.
 */
export function filterToQuery(filter: ServiceFilter): string {
  const plain = normalise(filter);
  const parts: string[] = [];
  for (const key of FACET_KEYS) {
    const values: readonly string[] | undefined = plain[key];
    if (values === undefined) continue;
    if (FACETS[key].values !== null) parts.push(`${key}=${values.join(",")}`);
    else parts.push(...values.map((value) => `${key}=${encodeURIComponent(value)}`));
  }
  for (const key of DAY_KEYS) {
    const day = plain[key];
    if (day !== undefined) parts.push(`${key}=${encodeURIComponent(day)}`);
  }
  return parts.join("&");
}

/**
 * Reads a filter from a parsed query. Keys that are no facet (page, sort, text) are not ours and are left alone.
 * Fixed values may be repeated or joined by commas; an empty value means "all", as a form's first option sends it.
 */
export function queryToFilter(query: Query): FilterReading {
  const ignored: IgnoredValue[] = [];
  const facets: Partial<Record<FacetKey, readonly string[]>> = {};
  const given = (key: string): readonly string[] => {
    const value = Object.hasOwn(query, key) ? query[key] : undefined;
    return (typeof value === "string" ? [value] : (value ?? [])).filter((each) => each !== "");
  };
  for (const key of FACET_KEYS) {
    const allowed: readonly string[] | null = FACETS[key].values;
    const values =
      allowed === null ? given(key) : given(key).flatMap((value) => value.split(",").filter((part) => part !== ""));
    const usable = values.filter((value) => {
      const fits = allowed === null ? isId(value) : allowed.includes(value);
      if (!fits) ignored.push({ key, value });
      return fits;
    });
    if (usable.length > 0) facets[key] = usable;
  }
  const days: { noticeFrom?: string; noticeTo?: string } = {};
  for (const key of DAY_KEYS) {
    for (const value of given(key)) {
      if (isDay(value)) days[key] = value;
      else ignored.push({ key, value });
    }
  }
  return { filter: normalise({ ...(facets as ServiceFilter), ...days }), ignored };
}

/** Reads what `filterToQuery` wrote, e.g. the stored scope of a goal. A leading `?` is allowed. */
export function queryStringToFilter(text: string): FilterReading {
  const query: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const broken: IgnoredValue[] = [];
  for (const pair of text.replace(/^\?/, "").split("&")) {
    if (pair === "") continue;
    const cut = pair.indexOf("=");
    const [rawKey, rawValue] = cut < 0 ? [pair, ""] : [pair.slice(0, cut), pair.slice(cut + 1)];
    try {
      const [key, value] = [decode(rawKey), decode(rawValue)];
      (query[key] ??= []).push(value);
    } catch {
      broken.push({ key: rawKey, value: rawValue });
    }
  }
  const { filter, ignored } = queryToFilter(query);
  return { filter, ignored: [...ignored, ...broken] };
}

function decode(text: string): string {
  return decodeURIComponent(text.replace(/\+/g, " "));
}
