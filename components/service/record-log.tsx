import type { ReactNode } from "react";
import { Section } from "@/components/layout";
import {
  Cell,
  Confirm,
  PostButton,
  Row,
  RowHead,
  ScrollTable,
  TBody,
  TextArea,
  THead,
  Button,
  Pager,
} from "@/components/ui";
import type { HistoryEvent } from "@/lib/features/service/data";
import { formatDate, formatDateTime, formatMoney, formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { findMethod } from "@/lib/domain/method/registry";
import { placeName, word } from "@/lib/i18n/service-words";

export interface AssessmentLine {
  readonly id: string;
  readonly version: number;
  readonly method: string;
  readonly state: string;
  readonly answers: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly rejectReason: string | null;
  readonly changedSince: Date | null;
  readonly confirmedAt: Date | null;
}

/** Assessments with their state, and the next step for whoever may take it. */
export function AssessmentSection({
  t,
  citySlug,
  serviceId,
  back,
  rows,
  may,
}: {
  readonly t: Translator;
  readonly citySlug: string;
  readonly serviceId: string;
  readonly back: string;
  readonly rows: readonly AssessmentLine[];
  readonly may: { readonly assess: boolean; readonly approve: boolean };
}) {
  const state = rows.find((row) => row.state !== "superseded")?.state ?? "none";
  const base = `/api/v1/cities/${citySlug}/services/${serviceId}/assessments`;
  const who = (name: string | null, at: Date | null) =>
    at === null
      ? "–"
      : name === null
        ? formatDate(at, t.locale)
        : t("service.byAt", { date: formatDate(at, t.locale), name });
  return (
    <Section
      id="assessments"
      kicker={t("service.tocAssessments")}
      finding={t.dynamic(`service.assessmentsFinding_${state}`)}
      base={[t("service.assessmentsBase")]}
    >
      {rows.length === 0 ? (
        <p className="h-meta">{t("service.assessmentsNone")}</p>
      ) : (
        <ScrollTable caption={t("service.tocAssessments")} stack>
          <THead
            columns={[
              { label: t("service.method") },
              { label: t("service.state") },
              { label: t("service.answersCount"), num: true },
              { label: t("service.assessedBy") },
              { label: t("service.approvedBy") },
              { label: t("common.edit"), hidden: true },
            ]}
          />
          <TBody>
            {rows.map((row) => {
              const method = findMethod(row.method);
              const fields = { back, assessmentId: row.id, version: row.version };
              const steps: ReactNode[] = [];
              if (may.assess && row.state === "draft") {
                steps.push(
                  <PostButton key="submit" size="small" action={`${base}/submit`} fields={fields}>
                    {t("assessment.submitDraft")}
                  </PostButton>,
                );
              }
              if (may.approve && row.state === "submitted") {
                steps.push(
                  <PostButton key="approve" size="small" variant="primary" action={`${base}/approve`} fields={fields}>
                    {t("assessment.approve")}
                  </PostButton>,
                  <Confirm
                    key="return"
                    size="small"
                    label={t("assessment.return")}
                    title={t("assessment.returnReason")}
                  >
                    <form method="post" action={`${base}/return`} className="h-formgrid">
                      {Object.entries(fields).map(([name, value]) => (
                        <input key={name} type="hidden" name={name} value={value} />
                      ))}
                      <TextArea
                        id={`reason-${row.id}`}
                        name="reason"
                        label={t("assessment.returnReason")}
                        required
                        maxLength={1000}
                      />
                      <Button size="small">{t("assessment.return")}</Button>
                    </form>
                  </Confirm>,
                );
              }
              if (may.assess && row.state === "approved" && row.changedSince === null) {
                steps.push(
                  <PostButton key="confirm" size="small" action={`${base}/confirm`} fields={fields}>
                    {t("assessment.confirm")}
                  </PostButton>,
                );
              }
              const approval = `/c/${citySlug}/services/${serviceId}/assessments/${row.id}`;
              return (
                <Row key={row.id}>
                  <RowHead sub={row.method}>{method === undefined ? row.method : tr(method.name, t.locale)}</RowHead>
                  <Cell label={t("service.state")} keyFigure quiet={row.state === "superseded"}>
                    {word(t, "assessment", row.state)}
                    {row.changedSince !== null && row.state === "approved" && (
                      <span className="h-cellsub">
                        <a href={approval}>{t("assessment.changedBadge")}</a>
                      </span>
                    )}
                    {row.rejectReason !== null && (
                      <span className="h-cellsub">{t("assessment.returnedNote", { reason: row.rejectReason })}</span>
                    )}
                  </Cell>
                  <Cell label={t("service.answersCount")} num>
                    {formatNumber(row.answers, t.locale)}
                  </Cell>
                  <Cell label={t("service.assessedBy")}>{who(row.createdBy, row.createdAt)}</Cell>
                  <Cell label={t("service.approvedBy")}>
                    {row.approvedAt === null ? "–" : <a href={approval}>{who(row.approvedBy, row.approvedAt)}</a>}
                    {row.confirmedAt !== null && (
                      <span className="h-cellsub">
                        {t("assessment.confirmedOn", { date: formatDate(row.confirmedAt, t.locale) })}
                      </span>
                    )}
                  </Cell>
                  <Cell full>{steps.length > 0 && <div className="h-actions">{steps}</div>}</Cell>
                </Row>
              );
            })}
          </TBody>
        </ScrollTable>
      )}
    </Section>
  );
}

const FIELDS_SHOWN = 6;

/** Who changed what, before and after, and why. */
export function HistorySection({
  t,
  events,
  total,
  page,
  pageSize,
  href,
}: {
  readonly t: Translator;
  readonly events: readonly HistoryEvent[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly href: (page: number) => string;
}) {
  return (
    <Section
      id="history"
      kicker={t("service.tocHistory")}
      finding={t("service.historyFinding", { count: total })}
      base={[t("service.historyBase")]}
    >
      {events.length > 0 && (
        <ScrollTable caption={t("service.tocHistory")} stack variant="h-table--log">
          <THead
            columns={[
              { label: t("service.at") },
              { label: t("service.who") },
              { label: t("service.what") },
              { label: `${t("service.before")} → ${t("service.after")}` },
              { label: t("service.why") },
            ]}
          />
          <TBody>
            {events.map((event) => (
              <Row key={event.id}>
                <Cell label={t("service.at")} nowrap>
                  {formatDateTime(event.at, t.locale)}
                </Cell>
                <Cell label={t("service.who")}>{event.actorName ?? "–"}</Cell>
                <RowHead>{actionText(t, event.action)}</RowHead>
                <Cell full>
                  <Changes t={t} event={event} />
                </Cell>
                <Cell label={t("service.why")} full>
                  {event.reason ?? ""}
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
      {total > pageSize && <Pager t={t} page={page} pageSize={pageSize} total={total} href={href} />}
    </Section>
  );
}

function actionText(t: Translator, action: string): string {
  const key = `service.action_${action.replaceAll(".", "_")}`;
  return t.has(key) ? t.dynamic(key) : action;
}

/** Changed fields; for a new record only what was stated. */
function Changes({ t, event }: { readonly t: Translator; readonly event: HistoryEvent }) {
  const { before, after } = event;
  const changed = Object.keys({ ...before, ...after }).filter(
    (key) => key !== "method" && (before !== null || !isEmpty(after?.[key])),
  );
  if (changed.length === 0) return null;
  return (
    <ul className="h-changes">
      {changed.slice(0, FIELDS_SHOWN).map((key) => (
        <li key={key}>
          {fieldName(t, key)}: {before !== null && <span className="h-2">{valueText(t, key, before[key])} → </span>}
          {valueText(t, key, after?.[key])}
        </li>
      ))}
      {changed.length > FIELDS_SHOWN && (
        <li>
          <details className="h-more">
            <summary>{t("service.moreFields", { count: changed.length - FIELDS_SHOWN })}</summary>
            <ul>
              {changed.slice(FIELDS_SHOWN).map((key) => (
                <li key={key}>
                  {fieldName(t, key)}:{" "}
                  {before !== null && <span className="h-2">{valueText(t, key, before[key])} → </span>}
                  {valueText(t, key, after?.[key])}
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

function fieldName(t: Translator, key: string): string {
  if (key === "state") return t("service.state");
  const found = [`serviceForm.${key}`, `auditWords.field_${key}`].find((each) => t.has(each));
  return found === undefined ? key : t.dynamic(found);
}

const LISTS: Readonly<Record<string, string>> = {
  lifecycle: "lifecycle",
  operatingModel: "operation",
  codePublished: "yesNo",
  exitClause: "yesNo",
  dataReturnClause: "yesNo",
  securityUpdates: "yesNo",
  skills: "yesNo",
  confidentiality: "need",
  integrity: "need",
  availability: "need",
  controlData: "holder",
  controlOperation: "holder",
  controlKeys: "holder",
  controlAccess: "holder",
  role: "role",
  dataAccess: "access",
  state: "assessment",
};

const OWN_WORDS: Readonly<Record<string, string>> = {
  dimension: "acceptance.dimension",
  level: "evidence.level",
  kind: "evidence.kind",
};

/** A stored value for people; what a log keeps may be older than our words, so anything is shown. */
export function valueText(t: Translator, key: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return t("service.empty");
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  if (typeof value === "number")
    return key === "costPerYear" ? formatMoney(value, t.locale) : formatNumber(value, t.locale);
  if (typeof value === "string") {
    if (key === "dataLocation" || key === "location") return placeName(t, value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, t.locale);
    const own = OWN_WORDS[key];
    if (own !== undefined && t.has(`${own}_${value}`)) return t.dynamic(`${own}_${value}`);
    const list = LISTS[key];
    return list === undefined ? value : word(t, list, value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? t("service.empty") : value.map((each) => valueText(t, key, each)).join("; ");
  }
  const record = value as Record<string, unknown>;
  if ("role" in record) {
    const parts = [record["location"], record["dataAccess"]].map((each, i) =>
      isEmpty(each) ? "" : valueText(t, i === 0 ? "location" : "dataAccess", each),
    );
    return `${valueText(t, "role", record["role"])}: ${isEmpty(record["name"]) ? t("common.unknown") : String(record["name"])} (${parts.filter(Boolean).join(", ")})`;
  }
  if ("name" in record) return String(record["name"]);
  if ("value" in record) return [record["value"], record["note"]].filter((each) => !isEmpty(each)).join(", ");
  return JSON.stringify(value);
}
