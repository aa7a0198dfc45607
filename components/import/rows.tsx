import type { ReactNode } from "react";
import { Section } from "@/components/layout";
import { Cell, Pager, Row, RowHead, ScrollTable, Tabs, TBody, THead } from "@/components/ui";
import type { Outcome } from "@/lib/domain/importing";
import type { RunCounts } from "@/lib/features/import/data";
import type { ViewRow } from "@/lib/features/import/data-view";
import { formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { fieldText, valueText } from "./value-text";

const OUTCOMES: readonly Outcome[] = ["created", "updated", "unchanged", "rejected"];

interface Frame {
  readonly t: Translator;
  /** This page without query. */
  readonly path: string;
  readonly counts: RunCounts;
  readonly outcome: Outcome | null;
  readonly filtered: number;
  readonly page: number;
  readonly pageSize: number;
}

const address = (path: string, outcome: Outcome | null, page = 1): string => {
  const query = new URLSearchParams();
  if (outcome !== null) query.set("outcome", outcome);
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return `${path}${text === "" ? "" : `?${text}`}#rows`;
};

/** Tabs by outcome, the rows, and their pages. */
function RowsFrame({
  t,
  path,
  counts,
  outcome,
  filtered,
  page,
  pageSize,
  finding,
  children,
}: Frame & { readonly finding: string; readonly children: ReactNode }) {
  const tab = (each: Outcome | null) => ({
    href: address(path, each),
    label: each === null ? t("common.all") : t(`import.${each}`),
    count: formatNumber(each === null ? counts.rows : counts[each], t.locale),
    current: each === outcome,
  });
  return (
    <Section
      id="rows"
      kicker={t("import.rowsKicker")}
      finding={finding}
      base={[t("import.rowsBase", { count: filtered })]}
    >
      <Tabs label={t("import.filterLabel")} items={[tab(null), ...OUTCOMES.map(tab)]} />
      {children}
      <Pager t={t} page={page} pageSize={pageSize} total={filtered} href={(to) => address(path, outcome, to)} />
    </Section>
  );
}

/** What would happen to each row: outcome, every field before and after, and what is left out with its reason. */
export function PlannedRows({
  base,
  rows,
  ...frame
}: Frame & { /** `/c/<slug>` */ readonly base: string; readonly rows: readonly ViewRow[] }) {
  const { t } = frame;
  return (
    <RowsFrame {...frame} finding={t("import.rowsFinding")}>
      <ScrollTable caption={t("import.rowsFinding")} stack>
        <THead
          columns={[
            { label: t("import.colRow"), num: true },
            { label: t("import.colService") },
            { label: t("import.colOutcome") },
            { label: t("import.colChanges") },
          ]}
        />
        <TBody>
          {rows.map((row) => (
            <Row key={row.line}>
              <Cell num label={t("import.colRow")}>
                {row.line}
              </Cell>
              <RowHead className="h-imp__name">
                {row.serviceId === null ? (
                  row.name || "–"
                ) : (
                  <a href={`${base}/services/${row.serviceId}`}>{row.name}</a>
                )}
              </RowHead>
              <Cell label={t("import.colOutcome")}>{t(`import.${row.outcome}`)}</Cell>
              <Cell label={t("import.colChanges")} full>
                {row.changes.length === 0 && row.problems.length === 0 && (
                  <span className="h-2">{t("import.noChange")}</span>
                )}
                {row.outcome !== "rejected" &&
                  row.changes.map((change) => (
                    <span key={change.field} className="h-imp__line">
                      <span className="h-2">{fieldText(change.field, t)}: </span>
                      {row.outcome === "updated" && `${valueText(change.field, change.before, t)} → `}
                      {valueText(change.field, change.after, t)}
                    </span>
                  ))}
                {row.problems.map((problem, i) => (
                  <span key={i} className="h-imp__line">
                    {problem.header !== null && <span className="h-2">{problem.header}: </span>}
                    {problem.severity === "field" && `${t("import.left", { value: shorten(problem.value) })} `}
                    {tr(problem.text, t.locale)}
                  </span>
                ))}
              </Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </RowsFrame>
  );
}

/** What happened to each row of a finished import. */
export function ResultRows({
  base,
  rows,
  ...frame
}: Frame & { readonly base: string; readonly rows: readonly (readonly [number, Outcome, string | null, string])[] }) {
  const { t } = frame;
  return (
    <RowsFrame {...frame} finding={t("import.rowsFindingDone")}>
      <ScrollTable caption={t("import.rowsFindingDone")} dense>
        <THead
          columns={[
            { label: t("import.colRow"), num: true },
            { label: t("import.colService") },
            { label: t("import.colOutcome") },
          ]}
        />
        <TBody>
          {rows.map(([line, outcome, serviceId, name]) => (
            <Row key={line}>
              <Cell num>{line}</Cell>
              <RowHead className="h-imp__name">
                {serviceId === null ? name || "–" : <a href={`${base}/services/${serviceId}`}>{name}</a>}
              </RowHead>
              <Cell>{t(`import.${outcome}`)}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </RowsFrame>
  );
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text);
