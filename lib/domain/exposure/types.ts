import type { Confidence, DataAccess, FactRef, OrganisationRole, Provenance, Reason } from "../facts";

/** Exposure class (Zugriffsrisiko), design section 5. J4 = the organisation itself is under a listed law, J0 = none found and all links known. */
export const EXPOSURE_CLASSES = ["J0", "J1", "J2", "J3", "J4"] as const;
export type ExposureClass = (typeof EXPOSURE_CLASSES)[number];

export interface AccessLaw {
  readonly name: string;
  readonly year: number | null;
  readonly reachesDataAbroad: "yes" | "conditional" | "no" | "unclear";
  /** In force, lapsed, applies from …: the catalogue's words. Absent = not stated. */
  readonly status?: string;
  readonly provenance: Provenance;
}

export interface Jurisdiction {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly eu: boolean;
  readonly eea: boolean;
  readonly laws: readonly AccessLaw[];
}

/** One dated ownership edge: `owner` holds `share` percent of the organisation and/or controls it. */
export interface Ownership {
  /** Id of the owning organisation, or null when somebody owns it but nobody knows who. */
  readonly ownerId: string | null;
  /** Percent, 0 to 100; null when not known. Options the holder can exercise count as shares. */
  readonly share: number | null;
  readonly control: boolean;
  readonly provenance: Provenance;
}

/**
 * What is known about owners: `listed` the edges are all there are; `none` it is known to have no controlling owner
 * (listed in free float, foundation, public body, founder-run); `unknown` nobody has looked or nothing was found.
 */
export type OwnershipKnowledge = "listed" | "none" | "unknown";

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Seat, ISO alpha-2; null = unknown. */
  readonly country: string | null;
  readonly publicSector: boolean;
  readonly ownershipKnown: OwnershipKnowledge;
  readonly ownerships: readonly Ownership[];
  /** Countries other than its seat in which it has a branch or subsidiary bound by local law (affiliate, not parent). */
  readonly affiliates: readonly { readonly country: string; readonly provenance: Provenance }[];
  readonly provenance: Provenance;
}

/** An organisation in a role for one service. `organisationId` null = the role is filled but by whom is unknown. */
export interface RoleInput {
  readonly role: OrganisationRole;
  readonly organisationId: string | null;
  readonly dataAccess: DataAccess;
  readonly provenance: Provenance;
}

export interface ExposureInput {
  readonly roles: readonly RoleInput[];
  /** Roles a service must have before its picture is complete; missing ones make the class an "at least". */
  readonly requiredRoles: readonly OrganisationRole[];
}

/** The organisations and laws that exposure walks over; built once per city. */
export interface ExposureWorld {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly jurisdictions: ReadonlyMap<string, Jurisdiction>;
}

/** One link of a path a council member can read. */
export interface PathLink {
  /** `role` service → organisation; `owned-by` organisation → owner; `affiliate` → its foreign company; `subject-to` → law. */
  readonly kind: "role" | "owned-by" | "affiliate" | "subject-to";
  readonly role?: OrganisationRole;
  readonly toId: string | null;
  readonly toName: string;
  readonly country: string | null;
  readonly share?: number | null;
  readonly year?: number | null;
  readonly provenance: Provenance;
}

export interface ExposureFinding {
  readonly role: OrganisationRole;
  readonly organisationId: string | null;
  /** Disclosure class of this role; a lower bound while `atLeast`. */
  readonly class: ExposureClass;
  /** True when a missing link can still make it worse: the class is a lower bound. A J0 with `atLeast` is not a J0. */
  readonly atLeast: boolean;
  /** Worst disclosure class still possible for this role. */
  readonly worst: ExposureClass;
  /** Who can be ordered or decide to stop: the full class, whatever the role can read. Lower bound like `class`. */
  readonly cutOff: ExposureClass;
  readonly path: readonly PathLink[];
  readonly confidence: Confidence;
  readonly reason: Reason;
}

export interface Exposure {
  /** Headline, equal to `disclosure`: worst class found over all roles, a lower bound while `atLeast`. null = nothing found, but links are missing: never J0. */
  readonly class: ExposureClass | null;
  readonly atLeast: boolean;
  /** Best and worst class still possible. Equal when the class is certain. */
  readonly range: { readonly best: ExposureClass; readonly worst: ExposureClass };
  /** Worst first, one entry per role and organisation. */
  readonly findings: readonly ExposureFinding[];
  /** What is missing in any role, as reasons ("operator unknown", "ownership of X unknown"); also when the class is certain without it. */
  readonly missing: readonly Reason[];
  /** Who can be ordered to hand over data / who can be ordered or decide to stop: kept apart, null as for `class`. */
  readonly disclosure: ExposureClass | null;
  readonly cutOff: ExposureClass | null;
  readonly facts: readonly FactRef[];
}
