import type { Answers, Method } from "../types";
import { criteria } from "./criteria";

/** Levels in the order of the criteria. */
function levels(...given: readonly number[]): Answers {
  return Object.fromEntries(
    given.flatMap((level, index) => criteria.slice(index, index + 1).map(({ id }) => [id, String(level)])),
  );
}

const points = Object.fromEntries([0, 1, 2, 3, 4, 5].map((level) => [String(level), level]));

/** Maturity model of the Deutschland-Stack: plain mean of six levels from 0 to 5, 5 is best. */
export const deutschlandStack: Method = {
  ref: "deutschland-stack@2026",
  id: "deutschland-stack",
  version: "2026",
  name: { de: "Reifegradmodell des Deutschland-Stacks", en: "Maturity model of the Deutschland-Stack" },
  unit: "product",
  source: {
    title: "Deutschland-Stack: Kriterien",
    url: "https://deutschland-stack.gov.de/kriterien",
    date: "2026",
  },
  licence: {
    spdx: "LicenseRef-not-stated",
    attribution: {
      de: "Kriterien und Rechenweg nach dem Reifegradmodell des Deutschland-Stacks; Wortlaut von uns, eine Lizenz ist uns nicht bekannt.",
      en: "Criteria and calculation after the maturity model of the Deutschland-Stack; wording by us, no licence is known to us.",
    },
  },
  notes: [
    {
      de: "Der Durchschnitt dient beim Herausgeber nur der Orientierung; maßgeblich sind die sechs einzelnen Stufen.",
      en: "For the publisher the mean is for orientation only; what counts are the six single levels.",
    },
    {
      de: "Die Stufen bauen aufeinander auf. Bekannt sind uns nur die Stufen der digitalen Souveränität; bei den übrigen fünf Kriterien stehen hier nur die Nummern.",
      en: "The levels build on each other. Only those of digital sovereignty are known to us; for the other five criteria there are just the numbers here.",
    },
    {
      de: "Das Modell ist in der Erprobung, die Stufen werden von Hand vergeben.",
      en: "The model is in a test phase, the levels are given by hand.",
    },
    {
      de: "Eine Rundung ist nicht veröffentlicht; gerechnet wird ohne.",
      en: "No rounding is published; none is applied.",
    },
  ],
  criteria,
  outputs: [
    {
      id: "mean",
      name: { de: "Durchschnitt der sechs Stufen", en: "Mean of the six levels" },
      scale: { min: 0, max: 5, direction: "higher" },
      rule: {
        kind: "grouped",
        groups: [
          {
            id: "all",
            name: { de: "Alle Kriterien", en: "All criteria" },
            weight: 1,
            divisor: criteria.length,
            points: Object.fromEntries(criteria.map(({ id }) => [id, points])),
          },
        ],
        factor: 1,
        mean: true,
        notApplicable: "open",
      },
      levels: [{ level: "mean", from: 0, name: { de: "Durchschnitt ohne Stufe", en: "Mean without a level" } }],
    },
  ],
  examples: [
    { answers: levels(3, 4, 2, 5, 3, 1), expect: { mean: 3 }, source: "18 / 6" },
    { answers: levels(5, 5, 5, 5, 5, 5), expect: { mean: 5 } },
    { answers: levels(0, 0, 0, 0, 0, 0), expect: { mean: 0 } },
    { answers: levels(1, 0, 0, 0, 0, 0), expect: { mean: 1 / 6 }, source: "not rounded" },
    { answers: levels(3, 4, 2, 5, 3), expect: { mean: null }, source: "one level missing" },
    { answers: {}, expect: { mean: null } },
  ],
};
