import type { Grant } from "@/lib/domain/access/authorise";
import type { Actor, AuditEntry } from "@/lib/server/audit";
import { bulkInsert } from "@/lib/server/database/bulk";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import { rescore } from "../score/mutations";
import { changedSince, findChanges, findRun, type CommittedResult, type Run } from "./data";
import { auditAll, json, lockRun, runEntry } from "./mutations";
import {
  linkProducts,
  RESCORE_ALL_ABOVE,
  updateServices,
  type RunChanges,
  type UpdatedService,
} from "./mutations-apply";

/** How many of the services in the way a refusal names. */
const NAMED = 50;

/**
 * Takes a committed import back, in one transaction: created services go, changed ones are as before, and organisations,
 * products and departments it created go where nothing else uses them. Services that somebody changed since are never
 * touched: without `others` their existence refuses the undo, with it the rest is taken back.
 */
export async function undoRun(
  database: Database,
  grant: Grant<"import.undo">,
  actor: Actor,
  runId: string,
  options: { readonly others: boolean },
): Promise<Result<{ id: string; restored: number; deleted: number; kept: number }>> {
  return transaction(
    database,
    async (tx): Promise<Result<{ id: string; restored: number; deleted: number; kept: number }>> => {
      await lockRun(tx, grant.cityId, runId);
      const run = await findRun(tx, grant, runId);
      if (run === null) return refuse("not-found");
      const changes = await findChanges(tx, grant, runId);
      if (run.state !== "committed" || changes === null)
        return refuse("not-possible", { message: "import.notCommitted" });
      const since = await changedSince(tx, grant, changes);
      if (since.length > 0 && !options.others) {
        return refuse("not-possible", {
          message: "import.undoChanged",
          params: { count: since.length },
          current: since.slice(0, NAMED),
        });
      }
      const keep = new Set(since.map(({ id }) => id));
      const created = changes.created.filter((id) => !keep.has(id));
      const updated = changes.updated.filter(({ id }) => !keep.has(id));
      const names = await namesOf(tx, grant.cityId, [...created, ...updated.map(({ id }) => id)]);
      await tx.$executeRaw`DELETE FROM "Service" WHERE "cityId" = ${grant.cityId}::uuid AND "id" = ANY(${created}::uuid[])`;
      await restore(tx, grant.cityId, updated);
      await removeUnused(tx, grant.cityId, changes);
      const ids = updated.map(({ id }) => id);
      await rescore(tx, grant.cityId, ids.length > RESCORE_ALL_ABOVE ? "all" : ids);
      await tx.importRun.update({
        where: { id: runId },
        data: {
          state: "undone",
          undoneAt: new Date(),
          result: json({ ...(run.result as CommittedResult), kept: since.map(({ id, name }) => name ?? id) }),
          version: { increment: 1 },
        },
      });
      await auditAll(tx, entries(grant.cityId, actor, run, created, updated, names, since.length));
      return ok({ id: runId, restored: updated.length, deleted: created.length, kept: since.length });
    },
  );
}

async function restore(tx: Tx, cityId: string, updated: readonly UpdatedService[]): Promise<void> {
  await updateServices(
    tx,
    cityId,
    updated.map(({ id, version, before }) => ({ id, version, ...before })),
  );
  const withRoles = updated.filter((service) => service.roles !== undefined);
  if (withRoles.length > 0) {
    const ids = withRoles.map(({ id }) => id);
    await tx.$executeRaw`DELETE FROM "ServiceRole" WHERE "cityId" = ${cityId}::uuid AND "serviceId" = ANY(${ids}::uuid[])`;
    await bulkInsert(
      tx,
      "ServiceRole",
      withRoles.flatMap(({ id, roles }) => (roles ?? []).map((role) => ({ ...role, serviceId: id, cityId }))),
    );
  }
  await linkProducts(
    tx,
    cityId,
    updated.flatMap(({ id, productIds }) => (productIds === undefined ? [] : [{ serviceId: id, productIds }])),
  );
}

/** Rows the run created, where nothing else has come to use them and nobody has changed them. */
async function removeUnused(
  tx: Tx,
  cityId: string,
  { products, organisations, departments }: RunChanges,
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "Product" p WHERE p."cityId" = ${cityId}::uuid AND p."id" = ANY(${products}::text[]) AND p."version" = 1
      AND NOT EXISTS (SELECT 1 FROM "ServiceProduct" l WHERE l."productId" = p."id")
      AND NOT EXISTS (SELECT 1 FROM "Correction" c WHERE c."cityId" = p."cityId" AND c."subjectType" = 'product' AND c."subjectId" = p."id")`;
  await tx.$executeRaw`
    DELETE FROM "Organisation" o WHERE o."cityId" = ${cityId}::uuid AND o."id" = ANY(${organisations}::text[]) AND o."version" = 1
      AND NOT EXISTS (SELECT 1 FROM "ServiceRole" r WHERE r."organisationId" = o."id")
      AND NOT EXISTS (SELECT 1 FROM "Product" p WHERE p."makerId" = o."id")
      AND NOT EXISTS (SELECT 1 FROM "Ownership" w WHERE w."organisationId" = o."id" OR w."ownerId" = o."id")
      AND NOT EXISTS (SELECT 1 FROM "Correction" c WHERE c."cityId" = o."cityId" AND c."subjectType" = 'organisation' AND c."subjectId" = o."id")`;
  await tx.$executeRaw`
    DELETE FROM "Department" d WHERE d."cityId" = ${cityId}::uuid AND d."id" = ANY(${departments}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "Service" s WHERE s."departmentId" = d."id")
      AND NOT EXISTS (SELECT 1 FROM "MembershipDepartment" m WHERE m."departmentId" = d."id")`;
}

async function namesOf(tx: Tx, cityId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT "id", "name" FROM "Service" WHERE "cityId" = ${cityId}::uuid AND "id" = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function entries(
  cityId: string,
  actor: Actor,
  run: Run,
  created: readonly string[],
  updated: readonly UpdatedService[],
  names: ReadonlyMap<string, string>,
  kept: number,
): AuditEntry[] {
  const of = (id: string) => ({
    cityId,
    actor,
    subjectType: "service",
    subjectId: id,
    subjectName: names.get(id) ?? null,
    reason: run.fileName,
  });
  return [
    ...created.map((id) => ({ ...of(id), action: "service.delete" })),
    ...updated.map(({ id, before }) => ({ ...of(id), action: "service.update", after: { restored: before } })),
    runEntry(cityId, actor, "import.undo", run.id, run.fileName, {
      restored: updated.length,
      deleted: created.length,
      kept,
    }),
  ];
}
