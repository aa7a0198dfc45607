import type { Prisma } from "@/generated/prisma/client";
import { outOfReach, ownAssessment, type Grant } from "@/lib/domain/access/authorise";
import { NOT_APPLICABLE, validateAnswers } from "@/lib/domain/method/answers";
import type { Method } from "@/lib/domain/method/types";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import { fromAccess } from "@/lib/server/access";
import { audit, difference, type Actor, type AuditEntry } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type FieldProblem, type Refusal, type Result } from "@/lib/server/result";
import { reopenAssignments, settleAssignments } from "../assignment/mutations";
import { rescore } from "../score/mutations";
import { assessable, frozenColumns, loadAuthors, loadOpen, loadStanding, loadStep, type OpenAssessment } from "./data";
import { fieldKey, type ReturnInput, type SaveAnswersInput, type StepInput } from "./schema";

type Saved = Result<{ id: string; version: number; state: string }>;

/**
 * Keeps a person's answers to one method. What is left to the facts is not kept. Changing a submitted assessment makes it
 * a draft again; changing an approved one leaves that one as it is, superseded, and begins a new draft.
 */
export async function saveAssessment(
  database: Database,
  grant: Grant<"assessment.write">,
  actor: Actor,
  serviceId: string,
  input: SaveAnswersInput,
): Promise<Saved> {
  const run = transaction(database, async (tx): Promise<Saved> => {
    const service = await tx.service.findFirst({
      where: { id: serviceId, cityId: grant.cityId },
      select: { name: true, departmentId: true },
    });
    if (!service) return refuse("not-found");
    const denied = outOfReach(grant, service.departmentId);
    if (denied) return fromAccess(denied);
    const method = await assessable(tx, grant.cityId, input.method);
    if (!method) return refuse("invalid", { fields: [{ path: "method", code: "not-an-option" }] });
    const checked = checkAnswers(method, input);
    if (!checked.ok) return checked;
    const open = await loadOpen(tx, grant, serviceId, input.method);
    const answers = input.partial ? overlay(open?.answers ?? {}, input, checked.value) : checked.value;
    if ((open?.id ?? null) !== input.assessmentId || (open?.version ?? 0) !== input.version) return conflict(open);
    const changed = difference(open ? flat(open.answers, method) : {}, flat(answers, method));
    const about = { cityId: grant.cityId, actor, subjectType: "assessment", subjectName: service.name };
    const state = input.submit === true ? "submitted" : "draft";
    const submitted = state === "submitted" ? { submittedById: actor.userId, submittedAt: new Date() } : NOT_SUBMITTED;
    const entries: AuditEntry[] = [];
    let id: string;
    let version = 1;
    if (open && open.state !== "approved") {
      id = open.id;
      version = open.version + 1;
      const written = await tx.assessment.updateMany({
        where: { id, version: open.version, state: { not: "superseded" } },
        data: {
          answers: json(answers),
          state,
          ...submitted,
          rejectReason: null,
          version: { increment: 1 },
          updatedAt: new Date(),
        },
      });
      if (written.count === 0) return conflict(await loadOpen(tx, grant, serviceId, input.method));
      if (changed) entries.push({ ...about, subjectId: id, action: "assessment.save", ...withMethod(method, changed) });
    } else {
      // An approved assessment that nobody changes stays approved.
      if (open && !changed) return ok({ id: open.id, version: open.version, state: open.state });
      if (open) {
        const ended = await tx.assessment.updateMany({
          where: { id: open.id, version: open.version, state: "approved" },
          data: { state: "superseded", supersededAt: new Date(), version: { increment: 1 } },
        });
        if (ended.count === 0) return conflict(await loadOpen(tx, grant, serviceId, input.method));
        entries.push({
          ...about,
          subjectId: open.id,
          action: "assessment.supersede",
          before: { state: "approved" },
          after: { state: "superseded" },
        });
      }
      const created = await tx.assessment.create({
        data: {
          cityId: grant.cityId,
          serviceId,
          method: method.ref,
          answers: json(answers),
          createdById: actor.userId,
          state,
          ...submitted,
        },
        select: { id: true },
      });
      id = created.id;
      entries.push({
        ...about,
        subjectId: id,
        action: "assessment.create",
        ...withMethod(method, changed ?? { before: {}, after: {} }),
      });
    }
    if (state === "draft" && open?.state === "submitted") {
      await reopenAssignments(tx, grant.cityId, serviceId, method.ref, open.submittedAt ?? new Date());
    }
    if (state === "submitted") {
      await settleAssignments(tx, grant.cityId, serviceId, method.ref, submitted.submittedAt ?? new Date());
      entries.push({
        ...about,
        subjectId: id,
        action: "assessment.submit",
        before: { state: open?.state ?? "draft" },
        after: { state },
      });
    }
    await rescore(tx, grant.cityId, [serviceId]);
    await audit(tx, entries);
    return ok({ id, version, state });
  });
  try {
    return await run;
  } catch (error) {
    // Two first drafts at the same moment: the database lets one in.
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    return conflict(await loadOpen(database, grant, serviceId, input.method));
  }
}

/** Prisma's code for a second row under a unique index. */
const UNIQUE_VIOLATION = "P2002";

/** Hands a draft in for approval. */
export function submitAssessment(
  database: Database,
  grant: Grant<"assessment.submit">,
  actor: Actor,
  serviceId: string,
  input: StepInput,
): Promise<Saved> {
  return takeStep(database, grant, actor, serviceId, input, {
    action: "assessment.submit",
    from: "draft",
    data: { state: "submitted", submittedById: actor.userId, submittedAt: new Date(), rejectReason: null },
  });
}

/** Approves a submitted assessment; never one's own. */
export function approveAssessment(
  database: Database,
  grant: Grant<"assessment.approve">,
  actor: Actor,
  serviceId: string,
  input: StepInput,
): Promise<Saved> {
  return takeStep(database, grant, actor, serviceId, input, {
    action: "assessment.approve",
    from: "submitted",
    data: { state: "approved", approvedById: actor.userId, approvedAt: new Date() },
    approval: grant,
  });
}

/** Gives a submitted assessment back to its authors, with the reason. */
export function returnAssessment(
  database: Database,
  grant: Grant<"assessment.approve">,
  actor: Actor,
  serviceId: string,
  input: ReturnInput,
): Promise<Saved> {
  return takeStep(database, grant, actor, serviceId, input, {
    action: "assessment.return",
    from: "submitted",
    data: { state: "draft", ...NOT_SUBMITTED, rejectReason: input.reason },
    reason: input.reason,
  });
}

interface Step {
  readonly action: string;
  readonly from: "draft" | "submitted";
  readonly data: Prisma.AssessmentUncheckedUpdateManyInput & { readonly state: string };
  readonly reason?: string;
  /** Set where nobody may decide about their own work. */
  readonly approval?: Grant<"assessment.approve">;
}

async function takeStep(
  database: Database,
  grant: Grant<"assessment.submit" | "assessment.approve">,
  actor: Actor,
  serviceId: string,
  input: StepInput,
  step: Step,
): Promise<Saved> {
  return transaction(database, async (tx): Promise<Saved> => {
    const found = await loadStep(tx, grant, serviceId, input.assessmentId);
    if (!found) return refuse("not-found");
    const { assessment, service } = found;
    const denied = outOfReach(grant, service.departmentId);
    if (denied) return fromAccess(denied);
    if (assessment.version !== input.version) return conflict(assessment);
    if (assessment.state !== step.from) return refuse("not-possible", { message: `assessment.not_${step.from}` });
    if (step.approval) {
      const authors = await loadAuthors(tx, grant, assessment);
      const own = ownAssessment(step.approval, { submittedBy: assessment.submittedById, authors });
      if (own) return fromAccess(own);
    }
    const frozen = step.approval ? await frozenContent(tx, grant.cityId, serviceId, assessment) : {};
    const written = await tx.assessment.updateMany({
      where: { id: assessment.id, version: input.version, state: step.from },
      data: { ...step.data, ...frozen, version: { increment: 1 }, updatedAt: new Date() },
    });
    if (written.count === 0) return conflict(assessment);
    if (step.data.state === "draft") {
      await reopenAssignments(tx, grant.cityId, serviceId, assessment.method, assessment.submittedAt ?? new Date());
    } else {
      await settleAssignments(tx, grant.cityId, serviceId, assessment.method, new Date());
    }
    await rescore(tx, grant.cityId, [serviceId]);
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: step.action,
        subjectType: "assessment",
        subjectId: assessment.id,
        subjectName: service.name,
        before: { state: assessment.state },
        after: { state: step.data.state, ...("approvedHash" in frozen ? { hash: frozen.approvedHash } : {}) },
        reason: step.reason ?? null,
      },
    ]);
    return ok({ id: assessment.id, version: input.version + 1, state: step.data.state });
  });
}

/** What is approved, with a hash over it: the answers with their origin, and what comes out of them on this day. */
async function frozenContent(
  tx: Tx,
  cityId: string,
  serviceId: string,
  assessment: OpenAssessment & { method: string },
) {
  const standing = await loadStanding(tx, cityId, serviceId, assessment);
  if (standing === null) throw new Error(`assessment ${assessment.id} without service or method`);
  return frozenColumns(standing.standing, standing.service);
}

/**
 * Says again that an approved assessment holds: somebody looked, and neither facts nor method have changed since the
 * approval. What has changed needs a new assessment instead.
 */
export async function confirmAssessment(
  database: Database,
  grant: Grant<"assessment.submit">,
  actor: Actor,
  serviceId: string,
  input: StepInput,
): Promise<Saved> {
  return transaction(database, async (tx): Promise<Saved> => {
    const found = await loadStep(tx, grant, serviceId, input.assessmentId);
    if (!found) return refuse("not-found");
    const { assessment, service } = found;
    const denied = outOfReach(grant, service.departmentId);
    if (denied) return fromAccess(denied);
    if (assessment.version !== input.version) return conflict(assessment);
    if (assessment.state !== "approved") return refuse("not-possible", { message: "assessment.not_approved" });
    await rescore(tx, grant.cityId, [serviceId]);
    const now = await tx.assessment.findUniqueOrThrow({ where: { id: assessment.id }, select: { changedSince: true } });
    if (now.changedSince !== null) return refuse("not-possible", { message: "assessment.changed" });
    await settleAssignments(tx, grant.cityId, serviceId, assessment.method, new Date());
    await tx.assessment.update({
      where: { id: assessment.id },
      data: { confirmedById: actor.userId, confirmedAt: new Date(), version: { increment: 1 } },
    });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "assessment.confirm",
        subjectType: "assessment",
        subjectId: assessment.id,
        subjectName: service.name,
      },
    ]);
    return ok({ id: assessment.id, version: input.version + 1, state: "approved" });
  });
}

const NOT_SUBMITTED = { submittedById: null, submittedAt: null };

/** Answers to keep: empty values are left to the facts; "not applicable" needs its reason. */
export function checkAnswers(method: Method, input: Pick<SaveAnswersInput, "answers">): Result<AssessedAnswers> {
  const given = Object.entries(input.answers).filter(([, { value }]) => value !== "");
  const problems: FieldProblem[] = validateAnswers(
    method,
    Object.fromEntries(given.map(([id, { value }]) => [id, value])),
  ).map(({ criterion }) => ({ path: `answers.${fieldKey(criterion)}.value`, code: "not-an-option" }));
  for (const [id, { value, note }] of given) {
    if (value === NOT_APPLICABLE && note === null)
      problems.push({ path: `answers.${fieldKey(id)}.note`, code: "note-required" });
  }
  if (problems.length > 0) return refuse("invalid", { fields: problems });
  return ok(
    Object.fromEntries(given.map(([id, { value, note }]) => [id, note === null ? { value } : { value, note }])),
  );
}

/** Answers of a form that showed only some questions, laid over those that were there. */
export function overlay(
  stored: AssessedAnswers,
  input: Pick<SaveAnswersInput, "answers">,
  given: AssessedAnswers,
): AssessedAnswers {
  const untouched = Object.entries(stored).filter(([id]) => !Object.hasOwn(input.answers, id));
  return { ...Object.fromEntries(untouched), ...given };
}

const json = (answers: AssessedAnswers) => answers as unknown as Prisma.InputJsonValue;

/** Answers in the method's order for the change log: criterion → value and note. */
function flat(answers: AssessedAnswers, method: Method): Record<string, unknown> {
  return Object.fromEntries(
    method.criteria.map(({ id }) => [id, Object.hasOwn(answers, id) ? (answers[id] ?? null) : null]),
  );
}

function withMethod(method: Method, changed: { before: Record<string, unknown>; after: Record<string, unknown> }) {
  return { before: { method: method.ref, ...changed.before }, after: { method: method.ref, ...changed.after } };
}

const conflict = (open: OpenAssessment | null): Refusal =>
  refuse("conflict", {
    current: open && { assessmentId: open.id, version: open.version, state: open.state, answers: open.answers },
  });
