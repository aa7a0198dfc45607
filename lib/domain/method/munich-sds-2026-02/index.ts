import type { Answers, Method, Option } from "../types";

// The wording below is our own; what counts as yes follows the footnotes of the city's calculator (CC BY-SA 4.0).
const YES: Option = { id: "yes", text: { de: "Ja", en: "Yes" } };
const NO: Option = { id: "no", text: { de: "Nein", en: "No" } };
const yesNo: readonly Option[] = [YES, NO];
const minusOne = { yes: -1, no: 0 };

/** Answers in the order alt, head, os, sup, api, dat, one letter each (y/n). */
function pattern(letters: string): Answers {
  const ids = ["alt", "head", "os", "sup", "api", "dat"];
  return Object.fromEntries(ids.map((id, index) => [id, letters[index] === "y" ? "yes" : "no"]));
}

/** Score for digital sovereignty (SDS) of the City of Munich: 1 is best, 5 is worst. */
export const munichSds: Method = {
  ref: "munich-sds@2026-02",
  id: "munich-sds",
  version: "2026-02",
  name: { de: "Score für Digitale Souveränität (München)", en: "Score for digital sovereignty (Munich)" },
  unit: "service",
  source: {
    title: "Landeshauptstadt München: Souveränitätscheck, SDS-Rechner",
    url: "https://github.com/it-at-m/sds-calculator",
    date: "2026-02-09",
  },
  licence: {
    spdx: "CC-BY-SA-4.0",
    attribution: {
      de: "Verfahren: Score für Digitale Souveränität, © Landeshauptstadt München | it@M, CC BY-SA 4.0; Wortlaut angepasst.",
      en: "Method: Score for digital sovereignty, © City of Munich | it@M, CC BY-SA 4.0; wording adapted.",
    },
  },
  criteria: [
    {
      id: "alt",
      text: {
        de: "Gibt es eine echte Alternative zu dieser Software?",
        en: "Is there a real alternative to this software?",
      },
      help: {
        de: "Ja, wenn der Anbieter kein Monopolist ist (weniger als 50 % Marktanteil) und es heute ein Produkt für den Unternehmenseinsatz mit ähnlichen Funktionen gibt, zu dem der Wechsel mit vertretbaren Kosten und Aufwand möglich ist; oder wenn eine Eigenentwicklung mit vertretbaren Kosten und Aufwand möglich ist. Ohne echte Alternative ist das Ergebnis immer 5.",
        en: "Yes if the vendor is no monopolist (below 50 % market share) and a product fit for enterprise use with similar functions exists today, to which one can switch at reasonable cost and effort; or if developing such software in-house is possible at justifiable cost and effort. Without a real alternative the result is always 5.",
      },
      options: yesNo,
      source: "Footnote 2",
    },
    {
      id: "head",
      text: {
        de: "Hat der Anbieter seinen Hauptsitz in der EU?",
        en: "Does the provider have its head office in the EU?",
      },
      help: {
        de: "Gemeint ist der Sitz der Muttergesellschaft des Softwareherstellers, bei Cloud-Diensten der Muttergesellschaft des Dienstanbieters.",
        en: "This means the seat of the parent company of the software maker or, for a cloud service, of the company that provides it.",
      },
      options: yesNo,
      source: "Footnote 3",
    },
    {
      id: "os",
      text: { de: "Ist die Software Open Source?", en: "Is the software open source?" },
      options: yesNo,
    },
    {
      id: "sup",
      text: {
        de: "Leistet der Hersteller Unterstützung mit Sicherheitsaktualisierungen?",
        en: "Does the maker provide support with security updates?",
      },
      help: {
        de: "Zum Beispiel im Rahmen eines Lebenszyklus-Managements mit zugesagten Aktualisierungen.",
        en: "For example as part of a life-cycle management with promised updates.",
      },
      options: yesNo,
      source: "Footnote 4",
    },
    {
      id: "api",
      text: {
        de: "Nutzt die Software ausschließlich standardisierte Schnittstellen?",
        en: "Does the software use standardised interfaces only?",
      },
      options: yesNo,
    },
    {
      id: "dat",
      text: {
        de: "Nutzt die Software ausschließlich standardisierte Dateiformate?",
        en: "Does the software use standardised file formats only?",
      },
      options: yesNo,
    },
  ],
  outputs: [
    {
      id: "sds",
      name: { de: "Souveränitätsstufe", en: "Sovereignty level" },
      scale: { min: 1, max: 5, direction: "lower" },
      rule: {
        kind: "knockout-count",
        knockout: { criterion: "alt", option: "no", value: 5 },
        start: 5,
        step: { head: minusOne, os: minusOne, sup: minusOne, api: minusOne, dat: minusOne },
        // A computed 0 is possible and counts as 1 (footnote 1).
        floor: 1,
      },
      // Munich has published a name for level 1 only; the other four are neutral names of ours.
      levels: [
        { level: "1", from: 1, name: { de: "hochgradig souverän", en: "highly sovereign" } },
        { level: "2", from: 2, name: { de: "eher souverän", en: "rather sovereign" } },
        { level: "3", from: 3, name: { de: "mittel", en: "medium" } },
        { level: "4", from: 4, name: { de: "eher abhängig", en: "rather dependent" } },
        { level: "5", from: 5, name: { de: "hochgradig abhängig", en: "highly dependent" } },
      ],
    },
  ],
  examples: [
    { answers: { alt: "no" }, expect: { sds: 5 } },
    { answers: pattern("nyyyyy"), expect: { sds: 5 } },
    { answers: pattern("ynnnnn"), expect: { sds: 5 } },
    { answers: pattern("yynnnn"), expect: { sds: 4 } },
    { answers: pattern("ynyynn"), expect: { sds: 3 } },
    { answers: pattern("yynyyn"), expect: { sds: 2 } },
    { answers: pattern("yyyyny"), expect: { sds: 1 } },
    { answers: pattern("yyyyyy"), expect: { sds: 1 } },
    { answers: {}, expect: { sds: null } },
    { answers: { alt: "yes", head: "yes", os: "yes", sup: "yes", api: "yes" }, expect: { sds: null } },
    { answers: { head: "yes" }, expect: { sds: null } },
  ],
};
