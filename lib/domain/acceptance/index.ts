import { addMonths, dayNumber } from "../strategy/dates";

/** Dimensions whose gap can be borne knowingly. */
export const ACCEPTABLE = ["munich", "exposure"] as const;
export type AcceptableDimension = (typeof ACCEPTABLE)[number];

/** A gap is borne for three years at most; then somebody has to look again. */
export const MOST_MONTHS = 36;

/** An acceptance ends soon this many days ahead. */
export const SOON_DAYS = 90;

/** Last day an acceptance made on `today` may hold. */
export const lastUntil = (today: string): string => addMonths(today, MOST_MONTHS);

/** What is wrong with the last day of an acceptance; null = nothing. Both are ISO days. */
export function untilProblem(until: string, today: string): "date-in-past" | "too-far-ahead" | null {
  if (until < today) return "date-in-past";
  return until > lastUntil(today) ? "too-far-ahead" : null;
}

/** Days from one ISO day to another; 0 on the day itself, negative afterwards. */
export const daysUntil = (day: string, today: string): number => dayNumber(day) - dayNumber(today);
