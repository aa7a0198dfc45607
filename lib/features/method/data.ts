import type { Grant } from "@/lib/domain/access/authorise";
import type { CityMethod } from "@/generated/prisma/client";
import { findMethod, methods } from "@/lib/domain/method/registry";
import type { Method } from "@/lib/domain/method/types";
import type { Database, Tx } from "@/lib/server/database/client";
import { METHOD_STATES, type MethodState } from "./schema";

type Reader = Database | Tx;
type Reach = Pick<Grant<"service.read">, "cityId">;

/** A method of the city's own. */
export interface OwnMethod {
  readonly id: string;
  readonly state: MethodState;
  readonly method: Method;
  readonly createdAt: Date;
  readonly stateSince: Date;
}

const own = (row: CityMethod): OwnMethod => ({
  id: row.id,
  state: METHOD_STATES.find((state) => state === row.state) ?? "retired",
  // The file was checked when it was handed in, and is stored as it was read.
  method: row.data as unknown as Method,
  createdAt: row.createdAt,
  stateSince: row.stateSince,
});

/** The city's own methods, the newest first. */
export async function listOwnMethods(reader: Reader, grant: Reach): Promise<OwnMethod[]> {
  const rows = await reader.cityMethod.findMany({
    where: { cityId: grant.cityId },
    orderBy: [{ createdAt: "desc" }, { ref: "asc" }],
  });
  return rows.map(own);
}

/** What happened to an own method: added, replaced, switched on, retired; newest first. */
export interface MethodEvent {
  readonly at: Date;
  readonly by: string;
  readonly action: string;
  readonly reason: string | null;
}

/** One of the city's own methods with its course and how many assessments rest on it; null for anything else. */
export async function findOwnMethod(
  reader: Reader,
  grant: Reach,
  id: string,
): Promise<(OwnMethod & { readonly course: readonly MethodEvent[]; readonly assessments: number }) | null> {
  const row = await reader.cityMethod.findFirst({ where: { id, cityId: grant.cityId } });
  if (row === null) return null;
  const [course, assessments] = await Promise.all([
    reader.auditEvent.findMany({
      where: { cityId: grant.cityId, subjectType: "method", subjectId: id },
      orderBy: { id: "desc" },
      take: 50,
      select: { at: true, actorName: true, action: true, reason: true },
    }),
    reader.assessment.count({ where: { cityId: grant.cityId, method: row.ref } }),
  ]);
  return {
    ...own(row),
    assessments,
    course: course.map(({ at, actorName, action, reason }) => ({ at, by: actorName, action, reason })),
  };
}

/** Every method that the city assesses by: those that ship, then its own active ones by name of their reference. */
export async function methodsOfCity(reader: Reader, cityId: string): Promise<readonly Method[]> {
  const rows = await reader.cityMethod.findMany({ where: { cityId, state: "active" }, orderBy: { ref: "asc" } });
  return [...methods, ...rows.map((row) => own(row).method)];
}

/**
 * The method with exactly this `id@version` in the city; null for anything else.
 * @param states which of the city's own count; only active ones can be assessed by, retired ones are still to be read
 */
export async function findMethodOf(
  reader: Reader,
  cityId: string,
  ref: string,
  states: readonly MethodState[] = ["active"],
): Promise<Method | null> {
  const shipped = findMethod(ref);
  if (shipped !== undefined) return shipped;
  const row = await reader.cityMethod.findFirst({ where: { cityId, ref, state: { in: [...states] } } });
  return row && own(row).method;
}

/** The same with its row, in any state; for its page. */
export async function findOwnByRef(reader: Reader, grant: Reach, ref: string): Promise<OwnMethod | null> {
  const row = await reader.cityMethod.findFirst({ where: { cityId: grant.cityId, ref } });
  return row && own(row);
}
