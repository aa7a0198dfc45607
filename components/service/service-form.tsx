import type { ReactNode } from "react";
import { Button, Checkbox, ErrorSummary, SelectField, TextArea, TextField, type SelectOption } from "@/components/ui";
import { DATA_ACCESS, OPERATING_MODELS, ORGANISATION_ROLES, PROTECTION_NEEDS } from "@/lib/domain/facts";
import { CONTROL_HOLDERS } from "@/lib/domain/service/types";
import { CURRENT_LIFECYCLES } from "@/lib/domain/strategy/filter";
import type { Locale, Translator } from "@/lib/i18n";
import { placeName, word } from "@/lib/i18n/service-words";
import type { ServiceValues } from "@/lib/features/service/data";
import type { FormState } from "@/lib/server/form";
import { formRows, type FormRow } from "./form-rows";

export interface FormChoices {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  /** May a service belong to no department? */
  readonly none: boolean;
  readonly products: readonly string[];
  readonly organisations: readonly string[];
}

const YES_NO = ["yes", "no", "unknown"] as const;

/** One form to create and to change a service. What was typed before a refusal is drawn again, with what is wrong. */
export function ServiceForm({
  t,
  action,
  back,
  cancelHref,
  form,
  start,
  version,
  choices,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly back: string;
  readonly cancelHref: string;
  readonly form: FormState;
  /** As stored; null for a new service. */
  readonly start: ServiceValues | null;
  readonly version: number | null;
  readonly choices: FormChoices;
}) {
  const typed = form.draft?.values;
  const label = (name: string) => t.dynamic(`serviceForm.${name}`);
  const begin = (name: keyof ServiceValues): string | number | null => {
    const value = start?.[name];
    return typeof value === "string" || typeof value === "number" ? value : null;
  };
  const line = (
    name: keyof ServiceValues,
    more: {
      readonly max?: number;
      readonly hint?: string;
      readonly type?: string;
      readonly start?: string;
      readonly required?: boolean;
      readonly inputMode?: "numeric" | "decimal";
      readonly list?: string;
    } = {},
  ) => (
    <TextField
      id={name}
      name={name}
      label={label(name)}
      optional={more.required === true ? undefined : t("common.optional")}
      hint={more.hint}
      type={more.type ?? "text"}
      inputMode={more.inputMode}
      list={more.list}
      maxLength={more.max}
      required={more.required}
      defaultValue={form.value(name, more.start ?? begin(name))}
      error={form.error(name)}
    />
  );
  const select = (name: keyof ServiceValues, list: string, values: readonly string[]) => (
    <SelectField
      id={name}
      name={name}
      label={label(name)}
      defaultValue={form.value(name, begin(name))}
      error={form.error(name)}
      options={[
        { value: "", label: t("serviceForm.notStated") },
        ...values.map((value) => ({ value, label: word(t, list, value) })),
      ]}
    />
  );
  const departments: SelectOption[] = [
    ...(choices.none ? [{ value: "", label: t("serviceForm.noDepartment") }] : []),
    ...choices.departments.map((each) => ({ value: each.id, label: each.name })),
  ];
  const products = formRows(typed?.["products"], start?.products ?? []);
  const roles = formRows(
    typed?.["roles"],
    (start?.roles ?? []).map((role) => ({
      ...role,
      location: role.location === null ? null : placeName(t, role.location),
    })),
  );
  return (
    <>
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      <form className="h-form h-sform" method="post" action={action}>
        <input type="hidden" name="back" value={back} />
        {version !== null && <input type="hidden" name="version" value={version} />}
        {start !== null && <input type="hidden" name="base" value={form.value("base", JSON.stringify(start))} />}
        <Names id="product-names" names={choices.products} />
        <Names id="organisation-names" names={choices.organisations} />
        <Names id="place-names" names={["EU", t("words.location_EEA"), ...PLACES.map((code) => placeName(t, code))]} />

        <Group legend={t("serviceForm.sectionBasics")}>
          {line("name", { max: 300, required: true })}
          {line("shortName", { max: 300 })}
          <SelectField
            id="departmentId"
            name="departmentId"
            label={label("departmentId")}
            defaultValue={form.value("departmentId", begin("departmentId"))}
            error={form.error("departmentId")}
            options={departments}
          />
          {line("responsible", { max: 300 })}
          {start?.lifecycle === "retired" ? null : (
            <SelectField
              id="lifecycle"
              name="lifecycle"
              label={label("lifecycle")}
              defaultValue={form.value("lifecycle", begin("lifecycle") ?? "active")}
              error={form.error("lifecycle")}
              options={CURRENT_LIFECYCLES.map((value) => ({ value, label: word(t, "lifecycle", value) }))}
            />
          )}
          {line("externalId", { max: 200 })}
          <TextArea
            id="purpose"
            name="purpose"
            className="h-full"
            label={label("purpose")}
            optional={t("common.optional")}
            defaultValue={form.value("purpose", begin("purpose"))}
            error={form.error("purpose")}
            maxLength={20_000}
            rows={3}
          />
          <Checkbox
            id="ownDevelopment"
            name="ownDevelopment"
            label={label("ownDevelopment")}
            defaultChecked={typed === undefined ? start?.ownDevelopment === true : isOn(typed["ownDevelopment"])}
          />
          {select("codePublished", "yesNo", YES_NO)}
        </Group>

        <Group legend={t("serviceForm.sectionProducts")} hint={t("serviceForm.productsHint")} wide>
          {products.map((row, i) => (
            <NamedRow
              key={i}
              t={t}
              kind="products"
              index={i}
              row={row}
              form={form}
              label={t("serviceForm.product", { n: i + 1 })}
              list="product-names"
            />
          ))}
        </Group>

        <Group legend={t("serviceForm.sectionRoles")} hint={t("serviceForm.rolesHint")} wide>
          {roles.map((row, i) => (
            <RoleRow key={i} t={t} index={i} row={row} form={form} />
          ))}
        </Group>

        <Group legend={t("serviceForm.sectionNeed")} hint={t("serviceForm.needHint")}>
          {select("confidentiality", "need", PROTECTION_NEEDS)}
          {select("integrity", "need", PROTECTION_NEEDS)}
          {select("availability", "need", PROTECTION_NEEDS)}
        </Group>

        <Group legend={t("serviceForm.sectionControl")}>
          {select("controlData", "holder", CONTROL_HOLDERS)}
          {select("controlOperation", "holder", CONTROL_HOLDERS)}
          {select("controlKeys", "holder", CONTROL_HOLDERS)}
          {select("controlAccess", "holder", CONTROL_HOLDERS)}
        </Group>

        <Group legend={t("serviceForm.sectionContract")}>
          {line("contractStart", { type: "date" })}
          {line("contractEnd", { type: "date" })}
          {line("noticeMonths", { inputMode: "numeric", max: 3 })}
          {line("costPerYear", { inputMode: "decimal", max: 20, start: amount(start?.costPerYear ?? null, t.locale) })}
          {select("exitClause", "yesNo", YES_NO)}
          {select("dataReturnClause", "yesNo", YES_NO)}
          {select("securityUpdates", "yesNo", YES_NO)}
        </Group>

        <Group legend={t("serviceForm.sectionOperation")}>
          {select("operatingModel", "operation", OPERATING_MODELS)}
          {line("dataLocation", {
            max: 200,
            hint: t("serviceForm.dataLocationHint"),
            list: "place-names",
            start: start?.dataLocation ? placeName(t, start.dataLocation) : "",
          })}
          {line("users", { inputMode: "numeric", max: 9 })}
          {select("skills", "yesNo", ["yes", "partly", "no", "unknown"])}
        </Group>

        {start !== null && (
          <Group legend={t("serviceForm.sectionWhy")}>
            <TextField
              id="reason"
              name="reason"
              className="h-full"
              label={t("serviceForm.reason")}
              optional={t("common.optional")}
              hint={t("serviceForm.reasonHint")}
              maxLength={1000}
              defaultValue={form.value("reason")}
              error={form.error("reason")}
            />
          </Group>
        )}
        <div className="h-submit">
          <Button variant="primary">{t(start === null ? "serviceForm.submitNew" : "serviceForm.submit")}</Button>
          <a className="h-btn" href={cancelHref}>
            {t("common.cancel")}
          </a>
        </div>
      </form>
    </>
  );
}

/** Places offered while typing; any other country is understood as well. */
const PLACES = [
  "DE",
  "AT",
  "BE",
  "CH",
  "CZ",
  "DK",
  "ES",
  "FI",
  "FR",
  "GB",
  "IE",
  "IN",
  "IT",
  "LU",
  "NL",
  "NO",
  "PL",
  "SE",
  "US",
];

/** An amount as it is typed: without separators, which the two languages read differently. */
const amount = (euros: number | null, locale: Locale): string =>
  euros === null ? "" : String(euros).replace(".", locale === "de" ? "," : ".");

const isOn = (value: unknown): boolean => value === "on" || value === "true" || value === true || value === "1";

function Names({ id, names }: { readonly id: string; readonly names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name, i) => (
        <option key={i} value={name} />
      ))}
    </datalist>
  );
}

function Group({
  legend,
  hint,
  wide = false,
  children,
}: {
  readonly legend: string;
  readonly hint?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="h-fieldset h-sform__g">
      <legend>{legend}</legend>
      {hint !== undefined && <p className="h-meta h-mb">{hint}</p>}
      <div className={wide ? "h-sform__rows" : "h-formgrid h-formgrid--2"}>{children}</div>
    </fieldset>
  );
}

interface RowProps {
  readonly t: Translator;
  readonly index: number;
  readonly row: FormRow;
  readonly form: FormState;
}

function NamedRow({
  t,
  kind,
  index,
  row,
  form,
  label,
  list,
}: RowProps & { readonly kind: "products" | "roles"; readonly label: string; readonly list: string }) {
  const path = `${kind}.${index}`;
  return (
    <div className="h-sform__row">
      <NameFields t={t} path={path} row={row} form={form} label={label} list={list} />
    </div>
  );
}

function NameFields({
  t,
  path,
  row,
  form,
  label,
  list,
}: Omit<RowProps, "index"> & { readonly path: string; readonly label: string; readonly list: string }) {
  return (
    <>
      {row.id !== "" && <input type="hidden" name={`${path}.id`} value={row.id} />}
      <TextField
        id={`${path}.name`}
        name={`${path}.name`}
        label={label}
        list={list}
        maxLength={300}
        autoComplete="off"
        defaultValue={row.name}
        error={form.error(`${path}.name`)}
      />
      <Checkbox id={`${path}.asNew`} name={`${path}.asNew`} label={t("serviceForm.asNew")} defaultChecked={row.asNew} />
    </>
  );
}

function RoleRow({ t, index, row, form }: RowProps) {
  const path = `roles.${index}`;
  return (
    <div className="h-sform__row h-sform__row--role">
      <SelectField
        id={`${path}.role`}
        name={`${path}.role`}
        label={t("serviceForm.role", { n: index + 1 })}
        defaultValue={row.role}
        error={form.error(`${path}.role`)}
        options={[
          { value: "", label: t("serviceForm.noRole") },
          ...ORGANISATION_ROLES.map((value) => ({ value, label: word(t, "role", value) })),
        ]}
      />
      <NameFields
        t={t}
        path={path}
        row={row}
        form={form}
        label={t("serviceForm.organisation")}
        list="organisation-names"
      />
      <SelectField
        id={`${path}.dataAccess`}
        name={`${path}.dataAccess`}
        label={t("serviceForm.dataAccess")}
        defaultValue={row.dataAccess}
        options={DATA_ACCESS.map((value) => ({ value, label: word(t, "access", value) }))}
      />
      <TextField
        id={`${path}.location`}
        name={`${path}.location`}
        label={t("serviceForm.location")}
        list="place-names"
        maxLength={200}
        defaultValue={row.location}
        error={form.error(`${path}.location`)}
      />
    </div>
  );
}
