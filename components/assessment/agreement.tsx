import { Section } from "@/components/layout";
import { Button, Cell, ErrorSummary, Note, Row, RowHead, ScrollTable, TBody, TextArea, THead } from "@/components/ui";
import type { Agreement } from "@/lib/domain/assessing/agreement";
import type { Method, SourcedAnswer } from "@/lib/domain/method/types";
import type { OpenAssessment } from "@/lib/features/assessment/data";
import { fieldKey } from "@/lib/features/assessment/schema";
import { tr, type Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";
import { answerText } from "../service/record-answers";

type Answers = Readonly<Record<string, SourcedAnswer>>;

interface Props {
  readonly t: Translator;
  readonly method: Method;
  readonly agreement: Agreement;
  readonly answers: { readonly first: Answers; readonly second: Answers };
  readonly first: OpenAssessment;
  readonly second: OpenAssessment;
  readonly action: string;
  readonly back: string;
  readonly form: FormState;
}

/** Where two raters agree and where not; each difference is settled with an answer and a reason. */
export function AgreementSection(p: Props) {
  const { t, method, agreement, form, first, second } = p;
  const open = agreement.criteria.filter(({ state }) => state === "different" || state === "one");
  const columns = {
    question: t("service.question"),
    first: t("assessment.rater1"),
    second: t("assessment.rater2"),
    settle: t("assessment.settle"),
  };
  return (
    <Section
      id="agreement"
      kicker={t("assessment.agreement")}
      finding={t("assessment.agreementFinding", { same: agreement.same, both: agreement.both })}
      base={[t("assessment.agreementBase", { open: open.length })]}
    >
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      {first.state === "approved" && <Note tone="warning">{t("assessment.agreementApproved")}</Note>}
      <form method="post" action={p.action}>
        <input type="hidden" name="back" value={p.back} />
        <input type="hidden" name="method" value={method.ref} />
        <input type="hidden" name="version" value={first.version} />
        <input type="hidden" name="secondVersion" value={second.version} />
        <ScrollTable caption={t("assessment.agreement")} stack>
          <THead
            columns={[columns.question, columns.first, columns.second, columns.settle].map((label) => ({ label }))}
          />
          <TBody>
            {agreement.criteria.map((each) => {
              const criterion = method.criteria.find(({ id }) => id === each.criterion);
              if (criterion === undefined || each.state === "none") return null;
              const said = (answers: Answers, value: string | null) => (
                <>
                  {answerText(t, criterion, value)}
                  {answers[criterion.id]?.note !== undefined && (
                    <span className="h-cellsub">{answers[criterion.id]?.note}</span>
                  )}
                </>
              );
              return (
                <Row key={criterion.id}>
                  <RowHead>{tr(criterion.text, t.locale)}</RowHead>
                  <Cell label={columns.first}>{said(p.answers.first, each.first)}</Cell>
                  <Cell label={columns.second}>{said(p.answers.second, each.second)}</Cell>
                  <Cell label={columns.settle} full>
                    {each.state === "same" ? (
                      t("assessment.agreeing")
                    ) : (
                      <Settle {...p} criterion={criterion} options={[each.first, each.second]} />
                    )}
                  </Cell>
                </Row>
              );
            })}
          </TBody>
        </ScrollTable>
        {first.state !== "approved" && (
          <div className="h-submit">
            <Button variant="primary">{t("assessment.settleAll")}</Button>
            <p className="h-meta">{t("assessment.settleText")}</p>
          </div>
        )}
      </form>
    </Section>
  );
}

function Settle({
  t,
  form,
  criterion,
  options,
}: Props & { readonly criterion: Method["criteria"][number]; readonly options: readonly (string | null)[] }) {
  const path = `answers.${fieldKey(criterion.id)}`;
  const error = form.error(`${path}.value`);
  return (
    <fieldset id={`${path}.value`} tabIndex={-1}>
      <legend className="h-vh">{tr(criterion.text, t.locale)}</legend>
      {[...new Set(options)].map((value) =>
        value === null ? null : (
          <div key={value} className="h-checkrow">
            <input
              className="h-check"
              type="radio"
              name={`${path}.value`}
              id={`${path}.${value}`}
              value={value}
              defaultChecked={form.value(`${path}.value`) === value}
            />
            <label htmlFor={`${path}.${value}`}>{answerText(t, criterion, value)}</label>
          </div>
        ),
      )}
      {error !== null && <p className="h-err">{error}</p>}
      <TextArea
        id={`${path}.note`}
        name={`${path}.note`}
        label={t("assessment.settleReason")}
        rows={2}
        maxLength={4000}
        defaultValue={form.value(`${path}.note`)}
        error={form.error(`${path}.note`)}
      />
    </fieldset>
  );
}
