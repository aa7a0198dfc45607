import type { ReactNode } from "react";
import { Cell, Mark, Row, RowHead, ScrollTable, TBody, TFoot, THead, type ExposureClass } from "@/components/ui";
import { formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { ExposureBar, ReachBar } from "./bars";

export interface ExposureRow {
  /** `null` = unknown. */
  readonly level: ExposureClass | null;
  readonly name: string;
  readonly detail?: string;
  readonly count: number;
  /** How many of them are only a minimum. */
  readonly atLeast: number;
  readonly href?: string;
  /** Further cells, e.g. cost and share, in the order of `extra` heads. */
  readonly extra?: readonly ReactNode[];
}

/** Services per exposure class, worst first, as a table with bars. Rows with 0 stay, so that nothing seems left out. */
export function ExposureBars({
  t,
  caption,
  heads,
  extra = [],
  rows,
  total,
}: {
  readonly t: Translator;
  readonly caption: string;
  readonly heads: { readonly level: string; readonly services: string; readonly bar: string; readonly atLeast: string };
  /** Heads of the further columns. */
  readonly extra?: readonly string[];
  readonly rows: readonly ExposureRow[];
  readonly total: { readonly name: string; readonly extra?: readonly ReactNode[] };
}) {
  const max = Math.max(0, ...rows.map((r) => r.count));
  const sum = rows.reduce((s, r) => s + r.count, 0);
  const minimum = rows.reduce((s, r) => s + r.atLeast, 0);
  const number = (n: number) => formatNumber(n, t.locale);
  return (
    <ScrollTable caption={caption} stack variant="h-table--expo">
      <THead
        columns={[
          { id: "level", label: heads.level, span: 2 },
          { id: "services", label: heads.services, num: true },
          { id: "bar", label: heads.bar, hidden: true },
          { id: "min", label: heads.atLeast, num: true },
          ...extra.map((label) => ({ id: label, label, num: true })),
        ]}
      />
      <TBody>
        {rows.map((row) => (
          <Row key={row.level ?? "unknown"}>
            <Cell mark>
              <Mark
                kind="exposure"
                value={row.level}
                state={row.level === null ? "unknown" : "value"}
                label={row.level === null ? t("common.exposureUnknown") : t("common.exposure", { level: row.level })}
              />
            </Cell>
            <RowHead sub={row.detail}>{row.name}</RowHead>
            <Cell num keyFigure label={heads.services}>
              {row.href === undefined || row.count === 0 ? (
                number(row.count)
              ) : (
                <a href={row.href}>{number(row.count)}</a>
              )}
            </Cell>
            <Cell bar label={heads.bar}>
              <ExposureBar level={levelOf(row.level)} count={row.count} atLeast={row.atLeast} max={max} />
            </Cell>
            <Cell num quiet label={heads.atLeast}>
              {row.atLeast === 0 ? "–" : number(row.atLeast)}
            </Cell>
            {extra.map((label, i) => (
              <Cell key={label} num label={label}>
                {row.extra?.[i]}
              </Cell>
            ))}
          </Row>
        ))}
      </TBody>
      <TFoot>
        <Row>
          <Cell />
          <RowHead>{total.name}</RowHead>
          <Cell num keyFigure label={heads.services}>
            {number(sum)}
          </Cell>
          <Cell />
          <Cell num quiet label={heads.atLeast}>
            {minimum === 0 ? "–" : number(minimum)}
          </Cell>
          {extra.map((label, i) => (
            <Cell key={label} num label={label}>
              {total.extra?.[i]}
            </Cell>
          ))}
        </Row>
      </TFoot>
    </ScrollTable>
  );
}

function levelOf(value: ExposureClass | null): 1 | 2 | 3 | 4 | 5 | null {
  if (value === null) return null;
  return ({ J0: 1, J1: 2, J2: 3, J3: 4, J4: 5 } as const)[value];
}

export interface ReachRow {
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  readonly seat?: string | null;
  /** Services directly or over dependencies. */
  readonly reach: number;
  /** Services directly, as maker, operator or provider. */
  readonly direct: number;
  readonly extra?: readonly ReactNode[];
}

/** Largest controllers by reach, as a table with bars. */
export function ReachBars({
  t,
  caption,
  heads,
  extra = [],
  rows,
  total,
}: {
  readonly t: Translator;
  readonly caption: string;
  readonly heads: {
    readonly name: string;
    readonly seat: string;
    readonly reach: string;
    readonly bar: string;
    readonly direct: string;
  };
  readonly extra?: readonly string[];
  readonly rows: readonly ReachRow[];
  /** All services: the right end of the bars. */
  readonly total: number;
}) {
  const number = (n: number) => formatNumber(n, t.locale);
  return (
    <ScrollTable caption={caption} stack>
      <THead
        columns={[
          { id: "name", label: heads.name },
          { id: "seat", label: heads.seat },
          { id: "reach", label: heads.reach, num: true },
          { id: "bar", label: heads.bar },
          { id: "direct", label: heads.direct, num: true },
          ...extra.map((label) => ({ id: label, label, num: true })),
        ]}
      />
      <TBody>
        {rows.map((row) => (
          <Row key={row.id}>
            <RowHead>{row.name}</RowHead>
            <Cell quiet label={heads.seat}>
              {row.seat ?? t("common.unknown")}
            </Cell>
            <Cell num keyFigure label={heads.reach}>
              {row.href === undefined ? number(row.reach) : <a href={row.href}>{number(row.reach)}</a>}
            </Cell>
            <Cell bar label={heads.bar}>
              <ReachBar direct={row.direct} reach={row.reach} total={total} />
            </Cell>
            <Cell num label={heads.direct}>
              {number(row.direct)}
            </Cell>
            {extra.map((label, i) => (
              <Cell key={label} num label={label}>
                {row.extra?.[i]}
              </Cell>
            ))}
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}
