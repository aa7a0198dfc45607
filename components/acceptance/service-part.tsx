import {
  Button,
  Cell,
  Confirm,
  Note,
  Row,
  RowHead,
  ScrollTable,
  SelectField,
  TBody,
  TextArea,
  TextField,
  THead,
} from "@/components/ui";
import { daysUntil, lastUntil, type AcceptableDimension } from "@/lib/domain/acceptance";
import type { AcceptanceLine } from "@/lib/features/acceptance/schema";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";

interface Props {
  readonly t: Translator;
  /** `/api/v1/cities/<slug>` */
  readonly api: string;
  readonly back: string;
  readonly serviceId: string;
  readonly today: string;
  readonly rows: readonly AcceptanceLine[];
  /** Dimensions whose gap is open. */
  readonly open: readonly AcceptableDimension[];
  readonly mayAccept: boolean;
  /** Of a refused form of this part, empty otherwise. */
  readonly form: FormState;
  readonly saved: string | undefined;
}

/** Below the gap: what somebody has accepted until when, and for those who may, the form to accept what is open. */
export function AcceptancePart(props: Props) {
  const { t, rows, open, mayAccept, saved } = props;
  const offered = mayAccept && open.length > 0;
  if (rows.length === 0 && !offered) return null;
  return (
    <div className="h-mt">
      {(saved === "accepted" || saved === "ended") && (
        <Note tone="info" live="status">
          {t(`acceptance.saved_${saved}`)}
        </Note>
      )}
      {rows.length > 0 && (
        <>
          <h3 className="h-h3 h-mb">{t("acceptance.sectionTitle")}</h3>
          <Lines {...props} />
        </>
      )}
      {offered && <AcceptForm {...props} />}
    </div>
  );
}

function Lines({ t, api, back, rows, today, mayAccept }: Props) {
  return (
    <ScrollTable caption={t("acceptance.sectionTable")} stack variant="h-table--top">
      <THead
        columns={[
          { label: t("acceptance.colDimension") },
          { label: t("acceptance.colReason") },
          { label: t("acceptance.colApprover") },
          { label: t("acceptance.colUntil") },
          { label: t("acceptance.end"), hidden: true },
        ]}
      />
      <TBody>
        {rows.map((row) => {
          const holds = row.endedAt === null && row.until >= today;
          return (
            <Row key={row.id}>
              <RowHead>{t.dynamic(`acceptance.dimension_${row.dimension}`)}</RowHead>
              <Cell label={t("acceptance.colReason")} full>
                <span className="h-pretext">{row.reason}</span>
              </Cell>
              <Cell label={t("acceptance.colApprover")}>{approved(t, row)}</Cell>
              <Cell label={t("acceptance.colUntil")}>
                {formatDate(row.until, t.locale)}
                <span className="h-cellsub">
                  {holds ? t("acceptance.left", { days: daysUntil(row.until, today) }) : ended(t, row)}
                </span>
              </Cell>
              <Cell full>
                {holds && mayAccept && (
                  <Confirm size="small" label={t("acceptance.end")} title={t("acceptance.endTitle")}>
                    <p>{t("acceptance.endText")}</p>
                    <form className="h-formgrid" method="post" action={`${api}/acceptances/${row.id}/end`}>
                      <input type="hidden" name="back" value={back} />
                      <TextArea
                        id={`end-${row.id}`}
                        name="endReason"
                        label={t("acceptance.endReason")}
                        required
                        maxLength={1000}
                        rows={2}
                      />
                      <div className="h-actions">
                        <Button size="small">{t("acceptance.endSubmit")}</Button>
                      </div>
                    </form>
                  </Confirm>
                )}
              </Cell>
            </Row>
          );
        })}
      </TBody>
    </ScrollTable>
  );
}

function AcceptForm({ t, api, back, serviceId, today, open, form }: Props) {
  const last = lastUntil(today);
  return (
    <details className="h-confirm h-mt" open={form.draft !== null}>
      <summary className="h-btn">{t("acceptance.accept")}</summary>
      <div className="h-confirm__box">
        <p className="h-strong">{t("acceptance.acceptTitle")}</p>
        <p>{t("acceptance.acceptText")}</p>
        <form className="h-formgrid" method="post" action={`${api}/services/${serviceId}/acceptances`}>
          <input type="hidden" name="back" value={back} />
          <div className="h-formgrid h-formgrid--2">
            <SelectField
              id="dimension"
              name="dimension"
              label={t("acceptance.acceptDimension")}
              defaultValue={form.value("dimension", open[0])}
              error={form.error("dimension")}
              options={open.map((value) => ({ value, label: t(`acceptance.dimension_${value}`) }))}
            />
            <TextField
              id="until"
              name="until"
              type="date"
              required
              min={today}
              max={last}
              label={t("acceptance.acceptUntil")}
              hint={t("acceptance.acceptUntilHint", { date: formatDate(last, t.locale) })}
              defaultValue={form.value("until")}
              error={form.error("until")}
            />
          </div>
          <TextArea
            id="reason"
            name="reason"
            required
            maxLength={1000}
            rows={3}
            label={t("acceptance.acceptReason")}
            hint={t("acceptance.acceptReasonHint")}
            defaultValue={form.value("reason")}
            error={form.error("reason")}
          />
          <div className="h-actions">
            <Button variant="primary">{t("acceptance.submit")}</Button>
          </div>
        </form>
      </div>
    </details>
  );
}

/** Who accepted and when; only when, where the name is not to be seen. */
export function approved(t: Translator, row: AcceptanceLine): string {
  const date = formatDate(row.approvedAt, t.locale);
  return row.approvedBy === null ? date : t("acceptance.byAt", { name: row.approvedBy, date });
}

/** How it ended: on its date by itself, or earlier by somebody, with the reason. */
export function ended(t: Translator, row: AcceptanceLine): string {
  const reason = row.endReason;
  if (row.endedAt === null || reason === null)
    return t("acceptance.endedOnDate", { date: formatDate(row.until, t.locale) });
  const date = formatDate(row.endedAt, t.locale);
  return row.endedBy === null
    ? t("acceptance.endedBy", { date, reason })
    : t("acceptance.endedByName", { date, name: row.endedBy, reason });
}
