import { Section } from "@/components/layout";
import { Button, Cell, Row, RowHead, ScrollTable, TBody, TextField, THead } from "@/components/ui";
import type { Translator } from "@/lib/i18n";

const RECOGNISED = [
  "name",
  "department",
  "product",
  "maker",
  "supplier",
  "operator",
  "protectionNeed",
  "contractEnd",
  "costPerYear",
] as const;

/** The upload form, what follows, and which columns are recognised. A native file field: no script needed. */
export function UploadSection({
  t,
  api,
  back,
  error,
}: {
  readonly t: Translator;
  /** `/api/v1/cities/<slug>/imports` */
  readonly api: string;
  readonly back: string;
  readonly error: string | null;
}) {
  return (
    <Section
      strong
      kicker={t("import.uploadKicker")}
      finding={t("import.uploadFinding")}
      base={[t("import.uploadBase"), t("import.uploadBase2")]}
    >
      <div className="h-duo h-duo--import">
        <div>
          <form className="h-imp__form" method="post" action={api} encType="multipart/form-data">
            <input type="hidden" name="back" value={back} />
            <TextField
              id="file"
              name="file"
              className="h-filefield"
              label={t("import.file")}
              type="file"
              accept=".csv,.txt,.tsv,.xlsx,.ods,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.oasis.opendocument.spreadsheet"
              required
              error={error}
            />
            <div className="h-actions h-mt">
              <Button variant="primary" size="large">
                {t("import.uploadSubmit")}
              </Button>
            </div>
          </form>
          <ol className="h-next h-next--s">
            <li>{t("import.step1")}</li>
            <li>{t("import.step2")}</li>
            <li>{t("import.step3")}</li>
          </ol>
          <p className="h-meta">
            <a href={`${api}/example`}>{t("import.exampleLink")}</a> {t("import.exampleNote")}
          </p>
        </div>
        <div>
          <h3 className="h-h3 h-mb">{t("import.columnsTitle")}</h3>
          <ScrollTable caption={t("import.columnsTitle")} dense>
            <THead
              columns={[
                { label: t("import.columnsHead") },
                { label: t("import.columnsBecomes") },
                { label: t("import.columnsNeeded") },
              ]}
            />
            <TBody>
              {RECOGNISED.map((field) => (
                <Row key={field}>
                  <RowHead>{t(`import.columns_${field}`)}</RowHead>
                  <Cell>{t(`import.becomes_${field}`)}</Cell>
                  <Cell>{field === "name" ? t("common.yes") : ""}</Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
        </div>
      </div>
    </Section>
  );
}
