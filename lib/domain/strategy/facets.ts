import type { Lifecycle, OperatingModel, ProtectionNeed, YesNo } from "../facts";
import type { ExposureClass } from "../exposure/types";
import type { GapState, PortfolioRow } from "../service/types";
import type { Band, PointBin } from "./bands";
import { LIFECYCLES, OPERATING_MODELS, PROTECTION_NEEDS } from "../facts";
import { EXPOSURE_CLASSES } from "../exposure/types";
import { BANDS, bandOf, binOf, POINT_BINS } from "./bands";

export const MUNICH_LEVELS = ["1", "2", "3", "4", "5"] as const;
export type MunichLevel = (typeof MUNICH_LEVELS)[number];

export const GAP_STATES = [
  "met",
  "open",
  "planned",
  "accepted",
  "not-checkable",
] as const satisfies readonly GapState[];
export const LICENCES = [
  "open",
  "open-core",
  "source-available",
  "proprietary",
  "unknown",
] as const satisfies readonly PortfolioRow["licence"][];

/** Lifecycles that make up the portfolio: every figure is about these. */
export const CURRENT_LIFECYCLES = ["planned", "active", "phasing-out"] as const satisfies readonly Lifecycle[];

type Known = "known" | "unknown";

/**
 * Which services are meant: one value for inventory addresses, scopes of goals and links from figures.
 * Facets are joined by "and", values inside a facet by "or"; an absent or empty facet does not restrict,
 * with one exception: without `lifecycle` retired services are left out, so that a plain list shows the portfolio.
 */
export interface ServiceFilter {
  /** Department ids; `none` = belongs to no department. */
  readonly department?: readonly string[];
  readonly lifecycle?: readonly Lifecycle[];
  readonly operation?: readonly (OperatingModel | "unknown")[];
  /** Level of a complete Munich result; `none` = not assessed (incomplete). */
  readonly munich?: readonly (MunichLevel | "none")[];
  readonly exposure?: readonly (ExposureClass | "unknown")[];
  /** Is the exposure class certain, a lower bound, or not known at all? */
  readonly certainty?: readonly ("certain" | "at-least" | "unknown")[];
  readonly licence?: readonly PortfolioRow["licence"][];
  /** `none` = nobody has stated a protection need. */
  readonly protection?: readonly (ProtectionNeed | "none")[];
  readonly gap?: readonly GapState[];
  /** Ids of controlling organisations; `unknown` = not known. */
  readonly controller?: readonly string[];
  /** Is the controlling organisation part of the public sector? */
  readonly control?: readonly ("public" | "private" | "unknown")[];
  readonly freedom?: readonly (Band | "unknown")[];
  readonly jurisdiction?: readonly (Band | "unknown")[];
  readonly openness?: readonly (Band | "unknown")[];
  readonly freedomPoints?: readonly PointBin[];
  readonly jurisdictionPoints?: readonly PointBin[];
  readonly opennessPoints?: readonly PointBin[];
  readonly doubleGrip?: readonly YesNo[];
  /** Own developments by publication of their code; `not-own` = no own development. */
  readonly code?: readonly ("published" | "unpublished" | "unknown" | "not-own")[];
  readonly cost?: readonly Known[];
  readonly users?: readonly Known[];
  /** `end-only` = contract end known, last day for notice not. */
  readonly notice?: readonly ("known" | "end-only" | "unknown")[];
  /** First and last day (ISO, inclusive) of the last day for notice; services without one do not match. */
  readonly noticeFrom?: string;
  readonly noticeTo?: string;
}

export type Facets = Omit<ServiceFilter, "noticeFrom" | "noticeTo">;
export type FacetKey = keyof Facets;
type FacetValue<K extends FacetKey> = NonNullable<Facets[K]>[number];

interface Facet<V extends string> {
  /** Every value in its order, or null where the values are ids. */
  readonly values: readonly V[] | null;
  readonly of: (row: PortfolioRow) => V | null;
}

const bandFacet = (dimension: "freedom" | "jurisdiction" | "openness"): Facet<Band | "unknown"> => ({
  values: [...BANDS, "unknown"],
  of: (row) => (row[dimension].value === null ? "unknown" : bandOf(row[dimension].value)),
});

const pointsFacet = (dimension: "freedom" | "jurisdiction" | "openness"): Facet<PointBin> => ({
  values: POINT_BINS,
  of: (row) => (row[dimension].value === null ? null : binOf(row[dimension].value)),
});

const known = (value: unknown): Known => (value === null ? "unknown" : "known");

function codeOf(row: PortfolioRow): FacetValue<"code"> {
  if (!row.ownDevelopment) return "not-own";
  if (row.codePublished === "yes") return "published";
  return row.codePublished === "no" ? "unpublished" : "unknown";
}

/** One row per facet, in the order in which they appear in an address. */
export const FACETS: { readonly [K in FacetKey]-?: Facet<FacetValue<K>> } = {
  department: { values: null, of: (row) => row.departmentId ?? "none" },
  lifecycle: { values: LIFECYCLES, of: (row) => row.lifecycle },
  operation: { values: [...OPERATING_MODELS, "unknown"], of: (row) => row.operatingModel ?? "unknown" },
  munich: {
    values: [...MUNICH_LEVELS, "none"],
    of: (row) => (row.munich.value === null ? "none" : (MUNICH_LEVELS[Math.round(row.munich.value) - 1] ?? null)),
  },
  exposure: { values: [...EXPOSURE_CLASSES, "unknown"], of: (row) => row.exposure ?? "unknown" },
  certainty: {
    values: ["certain", "at-least", "unknown"],
    of: (row) => (row.exposure === null ? "unknown" : row.exposureAtLeast ? "at-least" : "certain"),
  },
  licence: { values: LICENCES, of: (row) => row.licence },
  protection: { values: [...PROTECTION_NEEDS, "none"], of: (row) => row.protectionNeed ?? "none" },
  gap: { values: GAP_STATES, of: (row) => row.gap },
  controller: { values: null, of: (row) => row.controllerId ?? "unknown" },
  control: {
    values: ["public", "private", "unknown"],
    of: (row) => (row.controllerId === null ? "unknown" : row.controllerPublic ? "public" : "private"),
  },
  freedom: bandFacet("freedom"),
  jurisdiction: bandFacet("jurisdiction"),
  openness: bandFacet("openness"),
  freedomPoints: pointsFacet("freedom"),
  jurisdictionPoints: pointsFacet("jurisdiction"),
  opennessPoints: pointsFacet("openness"),
  doubleGrip: { values: ["yes", "no", "unknown"], of: (row) => row.doubleGrip },
  code: { values: ["published", "unpublished", "unknown", "not-own"], of: codeOf },
  cost: { values: ["known", "unknown"], of: (row) => known(row.costPerYear) },
  users: { values: ["known", "unknown"], of: (row) => known(row.users) },
  notice: {
    values: ["known", "end-only", "unknown"],
    of: (row) => (row.noticeBy !== null ? "known" : row.contractEnd !== null ? "end-only" : "unknown"),
  },
};

/** Every facet name, in address order. */
export const FACET_KEYS = Object.keys(FACETS) as readonly FacetKey[];

/** Facets as they are compared and written: doubles dropped, values in facet order, ids sorted, empty facets left out. */
export function normalise(filter: ServiceFilter): ServiceFilter {
  const facets: Partial<Record<FacetKey, readonly string[]>> = {};
  for (const key of FACET_KEYS) {
    const wanted = new Set<string>(filter[key] ?? []);
    if (wanted.size === 0) continue;
    facets[key] = FACETS[key].values?.filter((value) => wanted.has(value)) ?? [...wanted].sort();
  }
  return {
    ...(facets as Facets),
    ...(filter.noticeFrom === undefined ? {} : { noticeFrom: filter.noticeFrom }),
    ...(filter.noticeTo === undefined ? {} : { noticeTo: filter.noticeTo }),
  };
}
