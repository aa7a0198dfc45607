import type { Confidence, FactRef, Provenance, Reason } from "../facts";
import type { Exposure, ExposureWorld } from "../exposure";
import { lowestConfidence } from "../exposure";
import type { DoubleGrip } from "../profile/double-grip";
import type { LicenceClass } from "../profile/licence";
import type { Recognised } from "./standards";
import type { ProductFacts, ServiceFacts } from "./types";

/** An answer that follows from facts, with the sentence and the facts that carry it. */
export interface DerivedAnswer {
  readonly value: string;
  readonly reason: Reason;
  readonly facts: readonly FactRef[];
}

/** A criterion the facts do not settle, and why. It stays unanswered until a person answers it. */
export interface NotDerivable {
  readonly criterion: string;
  readonly reason: Reason;
}

/** What the facts say about one criterion. */
export type Derivation = DerivedAnswer | { readonly value: null; readonly reason: Reason };

/** Everything derivations look at: the service's facts and what was worked out from them once. */
export interface DerivationContext {
  readonly facts: ServiceFacts;
  readonly world: ExposureWorld;
  readonly exposure: Exposure;
  /** Interfaces and formats of the main product, sorted. */
  readonly recognised: { readonly interfaces: Recognised; readonly formats: Recognised };
  readonly doubleGrip: DoubleGrip;
  readonly licence: LicenceClass;
}

export type Derivations = Readonly<Record<string, (context: DerivationContext) => Derivation>>;

export function answer(value: string, key: string, facts: readonly FactRef[], params?: Reason["params"]): Derivation {
  return { value, reason: params === undefined ? { key } : { key, params }, facts };
}

export function open(key: string, params?: Reason["params"]): Derivation {
  return { value: null, reason: params === undefined ? { key } : { key, params } };
}

/** Applies a table of derivations: every criterion ends up either answered or not derivable, never in both. */
export function deriveAll(
  table: Derivations,
  context: DerivationContext,
): { readonly answers: Readonly<Record<string, DerivedAnswer>>; readonly notDerivable: readonly NotDerivable[] } {
  const answers: Record<string, DerivedAnswer> = {};
  const notDerivable: NotDerivable[] = [];
  for (const [criterion, derive] of Object.entries(table)) {
    const derived = derive(context);
    if (derived.value === null) notDerivable.push({ criterion, reason: derived.reason });
    else answers[criterion] = derived;
  }
  return { answers, notDerivable };
}

/** The city's own statement about its service. */
const BY_CITY: Provenance = { source: null, asOf: null, confidence: "high", evidence: "city" };

export function serviceFact(service: ServiceFacts, field: string, value: string | number | null): FactRef {
  return {
    subject: `service:${service.id}`,
    subjectName: service.name,
    field,
    value: value === null ? null : String(value),
    provenance: BY_CITY,
  };
}

/** `atMost` lowers the confidence where the fact supports the answer only in general. */
export function productFact(product: ProductFacts, field: string, value: string | null, atMost?: Confidence): FactRef {
  const confidence = lowestConfidence([product.provenance.confidence, atMost ?? "high"]);
  return {
    subject: `product:${product.id}`,
    subjectName: product.name,
    field,
    value,
    provenance: { ...product.provenance, confidence },
  };
}

/** Up to four names for a sentence; the rest is in the count beside it. */
export function someNames(names: readonly string[]): string {
  return names.slice(0, 4).join(", ") + (names.length > 4 ? ", …" : "");
}
