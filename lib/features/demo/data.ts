import { join } from "node:path";
import { toJurisdictions, toOrganisations, toProducts } from "@/lib/domain/catalogue/to-domain";
import {
  buildMusterstadt,
  generateCity,
  type CityData,
  type DemoCatalogue,
  type GenerateOptions,
} from "@/lib/domain/demo";
import { loadCatalogueFiles, loadDemoServiceRows } from "@/lib/server/catalogue-files";
import type { Database } from "@/lib/server/database/client";
import { UNUSABLE_PASSWORD } from "@/lib/server/password";
import { DEMO_SLUG } from "./schema";

/** The folder with the catalogue's data files. */
export const catalogueDir = (): string => join(process.cwd(), "catalogue");

/** The demo city Musterstadt as plain data. @throws CatalogueFileError when a data file is missing or broken */
export async function musterstadt(slug: string): Promise<CityData> {
  const [rows, catalogue] = await Promise.all([loadDemoServiceRows(catalogueDir()), demoCatalogue()]);
  return buildMusterstadt(rows, catalogue, { slug });
}

/** A generated city as plain data. @throws CatalogueFileError when a data file is missing or broken */
export async function generatedCity(options: GenerateOptions): Promise<CityData> {
  return generateCity(options, await demoCatalogue());
}

async function demoCatalogue(): Promise<DemoCatalogue> {
  const files = await loadCatalogueFiles(catalogueDir());
  return {
    organisations: toOrganisations(files.organisations.map(({ row }) => row)).organisations,
    products: toProducts(files.products.map(({ row }) => row)),
    jurisdictions: toJurisdictions(files.jurisdictions.map(({ row }) => row)),
  };
}

/** The first short name for the demo city that no city has: `musterstadt`, `musterstadt-2`, … */
export async function freeDemoSlug(database: Database): Promise<string> {
  const rows = await database.city.findMany({ where: { slug: { startsWith: DEMO_SLUG } }, select: { slug: true } });
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let number = 1; ; number++) {
    const slug = number === 1 ? DEMO_SLUG : `${DEMO_SLUG}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

export interface DemoCity {
  readonly slug: string;
  readonly name: string;
  readonly services: number;
  readonly snapshots: number;
}

/** The made-up cities in which the person is an administrator, by name. Nobody sees those of others. */
export async function demoCitiesOf(database: Database, userId: string): Promise<DemoCity[]> {
  const cities = await database.city.findMany({
    where: { demo: true, memberships: { some: { userId, role: "administrator" } } },
    select: { slug: true, name: true, _count: { select: { services: true, snapshots: true } } },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
  return cities.map(({ slug, name, _count }) => ({
    slug,
    name,
    services: _count.services,
    snapshots: _count.snapshots,
  }));
}

/** Accounts of invented people in a city: nobody can sign in with them, and they belong to no other city. */
export const inventedPeople = (cityId: string) =>
  ({
    passwordHash: UNUSABLE_PASSWORD,
    disabledAt: { not: null },
    memberships: { some: { cityId }, every: { cityId } },
  }) as const;
