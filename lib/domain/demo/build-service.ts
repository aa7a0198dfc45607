import type { DataAccess, OperatingModel, Provenance } from "../facts";
import type { ExposureWorld, Organisation } from "../exposure/types";
import type { ControlHolder, ProductFacts, ServiceFacts, ServiceRole } from "../service/types";
import { categoryProfile } from "./categories";
import { contractTerms } from "./contracts";
import { random, type Random } from "./random";
import type { DemoService, ServiceSpec } from "./types";

/** What a city's services have in common while it is being built. */
export interface Setting extends ExposureWorld {
  readonly slug: string;
  readonly seed: number;
  /** Size against a city of 300,000 inhabitants: scales cost and users. */
  readonly scale: number;
  readonly products: ReadonlyMap<string, ProductFacts>;
  /** Ids of the city itself, its public provider, the state's provider, and firms that support open source. */
  readonly own: {
    readonly city: string;
    readonly provider: string;
    readonly state: string;
    readonly supporters: readonly string[];
  };
  readonly statedOn: string;
}

/** The organisations every made-up city brings along, with fictional names. */
export function ownOrganisations(slug: string, cityName: string, stateName: string, statedOn: string): Organisation[] {
  const organisation = (key: string, name: string, publicSector: boolean, known: boolean): Organisation => ({
    id: `${slug}:${key}`,
    name,
    country: "DE",
    publicSector,
    ownershipKnown: known ? "none" : "unknown",
    ownerships: [],
    affiliates: [],
    provenance: stated(statedOn),
  });
  return [
    organisation("stadt", `Stadt ${cityName}`, true, true),
    organisation("kdz", `KDZ ${stateName} AöR`, true, true),
    organisation("land", `Landesamt für Informationstechnik ${stateName}`, true, true),
    organisation("quelloffen", "Quelloffen Systemhaus eG", false, true),
    organisation("nordkontor", "Nordkontor IT-Dienste GmbH", false, false),
  ];
}

export function stated(on: string): Provenance {
  return { source: "Angabe der Stadt (Demo, erfunden)", asOf: on, confidence: "high", evidence: "city" };
}

/** Fills in the facts of a service: roles, control, contract, cost, users. Holes are left where real files have them. */
export function buildService(
  spec: ServiceSpec,
  setting: Setting,
  given: { readonly responsible: string | null; readonly inInventorySince: string },
): DemoService {
  const chance = random(setting.seed, spec.key, "facts");
  const main = spec.productIds[0] === undefined ? undefined : setting.products.get(spec.productIds[0]);
  const profile = categoryProfile(spec.category);
  const { skills, ...terms } = contractTerms(spec.pattern, chance);
  // A platform that law prescribes is paid by key, a free tool not at all: both cost the city little.
  const factor = spec.pattern === "G" ? 0.5 : spec.pattern === "H" ? 0.1 : 1;
  const cost = Math.round((chance.logNormal(profile.cost, 0.5) * factor * setting.scale * 1000) / 500) * 500;
  const users = Math.round(chance.logNormal(profile.users, 0.3) * setting.scale);
  return {
    key: spec.key,
    externalId: spec.externalId,
    name: spec.name,
    departmentKey: spec.departmentKey,
    responsible: given.responsible,
    category: spec.category,
    lifecycle: "active",
    operatingModel: spec.operatingModel,
    ownDevelopment: spec.ownDevelopment ?? false,
    codePublished: spec.ownDevelopment === true ? "no" : null,
    protection: spec.protection,
    productIds: spec.productIds,
    roles: rolesFor(spec, main, setting, chance),
    dataLocation: usualLocation(spec.operatingModel),
    control: controlFor(spec.operatingModel, chance),
    contract: { ...terms, costPerYear: chance.chance(0.08) ? null : cost },
    skills,
    users: chance.chance(0.35) ? null : Math.max(3, users),
    inInventorySince: given.inInventorySince,
  };
}

function usualLocation(model: OperatingModel): string {
  return model === "hyperscaler" ? "EU" : "DE";
}

/** Who fills which role. The maker of a product operates it only as a service; elsewhere it supplies. */
export function rolesFor(
  spec: Pick<ServiceSpec, "operatingModel" | "pattern" | "category" | "ownDevelopment">,
  main: ProductFacts | undefined,
  setting: Setting,
  chance: Random,
): ServiceRole[] {
  const { own } = setting;
  const provenance = stated(setting.statedOn);
  const role = (
    name: ServiceRole["role"],
    organisationId: string | null,
    dataAccess: DataAccess,
    location: string | null,
  ): ServiceRole => ({ role: name, organisationId, dataAccess, location, provenance });

  const operator = operatorFor(spec.operatingModel, main, setting);
  const maker = main?.makerId ?? (spec.ownDevelopment === true ? operator : null);
  const roles = [
    role("maker", maker, "none", null),
    role(
      "operator",
      operator,
      operator === null ? "unknown" : "readable",
      operator === own.city || operator === own.provider || operator === own.state ? "DE" : null,
    ),
  ];
  if (spec.pattern === "F") roles.push(role("support", chance.pick(own.supporters), "none", "DE"));
  const specialist = maker !== null && setting.organisations.get(maker)?.country === "DE" && spec.pattern !== "F";
  if (specialist && (spec.operatingModel === "own-data-centre" || spec.operatingModel === "public-provider")) {
    // Makers of specialist applications often connect remotely to the live system.
    roles.push(role("support", maker, chance.chance(0.15) ? "readable" : "none", null));
  }
  if (spec.operatingModel === "vendor-saas" && chance.chance(0.3))
    roles.push(role("sub-processor", null, "unknown", null));
  return roles;
}

function operatorFor(model: OperatingModel, main: ProductFacts | undefined, setting: Setting): string | null {
  const maker = main?.makerId ?? null;
  switch (model) {
    case "own-data-centre":
      return setting.own.city;
    case "public-provider":
      return setting.own.provider;
    case "federal-state-platform":
      return maker !== null && setting.organisations.get(maker)?.publicSector === true ? maker : setting.own.state;
    case "partner-hosted":
      return setting.own.supporters[0] ?? null;
    case "vendor-saas":
    case "hyperscaler":
      return maker;
  }
}

const CONTROL: Readonly<Record<OperatingModel, ServiceFacts["control"]>> = {
  "own-data-centre": { data: "city-only", operation: "city-only", keys: "city-only", access: "city-only" },
  "public-provider": {
    data: "city-only",
    operation: "city-and-provider",
    keys: "provider",
    access: "city-and-provider",
  },
  "partner-hosted": { data: "city-only", operation: "provider", keys: "provider", access: "city-and-provider" },
  "vendor-saas": { data: "city-and-provider", operation: "provider", keys: "provider", access: "city-and-provider" },
  hyperscaler: { data: "city-and-provider", operation: "provider", keys: "provider", access: "city-and-provider" },
  "federal-state-platform": { data: "provider", operation: "provider", keys: "provider", access: "provider" },
};

/** Who decides over data, operation, keys and access where a service is run like this. */
export function usualControl(model: OperatingModel): ServiceFacts["control"] {
  return CONTROL[model];
}

function controlFor(model: OperatingModel, chance: Random): ServiceFacts["control"] {
  const usual = usualControl(model);
  const hole = (holder: ControlHolder | null): ControlHolder | null => {
    const kind = chance.weighted({ stated: 80, unstated: 13, unknown: 7 });
    return kind === "stated" ? holder : kind === "unknown" ? "unknown" : null;
  };
  return {
    data: hole(usual.data),
    operation: hole(usual.operation),
    keys: hole(usual.keys),
    access: hole(usual.access),
  };
}

/** Services whose data location nobody has stated: rarely the own data centre, mostly services run by others. */
export function locationWeight(service: DemoService): number {
  switch (service.operatingModel) {
    case "own-data-centre":
      return 1;
    case "public-provider":
      return 4;
    case "hyperscaler":
      return 5;
    default:
      return 10;
  }
}
