import type { Answers, Method } from "../types";
import { criteria } from "./criteria";

/** Points for yes, partly, no at a weight. */
const graded = (weight: number) => ({ yes: weight, partly: weight / 2, no: 0 });

/** All six answered alike, except for what is given. */
function all(value: string, except: Answers = {}): Answers {
  return { ...Object.fromEntries(criteria.map(({ id }) => [id, value])), ...except };
}

/** Score for digital sovereignty of the Canton of Basel-Stadt: a Swiss school mark, 6.0 is best, 1.0 is worst. */
export const baselSds: Method = {
  ref: "basel-sds@2026-07",
  id: "basel-sds",
  version: "2026-07",
  name: { de: "Score für Digitale Souveränität (Basel-Stadt)", en: "Score for digital sovereignty (Basel-Stadt)" },
  unit: "service",
  source: {
    title: "Kanton Basel-Stadt (DCC-BS): Digitale Souveränität, Checkliste und Berechnung",
    url: "https://github.com/DCC-BS/sds-calculator",
    date: "2026-07",
  },
  licence: {
    spdx: "MIT",
    attribution: {
      de: "Rechenweg nach dem SDS-Rechner des Kantons Basel-Stadt, der auf dem Rechner der Landeshauptstadt München beruht (MIT-Lizenz, © 2024 Landeshauptstadt München | it@M); Wortlaut von uns.",
      en: "Calculation after the SDS calculator of the Canton of Basel-Stadt, which builds on the one of the City of Munich (MIT licence, © 2024 Landeshauptstadt München | it@M); wording by us.",
    },
  },
  notes: [
    {
      de: "Die Note ist der Anteil der Punkte mal 6 und mindestens 1, keine gleichmäßige Umrechnung auf 1 bis 6. Bis zu einem Sechstel der Punkte bleibt es deshalb bei 1,0.",
      en: "The mark is the share of the points times 6 and at least 1, not an even conversion to 1 to 6. Up to a sixth of the points it therefore stays at 1.0.",
    },
    {
      de: "„Unbekannt“ zählt beim Herausgeber wie „Nein“ und wird als Souveränitätslücke geführt. Hier gilt dasselbe; daneben steht die Spanne, die noch möglich ist.",
      en: "The publisher counts “unknown” like “no” and lists it as a sovereignty gap. The same holds here; beside it stands the range that is still possible.",
    },
    {
      de: "Der Rechner des Herausgebers zählt auch eine nicht beantwortete Frage mit 0. Hier ergibt eine offene Frage noch keine Note, sondern eine Spanne.",
      en: "The publisher's calculator also counts a question without an answer as 0. Here an open question gives no mark yet but a range.",
    },
    {
      de: "Open Source ist mit Absicht kein eigenes Kriterium. Nicht betrachtet werden nach Angabe des Herausgebers Schlüsselhoheit, Resilienz, Lieferkette und technisch-organisatorischer Datenschutz.",
      en: "Open source is deliberately no criterion of its own. By the publisher's own account, key ownership, resilience, the supply chain and technical-organisational privacy measures are not covered.",
    },
    {
      de: "Gerundet wird der genaue Dezimalwert, ab 5 nach oben. Der Rechner des Herausgebers rechnet binär und zeigt bei 82,5, 47,5 und 17,5 Punkten 4,9, 2,8 und 1,0 statt 5,0, 2,9 und 1,1; die Stufe ist jeweils dieselbe.",
      en: "The exact decimal value is rounded, 5 upwards. The publisher's calculator works in binary and shows 4.9, 2.8 and 1.0 instead of 5.0, 2.9 and 1.1 at 82.5, 47.5 and 17.5 points; the level is the same each time.",
    },
    {
      de: "Eine frühere Fassung vom Juli 2026 rechnete auf einer Skala von 1 bis 100. Ihre Werte sind mit diesen nicht vergleichbar.",
      en: "An earlier edition of July 2026 used a scale from 1 to 100. Its values cannot be compared with these.",
    },
  ],
  criteria,
  outputs: [
    {
      id: "score",
      name: { de: "Note", en: "Mark" },
      scale: { min: 1, max: 6, direction: "higher" },
      rule: {
        kind: "grouped",
        groups: [
          {
            id: "all",
            name: { de: "Alle Dimensionen", en: "All dimensions" },
            weight: 1,
            divisor: 100,
            points: {
              legal: graded(20),
              exit: graded(20),
              data: graded(20),
              interop: graded(15),
              ops: graded(15),
              gov: graded(10),
            },
          },
        ],
        factor: 6,
        mean: false,
        clamp: { min: 1, max: 6 },
        decimals: 1,
        unknownCounts: 0,
        notApplicable: "open",
      },
      levels: [
        { level: "low", from: 1, name: { de: "niedrig souverän", en: "low sovereignty" } },
        { level: "partly", from: 2, above: true, name: { de: "teilweise souverän", en: "partly sovereign" } },
        { level: "high", from: 5, above: true, name: { de: "hoch souverän", en: "highly sovereign" } },
      ],
    },
  ],
  examples: [
    { answers: all("yes"), expect: { score: 6 }, source: "100 points" },
    { answers: all("partly"), expect: { score: 3 }, source: "50 points" },
    { answers: all("no"), expect: { score: 1 }, source: "0 points, raised to the lowest mark" },
    { answers: all("yes", { legal: "no" }), expect: { score: 4.8 }, source: "80 points" },
    { answers: all("unknown"), expect: { score: 1 }, source: "unknown counts 0" },
    { answers: all("yes", { legal: "unknown" }), expect: { score: 4.8 }, source: "unknown counts like no" },
    { answers: all("yes", { gov: "partly", interop: "partly" }), expect: { score: 5.3 }, source: "87.5 points, 5.25" },
    { answers: {}, expect: { score: null } },
    { answers: { legal: "yes", exit: "yes", data: "yes", interop: "yes", ops: "yes" }, expect: { score: null } },
  ],
};
