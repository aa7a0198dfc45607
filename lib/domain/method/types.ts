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
  /** Best option first; `ladder` = worst first, as the publisher numbers its steps. */
  readonly options: readonly Option[];
  readonly order?: "ladder";
  /**
   * May stay blank: the publisher's rule then counts nothing for it, so a result exists, beside the range that shows what
   * the answer could still add.
   */
  readonly optional?: boolean;
  /** An additional requirement: counts only when it is answered; blank = not chosen, which is not applicable. */
  readonly chosen?: boolean;
  /** Output (dimension) the criterion counts for; methods with one output leave it out. */
  readonly output?: string;
  readonly source?: string;
  /**
   * Asks what a criterion of a shipped method asks, with the same options: what facts say to that one, they say to this
   * one. For a city's own methods; shipped ones have derivations of their own.
   */
  readonly derivedFrom?: { readonly method: string; readonly criterion: string };
}

/** How good a result is on its native scale. `lower` = smaller is better (Munich), `higher` = larger is better. */
export type Direction = "lower" | "higher";

export interface Output {
  readonly id: string;
  readonly name: Text;
  /** Sign behind a value, e.g. "%"; none for levels and marks. */
  readonly sign?: string;
  readonly scale: { readonly min: number; readonly max: number; readonly direction: Direction };
  readonly rule: Rule;
  /** Level of a value, e.g. "A".."E" or "1".."5": the last one whose `from` is reached, or passed where `above` is set. */
  readonly levels: readonly {
    readonly level: string;
    readonly from: number;
    readonly above?: boolean;
    readonly name: Text;
  }[];
}

/** Criteria that count together, e.g. an objective or a domain. */
export interface Group {
  readonly id: string;
  readonly name: Text;
  readonly weight: number;
  /** What the group's points are divided by before they are weighted. */
  readonly divisor: number;
  /** criterion → option → points. */
  readonly points: Readonly<Record<string, Readonly<Record<string, number>>>>;
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
    }
  | {
      /**
       * factor · Σ weight · points / divisor over the groups, divided by Σ weight when `mean`; then clamped and rounded.
       * (Commission's score, Basel, ZenDiS, C3A, Red Hat, Deutschland-Stack)
       */
      readonly kind: "grouped";
      readonly groups: readonly Group[];
      readonly factor: number;
      readonly mean: boolean;
      readonly clamp?: { readonly min: number; readonly max: number };
      /** Decimals of the result; none = not rounded. */
      readonly decimals?: number;
      /** Points for "unknown" where the publisher counts it: a result exists, beside the range that shows the rest. */
      readonly unknownCounts?: number;
      /** `left-out` scales the rest of the group up; `nothing` adds no points; `open` keeps the result open. */
      readonly notApplicable: "left-out" | "nothing" | "open";
    }
  | {
      /** The smallest value of all answered criteria; not applicable is left out. (SEAL, pass or fail) */
      readonly kind: "minimum";
      /** criterion → option → value. */
      readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
      /** Criteria that count elsewhere but never gate here. */
      readonly ignored?: readonly string[];
      /** The smallest value of the scale decides at once, whatever is still open. (fail) */
      readonly decisive?: boolean;
    };

/** A published or chosen other reading of a method, e.g. a weighting. */
export interface Variant {
  readonly parameter: string;
  readonly id: string;
  readonly name: Text;
  /** Why there is this reading, and what it rests on. */
  readonly reason: Text;
  /** By output: what replaces parts of its rule. */
  readonly rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Method {
  readonly ref: MethodRef;
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly unit: "service" | "organisation" | "city" | "product";
  readonly source: { readonly title: string; readonly url: string; readonly date: string };
  readonly licence: { readonly spdx: string; readonly attribution: Text | null };
  /** What a reader must know: gaps in what is published, quirks kept, choices of ours. */
  readonly notes?: readonly Text[];
  readonly criteria: readonly Criterion[];
  readonly outputs: readonly Output[];
  /** Shown together, never one without the other: the score in `output`, the level of `with`. */
  readonly pair?: { readonly output: string; readonly with: string; readonly key: string };
  /** Parameters with the id of the reading that applies when none is chosen. */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly variants?: readonly Variant[];
  /** The publisher's or our own worked examples; run as tests for every method. */
  readonly examples: readonly {
    readonly answers: Answers;
    readonly expect: Readonly<Record<string, number | null>>;
    /** Parameters that differ from the defaults. */
    readonly with?: Readonly<Record<string, string>>;
    /** Where it was published or how it was found. */
    readonly source?: string;
  }[];
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

/** Points of a group, before its weight. */
export interface GroupResult {
  readonly id: string;
  /** null while a criterion of the group is open that the publisher's rule does not count. */
  readonly points: number | null;
  readonly range: Range;
  /** Points of the best answers to all that applies. */
  readonly max: number;
  readonly open: number;
}

export interface OutputResult {
  readonly output: string;
  /** Nothing is open. */
  readonly complete: boolean;
  /** The publisher's figure; also with something open where the publisher's rule counts that, see `Criterion.optional`. */
  readonly result: { readonly value: number; readonly level: string } | null;
  /** Best and worst value still possible, in native direction. Equal to the value when complete. */
  readonly range: Range;
  readonly rangeLevels: { readonly best: string; readonly worst: string };
  readonly unanswered: readonly string[];
  readonly unknown: readonly string[];
  readonly notApplicable: readonly string[];
  readonly parts: readonly Part[];
  /** For rules with groups, in the method's order. */
  readonly groups: readonly GroupResult[];
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
