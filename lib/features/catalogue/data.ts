import { buildIndex, matchName, MATCH_ACCEPT, type NameMatch } from "@/lib/domain/naming";
import { together, type Database, type Tx } from "@/lib/server/database/client";

type Reader = Database | Tx;

/** Finds whom a written name means, among the catalogue's rows and the city's own. */
export interface Matcher {
  /** Best first, each id once, empty when nothing fits. */
  matchOrganisation(name: string): readonly NameMatch[];
  matchProduct(name: string): readonly NameMatch[];
  /** Id of the one row that may be taken without asking (`MATCH_ACCEPT`), or null: unknown, doubtful or ambiguous. */
  acceptOrganisation(name: string): string | null;
  acceptProduct(name: string): string | null;
  readonly organisations: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly country: string | null }
  >;
  readonly products: ReadonlyMap<
    string,
    { readonly id: string; readonly name: string; readonly makerId: string | null }
  >;
}

/** The names of the catalogue and of the city, ready to be looked up. Rows withdrawn from the catalogue are not offered any more. */
export async function loadMatcher(reader: Reader, cityId: string): Promise<Matcher> {
  const where = { OR: [{ cityId: null }, { cityId }], withdrawnAt: null };
  const [organisations, products] = await together(reader, [
    reader.organisation.findMany({
      where,
      select: { id: true, name: true, aliases: true, country: true },
      orderBy: { id: "asc" },
    }),
    reader.product.findMany({
      where,
      select: { id: true, name: true, aliases: true, makerId: true },
      orderBy: { id: "asc" },
    }),
  ]);
  const organisationIndex = buildIndex(organisations);
  const productIndex = buildIndex(products);
  const matchOrganisation = (name: string) => matchName(organisationIndex, name);
  const matchProduct = (name: string) => matchName(productIndex, name);
  return {
    matchOrganisation,
    matchProduct,
    acceptOrganisation: (name) => accepted(matchOrganisation(name)),
    acceptProduct: (name) => accepted(matchProduct(name)),
    organisations: new Map(organisations.map((row) => [row.id, row])),
    products: new Map(products.map((row) => [row.id, row])),
  };
}

/** Two rows that fit equally well decide nothing. */
function accepted(matches: readonly NameMatch[]): string | null {
  const [first, second] = matches;
  if (!first || first.confidence < MATCH_ACCEPT) return null;
  return second?.confidence === first.confidence ? null : first.id;
}

/** What forms offer: the countries the catalogue knows, and its categories of products. */
export async function loadChoices(
  reader: Reader,
): Promise<{ readonly countries: string[]; readonly categories: string[] }> {
  const [countries, categories] = await together(reader, [
    reader.jurisdiction.findMany({ select: { code: true }, orderBy: { code: "asc" } }),
    reader.product.findMany({
      where: { cityId: null, category: { not: null } },
      distinct: ["category"],
      select: { category: true },
    }),
  ]);
  return {
    countries: countries.map(({ code }) => code),
    categories: categories.flatMap(({ category }) => category ?? []),
  };
}
