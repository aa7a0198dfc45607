import { Button, Note, RadioGroup, SelectField, TextArea, TextField } from "@/components/ui";
import { EVIDENCE_LEVELS, type EvidenceKind } from "@/lib/domain/evidence";
import type { EvidenceCriterion } from "@/lib/domain/evidence/criteria";
import { tr, type Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";

/** Which question the evidence is for: the questions of every method, as a form that only leads on. */
export function CriterionChoice({
  t,
  action,
  criteria,
}: {
  readonly t: Translator;
  /** Path of the form for new evidence. */
  readonly action: string;
  readonly criteria: readonly EvidenceCriterion[];
}) {
  return (
    <div className="h-formgrid h-form--narrow">
      {groups(criteria).map(([first, ...rest], i) => (
        <form key={i} className="h-inlineform" method="get" action={action}>
          <input type="hidden" name="method" value={first.methodId} />
          <SelectField
            id={`criterion-${i}`}
            name="criterion"
            label={tr(first.methodName, t.locale)}
            options={[first, ...rest].map((each) => ({
              value: each.criterion,
              label: shorten(tr(each.text, t.locale)),
            }))}
          />
          <Button>
            {t("evidence.choose")}
            <span className="h-vh">: {tr(first.methodName, t.locale)}</span>
          </Button>
        </form>
      ))}
    </div>
  );
}

/** Criteria by the name of their method: versions of a method share its id and differ in their names. */
function groups(
  criteria: readonly EvidenceCriterion[],
): readonly (readonly [EvidenceCriterion, ...EvidenceCriterion[]])[] {
  const found = new Map<string, [EvidenceCriterion, ...EvidenceCriterion[]]>();
  for (const each of criteria) {
    const key = `${each.methodId} ${each.methodName.de}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, [each]);
    else group.push(each);
  }
  return [...found.values()];
}

const shorten = (text: string): string => (text.length <= 110 ? text : `${text.slice(0, 108).trimEnd()} …`);

/** New evidence of one kind for one question. A native file field and date fields: no script needed. */
export function EvidenceForm({
  t,
  action,
  back,
  criterion,
  kind,
  endings,
  today,
  form,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly back: string;
  readonly criterion: EvidenceCriterion;
  readonly kind: EvidenceKind;
  /** What a file's name may end in. */
  readonly endings: readonly string[];
  readonly today: string;
  readonly form: FormState;
}) {
  const field = (name: string) => ({
    id: name,
    name,
    defaultValue: form.value(name),
    error: form.error(name),
  });
  return (
    <form className="h-formgrid h-form--narrow" method="post" action={action} encType="multipart/form-data">
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="method" value={criterion.methodId} />
      <input type="hidden" name="criterion" value={criterion.criterion} />
      <input type="hidden" name="kind" value={kind} />
      {kind === "file" && form.draft !== null && form.error("file") === null && (
        <Note tone="warning">{t("evidence.fileAgain")}</Note>
      )}
      <TextField
        {...field("title")}
        label={t("evidence.title")}
        hint={t("evidence.titleHint")}
        required
        maxLength={200}
      />
      {kind === "file" && (
        <TextField
          id="file"
          name="file"
          type="file"
          className="h-filefield"
          required
          accept={endings.join(",")}
          label={t("evidence.file")}
          hint={t("evidence.fileHint")}
          error={form.error("file")}
        />
      )}
      {kind === "link" && (
        <TextField
          {...field("url")}
          type="url"
          required
          maxLength={2000}
          label={t("evidence.url")}
          hint={t("evidence.urlHint")}
        />
      )}
      {kind === "statement" && (
        <TextArea
          {...field("text")}
          required
          maxLength={10_000}
          rows={5}
          label={t("evidence.text")}
          hint={t("evidence.textHint")}
        />
      )}
      <RadioGroup
        id="level"
        name="level"
        legend={t("evidence.level")}
        required
        value={form.value("level") || null}
        error={form.error("level")}
        options={EVIDENCE_LEVELS.map((value) => ({
          value,
          label: t(`evidence.level_${value}`),
          hint: t(`evidence.levelHint_${value}`),
        }))}
      />
      <div className="h-formgrid h-formgrid--2">
        <TextField
          {...field("validFrom")}
          type="date"
          label={t("evidence.validFrom")}
          optional={t("evidence.optional")}
        />
        <TextField
          {...field("expiresOn")}
          type="date"
          label={t("evidence.expiresOn")}
          hint={t("evidence.expiresOnHint")}
          optional={t("evidence.optional")}
        />
        <TextField
          {...field("receivedOn")}
          type="date"
          max={today}
          label={t("evidence.receivedOn")}
          optional={t("evidence.optional")}
        />
      </div>
      <div className="h-actions">
        <Button variant="primary">{t("evidence.submit")}</Button>
      </div>
    </form>
  );
}
