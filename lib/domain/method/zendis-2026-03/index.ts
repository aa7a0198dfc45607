import type { Answers, Group, Method, Text } from "../types";
import { criteria } from "./criteria";

/** A topic of the paper: one point for each of its criteria that is met. */
function topic(letter: string, name: Text): Group {
  const own = criteria.filter(({ id }) => id.startsWith(letter));
  return {
    id: letter,
    name,
    weight: 1,
    divisor: 1,
    points: Object.fromEntries(own.map(({ id }) => [id, { yes: 1, no: 0 }])),
  };
}

/** All twenty answered alike, except for what is given. */
function all(value: string, except: Answers = {}): Answers {
  return { ...Object.fromEntries(criteria.map(({ id }) => [id, value])), ...except };
}

/** The twenty criteria of ZenDiS and PD: how many of them are met. A count, because the paper publishes no rule. */
export const zendis: Method = {
  ref: "zendis@2026-03",
  id: "zendis",
  version: "2026-03",
  name: {
    de: "Kriterien zur Bewertung von Digitaler Souveränität (ZenDiS)",
    en: "Criteria for assessing digital sovereignty (ZenDiS)",
  },
  unit: "service",
  source: {
    title: "ZenDiS und PD: Kriterien zur Bewertung von Digitaler Souveränität, Diskussionspapier",
    url: "https://kriterien-digitale-souveraenitaet-6bb399.usercontent.opencode.de",
    date: "2026-03",
  },
  licence: {
    spdx: "LicenseRef-not-stated",
    attribution: {
      de: "Kriterien nach dem Diskussionspapier von ZenDiS und PD (März 2026); Wortlaut von uns, eine Lizenz ist uns nicht bekannt.",
      en: "Criteria after the discussion paper of ZenDiS and PD (March 2026); wording by us, no licence is known to us.",
    },
  },
  notes: [
    {
      de: "Das Papier nennt weder Gewichte noch Stufen noch eine Formel. Gezeigt wird deshalb nur, wie viele der 20 Kriterien erfüllt sind.",
      en: "The paper gives no weights, levels or formula. Shown is therefore only how many of the 20 criteria are met.",
    },
    {
      de: "A1 bis A3 und zum Teil A6 betreffen die Organisation und fallen für alle Dienste einer Stadt gleich aus.",
      en: "A1 to A3 and partly A6 concern the organisation and turn out alike for all services of a city.",
    },
    {
      de: "Was nicht zutrifft, zählt nicht als erfüllt; die Zahl bezieht sich immer auf 20.",
      en: "What does not apply does not count as met; the number always refers to 20.",
    },
    {
      de: "Grundlage ist die Fassung zur Konsultation (bis 15. Mai 2026). Eine endgültige Fassung kann abweichen.",
      en: "The basis is the edition for consultation (until 15 May 2026). A final edition may differ.",
    },
    {
      de: "Das Papier nennt Themen und Prüffragen. Die Aussagen hier sind so gefasst, dass „Erfüllt“ immer das Bessere ist; wo die Richtung offen war, steht es beim Kriterium.",
      en: "The paper gives topics and questions. The statements here are put so that “met” is always the better; where the direction was open, the criterion says so.",
    },
  ],
  criteria,
  outputs: [
    {
      id: "met",
      name: { de: "Erfüllte Kriterien von 20", en: "Criteria met out of 20" },
      scale: { min: 0, max: 20, direction: "higher" },
      rule: {
        kind: "grouped",
        groups: [
          topic("a", { de: "Organisation und Fähigkeiten", en: "Organisation and capabilities" }),
          topic("b", { de: "Anwendungen und Dienste", en: "Applications and services" }),
          topic("c", { de: "Informationen und Daten", en: "Information and data" }),
          topic("d", { de: "Betrieb und Infrastruktur", en: "Operation and infrastructure" }),
        ],
        factor: 1,
        mean: false,
        notApplicable: "nothing",
      },
      levels: [{ level: "count", from: 0, name: { de: "Anzahl ohne Stufe", en: "Count without a level" } }],
    },
  ],
  examples: [
    {
      answers: all("yes"),
      expect: { met: 20 },
      source: "Vivodepot, self-assessment of April 2026: 20 of 20 (https://github.com/carolaklessen/vivodepot)",
    },
    { answers: all("no"), expect: { met: 0 } },
    { answers: all("no", { a1: "yes", b4: "yes", d3: "yes" }), expect: { met: 3 } },
    { answers: all("yes", { c1: "no", d1: "no" }), expect: { met: 18 } },
    { answers: all("yes", { a1: "not-applicable", a2: "not-applicable" }), expect: { met: 18 } },
    { answers: all("yes", { b2: "unknown" }), expect: { met: null } },
    { answers: {}, expect: { met: null } },
  ],
};
