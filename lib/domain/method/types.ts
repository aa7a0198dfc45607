import type { FactRef, Reason } from "../facts";

/** `id@version`; an assessment stores it, an unknown version is an error. */
export type MethodRef = `${string}@${string}`;

/** Text in both languages of the product. */
export interface Text {
  readonly de: string;
  readonly en: string;
}

/** What is said about a criterion: an option id of the criterion, `unknown` or `not-applicable`. Absent = unanswered. */
export type AnswerValue = string;
export type Answers = Readonly<Record<string, AnswerValue>>;

export interface Option {
  readonly id: string;
  readonly text: Text;
}

export interface Criterion {
  readonly id: string;
  readonly text: Text;
  readonly help?: Text;
  /** Best option first. */
  readonly options: readonly Option[];
  /** Output (dimension) the criterion counts for; methods with one output leave it out. */
  readonly output?: string;
  readonly source?: string;
}

/** How good a result is on its native scale. `lower` = smaller is better (Munich), `higher` = larger is better. */
export type Direction = "lower" | "higher";

export interface Output {
  readonly id: string;
  readonly name: Text;
  readonly scale: { readonly min: number; readonly max: number; readonly direction: Direction };
  readonly rule: Rule;
  /** Level of a value, e.g. "A".."E" or "1".."5". */
  readonly levels: readonly { readonly level: string; readonly from: number; readonly name: Text }[];
}

/** How answers become a value. Extend by a new `kind` only when no existing one can say it. */
export type Rule =
  | {
      /** start value minus deductions, clamped; a knock-out answer fixes the result. (Munich) */
      readonly kind: "knockout-count";
      readonly knockout: { readonly criterion: string; readonly option: string; readonly value: number };
      readonly start: number;
      readonly step: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly floor: number;
    }
  | {
      /** Weighted sum of option values, then deductions, then caps; not-applicable leaves the denominator. (profile) */
      readonly kind: "weighted";
      readonly total: number;
      readonly weights: Readonly<
        Record<string, { readonly weight: number; readonly values: Readonly<Record<string, number>> }>
      >;
      readonly deductions: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly caps: readonly { readonly criterion: string; readonly option: string; readonly max: number }[];
    }
  | {
      /** Value looked up from one criterion, raised by another, never above the next step. (jurisdiction) */
      readonly kind: "lookup";
      readonly criterion: string;
      readonly values: Readonly<Record<string, number>>;
      readonly bonus: { readonly criterion: string; readonly option: string; readonly points: number };
    };

export interface Method {
  readonly ref: MethodRef;
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly unit: "service" | "organisation" | "city" | "product";
  readonly source: { readonly title: string; readonly url: string; readonly date: string };
  readonly licence: { readonly spdx: string; readonly attribution: Text | null };
  readonly criteria: readonly Criterion[];
  readonly outputs: readonly Output[];
  /** The publisher's or our own worked examples; run as tests for every method. */
  readonly examples: readonly { readonly answers: Answers; readonly expect: Readonly<Record<string, number | null>> }[];
}

export interface Range {
  readonly best: number;
  readonly worst: number;
}

export interface Part {
  readonly criterion: string;
  readonly state: "answered" | "unknown" | "not-applicable" | "unanswered";
  readonly value: string | null;
  /** What the answer contributed in native points; null while open or where nothing is added. */
  readonly points: number | null;
  readonly reason: Reason;
}

export interface OutputResult {
  readonly output: string;
  readonly complete: boolean;
  readonly result: { readonly value: number; readonly level: string } | null;
  /** Best and worst value still possible, in native direction. Equal to the value when complete. */
  readonly range: Range;
  readonly rangeLevels: { readonly best: string; readonly worst: string };
  readonly unanswered: readonly string[];
  readonly unknown: readonly string[];
  readonly notApplicable: readonly string[];
  readonly parts: readonly Part[];
}

export interface MethodResult {
  readonly method: MethodRef;
  readonly complete: boolean;
  readonly outputs: readonly OutputResult[];
}

/** An answer together with where it comes from. Assessed overrides derived, and says why. */
export interface SourcedAnswer {
  readonly value: AnswerValue;
  readonly origin: "derived" | "assessed";
  readonly reason: Reason;
  readonly facts: readonly FactRef[];
  /** Set when an assessed answer overrides a different derived one. */
  readonly overrides?: AnswerValue;
  readonly note?: string;
}
