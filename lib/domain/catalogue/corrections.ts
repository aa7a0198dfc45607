import type { Organisation, Ownership } from "../exposure/types";
import type { Provenance, SourceModel } from "../facts";
import { SOURCE_MODELS } from "../facts";
import type { ProductFacts } from "../service/types";

/** A city's correction of one field of a catalogue row. It holds whatever a later catalogue says. */
export interface Correction {
  readonly subjectId: string;
  readonly field: string;
  readonly value: unknown;
  readonly source: string | null;
  /** ISO day on which it was made. */
  readonly madeOn: string;
}

/** Fields of an organisation a city may correct. `owner`: `{ ownerId, share }` with control, `"none"` or `"unknown"`. */
export const ORGANISATION_FIELDS = ["country", "publicSector", "owner"] as const;
export const PRODUCT_FIELDS = ["licence", "sourceModel", "makerId"] as const;

const provenanceOf = (correction: Correction): Provenance => ({
  source: correction.source,
  asOf: correction.madeOn,
  confidence: "high",
  evidence: "city",
});

/** The organisation as the city sees it. Unknown fields and values of the wrong shape are ignored, never guessed. */
export function correctOrganisation(organisation: Organisation, corrections: readonly Correction[]): Organisation {
  return corrections.reduce((before, correction): Organisation => {
    const provenance = provenanceOf(correction);
    const { field, value } = correction;
    if (field === "country" && (value === null || typeof value === "string")) {
      return { ...before, country: value, provenance };
    }
    if (field === "publicSector" && typeof value === "boolean") return { ...before, publicSector: value, provenance };
    if (field === "owner") {
      if (value === "none" || value === "unknown")
        return { ...before, ownershipKnown: value, ownerships: [], provenance };
      const owner = ownerOf(value, provenance);
      if (owner) return { ...before, ownershipKnown: "listed", ownerships: [owner], provenance };
    }
    return before;
  }, organisation);
}

/** The product as the city sees it. */
export function correctProduct(product: ProductFacts, corrections: readonly Correction[]): ProductFacts {
  return corrections.reduce((before, correction): ProductFacts => {
    const provenance = provenanceOf(correction);
    const { field, value } = correction;
    if (field === "licence" && (value === null || typeof value === "string")) {
      return { ...before, licence: value, osiApproved: null, provenance };
    }
    if (field === "sourceModel" && isSourceModel(value)) {
      return { ...before, sourceModel: value, osiApproved: value === "open-source" ? true : null, provenance };
    }
    if (field === "makerId" && (value === null || typeof value === "string")) {
      return { ...before, makerId: value, provenance };
    }
    return before;
  }, product);
}

function ownerOf(value: unknown, provenance: Provenance): Ownership | null {
  if (typeof value !== "object" || value === null || !("ownerId" in value) || typeof value.ownerId !== "string")
    return null;
  const share = "share" in value && typeof value.share === "number" ? value.share : null;
  return { ownerId: value.ownerId, share, control: true, provenance };
}

const isSourceModel = (value: unknown): value is SourceModel => SOURCE_MODELS.some((model) => model === value);
