import { createHash } from "node:crypto";
import { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { reachOf, ROLES } from "@/lib/domain/access/permissions";
import {
  planAssignments,
  type AssignableService,
  type AssignmentPlan,
  type AssignmentWish,
  type Assessor,
} from "@/lib/domain/assignment/distribute";
import type { ListQuery } from "@/lib/domain/service/list";
import type { Database, Tx } from "@/lib/server/database/client";
import { selectionCondition } from "../inventory/data";

type Reader = Database | Tx;
type Reach = Pick<Grant, "cityId">;

const WRITING_ROLES = ROLES.filter((role) => reachOf(role, "assessment.write") !== null);

/** Everybody who may write assessments in the city, by name; service owners without a department reach nothing and are left out. */
export async function loadAssessors(reader: Reader, grant: Reach): Promise<Assessor[]> {
  const rows = await reader.membership.findMany({
    where: { cityId: grant.cityId, role: { in: [...WRITING_ROLES] }, user: { disabledAt: null } },
    select: {
      role: true,
      departments: { select: { departmentId: true } },
      user: { select: { id: true, name: true } },
    },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
  });
  return rows
    .map(({ role, departments, user }): Assessor => ({
      userId: user.id,
      name: user.name,
      departments:
        reachOf(role, "assessment.write") === "city" ? "all" : departments.map(({ departmentId }) => departmentId),
    }))
    .filter(({ departments }) => departments === "all" || departments.length > 0);
}

/** A chosen service with the name of its department. */
export interface ChosenService extends AssignableService {
  readonly departmentName: string | null;
}

/** The services of a selection with what stands in the way of assigning them. One query, one more with a search. */
export async function loadAssignable(
  reader: Reader,
  grant: Reach,
  list: Pick<ListQuery, "filter" | "text">,
  method: string,
): Promise<ChosenService[]> {
  const where = await selectionCondition(reader, grant, list);
  return reader.$queryRaw<ChosenService[]>(Prisma.sql`
    SELECT s."id", s."name", s."departmentId", d."name" AS "departmentName", s."lifecycle" = 'retired' AS "retired",
      a."state" AS "assessment", COALESCE(x."people", '{}') AS "assignedTo"
    FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s."id" LEFT JOIN "Department" d ON d."id" = s."departmentId"
    LEFT JOIN "Assessment" a ON a."serviceId" = s."id" AND a."method" = ${method} AND a."rater" = 'first' AND a."state" <> 'superseded'
    LEFT JOIN (
      SELECT "serviceId", array_agg("assigneeId"::text) AS "people" FROM "Assignment"
      WHERE "cityId" = ${grant.cityId}::uuid AND "method" = ${method} AND "doneAt" IS NULL AND "withdrawnAt" IS NULL
      GROUP BY "serviceId"
    ) x ON x."serviceId" = s."id"
    WHERE ${where} ORDER BY left(s."searchText", 60) COLLATE "C", s."id"`);
}

export interface PlannedAssignments {
  readonly plan: AssignmentPlan;
  readonly people: readonly Assessor[];
  readonly services: ReadonlyMap<string, ChosenService>;
  /** Stands for exactly this result, so that what is carried out is what was shown. */
  readonly print: string;
}

/** Who would get what: the dry run, and what the mutation carries out. */
export async function loadPlan(
  reader: Reader,
  grant: Reach,
  list: Pick<ListQuery, "filter" | "text">,
  method: string,
  wish: AssignmentWish,
): Promise<PlannedAssignments> {
  const people = await loadAssessors(reader, grant);
  const services = await loadAssignable(reader, grant, list, method);
  const plan = planAssignments(services, people, wish);
  return {
    plan,
    people,
    services: new Map(services.map((service) => [service.id, service])),
    print: printOf(plan.assigned.map(({ service, userId }) => [service.id, userId])),
  };
}

/** A short word that is equal for equal results. */
export const printOf = (result: unknown): string =>
  createHash("sha256").update(JSON.stringify(result)).digest("base64url").slice(0, 24);
