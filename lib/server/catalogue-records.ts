import { toOrganisations } from "@/lib/domain/catalogue/to-domain";
import { contentHash, type CatalogueFiles } from "./catalogue-files";

/** A row as it is stored, with the hash of everything that is stored for it. */
export type Stored<T> = T & { readonly contentHash: string };

interface Sourced {
  readonly source: string | null;
  readonly asOf: string | null;
  readonly confidence: string;
  readonly evidence: string;
}

export interface OwnershipRecord extends Sourced {
  readonly ownerId: string | null;
  readonly share: number | null;
  readonly control: boolean;
}

export interface OrganisationRecord extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly legalEntity: string | null;
  readonly country: string | null;
  readonly publicSector: boolean;
  /** The catalogue's role; `owner` for an organisation known only as somebody's owner. */
  readonly kind: string;
  readonly ownershipKnown: string;
  readonly usNexus: string | null;
  readonly affiliates: unknown;
  readonly aliases: readonly string[];
  readonly note: string | null;
  readonly ownerships: readonly OwnershipRecord[];
}

export interface ProductRecord extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly makerId: string | null;
  readonly category: string;
  readonly licence: string;
  readonly sourceModel: string;
  readonly osiApproved: boolean;
  readonly delivery: readonly string[];
  readonly interfaces: readonly string[];
  readonly alternativeIds: readonly string[];
  readonly partOf: readonly string[];
  readonly aliases: readonly string[];
  readonly evidenceDetail: string | null;
  readonly note: string | null;
}

export interface CatalogueRecords {
  readonly organisations: readonly Stored<OrganisationRecord>[];
  readonly products: readonly Stored<ProductRecord>[];
  readonly jurisdictions: readonly Stored<{ readonly code: string; readonly data: unknown }>[];
  /** Over all rows, as stored: it also changes when a new version maps the same files differently. */
  readonly hash: string;
}

/** The catalogue's files as rows to store: owners without a row of their own added, aliases of both origins joined. */
export function catalogueRecords(files: CatalogueFiles): CatalogueRecords {
  const rowOf = new Map(files.organisations.map(({ row }) => [row.id, row]));
  const mapped = toOrganisations([...rowOf.values()]);
  const organisations = mapped.organisations.map((organisation) => {
    const row = rowOf.get(organisation.id);
    return stored<OrganisationRecord>({
      id: organisation.id,
      name: organisation.name,
      legalEntity: row?.legal_entity ?? null,
      country: organisation.country,
      publicSector: organisation.publicSector,
      kind: row?.role ?? "owner",
      ownershipKnown: organisation.ownershipKnown,
      usNexus: row?.us_nexus ?? null,
      affiliates: organisation.affiliates,
      aliases: joined(mapped.aliases.get(organisation.id), files.aliases.organisations[organisation.id]),
      note: row?.note ?? null,
      ...organisation.provenance,
      ownerships: organisation.ownerships.map(({ provenance, ...edge }) => ({ ...edge, ...provenance })),
    });
  });
  const products = files.products.map(({ row }) =>
    stored<ProductRecord>({
      id: row.id,
      name: row.name,
      makerId: row.maker,
      category: row.category,
      licence: row.licence,
      sourceModel: row.source_model,
      osiApproved: row.osi_approved,
      delivery: row.delivery,
      interfaces: row.open_standards_and_apis,
      alternativeIds: row.open_source_alternatives,
      partOf: row.part_of,
      aliases: joined(files.aliases.products[row.id]),
      source: row.source,
      asOf: row.as_of,
      confidence: row.confidence,
      evidence: row.evidence,
      evidenceDetail: row.evidence_detail,
      note: row.note,
    }),
  );
  const jurisdictions = files.jurisdictions.map(({ row }) => stored({ code: row.code, data: row as unknown }));
  const hashes = [organisations, products, jurisdictions].map((rows) => rows.map((row) => row.contentHash).sort());
  return { organisations, products, jurisdictions, hash: contentHash(hashes) };
}

const stored = <T extends object>(row: T): Stored<T> => ({ ...row, contentHash: contentHash(row) });

const joined = (...lists: readonly (readonly string[] | undefined)[]): string[] => [
  ...new Set(lists.flatMap((list) => list ?? [])),
];
