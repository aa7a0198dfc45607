import { Cell, Empty, Pager, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { BatchLine } from "@/lib/features/assignment/data-progress";
import { formatDate, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { OPEN_STATES, workHref } from "./links";
import { methodName } from "./words";

/** Assignments made together, newest first. */
export function BatchTable({
  t,
  base,
  rows,
  total,
  page,
  perPage,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly rows: readonly BatchLine[];
  readonly total: number;
  readonly page: number;
  readonly perPage: number;
}) {
  if (total === 0) return <Empty title={t("assignment.progressEmptyTitle")} />;
  const n = (value: number) => formatNumber(value, t.locale);
  return (
    <>
      <ScrollTable caption={t("assignment.batchesTable")} stack>
        <THead
          columns={[
            { label: t("assignment.colBatch") },
            { label: t("assignment.colDue") },
            { label: t("assignment.colAssigned"), num: true },
            { label: t("assignment.colOpen"), num: true },
            { label: t("assignment.colOverdue"), num: true },
            { label: t("assignment.colSubmitted"), num: true },
            { label: t("assignment.colApproved"), num: true },
            { label: t("assignment.colWithdrawn"), num: true },
          ]}
        />
        <TBody>
          {rows.map((row) => {
            const batch = row.id ?? "";
            const open = OPEN_STATES.reduce((all, state) => all + row.counts[state], 0);
            const details = [
              t("assignment.batchPeople", { count: row.people }),
              row.createdBy === null ? null : t("assignment.batchBy", { name: row.createdBy }),
              row.note,
            ].filter((each) => each !== null);
            return (
              <Row key={batch}>
                <RowHead sub={details.join(" · ")}>
                  <a href={workHref(base, { batch })}>
                    {t("assignment.batchOf", {
                      date: formatDate(row.createdAt, t.locale),
                      method: methodName(t, row.method),
                    })}
                  </a>
                </RowHead>
                <Cell label={t("assignment.colDue")} nowrap>
                  {formatDate(row.dueOn, t.locale)}
                </Cell>
                <Cell num keyFigure label={t("assignment.colAssigned")}>
                  {n(row.assigned)}
                </Cell>
                <Cell num label={t("assignment.colOpen")}>
                  {n(open)}
                </Cell>
                <Cell num label={t("assignment.colOverdue")} className={row.counts.overdue > 0 ? "h-late" : ""}>
                  {n(row.counts.overdue)}
                </Cell>
                <Cell num label={t("assignment.colSubmitted")}>
                  {n(row.counts.submitted)}
                </Cell>
                <Cell num label={t("assignment.colApproved")}>
                  {n(row.counts.approved)}
                </Cell>
                <Cell num label={t("assignment.colWithdrawn")}>
                  {n(row.withdrawn)}
                </Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
      <Pager
        t={t}
        page={page}
        pageSize={perPage}
        total={total}
        href={(each) => `${base}/assignments?view=batches&page=${each}`}
      />
    </>
  );
}
