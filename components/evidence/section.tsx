import { Section } from "@/components/layout";
import {
  Button,
  Cell,
  Confirm,
  LinkButton,
  Note,
  Pager,
  Row,
  RowHead,
  ScrollTable,
  TBody,
  TextArea,
  THead,
} from "@/components/ui";
import { evidenceConfidence, standingOn, type EvidenceConfidence } from "@/lib/domain/evidence";
import { criterionKey } from "@/lib/domain/evidence/criteria";
import type { EvidenceRow } from "@/lib/features/evidence/schema";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { criterionText, EvidenceTitle, Validity, type CriterionNames } from "./parts";

const PAGE = 30;

interface Props {
  readonly t: Translator;
  /** `/api/v1/cities/<slug>/evidence` */
  readonly api: string;
  /** Path of the service's page. */
  readonly here: string;
  readonly today: string;
  /** By method and criterion. */
  readonly rows: readonly EvidenceRow[];
  readonly names: CriterionNames;
  readonly mayWrite: boolean;
  readonly page: number;
  readonly saved: string | undefined;
}

/** What the answers of a service rest on, question by question, with how sure that makes them today. */
export function EvidenceSection(props: Props) {
  const { t, here, today, rows, mayWrite, saved } = props;
  const counted = rows.filter(({ withdrawn }) => !withdrawn);
  const expired = counted.filter((row) => standingOn(row, today) === "expired").length;
  const backed = new Set(counted.map((row) => criterionKey(row.methodId, row.criterion))).size;
  return (
    <Section
      id="evidence"
      kicker={t("service.tocEvidence")}
      finding={t("evidence.finding", { count: counted.length, expired })}
      base={[
        ...(rows.length === 0 ? [] : [t("evidence.base", { withCriteria: backed })]),
        ...(expired === 0 ? [] : [t("evidence.baseScore")]),
      ]}
    >
      {(saved === "evidence" || saved === "withdrawn") && (
        <Note tone="info" live="status">
          {t(`evidence.saved_${saved}`)}
        </Note>
      )}
      {rows.length === 0 ? <p className="h-meta">{t("evidence.none")}</p> : <EvidenceTable {...props} />}
      {mayWrite && (
        <div className="h-actions h-mt">
          <LinkButton href={`${here}/evidence/new`}>{t("evidence.add")}</LinkButton>
        </div>
      )}
    </Section>
  );
}

function EvidenceTable(props: Props) {
  const { t, here, rows, page } = props;
  const last = Math.max(1, Math.ceil(rows.length / PAGE));
  const current = Math.min(page, last);
  const groups = new Map<string, EvidenceRow[]>();
  for (const row of rows.slice((current - 1) * PAGE, current * PAGE)) {
    const key = criterionKey(row.methodId, row.criterion);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return (
    <>
      <ScrollTable caption={t("evidence.table")} stack variant="h-table--top h-table--evidence">
        <THead
          columns={[
            { label: t("evidence.colTitle") },
            { label: t("evidence.colLevel") },
            { label: t("evidence.colValid") },
            { label: t("evidence.colAdded") },
            { label: t("evidence.colActions"), hidden: true },
          ]}
        />
        {[...groups].map(([key, shown]) => (
          <TBody key={key}>
            <GroupHead {...props} first={shown[0]} />
            {shown.map((row) => (
              <EvidenceLine key={row.id} {...props} row={row} />
            ))}
          </TBody>
        ))}
      </ScrollTable>
      {last > 1 && (
        <Pager
          t={t}
          page={current}
          pageSize={PAGE}
          total={rows.length}
          href={(each) => `${here}?evidence=${each}#evidence`}
        />
      )}
    </>
  );
}

function GroupHead({
  t,
  here,
  today,
  rows,
  names,
  mayWrite,
  first,
}: Props & { readonly first: EvidenceRow | undefined }) {
  if (first === undefined) return null;
  const { methodId, criterion } = first;
  const group = rows.filter((row) => row.methodId === methodId && row.criterion === criterion);
  const text = criterionText(t, names, methodId, criterion);
  const query = `method=${encodeURIComponent(methodId)}&criterion=${encodeURIComponent(criterion)}`;
  return (
    <Row className="h-grouprow">
      <RowHead
        colSpan={5}
        sub={
          <>
            {confidenceText(t, evidenceConfidence(group, today))}
            {mayWrite && names.has(criterionKey(methodId, criterion)) && (
              <>
                {" "}
                <a
                  href={`${here}/evidence/new?${query}`}
                  aria-label={t("evidence.addFor", { criterion: text.criterion })}
                >
                  {t("evidence.add")}
                </a>
              </>
            )}
          </>
        }
      >
        {t("evidence.criterionOf", text)}
      </RowHead>
    </Row>
  );
}

/** How sure the evidence makes an answer, and that it was surer before something expired. */
export function confidenceText(t: Translator, confidence: EvidenceConfidence): string {
  const { level, levelBefore } = confidence;
  if (confidence.confidence === null || level === null) return t("evidence.confidenceNotYet");
  const sentences = [
    t("evidence.confidence", {
      confidence: t(`evidence.confidence_${confidence.confidence}`),
      level: t(`evidence.level_${level}`),
    }),
  ];
  if (confidence.lowered && levelBefore !== null)
    sentences.push(t("evidence.lowered", { count: confidence.expired, level: t(`evidence.level_${levelBefore}`) }));
  if (confidence.nextExpiry !== null)
    sentences.push(t("evidence.nextExpiry", { date: formatDate(confidence.nextExpiry, t.locale) }));
  return sentences.join(" ");
}

function EvidenceLine({ t, api, here, today, mayWrite, row }: Props & { readonly row: EvidenceRow }) {
  const added = formatDate(row.createdAt, t.locale);
  return (
    <Row className={row.withdrawn ? "is-withdrawn" : undefined}>
      <RowHead full>
        <EvidenceTitle t={t} api={api} row={row} />
      </RowHead>
      <Cell label={t("evidence.colLevel")}>{t(`evidence.level_${row.level}`)}</Cell>
      <Cell label={t("evidence.colValid")}>
        <Validity t={t} row={row} today={today} />
      </Cell>
      <Cell label={t("evidence.colAdded")}>
        {row.addedBy === null ? added : t("evidence.addedBy", { date: added, name: row.addedBy })}
        {row.withdrawnAt !== null && (
          <span className="h-cellsub h-pretext">{withdrawnText(t, row, row.withdrawnAt)}</span>
        )}
      </Cell>
      <Cell full>
        {mayWrite && !row.withdrawn && (
          <Confirm size="small" label={t("evidence.withdraw")} title={t("evidence.withdrawTitle")}>
            <p>{t("evidence.withdrawText")}</p>
            <form className="h-formgrid" method="post" action={`${api}/${row.id}/withdraw`}>
              <input type="hidden" name="back" value={`${here}#evidence`} />
              <TextArea
                id={`withdraw-${row.id}`}
                name="withdrawReason"
                label={t("evidence.withdrawReason")}
                required
                maxLength={1000}
                rows={2}
              />
              <div className="h-actions">
                <Button size="small">{t("evidence.withdraw")}</Button>
              </div>
            </form>
          </Confirm>
        )}
      </Cell>
    </Row>
  );
}

function withdrawnText(t: Translator, row: EvidenceRow, at: Date): string {
  const date = formatDate(at, t.locale);
  const reason = row.withdrawnReason ?? "";
  return row.withdrawnBy === null
    ? t("evidence.withdrawnOn", { date, reason })
    : t("evidence.withdrawnByName", { date, name: row.withdrawnBy, reason });
}
