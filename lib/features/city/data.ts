import type { Grant } from "@/lib/domain/access/authorise";
import type { Database } from "@/lib/server/database/client";

/** The city's own settings. */
export async function readCity(database: Database, grant: Grant) {
  return database.city.findUniqueOrThrow({
    where: { id: grant.cityId },
    select: { id: true, slug: true, name: true, demo: true, policy: true, version: true, createdAt: true },
  });
}

export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  /** Services of every lifecycle, retired ones too: while there is one, the department cannot be deleted. */
  readonly services: number;
  readonly people: number;
}

/** All departments of the city by name, with what hangs on each. */
export async function listDepartments(database: Database, grant: Grant): Promise<DepartmentRow[]> {
  const rows = await database.department.findMany({
    where: { cityId: grant.cityId },
    select: { id: true, name: true, _count: { select: { services: true, memberships: true } } },
    orderBy: { name: "asc" },
  });
  return rows.map(({ id, name, _count }) => ({ id, name, services: _count.services, people: _count.memberships }));
}

/** Figures of the administration's overview. Four queries. */
export async function adminCounts(database: Database, grant: Grant) {
  const { cityId } = grant;
  const [roles, departments, services, withoutDepartment] = await Promise.all([
    database.membership.groupBy({ by: ["role"], where: { cityId }, _count: { _all: true } }),
    database.department.count({ where: { cityId } }),
    database.service.count({ where: { cityId, lifecycle: { not: "retired" } } }),
    database.service.count({ where: { cityId, lifecycle: { not: "retired" }, departmentId: null } }),
  ]);
  const people = roles.reduce((sum, row) => sum + row._count._all, 0);
  const administrators = roles.find((row) => row.role === "administrator")?._count._all ?? 0;
  return { people, administrators, departments, services, withoutDepartment };
}
