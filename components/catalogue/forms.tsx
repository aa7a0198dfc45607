import type { ReactNode } from "react";
import { ListHead } from "@/components/layout";
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  LinkButton,
  Note,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from "@/components/ui";
import { SOURCE_MODELS } from "@/lib/domain/facts";
import { formatNumber } from "@/lib/format";
import { formatCountry } from "@/lib/format/country";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";
import { FIELD_LABELS, type CorrectableField } from "./corrections";

interface Shared {
  readonly t: Translator;
  readonly form: FormState;
  readonly action: string;
  /** Path of this form's page. */
  readonly back: string;
  readonly cancelHref: string;
  /** Offered while typing a name. */
  readonly organisationNames: readonly string[];
}

/** All ISO countries would be noise; the catalogue's are those it knows laws of. */
export const countryOptions = (t: Translator, codes: readonly string[]) => [
  { value: "", label: t("catalogue.countryOther") },
  ...codes
    .map((value) => ({ value, label: formatCountry(value, t.locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale)),
];

function FormFrame({
  t,
  form,
  action,
  back,
  cancelHref,
  organisationNames,
  title,
  lead,
  children,
}: Shared & { readonly title: string; readonly lead: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <ListHead title={title} sub={lead} />
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      <form className="h-form h-catform" method="post" action={action}>
        <input type="hidden" name="back" value={back} />
        {children}
        <datalist id="organisation-names">
          {organisationNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Actions>
          <Button variant="primary">{t("common.save")}</Button>
          <LinkButton variant="quiet" href={cancelHref}>
            {t("common.cancel")}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}

/** One line of the form, with what was typed before a refusal. */
const line = (form: FormState, name: string, start: string | number | null = null) => ({
  id: name,
  name,
  defaultValue: form.value(name, start),
  error: form.error(name),
});

function OwnerFields({
  t,
  form,
  start,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly start: { readonly knowledge: string | null; readonly owner: string | null; readonly share: number | null };
}) {
  return (
    <>
      <RadioGroup
        id="knowledge"
        name="knowledge"
        legend={t("catalogue.knowledge")}
        error={form.error("knowledge")}
        value={form.value("knowledge", start.knowledge) || null}
        required
        options={[
          { value: "listed", label: t("catalogue.knowledge_listed") },
          { value: "none", label: t("catalogue.knowledge_none"), hint: t("catalogue.knowledge_noneHint") },
          { value: "unknown", label: t("catalogue.knowledge_unknown") },
        ]}
      />
      <TextField
        {...line(form, "owner", start.owner)}
        label={t("catalogue.owner")}
        hint={t("catalogue.ownerHint")}
        list="organisation-names"
        autoComplete="off"
        maxLength={300}
      />
      <TextField
        {...line(form, "share", start.share === null ? null : formatNumber(start.share, t.locale, { digits: 2 }))}
        label={`${t("catalogue.share")} (%)`}
        hint={t("catalogue.shareHint")}
        inputMode="decimal"
        optional={t("common.optional")}
      />
    </>
  );
}

/** The form that corrects one field of a catalogue row. */
export function CorrectionForm({
  field,
  subjectId,
  subjectName,
  stated,
  now,
  conflict,
  replaces,
  countries,
  ...shared
}: Shared & {
  readonly field: CorrectableField;
  readonly subjectId: string;
  readonly subjectName: string;
  /** What the catalogue says. */
  readonly stated: string;
  /** The city's correction in force. */
  readonly now: string | null;
  readonly conflict: boolean;
  readonly replaces: string | null;
  readonly countries: readonly string[];
}) {
  const { t, form } = shared;
  const label = t(FIELD_LABELS[field]);
  return (
    <FormFrame
      {...shared}
      title={t("catalogue.correctTitle", { name: subjectName, field: label })}
      lead={t("catalogue.correctLead", { value: stated })}
    >
      {now !== null && (
        <Note tone={conflict ? "warning" : "neutral"}>
          {t(conflict ? "catalogue.conflictNow" : "catalogue.correctNow", { value: now })}
        </Note>
      )}
      <input type="hidden" name="field" value={field} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <input type="hidden" name="replaces" value={replaces ?? ""} />
      <CorrectedValue t={t} form={form} field={field} label={label} countries={countries} />
      <TextArea
        {...line(form, "reason")}
        label={t("catalogue.reason")}
        hint={t("catalogue.reasonHint")}
        rows={3}
        required
        maxLength={1000}
      />
      <TextField
        {...line(form, "source")}
        label={t("catalogue.source")}
        hint={t("catalogue.sourceHint")}
        optional={t("common.optional")}
        maxLength={500}
      />
    </FormFrame>
  );
}

function CorrectedValue({
  t,
  form,
  field,
  label,
  countries,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly field: CorrectableField;
  readonly label: string;
  readonly countries: readonly string[];
}) {
  const value = line(form, "value");
  switch (field) {
    case "country":
      return (
        <SelectField
          {...value}
          label={label}
          hint={t("catalogue.countryHint")}
          options={countryOptions(t, countries)}
        />
      );
    case "publicSector":
      return (
        <RadioGroup
          id="value"
          name="value"
          legend={label}
          error={value.error}
          value={value.defaultValue || null}
          required
          options={[
            { value: "yes", label: t("common.yes") },
            { value: "no", label: t("common.no") },
          ]}
        />
      );
    case "owner":
      return <OwnerFields t={t} form={form} start={{ knowledge: null, owner: null, share: null }} />;
    case "licence":
      return (
        <TextField {...value} label={label} hint={t("catalogue.licenceHint")} spellCheck={false} maxLength={500} />
      );
    case "sourceModel":
      return (
        <RadioGroup
          id="value"
          name="value"
          legend={label}
          error={value.error}
          value={value.defaultValue || null}
          required
          options={SOURCE_MODELS.map((model) => ({ value: model, label: t(`catalogue.model_${model}`) }))}
        />
      );
    case "makerId":
      return (
        <TextField
          {...value}
          label={label}
          hint={t("catalogue.makerHint")}
          list="organisation-names"
          autoComplete="off"
          maxLength={300}
        />
      );
  }
}

export interface OwnOrganisationStart {
  readonly name: string;
  readonly country: string | null;
  readonly publicSector: boolean;
  readonly knowledge: string;
  readonly owner: string | null;
  readonly share: number | null;
  readonly source: string | null;
  readonly version: number;
}

/** A city's own organisation: new, or as stored. */
export function OwnOrganisationForm({
  start,
  countries,
  ...shared
}: Shared & { readonly start: OwnOrganisationStart | null; readonly countries: readonly string[] }) {
  const { t, form } = shared;
  return (
    <FormFrame
      {...shared}
      title={start === null ? t("catalogue.newOrganisation") : t("catalogue.editTitle", { name: start.name })}
      lead={t("catalogue.newLead")}
    >
      {start !== null && <input type="hidden" name="version" value={start.version} />}
      <TextField {...line(form, "name", start?.name ?? null)} label={t("catalogue.name")} required maxLength={200} />
      <SelectField
        {...line(form, "country", start?.country ?? null)}
        label={t("catalogue.seat")}
        hint={t("catalogue.countryHint")}
        options={countryOptions(t, countries)}
      />
      <Checkbox
        id="publicSector"
        name="publicSector"
        label={t("catalogue.publicSectorLabel")}
        defaultChecked={form.draft === null ? start?.publicSector === true : form.value("publicSector") !== ""}
      />
      <OwnerFields
        t={t}
        form={form}
        start={{ knowledge: start?.knowledge ?? null, owner: start?.owner ?? null, share: start?.share ?? null }}
      />
      <TextField
        {...line(form, "source", start?.source ?? null)}
        label={t("catalogue.source")}
        hint={t("catalogue.sourceHint")}
        optional={t("common.optional")}
        maxLength={500}
      />
    </FormFrame>
  );
}

export interface OwnProductStart {
  readonly name: string;
  readonly maker: string | null;
  readonly licence: string | null;
  readonly sourceModel: string | null;
  readonly category: string | null;
  readonly source: string | null;
  readonly version: number;
}

/** A city's own product: new, or as stored. */
export function OwnProductForm({
  start,
  categories,
  ...shared
}: Shared & { readonly start: OwnProductStart | null; readonly categories: readonly string[] }) {
  const { t, form } = shared;
  const named = categories
    .map((value) => ({ value, label: t.dynamic(`category.${value}`) }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));
  return (
    <FormFrame
      {...shared}
      title={start === null ? t("catalogue.newProduct") : t("catalogue.editTitle", { name: start.name })}
      lead={t("catalogue.newLead")}
    >
      {start !== null && <input type="hidden" name="version" value={start.version} />}
      <TextField {...line(form, "name", start?.name ?? null)} label={t("catalogue.name")} required maxLength={200} />
      <TextField
        {...line(form, "maker", start?.maker ?? null)}
        label={t("catalogue.maker")}
        hint={t("catalogue.makerHint")}
        list="organisation-names"
        autoComplete="off"
        maxLength={300}
      />
      <TextField
        {...line(form, "licence", start?.licence ?? null)}
        label={t("catalogue.licence")}
        hint={t("catalogue.licenceHint")}
        spellCheck={false}
        maxLength={500}
      />
      <SelectField
        {...line(form, "sourceModel", start?.sourceModel ?? null)}
        label={t("catalogue.sourceModel")}
        options={[
          { value: "", label: t("catalogue.modelUnknown") },
          ...SOURCE_MODELS.map((model) => ({ value: model, label: t(`catalogue.model_${model}`) })),
        ]}
      />
      <SelectField
        {...line(form, "category", start?.category ?? null)}
        label={t("catalogue.category")}
        options={[{ value: "", label: t("common.unknown") }, ...named]}
      />
      <TextField
        {...line(form, "source", start?.source ?? null)}
        label={t("catalogue.source")}
        hint={t("catalogue.sourceHint")}
        optional={t("common.optional")}
        maxLength={500}
      />
    </FormFrame>
  );
}
