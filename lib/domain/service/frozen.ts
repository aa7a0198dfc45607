import type { FactRef, Reason } from "../facts";
import type { MethodRef, Range, SourcedAnswer } from "../method/types";
import type { Standing } from "./standing";

/** An answer as it was approved. */
export interface FrozenAnswer {
  readonly value: string;
  readonly origin: SourcedAnswer["origin"];
  readonly note: string | null;
  readonly reason: Reason;
  readonly facts: readonly Pick<FactRef, "subject" | "subjectName" | "field" | "value">[];
}

export interface FrozenOutput {
  readonly output: string;
  readonly value: number | null;
  readonly level: string | null;
  readonly range: Range;
}

/** What an approval is about: the answers, whoever or whatever gave them, and what came out. */
export interface Frozen {
  readonly format: 1;
  readonly method: MethodRef;
  readonly service: { readonly id: string; readonly name: string };
  readonly answers: Readonly<Record<string, FrozenAnswer>>;
  readonly outputs: readonly FrozenOutput[];
}

/** The content of an approval. Answers stand in the method's order, so that the same content is the same text. */
export function freeze(standing: Standing, service: Frozen["service"]): Frozen {
  return {
    format: 1,
    method: standing.method.ref,
    service: { id: service.id, name: service.name },
    answers: Object.fromEntries(
      standing.method.criteria.flatMap(({ id }) => {
        const answer = standing.answers[id];
        return answer === undefined ? [] : [[id, frozenAnswer(answer)] as const];
      }),
    ),
    outputs: frozenOutputs(standing),
  };
}

const frozenAnswer = ({ value, origin, note, reason, facts }: SourcedAnswer): FrozenAnswer => ({
  value,
  origin,
  note: note ?? null,
  reason,
  facts: facts.map(({ subject, subjectName, field, value: known }) => ({ subject, subjectName, field, value: known })),
});

const frozenOutputs = ({ result }: Pick<Standing, "result">): FrozenOutput[] =>
  result.outputs.map((output) => ({
    output: output.output,
    value: output.result?.value ?? null,
    level: output.result?.level ?? null,
    range: output.range,
  }));

/** Answers and results alone, as one line: equal exactly when nothing that was approved has changed. */
export function printOf(content: {
  readonly method: MethodRef;
  readonly answers: Readonly<Record<string, { readonly value: string }>>;
  readonly outputs: readonly FrozenOutput[];
}): string {
  const answers = Object.entries(content.answers)
    .map(([id, { value }]) => `${id}=${value}`)
    .sort();
  const outputs = content.outputs.map(
    ({ output, value, range }) => `${output}=${value ?? "-"}(${range.best},${range.worst})`,
  );
  return [content.method, ...answers, ...outputs].join(";");
}

/** The same line for how the service stands now. */
export const printNow = (standing: Standing): string =>
  printOf({ method: standing.method.ref, answers: standing.answers, outputs: frozenOutputs(standing) });

/** A difference between what was approved and what holds now. */
export interface ChangedAnswer {
  readonly criterion: string;
  readonly before: FrozenAnswer | null;
  readonly now: SourcedAnswer | null;
}

export interface SinceApproval {
  readonly answers: readonly ChangedAnswer[];
  readonly outputs: readonly { readonly before: FrozenOutput; readonly now: FrozenOutput }[];
  /** Results differ although all answers are the same: the rules have changed. */
  readonly rulesChanged: boolean;
}

/** What has changed since the approval; null when nothing has. */
export function sinceApproval(approved: Frozen, standing: Standing): SinceApproval | null {
  const ids = new Set([...Object.keys(approved.answers), ...Object.keys(standing.answers)]);
  const answers = [...ids].flatMap((criterion): ChangedAnswer[] => {
    const before = approved.answers[criterion] ?? null;
    const now = standing.answers[criterion] ?? null;
    return before?.value === now?.value ? [] : [{ criterion, before, now }];
  });
  const current = new Map(frozenOutputs(standing).map((output) => [output.output, output]));
  const outputs = approved.outputs.flatMap((before) => {
    const now = current.get(before.output);
    if (now === undefined) return [];
    const same =
      before.value === now.value && before.range.best === now.range.best && before.range.worst === now.range.worst;
    return same ? [] : [{ before, now }];
  });
  if (answers.length === 0 && outputs.length === 0) return null;
  return { answers, outputs, rulesChanged: answers.length === 0 };
}
