import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELD_IDS, FIELDS } from "./fields";
import { headerKey, mappingByHeader, mappingFor, suggestMapping } from "./headers";
import { RUNNING_NUMBERS, SYNONYMS } from "./synonyms";
import { IMPORT_TEXTS } from "./texts";
import { wordKey } from "./reading";

function fields(headers: readonly string[], samples: readonly (readonly string[])[] = []) {
  return suggestMapping(headers, samples).map((each) => each.field);
}

describe("suggested mapping", () => {
  it("Finnish: Oulu's register", () => {
    const headers = ["Tietojärjestelmät", "Kutsumanimi", "Yksiköt", "Tarkoitus", "Toimittajat", "Sijainti"];
    const suggestion = suggestMapping(headers, [
      ["A", "a", "Konsernihallinto", "…", "Visma Oy", "Suomi"],
      ["B", "b", "", "…", "", "EU / ETA"],
    ]);
    expect(suggestion.map((each) => each.field)).toEqual([
      "name",
      "shortName",
      "department",
      "purpose",
      "supplier",
      "dataLocation",
    ]);
    expect(suggestion.every((each) => each.confidence >= 0.9)).toBe(true);
  });

  it("German", () => {
    expect(
      fields([
        "Lfd. Nr.",
        "Fachverfahren",
        "Amt",
        "Kurzbeschreibung",
        "Hersteller",
        "Betreiber",
        "Rechenzentrum",
        "Datenstandort",
        "Schutzbedarf",
        "Vertraulichkeit",
        "Kosten (€/Jahr)",
        "Anzahl Nutzer",
        "Vertragsende",
        "Kündigungsfrist (Monate)",
        "Betriebsmodell",
        "Bemerkung",
      ]),
    ).toEqual([
      null,
      "name",
      "department",
      "purpose",
      "maker",
      "operator",
      "host",
      "dataLocation",
      "protectionNeed",
      "confidentiality",
      "costPerYear",
      "users",
      "contractEnd",
      "noticeMonths",
      "operatingModel",
      null,
    ]);
    expect(fields(["Kuendigungsfrist", "Verfuegbarkeit"])).toEqual(["noticeMonths", "availability"]);
  });

  it("Dutch: GEMMA's reference components", () => {
    const headers = [
      "id",
      "name",
      "description",
      "status",
      "bbn",
      "biv",
      "availability",
      "integrity",
      "confidentiality",
    ];
    const samples = [["id-1", "AI-component", "Component …", "In gebruik", "BBN 2", "222", "2", "2", "2"]];
    expect(fields(headers, samples)).toEqual([
      "externalId",
      "name",
      "purpose",
      "lifecycle",
      "protectionNeed",
      null,
      "availability",
      "integrity",
      "confidentiality",
    ]);
    expect(fields(["Naam", "Leverancier", "Afdeling", "Beschikbaarheid", "Vertrouwelijkheid"])).toEqual([
      "name",
      "supplier",
      "department",
      "availability",
      "confidentiality",
    ]);
  });

  it("French: a list of free software; a status that is none is not suggested", () => {
    const headers = ["ID", "nom", "fonction", "annees", "statut", "licence"];
    const suggestion = suggestMapping(headers, [
      ["1", "7zip", "Compression", "2018 ; 2019", "R", "LGPL-2.0-only"],
      ["2", "Acceleo", "Génération", "2018", "O", "EPL-2.0"],
    ]);
    expect(suggestion.map((each) => each.field)).toEqual(["externalId", "name", "purpose", null, null, "licence"]);
    expect(suggestion[4]?.reason.key).toBe("import.header.values-do-not-fit");
    expect(fields(["Application", "Éditeur", "Fournisseur", "Direction", "Disponibilité"])).toEqual([
      "name",
      "maker",
      "supplier",
      "department",
      "availability",
    ]);
  });

  it("English: San Francisco's inventory and the demo city's", () => {
    expect(fields(["updated_at", "department_custodian", "data_system_name", "purpose", "vendor", "product"])).toEqual([
      null,
      "department",
      "name",
      "purpose",
      "supplier",
      "product",
    ]);
    const headers =
      "no,department,service,category,suggested_product,other_typical_products,operator_model,confidentiality,integrity,availability";
    const samples = [
      ["1", "IT", "Büropaket", "office", "ms-office", "libreoffice", "own data centre", "normal", "normal", "hoch"],
    ];
    const suggested = fields(headers.split(","), samples);
    expect(suggested.slice(0, 3)).toEqual([null, "department", "name"]);
    expect(suggested[4]).toBe("product");
    expect(suggested.slice(6)).toEqual(["operatingModel", "confidentiality", "integrity", "availability"]);
  });

  it("uses a field once, says which column has it, and lets names come from several columns", () => {
    const suggestion = suggestMapping(["Name", "Bezeichnung", "Lieferant", "Anbieter"], []);
    expect(suggestion.map((each) => each.field)).toEqual(["name", null, "supplier", "supplier"]);
    expect(suggestion[1]?.reason).toEqual({
      key: "import.header.taken",
      params: { header: "Bezeichnung", field: "name", by: "Name" },
    });
  });

  it("finds a heading inside a longer one, with less confidence", () => {
    const [compound, phrase] = suggestMapping(
      ["Softwarehersteller-Firma", "Voraussichtliches Vertragsende laut Akte"],
      [],
    );
    expect(compound?.field).toBe("maker");
    expect(phrase?.field).toBe("contractEnd");
    expect(phrase?.confidence).toBeLessThan(0.85);
  });

  it("every synonym leads to its field, and none to two", () => {
    const seen = new Map<string, string>();
    for (const [field, phrases] of SYNONYMS)
      for (const phrase of phrases.split(", ")) {
        const before = seen.get(wordKey(phrase));
        expect(before === undefined || before === field, `${phrase}: ${before} and ${field}`).toBe(true);
        seen.set(wordKey(phrase), field);
        expect(fields([phrase])).toEqual([field]);
      }
    for (const phrase of RUNNING_NUMBERS.split(", ")) expect(fields([phrase])).toEqual([null]);
    for (const id of FIELD_IDS) {
      expect(fields([id])).toEqual([id]);
      expect(fields([FIELDS[id].label.de])[0] ?? id).toBe(id);
    }
  });

  it("never fails, keeps the order of columns, and uses no single field twice", () => {
    const header = fc.oneof(fc.string(), fc.constantFrom("Name", "Amt", "Kosten", "System", "Status", "Lieferant"));
    fc.assert(
      fc.property(
        fc.array(header, { maxLength: 12 }),
        fc.array(fc.array(fc.string(), { maxLength: 12 })),
        (headers, rows) => {
          const suggestion = suggestMapping(headers, rows);
          expect(suggestion.map((each) => each.header)).toEqual(headers);
          const single = suggestion.flatMap((each) =>
            each.field !== null && !FIELDS[each.field].many ? [each.field] : [],
          );
          expect(new Set(single).size).toBe(single.length);
          for (const each of suggestion) {
            expect(IMPORT_TEXTS[each.reason.key]).toBeDefined();
            expect(each.confidence > 0).toBe(each.field !== null);
          }
        },
      ),
    );
  });
});

describe("remembering a mapping", () => {
  it("the key does not depend on order, case or blanks; other headings have another", () => {
    expect(headerKey(["Name", "Amt  für X"])).toBe(headerKey(["amt für x", " NAME"]));
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 8 }), (headers) => {
        expect(headerKey([...headers].reverse())).toBe(headerKey(headers));
        expect(headerKey([...headers, "zusätzlich"])).not.toBe(headerKey(headers));
      }),
    );
  });

  it("a stored mapping follows the headings to their new places", () => {
    const stored = mappingByHeader(["Name", "Amt", "Rest"], ["name", "department", null]);
    expect(mappingFor(["Rest", "AMT", "Neu", "Name"], stored)).toEqual([null, "department", null, "name"]);
    expect(mappingFor(["Name"], { Name: "no-such-field" })).toEqual([null]);
  });
});
