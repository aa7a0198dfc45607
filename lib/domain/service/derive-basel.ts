import { deriveAlternative } from "./derive-munich";
import { deriveSeparable, deriveShaping } from "./derive-profile";
import { answer, open, productFact, serviceFact, someNames } from "./derived";
import type { Derivation, DerivationContext, Derivations } from "./derived";
import { EEA_OR_SWISS, sideOf } from "./footing";
import { about, blocked, factsOf, foreign, inRoles, mayRead, operatorsOf, withAccess } from "./parties";

/** Swiss or EU law over provider, owners, subcontractors that can read, and data. Partly: provider yes, something else no. */
function deriveLegal(context: DerivationContext): Derivation {
  const { facts, world } = context;
  const operators = operatorsOf(context, EEA_OR_SWISS);
  const outside = operators.find(({ standing }) => standing === "outside");
  if (outside !== undefined) return answer("no", "derive.basel.legal.outside", outside.facts, about(outside));
  const stop = blocked(operators, "operator");
  if (stop !== null) return stop;
  const mixed = operators.find(foreign);
  if (mixed !== undefined) return answer("partly", "derive.basel.legal.parent", mixed.facts, about(mixed));
  const stored = sideOf(world, facts.dataLocation, EEA_OR_SWISS);
  const place = serviceFact(facts, "dataLocation", facts.dataLocation);
  const used = factsOf(operators);
  if (stored === "outside") {
    return answer("partly", "derive.basel.legal.data", [...used, place], { location: facts.dataLocation ?? "?" });
  }
  const others = inRoles(context, ["host", "support", "key-holder", "sub-processor"], EEA_OR_SWISS).filter(mayRead);
  const other = others.find(foreign);
  if (other !== undefined) {
    return answer("partly", "derive.basel.legal.subcontractor", [...used, ...withAccess([other])], about(other));
  }
  if (facts.dataLocation === null) return open("derive.location.unstated");
  if (stored === "unknown") return open("derive.location.unlisted", { location: facts.dataLocation });
  const reached = [...operators, ...others].find(({ law }) => law.worst !== "J0");
  if (reached !== undefined) return open("derive.basel.legal.reached", { organisation: reached.name });
  return (
    blocked(others, "other") ?? answer("yes", "derive.basel.legal.inside", [...used, place, ...withAccess(others)])
  );
}

/** Named alternatives say that there is a market; the effort of a move is settled only together with a clause on exit. */
function deriveExitOrMarket(context: DerivationContext): Derivation {
  const alternative = deriveAlternative(context);
  if (alternative.value === null) return alternative;
  const { exitClause } = context.facts.contract;
  const clause = serviceFact(context.facts, "contract.exitClause", exitClause);
  const params = alternative.reason.params;
  return exitClause === "yes"
    ? answer("yes", "derive.basel.exit.clause", [...alternative.facts, clause], params)
    : answer("partly", "derive.basel.exit.market", alternative.facts, params);
}

/** That really everything comes out has to be tried; that something does, or nothing, can follow from clause and formats. */
function deriveData({ facts, recognised }: DerivationContext): Derivation {
  const product = facts.ownDevelopment ? undefined : facts.products[0];
  const clause = facts.contract.dataReturnClause;
  const { open: standards, proprietary } = recognised.formats;
  if (product === undefined || (clause !== "yes" && clause !== "no")) return open("derive.export");
  const used = [
    serviceFact(facts, "contract.dataReturnClause", clause),
    productFact(product, "interfaces", product.interfaces.join(", ")),
  ];
  if (clause === "yes" && standards.length > 0) {
    return answer("partly", "derive.basel.data.partly", used, { product: product.name, names: someNames(standards) });
  }
  if (clause === "no" && standards.length === 0 && proprietary.length > 0) {
    return answer("no", "derive.basel.data.no", used, { product: product.name, names: someNames(proprietary) });
  }
  return open("derive.export");
}

/** As for the Commission's 6.1: a list alone proves "partly", the source shows whether there is nothing else. */
function deriveInterop({ facts, recognised }: DerivationContext): Derivation {
  if (facts.ownDevelopment) return open("derive.standards.ownDevelopment");
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const { open: standards, proprietary, other } = recognised.interfaces;
  const used = [productFact(product, "interfaces", product.interfaces.join(", "))];
  const params = { product: product.name };
  if (standards.length === 0) {
    return proprietary.length === 0
      ? open("derive.interfaces.noneNamed", params)
      : answer("no", "derive.interfaces.proprietary", used, { ...params, names: someNames(proprietary) });
  }
  const named = { ...params, names: someNames(standards) };
  if (proprietary.length > 0 || other.length > 0 || product.sourceModel !== "open-source") {
    return answer("partly", "derive.ec.interfaces.mixed", used, named);
  }
  const source = productFact(product, "sourceModel", product.sourceModel);
  return answer("yes", "derive.interfaces.open", [...used, source], named);
}

/** Facts to answers for `basel-sds`. */
export const baselDerivations: Derivations = {
  legal: deriveLegal,
  exit: deriveExitOrMarket,
  data: deriveData,
  interop: deriveInterop,
  ops: deriveSeparable,
  gov: deriveShaping,
};
