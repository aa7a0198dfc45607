import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELD_IDS, FIELDS } from "./fields";
import { IMPORT_TEXTS } from "./texts";
import {
  readCell,
  readCount,
  readDate,
  readLifecycle,
  readLocation,
  readMoney,
  readMonths,
  readOperatingModel,
  readProtectionNeed,
  readYesNo,
  type Reading,
} from "./values";

/** Value, null for missing, or the reason's key without prefix. */
function said<T>(reading: Reading<T>): T | null | string {
  return reading.ok ? reading.value : reading.reason.key.replace("import.value.", "!");
}

describe("locations", () => {
  it.each([
    ["Suomi", "FI"],
    ["EU / ETA", "EEA"],
    ["EU/EWR", "EEA"],
    ["Luotettu 3. maa", "third-adequate"],
    ["Europäische Union", "EU"],
    ["DE", "DE"],
    ["deutschland", "DE"],
    ["Deutschland (Nürnberg)", "DE"],
    ["Allemagne", "DE"],
    ["Yhdysvallat", "US"],
    ["U.S.A.", "US"],
    ["États-Unis", "US"],
    ["Iso-Britannia", "GB"],
    ["DE, IE", "EU"],
    ["Niederlande und Norwegen", "EEA"],
    ["Germany, Germany", "DE"],
    ["DE, US", "!several-locations"],
    ["Deutschland, EU", "EU"],
    ["Nürnberg", "!not-a-location"],
    ["Drittland", "!not-a-location"],
    ["no", "!not-a-location"],
    ["", null],
    ["unbekannt", null],
    ["ei tiedossa", null],
    ["?", null],
  ])("%j → %j", (cell, expected) => {
    expect(said(readLocation(cell))).toBe(expected);
  });
});

describe("protection need, operating model, life cycle, yes or no", () => {
  it.each([
    [readProtectionNeed, "sehr hoch", "very-high"],
    [readProtectionNeed, "Hoch", "high"],
    [readProtectionNeed, "very high", "very-high"],
    [readProtectionNeed, "zeer hoog", "very-high"],
    [readProtectionNeed, "1", "normal"],
    [readProtectionNeed, "3", "very-high"],
    [readProtectionNeed, "BBN 2", "high"],
    [readProtectionNeed, "basic", "normal"],
    [readProtectionNeed, "mittel", "!not-a-protection-need"],
    [readProtectionNeed, "4", "!not-a-protection-need"],
    [readProtectionNeed, "k. A.", null],
    [readOperatingModel, "municipal/public IT provider", "public-provider"],
    [readOperatingModel, "Eigenes Rechenzentrum", "own-data-centre"],
    [readOperatingModel, "vendor SaaS", "vendor-saas"],
    [readOperatingModel, "federal/state platform", "federal-state-platform"],
    [readOperatingModel, "Cloud", "!not-an-operating-model"],
    [readLifecycle, "In gebruik", "active"],
    [readLifecycle, "Einde ondersteuning", "phasing-out"],
    [readLifecycle, "außer Betrieb", "retired"],
    [readLifecycle, "geplant", "planned"],
    [readYesNo, "Kyllä", true],
    [readYesNo, "ei", false],
    [readYesNo, "vielleicht", "!not-yes-or-no"],
  ] as const)("%o %j → %j", (read, cell, expected) => {
    expect(said<unknown>(read(cell))).toBe(expected);
  });
});

describe("numbers", () => {
  it.each([
    ["1.234,50 €", 1234.5],
    ["1,234.50 EUR", 1234.5],
    ["€ 12.000,-", 12_000],
    ["12000", 12_000],
    ["1.234", 1234],
    ["1,234", 1234],
    ["12,5", 12.5],
    ["12.50", 12.5],
    ["1.2340", 1.23],
    ["1.234.567", 1_234_567],
    ["1 234,50", 1234.5],
    ["1'234.50", 1234.5],
    ["12 T€", 12_000],
    ["T€ 12", 12_000],
    ["12,5 TEUR", 12_500],
    ["12k€", 12_000],
    ["1,2 Mio. €", 1_200_000],
    ["ca. 500 € pro Jahr", 500],
    ["500 €/Jahr", 500],
    ["12 000 €/an", 12_000],
    ["0", 0],
    ["1.234 T€", "!ambiguous-number"],
    ["100 € pro Monat", "!not-per-year"],
    ["einmalig 5000 €", "!not-per-year"],
    ["$ 100", "!other-currency"],
    ["100 CHF", "!other-currency"],
    ["-5", "!negative"],
    ["100-200", "!not-money"],
    ["1,23,4", "!not-money"],
    ["1.2.3", "!not-money"],
    ["viel", "!not-money"],
    ["999999999999", "!too-large"],
    ["n/a", null],
    ["-", null],
  ])("money %j → %j", (cell, expected) => {
    expect(said(readMoney(cell))).toBe(expected);
  });

  it("reads back what German and English notation write", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), (cents) => {
        const euro = cents / 100;
        for (const locale of ["de-DE", "en-GB", "de-CH", "fr-FR"]) {
          const text = euro.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
          expect(said(readMoney(`${text} €`))).toBe(euro);
        }
        const whole = Math.floor(euro);
        for (const locale of ["de-DE", "en-GB", "fr-FR"])
          expect(said(readCount(Math.min(whole, 2_000_000_000).toLocaleString(locale)))).toBe(
            Math.min(whole, 2_000_000_000),
          );
      }),
    );
  });

  it.each([
    ["1.200", 1200],
    ["ca. 500", 500],
    ["500+", "!not-a-number"],
    ["100 - 200", "!not-a-number"],
    ["12,5", "!not-a-whole-number"],
    ["9999999999", "!too-large"],
    ["alle", "!not-a-number"],
    ["", null],
  ])("count %j → %j", (cell, expected) => {
    expect(said(readCount(cell))).toBe(expected);
  });

  it.each([
    ["6", 6],
    ["6 Monate zum Jahresende", 6],
    ["6 Mon.", 6],
    ["3 months", 3],
    ["6 mois", 6],
    ["12 kk", 12],
    ["1 Jahr", 12],
    ["drei Monate", 3],
    ["6 zum Jahresende", 6],
    ["3 Monate (zum Quartal)", 3],
    ["4 Wochen", "!not-months"],
    ["90 Tage", "!not-months"],
    ["bald", "!not-months"],
    ["999", "!too-large"],
    ["k.A.", null],
  ])("months %j → %j", (cell, expected) => {
    expect(said(readMonths(cell))).toBe(expected);
  });
});

describe("dates", () => {
  it.each([
    ["31.12.2027", "2027-12-31"],
    ["1.2.27", "2027-02-01"],
    ["2027-12-31", "2027-12-31"],
    ["2027-12-31T00:00:00", "2027-12-31"],
    ["31/12/2027", "2027-12-31"],
    ["12/31/2027", "2027-12-31"],
    ["31-12-2027", "2027-12-31"],
    ["05/05/2027", "2027-05-05"],
    ["31. Dezember 2027", "2027-12-31"],
    ["December 31, 2027", "2027-12-31"],
    ["1 mars 2027", "2027-03-01"],
    ["29.02.2028", "2028-02-29"],
    ["29.02.2027", "!no-such-day"],
    ["05/06/2027", "!ambiguous-date"],
    ["12/2027", "!incomplete-date"],
    ["Dezember 2027", "!incomplete-date"],
    ["2027", "!incomplete-date"],
    ["45291", "!not-a-date"],
    ["31.12.1899", "!year-out-of-range"],
    ["unbefristet", "!open-ended"],
    ["unbekannt", null],
  ])("%j → %j", (cell, expected) => {
    expect(said(readDate(cell))).toBe(expected);
  });

  it("reads every day as the calendar has it", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1970-01-01"), max: new Date("2150-12-31"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split("-");
          expect(said(readDate(iso))).toBe(iso);
          expect(said(readDate(`${Number(day)}.${Number(month)}.${year}`))).toBe(iso);
        },
      ),
    );
  });
});

describe("texts and names", () => {
  it("limits names to 300 and purposes to 20,000 characters", () => {
    expect(said(readCell("name", "x".repeat(300)))).toBe("x".repeat(300));
    expect(readCell("name", "x".repeat(10_000))).toEqual({
      ok: false,
      reason: { key: "import.value.too-long", params: { limit: 300, found: 10_000 } },
    });
    expect(said(readCell("purpose", "x".repeat(20_000)))).toHaveLength(20_000);
    expect(said(readCell("purpose", "x".repeat(20_001)))).toBe("!too-long");
  });

  it("keeps line breaks in a purpose, not in a name; refuses what a database refuses", () => {
    expect(said(readCell("purpose", "a\r\nb"))).toBe("a\nb");
    expect(said(readCell("name", "a\r\n b"))).toBe("a b");
    expect(said(readCell("name", "a\u0000b"))).toBe("!control-character");
    expect(said(readCell("supplier", "a\uD800"))).toBe("!control-character");
  });

  it("splits suppliers, not legal forms", () => {
    expect(said(readCell("supplier", "Symetri Oy, Autodesk, Inc"))).toEqual(["Symetri Oy", "Autodesk, Inc"]);
    expect(said(readCell("supplier", "Arts & Minds Oy"))).toEqual(["Arts & Minds Oy"]);
    expect(said(readCell("supplier", "unbekannt"))).toBeNull();
  });
});

it("any cell of any field is a value, missing, or a reason with a text in both languages", { timeout: 60_000 }, () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ unit: fc.constantFrom("1", "2", ".", ",", " ", "€", "T", "/", "-", "M", "a", ":"), maxLength: 14 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...FIELD_IDS), cell, (field, text) => {
      const reading = readCell(field, text);
      if (!reading.ok) expect(IMPORT_TEXTS[reading.reason.key]).toBeDefined();
      else if (typeof reading.value === "string") expect(reading.value.trim()).not.toBe("");
      else if (typeof reading.value === "number")
        expect(Number.isFinite(reading.value) && reading.value >= 0).toBe(true);
      expect(FIELDS[field].label.de).not.toBe("");
    }),
    { numRuns: 1000 },
  );
});

it("texts have the same places in both languages", () => {
  for (const text of Object.values(IMPORT_TEXTS)) {
    const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    expect(places(text.de)).toEqual(places(text.en));
  }
});
