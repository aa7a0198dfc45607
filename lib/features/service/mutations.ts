import { outOfReach, type Grant } from "@/lib/domain/access/authorise";
import { serviceKey } from "@/lib/domain/importing/keys";
import { fromAccess } from "@/lib/server/access";
import { audit, difference, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type Refusal, type Result } from "@/lib/server/result";
import { rescore } from "../score/mutations";
import { loadStored, type StoredService } from "./data";
import { createNamed, resolveRows, type Resolved } from "./mutations-names";
import type { CreateServiceInput, UpdateServiceInput } from "./schema";

type Saved = Result<{ id: string; version: number }>;

/** A new service, in a department the grant reaches. */
export async function createService(
  database: Database,
  grant: Grant<"service.create">,
  actor: Actor,
  input: CreateServiceInput,
): Promise<Saved> {
  return transaction(database, async (tx): Promise<Saved> => {
    const denied = outOfReach(grant, input.departmentId);
    if (denied) return fromAccess(denied);
    const missing = await unknownDepartment(tx, grant.cityId, input.departmentId);
    if (missing) return missing;
    const rows = await resolveRows(tx, grant.cityId, input, { products: [], roles: [] });
    if ("ok" in rows) return rows;
    const service = await tx.service.create({
      data: {
        cityId: grant.cityId,
        naturalKey: serviceKey(input.name, input.externalId === null ? {} : { externalId: input.externalId }),
        ...columns(input),
        lifecycle: input.lifecycle,
      },
      select: { id: true },
    });
    const created = await createNamed(tx, grant.cityId, actor, rows);
    await writeRows(tx, grant.cityId, service.id, rows);
    await rescore(tx, grant.cityId, [service.id]);
    const stored = await mustLoad(tx, grant, service.id);
    await audit(tx, [
      ...created,
      { ...subject(grant, actor, stored), action: "service.create", after: logged(stored), reason: input.reason },
    ]);
    return ok({ id: service.id, version: 1 });
  });
}

/**
 * Changes what is stated about a service. Refuses with what is stored now when somebody saved since the form was opened. A
 * retired service stays retired.
 */
export async function updateService(
  database: Database,
  grant: Grant<"service.update">,
  actor: Actor,
  id: string,
  input: UpdateServiceInput,
): Promise<Saved> {
  return transaction(database, async (tx): Promise<Saved> => {
    const before = await loadStored(tx, grant, id);
    if (!before) return refuse("not-found");
    const denied = outOfReach(grant, before.values.departmentId) ?? outOfReach(grant, input.departmentId);
    if (denied) return fromAccess(denied);
    if (before.version !== input.version) return conflict(before);
    const missing = await unknownDepartment(tx, grant.cityId, input.departmentId);
    if (missing) return missing;
    const rows = await resolveRows(tx, grant.cityId, input, before.values);
    if ("ok" in rows) return rows;
    const lifecycle = before.values.lifecycle === "retired" ? "retired" : input.lifecycle;
    const written = await tx.service.updateMany({
      where: { id, cityId: grant.cityId, version: input.version },
      data: { ...columns(input), lifecycle, version: { increment: 1 }, updatedAt: new Date() },
    });
    if (written.count === 0) return conflict(await mustLoad(tx, grant, id));
    const created = await createNamed(tx, grant.cityId, actor, rows);
    await writeRows(tx, grant.cityId, id, rows);
    const after = await mustLoad(tx, grant, id);
    const changed = difference(logged(before), logged(after));
    // Nothing was changed: no new version, no entry in the log; the others keep their open forms.
    if (!changed) {
      await tx.service.update({ where: { id }, data: { version: before.version, updatedAt: before.updatedAt } });
      return ok({ id, version: before.version });
    }
    await rescore(tx, grant.cityId, [id]);
    await audit(tx, [
      ...created,
      { ...subject(grant, actor, after), action: "service.update", ...changed, reason: input.reason },
    ]);
    return ok({ id, version: after.version });
  });
}

/** Takes a service out of the portfolio; it stays readable, and `restoreService` brings it back. */
export function retireService(
  database: Database,
  grant: Grant<"service.retire">,
  actor: Actor,
  id: string,
  input: { readonly version: number; readonly reason: string },
): Promise<Saved> {
  return setLifecycle(database, grant, actor, id, input, "retired");
}

/** Brings a retired service back into use. */
export function restoreService(
  database: Database,
  grant: Grant<"service.retire">,
  actor: Actor,
  id: string,
  input: { readonly version: number; readonly reason: string | null },
): Promise<Saved> {
  return setLifecycle(database, grant, actor, id, input, "active");
}

function setLifecycle(
  database: Database,
  grant: Grant<"service.retire">,
  actor: Actor,
  id: string,
  input: { readonly version: number; readonly reason: string | null },
  lifecycle: "retired" | "active",
): Promise<Saved> {
  return transaction(database, async (tx): Promise<Saved> => {
    const before = await loadStored(tx, grant, id);
    if (!before) return refuse("not-found");
    const denied = outOfReach(grant, before.values.departmentId);
    if (denied) return fromAccess(denied);
    if (before.version !== input.version) return conflict(before);
    const retired = before.values.lifecycle === "retired";
    if (retired === (lifecycle === "retired")) {
      return refuse("not-possible", { message: retired ? "service.alreadyRetired" : "service.notRetired" });
    }
    const written = await tx.service.updateMany({
      where: { id, cityId: grant.cityId, version: input.version },
      data: {
        lifecycle,
        retiredAt: lifecycle === "retired" ? new Date() : null,
        version: { increment: 1 },
        updatedAt: new Date(),
      },
    });
    if (written.count === 0) return conflict(await mustLoad(tx, grant, id));
    // The score does not look at the lifecycle, so there is nothing to compute again.
    await audit(tx, [
      {
        ...subject(grant, actor, before),
        action: lifecycle === "retired" ? "service.retire" : "service.restore",
        before: { lifecycle: before.values.lifecycle },
        after: { lifecycle },
        reason: input.reason,
      },
    ]);
    return ok({ id, version: before.version + 1 });
  });
}

const conflict = (stored: StoredService): Refusal =>
  refuse("conflict", { current: { ...stored.values, version: stored.version } });

async function mustLoad(tx: Tx, grant: Pick<Grant<"service.update">, "cityId">, id: string): Promise<StoredService> {
  const stored = await loadStored(tx, grant, id);
  if (!stored) throw new Error(`service ${id} vanished inside its transaction`);
  return stored;
}

const subject = (grant: Pick<Grant, "cityId">, actor: Actor, stored: StoredService) => ({
  cityId: grant.cityId,
  actor,
  subjectType: "service",
  subjectId: stored.id,
  subjectName: stored.values.name,
});

/** What the change log keeps: names beside ids, so that it can be read when the rows are gone. */
function logged(stored: StoredService): Record<string, unknown> {
  const { departmentId, ...values } = stored.values;
  return { ...values, department: departmentId === null ? null : { id: departmentId, name: stored.departmentName } };
}

async function unknownDepartment(tx: Tx, cityId: string, id: string | null): Promise<Refusal | null> {
  if (id === null) return null;
  const found = await tx.department.count({ where: { id, cityId } });
  return found === 0 ? refuse("invalid", { fields: [{ path: "departmentId", code: "unknown-reference" }] }) : null;
}

function columns(input: CreateServiceInput) {
  const date = (text: string | null) => (text === null ? null : new Date(`${text}T00:00:00Z`));
  return {
    name: input.name,
    shortName: input.shortName,
    externalId: input.externalId,
    departmentId: input.departmentId,
    purpose: input.purpose,
    responsible: input.responsible,
    operatingModel: input.operatingModel,
    ownDevelopment: input.ownDevelopment,
    codePublished: input.codePublished,
    confidentiality: input.confidentiality,
    integrity: input.integrity,
    availability: input.availability,
    dataLocation: input.dataLocation,
    controlData: input.controlData,
    controlOperation: input.controlOperation,
    controlKeys: input.controlKeys,
    controlAccess: input.controlAccess,
    skills: input.skills,
    users: input.users,
    costPerYear: input.costPerYear,
    contractStart: date(input.contractStart),
    contractEnd: date(input.contractEnd),
    noticeMonths: input.noticeMonths,
    exitClause: input.exitClause,
    dataReturnClause: input.dataReturnClause,
    securityUpdates: input.securityUpdates,
  };
}

/** Replaces products and roles; a role that stays keeps its source and date. */
async function writeRows(tx: Tx, cityId: string, serviceId: string, rows: Resolved): Promise<void> {
  const old = await tx.serviceRole.findMany({ where: { cityId, serviceId } });
  await tx.serviceProduct.deleteMany({ where: { cityId, serviceId } });
  await tx.serviceProduct.createMany({
    data: rows.productIds.map((productId, position) => ({ cityId, serviceId, productId, position })),
  });
  await tx.serviceRole.deleteMany({ where: { cityId, serviceId } });
  // One by one: the order of the ids is the order of the rows.
  for (const { role, organisationId, dataAccess, location } of rows.roles) {
    const same = old.find((each) => each.role === role && each.organisationId === organisationId);
    await tx.serviceRole.create({
      data: {
        cityId,
        serviceId,
        role,
        organisationId,
        dataAccess,
        location,
        ...(same
          ? { source: same.source, asOf: same.asOf, confidence: same.confidence, evidence: same.evidence }
          : { asOf: new Date().toISOString().slice(0, 10) }),
      },
    });
  }
}
