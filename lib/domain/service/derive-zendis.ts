import { noFact } from "./derive-ec-strategy";
import { deriveExit } from "./derive-profile";
import { answer, open, productFact, serviceFact, someNames } from "./derived";
import type { Derivation, DerivationContext, Derivations } from "./derived";
import { cityOperates, free, sourceOf } from "./parties";

/** A6 for one service: partly there is not there. */
function deriveSkills({ facts }: DerivationContext): Derivation {
  const { skills } = facts;
  if (skills === null) return open("derive.skills.unstated");
  return answer(skills === "partly" ? "no" : skills, "derive.skills.stated", [serviceFact(facts, "skills", skills)]);
}

/** B4 and C4: disproved by one proprietary name; proved only where open source shows that there is nothing else. */
function deriveOpen({ facts, recognised }: DerivationContext, what: "interfaces" | "formats"): Derivation {
  if (facts.ownDevelopment) return open("derive.standards.ownDevelopment");
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const named = recognised[what];
  const used = [productFact(product, "interfaces", product.interfaces.join(", "))];
  const params = { product: product.name };
  if (named.proprietary.length > 0) {
    return answer("no", `derive.${what}.proprietary`, used, { ...params, names: someNames(named.proprietary) });
  }
  if (named.open.length === 0) return open(`derive.${what}.noneNamed`, params);
  if (product.sourceModel !== "open-source") return open(`derive.${what}.notProven`, params);
  const source = productFact(product, "sourceModel", product.sourceModel);
  return answer("yes", `derive.${what}.open`, [...used, source], { ...params, names: someNames(named.open) });
}

/** B5: open source without couplings ties to nobody; a proprietary product that others are coupled to does. */
function deriveTie(context: DerivationContext): Derivation {
  const { facts, recognised } = context;
  const source = sourceOf(context);
  const couplings = serviceFact(facts, "proprietaryCouplings", facts.proprietaryCouplings);
  const used = [...source.facts, couplings];
  const params = { product: source.product, count: facts.proprietaryCouplings };
  if (source.kind === "closed" && facts.proprietaryCouplings > 0) {
    return answer("no", "derive.zendis.tie.coupled", used, params);
  }
  const foreignNames = [...recognised.interfaces.proprietary, ...recognised.formats.proprietary];
  if (source.kind === "open" && facts.proprietaryCouplings === 0 && foreignNames.length === 0) {
    return answer("yes", "derive.zendis.tie.none", used, params);
  }
  return open("derive.zendis.tie.open");
}

/** C1: who decides over the data, and whether its place is known at all. */
function derivePlace({ facts }: DerivationContext): Derivation {
  const { data } = facts.control;
  if (data === null || data === "unknown") return open("derive.zendis.place.unstated");
  const stated = serviceFact(facts, "control.data", data);
  if (data === "provider") return answer("no", "derive.zendis.place.provider", [stated]);
  if (facts.dataLocation === null) return open("derive.location.unstated");
  if (data === "city-and-provider") return open("derive.zendis.place.shared");
  return answer("yes", "derive.zendis.place.city", [stated, serviceFact(facts, "dataLocation", facts.dataLocation)], {
    location: facts.dataLocation,
  });
}

/** D1: software and operation from one group, without a source anybody else could run. */
function deriveProvider(context: DerivationContext): Derivation {
  const { doubleGrip, facts } = context;
  const source = sourceOf(context);
  const model = serviceFact(facts, "operatingModel", facts.operatingModel);
  if (doubleGrip.value === "yes" && source.kind === "closed") {
    return answer("no", "derive.zendis.provider.grip", [...doubleGrip.facts, ...source.facts], {
      product: source.product,
    });
  }
  if (cityOperates(context) && free(source)) {
    return answer("yes", "derive.zendis.provider.city", [model, ...source.facts]);
  }
  return open("derive.zendis.provider.open");
}

/** D3: terms of exit as for the profile, and somewhere to go: a source others can run, or named alternatives. */
function deriveExitCapability(context: DerivationContext): Derivation {
  const exit = deriveExit(context);
  if (exit.value === null || exit.value === "no") return exit;
  const source = sourceOf(context);
  const product = context.facts.ownDevelopment ? undefined : context.facts.products[0];
  const alternatives = product?.alternatives ?? [];
  if (exit.value !== "yes" || (!free(source) && alternatives.length === 0)) return open("derive.zendis.exit.open");
  const way =
    product === undefined || free(source)
      ? source.facts
      : [productFact(product, "alternatives", alternatives.join(", "), "medium")];
  return { ...exit, facts: [...exit.facts, ...way] };
}

/** Facts to answers for `zendis`. What concerns the organisation as a whole, or takes a document, stays open. */
export const zendisDerivations: Derivations = {
  a1: noFact,
  a2: noFact,
  a3: noFact,
  a4: noFact,
  a5: noFact,
  a6: deriveSkills,
  b1: noFact,
  b2: noFact,
  b3: noFact,
  b4: (context) => deriveOpen(context, "interfaces"),
  b5: deriveTie,
  c1: derivePlace,
  c2: noFact,
  c3: noFact,
  c4: (context) => deriveOpen(context, "formats"),
  d1: deriveProvider,
  d2: noFact,
  d3: deriveExitCapability,
  d4: noFact,
  d5: noFact,
};
