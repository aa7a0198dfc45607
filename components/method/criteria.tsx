import { Cell, Mark, Row, RowHead, ScrollTable, TBody, THead, type Band, type MunichLevel } from "@/components/ui";
import { explainRule, optionEffects, outputOfCriterion } from "@/lib/domain/method/explain";
import type { Criterion, Method, Output } from "@/lib/domain/method/types";
import { formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

/** Marks exist for levels 1–5 and bands A–E; another scale shows its words alone. */
export function scaleKind(output: Output | undefined): "munich" | "band" | null {
  if (output === undefined) return null;
  const levels = output.levels.map((each) => each.level).join("");
  if (levels === "12345") return "munich";
  return levels === "ABCDE" ? "band" : null;
}

/** The mark of a level, silent: its words stand beside it. */
export function LevelMark({ output, level }: { readonly output: Output; readonly level: string }) {
  const kind = scaleKind(output);
  if (kind === "munich") return <Mark kind="munich" value={level as `${MunichLevel}`} label="" />;
  return kind === "band" ? <Mark kind="band" value={level as Band} label="" /> : <>{level}</>;
}

function effectText(t: Translator, output: Output, criterion: Criterion, option: string): string {
  return optionEffects(output, criterion.id, option)
    .map((effect) => {
      const points = effect.key === "effect_step" ? effect.params?.["points"] : undefined;
      if (typeof points === "number") return formatNumber(points, t.locale, { sign: true });
      return t.dynamic(`methods.${effect.key}`, effect.params);
    })
    .join(", ");
}

/** Every question with its help, and what each answer does to the result. */
export function CriteriaTable({ t, method }: { readonly t: Translator; readonly method: Method }) {
  return (
    <ScrollTable
      caption={t("methods.criteriaTable", { name: tr(method.name, t.locale) })}
      stack
      variant="h-table--criteria"
    >
      <THead
        columns={[
          { label: t("methods.example"), num: true },
          { label: t("methods.question") },
          { label: t("methods.answers") },
        ]}
      />
      <TBody>
        {method.criteria.map((criterion, index) => {
          const output = outputOfCriterion(method, criterion);
          return (
            <Row key={criterion.id} id={criterion.id}>
              <Cell num wideOnly>
                {index + 1}
              </Cell>
              <RowHead
                sub={
                  <>
                    {criterion.help && tr(criterion.help, t.locale)}
                    {method.outputs.length > 1 && output && (
                      <span className="h-block">{t("methods.countsFor", { output: tr(output.name, t.locale) })}</span>
                    )}
                  </>
                }
              >
                {tr(criterion.text, t.locale)}
              </RowHead>
              <Cell label={t("methods.answers")} full>
                <ul className="h-changes">
                  {criterion.options.map((option) => (
                    <li key={option.id}>
                      {tr(option.text, t.locale)}
                      {output && <span className="h-2">: {effectText(t, output, criterion, option.id)}</span>}
                    </li>
                  ))}
                </ul>
              </Cell>
            </Row>
          );
        })}
      </TBody>
    </ScrollTable>
  );
}

/** How an output comes about in words, and its levels. */
export function RuleText({
  t,
  method,
  output,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly output: Output;
}) {
  const textOf = (criterion: string, option?: string): string => {
    const found = method.criteria.find((each) => each.id === criterion);
    const text = option === undefined ? found?.text : found?.options.find((each) => each.id === option)?.text;
    return text
      ? option === undefined
        ? tr(text, t.locale)
        : t("methods.quoted", { text: tr(text, t.locale) })
      : criterion;
  };
  return (
    <div className="h-rule">
      <div className="h-prose">
        {method.outputs.length > 1 && <h3 className="h-h3">{tr(output.name, t.locale)}</h3>}
        <ol>
          {explainRule(output, textOf).map((step, index) => (
            <li key={`${step.key}${index}`}>{t.dynamic(`methods.${step.key}`, step.params)}</li>
          ))}
        </ol>
      </div>
      <ScrollTable
        caption={t("methods.levelsTable", { output: tr(output.name, t.locale) })}
        dense
        variant="h-table--legend"
      >
        <THead
          columns={[
            { label: t("methods.level") },
            { label: t("methods.levelFromHead") },
            { label: t("methods.levelName") },
          ]}
        />
        <TBody>
          {output.levels.map((level) => (
            <Row key={level.level}>
              <Cell mark>
                <LevelMark output={output} level={level.level} />
              </Cell>
              <Cell nowrap>
                {output.scale.direction === "lower" ? level.level : t("methods.levelFrom", { from: level.from })}
              </Cell>
              <Cell>{tr(level.name, t.locale)}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </div>
  );
}
