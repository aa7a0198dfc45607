import { Section } from "@/components/layout";
import { Cell, LinkButton, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { COLUMN_NAMES, type RejectedRow } from "@/lib/domain/assessing-sheet";
import type { Translator } from "@/lib/i18n";

const SHOWN = 50;

/** Rows that are not taken over, each with place, value and reason; all of them in the correction file. */
export function RejectedSection({
  t,
  sheet,
  rejected,
  correctionHref,
}: {
  readonly t: Translator;
  /** Name of the sheet in a workbook; null for CSV. */
  readonly sheet: string | null;
  readonly rejected: readonly (RejectedRow & { readonly text: string })[];
  readonly correctionHref: string;
}) {
  if (rejected.length === 0) return null;
  const shown = rejected.slice(0, SHOWN);
  return (
    <Section
      id="rejected"
      finding={t("assessmentSheet.rejectedFinding", { count: rejected.length })}
      base={[t("assessmentSheet.rejectedBase")]}
    >
      <ScrollTable
        caption={t("assessmentSheet.rejectedTable", { shown: shown.length, total: rejected.length })}
        dense
        stack
      >
        <THead
          columns={[
            { label: t("assessmentSheet.colRow"), num: true },
            ...(sheet === null ? [] : [{ label: t("assessmentSheet.colSheet") }]),
            { label: t("assessmentSheet.colColumn") },
            { label: t("assessmentSheet.colValue") },
            { label: t("assessmentSheet.colReason") },
          ]}
        />
        <TBody>
          {shown.map((row) => (
            <Row key={row.line}>
              <RowHead num>{row.line}</RowHead>
              {sheet !== null && <Cell label={t("assessmentSheet.colSheet")}>{sheet}</Cell>}
              <Cell label={t("assessmentSheet.colColumn")}>
                {row.column === null ? t("assessmentSheet.wholeRow") : COLUMN_NAMES[row.column][t.locale]}
              </Cell>
              <Cell className="h-map__eg" label={t("assessmentSheet.colValue")} full>
                {row.value.length > 100 ? `${row.value.slice(0, 99)}…` : row.value}
              </Cell>
              <Cell label={t("assessmentSheet.colReason")} full>
                {row.text}
              </Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
      <div className="h-actions h-mt">
        <LinkButton href={correctionHref}>{t("assessmentSheet.correction")}</LinkButton>
      </div>
      <p className="h-meta">{t("assessmentSheet.correctionNote")}</p>
    </Section>
  );
}
