import type { ReactNode } from "react";

/**
 * Table in a frame that scrolls sideways and can be reached by keyboard.
 * `stack`: on phones each row becomes a block; then give every cell `label`, the key figure `key`, a bar `bar`, long text `full`.
 */
export function ScrollTable({
  caption,
  stack = false,
  dense = false,
  variant,
  children,
}: {
  readonly caption: string;
  readonly stack?: boolean;
  readonly dense?: boolean;
  /** Further classes of `.h-table`, e.g. `h-table--goals`. */
  readonly variant?: string;
  readonly children: ReactNode;
}) {
  const className = ["h-table", stack ? "h-table--stack" : "", dense ? "h-table--dense" : "", variant ?? ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="h-scroll" tabIndex={0} role="region" aria-label={caption}>
      {/* The role is repeated because the stacked layout on phones would take it away. */}
      <table className={className} role="table">
        <caption className="h-vh">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export interface Column {
  readonly label: ReactNode;
  /** Identifies the column when two have the same label. */
  readonly id?: string;
  readonly num?: boolean;
  /** Label for screen readers only. */
  readonly hidden?: boolean;
  readonly className?: string;
  /** Columns that the head covers. */
  readonly span?: number;
  readonly sort?: "ascending" | "descending";
}

/** Head row. */
export function THead({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column, i) => (
          <th
            key={column.id ?? i}
            role="columnheader"
            scope="col"
            className={
              [column.num === true ? "h-num" : "", column.className ?? ""].filter(Boolean).join(" ") || undefined
            }
            colSpan={column.span}
            aria-sort={column.sort}
          >
            {column.hidden === true ? <span className="h-vh">{column.label}</span> : column.label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function TBody({ children }: { readonly children: ReactNode }) {
  return <tbody role="rowgroup">{children}</tbody>;
}

export function TFoot({ children }: { readonly children: ReactNode }) {
  return <tfoot role="rowgroup">{children}</tfoot>;
}

export function Row({
  children,
  selected,
  className,
  id,
}: {
  readonly children: ReactNode;
  readonly selected?: boolean;
  readonly className?: string;
  readonly id?: string;
}) {
  return (
    <tr role="row" className={className} id={id} aria-selected={selected}>
      {children}
    </tr>
  );
}

export interface CellProps {
  readonly children?: ReactNode;
  /** Heading of the column, shown before the value when the row is stacked. */
  readonly label?: string;
  readonly num?: boolean;
  readonly strong?: boolean;
  readonly quiet?: boolean;
  /** Keep with the name when stacked: the row's key figure. */
  readonly keyFigure?: boolean;
  /** Full width when stacked: a bar. */
  readonly bar?: boolean;
  /** Full width when stacked: long text. */
  readonly full?: boolean;
  /** Left out when stacked. */
  readonly wideOnly?: boolean;
  readonly nowrap?: boolean;
  /** Narrow column that holds one mark. */
  readonly mark?: boolean;
  readonly colSpan?: number;
  readonly className?: string;
  readonly title?: string;
}

function cellClass(p: CellProps): string {
  return [
    "h-mid",
    p.num === true ? "h-num" : "",
    p.strong === true ? "h-strong" : "",
    p.quiet === true ? "h-2" : "",
    p.keyFigure === true ? "h-k" : "",
    p.bar === true ? "h-barcell" : "",
    p.full === true ? "h-full" : "",
    p.wideOnly === true ? "h-x" : "",
    p.nowrap === true ? "h-nw" : "",
    p.mark === true ? "h-w-mark" : "",
    p.className ?? "",
  ]
    .filter(Boolean)
    .join(" ");
}

export function Cell(props: CellProps) {
  return (
    <td role="cell" className={cellClass(props)} data-l={props.label} colSpan={props.colSpan} title={props.title}>
      {props.children}
    </td>
  );
}

/** Name of the row, with a line of detail below. */
export function RowHead({ children, sub, ...props }: CellProps & { readonly sub?: ReactNode }) {
  return (
    <th role="rowheader" scope="row" className={cellClass(props)} colSpan={props.colSpan} title={props.title}>
      {children}
      {sub !== undefined && sub !== null && <span className="h-cellsub">{sub}</span>}
    </th>
  );
}

/** Head of a sortable column: a link that keeps every other setting of the list. */
export function SortHeader({
  href,
  label,
  sort,
  hint,
}: {
  readonly href: string;
  readonly label: string;
  /** How the list is sorted now, when by this column. */
  readonly sort?: "ascending" | "descending";
  /** What the link will do, for screen readers. */
  readonly hint?: string;
}) {
  return (
    <a className="h-sort" href={href}>
      {label}
      {sort !== undefined && <span aria-hidden="true">{sort === "ascending" ? "↑" : "↓"}</span>}
      {hint !== undefined && <span className="h-vh">, {hint}</span>}
    </a>
  );
}
