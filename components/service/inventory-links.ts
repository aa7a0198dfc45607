import { listQueryString, PLAIN_LIST, type ListQuery } from "@/lib/domain/service/list";
import type { FacetKey, ServiceFilter } from "@/lib/domain/strategy/filter";

export type FilterKey = FacetKey | "noticeFrom" | "noticeTo" | "q";

/** Addresses of one city's inventory, each the present list with one thing changed. */
export interface InventoryLinks {
  /** The list changed; it begins on page 1 unless a page is named. */
  readonly to: (change: Partial<ListQuery>) => string;
  /** The list without one of its filters. */
  readonly without: (key: FilterKey) => string;
  /** The list without any filter and search; sort and columns stay. */
  readonly plain: string;
  readonly csv: string;
  /** Settings of the list as form fields, without the ones the form sets itself. */
  readonly fields: (own: readonly string[]) => Readonly<Record<string, readonly string[]>>;
}

export function inventoryLinks(citySlug: string, list: ListQuery): InventoryLinks {
  const base = `/c/${citySlug}/services`;
  const address = (path: string, query: ListQuery) => {
    const text = listQueryString(query);
    return text === "" ? path : `${path}?${text}`;
  };
  const to = (change: Partial<ListQuery>) => address(base, { ...list, page: 1, ...change });
  return {
    to,
    without: (key) => (key === "q" ? to({ text: "" }) : to({ filter: omit(list.filter, key) })),
    plain: to({ filter: {}, text: "" }),
    csv: address(`/api/v1/cities/${citySlug}/services/export`, { ...list, page: 1, size: PLAIN_LIST.size }),
    fields: (own) => {
      const query = new URLSearchParams(listQueryString({ ...list, page: 1 }));
      return Object.fromEntries(
        [...new Set(query.keys())].filter((key) => !own.includes(key)).map((key) => [key, query.getAll(key)]),
      );
    },
  };
}

function omit(filter: ServiceFilter, key: keyof ServiceFilter): ServiceFilter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
}
