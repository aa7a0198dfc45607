/**
 * Score of published objective percentages, for results of others that come without their answers.
 *
 * Takes the weight of each objective (any unit) and its percentage, 0–100; null = the objective is not applicable, it leaves
 * with its weight and the rest is renormalised. Returns percent to six decimals, or null when no objective is applicable.
 * Throws a RangeError for an objective that is missing, has no weight, or whose percentage is outside 0–100.
 *
 * Formula: framework v1.2.1, section 5, Σ Score/MaxScore · Weight; renormalising as in mattpltn/cloud-sovereignty-index.
 */
export function weightedObjectives(
  weights: Readonly<Record<string, number>>,
  percentByObjective: Readonly<Record<string, number | null>>,
): number | null {
  for (const id of Object.keys(percentByObjective)) {
    if (!Object.hasOwn(weights, id)) throw new RangeError(`no objective ${id}`);
  }
  let sum = 0;
  let total = 0;
  for (const [id, weight] of Object.entries(weights)) {
    const percent = Object.hasOwn(percentByObjective, id) ? percentByObjective[id] : undefined;
    if (percent === undefined) throw new RangeError(`no percentage for ${id}`);
    if (percent === null) continue;
    if (!(percent >= 0 && percent <= 100)) throw new RangeError(`percentage of ${id} is ${percent}, not 0 to 100`);
    sum += weight * percent;
    total += weight;
  }
  return total === 0 ? null : Math.round((sum / total) * 1e6) / 1e6;
}
