import type { DataAccess, FactRef, OrganisationRole, Reason } from "../facts";
import { assessOrganisation } from "../exposure/organisation";
import type { ClassRange } from "../exposure/order";
import { open, productFact, serviceFact } from "./derived";
import type { Derivation, DerivationContext } from "./derived";
import { footingOf, sideOf } from "./footing";
import type { Area, Side, Standing } from "./footing";
import type { ServiceRole } from "./types";

/** Somebody with a part in a service: an organisation in a role, or the city itself. */
export interface Party {
  readonly role: OrganisationRole;
  /** The city itself, or the public body that runs its data centre for it. */
  readonly city: boolean;
  /** null: the role is filled by nobody knows whom. */
  readonly id: string | null;
  readonly name: string;
  readonly standing: Standing;
  readonly seat: Side;
  readonly top: Side;
  readonly topName: string;
  readonly countries: readonly string[];
  readonly publicSector: boolean;
  /** Where it works for this service, as stated; `unknown` when not stated. */
  readonly location: Side;
  readonly access: DataAccess;
  /** How far a listed law can reach it, whatever it can read. */
  readonly law: ClassRange;
  /** Who it is, where it is seated and who owns it. */
  readonly facts: readonly FactRef[];
  /** The stated place of work, and what it can read: shown only where they count. */
  readonly place: readonly FactRef[];
  readonly reads: readonly FactRef[];
}

/**
 * Is the service run by the city itself? In its own data centre, unless somebody who is no public body is named as operator
 * or it is stated that a provider alone decides on operation.
 */
export function cityOperates({ facts, world }: DerivationContext): boolean {
  const publicBody = (id: string | null): boolean => id !== null && world.organisations.get(id)?.publicSector === true;
  return (
    facts.operatingModel === "own-data-centre" &&
    facts.control.operation !== "provider" &&
    facts.roles.every((each) => each.role !== "operator" || publicBody(each.organisationId))
  );
}

/** The city is a public body under the law of its member state; nobody owns it. */
function cityParty(context: DerivationContext, role: OrganisationRole, fact: FactRef): Party {
  return {
    role,
    city: true,
    id: null,
    name: context.facts.name,
    standing: "inside",
    seat: "inside",
    top: "inside",
    topName: "",
    countries: [],
    publicSector: true,
    location: "inside",
    access: "readable",
    law: { best: "J0", worst: "J0" },
    facts: [fact],
    place: [],
    reads: [],
  };
}

function party(
  { world }: DerivationContext,
  given: Pick<ServiceRole, "role" | "organisationId" | "dataAccess" | "location"> & {
    readonly facts: readonly FactRef[];
    readonly place?: readonly FactRef[];
    readonly reads?: readonly FactRef[];
    readonly doubtful: boolean;
  },
  area: Area,
): Party {
  const { role, organisationId: id, doubtful } = given;
  const footing = id === null ? undefined : footingOf(world, id, area);
  const known = footing !== undefined && !doubtful;
  return {
    role,
    city: false,
    id,
    name: footing?.name ?? id ?? "?",
    standing: known ? footing.standing : "unknown",
    seat: known ? footing.seat : "unknown",
    top: known ? footing.top : "unknown",
    topName: footing?.topName ?? "?",
    countries: footing?.countries ?? [],
    publicSector: footing?.publicSector ?? false,
    location: given.location === null ? "unknown" : sideOf(world, given.location, area),
    access: given.dataAccess,
    law: known && id !== null ? assessOrganisation(world, id).range : { best: "J0", worst: "J4" },
    facts: [...given.facts, ...(footing?.facts ?? [])],
    place: given.place ?? [],
    reads: given.reads ?? [],
  };
}

const byContext = new WeakMap<DerivationContext, Map<Area, readonly Party[]>>();

/** Everybody named in one of the roles, except the city. Many derivations ask; everybody is looked at once per context. */
export function inRoles(context: DerivationContext, roles: readonly OrganisationRole[], area: Area): readonly Party[] {
  let areas = byContext.get(context);
  if (areas === undefined) byContext.set(context, (areas = new Map()));
  let everybody = areas.get(area);
  if (everybody === undefined) areas.set(area, (everybody = everybodyNamed(context, area)));
  return everybody.filter((each) => roles.includes(each.role));
}

/** A context in which everybody named is the same as in another one need not look at them again. */
export function sameParties(context: DerivationContext, as: DerivationContext): DerivationContext {
  const areas = byContext.get(as);
  if (areas !== undefined) byContext.set(context, areas);
  return context;
}

function everybodyNamed(context: DerivationContext, area: Area): readonly Party[] {
  return context.facts.roles.map((each) => {
    const name =
      each.organisationId === null ? null : (context.world.organisations.get(each.organisationId)?.name ?? null);
    const fact = (field: string, value: string | null): FactRef => ({
      subject: `role:${each.role}`,
      subjectName: each.role,
      field,
      value,
      provenance: each.provenance,
    });
    const place = each.location === null ? [] : [fact("location", each.location)];
    const reads = [fact("dataAccess", each.dataAccess)];
    // A role assigned with low confidence may belong to somebody else.
    const doubtful = each.provenance.confidence === "low";
    const facts = [fact("organisation", name ?? each.organisationId)];
    return party(context, { ...each, facts, place, reads, doubtful }, area);
  });
}

/** Who runs the service: the operators named, or the city in its own data centre; empty when nobody is known to. */
export function operatorsOf(context: DerivationContext, area: Area): readonly Party[] {
  const named = inRoles(context, ["operator"], area);
  if (!cityOperates(context)) return named;
  const { facts } = context;
  if (named.length > 0) return named.map((each) => ({ ...each, city: within(each) }));
  return [cityParty(context, "operator", serviceFact(facts, "operatingModel", facts.operatingModel))];
}

/** Everybody beside the city who takes part in running the service and can read its data, as far as anybody has said. */
export function readersOf(context: DerivationContext, area: Area): readonly Party[] {
  const others = inRoles(context, ["host", "support", "key-holder", "sub-processor"], area);
  return [...operatorsOf(context, area), ...others].filter((each) => !each.city && mayRead(each));
}

/** Who makes what the service consists of: makers of all its products and those named as makers, or the city. */
export function makersOf(context: DerivationContext, area: Area): readonly Party[] {
  const { facts } = context;
  const named = inRoles(context, ["maker"], area);
  const made = facts.products
    .filter(({ makerId }) => (makerId === null ? named.length === 0 && !facts.ownDevelopment : true))
    .filter(({ makerId }) => makerId === null || !named.some((each) => each.id === makerId))
    .map((product) => {
      const name = product.makerId === null ? null : (context.world.organisations.get(product.makerId)?.name ?? null);
      return party(
        context,
        {
          role: "maker",
          organisationId: product.makerId,
          dataAccess: "none",
          location: null,
          facts: [productFact(product, "maker", name ?? product.makerId)],
          doubtful: product.provenance.confidence === "low",
        },
        area,
      );
    });
  const city = facts.ownDevelopment ? [cityParty(context, "maker", serviceFact(facts, "ownDevelopment", "yes"))] : [];
  return [...city, ...named, ...made];
}

/** How open the software is: the worst of all products. `own` = developed by the city, with nothing else beneath it named. */
export interface Source {
  readonly kind: "own" | "open" | "core" | "viewable" | "closed" | "unknown" | "none";
  /** The product that decides. */
  readonly product: string;
  readonly facts: readonly FactRef[];
}

const KINDS = {
  proprietary: "closed",
  "source-available": "viewable",
  "open-core": "core",
  "open-source": "open",
} as const;
const WORST_FIRST = ["closed", "unknown", "viewable", "core", "open"] as const;

export function sourceOf({ facts }: DerivationContext): Source {
  const own = facts.ownDevelopment ? [serviceFact(facts, "ownDevelopment", "yes")] : [];
  const each = facts.products.map((product) => ({
    kind: product.sourceModel === null ? ("unknown" as const) : KINDS[product.sourceModel],
    product: product.name,
    fact: productFact(product, "sourceModel", product.sourceModel),
  }));
  const worst = WORST_FIRST.map((kind) => each.find((one) => one.kind === kind)).find((one) => one !== undefined);
  if (worst === undefined) {
    return facts.ownDevelopment
      ? { kind: "own", product: facts.name, facts: own }
      : { kind: "none", product: "", facts: [] };
  }
  return { kind: worst.kind, product: worst.product, facts: [...own, ...each.map(({ fact }) => fact)] };
}

/** Open or made by the city: the city may run, patch and pass it on whatever its maker decides. */
export function free(source: Source): boolean {
  return source.kind === "own" || source.kind === "open";
}

export const foreign = ({ standing }: Party): boolean => standing === "mixed" || standing === "outside";
export const within = ({ standing }: Party): boolean => standing === "inside";
export const factsOf = (parties: readonly Party[]): readonly FactRef[] => parties.flatMap((each) => each.facts);
/** The same with the stated places of work, or with what can be read. */
export const withPlaces = (parties: readonly Party[]): readonly FactRef[] =>
  parties.flatMap((each) => [...each.facts, ...each.place]);
export const withAccess = (parties: readonly Party[]): readonly FactRef[] =>
  parties.flatMap((each) => [...each.facts, ...each.reads]);
/** Can the party read the data, as far as anybody has said? */
export const mayRead = ({ access }: Party): boolean => access === "readable" || access === "unknown";

/** Parameters of a sentence about one party. */
export function about(party: Party | undefined): NonNullable<Reason["params"]> {
  return { organisation: party?.name ?? "?", parent: party?.topName ?? "?" };
}

/** Why nothing can be said: nobody is named, or one of those named is not known well enough; null when all are. */
export function blocked(parties: readonly Party[], role: "maker" | "operator" | "other"): Derivation | null {
  if (parties.length === 0 && role !== "other") return open(`derive.party.no-${role}`);
  const unknown = parties.find(({ standing }) => standing === "unknown");
  if (unknown === undefined) return null;
  return unknown.id === null
    ? open(`derive.party.unnamed-${unknown.role}`)
    : open("derive.party.uncertain", { organisation: unknown.name });
}
