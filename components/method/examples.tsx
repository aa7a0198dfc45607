import { Cell, Row, ScrollTable, TBody, THead } from "@/components/ui";
import { NOT_APPLICABLE, UNKNOWN } from "@/lib/domain/method/answers";
import { criteriaOf, evaluate } from "@/lib/domain/method/evaluate";
import type { Answers, Criterion, Method, Output } from "@/lib/domain/method/types";
import { formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

/** An answer in the reader's words, the four kinds of nothing included. */
export function answerText(t: Translator, criterion: Criterion, answers: Answers): string {
  const value = Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : undefined;
  if (value === undefined) return t("methods.open");
  if (value === UNKNOWN) return t("common.unknown");
  if (value === NOT_APPLICABLE) return t("common.notApplicableShort");
  const option = criterion.options.find((each) => each.id === value);
  return option ? tr(option.text, t.locale) : value;
}

/** Worked examples of one output: what the method states, beside what the engine computes now. */
export function ExampleTable({
  t,
  method,
  output,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly output: Output;
}) {
  const criteria = criteriaOf(method, output);
  const examples = method.examples.filter((example) => Object.hasOwn(example.expect, output.id));
  const number = (value: number | null) => formatNumber(value, t.locale);
  const numberOf = (criterion: Criterion) => method.criteria.indexOf(criterion) + 1;
  return (
    <ScrollTable caption={t("methods.examplesTable", { output: tr(output.name, t.locale) })} dense>
      <THead
        columns={[
          ...criteria.map((criterion) => ({
            id: criterion.id,
            label: (
              <>
                {numberOf(criterion)}
                <span className="h-vh"> {tr(criterion.text, t.locale)}</span>
              </>
            ),
          })),
          { label: t("methods.expected"), num: true },
          { label: t("methods.computed"), num: true },
          { label: t("methods.agrees"), hidden: true },
        ]}
      />
      <TBody>
        {examples.map((example, index) => {
          const expected = example.expect[output.id] ?? null;
          const computed = evaluate(method, example.answers).outputs.find((each) => each.output === output.id);
          const value = computed?.result?.value ?? null;
          const agrees =
            value === null || expected === null ? value === expected : Math.abs(value - expected) < 0.000_001;
          return (
            <Row key={index}>
              {criteria.map((criterion) => (
                <Cell key={criterion.id}>{answerText(t, criterion, example.answers)}</Cell>
              ))}
              <Cell num>{expected === null ? t("methods.expectedNone") : number(expected)}</Cell>
              <Cell num>
                {value === null && computed
                  ? t(computed.range.best === computed.range.worst ? "methods.noResultOne" : "methods.noResult", {
                      ...computed.range,
                    })
                  : number(value)}
              </Cell>
              <Cell>{agrees ? t("methods.agrees") : <strong className="h-strong">{t("methods.differs")}</strong>}</Cell>
            </Row>
          );
        })}
      </TBody>
    </ScrollTable>
  );
}
