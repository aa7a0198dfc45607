import { markSymbol, SortHeader } from "@/components/ui";
import { sortedBy, type ListColumn, type ListQuery, type ListSort } from "@/lib/domain/service/list";
import type { PortfolioRow, ScoreValue } from "@/lib/domain/service/types";
import { bandOf } from "@/lib/domain/strategy/bands";
import { formatDate, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { placeName, word } from "@/lib/i18n/service-words";
import type { InventoryLinks } from "./inventory-links";

/** What a line shows beside the stored figures. */
export interface InventoryLine extends PortfolioRow {
  readonly shortName: string | null;
  readonly externalId: string | null;
  readonly responsible: string | null;
  readonly dataLocation: string | null;
  readonly controlKeys: string | null;
  readonly updatedAt: Date;
  readonly products: readonly { readonly id: string; readonly name: string; readonly maker: string | null }[];
}

interface ColumnLook {
  readonly className: string;
  readonly sort?: ListSort;
  readonly num?: boolean;
}

/** `c-x` = a column without a place of its own on phones: a line with its heading. */
const LOOK: Readonly<Record<ListColumn, ColumnLook>> = {
  name: { className: "c-name", sort: "name" },
  shortName: { className: "c-x", sort: "shortName" },
  externalId: { className: "c-x", sort: "externalId" },
  department: { className: "c-dep", sort: "department" },
  responsible: { className: "c-x", sort: "responsible" },
  product: { className: "c-prod", sort: "product" },
  operation: { className: "c-op", sort: "operation" },
  lifecycle: { className: "c-x", sort: "lifecycle" },
  need: { className: "c-need", sort: "need" },
  level: { className: "c-lvl", sort: "level" },
  exposure: { className: "c-j", sort: "exposure" },
  profile: { className: "c-prof" },
  gap: { className: "c-gap", sort: "gap" },
  licence: { className: "c-x", sort: "licence" },
  controller: { className: "c-x", sort: "controller" },
  doubleGrip: { className: "c-x" },
  dataLocation: { className: "c-x" },
  keys: { className: "c-x" },
  users: { className: "c-x", sort: "users", num: true },
  notice: { className: "c-not", sort: "notice", num: true },
  end: { className: "c-x", sort: "end", num: true },
  cost: { className: "c-cost", sort: "cost", num: true },
  confidence: { className: "c-x" },
  updated: { className: "c-x", sort: "updated", num: true },
};

const PROFILE_SORTS = ["freedom", "jurisdiction", "openness"] as const;

/** The inventory as a table: at most 23 elements a row, so that 100 rows stay light. */
export function InventoryTable({
  t,
  base,
  list,
  links,
  rows,
  caption,
  sum,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly list: ListQuery;
  readonly links: InventoryLinks;
  readonly rows: readonly InventoryLine[];
  readonly caption: string;
  readonly sum: { readonly text: string; readonly cost: number | null };
}) {
  const wide = list.columns.length > 11;
  const costAt = list.columns.indexOf("cost");
  const columns = list.columns.length;
  return (
    <div
      className={wide ? "h-invwrap h-invwrap--wide" : "h-invwrap"}
      tabIndex={0}
      role="region"
      aria-label={t("inventory.region")}
    >
      <table
        className={
          wide ? "h-table h-table--grid h-inv h-inv--list h-inv--wide" : "h-table h-table--grid h-inv h-inv--list"
        }
        role="table"
      >
        <caption className="h-vh">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {list.columns.map((column) => (
              <Head key={column} t={t} column={column} list={list} links={links} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.serviceId} role="row">
              {list.columns.map((column) => (
                <InventoryCell key={column} t={t} base={base} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <td role="cell" className="c-sum" colSpan={costAt < 0 ? columns : costAt}>
              {sum.text}
            </td>
            {costAt >= 0 && (
              <td role="cell" className="c-cost h-num">
                {formatNumber(sum.cost === null ? null : sum.cost / 1000, t.locale, { digits: 0 })}
              </td>
            )}
            {costAt >= 0 && costAt < columns - 1 && (
              <td role="cell" className="c-rest" colSpan={columns - 1 - costAt} />
            )}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Head({
  t,
  column,
  list,
  links,
}: {
  readonly t: Translator;
  readonly column: ListColumn;
  readonly list: ListQuery;
  readonly links: InventoryLinks;
}) {
  const { className, sort, num } = LOOK[column];
  const direction = (by: ListSort) =>
    list.sort !== by ? undefined : list.descending ? ("descending" as const) : ("ascending" as const);
  const header = (by: ListSort, label: string, full?: string) => {
    const next = sortedBy(list, by);
    const hint = t(next.descending ? "ui.sortDescending" : "ui.sortAscending");
    return (
      <SortHeader
        key={by}
        href={links.to(next)}
        label={label}
        sort={direction(by)}
        hint={full === undefined ? hint : `${full}, ${hint}`}
      />
    );
  };
  const classes = num === true ? `${className} h-num` : className;
  if (column === "profile") {
    const current = PROFILE_SORTS.find((by) => by === list.sort);
    return (
      <th
        role="columnheader"
        scope="col"
        className={classes}
        aria-sort={current && direction(current)}
        title={t("inventory.profileHead")}
      >
        <span className="h-trio">
          {header("freedom", t("inventory.profileW"), t("inventory.facet_freedom"))}
          {header("jurisdiction", t("inventory.profileR"), t("inventory.facet_jurisdiction"))}
          {header("openness", t("inventory.profileO"), t("inventory.facet_openness"))}
        </span>
      </th>
    );
  }
  const label = t.dynamic(`inventory.col_${column}`);
  return (
    <th role="columnheader" scope="col" className={classes} aria-sort={sort && direction(sort)}>
      {sort === undefined ? label : header(sort, label)}
    </th>
  );
}

function InventoryCell({
  t,
  base,
  column,
  row,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly column: ListColumn;
  readonly row: InventoryLine;
}) {
  const { className, num } = LOOK[column];
  switch (column) {
    case "name":
      return (
        <th role="rowheader" scope="row" className="c-name">
          <a href={`${base}/${row.serviceId}`} title={row.name}>
            {row.name}
          </a>
        </th>
      );
    case "product":
      return <ProductCell t={t} row={row} />;
    case "level":
      return <LevelCell t={t} row={row} />;
    case "exposure":
      return <ExposureCell t={t} row={row} />;
    case "profile":
      return <ProfileCell t={t} row={row} />;
    case "gap":
      return (
        <td role="cell" className={row.gap === "open" ? "c-gap h-strong" : "c-gap"}>
          {word(t, "gap", row.gap)}
        </td>
      );
    default: {
      const text = textOf(t, column, row);
      return (
        <td
          role="cell"
          className={num === true ? `${className} h-num` : className}
          title={text.length > 14 ? text : undefined}
          data-l={className === "c-x" ? t.dynamic(`inventory.col_${column}`) : undefined}
        >
          {text}
        </td>
      );
    }
  }
}

type TextColumn = Exclude<ListColumn, "name" | "product" | "level" | "exposure" | "profile" | "gap">;

function textOf(t: Translator, column: TextColumn, row: InventoryLine): string {
  const none = "–";
  switch (column) {
    case "shortName":
      return row.shortName ?? none;
    case "externalId":
      return row.externalId ?? none;
    case "department":
      return row.departmentName ?? none;
    case "responsible":
      return row.responsible ?? none;
    case "operation":
      return word(t, "operationShort", row.operatingModel);
    case "lifecycle":
      return word(t, "lifecycle", row.lifecycle);
    case "need":
      return word(t, "need", row.protectionNeed);
    case "licence":
      return word(t, "licence", row.licence);
    case "controller":
      return row.controllerName ?? t("common.unknown");
    case "doubleGrip":
      return word(t, "yesNo", row.doubleGrip);
    case "dataLocation":
      return placeName(t, row.dataLocation);
    case "keys":
      return word(t, "holder", row.controlKeys);
    case "users":
      return formatNumber(row.users, t.locale);
    case "notice":
      return formatDate(row.noticeBy, t.locale);
    case "end":
      return formatDate(row.contractEnd, t.locale);
    case "cost":
      return formatNumber(row.costPerYear === null ? null : row.costPerYear / 1000, t.locale, {
        digits: thousands(row.costPerYear),
      });
    case "confidence":
      return word(t, "confidence", row.confidence);
    case "updated":
      return formatDate(row.updatedAt, t.locale);
  }
}

/** Below 10 T€ whole thousands would hide half of the amount. */
const thousands = (euros: number | null): number => (euros !== null && euros > 0 && euros < 10_000 ? 1 : 0);

function ProductCell({ t, row }: { readonly t: Translator; readonly row: InventoryLine }) {
  const [main, ...others] = row.products;
  if (main === undefined)
    return (
      <td role="cell" className="c-prod h-2">
        {row.ownDevelopment ? t("inventory.facet_code") : "–"}
      </td>
    );
  const maker = main.maker ?? t("inventory.noMaker");
  const more = others.length > 0 ? ` +${others.length}` : "";
  return (
    <td role="cell" className="c-prod" title={row.products.map((each) => each.name).join(", ")}>
      {main.name} <span className="h-2">{maker + more}</span>
    </td>
  );
}

function Picture({
  id,
  label,
  wide = false,
}: {
  readonly id: string;
  readonly label: string;
  readonly wide?: boolean;
}) {
  return (
    <svg className={wide ? "h-mark h-mark--j" : "h-mark"} role="img" aria-label={label}>
      <use href={`#${id}`} />
    </svg>
  );
}

function LevelCell({ t, row: { munich, requiredMunich } }: { readonly t: Translator; readonly row: InventoryLine }) {
  const required = requiredMunich === null ? "" : t("inventory.atMost", { level: requiredMunich });
  const { value, best, worst } = munich;
  const span = value === null && (best > 1 || worst < 5) ? `${best}–${worst}${required === "" ? "" : ", "}` : "";
  const label =
    value === null
      ? `${t("common.notAssessed")}, ${t("ui.stripPossible", { values: `${best}–${worst}` })}`
      : t("common.level", { level: value });
  return (
    <td role="cell" className="c-lvl">
      <Picture id={markSymbol("munich", value, value === null ? "unanswered" : "value") ?? "m0"} label={label} /> {span}
      {required}
    </td>
  );
}

function ExposureCell({ t, row }: { readonly t: Translator; readonly row: InventoryLine }) {
  const { exposure, exposureAtLeast, requiredExposure } = row;
  const state = exposure === null ? "unknown" : exposureAtLeast ? "at-least" : "value";
  const label =
    exposure === null
      ? t("common.exposureUnknown")
      : t(exposureAtLeast ? "common.exposureAtLeast" : "common.exposure", { level: exposure });
  return (
    <td role="cell" className="c-j" data-least={state === "at-least" ? t("common.atLeastShort") : undefined}>
      <Picture id={markSymbol("exposure", exposure, state) ?? "mju"} label={label} wide />
      {requiredExposure === null ? "" : ` ${t("inventory.atMost", { level: requiredExposure })}`}
    </td>
  );
}

function ProfileCell({ t, row }: { readonly t: Translator; readonly row: InventoryLine }) {
  const parts: readonly (readonly [string, ScoreValue])[] = [
    [t("inventory.facet_freedom"), row.freedom],
    [t("inventory.facet_jurisdiction"), row.jurisdiction],
    [t("inventory.facet_openness"), row.openness],
  ];
  const band = ({ value }: ScoreValue) => (value === null ? null : bandOf(value));
  const label = parts.map(([name, score]) => `${name}: ${band(score) ?? t("common.unknown")}`).join(", ");
  // One picture with three marks: a third of the elements.
  return (
    <td role="cell" className="c-prof">
      <svg className="h-mark h-mark--trio" viewBox="0 0 80 24" role="img" aria-label={label}>
        {parts.map(([name, score], i) => (
          <use
            key={name}
            href={`#${markSymbol("band", band(score), band(score) === null ? "unknown" : "value") ?? "mu"}`}
            x={i * 28}
            width="24"
            height="24"
          />
        ))}
      </svg>
    </td>
  );
}
