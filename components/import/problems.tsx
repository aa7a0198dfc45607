import { Section } from "@/components/layout";
import { Cell, LinkButton, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Repair, Table } from "@/lib/files";
import type { RunProblem } from "@/lib/features/import/schema";
import { formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

/** What is not taken over, with place and reason, and the file to correct it in. */
export function ProblemsSection({
  t,
  problems,
  count,
  correctionHref,
}: {
  readonly t: Translator;
  readonly problems: readonly RunProblem[];
  readonly count: number;
  readonly correctionHref: string;
}) {
  return (
    <Section
      id="problems"
      kicker={t("import.problemsKicker")}
      finding={t("import.problemsFinding", { count })}
      base={[count === 0 ? t("import.problemsNone") : t("import.problemsBase")]}
    >
      {count > 0 && (
        <>
          <ScrollTable caption={t("import.problemsKicker")} stack>
            <THead
              columns={[
                { label: t("import.colRow"), num: true },
                { label: t("import.colColumn") },
                { label: t("import.colValue") },
                { label: t("import.colReason") },
                { label: t("import.colConsequence") },
              ]}
            />
            <TBody>
              {problems.map((problem, i) => (
                <Row key={i}>
                  <RowHead num>{problem.row}</RowHead>
                  <Cell label={t("import.colColumn")}>{problem.header ?? problem.column ?? t("import.rowOnly")}</Cell>
                  <Cell className="h-map__eg" label={t("import.colValue")} full>
                    {shorten(problem.value)}
                  </Cell>
                  <Cell label={t("import.colReason")} full>
                    {tr(problem.text, t.locale)}
                  </Cell>
                  <Cell label={t("import.colConsequence")}>
                    {t(problem.severity === "rejected" ? "import.rowRejected" : "import.valueLeftOut")}
                  </Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
          <div className="h-actions h-mt">
            <LinkButton href={correctionHref}>{t("import.correction")}</LinkButton>
            {problems.length < count && (
              <span className="h-meta">
                {t("import.listedOf", {
                  shown: formatNumber(problems.length, t.locale),
                  total: formatNumber(count, t.locale),
                })}
              </span>
            )}
          </div>
        </>
      )}
    </Section>
  );
}

/** What the reader of the file put right: counted by kind, and one by one. */
export function RepairsSection({
  t,
  repairs,
  counts,
}: {
  readonly t: Translator;
  readonly repairs: readonly Repair[];
  readonly counts: Table["repairCounts"];
}) {
  const kinds = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  return (
    <Section
      id="repairs"
      kicker={t("import.repairsKicker")}
      finding={t("import.repairsFinding", { count: total })}
      base={[total === 0 ? t("import.repairsNone") : t("import.repairsBase")]}
    >
      {total > 0 && (
        <ScrollTable caption={t("import.repairsKicker")} dense>
          <THead columns={[{ label: t("import.colKind") }, { label: t("import.colCount"), num: true }]} />
          <TBody>
            {kinds.map(([kind, count]) => (
              <Row key={kind}>
                <RowHead>{t.dynamic(`import.repair_${kind}`)}</RowHead>
                <Cell num>{formatNumber(count, t.locale)}</Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
      {repairs.length > 0 && (
        <details className="h-imp__fold">
          <summary className="h-h3">{t("common.details")}</summary>
          <ScrollTable caption={t("import.repairsKicker")} dense stack>
            <THead
              columns={[
                { label: t("import.colRow"), num: true },
                { label: t("import.colColumn"), num: true },
                { label: t("import.colKind") },
                { label: t("import.colBefore") },
                { label: t("import.colAfter") },
              ]}
            />
            <TBody>
              {repairs.map((repair, i) => (
                <Row key={i}>
                  <RowHead num>{repair.row}</RowHead>
                  <Cell num label={t("import.colColumn")}>
                    {repair.column ?? t("import.rowOnly")}
                  </Cell>
                  <Cell label={t("import.colKind")}>{t.dynamic(`import.repair_${repair.kind}`)}</Cell>
                  <Cell className="h-map__eg" label={t("import.colBefore")} full>
                    {shorten(repair.before)}
                  </Cell>
                  <Cell className="h-map__eg" label={t("import.colAfter")} full>
                    {shorten(repair.after)}
                  </Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
          {repairs.length < total && (
            <p className="h-meta">
              {t("import.listedOf", {
                shown: formatNumber(repairs.length, t.locale),
                total: formatNumber(total, t.locale),
              })}
            </p>
          )}
        </details>
      )}
    </Section>
  );
}

const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 99).trimEnd()}…` : text);
