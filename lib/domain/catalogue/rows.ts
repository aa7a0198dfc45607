import type { Confidence, SourceModel } from "../facts";

/*
 * The rows of the catalogue files as the mapping needs them. The file schemas are stricter; this room must not know them.
 */

interface SourcedRow {
  readonly source: string;
  readonly confidence: Confidence;
  readonly evidence: "read" | "named-not-opened";
}

export interface OrganisationRow extends SourcedRow {
  readonly id: string;
  readonly name: string;
  readonly legal_entity: string;
  readonly hq_country: string | null;
  readonly ultimate_parent: {
    readonly name: string | null;
    readonly country: string | null;
    readonly self: boolean | null;
  };
  readonly holders?:
    | readonly {
        readonly name: string;
        readonly country: string | null;
        readonly share: number;
        readonly as_of: string;
      }[]
    | undefined;
  readonly ownership: string;
  readonly us_nexus: string;
  readonly as_of: string;
}

export interface ProductRow extends SourcedRow {
  readonly id: string;
  readonly name: string;
  readonly maker: string | null;
  readonly category: string;
  readonly licence: string;
  readonly source_model: SourceModel;
  readonly osi_approved: boolean;
  readonly open_standards_and_apis: readonly string[];
  readonly open_source_alternatives: readonly string[];
  readonly as_of: string;
}

export interface CountryRow {
  readonly code: string;
  readonly eu: boolean;
  readonly eea: boolean;
  readonly as_of: string;
  readonly access_laws: readonly (SourcedRow & {
    readonly name: string;
    readonly year: number | null;
    readonly reaches_data_abroad: "yes" | "conditional" | "no" | "unclear";
    readonly status: string;
  })[];
}
