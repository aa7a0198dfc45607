import { authorise, type Grant, type Refusal as AccessRefusal } from "@/lib/domain/access/authorise";
import type { Permission, Role } from "@/lib/domain/access/permissions";
import { ROLES } from "@/lib/domain/access/permissions";
import type { Actor as AuditActor } from "./audit";
import type { Database } from "./database/client";
import { refuse, type Refusal } from "./result";

/** A signed-in person in one city; the role is read from the database at every request, never from the session. */
export interface CityActor {
  readonly userId: string;
  readonly name: string;
  readonly cityId: string;
  readonly citySlug: string;
  readonly cityName: string;
  readonly cityDemo: boolean;
  readonly role: Role;
  readonly departmentIds: readonly string[];
}

/** Marks the command line; it acts with all rights, and the audit log names it. */
export const COMMAND_LINE_USER = "command-line";

/** The person's place in the city, or null when the city does not exist or is not theirs: callers cannot tell which. */
export async function findActor(
  database: Database,
  user: { readonly userId: string; readonly name: string },
  citySlug: string,
): Promise<CityActor | null> {
  const membership = await database.membership.findFirst({
    where: { userId: user.userId, city: { slug: citySlug } },
    select: {
      role: true,
      departments: { select: { departmentId: true } },
      city: { select: { id: true, slug: true, name: true, demo: true } },
    },
  });
  const role = ROLES.find((known) => known === membership?.role);
  if (!membership || !role) return null;
  return {
    userId: user.userId,
    name: user.name,
    cityId: membership.city.id,
    citySlug: membership.city.slug,
    cityName: membership.city.name,
    cityDemo: membership.city.demo,
    role,
    departmentIds: membership.departments.map((row) => row.departmentId),
  };
}

/** The command line as an actor in a city. */
export function commandLineActor(city: { id: string; slug: string; name: string; demo: boolean }): CityActor {
  return {
    userId: COMMAND_LINE_USER,
    name: "cli",
    cityId: city.id,
    citySlug: city.slug,
    cityName: city.name,
    cityDemo: city.demo,
    role: "administrator",
    departmentIds: [],
  };
}

/** Who the audit log names for an actor. */
export function auditActor(actor: { readonly userId: string; readonly name: string }): AuditActor {
  return { userId: actor.userId === COMMAND_LINE_USER ? null : actor.userId, name: actor.name };
}

/** The grant, or an expected refusal in the shape of all others. */
export function grantFor<P extends Permission>(actor: CityActor, permission: P): Grant<P> | Refusal {
  const result = authorise(actor, permission);
  return isAccessRefusal(result) ? refuse("forbidden", { message: accessMessage(result) }) : result;
}

/** True for a refusal of `authorise`, `outOfReach` or `ownAssessment`. */
export const isAccessRefusal = (value: unknown): value is AccessRefusal =>
  typeof value === "object" && value !== null && "refused" in value && value.refused === true;

/** A refusal of the access table as one of ours. */
export const fromAccess = (refusal: AccessRefusal): Refusal => refuse("forbidden", { message: accessMessage(refusal) });

const accessMessage = (refusal: AccessRefusal): string =>
  `problems.access_${refusal.code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`;
