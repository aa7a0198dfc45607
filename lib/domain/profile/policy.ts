import type { ProtectionNeed } from "../facts";
import { PROTECTION_NEEDS } from "../facts";
import type { ExposureClass } from "../exposure/types";

/** What a protection need demands, per dimension. Editable per city; these are the defaults of design section 4.3. */
export interface RequiredLevel {
  /** Worst Munich level still allowed (1 best, 5 worst). */
  readonly munich: number;
  /** Worst exposure class still allowed. */
  readonly exposure: ExposureClass;
  /** Months after which an approved assessment is looked at again. */
  readonly reviewMonths: number;
  /** Fewest points of freedom to switch, 0–100; absent = nothing required. */
  readonly freedom?: number;
  /** Fewest points of openness, 0–100; absent = nothing required. */
  readonly openness?: number;
}

export type Policy = Readonly<Record<ProtectionNeed, RequiredLevel>>;

/** Dimensions of the profile for which a policy may ask for points. */
export const POINT_DIMENSIONS = ["freedom", "openness"] as const;
export type PointDimension = (typeof POINT_DIMENSIONS)[number];

export const DEFAULT_POLICY: Policy = {
  normal: { munich: 4, exposure: "J3", reviewMonths: 24 },
  high: { munich: 3, exposure: "J2", reviewMonths: 12 },
  "very-high": { munich: 2, exposure: "J1", reviewMonths: 12 },
};

/** A policy as it is stored: older ones lack what was added later. */
export type StoredPolicy = Readonly<Record<ProtectionNeed, Partial<RequiredLevel>>>;

/** The policy that applies: what is stored, and the default for everything it does not say. null = nothing stored. */
export function policyFrom(stored: StoredPolicy | null): Policy {
  if (stored === null) return DEFAULT_POLICY;
  const level = (need: ProtectionNeed): RequiredLevel => ({ ...DEFAULT_POLICY[need], ...stored[need] });
  return { normal: level("normal"), high: level("high"), "very-high": level("very-high") };
}

/** One value of a policy that differs from the one before. null = nothing required. */
export interface PolicyChange {
  readonly need: ProtectionNeed;
  readonly field: keyof RequiredLevel;
  readonly before: number | ExposureClass | null;
  readonly after: number | ExposureClass | null;
}

const FIELDS = [
  "munich",
  "exposure",
  "freedom",
  "openness",
  "reviewMonths",
] as const satisfies readonly (keyof RequiredLevel)[];

/** What changed between two policies, highest protection need first. */
export function policyChanges(before: Policy, after: Policy): readonly PolicyChange[] {
  return [...PROTECTION_NEEDS].reverse().flatMap((need) =>
    FIELDS.filter((field) => before[need][field] !== after[need][field]).map((field) => ({
      need,
      field,
      before: before[need][field] ?? null,
      after: after[need][field] ?? null,
    })),
  );
}
