import { compareClass } from "../exposure";
import { PROTECTION_NEEDS } from "../facts";
import type { ProtectionNeed } from "../facts";
import type { Policy } from "./policy";

/** A protection need that would be allowed a worse value than the need below it. */
export interface LooserNeed {
  readonly need: ProtectionNeed;
  readonly dimension: "munich" | "exposure";
}

/**
 * Where a policy contradicts itself: a higher protection need must never be allowed a worse Munich level or exposure
 * class than a lower one. Empty when it is in order; equal values are.
 */
export function looserNeeds(policy: Policy): readonly LooserNeed[] {
  return PROTECTION_NEEDS.slice(1).flatMap((need, index): readonly LooserNeed[] => {
    const lower = PROTECTION_NEEDS[index];
    if (lower === undefined) return [];
    const found: LooserNeed[] = [];
    if (policy[need].munich > policy[lower].munich) found.push({ need, dimension: "munich" });
    if (compareClass(policy[need].exposure, policy[lower].exposure) > 0) found.push({ need, dimension: "exposure" });
    return found;
  });
}
