import type { Answers, Method, Output } from "../types";
import { criteria, domains } from "./criteria";
import { groupsWith, weightings } from "./weightings";

export { customWeighting } from "./weightings";

const FOUNDATION = { level: "foundation", name: { de: "Grundlage", en: "Foundation" } };
const DEVELOPING = { level: "developing", name: { de: "Aufbau", en: "Developing" } };
const STRATEGIC = { level: "strategic", name: { de: "Strategisch", en: "Strategic" } };
const ADVANCED = { level: "advanced", name: { de: "Fortgeschritten", en: "Advanced" } };

/**
 * Level of one domain.
 * @param share points of the domain divided by their number, 0 to 1
 * @returns the publisher's level. One of three is 33.3 % and thus above the border of 33 %: with three questions a domain
 *   is never "developing". Kept as published.
 */
export function domainLevel(share: number): Pick<Output["levels"][number], "level" | "name"> {
  if (share <= 0) return FOUNDATION;
  if (share <= 0.33) return DEVELOPING;
  return share <= 0.67 ? STRATEGIC : ADVANCED;
}

/** That many yes in each domain, in the order of the domains; the rest as given. */
function counts(yes: readonly number[], rest = "no"): Answers {
  return Object.fromEntries(
    domains.flatMap(({ id }, index) => [1, 2, 3].map((n) => [`${id}-${n}`, n <= (yes[index] ?? 0) ? "yes" : rest])),
  );
}

/** Red Hat's Digital Sovereignty Readiness Assessment: points of 21 for the organisation as a whole, 21 is best. */
export const redhatReadiness: Method = {
  ref: "redhat-readiness@2025",
  id: "redhat-readiness",
  version: "2025",
  name: { de: "Reifegrad Digitaler Souveränität (Red Hat)", en: "Digital sovereignty readiness (Red Hat)" },
  unit: "city",
  source: {
    title: "Red Hat: Digital Sovereignty Readiness Assessment (Viewfinder)",
    url: "https://github.com/redhat-cop/viewfinder",
    date: "2025",
  },
  licence: {
    spdx: "Apache-2.0",
    attribution: {
      de: "Bereiche, Gewichte und Stufen nach dem Digital Sovereignty Readiness Assessment von Red Hat (Apache-2.0); Wortlaut von uns, auf Städte bezogen.",
      en: "Domains, weights and levels after Red Hat's Digital Sovereignty Readiness Assessment (Apache-2.0); wording by us, put for cities.",
    },
  },
  notes: [
    {
      de: "Herausgeber ist ein Hersteller; der Fragebogen entstand für das Gespräch mit Kunden.",
      en: "The publisher is a vendor; the questionnaire was made for talks with customers.",
    },
    {
      de: "„Unbekannt“ zählt wie „Nein“ und gilt als noch zu klären; die Spanne daneben zeigt, was es ausmachen kann.",
      en: "“Unknown” counts like “no” and is held as still to be found out; the range beside it shows what that can amount to.",
    },
    {
      de: "Das Ergebnis ist ein gewichteter Durchschnitt auf 21 Punkte. Mit ungleichen Gewichten ist es keine Anzahl von Ja-Antworten mehr.",
      en: "The result is a weighted average on 21 points. With unequal weights it is no longer a number of yes answers.",
    },
    {
      de: "Für einen einzelnen Bereich endet „Aufbau“ beim Herausgeber bei 33 %. Eine von drei Fragen ergibt 33,3 % und damit schon „Strategisch“: Die Stufe „Aufbau“ kommt je Bereich nicht vor. Wir haben das so gelassen.",
      en: "For a single domain the publisher ends “developing” at 33 %. One of three questions makes 33.3 % and thus “strategic” already: per domain the level “developing” never occurs. We left it that way.",
    },
    {
      de: "Der Herausgeber kennt neun Gewichtungen: ausgewogen, sieben nach Branche und eine eigene mit Gewichten von 1 bis 2.",
      en: "The publisher has nine weightings: balanced, seven by sector and one of your own with weights from 1 to 2.",
    },
  ],
  criteria,
  outputs: [
    {
      id: "points",
      name: { de: "Punkte von 21", en: "Points out of 21" },
      scale: { min: 0, max: 21, direction: "higher" },
      rule: {
        kind: "grouped",
        groups: groupsWith([1, 1, 1, 1, 1, 1, 1]),
        factor: 21,
        mean: true,
        unknownCounts: 0,
        notApplicable: "open",
      },
      levels: [
        { ...FOUNDATION, from: 0 },
        { ...DEVELOPING, from: 5.25, above: true },
        { ...STRATEGIC, from: 10.5, above: true },
        { ...ADVANCED, from: 15.75, above: true },
      ],
    },
  ],
  defaults: { weighting: "balanced" },
  variants: weightings,
  examples: [
    { answers: counts([3]), expect: { points: 3 }, source: "data complete, all else no" },
    { answers: counts([3]), with: { weighting: "government" }, expect: { points: 3.5 }, source: "21 · 2 / 12" },
    { answers: counts([3, 2, 3, 2, 1, 1, 2]), expect: { points: 14 } },
    { answers: counts([3, 2, 3, 2, 1, 1, 2]), with: { weighting: "government" }, expect: { points: 14 } },
    { answers: counts([3, 3, 3, 3, 3, 3, 3]), with: { weighting: "energy" }, expect: { points: 21 } },
    { answers: counts([]), expect: { points: 0 } },
    { answers: counts([3], "unknown"), expect: { points: 3 }, source: "unknown counts 0" },
    { answers: {}, expect: { points: null } },
  ],
};
