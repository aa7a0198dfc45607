import type { Derivations } from "./derived";
import { ecOperationDerivations } from "./derive-ec-operation";
import { ecStrategyDerivations } from "./derive-ec-strategy";
import { ecTechnologyDerivations } from "./derive-ec-technology";

/**
 * Facts to answers for the Commission's framework, both versions (same criteria). Options are the steps `1` (lowest) to `5`.
 * Where two steps fit, the lower one is given; a step that takes a proof, a policy or the whole chain is never derived.
 */
export const ecDerivations: Derivations = {
  ...ecStrategyDerivations,
  ...ecOperationDerivations,
  ...ecTechnologyDerivations,
};
