import type { Answers, Criterion, Method, Option, Output, Text } from "../types";
import { operationSupplyTechnology } from "./operation-supply-technology";
import { strategyLawData } from "./strategy-law-data";

const options: readonly Option[] = [
  { id: "met", text: { de: "Erfüllt", en: "Met" } },
  { id: "not-met", text: { de: "Nicht erfüllt", en: "Not met" } },
];

const criteria: readonly Criterion[] = [...strategyLawData, ...operationSupplyTechnology].map(
  ({ id, kind, de, en, help }) => ({
    id,
    text: { de, en },
    ...(help === undefined ? {} : { help }),
    options,
    output: kind === "ac" ? "additional" : "base",
    ...(kind === "base" ? {} : { chosen: true }),
    source: id.toUpperCase(),
  }),
);

/** Share met of what applies, in percent. */
function share(id: string, name: Text): Output {
  const own = criteria.filter(({ output }) => output === id);
  return {
    id,
    name,
    sign: "%",
    scale: { min: 0, max: 100, direction: "higher" },
    rule: {
      kind: "grouped",
      groups: [
        {
          id,
          name,
          weight: 1,
          divisor: own.length,
          points: Object.fromEntries(own.map((criterion) => [criterion.id, { met: 1, "not-met": 0 }])),
        },
      ],
      factor: 100,
      mean: true,
      notApplicable: "left-out",
    },
    levels: [
      { level: "some", from: 0, name: { de: "nicht alle erfüllt", en: "not all met" } },
      { level: "all", from: 100, name: { de: "alle erfüllt", en: "all met" } },
    ],
  };
}

/** All base criteria answered alike, except for what is given. */
function base(value: string, except: Answers = {}): Answers {
  const own = criteria.filter(({ output, chosen }) => output === "base" && chosen !== true);
  return { ...Object.fromEntries(own.map(({ id }) => [id, value])), ...except };
}

/** BSI's criteria for autonomous cloud use: met share of base and of chosen additional criteria, apart. */
export const bsiC3a: Method = {
  ref: "bsi-c3a@1.0",
  id: "bsi-c3a",
  version: "1.0",
  name: {
    de: "Kriterien für souveräne Cloud-Dienste (BSI C3A)",
    en: "Criteria enabling Cloud Computing Autonomy (BSI C3A)",
  },
  unit: "service",
  source: {
    title: "BSI: Criteria enabling Cloud Computing Autonomy (C3A), Version 1.0",
    url: "https://digitalpolicyalert.org/event/39465-federal-office-for-information-security-published-criteria-enabling-cloud-computing-autonomy-c3a",
    date: "2026-04-27",
  },
  licence: {
    spdx: "LicenseRef-BSI-C3A",
    attribution: {
      de: "Kriterien nach BSI C3A 1.0 (27. April 2026); Kurzfassung in unseren Worten. Die Nutzungsbedingungen stehen in Abschnitt 1.4 des Dokuments, das wir nicht gelesen haben.",
      en: "Criteria after BSI C3A 1.0 (27 April 2026); short wording by us. The terms of use are in section 1.4 of the document, which we have not read.",
    },
  },
  notes: [
    {
      de: "C3A setzt ein Testat nach C5 voraus, derzeit C5:2026. Ohne C5 sagt ein guter Anteil hier wenig.",
      en: "C3A presupposes an attestation under C5, currently C5:2026. Without C5 a good share here says little.",
    },
    {
      de: "Das BSI bewertet jedes Kriterium für sich mit erfüllt oder nicht erfüllt und vergibt weder Punkte noch Stufen. Der Anteil in Prozent ist unsere Zusammenfassung; was nicht zutrifft, bleibt außer Betracht.",
      en: "BSI rates each criterion by itself as met or not met and gives neither points nor levels. The share in percent is our summary; what does not apply is left out.",
    },
    {
      de: "Die Liste stammt aus öffentlichen Beschreibungen und ist nicht vollständig. Eine davon zählt 33 Basis- und 16 zusätzliche Fragen. Hier sind es 34 Basiskriterien (33, wenn Kundendaten in der EU und in Deutschland als eines zählen) und 8 zusätzliche.",
      en: "The list comes from public descriptions and is not complete. One of them counts 33 base and 16 additional questions. Here there are 34 base criteria (33 if customer data in the EU and in Germany count as one) and 8 additional ones.",
    },
    {
      de: "Viele Basiskriterien gibt es in zwei Fassungen, für die EU und für Deutschland. Gefragt wird nach der EU; nur beim Ort der Kundendaten steht Deutschland als eigenes Kriterium zur Wahl.",
      en: "Many base criteria come in two versions, for the EU and for Germany. The EU one is asked; only for the place of customer data is Germany a criterion of its own to choose.",
    },
    {
      de: "Zusätzliche Kriterien zählen nur, wenn sie gewählt sind, und immer getrennt von den Basiskriterien. SOV-4-01-C3 führen wir als zusätzlich, wie die Beschreibung, aus der es stammt.",
      en: "Additional criteria count only when chosen, and always apart from the base criteria. We treat SOV-4-01-C3 as additional, as the description it comes from does.",
    },
    {
      de: "Von den Zielen des europäischen Rahmens deckt C3A SOV-1 bis SOV-6 ab. Sicherheit (SOV-7) überlässt es C5, Umwelt (SOV-8) gehört nicht dazu.",
      en: "Of the objectives of the European framework C3A covers SOV-1 to SOV-6. Security (SOV-7) is left to C5, the environment (SOV-8) is not part of it.",
    },
  ],
  criteria,
  outputs: [
    share("base", { de: "Basiskriterien erfüllt", en: "Base criteria met" }),
    share("additional", { de: "Zusätzliche Kriterien erfüllt", en: "Additional criteria met" }),
  ],
  examples: [
    { answers: base("met"), expect: { base: 100, additional: null }, source: "nothing additional chosen" },
    { answers: base("not-met"), expect: { base: 0 } },
    {
      answers: base("met", { "sov-3-01-c4": "not-met", "sov-4-09": "not-met" }),
      expect: { base: (100 * 32) / 34 },
      source: "32 of 34, Germany chosen",
    },
    {
      answers: base("not-applicable", {
        "sov-1-01": "met",
        "sov-1-02": "met",
        "sov-1-03": "not-met",
        "sov-1-04": "met",
      }),
      expect: { base: 75 },
      source: "3 of 4 applicable",
    },
    {
      answers: base("met", { "sov-3-02-ac": "met", "sov-3-04-ac1": "not-met" }),
      expect: { base: 100, additional: 50 },
      source: "1 of 2 chosen",
    },
    { answers: base("met", { "sov-4-09": "unknown" }), expect: { base: null } },
    { answers: {}, expect: { base: null, additional: null } },
  ],
};
