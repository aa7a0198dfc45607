import type { Provenance } from "../facts";
import { compareConfidence } from "./order";
import type { ExposureWorld, Organisation, PathLink } from "./types";

/** More than this share, or the control flag, makes a holder a controller (percent). */
export const CONTROL_SHARE = 50;

/**
 * One holder of an organisation. `controls`: for certain (flag or share above 50 %). `mayControl`: also when its share is
 * unknown and the shares known of others leave room for more than 50 %.
 */
export interface Holder {
  readonly ownerId: string | null;
  readonly share: number | null;
  /** The share, or for an unknown one the most it can still be. */
  readonly shareAtMost: number;
  readonly controls: boolean;
  readonly mayControl: boolean;
  readonly provenance: Provenance;
}

/**
 * The holders of an organisation. Several statements about the same owner count as one holding (greatest share, control
 * if any says so), they are not added up. Holders nobody knows stay apart; an organisation holding itself is left out.
 */
export function holdersOf(organisation: Organisation): readonly Holder[] {
  const merged = new Map<
    string,
    { ownerId: string | null; share: number | null; control: boolean; provenance: Provenance }
  >();
  organisation.ownerships.forEach((edge, index) => {
    if (edge.ownerId === organisation.id) return;
    const key = edge.ownerId === null ? `?${index}` : `=${edge.ownerId}`;
    const before = merged.get(key);
    if (before === undefined) {
      merged.set(key, { ownerId: edge.ownerId, share: edge.share, control: edge.control, provenance: edge.provenance });
      return;
    }
    const stronger = (edge.share ?? -1) > (before.share ?? -1) || (edge.control && !before.control);
    if (stronger) before.provenance = edge.provenance;
    before.share =
      before.share === null || edge.share === null ? (before.share ?? edge.share) : Math.max(before.share, edge.share);
    before.control ||= edge.control;
  });
  const entries = [...merged.values()];
  const known = entries.reduce((sum, each) => sum + (each.share ?? 0), 0);
  const rest = Math.max(0, 100 - known);
  return entries.map((each) => {
    const controls = each.control || (each.share ?? 0) > CONTROL_SHARE;
    const shareAtMost = each.share ?? rest;
    return {
      ownerId: each.ownerId,
      share: each.share,
      shareAtMost,
      controls,
      mayControl: controls || (each.share === null && shareAtMost > CONTROL_SHARE),
      provenance: each.provenance,
    };
  });
}

/** True when the listed holders are proven to be all that matter: somebody looked, and not with low confidence. */
export function ownersProven(organisation: Organisation): boolean {
  return organisation.ownershipKnown !== "unknown" && organisation.provenance.confidence !== "low";
}

/** An organisation reached on the walk up, with the ownership links that lead there (none for the start). */
export interface Reached {
  readonly id: string;
  /** undefined: the id leads to no record; its seat and owners are unknown. */
  readonly organisation: Organisation | undefined;
  readonly path: readonly PathLink[];
}

/** The link from an organisation to one of its holders. */
export function ownerLink(world: ExposureWorld, holder: Holder): PathLink {
  const owner = holder.ownerId === null ? undefined : world.organisations.get(holder.ownerId);
  return {
    kind: "owned-by",
    toId: holder.ownerId,
    toName: owner?.name ?? holder.ownerId ?? "",
    country: owner?.country ?? null,
    share: holder.share,
    provenance: holder.provenance,
  };
}

/**
 * The organisation and everybody above it, nearest first, by the shortest path; each organisation once, so loops end.
 * `certain` follows controllers only; `possible` also holders whose unknown share may control.
 */
export function walkUp(world: ExposureWorld, startId: string, mode: "certain" | "possible"): readonly Reached[] {
  const reached: Reached[] = [{ id: startId, organisation: world.organisations.get(startId), path: [] }];
  const seen = new Set([startId]);
  for (let index = 0; index < reached.length; index += 1) {
    const here = reached[index];
    if (here?.organisation === undefined) continue;
    const next = holdersOf(here.organisation)
      .filter((holder) => (mode === "certain" ? holder.controls : holder.mayControl))
      .sort((a, b) => compareConfidence(b.provenance.confidence, a.provenance.confidence));
    for (const holder of next) {
      if (holder.ownerId === null || seen.has(holder.ownerId)) continue;
      seen.add(holder.ownerId);
      reached.push({
        id: holder.ownerId,
        organisation: world.organisations.get(holder.ownerId),
        path: [...here.path, ownerLink(world, holder)],
      });
    }
  }
  return reached;
}
