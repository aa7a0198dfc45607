import type { Group, Text, Variant } from "../types";
import { criteria, domains } from "./criteria";

/** Weights of data, technology, operation, assurance, open source, executive oversight, managed services. */
type Weights = readonly number[];

const PUBLISHED: readonly { readonly id: string; readonly weights: Weights; readonly name: Text }[] = [
  { id: "balanced", weights: [1, 1, 1, 1, 1, 1, 1], name: { de: "Ausgewogen", en: "Balanced" } },
  { id: "government", weights: [2, 1.5, 1.5, 2, 1.5, 2, 1.5], name: { de: "Verwaltung", en: "Government" } },
  { id: "finance", weights: [2, 1, 1.5, 2, 1, 1.5, 1.5], name: { de: "Finanzwesen", en: "Finance" } },
  { id: "healthcare", weights: [2, 1, 2, 1.5, 1, 1.5, 1.5], name: { de: "Gesundheit", en: "Healthcare" } },
  { id: "technology", weights: [1.5, 2, 1.5, 1, 2, 1, 1.5], name: { de: "Technologie", en: "Technology" } },
  { id: "manufacturing", weights: [1.5, 1, 2, 1.5, 1, 1.5, 2], name: { de: "Industrie", en: "Manufacturing" } },
  { id: "telecoms", weights: [2, 1.5, 2, 2, 1, 1.5, 1.5], name: { de: "Telekommunikation", en: "Telecoms" } },
  { id: "energy", weights: [1.5, 1.5, 2, 2, 1, 1.5, 1.5], name: { de: "Energie", en: "Energy" } },
];

/** The domains as groups of three questions each. */
export function groupsWith(weights: Weights): readonly Group[] {
  return domains.map(({ id, name }, index) => ({
    id,
    name,
    weight: weights[index] ?? 1,
    divisor: 3,
    points: Object.fromEntries(
      criteria
        .filter((criterion) => criterion.id.startsWith(`${id}-`))
        .map((criterion) => [criterion.id, { yes: 1, no: 0 }]),
    ),
  }));
}

const inWords = (weights: Weights, decimal: string): string =>
  weights.map((weight) => String(weight).replace(".", decimal)).join(" · ");

export const weightings: readonly Variant[] = PUBLISHED.map(({ id, weights, name }): Variant => ({
  parameter: "weighting",
  id,
  name,
  reason:
    id === "balanced"
      ? {
          de: "Alle sieben Bereiche zählen gleich viel; gilt, wenn nichts anderes gewählt ist.",
          en: "All seven domains count alike; applies when nothing else is chosen.",
        }
      : {
          de: `Gewichtung des Herausgebers für diese Branche, in der Reihenfolge der Bereiche: ${inWords(weights, ",")}.`,
          en: `The publisher's weighting for this sector, in the order of the domains: ${inWords(weights, ".")}.`,
        },
  rules: id === "balanced" ? {} : { points: { groups: groupsWith(weights) } },
}));

/**
 * The ninth weighting, chosen by the city.
 * @param weights seven numbers in the order of the domains; each is brought to 1–2, as the publisher does
 * @throws RangeError when there are not exactly seven numbers
 */
export function customWeighting(weights: readonly number[]): Variant {
  if (weights.length !== domains.length || weights.some((weight) => Number.isNaN(weight)))
    throw new RangeError(`a weighting has ${domains.length} numbers`);
  const clamped = weights.map((weight) => Math.min(2, Math.max(1, weight)));
  return {
    parameter: "weighting",
    id: "custom",
    name: { de: "Eigene Gewichtung", en: "Own weighting" },
    reason: {
      de: `Von der Stadt gewählt, in der Reihenfolge der Bereiche, auf 1 bis 2 begrenzt: ${inWords(clamped, ",")}.`,
      en: `Chosen by the city, in the order of the domains, limited to 1 to 2: ${inWords(clamped, ".")}.`,
    },
    rules: { points: { groups: groupsWith(clamped) } },
  };
}
