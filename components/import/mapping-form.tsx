import { Section } from "@/components/layout";
import { Button, Cell, LinkButton, Note, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { MappingColumn } from "@/lib/features/import/data";
import { IMPORT_FIELDS } from "@/lib/features/import/schema";
import { formatPercent, MISSING } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { fieldText } from "./value-text";

/** Which column is what: each with examples, the suggestion and its reason, and a choice. */
export function MappingForm({
  t,
  api,
  back,
  columns,
  rows,
  readAs,
  notes,
  editable,
  cancelHref,
}: {
  readonly t: Translator;
  /** Address the form posts to. */
  readonly api: string;
  readonly back: string;
  readonly columns: readonly MappingColumn[];
  readonly rows: number;
  /** Format, encoding, delimiter in words. */
  readonly readAs: string;
  /** What the reader of the file has to say about all of it. */
  readonly notes: readonly string[];
  readonly editable: boolean;
  readonly cancelHref: string | null;
}) {
  const remembered = columns.some((column) => column.origin === "remembered");
  return (
    <Section
      strong
      kicker={t("import.mappingKicker")}
      finding={t("import.mappingFinding")}
      base={[
        t("import.mappingReadAs", { format: readAs }),
        ...(remembered ? [t("import.mappingRemembered")] : []),
        t("import.rolesNote"),
      ]}
    >
      {notes.map((note, i) => (
        <Note key={i} tone="warning">
          {note}
        </Note>
      ))}
      <form className="h-imp__form" method="post" action={api}>
        <input type="hidden" name="back" value={back} />
        <ScrollTable caption={t("import.mappingFinding")} stack variant="h-map">
          <THead
            columns={[
              { label: t("import.colHeading") },
              { label: t("import.colSamples") },
              { label: t("import.colField") },
              { label: t("import.colWhy") },
            ]}
          />
          <TBody>
            {columns.map((column) => (
              <Row
                key={column.column}
                className={column.field === null && column.filled > 0 ? "h-map__todo" : undefined}
              >
                <RowHead
                  sub={
                    column.filled === 0
                      ? t("import.columnEmpty")
                      : t("import.columnFilled", { filled: column.filled, rows })
                  }
                >
                  {column.header}
                </RowHead>
                <Cell className="h-map__eg" label={t("import.colSamples")} full>
                  {column.samples.length === 0 ? MISSING : column.samples.map(shorten).join(" · ")}
                </Cell>
                <Cell label={t("import.colField")}>
                  <div className="h-field">
                    <select
                      name={`columns.${column.column}`}
                      id={`column-${column.column}`}
                      aria-label={t("import.mappingFor", { header: column.header })}
                      defaultValue={column.field ?? ""}
                      disabled={!editable}
                    >
                      <option value="">{t("import.notImported")}</option>
                      {IMPORT_FIELDS.map((field) => (
                        <option key={field} value={field}>
                          {fieldText(field, t)}
                        </option>
                      ))}
                    </select>
                  </div>
                </Cell>
                <Cell label={t("import.colWhy")} className="h-map__eg" full>
                  {column.confidence > 0 && `${formatPercent(column.confidence, t.locale)}: `}
                  {column.reason === null ? t("import.licenceNote") : tr(column.reason, t.locale)}
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
        <div className="h-actions h-mt">
          {editable ? (
            <Button variant="primary" size="large">
              {t("import.mappingSubmit")}
            </Button>
          ) : (
            <p className="h-meta">{t("import.mayNot")}</p>
          )}
          {cancelHref !== null && (
            <LinkButton href={cancelHref} size="large">
              {t("common.cancel")}
            </LinkButton>
          )}
        </div>
      </form>
    </Section>
  );
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);
