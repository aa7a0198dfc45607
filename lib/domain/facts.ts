/** The vocabulary that all domain modules share: facts, their provenance, and the four kinds of nothing. */

/** Confidence of a fact, as the catalogue states it. Never shown as certain below `high`. */
export type Confidence = "high" | "medium" | "low";

/** `read` = a source was read; `named-not-opened` = general knowledge, the page was only named; `city` = stated by the city. */
export type Evidence = "read" | "named-not-opened" | "city";

/** Where a fact comes from and how sure it is. */
export interface Provenance {
  readonly source: string | null;
  /** Month or day the fact refers to, ISO (`2026-08` or `2026-08-21`); null when not stated. */
  readonly asOf: string | null;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}

/** A fact used by a derivation, small enough to be shown beside the answer. */
export interface FactRef {
  /** What the fact is about, e.g. `organisation:microsoft`, `product:oracle-db`, `service:<id>`. */
  readonly subject: string;
  /** Name of the subject for people. */
  readonly subjectName: string;
  /** Which field of the subject, e.g. `licence`, `ultimateParent`. */
  readonly field: string;
  readonly value: string | null;
  readonly provenance: Provenance;
}

/** Yes, no, or the honest third. Absent means nobody said anything (unanswered). */
export type YesNo = "yes" | "no" | "unknown";
export type YesPartlyNo = "yes" | "partly" | "no" | "unknown";

/**
 * A sentence that is put together later, in the reader's language: a message key with parameters.
 * Keeps the domain free of languages while every score still has its reason.
 */
export interface Reason {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const PROTECTION_NEEDS = ["normal", "high", "very-high"] as const;
/** Protection need (Schutzbedarf) after BSI-Standard 200-2. */
export type ProtectionNeed = (typeof PROTECTION_NEEDS)[number];

export const OPERATING_MODELS = [
  "own-data-centre",
  "public-provider",
  "vendor-saas",
  "hyperscaler",
  "federal-state-platform",
  "partner-hosted",
] as const;
export type OperatingModel = (typeof OPERATING_MODELS)[number];

export const LIFECYCLES = ["planned", "active", "phasing-out", "retired"] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

export const ORGANISATION_ROLES = ["maker", "operator", "host", "support", "key-holder", "sub-processor"] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** Can the organisation in this role read the service's data? `encrypted` = only ciphertext, keys held by the city alone. */
export const DATA_ACCESS = ["readable", "encrypted", "none", "unknown"] as const;
export type DataAccess = (typeof DATA_ACCESS)[number];

export const DEPENDENCY_KINDS = [
  "hosted-on",
  "stored-in",
  "identity",
  "mail",
  "backup",
  "network",
  "client",
  "interface",
  "licence-server",
] as const;
export type DependencyKind = (typeof DEPENDENCY_KINDS)[number];

export const SOURCE_MODELS = ["open-source", "open-core", "source-available", "proprietary"] as const;
export type SourceModel = (typeof SOURCE_MODELS)[number];
