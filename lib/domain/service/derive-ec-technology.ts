import { fromPublication } from "./derive-munich";
import { answer, open, productFact, serviceFact, someNames } from "./derived";
import type { Derivation, DerivationContext, Derivations } from "./derived";
import { noFact } from "./derive-ec-strategy";
import { EEA } from "./footing";
import {
  about,
  blocked,
  cityOperates,
  factsOf,
  foreign,
  free,
  inRoles,
  makersOf,
  operatorsOf,
  sourceOf,
  within,
} from "./parties";
import type { Source } from "./parties";

/** Why openness cannot be judged; null when it can. */
function noSource(source: Source): Derivation | null {
  if (source.kind === "none") return open("derive.noProduct");
  return source.kind === "unknown" ? open("derive.source.unknown", { product: source.product }) : null;
}

/** 5.4: by makers and openness. More than "core by EU teams" would need the list of all parts. */
function software(context: DerivationContext): Derivation {
  const source = sourceOf(context);
  const makers = makersOf(context, EEA);
  const stop = blocked(makers, "maker");
  if (stop !== null) return stop;
  const used = [...factsOf(makers), ...source.facts];
  if (makers.every(({ city }) => city)) return answer("3", "derive.ec.software.city", used);
  if (makers.every(within)) return answer("3", "derive.ec.software.inside", used, about(makers[0]));
  const params = about(makers.find(foreign));
  const closed = noSource(source);
  if (closed !== null) return closed;
  return makers.every(foreign) && source.kind === "closed"
    ? answer("1", "derive.ec.software.blackBox", used, params)
    : answer("2", "derive.ec.software.foreign", used, params);
}

/** 5.5: updates are controlled by the maker and brought in by the operator. */
function updates(context: DerivationContext): Derivation {
  const makers = makersOf(context, EEA);
  const operators = operatorsOf(context, EEA);
  const stop = blocked(makers, "maker") ?? blocked(operators, "operator");
  if (stop !== null) return stop;
  const used = [...factsOf(makers), ...factsOf(operators)];
  const maker = makers.find(foreign);
  const operator = operators.find(foreign);
  const params = { maker: (maker ?? makers[0])?.name ?? "?", operator: (operator ?? operators[0])?.name ?? "?" };
  if (maker !== undefined) {
    return operator !== undefined
      ? answer("1", "derive.ec.updates.bothOutside", used, params)
      : answer("3", "derive.ec.updates.makerOutside", used, params);
  }
  return operator !== undefined
    ? answer("2", "derive.ec.updates.operatorOutside", used, params)
    : answer("4", "derive.ec.updates.inside", used, params);
}

/** 5.6: share of parties from outside among those named; named alternatives soften a majority, they do not remove it. */
function dependency(context: DerivationContext): Derivation {
  const makers = makersOf(context, EEA);
  const operators = operatorsOf(context, EEA);
  const hosts = inRoles(context, ["host"], EEA);
  const stop = blocked(makers, "maker") ?? blocked(operators, "operator") ?? blocked(hosts, "other");
  if (stop !== null) return stop;
  const named = [...makers, ...operators, ...hosts];
  const vendors = named.filter(({ city }) => !city);
  const outside = vendors.filter(foreign);
  const used = factsOf(named);
  const params = { outside: outside.length, total: vendors.length };
  if (outside.length === 0) return answer("4", "derive.ec.dependency.none", used);
  if (outside.length === vendors.length) return answer("1", "derive.ec.dependency.all", used, params);
  if (outside.length * 2 <= vendors.length) return answer("3", "derive.ec.dependency.few", used, params);
  const product = context.facts.ownDevelopment ? undefined : context.facts.products[0];
  if (product === undefined || product.alternatives.length === 0)
    return answer("2", "derive.ec.dependency.most", used, params);
  const alternatives = productFact(product, "alternatives", product.alternatives.join(", "), "medium");
  return answer("3", "derive.ec.dependency.mostWithAlternatives", [...used, alternatives], {
    ...params,
    names: someNames(product.alternatives),
  });
}

/** 6.1: names listed for the product. A list proves "standards-based" only where the source shows that there is nothing else. */
function interfaces({ facts, recognised }: DerivationContext): Derivation {
  if (facts.ownDevelopment) return open("derive.standards.ownDevelopment");
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const { open: standards, proprietary, other } = recognised.interfaces;
  const used = [productFact(product, "interfaces", product.interfaces.join(", "))];
  const params = { product: product.name };
  if (standards.length === 0) {
    return proprietary.length === 0
      ? open("derive.interfaces.noneNamed", params)
      : answer("2", "derive.interfaces.proprietary", used, { ...params, names: someNames(proprietary) });
  }
  const named = { ...params, names: someNames(standards) };
  if (proprietary.length > 0 || other.length > 0 || product.sourceModel !== "open-source") {
    return answer("3", "derive.ec.interfaces.mixed", used, named);
  }
  const source = productFact(product, "sourceModel", product.sourceModel);
  return answer("4", "derive.interfaces.open", [...used, source], named);
}

/** 6.2: steps 4 and 5 ask for a policy, which no fact shows. */
function standards({ facts, recognised }: DerivationContext): Derivation {
  if (facts.ownDevelopment) return open("derive.standards.ownDevelopment");
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const { interfaces: by, formats } = recognised;
  const named = new Set([...by.open, ...formats.open]);
  const proprietary = new Set([...by.proprietary, ...formats.proprietary]);
  const used = [productFact(product, "interfaces", product.interfaces.join(", "))];
  const params = { product: product.name, count: named.size, names: someNames([...named]) };
  if (named.size === 0) {
    return proprietary.size === 0
      ? open("derive.interfaces.noneNamed", params)
      : answer("1", "derive.ec.standards.none", used, { ...params, names: someNames([...proprietary]) });
  }
  return named.size > proprietary.size && named.size > 1
    ? answer("3", "derive.ec.standards.core", used, params)
    : answer("2", "derive.ec.standards.some", used, params);
}

/** 6.3: licence and source model. Who governs the project is not recorded, so open source stays on the step of central governance. */
function licence(context: DerivationContext): Derivation {
  const { facts } = context;
  const source = sourceOf(context);
  if (source.kind === "own") {
    return fromPublication(facts.codePublished, "3", "1", serviceFact(facts, "codePublished", facts.codePublished));
  }
  const params = { product: source.product };
  switch (source.kind) {
    case "closed":
      return answer("1", "derive.source.proprietary", source.facts, params);
    case "viewable":
      return answer("2", "derive.source.available", source.facts, params);
    case "core":
      return answer("2", "derive.ec.licence.core", source.facts, params);
    case "open":
      return answer("3", "derive.ec.licence.open", source.facts, params);
    default:
      return noSource(source) ?? open("derive.noProduct");
  }
}

/** 6.4: published source shows the architecture; that a proprietary product documents nothing does not follow. */
function architecture(context: DerivationContext): Derivation {
  const { facts } = context;
  const source = sourceOf(context);
  if (source.kind === "own") {
    return facts.codePublished === "yes"
      ? answer("4", "derive.published.yes", [serviceFact(facts, "codePublished", "yes")])
      : open("derive.ec.architecture.own");
  }
  const params = { product: source.product };
  switch (source.kind) {
    case "open":
      return answer("4", "derive.ec.architecture.open", source.facts, params);
    case "core":
    case "viewable":
      return answer("3", "derive.ec.architecture.partly", source.facts, params);
    case "closed":
      return open("derive.ec.architecture.closed", params);
    default:
      return noSource(source) ?? open("derive.noProduct");
  }
}

/** 7.6: who may patch, by who operates and whether the source is free. Checks before patching are not recorded. */
function maintenance(context: DerivationContext): Derivation {
  const { facts } = context;
  const { operation } = facts.control;
  const model = serviceFact(facts, "operatingModel", facts.operatingModel);
  const stated = operation === null ? [] : [serviceFact(facts, "control.operation", operation)];
  if (operation === "city-only" || (operation === null && cityOperates(context))) {
    const source = sourceOf(context);
    const used = [...stated, model, ...source.facts];
    if (free(source)) return answer("4", "derive.ec.maintenance.free", used);
    const stop = noSource(source);
    if (stop !== null) return stop;
    const { securityUpdates } = facts.contract;
    if (securityUpdates === "no") {
      const promise = serviceFact(facts, "contract.securityUpdates", securityUpdates);
      return answer("1", "derive.updates.no", [...used, promise]);
    }
    return answer("2", "derive.ec.maintenance.vendor", used, { product: source.product });
  }
  if (operation === "provider") return answer("1", "derive.ec.maintenance.provider", [...stated, model]);
  if (operation === "city-and-provider") return answer("2", "derive.ec.maintenance.shared", [...stated, model]);
  if (operation === null && facts.operatingModel === "vendor-saas")
    return answer("1", "derive.ec.maintenance.saas", [model]);
  return open("derive.ec.maintenance.unstated");
}

/** SOV-5 to SOV-8 of the Commission's framework. */
export const ecTechnologyDerivations: Derivations = {
  "SOV-5.1": noFact,
  "SOV-5.2": noFact,
  "SOV-5.3": noFact,
  "SOV-5.4": software,
  "SOV-5.5": updates,
  "SOV-5.6": dependency,
  "SOV-5.7": noFact,
  "SOV-6.1": interfaces,
  "SOV-6.2": standards,
  "SOV-6.3": licence,
  "SOV-6.4": architecture,
  "SOV-6.5": noFact,
  "SOV-7.1": noFact,
  "SOV-7.2": noFact,
  "SOV-7.3": noFact,
  "SOV-7.4": noFact,
  "SOV-7.5": noFact,
  "SOV-7.6": maintenance,
  "SOV-7.7": noFact,
  "SOV-8.1": noFact,
  "SOV-8.2": noFact,
  "SOV-8.3": noFact,
  "SOV-8.4": noFact,
};
