import { competitorsOf } from "./competitors";
import type { Provenance } from "../facts";
import type { Jurisdiction, Organisation, Ownership, OwnershipKnowledge } from "../exposure/types";
import type { ProductFacts } from "../service/types";
import { legalNames, nameKey, slug, withoutParentheses } from "./names";
import type { CountryRow, OrganisationRow, ProductRow } from "./rows";

export interface CatalogueOrganisations {
  /** One per row, then the owners that have no row of their own (`parent:<slug>`). */
  readonly organisations: readonly Organisation[];
  /** Further names per organisation id. A name that two organisations claim belongs to neither and is left out. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

function provenance(row: Pick<OrganisationRow, "source" | "as_of" | "confidence" | "evidence">): Provenance {
  return { source: row.source, asOf: row.as_of, confidence: row.confidence, evidence: row.evidence };
}

/** Words for a group of owners, not for one owner: two rows that say "Member municipalities" mean different ones. */
const COLLECTIVE = /^(member|municipal|municipalities|public bodies|public it providers|private equity|former)\b/i;

/** An agreement that has not closed: the buyer is not the owner yet. */
const NOT_CLOSED = /\bannounced\b/i;

/** Is it established that the organisation has no owner above it? Low confidence is not proof; a fund always has a name. */
function knownToHaveNoOwner(row: OrganisationRow): boolean {
  return (
    row.ultimate_parent.self === true &&
    row.confidence !== "low" &&
    row.us_nexus !== "unknown" &&
    row.ownership !== "unknown" &&
    row.ownership !== "private-equity"
  );
}

/**
 * Organisations with their ownership edges, from the catalogue's rows.
 *
 * A named parent becomes an edge with control and unknown share, to the row of that name or to an added organisation.
 * A parent nobody has named, or a "none known" of low confidence, stays `unknown`. A missing seat stays null, never EU.
 * `us_nexus: subsidiary` becomes a US affiliate. Where the row itself is unsure, the added owner's own ownership is unknown.
 */
export function toOrganisations(rows: readonly OrganisationRow[]): CatalogueOrganisations {
  const idOfName = indexNames(rows);
  const added = new Map<string, Organisation>();

  const ownerId = (row: OrganisationRow, name: string, country: string | null, ultimate: boolean): string => {
    const short = withoutParentheses(name.split(";")[0] ?? name);
    const existing = idOfName.get(nameKey(short));
    // A parent spelt like the row itself is a holding of the same name, never the row: nobody owns itself.
    if (existing !== undefined && existing !== row.id) return existing;
    const id = `parent:${COLLECTIVE.test(short) ? row.id : slug(nameKey(short))}`;
    const sure = ultimate && row.confidence !== "low" && row.us_nexus !== "unknown" && country !== null;
    const before = added.get(id);
    if (before === undefined) {
      added.set(id, {
        id,
        name: COLLECTIVE.test(short) ? name : short,
        country,
        publicSector: row.ownership === "public-sector",
        ownershipKnown: sure ? "none" : "unknown",
        ownerships: [],
        affiliates: [],
        provenance: provenance(row),
      });
    } else if (sure && before.ownershipKnown === "unknown") {
      added.set(id, { ...before, country, ownershipKnown: "none", provenance: provenance(row) });
    }
    return id;
  };

  const organisations = rows.map((row): Organisation => {
    const parent = row.ultimate_parent;
    const edges: Ownership[] = [];
    let known: OwnershipKnowledge;
    if (parent.self === true) known = knownToHaveNoOwner(row) ? "none" : "unknown";
    else if (parent.name === null || NOT_CLOSED.test(parent.name)) known = "unknown";
    else {
      known = "listed";
      edges.push({
        ownerId: ownerId(row, parent.name, parent.country, true),
        share: null,
        control: true,
        provenance: provenance(row),
      });
    }
    for (const holder of row.holders ?? []) {
      edges.push({
        ownerId: ownerId(row, holder.name, holder.country, false),
        share: holder.share,
        control: false,
        provenance: { ...provenance(row), asOf: holder.as_of },
      });
    }
    return {
      id: row.id,
      name: row.name,
      country: row.hq_country,
      publicSector: row.ownership === "public-sector",
      ownershipKnown: known,
      ownerships: edges,
      affiliates: row.us_nexus === "subsidiary" ? [{ country: "US", provenance: provenance(row) }] : [],
      provenance: provenance(row),
    };
  });

  return { organisations: [...organisations, ...added.values()], aliases: collectAliases(rows) };
}

/** Name and legal-entity spellings → row id; a spelling of two rows leads nowhere. */
function indexNames(rows: readonly OrganisationRow[]): Map<string, string> {
  const index = new Map<string, string | null>();
  const put = (name: string, id: string) => {
    const key = nameKey(name);
    const before = index.get(key);
    if (key === "" || before === id) return;
    index.set(key, before === undefined ? id : null);
  };
  for (const row of rows) {
    put(row.name, row.id);
    for (const name of legalNames(row.name, row.legal_entity)) put(name, row.id);
  }
  return new Map([...index].filter((entry): entry is [string, string] => entry[1] !== null));
}

function collectAliases(rows: readonly OrganisationRow[]): Map<string, readonly string[]> {
  const claims = new Map<string, Set<string>>();
  const claim = (name: string, id: string) => {
    const key = nameKey(name);
    claims.set(key, (claims.get(key) ?? new Set()).add(id));
  };
  for (const row of rows) {
    claim(row.name, row.id);
    for (const name of legalNames(row.name, row.legal_entity)) claim(name, row.id);
  }
  return new Map(
    rows.map((row) => [
      row.id,
      legalNames(row.name, row.legal_entity).filter((name) => claims.get(nameKey(name))?.size === 1),
    ]),
  );
}

/** Product facts from the catalogue's rows; alternatives are given by name, group entries have no maker. */
export function toProducts(rows: readonly ProductRow[]): ProductFacts[] {
  const nameOf = new Map(rows.map((row) => [row.id, row.name]));
  const offered = rows.map(({ name, category, maker }) => ({ name, category, makerId: maker }));
  const competitors = competitorsOf(offered);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    makerId: row.maker,
    category: row.category,
    licence: row.licence,
    sourceModel: row.source_model,
    osiApproved: row.osi_approved,
    interfaces: row.open_standards_and_apis,
    alternatives: row.open_source_alternatives.map((id) => nameOf.get(id) ?? id),
    competitors: competitors({ name: row.name, category: row.category, makerId: row.maker }),
    provenance: provenance(row),
  }));
}

/** Jurisdictions with their access laws. A country without laws in the list was not researched; that is not "none". */
export function toJurisdictions(rows: readonly CountryRow[]): Jurisdiction[] {
  return rows.map((row) => ({
    code: row.code,
    eu: row.eu,
    eea: row.eea,
    laws: row.access_laws.map((law) => ({
      name: law.name,
      year: law.year,
      reachesDataAbroad: law.reaches_data_abroad,
      status: law.status,
      provenance: { source: law.source, asOf: row.as_of, confidence: law.confidence, evidence: law.evidence },
    })),
  }));
}
