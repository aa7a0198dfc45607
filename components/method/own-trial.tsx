import { Section } from "@/components/layout";
import {
  Button,
  Cell,
  Confirm,
  ErrorSummary,
  Note,
  PostButton,
  Row,
  RowHead,
  ScrollTable,
  TBody,
  TextField,
  THead,
} from "@/components/ui";
import { findMethod, methods } from "@/lib/domain/method/registry";
import type { MethodTrial, OutputTrial } from "@/lib/domain/method/trial";
import type { Method, Output } from "@/lib/domain/method/types";
import type { MethodState } from "@/lib/features/method/schema";
import { formatDateTime, formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";
import { labelOf, LevelMark } from "./parts";

/** How the city's services would stand: results by level, and what is open with every level it can still reach. */
export function TrialSection({
  t,
  method,
  trial,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly trial: MethodTrial;
}) {
  const [only, ...more] = trial.outputs;
  const fromFacts = method.criteria.some(({ derivedFrom }) => derivedFrom !== undefined);
  return (
    <Section
      strong
      id="trial"
      kicker={t("ownMethods.trial")}
      finding={
        only && more.length === 0
          ? t("ownMethods.trialFinding", { withResult: only.withResult, open: only.open })
          : t("ownMethods.trialFindingSeveral")
      }
      base={[t("ownMethods.trialBase", { tried: trial.tried }), ...(fromFacts ? [] : [t("ownMethods.trialNothing")])]}
    >
      {method.outputs.map((output) => {
        const found = trial.outputs.find((one) => one.output === output.id);
        return found && <TrialTable key={output.id} t={t} output={output} trial={found} several={more.length > 0} />;
      })}
    </Section>
  );
}

function TrialTable({
  t,
  output,
  trial,
  several,
}: {
  readonly t: Translator;
  readonly output: Output;
  readonly trial: OutputTrial;
  readonly several: boolean;
}) {
  const name = tr(output.name, t.locale);
  return (
    <div className="h-block-gap">
      {several && (
        <>
          <h3 className="h-h3">{name}</h3>
          <p className="h-meta">{t("ownMethods.trialFinding", { withResult: trial.withResult, open: trial.open })}</p>
        </>
      )}
      <ScrollTable caption={t("ownMethods.trialTable", { output: name })} stack dense>
        <THead
          columns={[
            { label: t("ownMethods.level") },
            { label: t("ownMethods.certain"), num: true },
            { label: t("ownMethods.possible"), num: true },
          ]}
        />
        <TBody>
          {trial.levels.map(({ level, certain, possible }) => {
            const text = output.levels.find((one) => one.level === level)?.name;
            return (
              <Row key={level}>
                <RowHead>
                  <LevelMark output={output} level={level} /> {text && tr(text, t.locale)}
                </RowHead>
                <Cell num label={t("ownMethods.certain")}>
                  {formatNumber(certain, t.locale)}
                </Cell>
                <Cell num label={t("ownMethods.possible")}>
                  {formatNumber(possible, t.locale)}
                </Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
    </div>
  );
}

/** Where the answer to each question comes from, and how often it is there. */
export function OriginSection({
  t,
  method,
  trial,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly trial: MethodTrial;
}) {
  const derived = method.criteria.filter(({ derivedFrom }) => derivedFrom !== undefined).length;
  return (
    <Section
      id="answers"
      kicker={t("ownMethods.answers")}
      finding={t("ownMethods.answersFinding", { derived, all: method.criteria.length })}
    >
      <ScrollTable caption={t("ownMethods.answersTable")} stack dense variant="h-table--criteria">
        <THead
          columns={[
            { label: t("methods.example") },
            { label: t("ownMethods.question") },
            { label: t("ownMethods.origin") },
            { label: t("ownMethods.answered"), num: true },
            { label: t("ownMethods.unknown"), num: true },
          ]}
        />
        <TBody>
          {method.criteria.map((criterion) => {
            const { answered = 0, unknown = 0 } = trial.criteria[criterion.id] ?? {};
            return (
              <Row key={criterion.id}>
                <Cell nowrap wideOnly>
                  {labelOf(method, criterion)}
                </Cell>
                <RowHead>{tr(criterion.text, t.locale)}</RowHead>
                <Cell label={t("ownMethods.origin")} full>
                  {criterion.derivedFrom === undefined
                    ? t("ownMethods.originPerson")
                    : t("ownMethods.originFacts", {
                        criterion: criterion.derivedFrom.criterion,
                        method: shippedName(t, criterion.derivedFrom.method),
                      })}
                </Cell>
                <Cell num label={t("ownMethods.answered")} nowrap>
                  {t("ownMethods.answeredOf", { answered, all: trial.tried })}
                </Cell>
                <Cell num label={t("ownMethods.unknown")}>
                  {formatNumber(unknown, t.locale)}
                </Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
    </Section>
  );
}

function shippedName(t: Translator, id: string): string {
  const found = methods.find((method) => method.id === id);
  return found === undefined ? id : tr((findMethod(found.ref) ?? found).name, t.locale);
}

/** Switching on and taking out of use, each said in words before it is done. */
export function DecideSection({
  t,
  api,
  back,
  state,
  form,
}: {
  readonly t: Translator;
  /** `/api/v1/cities/<city>/own-methods/<id>` */
  readonly api: string;
  readonly back: string;
  readonly state: MethodState;
  readonly form: FormState;
}) {
  if (state === "retired") return null;
  return (
    <Section
      id="decide"
      kicker={t("ownMethods.decide")}
      finding={t(state === "trial" ? "ownMethods.decideTrial" : "ownMethods.decideActive")}
    >
      <ErrorSummary title={t("problems.invalid")} errors={form.errors} />
      <div className="h-actions">
        {state === "trial" && (
          <Confirm label={t("ownMethods.activate")} title={t("ownMethods.activateTitle")}>
            <p>{t("ownMethods.activateText")}</p>
            <PostButton action={`${api}/activate`} fields={{ back }} variant="primary">
              {t("ownMethods.activate")}
            </PostButton>
          </Confirm>
        )}
        <Confirm label={t("ownMethods.retire")} title={t("ownMethods.retireTitle")}>
          <p>{t("ownMethods.retireText")}</p>
          <form className="h-formgrid" method="post" action={`${api}/retire`}>
            <input type="hidden" name="back" value={back} />
            <TextField
              id="reason"
              name="reason"
              required
              maxLength={1000}
              label={t("ownMethods.retireReason")}
              defaultValue={form.value("reason")}
              error={form.error("reason")}
            />
            <div className="h-actions">
              <Button>{t("ownMethods.retire")}</Button>
            </div>
          </form>
        </Confirm>
      </div>
    </Section>
  );
}

/** What happened to the method, and why. */
export function CourseSection({
  t,
  course,
}: {
  readonly t: Translator;
  readonly course: readonly {
    readonly at: Date;
    readonly by: string;
    readonly action: string;
    readonly reason: string | null;
  }[];
}) {
  return (
    <Section id="course" kicker={t("ownMethods.course")} finding={t("ownMethods.courseTable")}>
      <ScrollTable caption={t("ownMethods.courseTable")} stack dense>
        <THead
          columns={[
            { label: t("ownMethods.courseWhat") },
            { label: t("ownMethods.courseWhen") },
            { label: t("ownMethods.courseWho") },
            { label: t("ownMethods.reason") },
          ]}
        />
        <TBody>
          {course.map(({ at, by, action, reason }, index) => (
            <Row key={index}>
              <RowHead>{t.dynamic(`auditWords.action_${action}`)}</RowHead>
              <Cell label={t("ownMethods.courseWhen")} nowrap>
                {formatDateTime(at, t.locale)}
              </Cell>
              <Cell label={t("ownMethods.courseWho")}>{by}</Cell>
              <Cell label={t("ownMethods.reason")}>{reason ?? "–"}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </Section>
  );
}

/** For methods about something else than services. */
export function NoTrial({ t }: { readonly t: Translator }) {
  return <Note>{t("ownMethods.trialUnit")}</Note>;
}
