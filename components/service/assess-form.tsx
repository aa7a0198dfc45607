import { Button, ErrorSummary, Note, Strip, TextArea } from "@/components/ui";
import { NOT_APPLICABLE, UNKNOWN } from "@/lib/domain/method/answers";
import { optionEffects, outputOfCriterion } from "@/lib/domain/method/explain";
import { outcomes, type Raise } from "@/lib/domain/method/raise";
import type { Answers, Criterion, Method, OutputResult, SourcedAnswer } from "@/lib/domain/method/types";
import type { NotDerivable } from "@/lib/domain/service/derive";
import type { Standing } from "@/lib/domain/service/standing";
import type { RequiredLevel } from "@/lib/domain/profile/policy";
import { tr, type Translator } from "@/lib/i18n";
import { reasonText } from "@/lib/i18n/reasons";
import type { OpenAssessment } from "@/lib/features/assessment/data";
import { evidenceConfidence } from "@/lib/domain/evidence";
import type { EvidenceRow } from "@/lib/features/evidence/schema";
import { fieldKey } from "@/lib/features/assessment/schema";
import type { FormState } from "@/lib/server/form";
import { confidenceText } from "../evidence/section";
import { Raises } from "../assessment/raises";
import { outputText, resultText, valueText } from "../assessment/result-text";
import { answeredOf, Track } from "../assessment/standings";
import { scaleKind } from "../method/parts";
import { FactDetails } from "./facts";
import { answerText, BandStrip, pointsText } from "./record-answers";

interface Props {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  readonly action: string;
  readonly back: string;
  readonly method: Method;
  readonly form: FormState;
  readonly open: OpenAssessment | null;
  readonly derived: Readonly<Record<string, SourcedAnswer>>;
  readonly notDerivable: readonly NotDerivable[];
  /** Questions of this form; the others keep what was said. */
  readonly asked: readonly Criterion[];
  /** Answers as they stand, to say what each option would do. */
  readonly answers: Answers;
  readonly rater: "first" | "second";
  readonly evidence: readonly EvidenceRow[];
  readonly today: string;
  readonly serviceId: string;
}

/** Every criterion of a method: what the facts say is filled in, a person confirms, answers or leaves it to the facts. */
export function AssessForm(p: Props) {
  const { t, method, form, open } = p;
  const conflict = form.draft?.kind === "conflict";
  // After a conflict the choice is made against what is stored now; after a mistake against what the form was opened with.
  const typed = (name: string, now: string | number) => (conflict ? String(now) : form.value(name, now));
  return (
    <>
      {conflict ? (
        <Note tone="warning" live="alert" title={t("errors.conflictTitle")}>
          {t("assessment.conflict")}
        </Note>
      ) : (
        <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      )}
      {open?.state === "submitted" && <Note tone="info">{t("assessment.submittedNote")}</Note>}
      {open?.state === "approved" && <Note tone="info">{t("assessment.approvedNote")}</Note>}
      {open?.rejectReason && <Note tone="warning">{t("assessment.returnedNote", { reason: open.rejectReason })}</Note>}
      <form method="post" action={p.action}>
        <input type="hidden" name="back" value={p.back} />
        <input type="hidden" name="method" value={method.ref} />
        <input type="hidden" name="rater" value={p.rater} />
        <input type="hidden" name="assessmentId" value={typed("assessmentId", open?.id ?? "")} />
        <input type="hidden" name="version" value={typed("version", open?.version ?? 0)} />
        {p.asked.length < method.criteria.length && <input type="hidden" name="partial" value="on" />}
        {p.asked.map((criterion) => (
          <Question
            key={criterion.id}
            {...p}
            criterion={criterion}
            number={method.criteria.indexOf(criterion) + 1}
            conflict={conflict}
          />
        ))}
        <div className="h-submit">
          {p.rater === "first" && (
            <Button variant="primary" name="submit" value="on">
              {t("assessment.submit")}
            </Button>
          )}
          <Button variant={p.rater === "second" ? "primary" : undefined}>{t("assessment.save")}</Button>
          <p className="h-meta">{t(p.rater === "second" ? "assessment.secondText" : "assessment.submitText")}</p>
        </div>
      </form>
    </>
  );
}

function Question({
  t,
  base,
  method,
  form,
  open,
  derived,
  notDerivable,
  answers,
  asked,
  evidence,
  today,
  serviceId,
  criterion,
  number,
  conflict,
}: Props & { readonly criterion: Criterion; readonly number: number; readonly conflict: boolean }) {
  const { id } = criterion;
  const stored = open !== null && Object.hasOwn(open.answers, id) ? open.answers[id] : undefined;
  const fact = Object.hasOwn(derived, id) ? derived[id] : undefined;
  const missing = notDerivable.find((each) => each.criterion === id);
  const path = `answers.${fieldKey(id)}`;
  const spoken = method.pair ? undefined : outputOfCriterion(method, criterion);
  const effects = spoken === undefined ? null : outcomes(method, answers, id, spoken.id);
  const value = form.value(`${path}.value`, stored?.value ?? "");
  const state = value === UNKNOWN ? "unknown" : value !== "" ? "assessed" : fact !== undefined ? "check" : "open";
  const leave =
    fact === undefined
      ? t("assessment.leave")
      : t("assessment.leaveDerived", { value: answerText(t, criterion, fact.value) });
  const options = [
    ...criterion.options.map((option) => ({
      value: option.id,
      label: tr(option.text, t.locale),
      effect: effectOf(t, method, criterion, option.id, effects?.get(option.id)),
    })),
    { value: UNKNOWN, label: t("assessment.unknown"), effect: null },
    { value: NOT_APPLICABLE, label: t("assessment.notApplicable"), effect: null },
    { value: "", label: leave, effect: null },
  ];
  const valueError = form.error(`${path}.value`);
  return (
    <fieldset className={state === "assessed" ? "h-q" : "h-q h-q--todo"} id={`${path}.value`} tabIndex={-1}>
      <legend className="h-q__l">
        <span className="h-q__n">
          {t("assessment.question", { n: number, all: method.criteria.length })}{" "}
          <span className="h-q__st">{t(`assessment.state_${state}`)}</span>
          {criterion.chosen && <span className="h-2"> {t("assessment.additional")}</span>}
        </span>
        <span className="h-q__t" id={`q-${id}`}>
          {tr(criterion.text, t.locale)}
        </span>
      </legend>
      <div className="h-q__b">
        {criterion.help !== undefined && <p className="h-q__h">{tr(criterion.help, t.locale)}</p>}
        <div className={criterion.options.length > 3 ? "h-q__o h-q__o--s h-q__o--ladder" : "h-q__o h-q__o--s"}>
          {options.map((option) => (
            <div key={option.value} className="h-checkrow">
              <input
                className="h-check"
                type="radio"
                name={`${path}.value`}
                id={`${path}.${option.value}`}
                value={option.value}
                defaultChecked={value === option.value}
              />
              <label htmlFor={`${path}.${option.value}`}>
                {option.label}
                {option.effect !== null && <span className="h-2"> {option.effect}</span>}
              </label>
            </div>
          ))}
        </div>
        {valueError !== null && <p className="h-err">{valueError}</p>}
        {conflict && (stored?.value ?? "") !== value && (
          <p className="h-meta">
            {t("assessment.storedNow", {
              value: stored === undefined ? leave : answerText(t, criterion, stored.value),
            })}
          </p>
        )}
        <TextArea
          id={`${path}.note`}
          name={`${path}.note`}
          className="h-q__note"
          label={t("assessment.note")}
          hint={criterion === asked[0] ? t("assessment.noteHint") : undefined}
          optional={t("common.optional")}
          rows={2}
          maxLength={4000}
          defaultValue={form.value(`${path}.note`, stored?.note ?? "")}
          error={form.error(`${path}.note`)}
        />
      </div>
      <div className="h-q__s">
        <EvidenceOf
          t={t}
          href={`${base}/services/${serviceId}/evidence/new?method=${method.id}&criterion=${id}`}
          rows={evidence.filter((row) => row.criterion === id)}
          today={today}
        />
        {fact === undefined ? (
          <>
            <p className="h-q__tag">{t("assessment.notDerived")}</p>
            {missing !== undefined && <p>{reasonText(missing.reason, t.locale)}</p>}
          </>
        ) : (
          <>
            <p className="h-q__tag">{t("assessment.derivedIs", { value: answerText(t, criterion, fact.value) })}</p>
            <p>{reasonText(fact.reason, t.locale)}</p>
            <FactDetails t={t} base={base} facts={fact.facts} />
          </>
        )}
      </div>
    </fieldset>
  );
}

/** What the answer rests on: titles, how sure it makes the answer, and the way to add more. */
function EvidenceOf({
  t,
  href,
  rows,
  today,
}: {
  readonly t: Translator;
  readonly href: string;
  readonly rows: readonly EvidenceRow[];
  readonly today: string;
}) {
  return (
    <p>
      {rows.length > 0 && (
        <>
          <strong>{confidenceText(t, evidenceConfidence(rows, today))}</strong>
          {` ${rows.map(({ title }) => title).join(", ")} `}
        </>
      )}
      <a href={href}>{t("assessment.addEvidence")}</a>
    </p>
  );
}

/** What an option does: for a pair its points and the level it allows, else what would come out. */
function effectOf(
  t: Translator,
  method: Method,
  criterion: Criterion,
  option: string,
  found: Pick<OutputResult, "result" | "range"> | undefined,
): string | null {
  if (method.pair) {
    return method.outputs
      .flatMap((output) => optionEffects(output, criterion.id, option))
      .map((effect) => t.dynamic(`methods.${effect.key}`, effect.params))
      .join(", ");
  }
  const output = outputOfCriterion(method, criterion);
  if (found === undefined || output === undefined) return null;
  const value = (number: number) => valueText(t, method, output.id, number);
  const { best, worst } = found.range;
  return found.result === null && best !== worst
    ? t("assessment.outcome", { result: `${value(worst)}–${value(best)}` })
    : t("assessment.outcome", { result: value(found.result?.value ?? best) });
}

/** Result of the saved answers, and what is still possible. Stays in view beside the questions. */
export function AssessAside({
  t,
  standing,
  raises,
  required,
}: {
  readonly t: Translator;
  readonly standing: Standing;
  readonly raises: readonly Raise[];
  readonly required: RequiredLevel | null;
}) {
  const { method, result } = standing;
  const { answered: done, all } = answeredOf(standing);
  const attribution = method.licence.attribution;
  return (
    <aside className="h-live" aria-label={t("service.result")}>
      {method.pair && <h2 className="h-h3">{resultText(t, method, result)}</h2>}
      {result.outputs.map((output) => (
        <OutputNow key={output.output} t={t} method={method} output={output} required={required} />
      ))}
      <p className="h-live__p">
        <progress className="h-prog" max={all} value={done} aria-label={t("assessment.progress", { done, all })} />
        <span>{t("assessment.progress", { done, all })}</span>
      </p>
      <Raises t={t} method={method} raises={raises} />
      <p className="h-meta">{t("assessment.liveNote")}</p>
      {attribution !== null && <p className="h-meta">{tr(attribution, t.locale)}</p>}
      <p className="h-meta">
        <a href={method.source.url} rel="noreferrer">
          {method.source.title}
        </a>
        , {method.ref}
      </p>
    </aside>
  );
}

function OutputNow({
  t,
  method,
  output,
  required,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly output: OutputResult;
  readonly required: RequiredLevel | null;
}) {
  const kind = scaleKind(method.outputs.find(({ id }) => id === output.output));
  const { best, worst } = output.range;
  if (kind === null) {
    const named = method.outputs.find(({ id }) => id === output.output);
    return (
      <div>
        {!method.pair && (
          <h2 className="h-h3">
            {named && method.outputs.length > 1 ? `${tr(named.name, t.locale)}: ` : ""}
            {outputText(t, method, output)}
          </h2>
        )}
        {(!method.pair || output.output === method.pair.with) && (
          <Track method={method} output={output} label={outputText(t, method, output)} />
        )}
      </div>
    );
  }
  if (kind === "band") {
    return (
      <div>
        <h2 className="h-h3">{`${t.dynamic(`service.${output.output}`)}: ${pointsText(t, output)}`}</h2>
        <BandStrip t={t} output={output} />
      </div>
    );
  }
  const possible = Array.from({ length: Math.abs(worst - best) + 1 }, (_, i) => String(Math.min(best, worst) + i));
  return (
    <div>
      <h2 className="h-h3">
        {output.result === null
          ? t("assessment.nowRange", { best: t("common.level", { level: best }), worst })
          : t("assessment.nowComplete", { value: t("common.level", { level: output.result.level }) })}
      </h2>
      <Strip
        kind="munich"
        large
        actual={output.result?.level ?? null}
        possible={output.result === null ? possible : undefined}
        required={required === null ? null : String(required.munich)}
        text={
          output.result === null
            ? t("ui.stripPossible", { values: possible.join(", ") })
            : t("ui.stripActual", { value: output.result.level })
        }
      />
    </div>
  );
}
