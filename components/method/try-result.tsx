import { GroupsTable } from "@/components/assessment/groups-table";
import { Raises } from "@/components/assessment/raises";
import { outputText, resultText } from "@/components/assessment/result-text";
import { Track } from "@/components/assessment/standings";
import { Cell, Note, Row, RowHead, ScrollTable, Strip, TBody, THead } from "@/components/ui";
import { floorVerdict, type Calculation } from "@/lib/domain/method/calculator";
import { groupStandings } from "@/lib/domain/method/groups";
import { raise } from "@/lib/domain/method/raise";
import { domainLevel, redhatReadiness } from "@/lib/domain/method/redhat-readiness-2025";
import { METHOD_TEXTS, sentence } from "@/lib/domain/method/texts";
import type { Criterion, Method, MethodResult, Output, OutputResult, Part } from "@/lib/domain/method/types";
import { valuesOf } from "@/lib/domain/service/merge";
import { standingOf, type Standing } from "@/lib/domain/service/standing";
import { formatList } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { answerText } from "./examples";
import { parameterName, passOrFail, readingName, scaleKind } from "./parts";
import { SharesResult } from "./shares";

/** What the engine makes of the answers: a result, or exactly what is still possible; and the reason of each part. */
export function TryResult({
  t,
  published,
  calculation,
  name,
}: {
  readonly t: Translator;
  /** The method with all its readings. */
  readonly published: Method;
  readonly calculation: Calculation;
  /** What the result is for, as a link may say. */
  readonly name: string | null;
}) {
  const { method, answers, refused, readings } = calculation;
  const given = Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }]));
  const standing = standingOf(method, { answers: {}, notDerivable: [] }, given);
  const { result } = standing;
  const chosen = Object.entries(readings).map(
    ([parameter, id]) => `${parameterName(t, parameter)}: ${readingName(t, published, parameter, id)}`,
  );
  const level = method.outputs.find(({ id }) => id === method.pair?.with);
  const floor = floorVerdict(method, result, calculation.floor);
  const floorName = tr(level?.levels.find(({ from }) => from === floor?.floor)?.name ?? { de: "", en: "" }, t.locale);
  return (
    <div id="result" className="h-result">
      <h3 className="h-h3">{name ? t("methods.resultFor", { name }) : t("methods.resultTitle")}</h3>
      {refused.length > 0 && (
        <Note tone="warning">
          {t("methods.tryRefused", { list: refused.map((each) => `${each.criterion}=${each.value}`).join(", ") })}
        </Note>
      )}
      {method.pair ? (
        <PairView t={t} standing={standing} />
      ) : (
        result.outputs.map((each) => {
          const output = method.outputs.find((one) => one.id === each.output);
          return output && <OutputView key={each.output} t={t} method={method} output={output} result={each} />;
        })
      )}
      {floor && (
        <Note tone={floor.verdict === "missed" ? "danger" : floor.verdict === "open" ? "warning" : "info"}>
          {t(
            floor.verdict === "reached"
              ? "methods.floorReached"
              : floor.verdict === "missed"
                ? "methods.floorMissed"
                : "methods.floorOpen",
            { name: floorName },
          )}
        </Note>
      )}
      {chosen.length > 0 && <p className="h-meta">{t("methods.readingsNow", { list: chosen.join("; ") })}</p>}
      {calculation.shares && <SharesResult t={t} method={method} shares={calculation.shares} />}
      <GroupsTable t={t} standing={standing} />
      {method.id === redhatReadiness.id && <DomainLevels t={t} standing={standing} />}
      <Raises
        t={t}
        method={{ ...method, outputs: method.outputs.filter(({ id }) => !unchosen(result, id)) }}
        raises={method.outputs.flatMap((output) => raise(method, answers, output.id) ?? [])}
      />
      <Reasons t={t} standing={standing} />
    </div>
  );
}

/** Nobody chose any of the additional requirements that the output consists of. */
const unchosen = (result: MethodResult, id: string): boolean =>
  result.outputs.some(({ output, complete, result: value }) => output === id && complete && value === null);

/** How much is answered and what is not: no result without it. */
function counts(t: Translator, result: OutputResult): string {
  const open = result.unanswered.length + result.unknown.length + result.notApplicable.length;
  return t("methods.counts", {
    answered: result.parts.length - open,
    total: result.parts.length,
    unknown: result.unknown.length,
    unanswered: result.unanswered.length,
    notApplicable: result.notApplicable.length,
  });
}

/** Score and level together. */
function PairView({ t, standing }: { readonly t: Translator; readonly standing: Standing }) {
  const { method, result } = standing;
  const [first] = result.outputs;
  return (
    <div className="h-result__o">
      <p className="h-strong">{resultText(t, method, result)}</p>
      {result.outputs.map((output) => {
        const name = method.outputs.find(({ id }) => id === output.output)?.name;
        return (
          <div key={output.output} className="h-result__track">
            <span className="h-meta">{name && tr(name, t.locale)}</span>
            <Track
              method={method}
              output={settledTrack(output)}
              label={name && `${tr(name, t.locale)}: ${outputText(t, method, output)}`}
            />
          </div>
        );
      })}
      {first && <p className="h-meta">{counts(t, first)}</p>}
    </div>
  );
}

/** Where only one value is left, the track shows it like a result. */
const settledTrack = (output: OutputResult): OutputResult =>
  output.result === null && output.range.best === output.range.worst
    ? { ...output, result: { value: output.range.best, level: output.rangeLevels.best } }
    : output;

function OutputView({
  t,
  method,
  output,
  result,
}: {
  readonly t: Translator;
  readonly method: Method;
  readonly output: Output;
  readonly result: OutputResult;
}) {
  const kind = scaleKind(output);
  const { best, worst } = result.rangeLevels;
  const order = output.levels.map((each) => each.level);
  const [from, to] = [order.indexOf(best), order.indexOf(worst)].sort((a, b) => a - b);
  const possible = order.slice(from, (to ?? 0) + 1);
  const outputName = tr(output.name, t.locale);
  const valueWords = passOrFail(output) ? passText(t, output, result) : outputText(t, method, result);
  return (
    <div className="h-result__o">
      <p className="h-strong">{kind === null ? `${outputName}: ${valueWords}` : levelText(t, output, result)}</p>
      {kind === null ? (
        <Track method={method} output={settledTrack(result)} label={`${outputName}: ${valueWords}`} />
      ) : (
        <p aria-hidden="true">
          <Strip kind={kind} possible={possible} actual={result.result?.level ?? null} large text="" />
        </p>
      )}
      <p className="h-meta">
        {kind !== null &&
          !result.result &&
          `${t("methods.rangeValues", { best: result.range.best, worst: result.range.worst })}; `}
        {counts(t, result)}
      </p>
    </div>
  );
}

/** Passed, failed, or still open; a number would say nothing. */
function passText(t: Translator, output: Output, { result }: OutputResult): string {
  const found = output.levels.find(({ level }) => level === result?.level);
  return found === undefined ? t("methods.notYet") : tr(found.name, t.locale);
}

/** Levels 1–5 and bands A–E in words. */
function levelText(t: Translator, output: Output, { result, rangeLevels: { best, worst } }: OutputResult): string {
  const name = tr(output.name, t.locale);
  if (result) {
    const { level, value } = result;
    const text = output.levels.find((each) => each.level === level)?.name;
    const params = { output: name, level, name: text ? tr(text, t.locale) : level, value, max: output.scale.max };
    return scaleKind(output) === "munich" ? t("methods.resultLevel", params) : t("methods.resultBand", params);
  }
  return best === worst
    ? t("methods.resultOpenOne", { output: name, best })
    : t("methods.resultOpen", { output: name, best, worst });
}

/** Red Hat names a level for each domain, too. */
function DomainLevels({ t, standing }: { readonly t: Translator; readonly standing: Standing }) {
  return (
    <p>
      <span className="h-strong">{t("methods.domainLevels")}: </span>
      {formatList(
        groupStandings(standing.method, valuesOf(standing.answers)).map(({ name, points, max }) => {
          const level =
            points === null || max === 0 ? t("methods.notYet") : tr(domainLevel(points / max).name, t.locale);
          return `${tr(name, t.locale)} ${level}`;
        }),
        t.locale,
      )}
    </p>
  );
}

/** From this many questions on only answered ones are listed. */
const MANY = 12;

/** Reason of every part; a pair has one row per question with both effects. */
function Reasons({ t, standing }: { readonly t: Translator; readonly standing: Standing }) {
  const { method, result, answers } = standing;
  const values = valuesOf(answers);
  const row = (criterion: Criterion, parts: readonly Part[], key: string) => (
    <Row key={key}>
      <RowHead>{tr(criterion.text, t.locale)}</RowHead>
      <Cell label={t("methods.answer")}>{answerText(t, criterion, values)}</Cell>
      {parts.map((part, index) => (
        <Cell key={index} label={t("methods.reason")} full>
          {tr(sentence(part.reason, METHOD_TEXTS), t.locale)}
        </Cell>
      ))}
    </Row>
  );
  // In a long method the open questions would bury the answers.
  const shown =
    method.criteria.length > MANY ? method.criteria.filter(({ id }) => Object.hasOwn(answers, id)) : method.criteria;
  const hidden = method.criteria.length - shown.length;
  if (shown.length === 0) return null;
  const names = method.pair
    ? method.outputs.map(({ name }) => t("methods.pairReason", { name: tr(name, t.locale) }))
    : [t("methods.reason")];
  return (
    <>
      <ScrollTable caption={t("methods.reasons")} stack dense>
        <THead
          columns={[
            { label: t("methods.question") },
            { label: t("methods.answer") },
            ...names.map((label) => ({ id: label, label })),
          ]}
        />
        <TBody>
          {shown.flatMap((criterion) => {
            const parts = result.outputs.flatMap((output) =>
              output.parts.filter((part) => part.criterion === criterion.id),
            );
            return method.pair
              ? [row(criterion, parts, criterion.id)]
              : parts.map((part, index) => row(criterion, [part], `${criterion.id}.${index}`));
          })}
        </TBody>
      </ScrollTable>
      {hidden > 0 && <p className="h-meta">{t("methods.reasonsHidden", { count: hidden })}</p>}
    </>
  );
}
