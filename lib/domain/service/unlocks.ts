import type { ExposureWorld, Organisation, Ownership } from "../exposure/types";
import type { Provenance } from "../facts";
import { stateOf } from "../method/answers";
import { derivationContext } from "./context";
import { DERIVATIONS } from "./derive";
import type { DerivationContext } from "./derived";
import { FACT_KINDS, feedsOf, type FactKind } from "./derive-feeds";
import { EEA } from "./footing";
import { makersOf, operatorsOf } from "./parties";
import type { ControlHolder, ProductFacts, ServiceFacts, ServiceRole } from "./types";

/**
 * Is a kind of fact known for a service? `none` = the question does not arise, e.g. the seat of nobody; such services
 * leave the denominator.
 */
export type FactState = "known" | "missing" | "none";

/** What entering a kind of fact would do in a city. */
export interface Unlock {
  readonly kind: FactKind;
  readonly known: number;
  readonly missing: number;
  readonly none: number;
  /** Services that would get at least one more answer. */
  readonly services: number;
  /** Answers that would follow whichever of the values tried were entered; by method id, and summed up. */
  readonly answers: number;
  readonly byMethod: Readonly<Record<string, number>>;
}

/** How many services have an answer derived, by method id and criterion. */
export type DerivedCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Unlocks {
  readonly services: number;
  readonly kinds: readonly Unlock[];
  readonly derived: DerivedCounts;
}

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
interface Worlds {
  readonly base: ExposureWorld;
  readonly seats: readonly ExposureWorld[];
  readonly owners: readonly ExposureWorld[];
}

const ownedBy = (ownerId: string): Ownership => ({ ownerId, share: 100, control: true, provenance: SURE });
const ownersMissing = (one: Organisation): boolean =>
  one.ownershipKnown === "unknown" || (one.ownershipKnown === "none" && one.provenance.confidence === "low");

function worldsOf(world: ExposureWorld): Worlds {
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

const role = (organisationId: string, which: ServiceRole["role"]): ServiceRole => ({
  role: which,
  organisationId,
  dataAccess: "unknown",
  location: null,
  provenance: SURE,
});

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
      return some(facts.operatingModel === null);
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
      return facts.ownDevelopment ? "none" : ofProduct((one) => one.alternatives.length === 0);
    case "couplings":
      return "known";
    case "contract": {
      const { exitClause, dataReturnClause, securityUpdates, noticeMonths } = facts.contract;
      return some([exitClause, dataReturnClause, securityUpdates].some(unstated) || noticeMonths === null);
    }
    case "skills":
      return some(unstated(facts.skills));
    default:
      return "none";
  }
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

/** The service with its main product, or all of them, changed; a product of which nothing is known where there is none. */
function withProducts(facts: ServiceFacts, change: (one: ProductFacts) => ProductFacts, all: boolean): ServiceFacts {
  const products = facts.products.length === 0 ? [PRODUCT] : facts.products;
  return { ...facts, products: products.map((one, index) => (all || index === 0 ? change(one) : one)) };
}

type Filled = readonly [ServiceFacts, ExposureWorld];

/**
 * The service with the kind of fact entered, once for each value that is tried: values that lead to different answers, so
 * that what follows from all of them follows from entering the fact at all.
 */
function filled(kind: FactKind, facts: ServiceFacts, { base, seats, owners }: Worlds): readonly Filled[] {
  const here = (one: ServiceFacts): Filled => [one, base];
  const fill = <T extends string>(value: T | null, with_: T): T =>
    value === null || value === "unknown" ? with_ : value;
  switch (kind) {
    case "maker":
      return [EU, US].map((id) => {
        const named = facts.roles.map((each) =>
          each.role === "maker" && each.organisationId === null ? { ...each, organisationId: id } : each,
        );
        const change = (one: ProductFacts) => (one.makerId === null ? { ...one, makerId: id, provenance: SURE } : one);
        return here(withProducts({ ...facts, roles: named }, change, true));
      });
    case "operator":
      return [EU, US].map((id) => {
        const named = facts.roles.map((each) =>
          each.role === "operator" && each.organisationId === null ? { ...each, organisationId: id } : each,
        );
        const has = named.some((each) => each.role === "operator");
        return here({ ...facts, roles: has ? named : [...named, role(id, "operator")] });
      });
    case "other-roles":
      return [EU, US].map((id) =>
        here({
          ...facts,
          roles: facts.roles.map((each) =>
            each.organisationId === null && each.role !== "maker" && each.role !== "operator"
              ? { ...each, organisationId: id }
              : each,
          ),
        }),
      );
    case "seat":
      return seats.map((world) => [facts, world] as const);
    case "ownership":
      return owners.map((world) => [facts, world] as const);
    case "operating-model":
      return (["own-data-centre", "vendor-saas"] as const).map((operatingModel) => here({ ...facts, operatingModel }));
    case "control":
      return (["city-only", "provider"] as const satisfies readonly ControlHolder[]).map((who) =>
        here({
          ...facts,
          control: {
            ...facts.control,
            data: fill(facts.control.data, who),
            operation: fill(facts.control.operation, who),
            access: fill(facts.control.access, who),
          },
        }),
      );
    case "keys":
      return (["city-only", "provider"] as const satisfies readonly ControlHolder[]).map((keys) =>
        here({ ...facts, control: { ...facts.control, keys } }),
      );
    case "data-access":
      return (["readable", "none"] as const).map((dataAccess) =>
        here({
          ...facts,
          roles: facts.roles.map((each) => (each.dataAccess === "unknown" ? { ...each, dataAccess } : each)),
        }),
      );
    case "location":
      return ["DE", "US"].map((dataLocation) => here({ ...facts, dataLocation }));
    case "licence":
      return (
        [
          ["open-source", "MIT", true],
          ["proprietary", "LicenseRef-proprietary", false],
        ] as const
      ).map(([sourceModel, licence, osiApproved]) =>
        here(
          withProducts(
            facts,
            (one) => (one.sourceModel === null ? { ...one, sourceModel, licence, osiApproved } : one),
            true,
          ),
        ),
      );
    case "own-development":
      return (["yes", "no"] as const).map((codePublished) => here({ ...facts, codePublished }));
    case "interfaces":
      return [["rest", "saml", "odf", "csv"], ["mapi"]].map((interfaces) =>
        here(withProducts(facts, (one) => ({ ...one, interfaces }), false)),
      );
    case "alternatives":
      return [here(withProducts(facts, (one) => ({ ...one, alternatives: ["A", "B"] }), false))];
    case "contract":
      return (["yes", "no"] as const).map((clause) =>
        here({
          ...facts,
          contract: {
            ...facts.contract,
            exitClause: fill(facts.contract.exitClause, clause),
            dataReturnClause: fill(facts.contract.dataReturnClause, clause),
            securityUpdates: fill(facts.contract.securityUpdates, clause),
            noticeMonths: facts.contract.noticeMonths ?? (clause === "yes" ? 3 : 12),
          },
        }),
      );
    case "skills":
      return (["yes", "no"] as const).map((skills) => here({ ...facts, skills }));
    default:
      return [];
  }
}

/** Kinds that neither exposure, double grip, licence nor the recognised names depend on: the rest of the context stays. */
const LIGHT: readonly FactKind[] = ["keys", "location", "alternatives", "contract", "skills"];

/** Criteria with a derivation, by the kinds of facts it looks at. */
const FED: ReadonlyMap<FactKind, readonly (readonly [method: string, criterion: string])[]> = new Map(
  FACT_KINDS.map((kind) => [
    kind,
    Object.entries(DERIVATIONS).flatMap(([method, table]) =>
      Object.keys(table).flatMap((criterion) =>
        feedsOf(method, criterion).includes(kind) ? [[method, criterion] as const] : [],
      ),
    ),
  ]),
);

/** Is the criterion settled: does an answer follow, other than "unknown"? */
function settled(method: string, criterion: string, context: DerivationContext): boolean {
  const value = DERIVATIONS[method]?.[criterion]?.(context).value ?? null;
  return value !== null && stateOf(criterion, { [criterion]: value }) !== "unknown";
}

/**
 * For each kind of fact: for how many of the services it is known, and how many answers would follow if it were entered
 * where it is missing. Counted are answers that follow from every value tried, everything else as it stands; found by
 * running the derivations, not estimated.
 */
export function unlocks(services: readonly ServiceFacts[], world: ExposureWorld): Unlocks {
  const worlds = worldsOf(world);
  const sums = FACT_KINDS.map((kind) => ({
    kind,
    known: 0,
    missing: 0,
    none: 0,
    services: 0,
    answers: 0,
    byMethod: {} as Record<string, number>,
  }));
  const derived: Record<string, Record<string, number>> = {};
  for (const [method, table] of Object.entries(DERIVATIONS))
    derived[method] = Object.fromEntries(Object.keys(table).map((criterion) => [criterion, 0]));
  for (const facts of services) {
    const context = derivationContext(facts, world);
    const open = new Set<string>();
    for (const [method, table] of Object.entries(DERIVATIONS)) {
      const counts = derived[method] ?? {};
      for (const criterion of Object.keys(table)) {
        if (settled(method, criterion, context)) counts[criterion] = (counts[criterion] ?? 0) + 1;
        else open.add(`${method} ${criterion}`);
      }
    }
    for (const sum of sums) {
      const state = factState(sum.kind, context);
      sum[state] += 1;
      if (state !== "missing") continue;
      let candidates = (FED.get(sum.kind) ?? []).filter(([method, criterion]) => open.has(`${method} ${criterion}`));
      if (candidates.length === 0) continue;
      const tried = filled(sum.kind, facts, worlds);
      for (const [entered, known] of tried) {
        if (candidates.length === 0) break;
        const then =
          LIGHT.includes(sum.kind) && facts.products.length > 0
            ? { ...context, facts: entered }
            : derivationContext(entered, known);
        candidates = candidates.filter(([method, criterion]) => settled(method, criterion, then));
      }
      if (tried.length === 0 || candidates.length === 0) continue;
      sum.services += 1;
      sum.answers += candidates.length;
      for (const [method] of candidates) sum.byMethod[method] = (sum.byMethod[method] ?? 0) + 1;
    }
  }
  return { services: services.length, kinds: sums, derived };
}
