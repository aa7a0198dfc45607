import type { Grant } from "@/lib/domain/access/authorise";
import type { GroupAnswers } from "@/lib/domain/assignment/group";
import { NOT_APPLICABLE, validateAnswers } from "@/lib/domain/method/answers";
import { serviceMethod } from "@/lib/domain/method/registry";
import type { Method } from "@/lib/domain/method/types";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import { audit, difference, type Actor, type AuditEntry } from "@/lib/server/audit";
import { bulkInsert } from "@/lib/server/database/bulk";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { newId } from "@/lib/server/ids";
import { ok, refuse, type FieldProblem, type Result } from "@/lib/server/result";
import { rescore } from "../score/mutations";
import { loadGroup } from "./data-group";
import { selectionOf, type AnswerGroupInput } from "./schema";

/**
 * The answers that were given, each with the note; refused where an option does not exist, where nothing is answered, or
 * where "not applicable" has no reason.
 */
export function groupAnswers(method: Method, input: Pick<AnswerGroupInput, "answer" | "note">): Result<GroupAnswers> {
  const given = Object.entries(input.answer).filter(([, value]) => value !== "");
  const fields: FieldProblem[] = validateAnswers(method, Object.fromEntries(given)).map(({ criterion }) => ({
    path: `answer.${criterion}`,
    code: "not-an-option",
  }));
  const note = input.note ?? null;
  if (note === null && given.some(([, value]) => value === NOT_APPLICABLE))
    fields.push({ path: "note", code: "note-required" });
  if (fields.length > 0) return refuse("invalid", { fields });
  if (given.length === 0) return refuse("invalid", { message: "assignment.groupNothingChosen" });
  return ok(Object.fromEntries(given.map(([id, value]) => [id, note === null ? { value } : { value, note }])));
}

/**
 * Answers criteria of one method for every service of a selection, all or none; what is carried out is what the dry run
 * showed. Submitted and approved assessments and other departments' services are left as they are.
 */
export async function answerGroup(
  database: Database,
  grant: Grant<"assessment.write">,
  actor: Actor,
  input: AnswerGroupInput,
): Promise<Result<{ changed: number; unchanged: number; refused: number }>> {
  const { list, ignored } = selectionOf(input.selection);
  if (ignored.length > 0) return refuse("invalid", { fields: [{ path: "selection", code: "not-an-option" }] });
  const method = serviceMethod(input.method);
  if (!method) return refuse("invalid", { fields: [{ path: "method", code: "not-an-option" }] });
  const given = groupAnswers(method, input);
  if (!given.ok) return given;
  const changed = () => refuse("conflict", { message: "assignment.planChanged" });
  try {
    return await transaction(database, async (tx) => {
      const { members, print } = await loadGroup(tx, grant, list, method, given.value, input.mode);
      if (print !== input.plan) return changed();
      const writes: Write[] = members.flatMap((member) =>
        member.effect.effect === "changed"
          ? [{ ...member, assessment: member.assessmentId ?? newId(), answers: member.effect.answers }]
          : [],
      );
      if (writes.length === 0) return refuse("not-possible", { message: "assignment.groupNothingToChange" });
      await write(tx, grant.cityId, actor, method.ref, writes);
      await rescore(
        tx,
        grant.cityId,
        writes.map(({ id }) => id),
      );
      await audit(
        tx,
        writes.map((each) => entry(grant.cityId, actor, method, each)),
      );
      return ok({
        changed: writes.length,
        unchanged: members.filter(({ effect }) => effect.effect === "unchanged").length,
        refused: members.filter(({ effect }) => effect.effect === "refused").length,
      });
    });
  } catch (error) {
    // Somebody saved one of the services in between: nothing of the group is kept.
    if (error instanceof GroupRace || isUniqueViolation(error)) return changed();
    throw error;
  }
}

class GroupRace extends Error {}

/** Prisma's codes for a second row under a unique index: from its own queries, and from raw ones with PostgreSQL's inside. */
function isUniqueViolation(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === "P2002" || (code === "P2010" && typeof message === "string" && message.includes("23505"));
}

interface Write {
  readonly id: string;
  readonly name: string;
  readonly assessmentId: string | null;
  readonly assessment: string;
  readonly version: number;
  readonly before: AssessedAnswers;
  readonly answers: AssessedAnswers;
}

/** Drafts that exist are changed under their version, the others are begun. Two statements, whatever the number. */
async function write(tx: Tx, cityId: string, actor: Actor, method: string, writes: readonly Write[]): Promise<void> {
  const drafts = writes.filter(({ assessmentId }) => assessmentId !== null);
  if (drafts.length > 0) {
    const rows = drafts.map(({ assessment, version, answers }) => ({ id: assessment, version, answers }));
    const written = await tx.$executeRaw`
      UPDATE "Assessment" a SET "answers" = r."answers", "version" = a."version" + 1, "updatedAt" = now()
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "version" int, "answers" jsonb)
      WHERE a."id" = r."id" AND a."version" = r."version" AND a."state" = 'draft' AND a."cityId" = ${cityId}::uuid`;
    if (written !== drafts.length) throw new GroupRace();
  }
  await bulkInsert(
    tx,
    "Assessment",
    writes
      .filter(({ assessmentId }) => assessmentId === null)
      .map(({ id, assessment, answers }) => ({
        id: assessment,
        cityId,
        serviceId: id,
        method,
        answers,
        createdById: actor.userId,
      })),
  );
}

function entry(cityId: string, actor: Actor, method: Method, each: Write): AuditEntry {
  const flat = (answers: AssessedAnswers): Record<string, unknown> =>
    Object.fromEntries(method.criteria.map(({ id }) => [id, Object.hasOwn(answers, id) ? answers[id] : null]));
  const changed = difference(flat(each.before), flat(each.answers)) ?? { before: {}, after: {} };
  return {
    cityId,
    actor,
    action: each.assessmentId === null ? "assessment.create" : "assessment.save",
    subjectType: "assessment",
    subjectId: each.assessment,
    subjectName: each.name,
    before: { method: method.ref, ...changed.before },
    after: { method: method.ref, ...changed.after },
  };
}
