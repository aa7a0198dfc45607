import { holdersOf } from "../exposure/ownership";
import type { ExposureWorld, Organisation } from "../exposure";
import type { SharesInput } from "../method/secnumcloud-19.6-3.2/shares";
import { EU, footingOf, seatSide } from "./footing";
import type { Area, Side } from "./footing";

/** One holder of an organisation's capital or votes at the end of the walk up. */
export interface Holding {
  /** Name; `?` for capital whose holder is not known. */
  readonly holder: string;
  /** Percent of the organisation, indirect holdings multiplied along the way; null when a share on the way is not known. */
  readonly percent: number | null;
  readonly side: Side;
}

const UNKNOWN_HOLDER = "?";

/**
 * Who holds an organisation, directly and through others, as far as the recorded edges go. The walk ends at the first
 * holder outside the area (its owners would count the same shares twice), at public bodies, and at holders nobody
 * controls. A holder outside that controls an intermediate company counts with all that this company holds, because it
 * decides over those votes; otherwise shares multiply. What the edges leave open is a holding of its own with unknown side.
 */
export function holdingsIn(world: ExposureWorld, organisationId: string, area: Area): readonly Holding[] {
  const organisation = world.organisations.get(organisationId);
  if (organisation === undefined) return [{ holder: UNKNOWN_HOLDER, percent: null, side: "unknown" }];
  if (organisation.publicSector && organisation.ownerships.length === 0) {
    return [{ holder: organisation.name, percent: 100, side: seatSide(world, organisation, area) }];
  }
  if (!provenOwners(organisation)) return [{ holder: UNKNOWN_HOLDER, percent: null, side: "unknown" }];
  return merged(holdersAbove(world, organisation, 100, area, new Set([organisationId])));
}

function provenOwners(organisation: Organisation): boolean {
  return organisation.ownershipKnown !== "unknown" && organisation.provenance.confidence !== "low";
}

function holdersAbove(
  world: ExposureWorld,
  organisation: Organisation,
  percent: number | null,
  area: Area,
  passed: ReadonlySet<string>,
): readonly Holding[] {
  const holders = holdersOf(organisation);
  const sideOfHolder = (holder: (typeof holders)[number]): Side =>
    holder.ownerId === null || holder.provenance.confidence === "low"
      ? "unknown"
      : seatSide(world, world.organisations.get(holder.ownerId), area);
  const intermediate = passed.size > 1;
  const grip = intermediate ? holders.find((each) => each.controls && sideOfHolder(each) === "outside") : undefined;
  if (grip !== undefined) return [{ holder: nameOf(world, grip.ownerId), percent, side: "outside" }];
  const found = holders.flatMap((holder): readonly Holding[] => {
    const part = percent === null || holder.share === null ? null : (percent * holder.share) / 100;
    const side = sideOfHolder(holder);
    const owner = holder.ownerId === null ? undefined : world.organisations.get(holder.ownerId);
    const leaf = (of: Side): readonly Holding[] => [{ holder: nameOf(world, holder.ownerId), percent: part, side: of }];
    if (owner === undefined || side !== "inside") return leaf(side);
    if (passed.has(owner.id)) return leaf("unknown");
    if (owner.publicSector && owner.ownerships.length === 0) return leaf("inside");
    if (!provenOwners(owner)) return leaf("unknown");
    if (owner.ownershipKnown === "none") return leaf("inside");
    return holdersAbove(world, owner, part, area, new Set([...passed, owner.id]));
  });
  const known = holders.reduce((sum, each) => sum + (each.share ?? 0), 0);
  // An unknown share may be all that is left, so only complete statements leave a rest.
  const rest = holders.some((each) => each.share === null) ? 0 : Math.max(0, 100 - known);
  if (rest < 0.5) return found;
  const open = percent === null ? null : (percent * rest) / 100;
  return [...found, { holder: UNKNOWN_HOLDER, percent: open, side: "unknown" }];
}

function nameOf(world: ExposureWorld, id: string | null): string {
  return id === null ? UNKNOWN_HOLDER : (world.organisations.get(id)?.name ?? id);
}

/** One holder reached on several ways holds the sum of them; unknown ones stay apart. */
function merged(holdings: readonly Holding[]): readonly Holding[] {
  const byHolder = new Map<string, Holding>();
  holdings.forEach((each, index) => {
    const key = each.side === "unknown" ? `?${index}` : `${each.side} ${each.holder}`;
    const before = byHolder.get(key);
    const percent =
      before === undefined
        ? each.percent
        : before.percent === null || each.percent === null
          ? null
          : before.percent + each.percent;
    byHolder.set(key, { ...each, percent });
  });
  return [...byHolder.values()];
}

const known = (side: Side): boolean | null => (side === "unknown" ? null : side === "inside");

/**
 * Ownership edges as the input of SecNumCloud's clause 19.6. Whoever controls from outside the EU may appoint the governing
 * bodies; that nobody outside may is certain only when all holders are known to be inside: vetoes are not recorded.
 * A holder `?` stands for shares whose holder is not known.
 */
export function sharesOf(world: ExposureWorld, organisationId: string): SharesInput {
  const footing = footingOf(world, organisationId, EU);
  const holdings = holdingsIn(world, organisationId, EU);
  const controlledFromOutside = footing?.top === "outside" && footing.topName !== footing.name;
  const allInside = holdings.every((each) => each.side === "inside");
  return {
    seatInEu: footing === undefined ? null : known(footing.seat),
    shares: holdings.map(({ holder, percent, side }) => ({ holder, percent, inEu: known(side) })),
    vetoOrAppointmentRight: controlledFromOutside ? true : allInside ? false : null,
  };
}
