import type { Grant } from "@/lib/domain/access/authorise";
import { rescore } from "@/lib/features/score/mutations";
import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import type { CityInput, CreateDepartmentInput, RenameDepartmentInput } from "./schema";

/** Renames the city. The short name in the address stays: links that people have sent must keep working. */
export async function renameCity(
  database: Database,
  grant: Grant<"city.manage">,
  actor: Actor,
  input: CityInput,
): Promise<Result<{ name: string }>> {
  return transaction(database, async (tx): Promise<Result<{ name: string }>> => {
    const city = await lockCity(tx, grant.cityId);
    if (city.version !== input.version) {
      return refuse("conflict", { current: { name: city.name, version: city.version } });
    }
    if (city.name === input.name) return ok({ name: city.name });
    await tx.city.update({ where: { id: grant.cityId }, data: { name: input.name, version: { increment: 1 } } });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "city.update",
        subjectType: "city",
        subjectId: grant.cityId,
        subjectName: input.name,
        before: { name: city.name },
        after: { name: input.name },
      },
    ]);
    return ok({ name: input.name });
  });
}

/** A new department. Names are unique in the city, upper and lower case alike. */
export async function createDepartment(
  database: Database,
  grant: Grant<"department.manage">,
  actor: Actor,
  input: CreateDepartmentInput,
): Promise<Result<{ departmentId: string }>> {
  return transaction(database, async (tx): Promise<Result<{ departmentId: string }>> => {
    await lockCity(tx, grant.cityId);
    if (await isTaken(tx, grant.cityId, input.name, null)) return taken();
    const department = await tx.department.create({ data: { cityId: grant.cityId, name: input.name } });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "department.create",
        subjectType: "department",
        subjectId: department.id,
        subjectName: input.name,
        after: { name: input.name },
      },
    ]);
    return ok({ departmentId: department.id });
  });
}

/** Renames a department; the text search of its services learns the new name in the same transaction. */
export async function renameDepartment(
  database: Database,
  grant: Grant<"department.manage">,
  actor: Actor,
  departmentId: string,
  input: RenameDepartmentInput,
): Promise<Result<{ departmentId: string }>> {
  return transaction(database, async (tx): Promise<Result<{ departmentId: string }>> => {
    await lockCity(tx, grant.cityId);
    const department = await tx.department.findFirst({ where: { id: departmentId, cityId: grant.cityId } });
    if (!department) return refuse("not-found");
    if (department.name !== input.was) return refuse("conflict", { current: { name: department.name } });
    if (department.name === input.name) return ok({ departmentId });
    if (await isTaken(tx, grant.cityId, input.name, departmentId)) return taken();
    await tx.department.update({ where: { id: departmentId }, data: { name: input.name } });
    const services = await tx.service.findMany({ where: { cityId: grant.cityId, departmentId }, select: { id: true } });
    await rescore(
      tx,
      grant.cityId,
      services.map((service) => service.id),
    );
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "department.update",
        subjectType: "department",
        subjectId: departmentId,
        subjectName: input.name,
        before: { name: department.name },
        after: { name: input.name },
      },
    ]);
    return ok({ departmentId });
  });
}

/** Deletes a department that neither a service (retired ones too) nor a person belongs to. */
export async function deleteDepartment(
  database: Database,
  grant: Grant<"department.manage">,
  actor: Actor,
  departmentId: string,
): Promise<Result<{ departmentId: string }>> {
  return transaction(database, async (tx): Promise<Result<{ departmentId: string }>> => {
    await lockCity(tx, grant.cityId);
    // Held until commit: a service or person that wants to join meanwhile waits, and then finds nothing to join.
    await tx.$queryRaw`SELECT 1 FROM "Department" WHERE "id" = ${departmentId}::uuid AND "cityId" = ${grant.cityId}::uuid FOR UPDATE`;
    const department = await tx.department.findFirst({
      where: { id: departmentId, cityId: grant.cityId },
      select: { name: true, _count: { select: { services: true, memberships: true } } },
    });
    if (!department) return refuse("not-found");
    const { services, memberships } = department._count;
    if (services > 0 || memberships > 0) {
      return refuse("not-possible", { message: "admin.departmentInUse", params: { services, people: memberships } });
    }
    await tx.department.delete({ where: { id: departmentId } });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "department.delete",
        subjectType: "department",
        subjectId: departmentId,
        subjectName: department.name,
        before: { name: department.name },
      },
    ]);
    return ok({ departmentId });
  });
}

/** One change to the city's frame at a time; rows that only point at the city do not wait. */
async function lockCity(tx: Tx, cityId: string) {
  await tx.$queryRaw`SELECT 1 FROM "City" WHERE "id" = ${cityId}::uuid FOR NO KEY UPDATE`;
  return tx.city.findUniqueOrThrow({ where: { id: cityId }, select: { name: true, version: true } });
}

/** Compared here and not in the database, whose lower() knows only ASCII under the C locale. */
async function isTaken(tx: Tx, cityId: string, name: string, exceptId: string | null): Promise<boolean> {
  const fold = (text: string) => text.normalize("NFC").toLocaleLowerCase("de-DE");
  const rows = await tx.department.findMany({ where: { cityId }, select: { id: true, name: true } });
  return rows.some((row) => row.id !== exceptId && fold(row.name) === fold(name));
}

const taken = () => refuse("invalid", { fields: [{ path: "name", code: "taken" }] });
