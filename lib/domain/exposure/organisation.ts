import type { Provenance, Reason } from "../facts";
import { decidingLaw, lawStatus } from "./laws";
import type { LawStatus } from "./laws";
import { compareClass, compareConfidence, lowestConfidence } from "./order";
import type { ClassRange } from "./order";
import { holdersOf, ownerLink, ownersProven, walkUp } from "./ownership";
import type { Holder, Reached } from "./ownership";
import type { ExposureClass, ExposureWorld, PathLink } from "./types";

/** Caps of SecNumCloud 3.2, clause 19.6, in percent: a single holder, and all of them together, may hold at most this much. */
export const SINGLE_HOLDER_CAP = 24;
export const SUM_OF_HOLDERS_CAP = 39;

/** What an organisation would expose if it could read the data; the role decides how much of that counts. */
export interface OrganisationAssessment {
  /** `best` is what has been found, `worst` what the missing links still allow. */
  readonly range: ClassRange;
  /** From the organisation onwards (without the role link): owners, affiliate, law. For J0 the chain of controllers. */
  readonly path: readonly PathLink[];
  readonly reason: Reason;
  /** Where the seats on the path are known from; they count for the confidence like the links. */
  readonly seats: readonly Provenance[];
  readonly missing: readonly Reason[];
}

interface Found {
  readonly class: ExposureClass;
  readonly path: readonly PathLink[];
  readonly reason: Reason;
}

const caches = new WeakMap<ExposureWorld, Map<string, OrganisationAssessment>>();

/**
 * Full class of one organisation: J4 its own seat is under a listed law, J3 a controller's seat is, J2 holders above the
 * caps or an affiliate of it or of a controller are, J0 otherwise. Remembered per world, so a world must not be changed
 * after it was handed in: build a new one.
 */
export function assessOrganisation(world: ExposureWorld, id: string): OrganisationAssessment {
  let cache = caches.get(world);
  if (cache === undefined) {
    cache = new Map();
    caches.set(world, cache);
  }
  let assessment = cache.get(id);
  if (assessment === undefined) {
    assessment = assess(world, id);
    cache.set(id, assessment);
  }
  return assessment;
}

function assess(world: ExposureWorld, id: string): OrganisationAssessment {
  const certain = walkUp(world, id, "certain");
  const found = findSeat(world, certain) ?? findPartly(world, certain) ?? nothingFound(certain);
  const { worst, missing } = openLinks(world, id);
  return {
    range: { best: found.class, worst: compareClass(worst, found.class) > 0 ? worst : found.class },
    path: found.path,
    reason: found.reason,
    seats: seatsOf(world, [id, ...found.path.map((link) => link.toId)]),
    missing,
  };
}

function seatsOf(world: ExposureWorld, ids: readonly (string | null)[]): readonly Provenance[] {
  return ids.flatMap((id) => {
    const organisation = id === null ? undefined : world.organisations.get(id);
    return organisation === undefined ? [] : [organisation.provenance];
  });
}

function lawLinks(world: ExposureWorld, country: string | null): readonly PathLink[] {
  const law = decidingLaw(world, country);
  if (law === null) return [];
  return [{ kind: "subject-to", toId: null, toName: law.name, country, year: law.year, provenance: law.provenance }];
}

function pathConfidence(world: ExposureWorld, path: readonly PathLink[]) {
  const seats = seatsOf(
    world,
    path.map((link) => link.toId),
  );
  return lowestConfidence(
    [...path.map((link) => link.provenance), ...seats].map((provenance) => provenance.confidence),
  );
}

/** Shortest path first, among equally short ones the surest. */
function byPath(world: ExposureWorld) {
  return (a: { readonly path: readonly PathLink[] }, b: { readonly path: readonly PathLink[] }): number =>
    a.path.length - b.path.length || compareConfidence(pathConfidence(world, b.path), pathConfidence(world, a.path));
}

/** J4 or J3: the nearest seat under a listed law among the organisation and its controllers. */
function findSeat(world: ExposureWorld, certain: readonly Reached[]): Found | null {
  const listed = certain
    .filter((each) => lawStatus(world, each.organisation?.country ?? null) === "listed")
    .sort(byPath(world));
  const nearest = listed[0];
  const start = certain[0];
  if (nearest?.organisation === undefined || start === undefined) return null;
  const law = lawLinks(world, nearest.organisation.country);
  const params = {
    organisation: start.organisation?.name ?? start.id,
    country: nearest.organisation.country ?? "",
    law: law[0]?.toName ?? "",
  };
  return nearest.path.length === 0
    ? { class: "J4", path: law, reason: { key: "exposure.found.seat", params } }
    : {
        class: "J3",
        path: [...nearest.path, ...law],
        reason: { key: "exposure.found.parent", params: { ...params, owner: nearest.organisation.name } },
      };
}

/** J2: holders above the caps, or an affiliate under a listed law, at the organisation or at one of its controllers. */
function findPartly(world: ExposureWorld, certain: readonly Reached[]): Found | null {
  const found: Found[] = [];
  for (const member of certain) {
    if (member.organisation === undefined) continue;
    const name = member.organisation.name;
    const holders = holdersOf(member.organisation)
      .filter((each) => !each.controls && each.share !== null && statusOfHolder(world, each) === "listed")
      .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
    const largest = holders[0];
    const sum = holders.reduce((total, each) => total + (each.share ?? 0), 0);
    if (largest !== undefined && ((largest.share ?? 0) > SINGLE_HOLDER_CAP || sum > SUM_OF_HOLDERS_CAP)) {
      const single = (largest.share ?? 0) > SINGLE_HOLDER_CAP;
      const link = ownerLink(world, largest);
      const params = { organisation: name, owner: link.toName, share: largest.share ?? 0, sum, count: holders.length };
      found.push({
        class: "J2",
        path: [...member.path, link, ...pathToLaw(world, largest)],
        reason: { key: single ? "exposure.found.single-holder" : "exposure.found.sum-of-holders", params },
      });
    }
    for (const affiliate of member.organisation.affiliates) {
      if (lawStatus(world, affiliate.country) !== "listed") continue;
      const law = lawLinks(world, affiliate.country);
      found.push({
        class: "J2",
        path: [
          ...member.path,
          { kind: "affiliate", toId: null, toName: name, country: affiliate.country, provenance: affiliate.provenance },
          ...law,
        ],
        reason: {
          key: "exposure.found.affiliate",
          params: { organisation: name, country: affiliate.country, law: law[0]?.toName ?? "" },
        },
      });
    }
  }
  return found.sort(byPath(world))[0] ?? null;
}

function nothingFound(certain: readonly Reached[]): Found {
  const start = certain[0];
  return {
    class: "J0",
    path: certain.at(-1)?.path ?? [],
    reason: { key: "exposure.found.nothing", params: { organisation: start?.organisation?.name ?? start?.id ?? "" } },
  };
}

/** Links above a holder up to the nearest listed law. */
function pathToLaw(world: ExposureWorld, holder: Holder): readonly PathLink[] {
  if (holder.ownerId === null) return [];
  const nearest = walkUp(world, holder.ownerId, "certain")
    .filter((each) => lawStatus(world, each.organisation?.country ?? null) === "listed")
    .sort(byPath(world))[0];
  return nearest === undefined ? [] : [...nearest.path, ...lawLinks(world, nearest.organisation?.country ?? null)];
}

/** A holder is under a listed law by its own seat or by that of a controller above it; `open` while that is not known. */
function statusOfHolder(world: ExposureWorld, holder: Holder): LawStatus {
  return holder.ownerId === null ? "open" : lawStatusOfGroup(world, holder.ownerId);
}

/** Law status of an organisation together with its controllers. */
export function lawStatusOfGroup(world: ExposureWorld, id: string): LawStatus {
  const seat = (each: Reached) => lawStatus(world, each.organisation?.country ?? null);
  if (walkUp(world, id, "certain").some((each) => seat(each) === "listed")) return "listed";
  const possible = walkUp(world, id, "possible");
  return possible.every((each) => seat(each) === "clear" && each.organisation !== undefined && controllersKnown(each))
    ? "clear"
    : "open";
}

/** True when nobody unknown, doubtful or of unknown share can control the organisation. */
export function controllersKnown(each: Reached): boolean {
  if (each.organisation === undefined || !ownersProven(each.organisation)) return false;
  return holdersOf(each.organisation).every(
    (holder) => !holder.mayControl || (holder.ownerId !== null && holder.provenance.confidence !== "low"),
  );
}

/** What is not known along the way up, and the worst class it leaves possible. */
function openLinks(
  world: ExposureWorld,
  id: string,
): { readonly worst: ExposureClass; readonly missing: readonly Reason[] } {
  const missing = new Map<string, Reason>();
  let worst: ExposureClass = "J0";
  const raise = (possible: ExposureClass) => {
    if (compareClass(possible, worst) > 0) worst = possible;
  };
  const add = (possible: ExposureClass, key: string, params: Record<string, string | number>) => {
    raise(possible);
    missing.set(`${key} ${Object.values(params).join(" ")}`, { key: `exposure.missing.${key}`, params });
  };
  walkUp(world, id, "possible").forEach((each, index) => {
    const here = each.organisation;
    const own: ExposureClass = index === 0 ? "J4" : "J3";
    if (here === undefined) return add(own, "organisation", { organisation: each.id });
    const organisation = here.name;
    if (lawStatus(world, here.country) === "open") {
      if (here.country === null) add(own, "seat", { organisation });
      else add(own, "law", { organisation, country: here.country });
    }
    if (here.ownershipKnown === "unknown") add("J3", "ownership", { organisation });
    else if (!ownersProven(here)) add("J3", "ownership-unproven", { organisation });
    const addHere: AddOpen = (possible, key, params) => add(possible, key, { organisation, ...params });
    if (openHolders(world, holdersOf(here), addHere)) raise("J2");
    for (const affiliate of here.affiliates) {
      const law = lawStatus(world, affiliate.country);
      if (law === "open") add("J2", "law", { organisation, country: affiliate.country });
      else if (law === "listed") raise("J2");
    }
  });
  return { worst, missing: [...missing.values()] };
}

type AddOpen = (possible: ExposureClass, key: string, params: Record<string, string | number>) => void;

/** Adds what is open about the holders; true when those that may be under a listed law can exceed the caps. */
function openHolders(world: ExposureWorld, holders: readonly Holder[], add: AddOpen): boolean {
  const minorities: Holder[] = [];
  for (const holder of holders) {
    const owner = ownerLink(world, holder).toName;
    if (holder.mayControl) {
      if (holder.ownerId === null) add("J3", "owner", {});
      else if (holder.provenance.confidence === "low") add("J3", "link-doubtful", { owner });
      else if (!holder.controls)
        add(lawStatusOfGroup(world, holder.ownerId) === "clear" ? "J0" : "J3", "share", { owner });
    } else if (holder.ownerId !== null && holder.provenance.confidence === "low") {
      add("J2", "link-doubtful", { owner });
    }
    if (!holder.controls && (holder.provenance.confidence === "low" || statusOfHolder(world, holder) !== "clear"))
      minorities.push(holder);
  }
  // Unknown shares together can be no more than what the known ones leave.
  const unknown = minorities.filter((each) => each.share === null);
  const sum =
    minorities.reduce((total, each) => total + (each.share ?? 0), 0) +
    Math.max(0, ...unknown.map((each) => each.shareAtMost));
  const tooMuch = sum > SUM_OF_HOLDERS_CAP || minorities.some((each) => each.shareAtMost > SINGLE_HOLDER_CAP);
  if (!tooMuch) return false;
  for (const holder of minorities) {
    if (holder.ownerId === null) add("J2", "owner", {});
    else if (holder.share === null) add("J2", "share", { owner: ownerLink(world, holder).toName });
    else if (statusOfHolder(world, holder) === "open") add("J2", "holder", { owner: ownerLink(world, holder).toName });
  }
  return true;
}
