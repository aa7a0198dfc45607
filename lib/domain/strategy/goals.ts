import type { Reason } from "../facts";
import type { ServiceFilter } from "./filter";
import type { By, MetricId } from "./metric-definitions";
import { dayNumber } from "./dates";
import { metricDefinition } from "./metric-definitions";

/** What a city wants a metric to be by a day. Values in the metric's unit: a share is 0 to 1. */
export interface Goal {
  readonly metric: MetricId;
  readonly by: By;
  readonly scope: ServiceFilter;
  readonly baseline: GoalPoint;
  readonly target: number;
  /** ISO day. */
  readonly due: string;
  /** `higher`: at least the target; `lower`: at most. */
  readonly direction: "higher" | "lower";
}

export interface GoalPoint {
  readonly date: string;
  readonly value: number;
}

/** A value of the goal's metric on a day; null = the metric had no data then. */
export interface HistoryPoint {
  readonly date: string;
  readonly value: number | null;
}

export const GOAL_STATES = ["achieved", "on-track", "behind", "missed", "no-data"] as const;
export type GoalState = (typeof GOAL_STATES)[number];

export interface GoalStatus {
  readonly state: GoalState;
  /** Part of the way from baseline to target, 0 to 1; null without data. */
  readonly progress: number | null;
  /** The point the state was decided by; null without data. */
  readonly current: GoalPoint | null;
  /** Value on the straight line from baseline to target on the day of decision. */
  readonly expected: number;
  /** Distance to the target in the metric's unit, 0 when reached; null without data. */
  readonly missing: number | null;
  /** Missed on the due day, and reached since. */
  readonly late: boolean;
}

/** How far behind the straight line still counts as on track, as a part of the whole way from baseline to target. */
export const GOAL_TOLERANCE = 0.1;

/** Rounding noise of shares; a tenth of a millionth of a point decides nothing. */
const EPSILON = 1e-9;

/**
 * State of a goal on a day. The rule:
 *
 * 1. The deciding day is today, but never later than the due day: after it the verdict stays what it was then.
 * 2. The deciding point is the last one of the history up to that day. None, or one without data: **no data**.
 *    The baseline is a statement, not a measurement, and does not stand in for one.
 * 3. Target reached (at least / at most, after the direction): **achieved**.
 * 4. Not reached and today is after the due day: **missed** (`late` when a later point reaches it).
 * 5. Otherwise a straight line runs from the baseline to the target on the due day. Not further behind that line, on
 *    the deciding day, than `GOAL_TOLERANCE` of the whole way: **on track**; else **behind**.
 *    Where the baseline already meets the target (a goal to hold a level) any value that fails it is behind.
 *
 * The line is a yardstick, not a forecast. Order of the history does not matter. Throws RangeError for days that do not exist.
 */
export function goalStatus(goal: Goal, history: readonly HistoryPoint[], today: string): GoalStatus {
  const isOver = today > goal.due;
  const decidingDay = isOver ? goal.due : today;
  const expected = expectedValue(goal, decidingDay);
  const point = lastUpTo(history, decidingDay);
  if (point === null || point.value === null) {
    return { state: "no-data", progress: null, current: null, expected, missing: null, late: false };
  }
  const current = { date: point.date, value: point.value };
  const missing = shortfall(goal, current.value);
  const progress = progressOf(goal, current.value);
  const result = { progress, current, expected, missing, late: false };
  if (missing === 0) return { ...result, state: "achieved" };
  if (isOver) {
    const latest = lastUpTo(history, today);
    const late = latest !== null && latest.value !== null && shortfall(goal, latest.value) === 0;
    return { ...result, state: "missed", late };
  }
  const way = shortfall(goal, goal.baseline.value);
  const lag = goal.direction === "higher" ? expected - current.value : current.value - expected;
  return { ...result, state: way > 0 && lag <= way * GOAL_TOLERANCE + EPSILON ? "on-track" : "behind" };
}

/** The value the goal should have on a day: straight from baseline to target, level before and after. */
export function expectedValue(goal: Pick<Goal, "baseline" | "target" | "due">, day: string): number {
  const [start, end, at] = [dayNumber(goal.baseline.date), dayNumber(goal.due), dayNumber(day)];
  if (at >= end) return goal.target;
  const part = Math.max(0, at - start) / (end - start);
  return goal.baseline.value + (goal.target - goal.baseline.value) * part;
}

function shortfall(goal: Goal, value: number): number {
  const missing = goal.direction === "higher" ? goal.target - value : value - goal.target;
  return missing > EPSILON ? missing : 0;
}

function progressOf(goal: Goal, value: number): number {
  const way = shortfall(goal, goal.baseline.value);
  const missing = shortfall(goal, value);
  if (missing === 0) return 1;
  return way === 0 ? 0 : Math.min(1, Math.max(0, 1 - missing / way));
}

/** The last point up to a day; of several on one day the last listed. */
function lastUpTo(history: readonly HistoryPoint[], day: string): HistoryPoint | null {
  let last: HistoryPoint | null = null;
  for (const point of history) {
    if (point.date <= day && (last === null || point.date >= last.date)) last = point;
  }
  return last;
}

/**
 * The sentence for a chart's title, as a key of `strategyTexts`. Parameters are raw: `metric` an id, `due` an ISO day,
 * `value`, `target`, `expected`, `missing` numbers in `unit` (differences of shares are percentage points).
 */
export function goalFinding(goal: Goal, status: GoalStatus): Reason {
  const key = status.state === "missed" && status.late ? "goal.finding.late" : `goal.finding.${status.state}`;
  const base = { metric: goal.metric, unit: metricDefinition(goal.metric).unit, target: goal.target, due: goal.due };
  if (status.current === null || status.missing === null) return { key, params: base };
  return { key, params: { ...base, value: status.current.value, expected: status.expected, missing: status.missing } };
}
