import { MethodTrack } from "@/components/charts";
import { Section } from "@/components/layout";
import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Method, OutputResult } from "@/lib/domain/method/types";
import { goodness, headline, type Disagreement, type Standing } from "@/lib/domain/service/standing";
import { tr, type Translator } from "@/lib/i18n";
import { answerText } from "../service/record-answers";
import { outputText, resultText } from "./result-text";

interface Props {
  readonly t: Translator;
  /** `/c/<city>/services/<id>` */
  readonly service: string;
  readonly standings: readonly Standing[];
  readonly disagreement: Disagreement | null;
  readonly mayAssess: boolean;
}

/** All methods on one service, each in its own scale, and one sentence where they disagree. */
export function MethodsSection({ t, service, standings, disagreement, mayAssess }: Props) {
  const columns = {
    method: t("service.method"),
    result: t("service.result"),
    track: t("assessment.track"),
    answers: t("assessment.answered"),
  };
  const complete = standings.filter(({ result }) => result.complete).length;
  return (
    <Section
      id="methods"
      kicker={t("assessment.allMethods")}
      finding={
        disagreement === null
          ? t("assessment.methodsAgree", { complete, all: standings.length })
          : disagreementText(t, disagreement)
      }
      base={[t("assessment.methodsBase")]}
    >
      <ScrollTable caption={t("assessment.allMethods")} stack>
        <THead
          columns={[
            { label: columns.method },
            { label: columns.result },
            { label: columns.track },
            { label: columns.answers },
            { label: t("common.edit"), hidden: true },
          ]}
        />
        <TBody>
          {standings.map((standing) => {
            const { method, result } = standing;
            const name = tr(method.name, t.locale);
            return (
              <Row key={method.ref}>
                <RowHead sub={method.ref}>
                  <a href={`${service}/methods/${method.ref}`}>{name}</a>
                </RowHead>
                <Cell label={columns.result} keyFigure>
                  {resultText(t, method, result)}
                </Cell>
                <Cell bar label={columns.track}>
                  {tracksOf(method, result.outputs).map((output) => (
                    <Track key={output.output} method={method} output={output} />
                  ))}
                </Cell>
                <Cell label={columns.answers}>{t("assessment.answeredOf", answeredOf(standing))}</Cell>
                <Cell label={t("common.edit")}>
                  {mayAssess && (
                    <a
                      href={`${service}/assess?method=${method.id}@${method.version}`}
                      aria-label={t("assessment.assessBy", { method: name })}
                    >
                      {t("service.assess")}
                    </a>
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

/** The level of a pair speaks for it; a method with several outputs has a track for each. */
const tracksOf = (method: Method, outputs: readonly OutputResult[]) =>
  method.pair ? outputs.filter(({ output }) => output === method.pair?.with) : outputs;

export function Track({
  method,
  output,
  label,
}: {
  readonly method: Method;
  readonly output: OutputResult;
  readonly label?: string;
}) {
  const at = (value: number) => goodness(method, output, value);
  return (
    <MethodTrack
      value={output.result === null ? null : at(output.result.value)}
      worst={at(output.range.worst)}
      best={at(output.range.best)}
      label={label}
    />
  );
}

/** How many criteria are settled, from where, and what is unknown. */
export function answeredOf({ method, answers, result }: Standing) {
  const settled = Object.values(answers);
  const unknown = new Set(result.outputs.flatMap((output) => output.unknown)).size;
  return {
    answered: settled.length - unknown,
    // Additional requirements that nobody chose are no question.
    all: method.criteria.filter(({ id, chosen }) => chosen !== true || Object.hasOwn(answers, id)).length,
    derived: settled.filter(({ origin }) => origin === "derived").length,
    unknown,
  };
}

/** "Munich 2, but SEAL-1: keys with the provider." */
export function disagreementText(t: Translator, { kinder, stricter, because }: Disagreement): string {
  const short = ({ method, result }: Standing) => {
    const output = headline(method, result);
    return output === null ? "" : outputText(t, method, output);
  };
  return t("assessment.disagree", {
    kinder: tr(kinder.method.name, t.locale),
    kinderResult: short(kinder),
    stricter: tr(stricter.method.name, t.locale),
    stricterResult: short(stricter),
    question: tr(because.text, t.locale),
    answer: answerText(t, because, stricter.answers[because.id]?.value),
  });
}
