import { noFact } from "./derive-ec-strategy";
import { answer, open, productFact, serviceFact, someNames } from "./derived";
import type { Derivation, DerivationContext, Derivations } from "./derived";
import { EU, GERMANY, sideOf } from "./footing";
import type { Area } from "./footing";
import { about, blocked, factsOf, foreign, inRoles, operatorsOf, readersOf, withAccess, withPlaces } from "./parties";

/** Law of the EU over the provider: its seat and its controllers are in the EU. A foreign parent alone does not disprove it. */
function deriveLaw(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EU);
  const outside = operators.find(({ standing }) => standing === "outside");
  if (outside !== undefined) return answer("not-met", "derive.c3a.law.outside", outside.facts, about(outside));
  const stop = blocked(operators, "operator");
  if (stop !== null) return stop;
  const mixed = operators.find(foreign);
  if (mixed !== undefined) return open("derive.c3a.law.parent", about(mixed));
  return answer("met", "derive.c3a.law.inside", factsOf(operators), about(operators[0]));
}

/** Only the seat counts here, not who stands above it. */
function deriveSeat(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EU);
  if (operators.length === 0) return open("derive.party.no-operator");
  const outside = operators.find(({ seat }) => seat === "outside");
  if (outside !== undefined) return answer("not-met", "derive.c3a.seat.outside", outside.facts, about(outside));
  const unknown = operators.find(({ seat }) => seat === "unknown");
  if (unknown !== undefined) {
    return unknown.id === null
      ? open("derive.party.unnamed-operator")
      : open("derive.party.uncertain", { organisation: unknown.name });
  }
  return answer("met", "derive.c3a.seat.inside", factsOf(operators), about(operators[0]));
}

/** Who can decide over the provider. */
function deriveControl(context: DerivationContext): Derivation {
  const operators = operatorsOf(context, EU);
  const outside = operators.find(({ top }) => top === "outside");
  if (outside !== undefined) return answer("not-met", "derive.c3a.control.outside", outside.facts, about(outside));
  return (
    blocked(operators, "operator") ??
    answer("met", "derive.c3a.control.inside", factsOf(operators), about(operators[0]))
  );
}

/** Place of customer data: stored there, and nobody who can read it works elsewhere. */
function derivePlace(context: DerivationContext, area: Area): Derivation {
  const { facts, world } = context;
  if (facts.dataLocation === null) return open("derive.location.unstated");
  const params = { location: facts.dataLocation };
  const stored = sideOf(world, facts.dataLocation, area);
  const used = [serviceFact(facts, "dataLocation", facts.dataLocation)];
  if (stored === "outside") return answer("not-met", "derive.c3a.place.outside", used, params);
  if (stored === "unknown") return open("derive.c3a.place.tooWide", params);
  const readers = readersOf(context, area);
  const all = [...used, ...readers.flatMap((each) => [...each.facts, ...each.place, ...each.reads])];
  const away = readers.find(({ location }) => location === "outside");
  if (away !== undefined)
    return answer("not-met", "derive.c3a.place.readElsewhere", all, { ...params, ...about(away) });
  const unplaced = readers.find(({ location }) => location === "unknown");
  if (unplaced !== undefined) return open("derive.location.ofReader", { organisation: unplaced.name });
  if (operatorsOf(context, area).length === 0) return open("derive.party.no-operator");
  return answer("met", "derive.c3a.place.inside", all, params);
}

/** Keys with the city alone are kept outside the provider's environment; keys elsewhere do not prove that it is impossible. */
function deriveKeys(context: DerivationContext, saas: boolean): Derivation {
  const { facts } = context;
  const { keys } = facts.control;
  if (keys === null) return open("derive.keys.unstated");
  if (keys !== "city-only") return open("derive.c3a.keys.elsewhere");
  const isSaas = facts.operatingModel === "vendor-saas";
  if (saas && !isSaas) return open("derive.c3a.keys.noSaas");
  const used = [serviceFact(facts, "control.keys", keys)];
  const model = serviceFact(facts, "operatingModel", facts.operatingModel);
  return answer("met", "derive.keys.city", saas ? [...used, model] : used);
}

/** Open protocols for sign-in with somebody else's accounts. */
const SIGN_IN = /\b(saml|oidc|openid connect)\b/i;

/** External sign-in: named protocols prove that it is possible; their absence from a list proves nothing. */
function deriveSignIn({ facts, recognised }: DerivationContext): Derivation {
  const product = facts.ownDevelopment ? undefined : facts.products[0];
  if (product === undefined) return open(facts.ownDevelopment ? "derive.standards.ownDevelopment" : "derive.noProduct");
  const names = recognised.interfaces.open.filter((name) => SIGN_IN.test(name));
  const params = { product: product.name };
  if (names.length === 0) return open("derive.c3a.signIn.none", params);
  const used = [productFact(product, "interfaces", product.interfaces.join(", "))];
  return answer("met", "derive.c3a.signIn.named", used, { ...params, names: someNames(names) });
}

/** Client-side encryption: everybody who runs the service sees ciphertext only, and the city alone has the keys. */
function deriveEncryption(context: DerivationContext): Derivation {
  const { facts } = context;
  const { keys } = facts.control;
  if (keys === null) return open("derive.keys.unstated");
  if (keys !== "city-only") return open("derive.c3a.keys.elsewhere");
  const others = [...operatorsOf(context, EU), ...inRoles(context, ["host"], EU)].filter(({ city }) => !city);
  if (others.length === 0) return open("derive.party.no-operator");
  if (!others.every(({ access }) => access === "encrypted")) return open("derive.c3a.encryption.readable");
  return answer("met", "derive.c3a.encryption.cipher", [
    serviceFact(facts, "control.keys", keys),
    ...withAccess(others),
  ]);
}

/** Staff in a standalone European organisation: disproved by a controller outside. Proof would take more than its owners. */
function deriveStandalone(context: DerivationContext): Derivation {
  const outside = operatorsOf(context, EU).find(({ top }) => top === "outside");
  if (outside !== undefined) return answer("not-met", "derive.c3a.control.outside", outside.facts, about(outside));
  return noFact();
}

/** Staff living in the EU: disproved by a stated place of work outside, never proved. */
function deriveStaff(context: DerivationContext): Derivation {
  const away = inRoles(context, ["operator", "support"], EU).find(({ location }) => location === "outside");
  if (away !== undefined) return answer("not-met", "derive.c3a.staff.outside", withPlaces([away]), about(away));
  return noFact();
}

const NO_FACT = `sov-1-04 sov-2-01 sov-2-02 sov-2-03 sov-3-01-c1 sov-3-01-c2 sov-3-01-c5 sov-3-03-ac2 sov-3-03-ac3
  sov-3-04 sov-3-04-ac1 sov-3-04-ac2 sov-4-02 sov-4-03 sov-4-03-ac sov-4-04 sov-4-05 sov-4-06 sov-4-07 sov-4-08 sov-4-09
  sov-4-10 sov-5-01 sov-5-02 sov-5-03 sov-5-04 sov-5-05 sov-6-01 sov-6-02 sov-6-03`.split(/\s+/);

/** Facts to answers for `bsi-c3a`: met or not met; most criteria take the provider's documents. */
export const c3aDerivations: Derivations = {
  "sov-1-01": deriveLaw,
  "sov-1-02": deriveSeat,
  "sov-1-03": deriveControl,
  "sov-3-01-c3": (context) => derivePlace(context, EU),
  "sov-3-01-c4": (context) => derivePlace(context, GERMANY),
  "sov-3-02": (context) => deriveKeys(context, false),
  "sov-3-02-ac": (context) => deriveKeys(context, true),
  "sov-3-03": deriveSignIn,
  "sov-3-03-ac1": deriveSignIn,
  "sov-3-05": deriveEncryption,
  "sov-4-01": deriveStaff,
  "sov-4-01-c3": deriveStandalone,
  ...Object.fromEntries(NO_FACT.map((id) => [id, noFact])),
};
