import { deriveAll } from "./derived";
import type { DerivationContext, DerivedAnswer, NotDerivable } from "./derived";
import { munichDerivations } from "./derive-munich";
import { profileDerivations } from "./derive-profile";

export type { DerivationContext, DerivedAnswer, NotDerivable } from "./derived";

/** The methods whose answers can be derived from facts about a service. */
export const SCORED_METHODS = ["munich-sds", "hoheit-profile"] as const;
export type ScoredMethodId = (typeof SCORED_METHODS)[number];

const TABLES = { "munich-sds": munichDerivations, "hoheit-profile": profileDerivations };

/**
 * Facts to answers: for each criterion of the method either an answer with reason and facts, or why none can be given.
 * Careful by rule: what nobody has stated or looked up gives no answer, and doubtful ownership never gives a good one.
 */
export function derive(
  method: ScoredMethodId,
  context: DerivationContext,
): { readonly answers: Readonly<Record<string, DerivedAnswer>>; readonly notDerivable: readonly NotDerivable[] } {
  return deriveAll(TABLES[method], context);
}
