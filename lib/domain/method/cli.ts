import { groupStandings } from "./groups";
import { METHOD_TEXTS, sentence } from "./texts";
import type { Answers, Method, MethodRef, MethodResult, OutputResult, Part, Range, Text } from "./types";

/** A part with its reason as a sentence. */
export type ScorePart = Part & { readonly text: Text };

interface ScoreFields {
  readonly complete: boolean;
  readonly result: ({ readonly value: number; readonly level: string } & Readonly<Record<string, unknown>>) | null;
  readonly range: Range | null;
  readonly unanswered: readonly string[];
  readonly unknown: readonly string[];
  readonly notApplicable: readonly string[];
  readonly parts: readonly ScorePart[];
}

/** What the command line prints for one set of answers. */
export interface ScoreOutput extends ScoreFields {
  readonly method: MethodRef;
  /** One entry per output, only for methods with several that are no pair; these have no result of their own, as no average exists. */
  readonly outputs?: Readonly<Record<string, ScoreFields>>;
  /** Groups of criteria by id, for methods that pair a score with a level. */
  readonly objectives?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [key: string]: unknown;
}

/** Shapes a result for programs. Methods with several outputs get null for the result and the range at the top. */
export function toScoreOutput(result: MethodResult, method: Method, answers: Answers): ScoreOutput {
  const [only, ...others] = result.outputs;
  if (method.pair) return paired(result, method, answers);
  if (only !== undefined && others.length === 0) return { method: method.ref, ...fields(only) };
  return {
    method: method.ref,
    complete: result.complete,
    result: null,
    range: null,
    unanswered: result.outputs.flatMap((output) => output.unanswered),
    unknown: result.outputs.flatMap((output) => output.unknown),
    notApplicable: result.outputs.flatMap((output) => output.notApplicable),
    parts: result.outputs.flatMap((output) => output.parts.map(withText)),
    outputs: Object.fromEntries(result.outputs.map((output) => [output.output, fields(output)])),
  };
}

/** Score and level together, never one without the other, with the level's own range. */
function paired(result: MethodResult, method: Method, answers: Answers): ScoreOutput {
  const { output = "", with: companion = "", key = "level" } = method.pair ?? {};
  const score = result.outputs.find((one) => one.output === output);
  const level = result.outputs.find((one) => one.output === companion);
  if (score === undefined || level === undefined)
    throw new RangeError(`${method.ref}: the pair names a missing output`);
  const both = score.result !== null && level.result !== null;
  return {
    method: method.ref,
    ...fields(score),
    complete: result.complete,
    result:
      both && score.result && level.result
        ? { value: score.result.value, level: level.result.level, [key]: level.result.value }
        : null,
    [`${key}Range`]: level.range,
    objectives: Object.fromEntries(
      groupStandings(method, answers).map((group) => [
        group.id,
        {
          id: group.id,
          name: group.name,
          weight: group.weight,
          points: group.points,
          range: group.range,
          max: group.max,
          percent: group.percent,
          [key]: group.level,
          [`${key}Range`]: group.levels,
          unanswered: group.unanswered,
          unknown: group.unknown,
        },
      ]),
    ),
    parts: score.parts.map((part, i) => ({ ...withText(part), [key]: level.parts[i]?.points ?? null })),
  };
}

function fields(output: OutputResult): ScoreFields {
  return {
    complete: output.complete,
    result: output.result,
    range: output.range,
    unanswered: output.unanswered,
    unknown: output.unknown,
    notApplicable: output.notApplicable,
    parts: output.parts.map(withText),
  };
}

function withText(part: Part): ScorePart {
  return { ...part, text: sentence(part.reason, METHOD_TEXTS) };
}
