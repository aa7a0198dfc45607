import type { Grant } from "@/lib/domain/access/authorise";
import { toJurisdictions } from "@/lib/domain/catalogue/to-domain";
import { standingOf, type Standing } from "@/lib/domain/catalogue/standing";
import { isListed } from "@/lib/domain/exposure";
import type { Provenance, SourceModel } from "@/lib/domain/facts";
import type { Database } from "@/lib/server/database/client";
import { loadCityWorld, type CityWorld } from "../score/data";
import { loadMatcher } from "./data";
import { countryRowSchema, type CountryRow, type OrganisationQuery, type ProductQuery } from "./schema";

export const PAGE_SIZE = 50;

type Read = Pick<Grant<"catalogue.read">, "cityId">;

/** What every row of the catalogue shows about itself. */
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly provenance: Provenance;
  /** The city's own row, not one of the catalogue. */
  readonly own: boolean;
  /** The city has corrected at least one of its facts. */
  readonly corrected: boolean;
  readonly withdrawn: boolean;
  /** Services of the city, retired ones left out. */
  readonly services: number;
}

export interface OrganisationItem extends Listed {
  readonly country: string | null;
  readonly kind: string | null;
  readonly usNexus: string | null;
  readonly standing: Standing;
}

export interface ProductItem extends Listed {
  readonly category: string | null;
  readonly licence: string | null;
  readonly sourceModel: SourceModel | null;
  readonly maker: { readonly id: string; readonly name: string } | null;
  readonly alternatives: number;
}

export interface JurisdictionItem {
  readonly row: CountryRow;
  /** Outside EU and EEA, with a law that reaches data abroad: it counts for the exposure class. */
  readonly listed: boolean;
  /** Organisations with their seat there, as the city sees them. */
  readonly organisations: number;
  /** Of these, in use by the city. */
  readonly used: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly page: number;
}

export interface CatalogueCounts {
  readonly organisations: number;
  readonly products: number;
  readonly jurisdictions: number;
}

/** How many rows the catalogue has for the city, for the tabs. */
export async function countCatalogue(database: Database, grant: Read): Promise<CatalogueCounts> {
  const where = { OR: [{ cityId: null }, { cityId: grant.cityId }], withdrawnAt: null };
  const [organisations, products, jurisdictions] = await Promise.all([
    database.organisation.count({ where }),
    database.product.count({ where }),
    database.jurisdiction.count(),
  ]);
  return { organisations, products, jurisdictions };
}

/** The organisations as the city sees them, filtered; `page` beyond the end is the last one. `size` 0 = all, for a file. */
export async function listOrganisations(
  database: Database,
  grant: Read,
  query: OrganisationQuery,
  size = PAGE_SIZE,
): Promise<Page<OrganisationItem> & { readonly countries: readonly string[] }> {
  const city = await loadCityWorld(database, grant.cityId);
  const [rows, found, corrected, usage] = await Promise.all([
    database.organisation.findMany({
      where: { OR: [{ cityId: null }, { cityId: grant.cityId }] },
      select: { id: true, cityId: true, kind: true, usNexus: true, withdrawnAt: true },
    }),
    searchOrganisations(database, grant.cityId, query.q),
    correctedIds(database, grant.cityId, "organisation"),
    servicesPerOrganisation(database, grant.cityId, city),
  ]);
  const items = rows.flatMap((row): OrganisationItem[] => {
    const known = city.world.organisations.get(row.id);
    const services = usage.get(row.id) ?? 0;
    if (!known || (row.withdrawnAt !== null && services === 0)) return [];
    if (found !== null && !found.has(row.id)) return [];
    if (query.country !== undefined && (known.country ?? "unknown") !== query.country) return [];
    if (query.kind !== undefined && row.kind !== query.kind) return [];
    if (query.nexus !== undefined && row.usNexus !== query.nexus) return [];
    if (query.confidence !== undefined && known.provenance.confidence !== query.confidence) return [];
    if (query.used !== undefined && services === 0) return [];
    return [
      {
        id: row.id,
        name: known.name,
        country: known.country,
        kind: row.kind,
        usNexus: row.usNexus,
        standing: standingOf(city.world, row.id),
        services,
        own: row.cityId !== null,
        corrected: corrected.has(row.id),
        withdrawn: row.withdrawnAt !== null,
        provenance: known.provenance,
      },
    ];
  });
  const countries = [...new Set([...city.world.organisations.values()].flatMap((each) => each.country ?? []))].sort();
  const rank = (a: OrganisationItem, b: OrganisationItem) =>
    query.sort === "services"
      ? b.services - a.services
      : query.sort === "country"
        ? compare(a.country ?? "~", b.country ?? "~")
        : 0;
  items.sort((a, b) => rank(a, b) || byName(a, b));
  return { ...paged(items, query.page, size), countries };
}

/** The products as the city sees them, filtered. */
export async function listProducts(
  database: Database,
  grant: Read,
  query: ProductQuery,
  size = PAGE_SIZE,
): Promise<Page<ProductItem> & { readonly categories: readonly string[] }> {
  const city = await loadCityWorld(database, grant.cityId);
  const [rows, found, corrected, usage] = await Promise.all([
    database.product.findMany({
      where: { OR: [{ cityId: null }, { cityId: grant.cityId }] },
      select: { id: true, cityId: true, withdrawnAt: true },
    }),
    searchProducts(database, grant.cityId, query.q, city),
    correctedIds(database, grant.cityId, "product"),
    servicesPerProduct(database, grant.cityId),
  ]);
  const items = rows.flatMap((row): ProductItem[] => {
    const known = city.products.get(row.id);
    const services = usage.get(row.id) ?? 0;
    if (!known || (row.withdrawnAt !== null && services === 0)) return [];
    if (found !== null && !found.has(row.id)) return [];
    if (query.category !== undefined && known.category !== query.category) return [];
    if (query.model !== undefined && known.sourceModel !== query.model) return [];
    if (query.confidence !== undefined && known.provenance.confidence !== query.confidence) return [];
    if (query.used !== undefined && services === 0) return [];
    const maker = known.makerId === null ? undefined : city.world.organisations.get(known.makerId);
    return [
      {
        id: row.id,
        name: known.name,
        category: known.category,
        licence: known.licence,
        sourceModel: known.sourceModel,
        maker: maker ? { id: maker.id, name: maker.name } : null,
        alternatives: known.alternatives.length,
        services,
        own: row.cityId !== null,
        corrected: corrected.has(row.id),
        withdrawn: row.withdrawnAt !== null,
        provenance: known.provenance,
      },
    ];
  });
  items.sort((a, b) => (query.sort === "services" ? b.services - a.services : 0) || byName(a, b));
  const categories = [...new Set([...city.products.values()].flatMap((each) => each.category ?? []))].sort();
  return { ...paged(items, query.page, size), categories };
}

/** Every country with its laws; how many organisations have their seat there. */
export async function listJurisdictions(database: Database, grant: Read): Promise<JurisdictionItem[]> {
  const city = await loadCityWorld(database, grant.cityId);
  const [rows, usage] = await Promise.all([
    database.jurisdiction.findMany({ orderBy: { code: "asc" } }),
    servicesPerOrganisation(database, grant.cityId, city),
  ]);
  const seats = [...city.world.organisations.values()];
  return rows.map(({ data }) => {
    const row = countryRowSchema.parse(data);
    const here = seats.filter((each) => each.country === row.code);
    const [jurisdiction] = toJurisdictions([row]);
    return {
      row,
      listed: jurisdiction !== undefined && isListed(jurisdiction),
      organisations: here.length,
      used: here.filter((each) => (usage.get(each.id) ?? 0) > 0).length,
    };
  });
}

/** Services in which the organisation has a role or whose product it makes, each service once; the city's corrections count. */
export async function servicesPerOrganisation(
  database: Database,
  cityId: string,
  city: Pick<CityWorld, "products">,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<{ id: string; services: number }[]>`
    SELECT u."organisationId" AS "id", count(DISTINCT u."serviceId")::int AS "services"
    FROM (
      SELECT r."organisationId", r."serviceId" FROM "ServiceRole" r WHERE r."cityId" = ${cityId}::uuid AND r."organisationId" IS NOT NULL
      UNION ALL
      SELECT m."makerId", p."serviceId" FROM "ServiceProduct" p
      JOIN jsonb_to_recordset(${makersJson(city)}::jsonb) AS m("id" text, "makerId" text) ON m."id" = p."productId"
      WHERE p."cityId" = ${cityId}::uuid
    ) u JOIN "Service" s ON s."id" = u."serviceId" AND s."lifecycle" <> 'retired'
    GROUP BY 1`;
  return new Map(rows.map((row) => [row.id, row.services]));
}

async function servicesPerProduct(database: Database, cityId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<{ id: string; services: number }[]>`
    SELECT p."productId" AS "id", count(*)::int AS "services" FROM "ServiceProduct" p
    JOIN "Service" s ON s."id" = p."serviceId" AND s."lifecycle" <> 'retired'
    WHERE p."cityId" = ${cityId}::uuid GROUP BY 1`;
  return new Map(rows.map((row) => [row.id, row.services]));
}

/** Who makes what, as the city sees it, for a join in the database. */
export const makersJson = (city: Pick<CityWorld, "products">): string =>
  JSON.stringify([...city.products.values()].flatMap(({ id, makerId }) => (makerId === null ? [] : [{ id, makerId }])));

/** Ids of the organisations that fit a search text: part of a name or alias, nearly it, or a slip of the pen. Null without a text. */
async function searchOrganisations(
  database: Database,
  cityId: string,
  text: string,
): Promise<ReadonlySet<string> | null> {
  if (text === "") return null;
  const part = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const matcher = await loadMatcher(database, cityId);
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT o."id" FROM "Organisation" o
    WHERE (o."cityId" IS NULL OR o."cityId" = ${cityId}::uuid) AND (
      unaccent(o."name") ILIKE unaccent(${part}) OR unaccent(coalesce(o."legalEntity", '')) ILIKE unaccent(${part})
      OR EXISTS (SELECT 1 FROM unnest(o."aliases") a WHERE unaccent(a) ILIKE unaccent(${part}))
      OR word_similarity(unaccent(lower(${text})), unaccent(lower(o."name"))) >= 0.6)`;
  return new Set([...rows, ...matcher.matchOrganisation(text)].map((row) => row.id));
}

async function searchProducts(
  database: Database,
  cityId: string,
  text: string,
  city: CityWorld,
): Promise<ReadonlySet<string> | null> {
  if (text === "") return null;
  const part = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const [matcher, rows, makers] = await Promise.all([
    loadMatcher(database, cityId),
    database.$queryRaw<{ id: string }[]>`
      SELECT p."id" FROM "Product" p
      WHERE (p."cityId" IS NULL OR p."cityId" = ${cityId}::uuid) AND (
        unaccent(p."name") ILIKE unaccent(${part})
        OR EXISTS (SELECT 1 FROM unnest(p."aliases") a WHERE unaccent(a) ILIKE unaccent(${part}))
        OR word_similarity(unaccent(lower(${text})), unaccent(lower(p."name"))) >= 0.6)`,
    searchOrganisations(database, cityId, text),
  ]);
  const made = [...city.products.values()].filter(({ makerId }) => makerId !== null && makers?.has(makerId));
  return new Set([...rows, ...made, ...matcher.matchProduct(text)].map((row) => row.id));
}

async function correctedIds(database: Database, cityId: string, subjectType: string): Promise<ReadonlySet<string>> {
  const rows = await database.correction.findMany({
    where: { cityId, subjectType, endedAt: null },
    select: { subjectId: true },
  });
  return new Set(rows.map((row) => row.subjectId));
}

function paged<T>(items: readonly T[], wanted: number, size: number): Page<T> {
  if (size === 0) return { items, total: items.length, page: 1 };
  const page = Math.min(wanted, Math.max(1, Math.ceil(items.length / size)));
  return { items: items.slice((page - 1) * size, page * size), total: items.length, page };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const collator = new Intl.Collator("de");
const byName = (a: { name: string; id: string }, b: { name: string; id: string }) =>
  collator.compare(a.name, b.name) || compare(a.id, b.id);
