import type { ExposureWorld, Organisation, Ownership } from "../exposure/types";
import type { Provenance } from "../facts";
import type { FactKind } from "./derive-feeds";
import { ownersMissing } from "./fact-state";
import type { ControlHolder, ProductFacts, ServiceFacts } from "./types";

/** A statement made for trying out: sure, and never shown as a fact. */
const SURE: Provenance = { source: null, asOf: null, confidence: "high", evidence: "city" };
const EU = "hypothetical:eu";
const US = "hypothetical:us";

const made = (id: string, country: string): Organisation => ({
  id,
  name: id,
  country,
  publicSector: false,
  ownershipKnown: "none",
  ownerships: [],
  affiliates: [],
  provenance: SURE,
});

/** The city's organisations with two more, and with what is missing about them filled in one way or the other. */
export interface TrialWorlds {
  readonly base: ExposureWorld;
  readonly seats: readonly ExposureWorld[];
  readonly owners: readonly ExposureWorld[];
}

const ownedBy = (ownerId: string): Ownership => ({ ownerId, share: 100, control: true, provenance: SURE });

/** Worlds to try values in; made once for all services of a city. */
export function trialWorlds(world: ExposureWorld): TrialWorlds {
  const extra = [made(EU, "DE"), made(US, "US")].map((one) => [one.id, one] as const);
  const changed = (change: (one: Organisation) => Organisation): ExposureWorld => ({
    ...world,
    organisations: new Map([...[...world.organisations].map(([id, one]) => [id, change(one)] as const), ...extra]),
  });
  const seat = (country: string) =>
    changed((one) => (one.country === null ? { ...one, country, provenance: SURE } : one));
  const owner = (ownerships: readonly Ownership[]) =>
    changed((one) =>
      ownersMissing(one)
        ? {
            ...one,
            ownershipKnown: ownerships.length > 0 ? "listed" : "none",
            ownerships: [...one.ownerships, ...ownerships],
            provenance: SURE,
          }
        : one,
    );
  return {
    base: changed((one) => one),
    seats: [seat("DE"), seat("US")],
    owners: [owner([]), owner([ownedBy(US)])],
  };
}

const PRODUCT: ProductFacts = {
  id: "hypothetical:product",
  name: "?",
  makerId: null,
  category: null,
  licence: null,
  sourceModel: null,
  osiApproved: null,
  interfaces: [],
  alternatives: [],
  provenance: SURE,
};

/** The service with all its products changed; with one of which nothing else is known where there is none. */
function withProducts(facts: ServiceFacts, change: (one: ProductFacts, index: number) => ProductFacts): ServiceFacts {
  return { ...facts, products: (facts.products.length === 0 ? [PRODUCT] : facts.products).map(change) };
}

const fill = <T extends string>(value: T | null, entry: T): T =>
  value === null || value === "unknown" ? entry : value;

const LICENCES = [
  { sourceModel: "open-source", licence: "MIT", osiApproved: true },
  { sourceModel: "proprietary", licence: "LicenseRef-proprietary", osiApproved: false },
] as const;
const HOLDERS = ["city-only", "provider"] as const satisfies readonly ControlHolder[];

/**
 * The service with a missing kind of fact entered, once for each value that is tried: values at both ends, so that what
 * follows from all of them follows from entering the fact at all. Empty for kinds that cannot be entered for a service.
 */
export function entered(
  kind: FactKind,
  facts: ServiceFacts,
  { base, seats, owners }: TrialWorlds,
): readonly (readonly [ServiceFacts, ExposureWorld])[] {
  const here = <T>(values: readonly T[], change: (value: T) => ServiceFacts) =>
    values.map((value) => [change(value), base] as const);
  const roles = (id: string, which: (role: string) => boolean) =>
    facts.roles.map((one) => (which(one.role) && one.organisationId === null ? { ...one, organisationId: id } : one));
  const { control, contract } = facts;
  switch (kind) {
    case "maker":
      return here([EU, US], (id) =>
        withProducts({ ...facts, roles: roles(id, (role) => role === "maker") }, (one) =>
          one.makerId === null ? { ...one, makerId: id, provenance: SURE } : one,
        ),
      );
    case "operator":
      return here([EU, US], (id) => {
        const named = roles(id, (role) => role === "operator");
        const added = {
          role: "operator",
          organisationId: id,
          dataAccess: "unknown",
          location: null,
          provenance: SURE,
        } as const;
        return { ...facts, roles: named.some((one) => one.role === "operator") ? named : [...named, added] };
      });
    case "other-roles":
      return here([EU, US], (id) => ({
        ...facts,
        roles: roles(id, (role) => role !== "maker" && role !== "operator"),
      }));
    case "seat":
      return seats.map((world) => [facts, world] as const);
    case "ownership":
      return owners.map((world) => [facts, world] as const);
    case "operating-model":
      return here(["own-data-centre", "vendor-saas"] as const, (operatingModel) => ({ ...facts, operatingModel }));
    case "control":
      return here(HOLDERS, (who) => ({
        ...facts,
        control: {
          ...control,
          data: fill(control.data, who),
          operation: fill(control.operation, who),
          access: fill(control.access, who),
        },
      }));
    case "keys":
      return here(HOLDERS, (keys) => ({ ...facts, control: { ...control, keys } }));
    case "data-access":
      return here(["readable", "none"] as const, (dataAccess) => ({
        ...facts,
        roles: facts.roles.map((one) => (one.dataAccess === "unknown" ? { ...one, dataAccess } : one)),
      }));
    case "location":
      return here(["DE", "US"], (dataLocation) => ({ ...facts, dataLocation }));
    case "licence":
      return here(LICENCES, (licence) =>
        withProducts(facts, (one) => (one.sourceModel === null ? { ...one, ...licence } : one)),
      );
    case "own-development":
      return here(["yes", "no"] as const, (codePublished) => ({ ...facts, codePublished }));
    case "interfaces":
      return here([["rest", "saml", "odf", "csv"], ["mapi"]], (interfaces) =>
        withProducts(facts, (one, index) => (index === 0 ? { ...one, interfaces } : one)),
      );
    case "alternatives":
      return here([["A", "B"]], (alternatives) =>
        withProducts(facts, (one, index) => (index === 0 ? { ...one, alternatives } : one)),
      );
    case "contract":
      return here(["yes", "no"] as const, (clause) => ({
        ...facts,
        contract: {
          ...contract,
          exitClause: fill(contract.exitClause, clause),
          dataReturnClause: fill(contract.dataReturnClause, clause),
          securityUpdates: fill(contract.securityUpdates, clause),
          noticeMonths: contract.noticeMonths ?? (clause === "yes" ? 3 : 12),
        },
      }));
    case "skills":
      return here(["yes", "no"] as const, (skills) => ({ ...facts, skills }));
    // Laws come with the catalogue, couplings with the dependencies.
    case "jurisdiction-law":
    case "couplings":
      return [];
  }
}
