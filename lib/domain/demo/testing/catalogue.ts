import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import type { CountryRow, OrganisationRow, ProductRow } from "../../catalogue/rows";
import { toJurisdictions, toOrganisations, toProducts } from "../../catalogue/to-domain";
import type { DemoCatalogue, DemoRow } from "../types";

const text = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../catalogue/${name}`, import.meta.url)), "utf8");

/** The shipped catalogue in domain shape, for tests. */
export function catalogueForTests(): DemoCatalogue {
  const { organisations } = JSON.parse(text("organisations.json")) as { organisations: OrganisationRow[] };
  const { products } = JSON.parse(text("products.json")) as { products: ProductRow[] };
  const { countries } = JSON.parse(text("jurisdictions.json")) as { countries: CountryRow[] };
  return {
    organisations: toOrganisations(organisations).organisations,
    products: toProducts(products),
    jurisdictions: toJurisdictions(countries),
  };
}

/** The shipped demo service list, for tests. */
export function demoRowsForTests(): DemoRow[] {
  const cells: Record<string, string>[] = parse(text("demo/services.csv"), { columns: true });
  const list = (value: string | undefined) => (value ?? "").split(" ").filter(Boolean);
  return cells.map((cell) => ({
    ...(cell as unknown as DemoRow),
    no: Number(cell["no"]),
    suggested_product: cell["suggested_product"] === "" ? null : (cell["suggested_product"] ?? null),
    other_typical_products: list(cell["other_typical_products"]),
    depends_on: list(cell["depends_on"]),
  }));
}
