import { SelectionFields, SelectionWords } from "@/components/assignment/frame";
import { Section } from "@/components/layout";
import { Button, RadioGroup, SelectField, TextField } from "@/components/ui";
import type { Method } from "@/lib/domain/method/types";
import type { ListQuery } from "@/lib/domain/service/list";
import { FORMATS } from "@/lib/features/assessment-sheet/schema";
import { tr, type Translator } from "@/lib/i18n";
import type { FilterNames } from "@/lib/i18n/service-words";

/** Which questions about which services, in which format: a GET form that answers with the file. */
export function ExportSection({
  t,
  base,
  api,
  list,
  selection,
  names,
  method,
  methods,
  services,
  beyond,
  maxRows,
  blocked,
}: {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  readonly api: string;
  readonly list: ListQuery;
  readonly selection: string;
  readonly names: FilterNames;
  readonly method: Method;
  readonly methods: readonly { readonly method: Method; readonly rows: number; readonly tooMany: boolean }[];
  readonly services: number;
  /** Services of the selection that the person does not assess. */
  readonly beyond: number;
  readonly maxRows: number;
  /** The selection is not understood: a wider file than asked for would mislead. */
  readonly blocked: boolean;
}) {
  const possible = methods.filter(({ tooMany }) => !tooMany);
  const chosen = possible.find((each) => each.method.ref === method.ref) ?? possible[0];
  return (
    <Section
      strong
      finding={t("assessmentSheet.exportFinding")}
      base={[
        t("assessmentSheet.exportBase", { services }),
        ...(beyond > 0 ? [t("assessmentSheet.exportBeyond", { count: beyond })] : []),
      ]}
      reading={<SelectionWords {...{ t, base, list, selection, names }} />}
    >
      <form method="get" action={`${api}/export`} className="h-formgrid">
        <SelectionFields selection={selection} />
        <SelectField
          id="method"
          name="method"
          label={t("assessmentSheet.method")}
          hint={possible.length < methods.length ? t("assessmentSheet.tooManyHint", { max: maxRows }) : undefined}
          defaultValue={chosen?.method.ref}
          options={methods.map((each) => ({
            value: each.method.ref,
            label: t(each.tooMany ? "assessmentSheet.methodTooMany" : "assessmentSheet.methodRows", {
              name: tr(each.method.name, t.locale),
              version: each.method.version,
              rows: each.rows,
            }),
            disabled: each.tooMany,
          }))}
        />
        <RadioGroup
          id="format"
          name="format"
          legend={t("assessmentSheet.format")}
          value="xlsx"
          options={FORMATS.map((format) => ({
            value: format,
            label: t(`assessmentSheet.format_${format}`),
            hint: t(`assessmentSheet.formatHint_${format}`),
          }))}
        />
        {services > 0 && chosen !== undefined && !blocked && (
          <div>
            <Button variant="primary">{t("assessmentSheet.download")}</Button>
          </div>
        )}
      </form>
    </Section>
  );
}

/** What to do with the table, and the form that brings it back. */
export function UploadSection({
  t,
  api,
  back,
  error,
}: {
  readonly t: Translator;
  readonly api: string;
  readonly back: string;
  readonly error: string | null;
}) {
  return (
    <>
      <Section finding={t("assessmentSheet.fillFinding")}>
        <div className="h-prose">
          <ul>
            <li>{t("assessmentSheet.fillAnswer")}</li>
            <li>{t("assessmentSheet.fillEmpty")}</li>
            <li>{t("assessmentSheet.fillColumns")}</li>
          </ul>
        </div>
      </Section>
      <Section finding={t("assessmentSheet.uploadFinding")} base={[t("assessmentSheet.uploadBase")]}>
        <form className="h-imp__form" method="post" action={api} encType="multipart/form-data">
          <input type="hidden" name="back" value={back} />
          <TextField
            id="file"
            name="file"
            className="h-filefield"
            label={t("assessmentSheet.file")}
            type="file"
            accept=".xlsx,.ods,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.oasis.opendocument.spreadsheet"
            required
            error={error}
          />
          <div className="h-actions h-mt">
            <Button variant="primary">{t("assessmentSheet.uploadDo")}</Button>
          </div>
        </form>
      </Section>
    </>
  );
}
