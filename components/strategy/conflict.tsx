import { Cell, Note, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Translator } from "@/lib/i18n";

/** What somebody else saved while this form was open, beside what was typed. */
export function Conflict({
  t,
  rows,
}: {
  readonly t: Translator;
  readonly rows: readonly { readonly label: string; readonly theirs: string; readonly yours: string }[];
}) {
  return (
    <Note tone="warning" live="alert" title={t("errors.conflictTitle")}>
      {t("strategy.conflictText")}
      <ScrollTable caption={t("strategy.conflictTheirs")} dense variant="h-conflict">
        <THead
          columns={[
            { id: "field", label: "" },
            { id: "yours", label: t("errors.conflictYours") },
            { id: "theirs", label: t("errors.conflictTheirs") },
          ]}
        />
        <TBody>
          {rows.map(({ label, theirs, yours }) => (
            <Row key={label} className={theirs === yours ? undefined : "is-changed"}>
              <RowHead>{label}</RowHead>
              <Cell>{yours || "–"}</Cell>
              <Cell>{theirs || "–"}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </Note>
  );
}
