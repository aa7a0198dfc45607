import { classify } from "../exposure";
import type { ExposureInput, ExposureWorld, RoleInput } from "../exposure";
import { doubleGrip } from "../profile/double-grip";
import { ownDevelopmentLicence, productLicence } from "../profile/licence";
import type { DerivationContext } from "./derived";
import { recognise } from "./standards";
import type { ProductFacts, ServiceFacts } from "./types";

/** Makers of products are suppliers that read nothing; who also operates is named in that role. */
function makerRoles(products: readonly ProductFacts[], named: readonly RoleInput[]): readonly RoleInput[] {
  const missing = products.filter(
    ({ makerId }) =>
      !named.some((each) => each.role === "maker" && (makerId === null || each.organisationId === makerId)),
  );
  return missing.map(({ makerId, provenance }) => ({
    role: "maker",
    organisationId: makerId,
    dataAccess: "none",
    provenance,
  }));
}

/** The roles stated for the service and the maker of its main product: those who hold it. */
export function mainRoles(facts: ServiceFacts): readonly RoleInput[] {
  const main = facts.ownDevelopment ? [] : facts.products.slice(0, 1);
  return [...facts.roles, ...makerRoles(main, facts.roles)];
}

/**
 * What exposure is classified from. Maker and operator must be known, with two exceptions where it is the city itself:
 * its own development, and its own data centre over whose operation it decides alone.
 */
export function exposureInput(facts: ServiceFacts): ExposureInput {
  const cityOperates = facts.operatingModel === "own-data-centre" && facts.control.operation === "city-only";
  const requiredRoles: ExposureInput["requiredRoles"][number][] = [];
  if (!facts.ownDevelopment) requiredRoles.push("maker");
  if (!cityOperates) requiredRoles.push("operator");
  return { roles: [...facts.roles, ...makerRoles(facts.products, facts.roles)], requiredRoles };
}

/**
 * Works out once what the derivations of all methods look at.
 * @param osiApproved ids of OSI-approved licences; a built-in selection when left out
 */
export function derivationContext(
  facts: ServiceFacts,
  world: ExposureWorld,
  osiApproved?: ReadonlySet<string>,
): DerivationContext {
  const product = facts.products[0];
  return {
    facts,
    world,
    exposure: classify(world, exposureInput(facts)),
    recognised: recognise(facts.ownDevelopment ? [] : (product?.interfaces ?? [])),
    doubleGrip: doubleGrip(mainRoles(facts), world, facts),
    licence: facts.ownDevelopment
      ? ownDevelopmentLicence(facts.codePublished)
      : product === undefined
        ? "unknown"
        : productLicence(product, osiApproved),
  };
}
