import { deriveAlternative, fromPublication } from "./derive-munich";
import { answer, open, productFact, serviceFact, someNames } from "./derived";
import type { Derivation, DerivationContext, Derivations } from "./derived";

/** Longest notice period that still counts as a good exit term, in months (design section 4.2). */
const NOTICE_MONTHS = 6;
/** From this share of recognised standards among the names listed the answer is yes. */
const MOSTLY_OPEN = 2 / 3;

/** Share of recognised standards among the names listed for the product. Unrecognised names count against, never alone as no. */
function deriveShare({ facts, recognised }: DerivationContext, what: "interfaces" | "formats"): Derivation {
  if (facts.ownDevelopment) return open("derive.standards.ownDevelopment");
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const named = recognised[what];
  const total = named.open.length + named.proprietary.length + named.other.length;
  const fact = productFact(product, "interfaces", product.interfaces.join(", "), "medium");
  const params = { product: product.name, open: named.open.length, total, names: someNames(named.open) };
  if (named.open.length === 0) {
    if (named.proprietary.length === 0) return open(`derive.${what}.noneNamed`, { product: product.name });
    return answer("no", `derive.${what}.proprietary`, [fact], { ...params, names: someNames(named.proprietary) });
  }
  const mostly = named.proprietary.length === 0 && named.open.length / total >= MOSTLY_OPEN;
  return answer(mostly ? "yes" : "partly", `derive.${what}.share`, [fact], params);
}

export function deriveSeparable({ facts, doubleGrip }: DerivationContext): Derivation {
  const product = facts.products[0];
  if (facts.ownDevelopment && facts.codePublished === "yes") {
    return answer("yes", "derive.separable.published", [serviceFact(facts, "codePublished", "yes")]);
  }
  if (!facts.ownDevelopment && product?.sourceModel === "open-source") {
    const fact = productFact(product, "sourceModel", product.sourceModel);
    return answer("yes", "derive.separable.openSource", [fact], { product: product.name });
  }
  const model = facts.operatingModel;
  const used = [serviceFact(facts, "operatingModel", model), ...doubleGrip.facts];
  if ((model === "own-data-centre" || model === "public-provider") && doubleGrip.value === "no") {
    return answer("yes", "derive.separable.apart", used);
  }
  if ((model === "vendor-saas" || model === "hyperscaler") && doubleGrip.value === "yes") {
    return answer("no", "derive.separable.together", used);
  }
  return open(model === null ? "derive.separable.noModel" : "derive.separable.unclear");
}

export function deriveExit({ facts }: DerivationContext): Derivation {
  const { exitClause, dataReturnClause, noticeMonths } = facts.contract;
  if (exitClause === null || dataReturnClause === null) return open("derive.exit.unstated");
  if (exitClause === "unknown" || dataReturnClause === "unknown") return open("derive.exit.unknown");
  const used = [
    serviceFact(facts, "contract.exitClause", exitClause),
    serviceFact(facts, "contract.dataReturnClause", dataReturnClause),
  ];
  if (exitClause === "no" && dataReturnClause === "no") return answer("no", "derive.exit.none", used);
  if (exitClause === "no" || dataReturnClause === "no") return answer("partly", "derive.exit.oneClause", used);
  if (noticeMonths === null) return open("derive.exit.noNotice");
  const all = [...used, serviceFact(facts, "contract.noticeMonths", noticeMonths)];
  const params = { months: noticeMonths, limit: NOTICE_MONTHS };
  return noticeMonths <= NOTICE_MONTHS
    ? answer("yes", "derive.exit.good", all, params)
    : answer("partly", "derive.exit.longNotice", all, params);
}

export function deriveSkills({ facts }: DerivationContext): Derivation {
  if (facts.skills === null) return open("derive.skills.unstated");
  return answer(facts.skills, "derive.skills.stated", [serviceFact(facts, "skills", facts.skills)]);
}

function deriveDoubleGrip({ facts, doubleGrip }: DerivationContext): Derivation {
  const { value, reason } = doubleGrip;
  if (value === "unknown") return { value: null, reason };
  const stated = facts.ownDevelopment
    ? serviceFact(facts, "ownDevelopment", "yes")
    : serviceFact(facts, "operatingModel", facts.operatingModel);
  return { value, reason, facts: [stated, ...doubleGrip.facts] };
}

function deriveCouplings({ facts }: DerivationContext): Derivation {
  const count = facts.proprietaryCouplings;
  const value = count >= 3 ? "3+" : String(Math.max(0, Math.floor(count)));
  return answer(value, "derive.couplings", [serviceFact(facts, "proprietaryCouplings", count)], { count });
}

function deriveExposure({ exposure }: DerivationContext): Derivation {
  if (exposure.class !== null && !exposure.atLeast) {
    return answer(exposure.class, "derive.exposure.class", exposure.facts, { class: exposure.class });
  }
  return open("derive.exposure.range", { best: exposure.range.best, worst: exposure.range.worst });
}

function deriveKeys({ facts }: DerivationContext): Derivation {
  const { keys } = facts.control;
  if (keys === null) return open("derive.keys.unstated");
  const used = [serviceFact(facts, "control.keys", keys)];
  if (keys === "unknown") return answer("unknown", "derive.keys.unknown", used);
  return keys === "city-only"
    ? answer("city", "derive.keys.city", used)
    : answer("provider", "derive.keys.provider", used);
}

function deriveLicence({ facts, licence }: DerivationContext): Derivation {
  if (facts.ownDevelopment) {
    const fact = serviceFact(facts, "codePublished", facts.codePublished);
    return fromPublication(facts.codePublished, "open", "proprietary", fact);
  }
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const params = { product: product.name, licence: product.licence ?? "?" };
  if (licence === "unknown") return open("derive.licence.unknown", params);
  const used = [
    productFact(product, "licence", product.licence),
    productFact(product, "sourceModel", product.sourceModel),
  ];
  return answer(licence, `derive.licence.${licence}`, used, params);
}

export function deriveShaping({ facts }: DerivationContext): Derivation {
  if (facts.ownDevelopment) {
    return answer("yes", "derive.shaping.ownDevelopment", [serviceFact(facts, "ownDevelopment", "yes")]);
  }
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const params = { product: product.name };
  const used = [productFact(product, "sourceModel", product.sourceModel)];
  switch (product.sourceModel) {
    case "open-source":
      return answer("yes", "derive.shaping.openSource", used, params);
    case "open-core":
      return answer("partly", "derive.shaping.openCore", used, params);
    case "proprietary":
      return answer("no", "derive.shaping.proprietary", used, params);
    case "source-available":
      return open("derive.shaping.sourceAvailable", params);
    case null:
      return open("derive.source.unknown", params);
  }
}

/** Facts to answers for `hoheit-profile@1`. */
export const profileDerivations: Derivations = {
  alternative: deriveAlternative,
  // No fact says whether really all data can be taken out: somebody has to have tried.
  export: () => open("derive.export"),
  interfaces: (context) => deriveShare(context, "interfaces"),
  separable: deriveSeparable,
  exit: deriveExit,
  skills: deriveSkills,
  "double-grip": deriveDoubleGrip,
  couplings: deriveCouplings,
  exposure: deriveExposure,
  keys: deriveKeys,
  licence: deriveLicence,
  standards: (context) => deriveShare(context, "interfaces"),
  formats: (context) => deriveShare(context, "formats"),
  shaping: deriveShaping,
};
