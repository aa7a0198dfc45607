import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex, isLegalForm, matchName, MATCH_ACCEPT, normaliseName, splitNames, withoutCountry } from "./index";

const ORGANISATIONS = buildIndex([
  { id: "microsoft", name: "Microsoft", aliases: ["Microsoft Corporation", "Microsoft Ireland Operations Limited"] },
  { id: "cgi", name: "CGI", aliases: ["CGI Inc."] },
  { id: "ibm", name: "IBM", aliases: ["International Business Machines Corporation"] },
  { id: "telia", name: "Telia", aliases: ["Telia Company AB"] },
  { id: "tietoevry", name: "TietoEVRY", aliases: [] },
  { id: "sap", name: "SAP", aliases: ["SAP SE"] },
  { id: "akdb", name: "AKDB", aliases: ["Anstalt für Kommunale Datenverarbeitung in Bayern (AöR)"] },
  { id: "dataport", name: "Dataport", aliases: ["Dataport AöR (Altenholz)"] },
  { id: "google", name: "Google / Google Cloud", aliases: ["Google LLC"] },
  { id: "oracle", name: "Oracle", aliases: [] },
  { id: "koha", name: "Koha community", aliases: ["Koha"] },
  { id: "laemmerzahl", name: "Lämmerzahl", aliases: ["Lämmerzahl GmbH (Dortmund)"] },
  { id: "open-xchange", name: "Open-Xchange (OX, Dovecot, PowerDNS)", aliases: [] },
  { id: "pi", name: "P&I", aliases: ["P&I Personal & Informatik AG"] },
  { id: "hp", name: "HP", aliases: ["HP Inc."] },
  { id: "cit", name: "cit", aliases: ["cit GmbH (Dettingen unter Teck)"] },
]);
const PRODUCTS = buildIndex([
  {
    id: "microsoft-365",
    name: "Microsoft 365 (apps, Exchange Online, SharePoint, Teams)",
    aliases: ["M365", "Office 365"],
  },
  { id: "sap-s4", name: "SAP S/4HANA (public sector)", aliases: ["S/4HANA"] },
  { id: "active-directory", name: "Microsoft Active Directory (Windows Server)", aliases: ["AD"] },
  { id: "entra-id", name: "Microsoft Entra ID", aliases: ["Azure AD"] },
  { id: "drupal", name: "Drupal", aliases: [] },
  { id: "windows-11", name: "Microsoft Windows 11 / 10", aliases: ["Windows 11"] },
]);

const accepted = (index: typeof ORGANISATIONS, raw: string) =>
  matchName(index, raw)
    .filter((match) => match.confidence >= MATCH_ACCEPT)
    .map((match) => match.id);

describe("matchName", () => {
  it.each([
    ["Microsoft Oy", "microsoft"],
    ["CGI Suomi Oy", "cgi"],
    ["IBM", "ibm"],
    ["International Business Machines", "ibm"],
    ["Telia Finland Oyj", "telia"],
    ["Tietoevry Oyj", "tietoevry"],
    ["Tieto Evry", "tietoevry"],
    ["SAP Deutschland SE & Co. KG", "sap"],
    ["SAP (Deutschland) SE", "sap"],
    ["AKDB", "akdb"],
    ["Dataport AöR", "dataport"],
    ["DATAPORT A.ö.R.", "dataport"],
    ["Google LLC", "google"],
    ["Oracle Finland Oy", "oracle"],
    ["Oracle Deutschland B.V. & Co. KG", "oracle"],
    ["Laemmerzahl G.m.b.H.", "laemmerzahl"],
    ["Lammerzahl", "laemmerzahl"],
    ["OpenXchange AG", "open-xchange"],
    ["P & I AG", "pi"],
    ["P und I AG", "pi"],
    ["HP Inc", "hp"],
    ["Mircosoft", "microsoft"],
    ["The Microsoft Corporation", "microsoft"],
  ])("%s is %s", (raw, id) => {
    expect(accepted(ORGANISATIONS, raw)).toEqual([id]);
  });

  it.each([
    ["M365", ["microsoft-365"]],
    ["Microsoft 365", ["microsoft-365"]],
    ["Office 365", ["microsoft-365"]],
    ["SAP S/4HANA", ["sap-s4"]],
    ["AD / Azure AD", ["active-directory", "entra-id"]],
    ["Julkaisualusta (Ouka.fi / Drupal)", ["drupal"]],
    ["Windows 10", []],
    ["public sector", []],
    ["apps", []],
    ["10", []],
  ])("product %s is %j", (raw, ids) => {
    expect(accepted(PRODUCTS, raw)).toEqual(ids);
  });

  it.each([
    "",
    "Oy",
    "GmbH & Co. KG",
    "Digi ja ICT -vastuualue",
    "Solutions GmbH",
    "Finland Oy",
    "Altenholz",
    "H",
    "Citadel",
  ])("finds nothing for %j", (raw) => {
    expect(matchName(ORGANISATIONS, raw)).toEqual([]);
  });

  it.each(["Koha-Suomi Oy", "Schmidt GmbH (SAP)", "Oracle Consulting Nord GmbH", "Telio Oyj", "Dovecot Ltd"])(
    "takes nobody silently for %s",
    (raw) => {
      expect(accepted(ORGANISATIONS, raw)).toEqual([]);
    },
  );

  it("says how it found, and is surer the closer it is", () => {
    const hows = ["Microsoft", "Microsoft Corporation", "Microsoft AB", "Microsoft Suomi Oy", "Mircosoft"].map(
      (raw) => matchName(ORGANISATIONS, raw)[0],
    );
    expect(hows.map((match) => match?.how)).toEqual(["exact", "alias", "normalised", "without-country", "fuzzy"]);
    const confidences = hows.map((match) => match?.confidence ?? 0);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
  });

  it("decides nothing when two have the name", () => {
    const index = buildIndex([
      { id: "a", name: "Nova AG", aliases: [] },
      { id: "b", name: "Nova GmbH", aliases: [] },
    ]);
    expect(matchName(index, "Nova Oy").map((match) => [match.id, match.confidence])).toEqual([
      ["a", 0.8],
      ["b", 0.8],
    ]);
    expect(matchName(index, "Nova AG")[0]).toMatchObject({ id: "a", confidence: 1, how: "exact" });
  });
});

describe("normaliseName", () => {
  it.each([
    ["sp. z o.o.", ""],
    ["Ab Norlic Oy", "norlic"],
    ["HNU-Nordion Ltd. Oy", "hnu nordion"],
    ["Fabasoft AG", "fabasoft"],
    ["Boost AI AS", "boost ai"],
    ["ESET, spol. s r.o.", "eset"],
    ["Deciso B.V.", "deciso"],
    ["Prodotti S.p.A.", "prodotti"],
    ["Usługi Sp. z o.o.", "uslugi"],
    ["Ørsted A/S", "orsted"],
    ["ＩＢＭ Corp", "ibm"],
    ["Trimble Holding Group", "trimble"],
  ])("%s → %j", (raw, key) => {
    expect(normaliseName(raw)).toBe(key);
  });
});

describe("splitNames", () => {
  it.each<[string, readonly string[]]>([
    ["IBM, Solita Oy", ["IBM", "Solita Oy"]],
    ["Fujitsu Finland Oy / CGI", ["Fujitsu Finland Oy", "CGI"]],
    ["A; B", ["A", "B"]],
    ["A ja B", ["A", "B"]],
    ["A und B", ["A", "B"]],
    ["Solita Oy ja CGI Suomi Oy", ["Solita Oy", "CGI Suomi Oy"]],
    ["Muster GmbH & Co. KG", ["Muster GmbH & Co. KG"]],
    ["Siemens, Inc.", ["Siemens, Inc."]],
    ["Amazon Web Services, Inc, Gofore Oy", ["Amazon Web Services, Inc", "Gofore Oy"]],
    ["JAMF Software, LLC, Atea Finland Oy", ["JAMF Software, LLC", "Atea Finland Oy"]],
    ["If Vahinkovakuutus Oyj, Suomen sivuliike", ["If Vahinkovakuutus Oyj, Suomen sivuliike"]],
    ["Digi ja ICT -vastuualue", ["Digi ja ICT -vastuualue"]],
    ["Into - etsivä nuorisotyö ja työpajatoiminta ry", ["Into - etsivä nuorisotyö ja työpajatoiminta ry"]],
    ["Technik und Design GmbH", ["Technik und Design GmbH"]],
    ["Muster, Meier & Partner GmbH", ["Muster, Meier & Partner GmbH"]],
    ["Rahmen (Los 1, Los 2); IBM", ["Rahmen (Los 1, Los 2)", "IBM"]],
    ["Offen (Los 1; IBM", ["Offen (Los 1", "IBM"]],
    ["IBM, IBM", ["IBM"]],
    [" - ; ", []],
  ])("%s", (raw, names) => {
    expect(splitNames(raw)).toEqual(names);
  });

  it("takes what is known apart where a conjunction alone would not tell", () => {
    const known = (name: string) => accepted(ORGANISATIONS, name).length > 0;
    expect(splitNames("IBM und SAP SE", known)).toEqual(["IBM", "SAP SE"]);
    expect(splitNames("IBM, Meier & Partner GmbH", known)).toEqual(["IBM", "Meier & Partner GmbH"]);
  });
});

describe("for any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          "Oy",
          "GmbH",
          "& Co.",
          "KG",
          ",",
          " / ",
          "(",
          ")",
          "Finland",
          "SAP",
          "und",
          "ja",
          "aeä",
          "S.A.",
          "-",
          "Meier",
          ";",
        ),
        { maxLength: 8 },
      )
      .map((words) => words.join(" ")),
  );

  it("never throws, and confidences lie between 0 and 1, best first, each id once", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const matches = matchName(ORGANISATIONS, raw);
        const confidences = matches.map((match) => match.confidence);
        expect(confidences.every((confidence) => confidence > 0 && confidence <= 1)).toBe(true);
        expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
        expect(new Set(matches.map((match) => match.id)).size).toBe(matches.length);
        isLegalForm(raw);
        const names = splitNames(raw);
        expect(names.every((name) => name === name.trim() && /[\p{L}\p{N}]/u.test(name))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("normalises idempotently", () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(normaliseName(normaliseName(raw))).toBe(normaliseName(raw));
        expect(withoutCountry(withoutCountry(raw))).toBe(withoutCountry(raw));
      }),
      { numRuns: 4000 },
    );
  });

  it("an own name matches itself with 1, whatever else is in the index", () => {
    const name = text.filter((each) => each.trim() !== "");
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), (names) => {
        const index = buildIndex(
          names.map((each, at) => ({ id: String(at), name: each, aliases: names.slice(0, at) })),
        );
        names.forEach((each, at) => {
          expect(matchName(index, each)).toContainEqual({ id: String(at), confidence: 1, how: "exact" });
        });
      }),
      { numRuns: 1500 },
    );
  });

  it("a single slip in a long name is found", () => {
    const index = buildIndex([{ id: "x", name: "Südwestfalen-Informationstechnik", aliases: [] }]);
    fc.assert(
      fc.property(fc.nat({ max: 30 }), (at) => {
        const whole = "suedwestfaleninformationstechnik";
        expect(accepted(index, whole.slice(0, at) + "x" + whole.slice(at + 1))).toEqual(["x"]);
      }),
    );
  });

  it("stays quick on hostile text", () => {
    const started = performance.now();
    for (const hostile of [
      "(".repeat(10_000),
      " ".repeat(10_000) + "x",
      "a ja ".repeat(2_000),
      "a,".repeat(5_000),
      "Oy ".repeat(3_000),
      "ae".repeat(5_000),
    ]) {
      matchName(ORGANISATIONS, hostile);
      splitNames(hostile);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
