import type { ProtectionNeed } from "../facts";
import type { Policy } from "../profile/policy";
import { addMonths } from "../strategy/dates";

/** Review interval in months. A service whose protection need nobody has stated is reviewed like a normal one. */
export function reviewMonths(policy: Policy, need: ProtectionNeed | null): number {
  return policy[need ?? "normal"].reviewMonths;
}

/** First day on which the review is due: the interval after the approval, or after the last confirmation when that is later. */
export function reviewDueOn(approvedOn: string, confirmedOn: string | null, months: number): string {
  return addMonths(confirmedOn !== null && confirmedOn > approvedOn ? confirmedOn : approvedOn, months);
}
