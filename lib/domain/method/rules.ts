import { answerTo, stateOf } from "./answers";
import { grouped, minimum } from "./rules-grouped";
import {
  clamp,
  entry,
  exact,
  openPart,
  part,
  possible,
  reason,
  shown,
  type Ruled,
  type RuleOf,
  type Scale,
} from "./rules-shared";
import type { Answers, Criterion, Rule } from "./types";

/** Applies a rule to the criteria of one output (in the method's order). */
export function applyRule(rule: Rule, scale: Scale, criteria: readonly Criterion[], answers: Answers): Ruled {
  switch (rule.kind) {
    case "knockout-count":
      return settled(knockoutCount(rule, scale, criteria, answers));
    case "weighted":
      return settled(weighted(rule, scale, criteria, answers));
    case "lookup":
      return settled(lookup(rule, scale, criteria, answers));
    case "grouped":
      return grouped(rule, scale, criteria, answers);
    case "minimum":
      return minimum(rule, scale, criteria, answers);
  }
}

/** Rules that give a value exactly when nothing is open. */
type Plain = Omit<Ruled, "value" | "groups">;
const settled = (ruled: Plain): Ruled => ({ ...ruled, value: ruled.complete ? ruled.low : null, groups: [] });

/** Start value and one step per answer, not below the floor; the knock-out answer decides alone. */
function knockoutCount(
  rule: RuleOf<"knockout-count">,
  scale: Scale,
  criteria: readonly Criterion[],
  answers: Answers,
): Plain {
  const { knockout } = rule;
  if (answerTo(knockout.criterion, answers) === knockout.option) {
    const parts = criteria.map(({ id }) => {
      if (id === knockout.criterion) {
        return part(id, answers, knockout.value, reason("part.count.knockout", { value: knockout.value }));
      }
      return part(id, answers, null, reason("part.count.notCounted"));
    });
    return { complete: true, low: knockout.value, high: knockout.value, parts };
  }

  let low = rule.start;
  let high = rule.start;
  for (const criterion of criteria) {
    const steps = possible(criterion, answers).map((option) => entry(rule.step[criterion.id], option) ?? 0);
    low += Math.min(...steps);
    high += Math.max(...steps);
  }
  const complete = criteria.every((criterion) => stateOf(criterion.id, answers) === "answered");
  const raised = complete && low < rule.floor;
  const parts = criteria.map(({ id }) => {
    const value = answerTo(id, answers);
    if (value === null || stateOf(id, answers) !== "answered") return openPart(id, answers);
    if (id === knockout.criterion) {
      const why = raised
        ? reason("part.count.startFloor", { start: rule.start, computed: shown(low), floor: rule.floor })
        : reason("part.count.start", { start: rule.start });
      return part(id, answers, rule.start, why);
    }
    const step = entry(rule.step[id], value) ?? 0;
    if (step === 0) return part(id, answers, 0, reason("part.count.nothing"));
    const key = step < 0 ? "part.count.minus" : "part.count.plus";
    return part(id, answers, step, reason(key, { points: shown(Math.abs(step)) }));
  });

  low = clamp(Math.max(rule.floor, low), scale);
  high = clamp(Math.max(rule.floor, high), scale);
  const gate = criteria.find((criterion) => criterion.id === knockout.criterion);
  if (gate !== undefined && stateOf(gate.id, answers) !== "answered") {
    low = Math.min(low, knockout.value);
    high = Math.max(high, knockout.value);
  }
  return { complete, low: exact(low), high: exact(high), parts };
}

/** One way an open criterion can turn out: what it adds and the cap it sets. */
interface Way {
  readonly points: number;
  readonly cap: number;
}

/** Weighted mean over the applicable criteria, minus deductions, then caps. */
function weighted(rule: RuleOf<"weighted">, scale: Scale, criteria: readonly Criterion[], answers: Answers): Plain {
  const weightOf = (id: string): number => (Object.hasOwn(rule.weights, id) ? (rule.weights[id]?.weight ?? 0) : 0);
  const applicable = criteria.filter((criterion) => stateOf(criterion.id, answers) !== "not-applicable");
  const denominator = applicable.reduce((sum, criterion) => sum + weightOf(criterion.id), 0);
  const share = (id: string): number => (denominator === 0 ? 0 : (weightOf(id) / denominator) * rule.total);
  const gain = (id: string, option: string): number => share(id) * (entry(rule.weights[id]?.values, option) ?? 0);
  const loss = (id: string, option: string): number => entry(rule.deductions[id], option) ?? 0;
  const capBy = (id: string, option: string): number =>
    Math.min(
      ...rule.caps.filter((cap) => cap.criterion === id && cap.option === option).map((cap) => cap.max),
      Infinity,
    );

  const ways = applicable.map((criterion) =>
    possible(criterion, answers).map((option): Way => ({
      points: gain(criterion.id, option) - loss(criterion.id, option),
      cap: capBy(criterion.id, option),
    })),
  );
  // Nothing weighted is left: any mean is possible, so the whole scale stays open.
  const nothingLeft = denominator === 0;
  const low = extreme(ways, 0, Math.min);
  const high = extreme(ways, nothingLeft ? rule.total : 0, Math.max);
  const complete = !nothingLeft && applicable.every((criterion) => stateOf(criterion.id, answers) === "answered");

  const parts = criteria.map(({ id }) => {
    const value = answerTo(id, answers);
    if (stateOf(id, answers) === "not-applicable") {
      const key = weightOf(id) > 0 ? "part.weighted.leftOut" : "part.weighted.noEffect";
      return part(id, answers, null, reason(key));
    }
    if (value === null || stateOf(id, answers) !== "answered") return openPart(id, answers);
    const cap = capBy(id, value);
    const lost = loss(id, value);
    if (weightOf(id) > 0) {
      const params = { points: shown(gain(id, value)), of: shown(share(id)) };
      const why =
        cap === Infinity
          ? reason("part.weighted.points", params)
          : reason("part.weighted.pointsCap", { ...params, max: cap });
      return part(id, answers, gain(id, value), why);
    }
    if (lost > 0) return part(id, answers, -lost, reason("part.weighted.deduction", { points: shown(lost) }));
    if (cap !== Infinity) return part(id, answers, null, reason("part.weighted.cap", { max: cap }));
    return part(id, answers, null, reason("part.weighted.nothing"));
  });
  return { complete, low: exact(clamp(low, scale)), high: exact(clamp(high, scale)), parts };
}

/**
 * Smallest or largest value of `min(caps, start + sum of points)` over all ways, exactly.
 * Only criteria that can set a cap need trying out; all others take their own best (or worst) way.
 */
function extreme(ways: readonly (readonly Way[])[], start: number, pick: (...values: number[]) => number): number {
  const capping = ways.filter((options) => options.some((way) => way.cap !== Infinity));
  const plain = ways.filter((options) => options.every((way) => way.cap === Infinity));
  const base = plain.reduce((sum, options) => sum + pick(...options.map((way) => way.points)), start);
  let combinations: readonly Way[] = [{ points: base, cap: Infinity }];
  for (const options of capping) {
    combinations = combinations.flatMap((so) =>
      options.map((way) => ({ points: so.points + way.points, cap: Math.min(so.cap, way.cap) })),
    );
  }
  return pick(...combinations.map((way) => Math.min(way.cap, way.points)));
}

/** Value of one criterion's class; the bonus never lifts it above the next class. */
function lookup(rule: RuleOf<"lookup">, scale: Scale, criteria: readonly Criterion[], answers: Answers): Plain {
  const classes = Object.values(rule.values);
  const lifted = (value: number): number => {
    const above = classes.filter((other) => other > value);
    return above.length === 0 ? value : Math.min(value + rule.bonus.points, ...above);
  };
  const main = criteria.find((criterion) => criterion.id === rule.criterion);
  const bonus = criteria.find((criterion) => criterion.id === rule.bonus.criterion);
  const bases =
    main === undefined ? [] : possible(main, answers).map((option) => entry(rule.values, option) ?? scale.min);
  const bonusWays =
    bonus === undefined || stateOf(bonus.id, answers) === "not-applicable"
      ? [false]
      : possible(bonus, answers).map((option) => option === rule.bonus.option);
  const values = bases.flatMap((base) => bonusWays.map((with_) => clamp(with_ ? lifted(base) : base, scale)));

  const known = main !== undefined && stateOf(main.id, answers) === "answered";
  const base = known ? bases[0] : undefined;
  const bonusState = bonus === undefined ? "not-applicable" : stateOf(bonus.id, answers);
  const complete = known && (bonusState === "answered" || bonusState === "not-applicable");
  const parts = criteria.map(({ id }) => {
    const value = answerTo(id, answers);
    if (id === rule.criterion) {
      return base === undefined
        ? openPart(id, answers)
        : part(id, answers, base, reason("part.lookup.value", { points: shown(base) }));
    }
    if (stateOf(id, answers) === "not-applicable") return part(id, answers, null, reason("part.lookup.noBonus"));
    if (value === null || stateOf(id, answers) !== "answered") return openPart(id, answers);
    if (value !== rule.bonus.option) return part(id, answers, null, reason("part.lookup.noBonus"));
    if (base === undefined)
      return part(id, answers, null, reason("part.lookup.bonusLater", { points: rule.bonus.points }));
    const gained = lifted(base) - base;
    const key = gained < rule.bonus.points ? "part.lookup.bonusLimited" : "part.lookup.bonus";
    return part(id, answers, gained, reason(key, { points: shown(gained), full: rule.bonus.points }));
  });
  return { complete, low: exact(Math.min(...values)), high: exact(Math.max(...values)), parts };
}
