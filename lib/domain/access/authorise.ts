import type { Permission, Role } from "./permissions";
import { reachOf } from "./permissions";

/** Who acts, as read from the session registry on this request. */
export interface Actor {
  readonly userId: string;
  readonly cityId: string;
  readonly role: Role;
  readonly departmentIds: readonly string[];
}

/** The departments a grant reaches: the whole city or a list that is never empty. */
export type DepartmentReach = "all" | readonly string[];

/** An expected "no", with a code to choose the message by. */
export interface Refusal {
  readonly refused: true;
  readonly code: "forbidden" | "no-department" | "other-department" | "own-assessment";
  readonly permission: Permission;
}

/**
 * Proof that somebody may do something in one city. The private field makes the type nominal: neither a literal nor a
 * copy by spread is a grant, so a function that demands one cannot be reached without `authorise`.
 */
class IssuedGrant<P extends Permission> {
  readonly #issued = true;
  readonly refused = false as const;
  readonly permission: P;
  readonly cityId: string;
  readonly userId: string;
  readonly role: Role;
  readonly departments: DepartmentReach;

  constructor(actor: Actor, permission: P, departments: DepartmentReach) {
    this.permission = permission;
    this.cityId = actor.cityId;
    this.userId = actor.userId;
    this.role = actor.role;
    this.departments = departments;
    Object.freeze(this);
  }

  static issued(value: unknown): boolean {
    return typeof value === "object" && value !== null && #issued in value && value.#issued;
  }
}

/** Demanded by data functions and mutations: `(grant: Grant<"service.update">, …)`. */
export type Grant<P extends Permission = Permission> = IssuedGrant<P>;

/** May the actor do this? Returns the grant that data functions demand, or a refusal; never throws. */
export function authorise<P extends Permission>(actor: Actor, permission: P): Grant<P> | Refusal {
  const reach = reachOf(actor.role, permission);
  if (reach === null) return { refused: true, code: "forbidden", permission };
  if (reach === "city") return new IssuedGrant(actor, permission, "all");
  if (actor.departmentIds.length === 0) return { refused: true, code: "no-department", permission };
  return new IssuedGrant(actor, permission, Object.freeze([...actor.departmentIds]));
}

/** Checks at run time that a value was issued by `authorise`; for borders where types were lost. */
export function isGrant(value: unknown): value is Grant {
  return IssuedGrant.issued(value);
}

/**
 * Does the grant reach a service of this department (null = of no department)? Null means yes.
 * Changing a service's department needs this for the old and the new one.
 */
export function outOfReach(grant: Grant, departmentId: string | null): Refusal | null {
  if (grant.departments === "all") return null;
  if (departmentId !== null && grant.departments.includes(departmentId)) return null;
  return { refused: true, code: "other-department", permission: grant.permission };
}

/** Nobody approves their own: whoever submitted the assessment or gave one of its answers is refused, whatever the role. Null means yes. */
export function ownAssessment(
  grant: Grant<"assessment.approve">,
  assessment: { readonly submittedBy: string | null; readonly authors: readonly string[] },
): Refusal | null {
  if (assessment.submittedBy !== grant.userId && !assessment.authors.includes(grant.userId)) return null;
  return { refused: true, code: "own-assessment", permission: grant.permission };
}
