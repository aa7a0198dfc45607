import {
  Actions,
  Button,
  Cell,
  LinkButton,
  Note,
  Row,
  RowHead,
  ScrollTable,
  SelectField,
  Strip,
  TBody,
  TextField,
  THead,
} from "@/components/ui";
import { NOT_APPLICABLE, UNKNOWN } from "@/lib/domain/method/answers";
import type { RefusedAnswer } from "@/lib/domain/method/query";
import { evaluate } from "@/lib/domain/method/evaluate";
import { METHOD_TEXTS, sentence } from "@/lib/domain/method/texts";
import type { Answers, Method, Output, OutputResult } from "@/lib/domain/method/types";
import { tr, type Translator } from "@/lib/i18n";
import { LevelMark, scaleKind } from "./criteria";
import { answerText } from "./examples";

/** Answers as a GET form: the address holds them, nothing is stored. */
export function TryForm({
  t,
  method,
  answers,
  action,
  withLink,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly answers: Answers;
  readonly action: string;
  /** The method has a calculator of its own, whose links can be pasted. */
  readonly withLink: boolean;
}) {
  return (
    <form className="h-formgrid h-formgrid--2" method="get" action={`${action}#result`}>
      {withLink && (
        <TextField
          className="h-full"
          id="try-link"
          name="link"
          maxLength={2000}
          label={t("methods.tryLink")}
          hint={t("methods.tryLinkHint")}
          optional={t("common.optional")}
        />
      )}
      {method.criteria.map((criterion, index) => (
        <SelectField
          key={criterion.id}
          id={`try-${criterion.id}`}
          name={criterion.id}
          label={`${index + 1}. ${tr(criterion.text, t.locale)}`}
          defaultValue={answers[criterion.id] ?? ""}
          options={[
            { value: "", label: t("common.unanswered") },
            ...criterion.options.map((option) => ({ value: option.id, label: tr(option.text, t.locale) })),
            { value: UNKNOWN, label: t("common.unknown") },
            { value: NOT_APPLICABLE, label: t("common.notApplicable") },
          ]}
        />
      ))}
      <div className="h-full">
        <Actions>
          <Button variant="primary">{t("methods.trySubmit")}</Button>
          <LinkButton href={`${action}#try`}>{t("methods.tryReset")}</LinkButton>
        </Actions>
      </div>
    </form>
  );
}

/** What the engine makes of the answers: a level, or exactly what is still possible; and the reason of each part. */
export function TryResult({
  t,
  method,
  answers,
  refused,
  name,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly answers: Answers;
  readonly refused: readonly RefusedAnswer[];
  readonly name: string | null;
}) {
  const result = evaluate(method, answers);
  return (
    <div id="result" className="h-result">
      <h3 className="h-h3">{name ? t("methods.resultFor", { name }) : t("methods.resultTitle")}</h3>
      {refused.length > 0 && (
        <Note tone="warning">
          {t("methods.tryRefused", { list: refused.map((each) => `${each.criterion}=${each.value}`).join(", ") })}
        </Note>
      )}
      {result.outputs.map((each) => {
        const output = method.outputs.find((one) => one.id === each.output);
        return output && <OutputView key={each.output} t={t} output={output} result={each} />;
      })}
      <ScrollTable caption={t("methods.reasons")} stack dense>
        <THead
          columns={[{ label: t("methods.question") }, { label: t("methods.answer") }, { label: t("methods.reason") }]}
        />
        <TBody>
          {result.outputs.flatMap((output) =>
            output.parts.map((part) => {
              const criterion = method.criteria.find((each) => each.id === part.criterion);
              return (
                criterion && (
                  <Row key={`${output.output}.${part.criterion}`}>
                    <RowHead>{tr(criterion.text, t.locale)}</RowHead>
                    <Cell label={t("methods.answer")}>{answerText(t, criterion, answers)}</Cell>
                    <Cell label={t("methods.reason")} full>
                      {tr(sentence(part.reason, METHOD_TEXTS), t.locale)}
                    </Cell>
                  </Row>
                )
              );
            }),
          )}
        </TBody>
      </ScrollTable>
    </div>
  );
}

function OutputView({
  t,
  output,
  result,
}: {
  readonly t: Translator;
  readonly output: Output;
  readonly result: OutputResult;
}) {
  const kind = scaleKind(output);
  const { best, worst } = result.rangeLevels;
  const order = output.levels.map((each) => each.level);
  const [from, to] = [order.indexOf(best), order.indexOf(worst)].sort((a, b) => a - b);
  const possible = order.slice(from, (to ?? 0) + 1);
  const nameOf = (level: string) => {
    const text = output.levels.find((each) => each.level === level)?.name;
    return text ? tr(text, t.locale) : level;
  };
  const outputName = tr(output.name, t.locale);
  const text = ((): string => {
    if (result.result) {
      const { level, value } = result.result;
      const params = { output: outputName, level, name: nameOf(level), value, max: output.scale.max };
      return kind === "munich" ? t("methods.resultLevel", params) : t("methods.resultBand", params);
    }
    if (best === worst) return t("methods.resultOpenOne", { output: outputName, best });
    return t("methods.resultOpen", { output: outputName, best, worst });
  })();
  const open = result.unanswered.length + result.unknown.length + result.notApplicable.length;
  return (
    <div className="h-result__o">
      <p className="h-strong">{text}</p>
      {kind === null ? (
        <LevelMark output={output} level={best} />
      ) : (
        <p aria-hidden="true">
          <Strip kind={kind} possible={possible} actual={result.result?.level ?? null} large text="" />
        </p>
      )}
      <p className="h-meta">
        {!result.result && `${t("methods.rangeValues", { best: result.range.best, worst: result.range.worst })}; `}
        {t("methods.counts", {
          answered: result.parts.length - open,
          total: result.parts.length,
          unknown: result.unknown.length,
          unanswered: result.unanswered.length,
          notApplicable: result.notApplicable.length,
        })}
      </p>
    </div>
  );
}
