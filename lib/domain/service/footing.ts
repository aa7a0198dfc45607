import type { FactRef, Provenance } from "../facts";
import { topController } from "../exposure";
import type { ExposureWorld, Jurisdiction, Organisation, PathLink } from "../exposure";
import { walkUp } from "../exposure/ownership";

/** The legal area a method asks about. */
export type Area = (jurisdiction: Jurisdiction) => boolean;
export const EU: Area = ({ eu }) => eu;
export const EEA: Area = ({ eu, eea }) => eu || eea;
export const GERMANY: Area = ({ code }) => code === "DE";
export const EEA_OR_SWISS: Area = ({ eu, eea, code }) => eu || eea || code === "CH";

/** Inside or outside the area; `unknown` also when it is only known with low confidence. */
export type Side = "inside" | "outside" | "unknown";

/**
 * Where an organisation stands by its own seat and by who controls it: `inside` and `outside` when both agree, `mixed` when
 * they are on different sides, `unknown` while one of them is not certain.
 */
export type Standing = "inside" | "mixed" | "outside" | "unknown";

export interface Footing {
  readonly name: string;
  readonly seat: Side;
  /** Side of whoever controls it; of itself when nobody does. */
  readonly top: Side;
  readonly standing: Standing;
  readonly topName: string;
  /** Countries of the seat and of the top, each once; only those that are recorded. */
  readonly countries: readonly string[];
  readonly publicSector: boolean;
  readonly facts: readonly FactRef[];
}

/** What is known of a place stated as an area; it lies inside another area only when it does so as a whole. */
const AREAS: Readonly<Record<string, Jurisdiction>> = {
  EU: { code: "EU", eu: true, eea: true, laws: [] },
  EEA: { code: "EEA", eu: false, eea: true, laws: [] },
};
/** A third country with an adequacy decision can be Switzerland, which some methods count in. */
const THIRD_ADEQUATE = "third-adequate";
const SWITZERLAND: Jurisdiction = { code: "CH", eu: false, eea: false, laws: [] };

/** Side of a country, or of `EU`, `EEA` and `third-adequate` as locations are stated. */
export function sideOf(world: ExposureWorld, country: string | null, area: Area): Side {
  if (country === null) return "unknown";
  if (country === THIRD_ADEQUATE) return area(SWITZERLAND) ? "unknown" : "outside";
  const wide = AREAS[country];
  if (wide !== undefined) return area(wide) ? "inside" : "unknown";
  const jurisdiction = world.jurisdictions.get(country);
  if (jurisdiction === undefined) return "unknown";
  return area(jurisdiction) ? "inside" : "outside";
}

/** Side of an organisation's own seat. A low-confidence record proves nothing either way. */
export function seatSide(world: ExposureWorld, organisation: Organisation | undefined, area: Area): Side {
  if (organisation === undefined || organisation.provenance.confidence === "low") return "unknown";
  return sideOf(world, organisation.country, area);
}

const footings = new WeakMap<ExposureWorld, Map<Area, Map<string, Footing | undefined>>>();

/**
 * Seat and control of an organisation; undefined when it is not recorded. Remembered per world, so a world must not be
 * changed after it was handed in: build a new one.
 */
export function footingOf(world: ExposureWorld, id: string, area: Area): Footing | undefined {
  let areas = footings.get(world);
  if (areas === undefined) footings.set(world, (areas = new Map()));
  let known = areas.get(area);
  if (known === undefined) areas.set(area, (known = new Map()));
  if (!known.has(id)) known.set(id, findFooting(world, id, area));
  return known.get(id);
}

function findFooting(world: ExposureWorld, id: string, area: Area): Footing | undefined {
  const organisation = world.organisations.get(id);
  if (organisation === undefined) return undefined;
  const above = walkUp(world, id, "certain").slice(1);
  const seat = seatSide(world, organisation, area);
  const controller = topController(world, id);
  const foreign = above.find(
    (each) =>
      seatSide(world, each.organisation, area) === "outside" &&
      each.path.every((link) => link.provenance.confidence !== "low"),
  );
  const everyone = walkUp(world, id, "possible");
  let top: Side = "unknown";
  let path: readonly PathLink[] = controller.path;
  let topId = controller.id ?? id;
  if (foreign !== undefined) {
    // One controller outside is enough: whoever stands above it or beside it does not take its grip away.
    top = "outside";
    path = foreign.path;
    topId = foreign.id;
  } else if (controller.known && everyone.every((each) => each.organisation?.provenance.confidence !== "low")) {
    const sides = everyone.slice(1).map((each) => seatSide(world, each.organisation, area));
    if (everyone.length === 1) top = seat;
    else if (sides.every((side) => side === "inside")) top = "inside";
  }
  const parent = world.organisations.get(topId) ?? organisation;
  return {
    name: organisation.name,
    seat,
    top,
    standing: seat === "unknown" || top === "unknown" ? "unknown" : seat === top ? seat : "mixed",
    topName: parent.name,
    countries: [...new Set([organisation.country, parent.country])].filter((each) => each !== null),
    publicSector: organisation.publicSector || controller.publicSector,
    facts: footingFacts(organisation, parent, path),
  };
}

function organisationFact(
  organisation: { readonly id: string; readonly name: string },
  field: string,
  value: string | null,
  provenance: Provenance,
): FactRef {
  return { subject: `organisation:${organisation.id}`, subjectName: organisation.name, field, value, provenance };
}

function footingFacts(organisation: Organisation, parent: Organisation, path: readonly PathLink[]): readonly FactRef[] {
  const owners = path.map((link, index) => {
    const before = path[index - 1];
    const owned = before === undefined ? organisation : { id: before.toId ?? organisation.id, name: before.toName };
    return organisationFact(owned, "owner", link.toName, link.provenance);
  });
  const ends = parent.id === organisation.id ? [organisation] : [organisation, parent];
  return [
    ...owners,
    ...ends.map((each) => organisationFact(each, "country", each.country, each.provenance)),
    organisationFact(parent, "ownership", parent.ownershipKnown, parent.provenance),
  ];
}
