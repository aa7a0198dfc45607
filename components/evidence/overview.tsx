import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { daysUntil } from "@/lib/domain/acceptance";
import { standingOn } from "@/lib/domain/evidence";
import type { EvidenceOverviewRow, EvidenceState } from "@/lib/features/evidence/schema";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { criterionText, EvidenceTitle, type CriterionNames } from "./parts";

/** Evidence of the city, what ends first at the top. */
export function EvidenceOverviewTable({
  t,
  base,
  api,
  state,
  today,
  rows,
  names,
}: {
  readonly t: Translator;
  /** `/c/<slug>` */
  readonly base: string;
  readonly api: string;
  readonly state: EvidenceState;
  readonly today: string;
  readonly rows: readonly EvidenceOverviewRow[];
  readonly names: CriterionNames;
}) {
  return (
    <ScrollTable
      caption={t("evidence.caption", { state: t(`evidence.state_${state}`) })}
      stack
      variant="h-table--top h-table--evidence-all"
    >
      <THead
        columns={[
          { label: t("evidence.colService") },
          { label: t("evidence.colCriterion") },
          { label: t("evidence.colTitle") },
          { label: t("evidence.colLevel") },
          { label: t("evidence.colExpires") },
          { label: t("evidence.colStanding") },
        ]}
      />
      <TBody>
        {rows.map((row) => {
          const text = criterionText(t, names, row.methodId, row.criterion);
          const standing = standingOn(row, today);
          const days = row.expiresOn === null ? null : daysUntil(row.expiresOn, today);
          return (
            <Row key={row.id}>
              <RowHead sub={row.departmentName}>
                <a href={`${base}/services/${row.serviceId}#evidence`}>{row.serviceName}</a>
              </RowHead>
              <Cell label={t("evidence.colCriterion")} full>
                {text.criterion}
                <span className="h-cellsub">{text.method}</span>
              </Cell>
              <Cell label={t("evidence.colTitle")} full>
                <EvidenceTitle t={t} api={api} row={row} />
              </Cell>
              <Cell label={t("evidence.colLevel")}>{t(`evidence.level_${row.level}`)}</Cell>
              <Cell label={t("evidence.colExpires")}>
                {row.expiresOn === null ? t("evidence.noEnd") : formatDate(row.expiresOn, t.locale)}
              </Cell>
              <Cell label={t("evidence.colStanding")} strong={standing !== "valid"}>
                {t(`evidence.standing_${standing}`)}
                {days !== null && (standing === "expired" || standing === "expires-soon") && (
                  <span className="h-cellsub">
                    {days < 0 ? t("evidence.daysOver", { days: -days }) : t("evidence.daysLeft", { days })}
                  </span>
                )}
              </Cell>
            </Row>
          );
        })}
      </TBody>
    </ScrollTable>
  );
}
