import type { Reason } from "../facts";
import { answerTo, stateOf } from "./answers";
import type { Answers, Criterion, GroupResult, Output, Part, Rule } from "./types";

/** What a rule makes of the answers: the smallest and largest value still possible, and why. */
export interface Ruled {
  /** Nothing is open. */
  readonly complete: boolean;
  /** The publisher's figure; null while something is open that the publisher's rule does not count. */
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly parts: readonly Part[];
  readonly groups: readonly GroupResult[];
}

export type RuleOf<K extends Rule["kind"]> = Extract<Rule, { kind: K }>;
export type Scale = Output["scale"];

/** Values are kept to six decimals, so that the order of a sum can never decide about a level. */
export const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
/** One decimal, for the numbers in a sentence. */
export const shown = (value: number): number => Math.round(value * 10) / 10;
export const clamp = (value: number, scale: Scale): number => Math.min(scale.max, Math.max(scale.min, value));
/** A number of a table by option id; own properties only. */
export const entry = (table: Readonly<Record<string, number>> | undefined, option: string): number | undefined =>
  table !== undefined && Object.hasOwn(table, option) ? table[option] : undefined;

export const reason = (key: string, params?: Reason["params"]): Reason =>
  params === undefined ? { key } : { key, params };

export function part(criterion: string, answers: Answers, points: number | null, why: Reason): Part {
  return {
    criterion,
    state: stateOf(criterion, answers),
    value: answerTo(criterion, answers),
    points: points === null ? null : exact(points),
    reason: why,
  };
}

const OPEN_REASON = {
  unanswered: "part.open.unanswered",
  unknown: "part.open.unknown",
  "not-applicable": "part.open.notApplicable",
} as const;

/** Part of a criterion that keeps the range open. */
export function openPart(criterion: string, answers: Answers): Part {
  const state = stateOf(criterion, answers);
  return part(criterion, answers, null, reason(OPEN_REASON[state === "answered" ? "unanswered" : state]));
}

/** The options that can still come true: the one given, or all of them while nothing definite is said. */
export function possible(criterion: Criterion, answers: Answers): readonly string[] {
  const value = answerTo(criterion.id, answers);
  return stateOf(criterion.id, answers) === "answered" && value !== null
    ? [value]
    : criterion.options.map((option) => option.id);
}
