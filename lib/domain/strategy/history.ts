import type { MetricResult } from "./metric-result";
import { addMonths, dayNumber } from "./dates";

/** A day on which a portfolio was kept. */
export interface Kept {
  readonly id: string;
  readonly kind: "daily" | "named";
  /** ISO day. */
  readonly date: string;
  /** Point in time, ISO: of several on one day the later counts. */
  readonly createdAt: string;
}

/** Up to this many days are all shown; beyond it weeks and months are. */
const ALL_UP_TO = 40;
/** So long one day a week is shown, before that one a month. */
const WEEKLY_MONTHS = 2;

/**
 * The snapshots a history is drawn from, oldest first: before today, one a day (a named one before a daily one, else the
 * later). Of many: the last of each week for two months, before that the last of each month, every named one, the first,
 * and the last up to each of `deciding` (the due days of goals). The choice of a day does not move with the clock within
 * its week or month, so that what was computed for it can be kept.
 */
export function chooseHistory<T extends Kept>(
  all: readonly T[],
  options: { readonly today: string; readonly deciding?: readonly string[] },
): readonly T[] {
  const days = onePerDay(all.filter((each) => each.date < options.today));
  if (days.length <= ALL_UP_TO) return days;
  const recent = addMonths(options.today, -WEEKLY_MONTHS);
  const last = new Map<string, T>();
  for (const each of days) {
    // 1970-01-01 was a Thursday: three days on, weeks begin on Monday.
    const week = `w${Math.floor((dayNumber(each.date) + 3) / 7)}`;
    last.set(each.date >= recent ? week : each.date.slice(0, 7), each);
  }
  const kept = new Set<T>([...last.values(), ...days.filter((each) => each.kind === "named"), ...days.slice(0, 1)]);
  for (const each of chooseDeciding(days, options.deciding ?? [])) kept.add(each);
  return days.filter((each) => kept.has(each));
}

/** The last snapshot up to each of the given days, oldest first: what decides goals whose due day has passed. */
export function chooseDeciding<T extends Kept>(all: readonly T[], days: readonly string[]): readonly T[] {
  const ordered = onePerDay(all);
  const kept = new Set<T>();
  for (const day of days) {
    const deciding = ordered.filter((each) => each.date <= day).at(-1);
    if (deciding !== undefined) kept.add(deciding);
  }
  return ordered.filter((each) => kept.has(each));
}

/**
 * The snapshot today is compared with: the wanted one, else the latest named one of an earlier day, else the latest daily
 * one of an earlier day, else one named today; null without any.
 */
export function chooseComparison<T extends Kept>(all: readonly T[], today: string, wanted?: string): T | null {
  const past = all.filter((each) => each.date <= today).sort(inTime);
  const earlier = past.filter((each) => each.date < today);
  return (
    past.find((each) => each.id === wanted) ??
    earlier.filter((each) => each.kind === "named").at(-1) ??
    earlier.at(-1) ??
    past.filter((each) => each.kind === "named").at(-1) ??
    null
  );
}

function onePerDay<T extends Kept>(all: readonly T[]): readonly T[] {
  const byDay = new Map<string, T>();
  for (const each of [...all].sort(inTime)) {
    const other = byDay.get(each.date);
    if (other === undefined || other.kind === "daily" || each.kind === "named") byDay.set(each.date, each);
  }
  return [...byDay.values()];
}

function inTime(a: Kept, b: Kept): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * Lowest and highest value that the unknown services still allow, in the metric's unit; null where that cannot be said:
 * without a count, and for indices, because what an unknown service costs is unknown too.
 */
export function possibleRange(
  result: Pick<
    MetricResult,
    "unit" | "by" | "numerator" | "denominator" | "unknown" | "uncertain" | "populationUnknown" | "subject"
  >,
): { readonly low: number; readonly high: number } | null {
  const { unit, by, numerator, denominator, uncertain, subject } = result;
  // Who may turn out to belong to what is counted widens the range just as an unknown one does.
  const unknown = result.unknown + result.populationUnknown;
  if (by !== "count" || unit === "index" || unit === "money") return null;
  // A concentration's unknown services may all belong to one other organisation that then becomes the largest.
  if (subject !== null) return null;
  if (unit === "count") return { low: numerator, high: numerator + uncertain + unknown };
  const whole = denominator + unknown;
  return whole === 0 ? null : { low: numerator / whole, high: (numerator + uncertain + unknown) / whole };
}
