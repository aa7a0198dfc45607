import { METHOD_TEXTS, sentence } from "./texts";
import type { Method, MethodRef, MethodResult, OutputResult, Part, Range, Text } from "./types";

/** A part with its reason as a sentence. */
export type ScorePart = Part & { readonly text: Text };

interface ScoreFields {
  readonly complete: boolean;
  readonly result: { readonly value: number; readonly level: string } | null;
  readonly range: Range | null;
  readonly unanswered: readonly string[];
  readonly unknown: readonly string[];
  readonly notApplicable: readonly string[];
  readonly parts: readonly ScorePart[];
}

/** What the command line prints for one set of answers. */
export interface ScoreOutput extends ScoreFields {
  readonly method: MethodRef;
  /** One entry per output, only for methods with several; these have no result of their own, as no average exists. */
  readonly outputs?: Readonly<Record<string, ScoreFields>>;
}

/** Shapes a result for programs. Methods with several outputs get null for the result and the range at the top. */
export function toScoreOutput(result: MethodResult, method: Method): ScoreOutput {
  const [only, ...others] = result.outputs;
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
