import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { z } from "zod";
import {
  aliasesFileSchema,
  demoServiceRowSchema,
  jurisdictionsFileSchema,
  organisationsFileSchema,
  productsFileSchema,
  type AliasesFile,
  type CountryRow,
  type DemoServiceRow,
  type OrganisationRow,
  type ProductRow,
} from "@/lib/features/catalogue/schema";

/** A catalogue row with the hash of its content: a row whose hash has not changed needs no update. */
export interface HashedRow<Row> {
  readonly row: Row;
  /** sha256 over the row as JSON with sorted keys, hexadecimal. */
  readonly hash: string;
}

export interface CatalogueFiles {
  readonly jurisdictions: readonly HashedRow<CountryRow>[];
  readonly organisations: readonly HashedRow<OrganisationRow>[];
  readonly products: readonly HashedRow<ProductRow>[];
  /** Further spellings per id, beside those that the organisations' legal entities give. */
  readonly aliases: AliasesFile;
  /** Hash over all rows and aliases: equal means that nothing in the catalogue has changed. */
  readonly hash: string;
}

/** A file of the catalogue that does not match its schema; the message names file, place and problem. */
export class CatalogueFileError extends Error {
  override readonly name = "CatalogueFileError";
}

/**
 * Reads and checks the catalogue's data files.
 * @param dir folder with `jurisdictions.json`, `organisations.json`, `products.json` and `aliases.json`
 * @throws CatalogueFileError when a file is missing, is no JSON or does not match its schema
 */
export async function loadCatalogueFiles(dir: string): Promise<CatalogueFiles> {
  const [jurisdictions, organisations, products, aliases] = await Promise.all([
    readJson(dir, "jurisdictions.json", jurisdictionsFileSchema),
    readJson(dir, "organisations.json", organisationsFileSchema),
    readJson(dir, "products.json", productsFileSchema),
    readJson(dir, "aliases.json", aliasesFileSchema),
  ]);
  const files = {
    jurisdictions: jurisdictions.countries.map(hashed),
    organisations: organisations.organisations.map(hashed),
    products: products.products.map(hashed),
  };
  const hash = createHash("sha256");
  for (const rows of Object.values(files)) for (const { hash: rowHash } of rows) hash.update(rowHash);
  hash.update(contentHash(aliases));
  return { ...files, aliases, hash: hash.digest("hex") };
}

/**
 * Reads the service list of the demo city.
 * @param dir the catalogue folder; the list is `demo/services.csv` in it
 * @throws CatalogueFileError with the line when a row does not match
 */
export async function loadDemoServiceRows(dir: string): Promise<DemoServiceRow[]> {
  const file = path.join("demo", "services.csv");
  const rows: unknown[] = parse(await readText(dir, file), { columns: true, bom: true, skip_empty_lines: true });
  // The header is line 1, so the first row is line 2.
  return rows.map((row, index) => check(demoServiceRowSchema, row, `${file}, row ${index + 2}`));
}

async function readText(dir: string, file: string): Promise<string> {
  try {
    return await readFile(path.join(dir, file), "utf8");
  } catch (cause) {
    throw new CatalogueFileError(`${file}: cannot be read`, { cause });
  }
}

async function readJson<Schema extends z.ZodType>(
  dir: string,
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readText(dir, file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CatalogueFileError(`${file}: not valid JSON`, { cause });
  }
  return check(schema, value, file);
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, place: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new CatalogueFileError(`${place}: ${problems.join("; ")}`);
}

function hashed<Row>(row: Row): HashedRow<Row> {
  return { row, hash: contentHash(row) };
}

/** sha256 over a value as JSON with sorted keys, hexadecimal. */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

/** JSON with sorted keys: the order in which a file lists its fields does not count as a change. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
