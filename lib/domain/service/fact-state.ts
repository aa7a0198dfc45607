import type { Organisation } from "../exposure/types";
import type { DerivationContext } from "./derived";
import type { FactKind } from "./derive-feeds";
import { EEA } from "./footing";
import { makersOf, operatorsOf } from "./parties";
import type { ProductFacts } from "./types";

/**
 * Is a kind of fact known for a service? `none` = the question does not arise, e.g. the seat of nobody; such services
 * leave the denominator.
 */
export type FactState = "known" | "missing" | "none";

/** Nobody has established who owns it, or only by a record of low confidence, which proves nothing. */
export const ownersMissing = (one: Organisation): boolean =>
  one.ownershipKnown === "unknown" || (one.ownershipKnown === "none" && one.provenance.confidence === "low");

const unstated = (value: string | null): boolean => value === null || value === "unknown";
const some = (missing: boolean): FactState => (missing ? "missing" : "known");

/** Organisations that have a part in the service, as far as they are named. */
function involved({ facts, world }: DerivationContext): readonly (Organisation | undefined)[] {
  const ids = [...facts.roles.map((each) => each.organisationId), ...facts.products.map((each) => each.makerId)];
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : [world.organisations.get(id)]));
}

/** Is the kind of fact known for the service? */
export function factState(kind: FactKind, context: DerivationContext): FactState {
  const { facts } = context;
  const [product] = facts.products;
  const ofProduct = (missing: (one: ProductFacts) => boolean): FactState =>
    product === undefined ? (facts.ownDevelopment ? "none" : "missing") : some(missing(product));
  const ofOrganisations = (missing: (one: Organisation) => boolean): FactState => {
    const all = involved(context);
    return all.length === 0 ? "none" : some(all.some((one) => one === undefined || missing(one)));
  };
  switch (kind) {
    case "maker": {
      const makers = makersOf(context, EEA);
      return some(makers.length === 0 || makers.some((each) => !each.city && each.id === null));
    }
    case "operator": {
      const operators = operatorsOf(context, EEA);
      return some(operators.length === 0 || operators.some((each) => !each.city && each.id === null));
    }
    case "other-roles": {
      const others = facts.roles.filter((each) => each.role !== "maker" && each.role !== "operator");
      return others.length === 0 ? "none" : some(others.some((each) => each.organisationId === null));
    }
    case "seat":
      return ofOrganisations((one) => one.country === null);
    case "ownership":
      return ofOrganisations(ownersMissing);
    case "jurisdiction-law":
      // Laws come with the catalogue for every country that has one of that kind.
      return involved(context).length === 0 ? "none" : "known";
    case "operating-model":
      return some(unstated(facts.operatingModel));
    case "control":
      return some([facts.control.data, facts.control.operation, facts.control.access].some(unstated));
    case "keys":
      return some(unstated(facts.control.keys));
    case "data-access":
      return facts.roles.length === 0 ? "none" : some(facts.roles.some((each) => each.dataAccess === "unknown"));
    case "location":
      return some(facts.dataLocation === null);
    case "licence":
      return facts.products.length === 0
        ? ofProduct(() => true)
        : some(facts.products.some((one) => one.sourceModel === null));
    case "own-development":
      return some(facts.ownDevelopment && unstated(facts.codePublished));
    case "interfaces":
      return facts.ownDevelopment ? "none" : ofProduct((one) => one.interfaces.length === 0);
    case "alternatives":
      return facts.ownDevelopment
        ? "none"
        : ofProduct((one) => one.alternatives.length === 0 && (one.competitors ?? []).length < 2);
    case "couplings":
      return "known";
    case "contract": {
      const { exitClause, dataReturnClause, securityUpdates, noticeMonths } = facts.contract;
      return some([exitClause, dataReturnClause, securityUpdates].some(unstated) || noticeMonths === null);
    }
    case "skills":
      return some(unstated(facts.skills));
  }
}
