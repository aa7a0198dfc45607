import { Section } from "@/components/layout";
import { Cell, Empty, Pager, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { RunInfo } from "@/lib/features/import/data";
import { formatDateTime, formatNumber, MISSING } from "@/lib/format";
import type { Translator } from "@/lib/i18n";

/** All imports of the city: who, when, which file, what came of it. */
export function RunList({
  t,
  base,
  runs,
  total,
  page,
  pageSize,
  first = false,
}: {
  readonly t: Translator;
  /** `/c/<slug>/imports` */
  readonly base: string;
  readonly runs: readonly RunInfo[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  /** Nothing stands above it: the reader may look but not import. */
  readonly first?: boolean;
}) {
  const number = (value: number | undefined) => (value === undefined ? MISSING : formatNumber(value, t.locale));
  return (
    <Section
      id="runs"
      strong={first}
      kicker={t("import.listKicker")}
      finding={t("import.listFinding", { count: total })}
    >
      {runs.length === 0 ? (
        <Empty title={t("import.listEmpty")}>{t("import.listEmptyText")}</Empty>
      ) : (
        <>
          <ScrollTable caption={t("import.listKicker")} stack>
            <THead
              columns={[
                { label: t("import.colFile") },
                { label: t("import.colWhen") },
                { label: t("import.colWho") },
                { label: t("import.colState") },
                { label: t("import.colRows"), num: true },
                { label: t("import.created"), num: true },
                { label: t("import.updated"), num: true },
                { label: t("import.unchanged"), num: true },
                { label: t("import.rejected"), num: true },
              ]}
            />
            <TBody>
              {runs.map((run) => (
                <Row key={run.id}>
                  <RowHead className="h-imp__name">
                    <a href={`${base}/${run.id}`}>{run.fileName}</a>
                  </RowHead>
                  <Cell label={t("import.colWhen")} nowrap>
                    {formatDateTime(run.createdAt, t.locale)}
                  </Cell>
                  <Cell label={t("import.colWho")}>{run.createdBy ?? t("import.commandLine")}</Cell>
                  <Cell label={t("import.colState")}>{t(`import.state_${run.state}`)}</Cell>
                  <Cell label={t("import.colRows")} num>
                    {number(run.counts?.rows)}
                  </Cell>
                  <Cell label={t("import.created")} num>
                    {number(run.counts?.created)}
                  </Cell>
                  <Cell label={t("import.updated")} num>
                    {number(run.counts?.updated)}
                  </Cell>
                  <Cell label={t("import.unchanged")} num>
                    {number(run.counts?.unchanged)}
                  </Cell>
                  <Cell label={t("import.rejected")} num>
                    {number(run.counts?.rejected)}
                  </Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
          <Pager t={t} page={page} pageSize={pageSize} total={total} href={(to) => `${base}?page=${to}#runs`} />
        </>
      )}
    </Section>
  );
}
