/** Somebody who may write assessments in the city. */
export interface Assessor {
  readonly userId: string;
  readonly name: string;
  /** Departments whose services the person reaches; `all` = every service, also those of no department. */
  readonly departments: "all" | readonly string[];
}

/** A chosen service with what is known of its assessment by the method in question. */
export interface AssignableService {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly retired: boolean;
  /** State of the assessment in force; null = there is none. */
  readonly assessment: string | null;
  /** People with an open assignment for it. */
  readonly assignedTo: readonly string[];
}

/** One person for all, or for each service the owners of its department. */
export type AssignmentTarget = { readonly kind: "person"; readonly userId: string } | { readonly kind: "owners" };

export interface AssignmentWish {
  readonly target: AssignmentTarget;
  /** Also services that somebody else already has; never twice the same person. */
  readonly alsoAssigned: boolean;
  /** Also services whose assessment is approved, for a review. */
  readonly alsoApproved: boolean;
}

/** The service needs nobody now. */
export type SkipReason = "assigned" | "submitted" | "approved";
/** The service needs somebody and nobody can be given it. */
export type NobodyReason = "retired" | "no-department" | "no-owner" | "out-of-reach";

export interface AssignmentPlan {
  readonly assigned: readonly { readonly service: AssignableService; readonly userId: string }[];
  readonly skipped: readonly { readonly service: AssignableService; readonly reason: SkipReason }[];
  readonly nobody: readonly { readonly service: AssignableService; readonly reason: NobodyReason }[];
}

/** Does the person reach a service of this department (null = of none)? */
export function reaches(person: Assessor, departmentId: string | null): boolean {
  if (person.departments === "all") return true;
  return departmentId !== null && person.departments.includes(departmentId);
}

/**
 * Who gets which service. Every chosen service ends in exactly one of the three lists. Several owners of one department
 * share its services evenly; somebody who owns several departments is counted over all of them.
 * @param people everybody who may be given services: for `owners` the service owners, for `person` at least that person
 */
export function planAssignments(
  services: readonly AssignableService[],
  people: readonly Assessor[],
  wish: AssignmentWish,
): AssignmentPlan {
  const assigned: { service: AssignableService; userId: string }[] = [];
  const skipped: { service: AssignableService; reason: SkipReason }[] = [];
  const nobody: { service: AssignableService; reason: NobodyReason }[] = [];
  const open: { service: AssignableService; candidates: readonly string[] }[] = [];
  for (const service of services) {
    const reason = skipReason(service, wish);
    if (reason !== null) {
      skipped.push({ service, reason });
      continue;
    }
    const found = candidatesFor(service, people, wish.target);
    if (typeof found === "string") {
      nobody.push({ service, reason: found });
      continue;
    }
    // Nobody is asked twice for the same.
    const free = found.filter((userId) => !service.assignedTo.includes(userId));
    if (free.length === 0) skipped.push({ service, reason: "assigned" });
    else open.push({ service, candidates: free });
  }
  // Who has no choice first: so the load of people with several departments is known when a choice is left.
  const order = open.map((each, index) => ({ ...each, index }));
  order.sort((a, b) => a.candidates.length - b.candidates.length || a.index - b.index);
  const load = new Map<string, number>();
  const chosen = new Map<string, string>();
  for (const { service, candidates } of order) {
    const least = candidates.reduce((best, each) => ((load.get(each) ?? 0) < (load.get(best) ?? 0) ? each : best));
    load.set(least, (load.get(least) ?? 0) + 1);
    chosen.set(service.id, least);
  }
  for (const { service } of open) {
    const userId = chosen.get(service.id);
    if (userId !== undefined) assigned.push({ service, userId });
  }
  return { assigned, skipped, nobody };
}

function skipReason(service: AssignableService, wish: AssignmentWish): SkipReason | null {
  if (service.assessment === "submitted") return "submitted";
  if (service.assessment === "approved" && !wish.alsoApproved) return "approved";
  return service.assignedTo.length > 0 && !wish.alsoAssigned ? "assigned" : null;
}

function candidatesFor(
  service: AssignableService,
  people: readonly Assessor[],
  target: AssignmentTarget,
): readonly string[] | NobodyReason {
  if (service.retired) return "retired";
  if (target.kind === "person") {
    const person = people.find(({ userId }) => userId === target.userId);
    return person !== undefined && reaches(person, service.departmentId) ? [person.userId] : "out-of-reach";
  }
  if (service.departmentId === null) return "no-department";
  const owners = people
    .filter(({ departments }) => departments !== "all")
    .filter((p) => reaches(p, service.departmentId));
  return owners.length === 0 ? "no-owner" : owners.map(({ userId }) => userId);
}
