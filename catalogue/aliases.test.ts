import { describe, expect, test } from "vitest";
import { toOrganisations } from "@/lib/domain/catalogue/to-domain";
import type { OrganisationRow } from "@/lib/domain/catalogue/rows";
import { buildIndex, matchName, MATCH_ACCEPT } from "@/lib/domain/naming";
import aliases from "./aliases.json";
import organisationFile from "./organisations.json";
import productFile from "./products.json";

type Aliases = Readonly<Record<string, readonly string[]>>;
const organisationAliases: Aliases = aliases.organisations;
const productAliases: Aliases = aliases.products;

const legal = toOrganisations(organisationFile.organisations as unknown as readonly OrganisationRow[]).aliases;
const organisations = organisationFile.organisations.map((row) => ({
  id: row.id,
  name: row.name,
  aliases: [...(legal.get(row.id) ?? []), ...(organisationAliases[row.id] ?? [])],
}));
const products = productFile.products.map((row) => ({
  id: row.id,
  name: row.name,
  aliases: productAliases[row.id] ?? [],
}));

describe.each([
  ["organisations", organisations, organisationAliases],
  ["products", products, productAliases],
] as const)("aliases of %s", (_, entries, table) => {
  const index = buildIndex(entries);
  const taken = (name: string) =>
    matchName(index, name)
      .filter((match) => match.confidence >= MATCH_ACCEPT)
      .map((match) => match.id);

  test("belong to rows that exist", () => {
    const ids = new Set(entries.map((entry) => entry.id));
    expect(Object.keys(table).filter((id) => !ids.has(id))).toEqual([]);
  });

  test("lead to their own row and to no other", () => {
    const astray = Object.entries(table).flatMap(([id, names]) =>
      names.filter((name) => taken(name).join() !== id).map((name) => `${name} → ${taken(name).join(", ")}, not ${id}`),
    );
    expect(astray).toEqual([]);
  });

  test("leave every row's own name its own", () => {
    expect(
      entries.filter((entry) => matchName(index, entry.name)[0]?.id !== entry.id).map((entry) => entry.id),
    ).toEqual([]);
  });
});
