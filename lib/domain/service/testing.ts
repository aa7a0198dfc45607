import { organisation, owner, provenance, world } from "../exposure/testing";
import type { ProductFacts, ServiceFacts, ServiceRole } from "./types";

/** Test helper: a service about which nothing is known. */
export function service(more: Partial<ServiceFacts> = {}): ServiceFacts {
  return {
    id: "s1",
    name: "Bürgerportal",
    lifecycle: "active",
    operatingModel: null,
    ownDevelopment: false,
    codePublished: null,
    protection: { confidentiality: null, integrity: null, availability: null },
    products: [],
    roles: [],
    dataLocation: null,
    control: { data: null, operation: null, keys: null, access: null },
    contract: NO_CONTRACT,
    skills: null,
    proprietaryCouplings: 0,
    ...more,
  };
}

export const NO_CONTRACT: ServiceFacts["contract"] = {
  start: null,
  end: null,
  noticeMonths: null,
  exitClause: null,
  dataReturnClause: null,
  securityUpdates: null,
  costPerYear: null,
};

export function product(more: Partial<ProductFacts> = {}): ProductFacts {
  return {
    id: "p1",
    name: "Akte",
    makerId: "maker-eu",
    category: null,
    licence: "LicenseRef-proprietary",
    sourceModel: "proprietary",
    osiApproved: false,
    interfaces: [],
    alternatives: [],
    provenance: provenance(),
    ...more,
  };
}

export function holder(
  role: ServiceRole["role"],
  organisationId: string | null,
  dataAccess: ServiceRole["dataAccess"] = "readable",
): ServiceRole {
  return { role, organisationId, dataAccess, location: null, provenance: provenance() };
}

/** Makers and operators under EU, US, public and unknown control. */
export const WORLD = world([
  organisation("maker-eu", "DE"),
  organisation("operator-eu", "DE"),
  organisation("inc", "US"),
  organisation("gmbh-of-inc", "DE", [owner("inc", 100)]),
  organisation("cloud-of-inc", "DE", [owner("inc", 100)]),
  organisation("maker-us", "US"),
  organisation("swiss", "CH"),
  organisation("dataport", "DE", [], { publicSector: true }),
  organisation("municipal-gmbh", "DE", [owner("dataport", 100)]),
  organisation("murky", "DE", [], { ownershipKnown: "unknown" }),
  organisation("doubtful", "DE", [], { provenance: provenance("low") }),
  organisation("seatless", null),
  organisation("elsewhere", "BR"),
]);
