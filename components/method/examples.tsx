import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { NOT_APPLICABLE, UNKNOWN } from "@/lib/domain/method/answers";
import { computeExample, exampleQuery } from "@/lib/domain/method/calculator";
import { criteriaOf } from "@/lib/domain/method/evaluate";
import type { Answers, Criterion, Method, MethodResult, Output } from "@/lib/domain/method/types";
import { formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { labelOf, readingName } from "./parts";

/** As many questions as stand beside each other. */
const COLUMNS = 8;

/** An answer in the reader's words, the four kinds of nothing included. */
export function answerText(t: Translator, criterion: Criterion, answers: Answers): string {
  const value = Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : undefined;
  if (value === undefined) return t("methods.open");
  if (value === UNKNOWN) return t("common.unknown");
  if (value === NOT_APPLICABLE) return t("common.notApplicableShort");
  const option = criterion.options.find((each) => each.id === value);
  return option ? tr(option.text, t.locale) : value;
}

interface Props {
  readonly t: Translator;
  readonly method: Method;
  /** Path of the method's page. */
  readonly action: string;
}

/** Worked examples: what the method states, beside what the engine computes now. Outputs that are no pair stand apart. */
export function ExampleTables({ t, method, action }: Props) {
  const shown = method.pair ? [method.outputs] : method.outputs.map((output) => [output]);
  return shown.map((outputs) => {
    const [first] = outputs;
    return (
      <div key={first?.id} className="h-block-gap">
        {shown.length > 1 && first && <h3 className="h-h3">{tr(first.name, t.locale)}</h3>}
        <ExampleTable t={t} method={method} action={action} outputs={outputs} />
      </div>
    );
  });
}

type Example = Method["examples"][number];

function ExampleTable({ t, method, action, outputs }: Props & { readonly outputs: readonly Output[] }) {
  const [first] = outputs;
  if (first === undefined) return null;
  const criteria = criteriaOf(method, first);
  const columns = criteria.length <= COLUMNS ? criteria : [];
  const examples = method.examples.filter(({ expect }) => outputs.some(({ id }) => Object.hasOwn(expect, id)));
  const several = outputs.length > 1;
  const head = (output: Output, key: "expected" | "computed") => ({
    id: `${output.id}-${key}`,
    num: true,
    label: several
      ? t(key === "expected" ? "methods.exampleExpected" : "methods.exampleComputed", {
          name: tr(output.name, t.locale),
        })
      : t(`methods.${key}`),
  });
  return (
    <ScrollTable
      caption={t("methods.examplesTable", { output: outputs.map(({ name }) => tr(name, t.locale)).join(", ") })}
      stack
      dense
      variant="h-table--criteria"
    >
      <THead
        columns={[
          { id: "no", label: t("methods.examples") },
          ...columns.map((criterion) => ({
            id: criterion.id,
            label: (
              <>
                {labelOf(method, criterion)}
                <span className="h-vh"> {tr(criterion.text, t.locale)}</span>
              </>
            ),
          })),
          ...outputs.flatMap((output) => [head(output, "expected"), head(output, "computed")]),
          { id: "agrees", label: t("methods.agrees"), hidden: true },
        ]}
      />
      <TBody>
        {examples.map((example, index) => (
          <ExampleRow
            key={index}
            t={t}
            method={method}
            action={action}
            outputs={outputs}
            columns={columns}
            all={criteria.length}
            example={example}
            number={index + 1}
          />
        ))}
      </TBody>
    </ScrollTable>
  );
}

function ExampleRow({
  t,
  method,
  action,
  outputs,
  columns,
  all,
  example,
  number,
}: Props & {
  readonly outputs: readonly Output[];
  readonly columns: readonly Criterion[];
  readonly all: number;
  readonly example: Example;
  readonly number: number;
}) {
  const result = computeExample(method, example);
  const readings = Object.entries(example.with ?? {}).map(([parameter, id]) => readingName(t, method, parameter, id));
  const query = exampleQuery(example);
  const name = t("methods.exampleNo", { n: number });
  const remarks = [
    ...(columns.length > 0
      ? []
      : [t("methods.exampleAnswered", { answered: Object.keys(example.answers).length, all })]),
    ...readings,
    ...(example.source === undefined ? [] : [example.source]),
  ];
  const agree = outputs.every((output) => agrees(result, output, example));
  return (
    <Row>
      <RowHead sub={remarks.length === 0 ? undefined : remarks.join(". ")}>
        {query === "" ? (
          name
        ) : (
          <a href={`${action}?${query}#result`} aria-label={`${name}: ${t("methods.exampleOpen")}`}>
            {name}
          </a>
        )}
      </RowHead>
      {columns.map((criterion) => (
        <Cell key={criterion.id} label={labelOf(method, criterion)}>
          {answerText(t, criterion, example.answers)}
        </Cell>
      ))}
      {outputs.flatMap((output) => [
        <Cell key={`${output.id}-expected`} num label={t("methods.expected")}>
          {expectedText(t, output, example)}
        </Cell>,
        <Cell key={`${output.id}-computed`} num label={t("methods.computed")}>
          {computedText(t, result, output)}
        </Cell>,
      ])}
      <Cell>{agree ? t("methods.agrees") : <strong className="h-strong">{t("methods.differs")}</strong>}</Cell>
    </Row>
  );
}

/** As many decimals as published examples have. */
const digits = (t: Translator, value: number) =>
  formatNumber(Math.round(value * 1e6) / 1e6, t.locale, { maxDigits: 6 });

function expectedText(t: Translator, output: Output, { expect }: Example): string {
  if (!Object.hasOwn(expect, output.id)) return "–";
  const value = expect[output.id] ?? null;
  return value === null ? t("methods.expectedNone") : digits(t, value);
}

function computedText(t: Translator, result: MethodResult, output: Output): string {
  const found = result.outputs.find((one) => one.output === output.id);
  if (found === undefined) return "–";
  if (found.result !== null) return digits(t, found.result.value);
  const { best, worst } = found.range;
  return t(best === worst ? "methods.noResultOne" : "methods.noResult", { best, worst });
}

function agrees(result: MethodResult, output: Output, { expect }: Example): boolean {
  if (!Object.hasOwn(expect, output.id)) return true;
  const expected = expect[output.id] ?? null;
  const value = result.outputs.find((one) => one.output === output.id)?.result?.value ?? null;
  return value === null || expected === null ? value === expected : Math.abs(value - expected) < 1e-6;
}
