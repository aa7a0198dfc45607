import type { ProductFacts, ServiceFacts } from "../service/types";
import type { DemoService } from "./types";

/**
 * The service as the scoring functions take it.
 * @param products catalogue and city products by id; a product that is missing there is left out
 * @param couplings number of proprietary couplings from other services onto this one
 */
export function serviceFacts(
  service: DemoService,
  products: ReadonlyMap<string, ProductFacts>,
  couplings: number,
): ServiceFacts {
  return {
    id: service.key,
    name: service.name,
    lifecycle: service.lifecycle,
    operatingModel: service.operatingModel,
    ownDevelopment: service.ownDevelopment,
    codePublished: service.codePublished,
    protection: service.protection,
    products: service.productIds.flatMap((id) => products.get(id) ?? []),
    roles: service.roles,
    dataLocation: service.dataLocation,
    control: service.control,
    contract: service.contract,
    skills: service.skills,
    proprietaryCouplings: couplings,
  };
}
