import type { Grant } from "@/lib/domain/access/authorise";
import type { AssignmentWish } from "@/lib/domain/assignment/distribute";
import { serviceMethod } from "@/lib/domain/method/registry";
import { dayInBerlin } from "@/lib/format";
import { audit, type Actor, type AuditEntry } from "@/lib/server/audit";
import { bulkInsert } from "@/lib/server/database/bulk";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { newId } from "@/lib/server/ids";
import { ok, refuse, type FieldProblem, type Result } from "@/lib/server/result";
import { loadPlan } from "./data";
import { selectionOf, type CreateAssignmentsInput, type WithdrawInput } from "./schema";

/** Longest time ahead that a due day may lie. */
const LAST_DUE_YEARS = 5;

/** What the input wishes for, in the domain's words. */
export const wishOf = (
  input: Pick<CreateAssignmentsInput, "to" | "alsoAssigned" | "alsoApproved">,
): AssignmentWish => ({
  target: input.to === "owners" ? { kind: "owners" } : { kind: "person", userId: input.to },
  alsoAssigned: input.alsoAssigned === true,
  alsoApproved: input.alsoApproved === true,
});

/**
 * Assigns the services of a selection, all or none. What is carried out is what the dry run showed; where it would be
 * something else by now, it is refused and can be looked at again. Batches of one city are made one after the other.
 */
export async function createAssignments(
  database: Database,
  grant: Grant<"assessment.assign">,
  actor: Actor,
  input: CreateAssignmentsInput,
): Promise<Result<{ batchId: string; assigned: number; skipped: number; nobody: number }>> {
  const { list, ignored } = selectionOf(input.selection);
  const fields: FieldProblem[] = [];
  if (ignored.length > 0) fields.push({ path: "selection", code: "not-an-option" });
  const method = serviceMethod(input.method);
  if (!method) fields.push({ path: "method", code: "not-an-option" });
  const today = dayInBerlin(new Date());
  if (input.due < today) fields.push({ path: "due", code: "due-in-the-past" });
  if (Number(input.due.slice(0, 4)) > Number(today.slice(0, 4)) + LAST_DUE_YEARS)
    fields.push({ path: "due", code: "invalid" });
  if (!method || fields.length > 0) return refuse("invalid", { fields });
  return transaction(database, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-assign:${grant.cityId}`}, 0))`;
    const { plan, people, print } = await loadPlan(tx, grant, list, method.ref, wishOf(input));
    if (input.to !== "owners" && !people.some(({ userId }) => userId === input.to))
      return refuse("invalid", { fields: [{ path: "to", code: "not-an-option" }] });
    if (print !== input.plan) return refuse("conflict", { message: "assignment.planChanged" });
    if (plan.assigned.length === 0) return refuse("not-possible", { message: "assignment.nothingToAssign" });
    const batchId = newId();
    const note = input.note ?? null;
    const names = new Map(people.map(({ userId, name }) => [userId, name]));
    const rows = plan.assigned.map(({ service, userId }) => ({
      id: newId(),
      cityId: grant.cityId,
      serviceId: service.id,
      method: method.ref,
      assigneeId: userId,
      dueOn: input.due,
      note,
      batchId,
      createdById: actor.userId,
    }));
    await bulkInsert(tx, "Assignment", rows);
    await audit(
      tx,
      plan.assigned.map(({ service, userId }, index): AuditEntry => ({
        cityId: grant.cityId,
        actor,
        action: "assignment.create",
        subjectType: "assignment",
        subjectId: rows[index]?.id ?? "",
        subjectName: service.name,
        after: {
          method: method.ref,
          assignee: names.get(userId) ?? "",
          assigneeId: userId,
          dueOn: input.due,
          serviceId: service.id,
          batchId,
        },
        reason: note,
      })),
    );
    return ok({
      batchId,
      assigned: rows.length,
      skipped: plan.skipped.length,
      nobody: plan.nobody.length,
    });
  });
}

/** Takes one assignment back, or every open one of a batch; what is done stays done. */
export async function withdrawAssignments(
  database: Database,
  grant: Grant<"assessment.assign">,
  actor: Actor,
  which: { readonly id: string } | { readonly batchId: string },
  input: WithdrawInput,
): Promise<Result<{ withdrawn: number; batchId: string }>> {
  return transaction(database, async (tx) => {
    const found = await tx.assignment.findMany({
      where: { cityId: grant.cityId, ...which },
      select: {
        id: true,
        batchId: true,
        doneAt: true,
        withdrawnAt: true,
        service: { select: { name: true } },
        assignee: { select: { name: true } },
      },
      orderBy: { id: "asc" },
    });
    const [first] = found;
    if (first === undefined) return refuse("not-found");
    const open = found.filter((row) => row.doneAt === null && row.withdrawnAt === null);
    if (open.length === 0) return refuse("not-possible", { message: "assignment.notOpen" });
    const written = await tx.assignment.updateMany({
      where: { id: { in: open.map(({ id }) => id) }, cityId: grant.cityId, doneAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    // Somebody handed one in between our reading and our writing: look again rather than record what did not happen.
    if (written.count !== open.length) throw new WithdrawRace();
    await audit(
      tx,
      open.map((row) => ({
        cityId: grant.cityId,
        actor,
        action: "assignment.withdraw",
        subjectType: "assignment",
        subjectId: row.id,
        subjectName: row.service.name,
        before: { state: "open" },
        after: { state: "withdrawn", assignee: row.assignee.name },
        reason: input.reason,
      })),
    );
    return ok({ withdrawn: open.length, batchId: first.batchId });
  }).catch((error: unknown) => {
    if (error instanceof WithdrawRace) return refuse("conflict", { message: "assignment.planChanged" });
    throw error;
  });
}

class WithdrawRace extends Error {}

/**
 * The assessment of this service by this method was handed in (or confirmed): whoever was asked for it is done. To be
 * called in the transaction that hands it in.
 * @param at the moment of handing in, the same as the assessment's `submittedAt`
 * @returns how many assignments are done by it
 */
export async function settleAssignments(
  tx: Tx,
  cityId: string,
  serviceId: string,
  methodRef: string,
  at: Date,
): Promise<number> {
  const { count } = await tx.assignment.updateMany({
    where: { cityId, serviceId, method: methodRef, doneAt: null, withdrawnAt: null },
    data: { doneAt: at },
  });
  return count;
}

/**
 * The assessment was given back: whoever was done by handing it in is asked again, with the same due day. Somebody who
 * has a newer open assignment for it is not asked twice.
 * @param since when it had been handed in; what was done before stays done
 * @returns how many assignments are open again
 */
export async function reopenAssignments(
  tx: Tx,
  cityId: string,
  serviceId: string,
  methodRef: string,
  since: Date,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Assignment" x SET "doneAt" = NULL
    FROM (
      SELECT DISTINCT ON (d."assigneeId") d."id" FROM "Assignment" d
      WHERE d."cityId" = ${cityId}::uuid AND d."serviceId" = ${serviceId}::uuid AND d."method" = ${methodRef}
        AND d."withdrawnAt" IS NULL AND d."doneAt" >= ${since}
        AND NOT EXISTS (SELECT 1 FROM "Assignment" o WHERE o."serviceId" = d."serviceId" AND o."method" = d."method"
          AND o."assigneeId" = d."assigneeId" AND o."doneAt" IS NULL AND o."withdrawnAt" IS NULL)
      ORDER BY d."assigneeId", d."id" DESC
    ) again
    WHERE x."id" = again."id"`;
}
