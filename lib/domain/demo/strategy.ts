import type { MetricId } from "../strategy/metric-definitions";
import type { DemoGoal, DemoStrategy } from "./types";

const goal = (
  key: string,
  metric: MetricId,
  de: string,
  en: string,
  target: number,
  due: string,
  more: Partial<Pick<DemoGoal, "by" | "scope">> = {},
): DemoGoal => ({
  key,
  name: { de, en },
  metric,
  by: more.by ?? "count",
  scope: more.scope ?? {},
  baselineDate: "2024-12-31",
  target,
  due,
  responsible: "Jana Brandt",
});

/** The strategy of Musterstadt: five principles and seven goals. Shares are 0 to 1. */
export const souveraeneStadt: DemoStrategy = {
  name: "Souveräne Stadt 2028",
  decidedOn: "2024-12-12",
  updatedOn: "2026-03-26",
  principles: [
    {
      title: { de: "Souveränität entscheidet mit", en: "Sovereignty has a say" },
      text: {
        de: "Jede IT-Entscheidung weist aus, welche Abhängigkeit sie schafft, löst oder verlängert.",
        en: "Every IT decision states which dependency it creates, ends or extends.",
      },
    },
    {
      title: { de: "Offen, wo es sich bewährt hat", en: "Open where it has proved itself" },
      text: {
        de: "Bei gleicher Eignung hat freie Software Vorrang; Ausnahmen werden begründet und befristet.",
        en: "With equal suitability open-source software comes first; exceptions are justified and have an end date.",
      },
    },
    {
      title: { de: "Offene Schnittstellen und Formate", en: "Open interfaces and formats" },
      text: {
        de: "Neue Verfahren tauschen Daten über offene, dokumentierte Standards aus und lassen sich vollständig ausleiten.",
        en: "New applications exchange data through open, documented standards and allow a complete export.",
      },
    },
    {
      title: {
        de: "Daten, Betrieb, Schlüssel und Zugriff in eigener Hand",
        en: "Data, operation, keys and access in our own hands",
      },
      text: {
        de: "Für Verfahren mit hohem Schutzbedarf entscheidet die Stadt oder ein öffentlicher Träger über alle vier.",
        en: "For services with a high protection need the city or a public body decides over all four.",
      },
    },
    {
      title: { de: "Abhängigkeit nur bewusst", en: "Dependency only knowingly" },
      text: {
        de: "Wo es keine Alternative gibt, wird die Abhängigkeit mit Grund und Enddatum akzeptiert und jährlich geprüft.",
        en: "Where there is no alternative, the dependency is accepted with reason and end date and reviewed every year.",
      },
    },
  ],
  goals: [
    goal("Z1", "munich-1-2-share", "Anteil Stufe 1 und 2", "Share of levels 1 and 2", 0.6, "2028-12-31"),
    goal("Z2", "assessed-share", "Bewertungsstand", "Assessed services", 1, "2027-12-31"),
    goal(
      "Z3",
      "exposure-j3-j4-count",
      "Services mit Zugriffsrisiko J3 oder J4",
      "Services with exposure J3 or J4",
      5,
      "2028-12-31",
    ),
    goal("Z4", "open-source-share", "Open-Source-Anteil nach Anzahl", "Open-source share by count", 0.3, "2028-12-31"),
    goal(
      "Z5",
      "required-level-met-critical",
      "Soll erreicht bei hohem und sehr hohem Schutzbedarf",
      "Required level met at high and very high protection need",
      0.9,
      "2027-12-31",
    ),
    goal(
      "Z6",
      "double-grips",
      "Doppelgriff bei sehr hohem Schutzbedarf",
      "Double grip at very high protection need",
      0,
      "2026-12-31",
      { scope: { protection: ["very-high"] } },
    ),
    goal(
      "Z7",
      "largest-controller-share",
      "Anteil des größten privaten Eigentümers an den Ausgaben",
      "Share of spend with the largest private owner",
      0.3,
      "2028-12-31",
      { by: "cost", scope: { control: ["private"] } },
    ),
  ],
};
