import { compareClass } from "../exposure";
import { PROTECTION_NEEDS } from "../facts";
import type { ProtectionNeed } from "../facts";
import { POINT_DIMENSIONS } from "./policy";
import type { Policy, RequiredLevel } from "./policy";

/** A protection need that would be allowed a worse value than the need below it. */
export interface LooserNeed {
  readonly need: ProtectionNeed;
  readonly dimension: keyof RequiredLevel;
}

/**
 * Where a policy contradicts itself: a higher protection need must never be allowed a worse Munich level or exposure
 * class, fewer points or a longer time between reviews than a lower one. Empty when it is in order; equal values are.
 */
export function looserNeeds(policy: Policy): readonly LooserNeed[] {
  return PROTECTION_NEEDS.slice(1).flatMap((need, index): readonly LooserNeed[] => {
    const below = PROTECTION_NEEDS[index];
    if (below === undefined) return [];
    const [higher, lower] = [policy[need], policy[below]];
    const found: LooserNeed[] = [];
    if (higher.munich > lower.munich) found.push({ need, dimension: "munich" });
    if (compareClass(higher.exposure, lower.exposure) > 0) found.push({ need, dimension: "exposure" });
    for (const dimension of POINT_DIMENSIONS) {
      if ((higher[dimension] ?? 0) < (lower[dimension] ?? 0)) found.push({ need, dimension });
    }
    if (higher.reviewMonths > lower.reviewMonths) found.push({ need, dimension: "reviewMonths" });
    return found;
  });
}
