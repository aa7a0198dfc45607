import type { FactRef, OrganisationRole, Reason } from "../facts";
import { ORGANISATION_ROLES } from "../facts";
import { compareClass, worstClass } from "./order";
import type { ClassRange } from "./order";
import { worstOfRole } from "./role";
import type { RoleResult } from "./role";
import type { Exposure, ExposureClass, ExposureFinding } from "./types";

/** Something that is not there at all, with the worst it leaves possible for disclosure and cut-off. */
export interface Gap {
  readonly reason: Reason;
  readonly worst: ExposureClass;
}

/** Gaps of the roles: required ones that nobody named, or no role at all. */
export function roleGaps(present: readonly OrganisationRole[], required: readonly OrganisationRole[]): readonly Gap[] {
  const gaps: Gap[] = [...new Set(required)]
    .filter((role) => !present.includes(role))
    .map((role) => ({ reason: { key: "exposure.missing.role", params: { role } }, worst: worstOfRole(role) }));
  if (present.length === 0 && gaps.length === 0)
    gaps.push({ reason: { key: "exposure.missing.no-role" }, worst: "J4" });
  return gaps;
}

/**
 * Puts results of roles (and, later, of services it depends on: their paths are just longer) and gaps together. The class
 * is the worst one found; the range runs to the worst one that anything missing still allows. Found nothing and something
 * is missing: class null, never J0.
 */
export function combine(results: readonly RoleResult[], gaps: readonly Gap[], facts: readonly FactRef[]): Exposure {
  const merged = mergeSame(results);
  const disclosure = overall(
    merged.map((each) => each.disclosure),
    gaps,
  );
  const cutOff = overall(
    merged.map((each) => each.cutOff),
    gaps,
  );
  const headline = provenBest(disclosure);
  return {
    class: headline,
    atLeast: disclosure.best !== disclosure.worst,
    range: disclosure,
    findings: merged.map((each) => each.finding).sort(worstFirst),
    missing: distinct([...gaps.map((gap) => gap.reason), ...merged.flatMap((each) => each.missing)]),
    disclosure: headline,
    cutOff: provenBest(cutOff),
    facts,
  };
}

function overall(ranges: readonly ClassRange[], gaps: readonly Gap[]): ClassRange {
  return {
    best: worstClass(ranges.map((range) => range.best)),
    worst: worstClass([...ranges.map((range) => range.worst), ...gaps.map((gap) => gap.worst)]),
  };
}

function provenBest(range: ClassRange): ExposureClass | null {
  return range.best === "J0" && range.worst !== "J0" ? null : range.best;
}

/** One result per role and organisation: stated twice with different access, the worse statement counts. */
function mergeSame(results: readonly RoleResult[]): readonly RoleResult[] {
  const byKey = new Map<string, RoleResult>();
  for (const next of results) {
    const key = JSON.stringify([next.finding.role, next.finding.organisationId]);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? next : mergeTwo(before, next));
  }
  return [...byKey.values()];
}

function mergeTwo(a: RoleResult, b: RoleResult): RoleResult {
  const worse = worstFirst(a.finding, b.finding) <= 0 ? a : b;
  const both = (left: ClassRange, right: ClassRange): ClassRange => ({
    best: worstClass([left.best, right.best]),
    worst: worstClass([left.worst, right.worst]),
  });
  const disclosure = both(a.disclosure, b.disclosure);
  const cutOff = both(a.cutOff, b.cutOff);
  return {
    finding: {
      ...worse.finding,
      worst: disclosure.worst,
      atLeast: disclosure.best !== disclosure.worst,
      cutOff: cutOff.best,
    },
    disclosure,
    cutOff,
    missing: [...a.missing, ...b.missing],
  };
}

function worstFirst(a: ExposureFinding, b: ExposureFinding): number {
  return (
    compareClass(b.class, a.class) ||
    compareClass(b.worst, a.worst) ||
    compareClass(b.cutOff, a.cutOff) ||
    a.path.length - b.path.length ||
    ORGANISATION_ROLES.indexOf(a.role) - ORGANISATION_ROLES.indexOf(b.role) ||
    (a.organisationId ?? "").localeCompare(b.organisationId ?? "")
  );
}

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify([reason.key, reason.params]), reason])).values()];
}
