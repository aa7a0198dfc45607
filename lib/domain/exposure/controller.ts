import type { ExposureWorld, PathLink } from "./types";
import { controllersKnown, lawStatusOfGroup } from "./organisation";
import { compareConfidence } from "./order";
import { holdersOf, walkUp } from "./ownership";
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
 * Walks up control flags and shares above 50 % until nobody stands above. Where control is joint, a holder whose group is
 * under a listed law comes first, then the larger share, then the id. Organisations that control each other in a loop
 * nobody controls from outside are one top: the smallest id stands for it, so that all of them share it.
 */
export function topController(world: ExposureWorld, organisationId: string): TopController {
  if (!world.organisations.has(organisationId)) {
    return { id: null, name: organisationId, country: null, publicSector: false, known: false, path: [] };
  }
  const loop = topLoop(world, organisationId, new Set()) ?? [organisationId];
  const id = [...loop].sort()[0] ?? organisationId;
  const path = walkUp(world, organisationId, "certain").find((each) => each.id === id)?.path ?? [];
  const passed = new Set([organisationId, ...path.flatMap((link) => link.toId ?? []), ...loop]);
  const organisation = world.organisations.get(id);
  return {
    id,
    name: organisation?.name ?? id,
    country: organisation?.country ?? null,
    publicSector: organisation?.publicSector ?? false,
    known:
      path.every((link) => link.provenance.confidence !== "low") && [...passed].every((each) => settled(world, each)),
    path,
  };
}

/** The organisation alone, or the loop it belongs to, at the preferred end of the chain; each one is tried once. */
function topLoop(world: ExposureWorld, id: string, tried: Set<string>): readonly string[] | null {
  tried.add(id);
  const above = walkUp(world, id, "certain").map((each) => each.id);
  if (above.every((each) => walkUp(world, each, "certain").some((back) => back.id === id))) return above;
  const organisation = world.organisations.get(id);
  const controllers = organisation === undefined ? [] : holdersOf(organisation).filter((holder) => holder.controls);
  for (const { ownerId } of [...controllers].sort(preferred(world))) {
    if (ownerId === null || tried.has(ownerId)) continue;
    const top = topLoop(world, ownerId, tried);
    if (top !== null) return top;
  }
  return null;
}

/** True when it is clear who controls the organisation: all that may are known, or a known one does and nobody unknown with it. */
function settled(world: ExposureWorld, id: string): boolean {
  const organisation = world.organisations.get(id);
  if (organisation === undefined) return false;
  const controllers = holdersOf(organisation).filter((holder) => holder.controls);
  if (controllers.some((holder) => holder.ownerId === null)) return false;
  return (
    controllersKnown({ id, organisation, path: [] }) ||
    controllers.some((holder) => holder.provenance.confidence !== "low")
  );
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
  const chainSettled = (id: string) => walkUp(world, id, "possible").every((each) => settled(world, each.id));
  return chainSettled(a) && chainSettled(b) ? "no" : "unknown";
}
