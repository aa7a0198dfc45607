import type { ReactNode } from "react";
import type { Translator } from "@/lib/i18n";

export interface TabItem {
  readonly href: string;
  readonly label: string;
  readonly count?: string | number;
  readonly current?: boolean;
}

/** Parts of an area or saved views: links, the current one marked. */
export function Tabs({
  label,
  items,
  page = false,
}: {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly page?: boolean;
}) {
  return (
    <nav className={page ? "h-tabs h-tabs--page" : "h-tabs"} aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current === true ? "page" : undefined}>
          {item.label}
          {item.count !== undefined && <span className="h-2">{item.count}</span>}
        </a>
      ))}
    </nav>
  );
}

export interface Chip {
  /** e.g. "Schutzbedarf: hoch" */
  readonly text: string;
  /** Name of the filter for "remove filter …". */
  readonly name: string;
  /** The same list without this filter. */
  readonly removeHref: string;
}

/** Active filters, each removable; nothing when none is set. */
export function Chips({
  t,
  items,
  clearHref,
  children,
}: {
  readonly t: Translator;
  readonly items: readonly Chip[];
  readonly clearHref: string;
  readonly children?: ReactNode;
}) {
  if (items.length === 0) return null;
  return (
    <div className="h-chips">
      <span className="h-2">{t("ui.filteredBy")}</span>
      {items.map((chip) => (
        <span key={chip.name + chip.text} className="h-chip">
          {chip.text}
          <a href={chip.removeHref} aria-label={t("ui.filterRemove", { name: chip.name })}>
            ×
          </a>
        </span>
      ))}
      <a href={clearHref}>{t("ui.filterRemoveAll")}</a>
      {children}
    </div>
  );
}

/** Pages to show: first, last, and the neighbours of the current one; `null` is a gap. */
export function pageList(current: number, last: number): readonly (number | null)[] {
  const wanted = new Set([1, last, current - 1, current, current + 1].filter((p) => p >= 1 && p <= last));
  const sorted = [...wanted].sort((a, b) => a - b);
  const list: (number | null)[] = [];
  let previous = 0;
  for (const page of sorted) {
    if (page - previous === 2) list.push(page - 1);
    else if (page - previous > 2) list.push(null);
    list.push(page);
    previous = page;
  }
  return list;
}

/** Which rows are shown, the pages around them, and how many rows a page has. All links. */
export function Pager({
  t,
  page,
  pageSize,
  total,
  href,
  sizes,
}: {
  readonly t: Translator;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly href: (page: number) => string;
  readonly sizes?: { readonly options: readonly number[]; readonly href: (size: number) => string };
}) {
  const last = Math.max(1, Math.ceil(total / pageSize));
  const from = total === 0 ? 0 : (page - 1) * pageSize + 1;
  const to = Math.min(page * pageSize, total);
  return (
    <nav className="h-pages" aria-label={t("ui.pages")}>
      <span>{total === 0 ? t("ui.pageEmpty") : t("ui.pageRange", { from, to, total })}</span>
      {last > 1 && (
        <ul>
          {pageList(page, last).map((p, i) =>
            p === null ? (
              <li key={`gap${i}`} aria-hidden="true">
                …
              </li>
            ) : (
              <li key={p}>
                <a href={href(p)} aria-label={t("ui.page", { page: p })} aria-current={p === page ? "page" : undefined}>
                  {p}
                </a>
              </li>
            ),
          )}
        </ul>
      )}
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {t("ui.previousPage")}
        </a>
      )}
      {page < last && (
        <a href={href(page + 1)} rel="next">
          {t("ui.nextPage")}
        </a>
      )}
      {sizes !== undefined && (
        <span className="h-pages__r">
          {t("ui.rowsPerPage")}
          {sizes.options.map((size) => (
            <a key={size} href={sizes.href(size)} aria-current={size === pageSize ? "true" : undefined}>
              {size}
            </a>
          ))}
        </span>
      )}
    </nav>
  );
}

/**
 * Filters of a list as a GET form, so that every view is a link. Fields are `TextField` and `SelectField`, search first.
 * On phones the link above opens it through `:target`, without script.
 */
export function FilterBar({
  t,
  action,
  label,
  count,
  keep = {},
  children,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly label: string;
  /** How many filters are set. */
  readonly count: number;
  /** Settings that the form must not lose, e.g. sort and columns. */
  readonly keep?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly children: ReactNode;
}) {
  return (
    <>
      <a className="h-filterlink" href="#filter">
        {t("ui.filterSet", { count })}
      </a>
      <form className="h-filter" id="filter" role="search" aria-label={label} method="get" action={action}>
        {children}
        {Object.entries(keep).flatMap(([name, value]) =>
          (value === undefined ? [] : typeof value === "string" ? [value] : value).map((v) => (
            <input key={`${name}=${v}`} type="hidden" name={name} value={v} />
          )),
        )}
        <button className="h-btn" type="submit">
          {t("common.apply")}
        </button>
      </form>
    </>
  );
}

/** Under every chart and table: the same figures as a table, as a file, and where they lead. */
export function DataTools({
  t,
  table,
  csvHref,
  links = [],
}: {
  readonly t: Translator;
  /** The same figures as a table; left out where a table with bars already is one. */
  readonly table?: ReactNode;
  readonly csvHref?: string;
  readonly links?: readonly { readonly href: string; readonly label: string }[];
}) {
  return (
    <div className="h-tools">
      {table !== undefined && (
        <details>
          <summary>{t("ui.asTable")}</summary>
          {table}
        </details>
      )}
      {csvHref !== undefined && (
        <a href={csvHref} aria-label={t("ui.csvFull")}>
          {t("ui.csv")}
        </a>
      )}
      {links.map((link) => (
        <a key={link.href} href={link.href}>
          {link.label}
        </a>
      ))}
    </div>
  );
}
