import { Section } from "@/components/layout";
import { Cell, Note, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Method } from "@/lib/domain/method/types";
import type { Frozen, FrozenOutput, SinceApproval } from "@/lib/domain/service/frozen";
import type { CourseStep } from "@/lib/features/assessment/data";
import { formatDate } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { reasonText } from "@/lib/i18n/reasons";
import { answerText } from "../service/record-answers";
import { outputText, resultText } from "./result-text";

const said = ({ output, value, level, range }: FrozenOutput) => ({
  output,
  range,
  result: value === null ? null : { value, level: level ?? "" },
});

/** Whether what was approved is still what is stored, and how it stands now. */
export function ApprovalState({
  t,
  hash,
  intact,
  changed,
  approvedAt,
  approvedBy,
  confirmedAt,
}: {
  readonly t: Translator;
  readonly hash: string | null;
  readonly intact: boolean;
  readonly changed: SinceApproval | null;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly confirmedAt: Date | null;
}) {
  const date = approvedAt === null ? "" : formatDate(approvedAt, t.locale);
  return (
    <Section
      id="approval"
      kicker={t("assessment.approval")}
      finding={changed === null ? t("assessment.approvalUnchanged") : t("assessment.changedTitle")}
      base={[
        approvedBy === null
          ? t("assessment.approvedOn", { date })
          : t("assessment.approvedOnBy", { date, name: approvedBy }),
        ...(confirmedAt === null ? [] : [t("assessment.confirmedOn", { date: formatDate(confirmedAt, t.locale) })]),
      ]}
    >
      {hash === null ? (
        <Note tone="warning">{t("assessment.approvalMissing")}</Note>
      ) : (
        <Note tone={intact ? "info" : "danger"} live={intact ? undefined : "alert"}>
          {t(intact ? "assessment.approvalIntact" : "assessment.approvalBroken")}
          <br />
          {t("assessment.approvalHash")}: <code className="h-anywhere">{hash}</code>
        </Note>
      )}
      {changed !== null && <p>{t(changed.rulesChanged ? "assessment.changedRules" : "assessment.changedText")}</p>}
    </Section>
  );
}

/** Answers and results that differ from what was approved. */
export function ChangesTable({
  t,
  method,
  changed,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly changed: SinceApproval;
}) {
  const columns = {
    question: t("service.question"),
    before: t("assessment.before"),
    now: t("assessment.now"),
    why: t("service.reason"),
  };
  return (
    <Section id="changes" kicker={t("assessment.changedBadge")} finding={t("assessment.changedTitle")}>
      <ScrollTable caption={t("assessment.changedTitle")} stack>
        <THead columns={[columns.question, columns.before, columns.now, columns.why].map((label) => ({ label }))} />
        <TBody>
          {changed.outputs.map(({ before, now }) => {
            const named = method.outputs.find(({ id }) => id === before.output);
            return (
              <Row key={before.output}>
                <RowHead>{named ? tr(named.name, t.locale) : before.output}</RowHead>
                <Cell label={columns.before}>{outputText(t, method, said(before))}</Cell>
                <Cell label={columns.now}>{outputText(t, method, said(now))}</Cell>
                <Cell label={columns.why}>{t("service.result")}</Cell>
              </Row>
            );
          })}
          {changed.answers.map(({ criterion: id, before, now }) => {
            const criterion = method.criteria.find((each) => each.id === id);
            if (criterion === undefined) return null;
            return (
              <Row key={id}>
                <RowHead>{tr(criterion.text, t.locale)}</RowHead>
                <Cell label={columns.before}>{answerText(t, criterion, before?.value)}</Cell>
                <Cell label={columns.now}>{answerText(t, criterion, now?.value)}</Cell>
                <Cell label={columns.why} full>
                  {now === null ? "–" : reasonText(now.reason, t.locale)}
                </Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
    </Section>
  );
}

/** Approvals of a service by a method, each with why it differs from the one before. */
export function CourseTable({
  t,
  method,
  service,
  course,
}: {
  readonly t: Translator;
  readonly method: Method;
  /** `/c/<city>/services/<id>` */
  readonly service: string;
  readonly course: readonly CourseStep[];
}) {
  const columns = { day: t("assessment.courseDay"), result: t("service.result"), why: t("assessment.courseWhy") };
  return (
    <Section
      id="course"
      kicker={t("assessment.course")}
      finding={t("assessment.courseFinding", { count: course.length })}
      base={[t("assessment.courseBase")]}
    >
      {course.length > 0 && (
        <ScrollTable caption={t("assessment.course")} stack>
          <THead columns={[columns.day, columns.result, columns.why].map((label) => ({ label }))} />
          <TBody>
            {course.map((step) => (
              <Row key={step.id}>
                <RowHead sub={step.method}>
                  <a href={`${service}/assessments/${step.id}`}>{formatDate(step.approvedAt, t.locale)}</a>
                </RowHead>
                <Cell label={columns.result}>{resultText(t, method, { outputs: step.outputs.map(said) })}</Cell>
                <Cell label={columns.why}>{causeText(t, step.cause)}</Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
    </Section>
  );
}

function causeText(t: Translator, cause: CourseStep["cause"]): string {
  if (cause === null) return t("assessment.causeFirst");
  const parts = [
    ...(cause.method ? [t("assessment.causeMethod")] : []),
    ...(cause.real.length > 0 ? [t("assessment.causeReal", { count: cause.real.length })] : []),
    ...(cause.reassessed.length > 0 ? [t("assessment.causeReassessed", { count: cause.reassessed.length })] : []),
  ];
  return parts.length === 0 ? t("assessment.causeNone") : parts.join(", ");
}

/** What was approved, answer by answer. */
export function FrozenTable({
  t,
  method,
  frozen,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly frozen: Frozen;
}) {
  const columns = {
    question: t("service.question"),
    answer: t("service.answer"),
    origin: t("service.origin"),
    why: t("service.reason"),
  };
  return (
    <Section
      id="content"
      kicker={t("assessment.approvalTitle")}
      finding={resultText(t, method, { outputs: frozen.outputs.map(said) })}
      base={[frozen.method, frozen.service.name]}
    >
      <ScrollTable caption={t("assessment.approvalTitle")} stack>
        <THead columns={[columns.question, columns.answer, columns.origin, columns.why].map((label) => ({ label }))} />
        <TBody>
          {method.criteria.map((criterion) => {
            const answer = frozen.answers[criterion.id];
            return (
              <Row key={criterion.id}>
                <RowHead>{tr(criterion.text, t.locale)}</RowHead>
                <Cell label={columns.answer} keyFigure>
                  {answerText(t, criterion, answer?.value)}
                </Cell>
                <Cell label={columns.origin}>{answer === undefined ? "–" : t(`service.origin_${answer.origin}`)}</Cell>
                <Cell label={columns.why} full>
                  {answer !== undefined && reasonText(answer.reason, t.locale)}
                  {answer !== undefined && answer.note !== null && (
                    <span className="h-cellsub">{t("service.note", { note: answer.note })}</span>
                  )}
                </Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
    </Section>
  );
}
