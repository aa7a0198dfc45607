import type { ReactNode } from "react";
import { Section } from "@/components/layout";
import { Cell, Mark, Row, RowHead, ScrollTable, Strip, TBody, TFoot, THead, type MunichLevel } from "@/components/ui";
import { NOT_APPLICABLE, UNKNOWN } from "@/lib/domain/method/answers";
import type { Criterion, Method, OutputResult, Part, SourcedAnswer } from "@/lib/domain/method/types";
import type { NotDerivable } from "@/lib/domain/service/derive";
import { bandOf } from "@/lib/domain/strategy/bands";
import { formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { reasonText } from "@/lib/i18n/reasons";
import { FactDetails } from "./facts";

interface Answered {
  readonly t: Translator;
  readonly base: string;
  readonly method: Method;
  readonly answers: Readonly<Record<string, SourcedAnswer>>;
  readonly notDerivable: readonly NotDerivable[];
}

/** An answer in words: the option's text, unknown, not applicable, or open. */
export function answerText(t: Translator, criterion: Criterion, value: string | null | undefined): string {
  if (value === null || value === undefined) return t("assessment.state_open");
  if (value === UNKNOWN) return t("common.unknown");
  if (value === NOT_APPLICABLE) return t("common.notApplicable");
  const option = criterion.options.find((each) => each.id === value);
  return option === undefined ? value : tr(option.text, t.locale);
}

/** Question, answer, points, origin and reason of every criterion of one output. */
export function AnswerTable({
  caption,
  output,
  foot,
  numbered = false,
  ...p
}: Answered & {
  readonly caption: string;
  readonly output: OutputResult;
  readonly foot: ReactNode;
  readonly numbered?: boolean;
}) {
  const { t } = p;
  return (
    <ScrollTable caption={caption} stack variant="h-table--answers">
      <THead
        columns={[
          { label: t("service.question") },
          { label: t("service.answer") },
          { label: t("service.points"), num: true },
          { label: t("service.origin") },
          { label: t("service.reason") },
        ]}
      />
      <TBody>
        {output.parts.map((part, i) => (
          <AnswerRow key={part.criterion} {...p} part={part} number={numbered ? i : null} />
        ))}
      </TBody>
      {foot !== null && <TFoot>{foot}</TFoot>}
    </ScrollTable>
  );
}

function AnswerRow({
  t,
  base,
  method,
  answers,
  notDerivable,
  part,
  number,
}: Answered & { readonly part: Part; readonly number: number | null }) {
  const criterion = method.criteria.find((each) => each.id === part.criterion);
  if (criterion === undefined) return null;
  const answer = Object.hasOwn(answers, part.criterion) ? answers[part.criterion] : undefined;
  const missing = notDerivable.find((each) => each.criterion === part.criterion);
  const why =
    answer === undefined
      ? missing
        ? reasonText(missing.reason, t.locale)
        : reasonText(part.reason, t.locale)
      : reasonText(answer.reason, t.locale);
  const counts = answer === undefined ? null : reasonText(part.reason, t.locale);
  const text = tr(criterion.text, t.locale);
  return (
    <Row>
      <RowHead>
        {number === null ? (
          text
        ) : (
          <span className="h-hang">
            <span className="h-2">{number}</span>
            <span>{text}</span>
          </span>
        )}
      </RowHead>
      <Cell label={t("service.answer")} strong keyFigure>
        {answerText(t, criterion, answer?.value)}
      </Cell>
      <Cell label={t("service.points")} num>
        {pointsOf(t, part, number)}
      </Cell>
      <Cell label={t("service.origin")}>{answer === undefined ? "–" : t(`service.origin_${answer.origin}`)}</Cell>
      <Cell label={t("service.reason")} full>
        {why}
        {counts !== null && <span className="h-cellsub">{counts}</span>}
        {answer?.overrides !== undefined && (
          <span className="h-cellsub">
            {t("service.overrides", { value: answerText(t, criterion, answer.overrides) })}
          </span>
        )}
        {answer?.note !== undefined && <span className="h-cellsub">{t("service.note", { note: answer.note })}</span>}
        <FactDetails t={t} base={base} facts={answer?.facts ?? []} />
      </Cell>
    </Row>
  );
}

/** Points of a part; the first of a counting method is where it starts from. */
function pointsOf(t: Translator, { points }: Part, number: number | null): string {
  if (points === null) return "–";
  if (number === 0) return t("service.startPoints", { points: formatNumber(points, t.locale) });
  return formatNumber(points, t.locale, { sign: number !== null && points !== 0 });
}

/** How many criteria are answered from where. */
function counts(output: OutputResult, answers: Readonly<Record<string, SourcedAnswer>>) {
  const given = output.parts.map((part) =>
    Object.hasOwn(answers, part.criterion) ? answers[part.criterion] : undefined,
  );
  return {
    all: output.parts.length,
    answered: output.parts.filter((part) => part.state === "answered" || part.state === "not-applicable").length,
    derived: given.filter((answer) => answer?.origin === "derived").length,
    assessed: given.filter((answer) => answer?.origin === "assessed").length,
    unknown: output.unknown.length,
    open: output.unanswered.length,
  };
}

const range = (from: number, to: number): string[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => String(Math.min(from, to) + i));

/** Munich's score with its six questions. */
export function MunichSection({ output, ...p }: Answered & { readonly output: OutputResult }) {
  const { t, method } = p;
  const { result, range: span } = output;
  const level = method.outputs[0]?.levels.find((each) => each.level === result?.level);
  const finding =
    result === null
      ? t("service.reasonsRange", { best: span.best, worst: span.worst })
      : t("service.reasonsComplete", {
          level: result.level,
          name: level === undefined ? "" : tr(level.name, t.locale),
        });
  const attribution = method.licence.attribution;
  return (
    <Section
      id="reasons"
      kicker={t("service.tocReasons")}
      finding={finding}
      base={[
        t("service.reasonsBase", counts(output, p.answers)),
        t("service.formula"),
        ...(attribution === null ? [] : [tr(attribution, t.locale)]),
      ]}
    >
      <AnswerTable
        {...p}
        output={output}
        numbered
        caption={t("service.munichScore")}
        foot={
          <Row>
            <RowHead>{t("service.result")}</RowHead>
            <Cell keyFigure label={t("service.answer")}>
              {result === null ? (
                <Strip
                  kind="munich"
                  possible={range(span.best, span.worst)}
                  text={t("ui.stripPossible", { values: `${span.best}–${span.worst}` })}
                />
              ) : (
                <Mark
                  kind="munich"
                  value={result.value as MunichLevel}
                  label={t("common.level", { level: result.level })}
                />
              )}
            </Cell>
            <Cell num label={t("service.points")}>
              {result === null ? `${span.best}–${span.worst}` : `= ${result.value}`}
            </Cell>
            <Cell colSpan={2} full quiet>
              {result === null ? finding : t("service.nativeLevel", { level: result.level })}
            </Cell>
          </Row>
        }
      />
    </Section>
  );
}

const NAMES = {
  freedom: "service.freedom",
  jurisdiction: "service.jurisdiction",
  openness: "service.openness",
} as const;
type Dimension = keyof typeof NAMES;
const isDimension = (id: string): id is Dimension => Object.hasOwn(NAMES, id);

/** Points with their band, or the span still possible. */
export function pointsText(t: Translator, output: OutputResult): string {
  const points = (value: number) => formatNumber(Math.round(value * 10) / 10, t.locale);
  if (output.result !== null) return t("service.pointsOf", { points: points(output.result.value) });
  const [best, worst] = [points(output.range.best), points(output.range.worst)];
  return best === worst ? t("assessment.onlyPossible", { value: best }) : t("service.pointsRange", { best, worst });
}

/** The three dimensions with their parts, side by side in words, never in one number. */
export function ProfileSection({ outputs, ...p }: Answered & { readonly outputs: readonly OutputResult[] }) {
  const { t, method } = p;
  const short = (output: OutputResult) => {
    const [worst, best] = [Math.round(output.range.worst), Math.round(output.range.best)];
    return t("service.profilePart", {
      name: isDimension(output.output) ? t(NAMES[output.output]) : output.output,
      value:
        output.result !== null
          ? formatNumber(Math.round(output.result.value), t.locale)
          : worst === best
            ? String(best)
            : `${worst}–${best}`,
    });
  };
  return (
    <Section
      id="profile"
      kicker={t("service.tocProfile")}
      finding={outputs.map(short).join(", ")}
      base={[t("service.profileBase"), method.ref]}
    >
      {outputs.map((output, i) => {
        const name = isDimension(output.output) ? t(NAMES[output.output]) : output.output;
        return (
          <div key={output.output} className={i === 0 ? undefined : "h-mt-l"}>
            <h3 className="h-h3">{name}</h3>
            <p className="h-meta">{t("service.reasonsBase", counts(output, p.answers))}</p>
            <AnswerTable
              {...p}
              output={output}
              caption={name}
              foot={
                <Row>
                  <RowHead>{t("service.result")}</RowHead>
                  <Cell keyFigure label={t("service.answer")}>
                    <BandStrip t={t} output={output} />
                  </Cell>
                  <Cell num label={t("service.points")}>
                    {output.result === null ? "" : formatNumber(Math.round(output.result.value * 10) / 10, t.locale)}
                  </Cell>
                  <Cell colSpan={2} full quiet>
                    {pointsText(t, output)}
                  </Cell>
                </Row>
              }
            />
          </div>
        );
      })}
    </Section>
  );
}

const BAND_ORDER = ["A", "B", "C", "D", "E"];

/** Band on its scale; several marks while answers are open. */
export function BandStrip({ t, output }: { readonly t: Translator; readonly output: OutputResult }) {
  if (output.result !== null) {
    const band = bandOf(output.result.value);
    return <Strip kind="band" actual={band} text={t("common.band", { band })} />;
  }
  const [best, worst] = [bandOf(output.range.best), bandOf(output.range.worst)];
  const possible = BAND_ORDER.slice(BAND_ORDER.indexOf(best), BAND_ORDER.indexOf(worst) + 1);
  return <Strip kind="band" possible={possible} text={t("ui.stripPossible", { values: possible.join(", ") })} />;
}
