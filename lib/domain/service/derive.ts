import { deriveAll } from "./derived";
import type { DerivationContext, Derivations, DerivedAnswer, NotDerivable } from "./derived";
import { baselDerivations } from "./derive-basel";
import { c3aDerivations } from "./derive-c3a";
import { ecDerivations } from "./derive-ec";
import { munichDerivations } from "./derive-munich";
import { profileDerivations } from "./derive-profile";
import { zendisDerivations } from "./derive-zendis";

export type { DerivationContext, DerivedAnswer, NotDerivable } from "./derived";

/** The methods whose answers can be derived from facts about a service. */
export const SCORED_METHODS = ["munich-sds", "hoheit-profile"] as const;
export type ScoredMethodId = (typeof SCORED_METHODS)[number];

/** Derivations by method id; all versions of a method share them. A method about organisations or cities is not among them. */
export const DERIVATIONS: Readonly<Record<string, Derivations>> = {
  "munich-sds": munichDerivations,
  "hoheit-profile": profileDerivations,
  "basel-sds": baselDerivations,
  "ec-csf": ecDerivations,
  "bsi-c3a": c3aDerivations,
  zendis: zendisDerivations,
};

/** What the facts say to one method: each criterion that facts could answer is in exactly one of the two. */
export interface Derived {
  readonly answers: Readonly<Record<string, DerivedAnswer>>;
  readonly notDerivable: readonly NotDerivable[];
}

/**
 * Facts to answers for any method, by its id without version. Nothing at all for a method without derivations, such as a
 * city's own.
 */
export function deriveFor(methodId: string, context: DerivationContext): Derived {
  const table = Object.hasOwn(DERIVATIONS, methodId) ? DERIVATIONS[methodId] : undefined;
  return table === undefined ? { answers: {}, notDerivable: [] } : deriveAll(table, context);
}

/**
 * Facts to answers: for each criterion of the method either an answer with reason and facts, or why none can be given.
 * Careful by rule: what nobody has stated or looked up gives no answer, and doubtful ownership never gives a good one.
 */
export function derive(method: ScoredMethodId, context: DerivationContext): Derived {
  return deriveFor(method, context);
}
