import type { ProtectionNeed } from "../facts";
import type { RequiredLevel } from "../profile/policy";
import { addMonths } from "../strategy/dates";

/** Months after which an approved assessment is looked at again, where the city's policy says nothing. */
export const DEFAULT_REVIEW_MONTHS: Readonly<Record<ProtectionNeed, number>> = {
  normal: 24,
  high: 12,
  "very-high": 12,
};

type Reviewed = RequiredLevel & { readonly reviewMonths?: number };

/** Review interval in months. A service whose protection need nobody has stated is reviewed like a normal one. */
export function reviewMonths(
  policy: Readonly<Record<ProtectionNeed, RequiredLevel>> | null,
  need: ProtectionNeed | null,
): number {
  const level: Reviewed | undefined = policy?.[need ?? "normal"];
  return level?.reviewMonths ?? DEFAULT_REVIEW_MONTHS[need ?? "normal"];
}

/** First day on which the review is due: the interval after the approval, or after the last confirmation when that is later. */
export function reviewDueOn(approvedOn: string, confirmedOn: string | null, months: number): string {
  return addMonths(confirmedOn !== null && confirmedOn > approvedOn ? confirmedOn : approvedOn, months);
}
