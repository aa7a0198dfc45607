import {
  Button,
  Cell,
  Mark,
  MarkWithText,
  Note,
  Row,
  RowHead,
  ScrollTable,
  SelectField,
  TBody,
  TextArea,
  TextField,
  THead,
  type MunichLevel,
} from "@/components/ui";
import { EXPOSURE_CLASSES } from "@/lib/domain/exposure/types";
import { PROTECTION_NEEDS, type ProtectionNeed } from "@/lib/domain/facts";
import { POINT_DIMENSIONS, type Policy, type RequiredLevel } from "@/lib/domain/profile/policy";
import { formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";

export type PolicyCounts = Readonly<
  Record<ProtectionNeed | "none", { readonly services: number; readonly open: number }>
>;

const REQUIRED = { freedom: "admin.requiredFreedom", openness: "admin.requiredOpenness" } as const;

/** What each protection need demands, how many services it concerns, and how many miss it. */
export function PolicyTable({
  t,
  policy,
  counts,
  servicesHref,
}: {
  readonly t: Translator;
  readonly policy: Policy;
  readonly counts: PolicyCounts;
  /** Services of a need, all or only those that miss a requirement. */
  readonly servicesHref: (need: ProtectionNeed | "none", missed: boolean) => string;
}) {
  const linked = (value: number, href: string) =>
    value === 0 ? "0" : <a href={href}>{formatNumber(value, t.locale)}</a>;
  return (
    <ScrollTable caption={t("admin.policyTable")} stack variant="h-table--policy">
      <THead
        columns={[
          { label: t("admin.need") },
          { label: t("admin.requiredMunich") },
          { label: t("admin.requiredExposure") },
          { label: t("admin.requiredFreedom") },
          { label: t("admin.requiredOpenness") },
          { label: t("admin.reviewMonths") },
          { label: t("admin.needServices"), num: true },
          { label: t("admin.needOpen"), num: true },
        ]}
      />
      <TBody>
        {[...PROTECTION_NEEDS].reverse().map((need) => {
          const { munich, exposure, reviewMonths } = policy[need];
          return (
            <Row key={need}>
              <RowHead>{t(`words.need_${need}`)}</RowHead>
              <Cell label={t("admin.requiredMunich")}>
                <MarkWithText
                  kind="munich"
                  value={munich as MunichLevel}
                  label=""
                  text={t("common.level", { level: munich })}
                />
              </Cell>
              <Cell label={t("admin.requiredExposure")}>
                <Mark kind="exposure" value={exposure} label={t("common.exposure", { level: exposure })} />
              </Cell>
              {POINT_DIMENSIONS.map((dimension) => {
                const count = policy[need][dimension];
                return (
                  <Cell key={dimension} label={t(REQUIRED[dimension])} quiet={count === undefined}>
                    {count === undefined ? t("admin.nothingRequired") : t("admin.points", { count })}
                  </Cell>
                );
              })}
              <Cell label={t("admin.reviewMonths")}>{t("admin.months", { count: reviewMonths })}</Cell>
              <Cell num label={t("admin.needServices")}>
                {linked(counts[need].services, servicesHref(need, false))}
              </Cell>
              <Cell num label={t("admin.needOpen")}>
                {linked(counts[need].open, servicesHref(need, true))}
              </Cell>
            </Row>
          );
        })}
        <Row>
          <RowHead>{t("admin.needNone")}</RowHead>
          <Cell label={t("admin.requiredMunich")} quiet colSpan={5}>
            {t("admin.nothingRequired")}
          </Cell>
          <Cell num label={t("admin.needServices")}>
            {linked(counts.none.services, servicesHref("none", false))}
          </Cell>
          <Cell num label={t("admin.needOpen")}>
            –
          </Cell>
        </Row>
      </TBody>
    </ScrollTable>
  );
}

/** Both versions beside each other: what was chosen in the refused form, and what somebody else saved meanwhile. */
function PolicyConflict({
  t,
  form,
  stored,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly stored: Policy;
}) {
  const points = (value: string) => (value === "" ? t("admin.nothingRequired") : value);
  const shown = (value: (field: keyof RequiredLevel) => string) =>
    [
      t("common.level", { level: value("munich") }),
      value("exposure"),
      `${t("admin.field_freedom")}: ${points(value("freedom"))}`,
      `${t("admin.field_openness")}: ${points(value("openness"))}`,
      `${t("admin.field_reviewMonths")}: ${value("reviewMonths")}`,
    ].join(", ");
  return (
    <Note tone="warning" title={t("errors.conflictText")}>
      <ScrollTable caption={t("errors.conflictTitle")} variant="h-conflict">
        <THead
          columns={[
            { label: t("admin.need") },
            { label: t("errors.conflictYours") },
            { label: t("errors.conflictTheirs") },
          ]}
        />
        <TBody>
          {[...PROTECTION_NEEDS].reverse().map((need) => {
            const theirs = shown((field) => String(stored[need][field] ?? ""));
            const yours = shown((field) => form.value(`${need}.${field}`));
            return (
              <Row key={need} className={yours === theirs ? undefined : "is-changed"}>
                <RowHead>{t(`words.need_${need}`)}</RowHead>
                <Cell label={t("errors.conflictYours")}>{yours}</Cell>
                <Cell label={t("errors.conflictTheirs")}>{theirs}</Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
    </Note>
  );
}

/** The requirement as a form: a level and a class per need, and the reason that goes into the log. */
export function PolicyForm({
  t,
  form,
  action,
  back,
  policy,
  version,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly action: string;
  readonly back: string;
  readonly policy: Policy;
  /** What is stored now: after a conflict, saving again overrides it knowingly. */
  readonly version: number;
}) {
  return (
    <form className="h-formgrid" method="post" action={action}>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="version" value={version} />
      {form.draft?.kind === "conflict" && <PolicyConflict t={t} form={form} stored={policy} />}
      {[...PROTECTION_NEEDS].reverse().map((need) => (
        <fieldset key={need} className="h-fieldset">
          <legend>
            {t("admin.need")}: {t(`words.need_${need}`)}
          </legend>
          <div className="h-formgrid h-formgrid--2">
            <SelectField
              id={`${need}.munich`}
              name={`${need}.munich`}
              label={t("admin.requiredMunich")}
              defaultValue={form.value(`${need}.munich`, policy[need].munich)}
              error={form.error(`${need}.munich`)}
              options={([1, 2, 3, 4, 5] as const).map((level) => ({
                value: String(level),
                label: t(`help.munich_${level}`),
              }))}
            />
            <SelectField
              id={`${need}.exposure`}
              name={`${need}.exposure`}
              label={t("admin.requiredExposure")}
              defaultValue={form.value(`${need}.exposure`, policy[need].exposure)}
              error={form.error(`${need}.exposure`)}
              options={EXPOSURE_CLASSES.map((value) => ({ value, label: t(`admin.exposure_${value}`) }))}
            />
          </div>
          <div className="h-formgrid h-formgrid--3 h-mt">
            {POINT_DIMENSIONS.map((dimension) => (
              <TextField
                key={dimension}
                id={`${need}.${dimension}`}
                name={`${need}.${dimension}`}
                type="number"
                min={0}
                max={100}
                label={t(dimension === "freedom" ? "admin.requiredFreedomField" : "admin.requiredOpennessField")}
                optional={t("admin.policyOptional")}
                defaultValue={form.value(`${need}.${dimension}`, policy[need][dimension])}
                error={form.error(`${need}.${dimension}`)}
              />
            ))}
            <TextField
              id={`${need}.reviewMonths`}
              name={`${need}.reviewMonths`}
              type="number"
              min={1}
              max={120}
              required
              label={t("admin.reviewMonthsField")}
              defaultValue={form.value(`${need}.reviewMonths`, policy[need].reviewMonths)}
              error={form.error(`${need}.reviewMonths`)}
            />
          </div>
        </fieldset>
      ))}
      <TextArea
        id="reason"
        name="reason"
        required
        maxLength={1000}
        rows={3}
        label={t("admin.policyReason")}
        hint={t("admin.policyReasonHint")}
        defaultValue={form.value("reason")}
        error={form.error("reason")}
      />
      <div>
        <Button variant="primary">{t("admin.policySave")}</Button>
      </div>
    </form>
  );
}
