import type { By, MetricId, MetricUnit } from "./metric-definitions";

/** Addresses (query part) of the services behind a figure; null when no service can match. */
export interface MetricQueries {
  readonly counted: string | null;
  readonly unknownFact: string | null;
  readonly unknownWeight: string | null;
  readonly populationUnknown: string | null;
}

export interface MetricResult {
  readonly metric: MetricId;
  readonly by: By;
  readonly unit: MetricUnit;
  /** null = no data: nothing measurable. Never 0 in its place. */
  readonly value: number | null;
  /** In services, euro per year or users, after `by`. For `index` the value itself. */
  readonly numerator: number;
  /** Weight of all measured services, in the numerator's unit. For `index` 1, or 0 without data. */
  readonly denominator: number;
  /** Services in the denominator. `measured + unknown` = services the metric is about. */
  readonly measured: number;
  /** Services about which the metric can say nothing: `unknownFact + unknownWeight`. */
  readonly unknown: number;
  /** … because the fact itself is unknown (not assessed, licence unknown, …). */
  readonly unknownFact: number;
  /** … because the fact is known, but not their cost or users. Never taken as zero. */
  readonly unknownWeight: number;
  /** Services that may belong to what the metric is about; nobody has said. Not part of `unknown`. */
  readonly populationUnknown: number;
  /** Measured and not counted, yet could still turn out to count ("at least" classes): the numerator is a lower bound. */
  readonly uncertain: number;
  /** Ids of the services counted in the numerator, sorted. For `index` all measured ones. */
  readonly services: readonly string[];
  readonly unknownServices: readonly string[];
  /** The organisation a concentration is about. */
  readonly subject: MetricSubject | null;
  readonly queries: MetricQueries;
}

export interface MetricSubject {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly public: boolean;
}
