import { Chips, Mark, Tabs, type Chip, type MunichLevel } from "@/components/ui";
import {
  DEFAULT_COLUMNS,
  INVENTORY_TABS,
  LIST_COLUMNS,
  PLAIN_LIST,
  type InventoryTab,
  type ListQuery,
} from "@/lib/domain/service/list";
import { FACET_KEYS, filterToQuery, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { formatDate, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { facetName, facetValue, type FilterNames } from "@/lib/i18n/service-words";
import type { InventoryLinks } from "./inventory-links";

/** Saved views with their counts; current when exactly this filter is set and nothing is searched. */
export function InventoryTabs({
  t,
  list,
  links,
  tabs,
  counts,
}: {
  readonly t: Translator;
  readonly list: ListQuery;
  readonly links: InventoryLinks;
  readonly tabs: Readonly<Record<InventoryTab, ServiceFilter>>;
  readonly counts: Readonly<Record<InventoryTab, number>>;
}) {
  const now = filterToQuery(list.filter);
  return (
    <Tabs
      label={t("inventory.views")}
      items={INVENTORY_TABS.map((key) => ({
        href: links.to({ filter: tabs[key], text: "" }),
        label: t.dynamic(`inventory.tab_${key}`),
        count: formatNumber(counts[key], t.locale),
        current: list.text === "" && filterToQuery(tabs[key]) === now,
      }))}
    />
  );
}

const LEVELS = ["5", "4", "3", "2", "1"] as const;

/** Active filters as chips, how the selection spreads over the levels, columns and file. */
export function InventoryListHead({
  t,
  action,
  list,
  links,
  names,
  levels,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly list: ListQuery;
  readonly links: InventoryLinks;
  readonly names: FilterNames;
  readonly levels: Readonly<Record<"1" | "2" | "3" | "4" | "5" | "none", number>>;
}) {
  return (
    <div className="h-listhead">
      <Chips t={t} items={chipsOf(t, list, links, names)} clearHref={links.plain} />
      <ul className="h-quick" aria-label={t("inventory.levels")}>
        {LEVELS.map((level) => (
          <li key={level}>
            <a
              href={links.to({ filter: { ...list.filter, munich: [level] } })}
              aria-label={t("inventory.onlyLevel", { level, count: levels[level] })}
            >
              <Mark kind="munich" value={Number(level) as MunichLevel} label="" />
              <span>{formatNumber(levels[level], t.locale)}</span>
            </a>
          </li>
        ))}
        <li>
          <a
            href={links.to({ filter: { ...list.filter, munich: ["none"] } })}
            aria-label={t("inventory.onlyOpen", { count: levels.none })}
          >
            <Mark kind="munich" value={null} label="" />
            <span>{formatNumber(levels.none, t.locale)}</span>
          </a>
        </li>
      </ul>
      <div className="h-listhead__r">
        <ColumnsPicker t={t} action={action} list={list} links={links} />
        <a href={links.csv} aria-label={t("ui.csvFull")}>
          {t("ui.csv")}
        </a>
      </div>
    </div>
  );
}

export function chipsOf(t: Translator, list: ListQuery, links: InventoryLinks, names: FilterNames): readonly Chip[] {
  const chips: Chip[] = [];
  if (list.text !== "") {
    chips.push({
      name: t("inventory.searchName"),
      text: t("inventory.searchChip", { text: list.text }),
      removeHref: links.without("q"),
    });
  }
  for (const key of FACET_KEYS) {
    const values: readonly string[] = list.filter[key] ?? [];
    if (values.length === 0) continue;
    const name = facetName(t, key);
    const text = values.map((value) => facetValue(t, key, value, names)).join(", ");
    chips.push({ name, text: `${name}: ${text}`, removeHref: links.without(key) });
  }
  for (const key of ["noticeFrom", "noticeTo"] as const) {
    const day = list.filter[key];
    if (day === undefined) continue;
    const name = facetName(t, key);
    chips.push({ name, text: `${name}: ${formatDate(day, t.locale)}`, removeHref: links.without(key) });
  }
  return chips;
}

function ColumnsPicker({
  t,
  action,
  list,
  links,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly list: ListQuery;
  readonly links: InventoryLinks;
}) {
  const hidden = links.fields(["columns", "size"]);
  return (
    <details className="h-pick">
      <summary>{t("inventory.columnsLink", { shown: list.columns.length, all: LIST_COLUMNS.length })}</summary>
      <form className="h-pick__box" method="get" action={action} aria-label={t("inventory.columnsTitle")}>
        {Object.entries(hidden).flatMap(([name, values]) =>
          values.map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
        )}
        <input type="hidden" name="columns" value="name" />
        <ul>
          {LIST_COLUMNS.filter((column) => column !== "name").map((column) => (
            <li key={column}>
              <label className="h-checkrow">
                <input
                  className="h-check"
                  type="checkbox"
                  name="columns"
                  value={column}
                  defaultChecked={list.columns.includes(column)}
                />
                {t.dynamic(`inventory.col_${column}`)}
              </label>
            </li>
          ))}
        </ul>
        <div className="h-ctl">
          <button className="h-btn h-btn--s" type="submit">
            {t("common.apply")}
          </button>
          <a href={links.to({ columns: DEFAULT_COLUMNS, size: PLAIN_LIST.size })}>{t("inventory.columnsReset")}</a>
        </div>
      </form>
    </details>
  );
}
