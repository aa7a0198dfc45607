import type { FactRef } from "../facts";
import { answer, open, productFact, serviceFact, someNames } from "./derived";
import type { Derivation, DerivationContext, Derivations } from "./derived";
import { deriveHead } from "./seat";

/** From this many other makers in a product's category on there is a market, and its maker no monopolist. */
const MARKET = 2;

/**
 * The catalogue names alternatives for a function in general: enough for a yes, but only with medium confidence. Products of
 * other makers in the same category show a market, not that a move is affordable: low confidence, to be confirmed.
 */
export function deriveAlternative({ facts }: DerivationContext): Derivation {
  if (facts.ownDevelopment) return open("derive.alternative.ownDevelopment");
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const names = product.alternatives;
  if (names.length > 0) {
    const fact = productFact(product, "alternatives", names.join(", "), "medium");
    return answer("yes", "derive.alternative.named", [fact], {
      product: product.name,
      count: names.length,
      names: someNames(names),
    });
  }
  // None named is not "none exists".
  const competitors = product.competitors ?? [];
  if (competitors.length < MARKET) return open("derive.alternative.noneNamed", { product: product.name });
  const fact = productFact(product, "competitors", competitors.join(", "), "low");
  return answer("yes", "derive.alternative.market", [fact], {
    product: product.name,
    count: competitors.length,
    names: someNames(competitors),
  });
}

function deriveOpenSource({ facts }: DerivationContext): Derivation {
  if (facts.ownDevelopment)
    return fromPublication(facts.codePublished, "yes", "no", serviceFact(facts, "codePublished", facts.codePublished));
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const params = { product: product.name };
  const used = [productFact(product, "sourceModel", product.sourceModel)];
  switch (product.sourceModel) {
    case "open-source":
      return answer("yes", "derive.source.open", used, params);
    case "open-core":
      return open("derive.source.openCore", params);
    case "source-available":
      return answer("no", "derive.source.available", used, params);
    case "proprietary":
      return answer("no", "derive.source.proprietary", used, params);
    case null:
      return open("derive.source.unknown", params);
  }
}

/** For own developments it counts whether the code is published; stated as unknown stays unknown. */
export function fromPublication(published: string | null, yes: string, no: string, fact: FactRef): Derivation {
  if (published === null) return open("derive.published.unstated");
  if (published === "unknown") return answer("unknown", "derive.published.unknown", [fact]);
  return published === "yes" ? answer(yes, "derive.published.yes", [fact]) : answer(no, "derive.published.no", [fact]);
}

function deriveUpdates({ facts }: DerivationContext): Derivation {
  const { securityUpdates } = facts.contract;
  if (securityUpdates === null) return open("derive.updates.unstated");
  return answer(securityUpdates, `derive.updates.${securityUpdates}`, [
    serviceFact(facts, "contract.securityUpdates", securityUpdates),
  ]);
}

/**
 * "Standardised only" is disproved by one proprietary name. It is never proved by a list alone; only for open source, where
 * the code shows what is there, do recognised standards without a proprietary name count as yes.
 */
function deriveStandardsOnly(context: DerivationContext, what: "interfaces" | "formats"): Derivation {
  const { facts, recognised } = context;
  if (facts.ownDevelopment) return open("derive.standards.ownDevelopment");
  const product = facts.products[0];
  if (product === undefined) return open("derive.noProduct");
  const named = recognised[what];
  const fact = productFact(product, "interfaces", product.interfaces.join(", "));
  const params = { product: product.name };
  if (named.proprietary.length > 0) {
    return answer("no", `derive.${what}.proprietary`, [fact], { ...params, names: someNames(named.proprietary) });
  }
  if (named.open.length === 0) return open(`derive.${what}.noneNamed`, params);
  if (product.sourceModel !== "open-source") return open(`derive.${what}.notProven`, params);
  return answer("yes", `derive.${what}.open`, [fact, productFact(product, "sourceModel", product.sourceModel)], {
    ...params,
    names: someNames(named.open),
  });
}

/** Facts to answers for `munich-sds@2026-02`. */
export const munichDerivations: Derivations = {
  alt: deriveAlternative,
  head: deriveHead,
  os: deriveOpenSource,
  sup: deriveUpdates,
  api: (context) => deriveStandardsOnly(context, "interfaces"),
  dat: (context) => deriveStandardsOnly(context, "formats"),
};
