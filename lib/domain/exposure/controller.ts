import type { ExposureWorld, PathLink } from "./types";
import { controllersKnown, lawStatusOfGroup } from "./organisation";
import { compareConfidence } from "./order";
import { holdersOf, ownerLink, walkUp } from "./ownership";
import type { Holder } from "./ownership";

/** Who stands at the top of an organisation's chain of control. */
export interface TopController {
  /** null only when the organisation itself is not recorded. */
  readonly id: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly publicSector: boolean;
  /** False while somebody unknown may stand above, or a link of the chain is doubtful: then it is the highest one known. */
  readonly known: boolean;
  /** Ownership links from the organisation up to the top; empty when it is its own top. */
  readonly path: readonly PathLink[];
}

/**
 * Walks up control flags and shares above 50 %. Where control is joint, a holder whose group is under a listed law comes
 * first, then the larger share, then the id. Organisations that control each other in a loop have nobody above them: the
 * smallest id stands for the loop, so that all of them share one top.
 */
export function topController(world: ExposureWorld, organisationId: string): TopController {
  const start = world.organisations.get(organisationId);
  if (start === undefined)
    return { id: null, name: organisationId, country: null, publicSector: false, known: false, path: [] };
  const walk: { readonly id: string; readonly path: readonly PathLink[] }[] = [{ id: organisationId, path: [] }];
  let known = true;
  for (;;) {
    const here = walk[walk.length - 1];
    const organisation = here === undefined ? undefined : world.organisations.get(here.id);
    if (here === undefined || organisation === undefined) break;
    known &&= controllersKnown({ id: here.id, organisation, path: [] }) || hasMajority(holdersOf(organisation));
    const controllers = holdersOf(organisation).filter((holder) => holder.controls);
    if (controllers.some((holder) => holder.ownerId === null)) known = false;
    const next = controllers.filter((holder) => holder.ownerId !== null).sort(preferred(world))[0];
    if (next?.ownerId === undefined || next.ownerId === null) break;
    if (next.provenance.confidence === "low") known = false;
    const loopStart = walk.findIndex((each) => each.id === next.ownerId);
    if (loopStart >= 0) {
      const top = walk.slice(loopStart).sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? here;
      return toTop(world, top.id, top.path, known);
    }
    walk.push({ id: next.ownerId, path: [...here.path, ownerLink(world, next)] });
  }
  const top = walk[walk.length - 1];
  return toTop(world, top?.id ?? organisationId, top?.path ?? [], known);
}

/** Whoever holds more than half leaves no room for another majority, even if not every holder is known. */
function hasMajority(holders: readonly Holder[]): boolean {
  return holders.some((holder) => holder.ownerId !== null && holder.controls && holder.provenance.confidence !== "low");
}

function preferred(world: ExposureWorld) {
  const rank = (holder: Holder) =>
    holder.ownerId !== null && lawStatusOfGroup(world, holder.ownerId) === "listed" ? 0 : 1;
  return (a: Holder, b: Holder): number =>
    rank(a) - rank(b) ||
    (b.share ?? -1) - (a.share ?? -1) ||
    compareConfidence(b.provenance.confidence, a.provenance.confidence) ||
    ((a.ownerId ?? "") < (b.ownerId ?? "") ? -1 : 1);
}

function toTop(world: ExposureWorld, id: string, path: readonly PathLink[], known: boolean): TopController {
  const organisation = world.organisations.get(id);
  return {
    id,
    name: organisation?.name ?? id,
    country: organisation?.country ?? null,
    publicSector: organisation?.publicSector ?? false,
    known: known && organisation !== undefined,
    path,
  };
}

/**
 * Are two organisations in one corporate group? `yes` when one controls the other or somebody controls both; `no` only when
 * nobody unknown can stand above either of them; otherwise `unknown`. A null id is an unknown organisation.
 */
export function sameGroup(world: ExposureWorld, a: string | null, b: string | null): "yes" | "no" | "unknown" {
  if (a === null || b === null) return "unknown";
  if (a === b) return "yes";
  const overlap = (mode: "certain" | "possible") => {
    const above = new Set(walkUp(world, a, mode).map((each) => each.id));
    return walkUp(world, b, mode).some((each) => above.has(each.id));
  };
  if (overlap("certain")) return "yes";
  if (overlap("possible")) return "unknown";
  // A loop or a chain whose every link is settled leaves no room for a common parent.
  const settled = (id: string) =>
    walkUp(world, id, "possible").every((each) => {
      if (controllersKnown(each)) return true;
      return each.organisation !== undefined && hasMajority(holdersOf(each.organisation));
    });
  return settled(a) && settled(b) ? "no" : "unknown";
}
