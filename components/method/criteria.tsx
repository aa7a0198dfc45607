import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { explainRule, optionEffects, outputOfCriterion } from "@/lib/domain/method/explain";
import { sectionsOf, type CriteriaSection } from "@/lib/domain/method/sections";
import type { Criterion, Method, Output } from "@/lib/domain/method/types";
import { formatList, formatNumber, formatShare } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { kindName, kindsOf, labelOf, levelAt, LevelMark, passOrFail } from "./parts";

function effectText(t: Translator, outputs: readonly Output[], criterion: Criterion, option: string): string {
  return outputs
    .flatMap((output) => optionEffects(output, criterion.id, option).map((effect) => ({ output, effect })))
    .map(({ output, effect }) => {
      const most = effect.key === "effect_atMost" ? effect.params?.["value"] : undefined;
      if (typeof most === "number" && passOrFail(output)) return levelAt(t, output, most);
      const points = effect.key === "effect_step" ? effect.params?.["points"] : undefined;
      if (typeof points === "number") return formatNumber(points, t.locale, { sign: true });
      return t.dynamic(`methods.${effect.key}`, effect.params);
    })
    .join(", ");
}

/** Every question with its help, and what each answer does to the result; by group where the method has groups. */
export function CriteriaTables({ t, method }: { readonly t: Translator; readonly method: Method }) {
  return sectionsOf(method).map((section) => (
    <div key={section.id} className="h-block-gap" id={`group-${section.id}`}>
      {section.name !== null && <h3 className="h-h3">{sectionTitle(t, section)}</h3>}
      <CriteriaTable t={t} method={method} section={section} />
    </div>
  ));
}

function sectionTitle(t: Translator, { name, criteria, share }: CriteriaSection): string {
  return t("methods.groupHead", {
    name: name === null ? "" : tr(name, t.locale),
    count: criteria.length,
    weight: share === null ? "none" : formatShare(share, 1, t.locale),
  });
}

function CriteriaTable({
  t,
  method,
  section,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly section: CriteriaSection;
}) {
  const name = section.name === null ? tr(method.name, t.locale) : tr(section.name, t.locale);
  return (
    <ScrollTable caption={t("methods.criteriaTable", { name })} stack variant="h-table--criteria">
      <THead
        columns={[{ label: t("methods.example") }, { label: t("methods.question") }, { label: t("methods.answers") }]}
      />
      <TBody>
        {section.criteria.map((criterion) => {
          const outputs = method.pair
            ? method.outputs
            : [outputOfCriterion(method, criterion)].flatMap((one) => one ?? []);
          return (
            <Row key={criterion.id} id={criterion.id}>
              <Cell nowrap wideOnly>
                {labelOf(method, criterion)}
              </Cell>
              <RowHead sub={<Remarks t={t} method={method} criterion={criterion} />}>
                {tr(criterion.text, t.locale)}
              </RowHead>
              <Cell label={t("methods.answers")} full>
                <ul className="h-changes">
                  {criterion.options.map((option) => (
                    <li key={option.id}>
                      {tr(option.text, t.locale)}
                      <span className="h-2">: {effectText(t, outputs, criterion, option.id)}</span>
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

/** Help, what kind of question it is, and which facts answer it: one line of text, to keep the page small. */
function Remarks({
  t,
  method,
  criterion,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly criterion: Criterion;
}) {
  const kinds = kindsOf(method, criterion);
  const remarks = [
    ...(criterion.chosen ? [`${t("methods.additional")}.`] : []),
    ...(criterion.optional ? [`${t("methods.mayStayOpen")}.`] : []),
    ...(kinds.length === 0
      ? []
      : [
          t("methods.fromFacts", {
            list: formatList(
              kinds.map((kind) => kindName(t, kind)),
              t.locale,
            ),
          }),
        ]),
  ].join(" ");
  return (
    <>
      {criterion.help && tr(criterion.help, t.locale)}
      {remarks !== "" && <span className="h-block">{remarks}</span>}
    </>
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
                {output.scale.direction === "lower"
                  ? level.level
                  : t(level.above ? "methods.levelAbove" : "methods.levelFrom", { from: level.from })}
              </Cell>
              <Cell>{tr(level.name, t.locale)}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </div>
  );
}
