import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import parseSpdx from "spdx-expression-parse";
import { beforeAll, describe, expect, test } from "vitest";
import type { CountryRow, DemoServiceRow, OrganisationRow, ProductRow } from "@/lib/features/catalogue/schema";
import { loadCatalogueFiles, loadDemoServiceRows, type CatalogueFiles } from "@/lib/server/catalogue-files";

const dir = fileURLToPath(new URL(".", import.meta.url));

let files: CatalogueFiles;
let countries: CountryRow[];
let organisations: OrganisationRow[];
let products: ProductRow[];
let demo: DemoServiceRow[];

beforeAll(async () => {
  files = await loadCatalogueFiles(dir);
  countries = files.jurisdictions.map(({ row }) => row);
  organisations = files.organisations.map(({ row }) => row);
  products = files.products.map(({ row }) => row);
  demo = await loadDemoServiceRows(dir);
});

const duplicates = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);
const missing = (values: readonly (string | null)[], known: readonly string[]) => {
  const set = new Set(known);
  return values.filter((value) => value !== null && !set.has(value));
};

describe("catalogue files", () => {
  test("hold the rows they are known to hold, each id once", () => {
    expect(countries).toHaveLength(61);
    expect(organisations).toHaveLength(382);
    expect(products).toHaveLength(414);
    expect(duplicates(countries.map((row) => row.code))).toEqual([]);
    expect(duplicates(organisations.map((row) => row.id))).toEqual([]);
    expect(duplicates(organisations.map((row) => row.name.toLowerCase()))).toEqual([]);
    expect(duplicates(products.map((row) => row.id))).toEqual([]);
    expect(duplicates(products.map((row) => row.name.toLowerCase()))).toEqual([]);
  });

  test("point only at rows that exist", () => {
    const productIds = products.map((row) => row.id);
    expect(
      missing(
        products.map((row) => row.maker),
        organisations.map((row) => row.id),
      ),
    ).toEqual([]);
    expect(
      missing(
        products.flatMap((row) => row.open_source_alternatives),
        productIds,
      ),
    ).toEqual([]);
    expect(
      missing(
        products.flatMap((row) => row.part_of),
        productIds,
      ),
    ).toEqual([]);
    expect(
      missing(
        demo.map((row) => row.suggested_product),
        productIds,
      ),
    ).toEqual([]);
    expect(
      missing(
        demo.flatMap((row) => [...row.other_typical_products, ...row.depends_on]),
        productIds,
      ),
    ).toEqual([]);
    const codes = countries.map((row) => row.code);
    expect(
      missing(
        organisations.map((row) => row.hq_country),
        codes,
      ),
    ).toEqual([]);
    expect(
      missing(
        organisations.map((row) => row.ultimate_parent.country),
        codes,
      ),
    ).toEqual([]);
    expect(
      missing(
        organisations.flatMap((row) => (row.holders ?? []).map((h) => h.country)),
        codes,
      ),
    ).toEqual([]);
  });

  test("name open source only as an open-source alternative, and never the product itself", () => {
    const byId = new Map(products.map((row) => [row.id, row]));
    const wrong = products.flatMap((row) =>
      row.open_source_alternatives.filter((id) => id === row.id || byId.get(id)?.osi_approved !== true),
    );
    expect(wrong).toEqual([]);
  });

  test("state no fact later than the day they were written", () => {
    const written = "2026-11";
    expect([...organisations, ...products, ...countries].filter((row) => row.as_of.slice(0, 7) > written)).toEqual([]);
  });

  test("write licences as SPDX expressions that agree with the source model", () => {
    const unreadable = products.filter((row) => {
      try {
        parseSpdx(row.licence);
        return false;
      } catch {
        return true;
      }
    });
    expect(unreadable.map((row) => `${row.id}: ${row.licence}`)).toEqual([]);
    const contradicting = products.filter(
      (row) =>
        (row.source_model === "open-source" && !row.osi_approved) ||
        ((row.source_model === "proprietary" || row.source_model === "source-available") && row.osi_approved) ||
        (row.source_model === "proprietary" && row.licence !== "LicenseRef-proprietary"),
    );
    expect(contradicting.map((row) => row.id)).toEqual([]);
  });

  test("agree on seat, parent and US nexus", () => {
    const wrong = organisations.filter((row) => {
      const parent = row.ultimate_parent;
      if (parent.self === true && parent.country !== row.hq_country) return true;
      if ((parent.name === null) !== (parent.self === null)) return true;
      if (row.us_nexus === "hq" || row.us_nexus === "parent") return row.hq_country !== "US" && parent.country !== "US";
      return row.hq_country === "US" || parent.country === "US";
    });
    expect(wrong.map((row) => row.id)).toEqual([]);
  });

  test("have exactly 27 EU members, each with the EEA flag, and three further EEA states", () => {
    expect(countries.filter((row) => row.eu)).toHaveLength(27);
    expect(countries.filter((row) => row.eu && !row.eea)).toEqual([]);
    expect(
      countries
        .filter((row) => row.eea && !row.eu)
        .map((row) => row.code)
        .sort(),
    ).toEqual(["IS", "LI", "NO"]);
  });

  test("keep each key of an object once", () => {
    for (const name of ["jurisdictions.json", "organisations.json", "products.json", "aliases.json"]) {
      const path = `${dir}${name}`;
      if (!existsSync(path)) continue;
      expect(duplicateKeys(readFileSync(path, "utf8")), name).toEqual([]);
    }
  });

  test("give equal rows equal hashes and different rows different ones", async () => {
    const again = await loadCatalogueFiles(dir);
    expect(again.hash).toBe(files.hash);
    const hashes = [...files.organisations, ...files.products, ...files.jurisdictions].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("demo service list", () => {
  test("has 153 services of 23 departments, numbered without gaps, each name once per department", () => {
    expect(demo.map((row) => row.no)).toEqual(Array.from({ length: 153 }, (_, index) => index + 1));
    expect(duplicates(demo.map((row) => row.service))).toEqual([]);
    expect(new Set(demo.map((row) => row.department)).size).toBe(23);
  });
});

/** Keys that one JSON object holds twice; `JSON.parse` would silently keep the last. */
function duplicateKeys(json: string): string[] {
  const found: string[] = [];
  const stack: Set<string>[] = [];
  for (const [token, key] of json.matchAll(/"((?:[^"\\]|\\.)*)"\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === "{") stack.push(new Set());
    else if (token === "}") stack.pop();
    else if (key !== undefined) {
      const keys = stack[stack.length - 1];
      if (keys?.has(key)) found.push(key);
      keys?.add(key);
    }
  }
  return found;
}
