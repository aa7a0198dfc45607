import type { ExposureFinding, ExposureWorld, PathLink, RoleInput } from "./types";
import type { OrganisationRole, Reason } from "../facts";
import { assessOrganisation } from "./organisation";
import type { OrganisationAssessment } from "./organisation";
import { atMost, compareClass, lowestConfidence } from "./order";
import type { ClassRange } from "./order";
import type { ExposureClass } from "./types";

/** What one role contributes: its finding, and how far disclosure and cut-off can still go. */
export interface RoleResult {
  readonly finding: ExposureFinding;
  readonly disclosure: ClassRange;
  readonly cutOff: ClassRange;
  readonly missing: readonly Reason[];
}

/** A sub-processor sees part of the data: under a listed law, by seat or by parent, that is J2 and no more. */
export function worstOfRole(role: OrganisationRole): ExposureClass {
  return role === "sub-processor" ? "J2" : "J4";
}

const capped = (range: ClassRange, limit: ExposureClass): ClassRange => ({
  best: atMost(range.best, limit),
  worst: atMost(range.worst, limit),
});

const UNKNOWN: OrganisationAssessment = {
  range: { best: "J0", worst: "J4" },
  path: [],
  reason: { key: "exposure.found.unknown-organisation" },
  seats: [],
  missing: [],
};

/**
 * Class of one role. The full class of its organisation counts for the cut-off, whatever can be read: it says how directly
 * a law binds who could stop, not how soon that would hurt. For disclosure it counts fully when the role can read the
 * data; `none` and `encrypted` make it a supplier (J1 at most); `unknown` access, in every role, leaves the span from
 * supplier to full class open. A role assigned with low confidence may belong to somebody else: nothing above is excluded.
 */
export function classifyRole(world: ExposureWorld, input: RoleInput): RoleResult {
  const { role, organisationId } = input;
  const record = organisationId === null ? undefined : world.organisations.get(organisationId);
  const assessment =
    organisationId === null || record === undefined ? UNKNOWN : assessOrganisation(world, organisationId);
  const doubtful = input.provenance.confidence === "low";
  const full = capped(
    { best: assessment.range.best, worst: doubtful ? "J4" : assessment.range.worst },
    worstOfRole(role),
  );
  const disclosure = disclosureOf(input, full);
  const name = record?.name ?? organisationId ?? "";
  const link: PathLink = {
    kind: "role",
    role,
    toId: organisationId,
    toName: name,
    country: record?.country ?? null,
    provenance: input.provenance,
  };
  const path = [link, ...assessment.path];
  const provenances = [...path.map((each) => each.provenance), ...assessment.seats];
  return {
    finding: {
      role,
      organisationId,
      class: disclosure.best,
      atLeast: disclosure.best !== disclosure.worst,
      worst: disclosure.worst,
      cutOff: full.best,
      path,
      confidence: record === undefined ? "low" : lowestConfidence(provenances.map((each) => each.confidence)),
      reason: reasonOf(input, assessment, disclosure, full, name),
    },
    disclosure,
    cutOff: full,
    missing: missingOf(input, assessment, disclosure, full, name, record !== undefined),
  };
}

function disclosureOf(input: RoleInput, full: ClassRange): ClassRange {
  switch (input.dataAccess) {
    case "readable":
      return full;
    case "none":
    case "encrypted":
      return capped(full, "J1");
    case "unknown":
      return { best: atMost(full.best, "J1"), worst: full.worst };
  }
}

function reasonOf(
  input: RoleInput,
  assessment: OrganisationAssessment,
  disclosure: ClassRange,
  full: ClassRange,
  name: string,
): Reason {
  if (full.best === "J0") {
    return full.worst === "J0" || assessment === UNKNOWN
      ? assessment.reason
      : { key: "exposure.found.nothing-yet", params: { organisation: name } };
  }
  const params = { ...assessment.reason.params, organisation: name };
  if (compareClass(disclosure.best, full.best) < 0) {
    return {
      key: input.dataAccess === "unknown" ? "exposure.found.access-unknown" : "exposure.found.supplier",
      params,
    };
  }
  return input.role === "sub-processor" ? { key: "exposure.found.sub-processor", params } : assessment.reason;
}

function missingOf(
  input: RoleInput,
  assessment: OrganisationAssessment,
  disclosure: ClassRange,
  full: ClassRange,
  name: string,
  recorded: boolean,
): readonly Reason[] {
  if (disclosure.best === disclosure.worst && full.best === full.worst) return [];
  const role = input.role;
  const missing: Reason[] = [];
  if (input.organisationId === null) missing.push({ key: "exposure.missing.role-holder", params: { role } });
  else if (!recorded) missing.push({ key: "exposure.missing.organisation", params: { organisation: name } });
  if (input.organisationId !== null && input.provenance.confidence === "low") {
    missing.push({ key: "exposure.missing.role-doubtful", params: { role, organisation: name } });
  }
  if (full.best !== full.worst) missing.push(...assessment.missing);
  if (input.dataAccess === "unknown" && compareClass(full.worst, "J1") > 0) {
    missing.push({ key: "exposure.missing.access", params: { role, organisation: name } });
  }
  return missing;
}
