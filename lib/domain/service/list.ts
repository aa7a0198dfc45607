import type { IgnoredValue, Query, ServiceFilter } from "../strategy/filter";
import { addMonths } from "../strategy/dates";
import { FACET_KEYS, filterToQuery, queryToFilter } from "../strategy/filter";

/** Columns of the inventory, in their order. The name is always shown. */
export const LIST_COLUMNS = [
  "name",
  "shortName",
  "externalId",
  "department",
  "responsible",
  "product",
  "operation",
  "lifecycle",
  "need",
  "level",
  "exposure",
  "profile",
  "gap",
  "licence",
  "controller",
  "doubleGrip",
  "dataLocation",
  "keys",
  "users",
  "notice",
  "end",
  "cost",
  "confidence",
  "updated",
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

export const DEFAULT_COLUMNS: readonly ListColumn[] = [
  "name",
  "department",
  "product",
  "operation",
  "need",
  "level",
  "exposure",
  "profile",
  "gap",
  "notice",
  "cost",
];

/** What a list can be sorted by, and the direction a first click takes. */
export const LIST_SORTS = {
  name: "ascending",
  shortName: "ascending",
  externalId: "ascending",
  department: "ascending",
  responsible: "ascending",
  product: "ascending",
  operation: "ascending",
  lifecycle: "ascending",
  need: "descending",
  level: "descending",
  exposure: "descending",
  freedom: "ascending",
  jurisdiction: "ascending",
  openness: "ascending",
  gap: "descending",
  licence: "ascending",
  controller: "ascending",
  users: "descending",
  notice: "ascending",
  end: "ascending",
  cost: "descending",
  updated: "descending",
} as const satisfies Readonly<Record<string, "ascending" | "descending">>;
export type ListSort = keyof typeof LIST_SORTS;

export const PAGE_SIZES = [25, 50, 100] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

/** With more columns than this a page of 100 rows would be too much for a browser. */
const COLUMNS_AT_100 = 12;

/** Rows per page that can be chosen with these columns. */
export function pageSizes(columns: readonly ListColumn[]): readonly PageSize[] {
  return columns.length > COLUMNS_AT_100 ? PAGE_SIZES.filter((size) => size < 100) : PAGE_SIZES;
}

/** Saved views above the list; the exit window is the one of the metric `exit-window-12-months`. */
export const INVENTORY_TABS = ["all", "need", "gap", "exposure", "exit", "open"] as const;
export type InventoryTab = (typeof INVENTORY_TABS)[number];

/** The filter of each saved view on a day. */
export function inventoryTabs(today: string): Readonly<Record<InventoryTab, ServiceFilter>> {
  return {
    all: {},
    need: { protection: ["high", "very-high"] },
    gap: { gap: ["open"] },
    exposure: { exposure: ["J3", "J4"] },
    exit: { noticeFrom: today, noticeTo: addMonths(today, 12) },
    open: { munich: ["none"] },
  };
}

/** Everything the address of a list says. */
export interface ListQuery {
  readonly filter: ServiceFilter;
  /** What to search for; empty = no search. */
  readonly text: string;
  readonly sort: ListSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: PageSize;
  readonly columns: readonly ListColumn[];
}

export const PLAIN_LIST: ListQuery = {
  filter: {},
  text: "",
  sort: "name",
  descending: false,
  page: 1,
  size: 25,
  columns: DEFAULT_COLUMNS,
};

const OWN_KEYS = new Set(["q", "sort", "page", "size", "columns"]);
/** Keys that belong to the page, not to the list. */
const PAGE_KEYS = new Set(["draft", "saved", "back", "_rsc"]);
const FILTER_KEYS: ReadonlySet<string> = new Set([...FACET_KEYS, "noticeFrom", "noticeTo"]);
const LONGEST_TEXT = 200;
const LAST_PAGE = 1_000_000;

/**
 * Reads the address of a list. What is not understood is left out and named, so that nobody takes a wider list for the one
 * that was asked for.
 */
export function readListQuery(query: Query): {
  readonly list: ListQuery;
  readonly ignored: readonly IgnoredValue[];
} {
  const { filter, ignored: ignoredFilters } = queryToFilter(query);
  const ignored: IgnoredValue[] = [...ignoredFilters];
  const values = (key: string): readonly string[] => {
    const value = Object.hasOwn(query, key) ? query[key] : undefined;
    return (typeof value === "string" ? [value] : (value ?? [])).filter((each) => each !== "");
  };
  const one = (key: string): string | undefined => values(key).at(-1);
  for (const key of Object.keys(query)) {
    if (OWN_KEYS.has(key) || PAGE_KEYS.has(key) || FILTER_KEYS.has(key)) continue;
    for (const value of values(key)) ignored.push({ key, value });
  }

  let { sort, descending }: Pick<ListQuery, "sort" | "descending"> = PLAIN_LIST;
  const wantedSort = one("sort");
  if (wantedSort !== undefined) {
    const name = wantedSort.replace(/^-/, "");
    if (isSort(name)) [sort, descending] = [name, wantedSort.startsWith("-")];
    else ignored.push({ key: "sort", value: wantedSort });
  }

  const wantedPage = one("page");
  const page = wantedPage !== undefined && /^[1-9]\d{0,6}$/.test(wantedPage) ? Number(wantedPage) : 1;
  if (wantedPage !== undefined && String(page) !== wantedPage) ignored.push({ key: "page", value: wantedPage });

  const wantedColumns = values("columns")
    .flatMap((value) => value.split(","))
    .filter((each) => each !== "");
  for (const value of wantedColumns) if (!isColumn(value)) ignored.push({ key: "columns", value });
  const chosen = LIST_COLUMNS.filter((column) => column === "name" || wantedColumns.includes(column));
  const columns = wantedColumns.some(isColumn) ? chosen : DEFAULT_COLUMNS;

  const wantedSize = one("size");
  const allowed = pageSizes(columns);
  const fitting = wantedSize === "100" ? allowed.at(-1) : allowed.find((each) => String(each) === wantedSize);
  const size = fitting ?? PLAIN_LIST.size;
  if (wantedSize !== undefined && String(size) !== wantedSize) ignored.push({ key: "size", value: wantedSize });

  return {
    list: {
      filter,
      text: cleanText(one("q") ?? ""),
      sort,
      descending,
      page: Math.min(page, LAST_PAGE),
      size,
      columns,
    },
    ignored,
  };
}

/** The query part of a list's address without `?`; defaults are left out, equal lists give equal strings. */
export function listQueryString(list: ListQuery): string {
  const parts = [filterToQuery(list.filter)].filter((part) => part !== "");
  if (list.text !== "") parts.unshift(`q=${encodeURIComponent(list.text)}`);
  if (list.sort !== PLAIN_LIST.sort || list.descending) parts.push(`sort=${list.descending ? "-" : ""}${list.sort}`);
  if (list.columns.join() !== DEFAULT_COLUMNS.join()) parts.push(`columns=${list.columns.join(",")}`);
  if (list.size !== PLAIN_LIST.size) parts.push(`size=${list.size}`);
  if (list.page > 1) parts.push(`page=${list.page}`);
  return parts.join("&");
}

/** The same list sorted by a column: a second click turns the direction, a new order starts on page 1. */
export function sortedBy(list: ListQuery, sort: ListSort): ListQuery {
  const descending = list.sort === sort ? !list.descending : LIST_SORTS[sort] === "descending";
  return { ...list, sort, descending, page: 1 };
}

const isSort = (name: string): name is ListSort => Object.hasOwn(LIST_SORTS, name);
const isColumn = (name: string): name is ListColumn => (LIST_COLUMNS as readonly string[]).includes(name);

function cleanText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]|\p{Cs}/gu, " ")
    .trim()
    .slice(0, LONGEST_TEXT);
}
