import { answerTo, stateOf, UNKNOWN } from "./answers";
import { openPart, part, possible, reason, shown, type Ruled, type RuleOf, type Scale } from "./rules-shared";
import type { Answers, Criterion, Group, GroupResult, Part } from "./types";

type Grouped = RuleOf<"grouped">;

/** A criterion that keeps a result from being given: open, and the publisher does not count it as nothing. */
function blocks(rule: Grouped, criterion: Criterion, answers: Answers): boolean {
  const state = stateOf(criterion.id, answers);
  if (state === "answered") return false;
  if (state === "unanswered") return criterion.optional !== true;
  if (state === "unknown") return rule.unknownCounts === undefined;
  return rule.notApplicable === "open";
}

/** Is nothing said, or nothing definite? */
function isOpen(rule: Grouped, criterion: Criterion, answers: Answers): boolean {
  const state = stateOf(criterion.id, answers);
  return state === "unanswered" || state === "unknown" || (state === "not-applicable" && rule.notApplicable === "open");
}

interface Sums {
  readonly group: Group;
  readonly applicable: number;
  readonly max: number;
  /** Points of the publisher's figure, of the worst and of the best way the open answers can turn out. */
  readonly counted: number;
  readonly low: number;
  readonly high: number;
  readonly open: number;
  readonly blocked: boolean;
  readonly scale: number;
}

function sumsOf(rule: Grouped, group: Group, criteria: readonly Criterion[], answers: Answers): Sums {
  let [counted, low, high, max, all, applicable, open] = [0, 0, 0, 0, 0, 0, 0];
  let blocked = false;
  for (const criterion of criteria) {
    const points = group.points[criterion.id];
    if (points === undefined) continue;
    const most = Math.max(...Object.values(points));
    all += most;
    if (stateOf(criterion.id, answers) === "not-applicable" && rule.notApplicable !== "open") {
      if (rule.notApplicable === "nothing") max += most;
      continue;
    }
    applicable += 1;
    max += most;
    const ways = possible(criterion, answers).map((option) => points[option] ?? 0);
    const asUnknown = answerTo(criterion.id, answers) === UNKNOWN ? rule.unknownCounts : undefined;
    const isBlank = stateOf(criterion.id, answers) === "unanswered" && criterion.optional === true;
    const said = asUnknown ?? (isBlank ? 0 : undefined);
    low += Math.min(...ways, ...(said === undefined ? [] : [said]));
    high += Math.max(...ways);
    counted += said ?? Math.min(...ways);
    if (isOpen(rule, criterion, answers)) open += 1;
    blocked ||= blocks(rule, criterion, answers);
  }
  // Left out: the rest of the group stands for the whole of it.
  const scale = rule.notApplicable === "left-out" && max > 0 ? all / max : 1;
  return { group, applicable, max, counted, low, high, open, blocked, scale };
}

/** Points of groups, weighted and added up. A group in which nothing applies leaves with its weight. */
export function grouped(rule: Grouped, scale: Scale, criteria: readonly Criterion[], answers: Answers): Ruled {
  const all = rule.groups.map((group) => sumsOf(rule, group, criteria, answers));
  const kept = all.filter((sums) => rule.notApplicable !== "left-out" || sums.applicable > 0);
  const weight = (list: readonly Sums[]) => list.reduce((sum, { group }) => sum + group.weight, 0);
  const whole = weight(all);
  const left = weight(kept);
  const spread = left === 0 ? 0 : rule.mean ? 1 / left : whole / left;
  const value = (pick: (sums: Sums) => number): number => {
    const sum = kept.reduce(
      (total, sums) => total + (sums.group.weight * sums.scale * pick(sums)) / sums.group.divisor,
      0,
    );
    const raw = exactly(rule.factor * sum * spread);
    const { min, max } = rule.clamp ?? scale;
    const inside = Math.min(max, Math.max(min, raw));
    return rule.decimals === undefined ? inside : round(inside, rule.decimals);
  };
  const nothingApplies = kept.length === 0;
  const result =
    nothingApplies || criteria.some((one) => blocks(rule, one, answers)) ? null : value((sums) => sums.counted);
  return {
    complete: !nothingApplies && criteria.every((one) => !isOpen(rule, one, answers)),
    value: result,
    low: nothingApplies ? scale.min : value((sums) => sums.low),
    high: nothingApplies ? scale.max : value((sums) => sums.high),
    parts: criteria.map((criterion) => partOf(rule, all, criterion, answers)),
    groups: all.map((sums): GroupResult => ({
      id: sums.group.id,
      points: !sums.blocked && sums.applicable > 0 ? exactly(sums.counted) : null,
      range: { worst: exactly(sums.low), best: exactly(sums.high) },
      max: exactly(sums.max),
      open: sums.open,
    })),
  };
}

/** Floating sums of decimal tables to ten decimals, so that 83.0 + 41.67 is what it says. */
const exactly = (value: number): number => Math.round(value * 1e10) / 1e10;

/** Half away from zero on the decimal value: 4.85 gives 4.9 whatever its binary form. */
function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(exactly(value * factor)) / factor;
}

function partOf(rule: Grouped, all: readonly Sums[], criterion: Criterion, answers: Answers): Part {
  const { id } = criterion;
  const state = stateOf(id, answers);
  const value = answerTo(id, answers);
  const sums = all.find(({ group }) => group.points[id] !== undefined);
  const points = sums?.group.points[id] ?? {};
  const of = Math.max(0, ...Object.values(points));
  if (state === "not-applicable" && rule.notApplicable !== "open")
    return part(id, answers, null, reason(`part.grouped.${rule.notApplicable === "nothing" ? "noPoints" : "leftOut"}`));
  if (state === "unknown" && rule.unknownCounts !== undefined)
    return part(
      id,
      answers,
      rule.unknownCounts,
      reason("part.grouped.unknown", { points: rule.unknownCounts, of: shown(of) }),
    );
  if (state === "unanswered" && criterion.optional === true)
    return part(id, answers, 0, reason("part.grouped.optional", { of: shown(of) }));
  if (state !== "answered" || value === null) return openPart(id, answers);
  const got = points[value] ?? 0;
  return part(id, answers, got, reason("part.grouped.points", { points: shownFine(got), of: shownFine(of) }));
}

const shownFine = (value: number): number => Math.round(value * 100) / 100;

/** The smallest value decides. What is ignored counts elsewhere, but never here. */
export function minimum(
  rule: RuleOf<"minimum">,
  scale: Scale,
  criteria: readonly Criterion[],
  answers: Answers,
): Ruled {
  const ignored = new Set(rule.ignored);
  const gating = criteria.filter(({ id }) => !ignored.has(id) && stateOf(id, answers) !== "not-applicable");
  const ways = (criterion: Criterion) =>
    possible(criterion, answers).map((option) => rule.values[criterion.id]?.[option] ?? scale.max);
  const nothingApplies = gating.length === 0;
  const low = Math.min(scale.max, ...gating.map((criterion) => Math.min(...ways(criterion))));
  const high = Math.min(scale.max, ...gating.map((criterion) => Math.max(...ways(criterion))));
  const open = criteria.filter(({ id }) => ["unanswered", "unknown"].includes(stateOf(id, answers)));
  const blocked = nothingApplies || open.some(({ id, optional }) => !optional || stateOf(id, answers) === "unknown");
  const answered = gating.filter((criterion) => stateOf(criterion.id, answers) === "answered");
  const counted = Math.min(scale.max, ...answered.map((criterion) => Math.min(...ways(criterion))));
  const decided = rule.decisive === true && answered.length > 0 && counted === scale.min;
  return {
    complete: decided || (!nothingApplies && open.length === 0),
    value: blocked && !decided ? null : counted,
    low: nothingApplies ? scale.min : low,
    high: nothingApplies ? scale.max : decided ? counted : high,
    groups: [],
    parts: criteria.map(({ id }): Part => {
      const value = answerTo(id, answers);
      if (ignored.has(id)) return part(id, answers, null, reason("part.minimum.ignored"));
      if (stateOf(id, answers) === "not-applicable") return part(id, answers, null, reason("part.minimum.leftOut"));
      if (value === null || stateOf(id, answers) !== "answered") return openPart(id, answers);
      const level = rule.values[id]?.[value] ?? scale.max;
      const key = level > counted ? "allows" : "binds";
      return part(id, answers, level, reason(`part.minimum.${key}`, { level }));
    }),
  };
}
