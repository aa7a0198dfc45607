import type { ReactNode } from "react";
import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Provenance } from "@/lib/domain/facts";
import type { CorrectionItem } from "@/lib/features/catalogue/data-details";
import type { Translator } from "@/lib/i18n";
import type { CorrectableField } from "./corrections";
import { isCorrectable } from "./corrections";
import { Origin } from "./parts";

export interface FactLine {
  readonly label: string;
  readonly value: ReactNode;
  /** Name of the field when it can be corrected. */
  readonly field?: CorrectableField;
  /** What the catalogue says, shown when the city says otherwise. */
  readonly stated?: string;
}

/** Each fact with its own source, date, confidence and evidence; a corrected one shows both sides. */
export function FactTable({
  t,
  name,
  lines,
  provenance,
  active,
  correctHref,
}: {
  readonly t: Translator;
  readonly name: string;
  readonly lines: readonly FactLine[];
  readonly provenance: Provenance;
  /** Corrections in force, by field. */
  readonly active: ReadonlyMap<string, CorrectionItem>;
  /** Where a field is corrected; null for those who may not, and for the city's own rows. */
  readonly correctHref: ((field: string) => string) | null;
}) {
  return (
    <ScrollTable caption={t("ui.tableOf", { name })} stack>
      <THead
        columns={[
          { label: t("catalogue.fact") },
          { label: t("catalogue.value") },
          { label: t("catalogue.source") },
          ...(correctHref === null ? [] : [{ label: t("catalogue.correct"), hidden: true }]),
        ]}
      />
      <TBody>
        {lines.map((line) => {
          const correction = line.field === undefined ? undefined : active.get(line.field);
          return (
            <Row key={line.label}>
              <RowHead>{line.label}</RowHead>
              <Cell label={t("catalogue.value")} full>
                {line.value}
                {correction !== undefined && (
                  <>
                    {" "}
                    <span className="h-tag">{t("catalogue.correctedTag")}</span>
                    <span className="h-cellsub">{t("catalogue.correctedFrom", { value: line.stated ?? "" })}</span>
                  </>
                )}
              </Cell>
              <Cell label={t("catalogue.source")} full>
                <Origin
                  t={t}
                  provenance={
                    correction === undefined
                      ? provenance
                      : {
                          source: correction.source,
                          asOf: correction.at.toISOString().slice(0, 10),
                          confidence: "high",
                          evidence: "city",
                        }
                  }
                />
              </Cell>
              {correctHref !== null && (
                <Cell>
                  {line.field !== undefined && isCorrectable(line.field) && (
                    <a href={correctHref(line.field)} aria-label={t("catalogue.correctField", { field: line.label })}>
                      {t("catalogue.correct")}
                    </a>
                  )}
                </Cell>
              )}
            </Row>
          );
        })}
      </TBody>
    </ScrollTable>
  );
}
