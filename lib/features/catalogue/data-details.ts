import type { Grant } from "@/lib/domain/access/authorise";
import { holdingsAbove, holdingsOf, standingOf } from "@/lib/domain/catalogue/standing";
import { isListed } from "@/lib/domain/exposure";
import type { Provenance } from "@/lib/domain/facts";
import type { Database } from "@/lib/server/database/client";
import { loadCityWorld, type CityWorld } from "../score/data";
import { makersJson, servicesPerOrganisation } from "./data-lists";
import { countryRowSchema } from "./schema";

export const SERVICES_SHOWN = 50;

type Read = Pick<Grant<"catalogue.read">, "cityId">;

/** A city's correction with who made it; `endedAt` null = in force. */
export interface CorrectionItem {
  readonly id: string;
  readonly field: string;
  readonly value: unknown;
  /** Name of the organisation that the value points to. */
  readonly valueName: string | null;
  readonly reason: string;
  readonly source: string | null;
  readonly by: string | null;
  readonly at: Date;
  readonly endedAt: Date | null;
}

/** A service of the city and what the organisation or product is to it. */
export interface ServiceUse {
  readonly id: string;
  readonly name: string;
  readonly department: string | null;
  /** Roles, `product-maker` for a service on a product it makes; empty on a product's page. */
  readonly roles: readonly string[];
  readonly exposure: string | null;
  readonly exposureAtLeast: boolean;
  readonly munich: number | null;
}

export interface ServiceUses {
  readonly items: readonly ServiceUse[];
  readonly total: number;
  readonly page: number;
}

const own = (cityId: string) => ({ OR: [{ cityId: null }, { cityId }] });

/** One organisation as the city sees it, with what the catalogue says where the city says otherwise. Null when there is none. */
export async function findOrganisation(database: Database, grant: Read, id: string, page: number) {
  const row = await database.organisation.findFirst({
    where: { id, ...own(grant.cityId) },
    include: { ownerships: { where: own(grant.cityId), include: { owner: { select: { name: true } } } } },
  });
  if (!row) return null;
  const city = await loadCityWorld(database, grant.cityId);
  const seen = city.world.organisations.get(id);
  if (!seen) return null;
  const usage = await servicesPerOrganisation(database, grant.cityId, city);
  const made = [...city.products.values()].filter((product) => product.makerId === id).map((product) => product.id);
  const count = usage.get(id) ?? 0;
  const shown = Math.min(page, lastPage(count));
  const [corrections, services, total] = await Promise.all([
    findCorrections(database, grant.cityId, "organisation", id, city),
    servicesOfOrganisation(database, grant.cityId, id, city, shown),
    totalServices(database, grant.cityId),
  ]);
  return {
    row: { ...row, affiliates: seen.affiliates },
    seen,
    own: row.cityId !== null,
    /** Owners by the row itself, where the city says otherwise. */
    statedOwners: row.ownerships.map(({ owner, share }) => ({ name: owner?.name ?? null, share })),
    standing: standingOf(city.world, id),
    above: holdingsAbove(city.world, id),
    holds: holdingsOf(city.world, id).map((holding) => ({
      ...holding,
      services: usage.get(holding.organisation.id) ?? 0,
    })),
    products: made.flatMap((productId) => city.products.get(productId) ?? []),
    corrections,
    services: { items: services, total: count, page: shown },
    total,
    provenance: statedProvenance(row),
  };
}
export type OrganisationDetail = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

/** One product as the city sees it. */
export async function findProduct(database: Database, grant: Read, id: string, page: number) {
  const row = await database.product.findFirst({ where: { id, ...own(grant.cityId) } });
  if (!row) return null;
  const city = await loadCityWorld(database, grant.cityId);
  const seen = city.products.get(id);
  if (!seen) return null;
  const named = (ids: readonly string[]) => ids.flatMap((each) => city.products.get(each) ?? []);
  const count = await database.serviceProduct.count({
    where: { cityId: grant.cityId, productId: id, service: { lifecycle: { not: "retired" } } },
  });
  const shown = Math.min(page, lastPage(count));
  const [corrections, services, total] = await Promise.all([
    findCorrections(database, grant.cityId, "product", id, city),
    servicesOfProduct(database, grant.cityId, id, shown),
    totalServices(database, grant.cityId),
  ]);
  const maker = seen.makerId === null ? undefined : city.world.organisations.get(seen.makerId);
  return {
    row,
    seen,
    own: row.cityId !== null,
    maker: maker
      ? { id: maker.id, name: maker.name, country: maker.country, standing: standingOf(city.world, maker.id) }
      : null,
    alternatives: named(row.alternativeIds).map((product) => ({
      product,
      maker: product.makerId === null ? null : (city.world.organisations.get(product.makerId)?.name ?? null),
    })),
    partOf: named(row.partOf),
    corrections,
    /** Maker by the catalogue, where the city says otherwise. */
    statedMaker: row.makerId === null ? null : (city.world.organisations.get(row.makerId)?.name ?? row.makerId),
    services: { items: services, total: count, page: shown },
    total,
    provenance: statedProvenance(row),
  };
}
export type ProductDetail = NonNullable<Awaited<ReturnType<typeof findProduct>>>;

/** One country with its laws and the organisations seated there that the city uses. */
export async function findJurisdiction(database: Database, grant: Read, code: string) {
  const row = await database.jurisdiction.findUnique({ where: { code } });
  if (!row) return null;
  const country = countryRowSchema.parse(row.data);
  const city = await loadCityWorld(database, grant.cityId);
  const usage = await servicesPerOrganisation(database, grant.cityId, city);
  const here = [...city.world.organisations.values()].filter((each) => each.country === code);
  const used = here
    .filter((each) => usage.has(each.id))
    .map((each) => ({ id: each.id, name: each.name, services: usage.get(each.id) ?? 0 }))
    .sort((a, b) => b.services - a.services || (a.name < b.name ? -1 : 1));
  const jurisdiction = city.world.jurisdictions.get(code);
  return { country, listed: jurisdiction !== undefined && isListed(jurisdiction), organisations: here.length, used };
}
export type JurisdictionDetail = NonNullable<Awaited<ReturnType<typeof findJurisdiction>>>;

/** The city's own row for its edit form; null for a catalogue row. */
export async function findOwnOrganisation(
  database: Database,
  grant: Pick<Grant<"catalogue.correct">, "cityId">,
  id: string,
) {
  const row = await database.organisation.findFirst({
    where: { id, cityId: grant.cityId },
    include: { ownerships: { where: { cityId: grant.cityId }, include: { owner: { select: { name: true } } } } },
  });
  if (!row) return null;
  const [edge] = row.ownerships;
  return { ...row, ownerName: edge?.owner?.name ?? null, share: edge?.share ?? null };
}

export async function findOwnProduct(
  database: Database,
  grant: Pick<Grant<"catalogue.correct">, "cityId">,
  id: string,
) {
  return database.product.findFirst({
    where: { id, cityId: grant.cityId },
    include: { maker: { select: { name: true } } },
  });
}

async function findCorrections(
  database: Database,
  cityId: string,
  subjectType: string,
  subjectId: string,
  city: CityWorld,
): Promise<CorrectionItem[]> {
  const rows = await database.correction.findMany({
    where: { cityId, subjectType, subjectId },
    orderBy: { createdAt: "desc" },
  });
  const ids = [...new Set(rows.flatMap((row) => row.createdById ?? []))];
  const people = new Map(
    (await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map((user) => [
      user.id,
      user.name,
    ]),
  );
  return rows.map((row) => ({
    id: row.id,
    field: row.field,
    value: row.value,
    valueName: organisationName(row.field, row.value, city),
    reason: row.reason,
    source: row.source,
    by: row.createdById === null ? null : (people.get(row.createdById) ?? null),
    at: row.createdAt,
    endedAt: row.endedAt,
  }));
}

function organisationName(field: string, value: unknown, city: CityWorld): string | null {
  const id =
    field === "makerId"
      ? value
      : typeof value === "object" && value !== null && "ownerId" in value
        ? value.ownerId
        : null;
  return typeof id === "string" ? (city.world.organisations.get(id)?.name ?? id) : null;
}

const lastPage = (count: number): number => Math.max(1, Math.ceil(count / SERVICES_SHOWN));

/** Services that count in this feature's figures: all but retired ones. */
const totalServices = (database: Database, cityId: string) =>
  database.service.count({ where: { cityId, lifecycle: { not: "retired" } } });

async function servicesOfOrganisation(
  database: Database,
  cityId: string,
  id: string,
  city: CityWorld,
  page: number,
): Promise<ServiceUse[]> {
  return database.$queryRaw<ServiceUse[]>`
    SELECT s."id", s."name", d."name" AS "department", u."roles", c."exposure", coalesce(c."exposureAtLeast", true) AS "exposureAtLeast", c."munichValue" AS "munich"
    FROM (
      SELECT x."serviceId", array_agg(DISTINCT x."role" ORDER BY x."role") AS "roles" FROM (
        SELECT r."serviceId", r."role" FROM "ServiceRole" r WHERE r."cityId" = ${cityId}::uuid AND r."organisationId" = ${id}
        UNION ALL
        SELECT p."serviceId", 'product-maker' FROM "ServiceProduct" p
        JOIN jsonb_to_recordset(${makersJson(city)}::jsonb) AS m("id" text, "makerId" text) ON m."id" = p."productId" AND m."makerId" = ${id}
        WHERE p."cityId" = ${cityId}::uuid
      ) x GROUP BY 1
    ) u JOIN "Service" s ON s."id" = u."serviceId" AND s."lifecycle" <> 'retired'
    LEFT JOIN "Department" d ON d."id" = s."departmentId" LEFT JOIN "ServiceScore" c ON c."serviceId" = s."id"
    ORDER BY s."name", s."id" LIMIT ${SERVICES_SHOWN} OFFSET ${(page - 1) * SERVICES_SHOWN}`;
}

async function servicesOfProduct(database: Database, cityId: string, id: string, page: number): Promise<ServiceUse[]> {
  return database.$queryRaw<ServiceUse[]>`
    SELECT s."id", s."name", d."name" AS "department", ARRAY[]::text[] AS "roles", c."exposure", coalesce(c."exposureAtLeast", true) AS "exposureAtLeast", c."munichValue" AS "munich"
    FROM "ServiceProduct" p JOIN "Service" s ON s."id" = p."serviceId" AND s."lifecycle" <> 'retired'
    LEFT JOIN "Department" d ON d."id" = s."departmentId" LEFT JOIN "ServiceScore" c ON c."serviceId" = s."id"
    WHERE p."cityId" = ${cityId}::uuid AND p."productId" = ${id}
    ORDER BY s."name", s."id" LIMIT ${SERVICES_SHOWN} OFFSET ${(page - 1) * SERVICES_SHOWN}`;
}

/** What the catalogue (or the city, for its own row) says about where the row comes from; without corrections. */
function statedProvenance(row: {
  source: string | null;
  asOf: string | null;
  confidence: string;
  evidence: string;
}): Provenance {
  return {
    source: row.source,
    asOf: row.asOf,
    confidence: row.confidence as Provenance["confidence"],
    evidence: row.evidence as Provenance["evidence"],
  };
}
