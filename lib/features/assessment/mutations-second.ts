import type { Prisma } from "@/generated/prisma/client";
import { outOfReach, type Grant } from "@/lib/domain/access/authorise";
import { agreementOf } from "@/lib/domain/assessing/agreement";
import { fromAccess } from "@/lib/server/access";
import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type FieldProblem, type Result } from "@/lib/server/result";
import { rescore } from "../score/mutations";
import { assessable, loadAuthors, loadOpen, loadStanding, type OpenAssessment } from "./data";
import { checkAnswers, overlay } from "./mutations";
import { fieldKey, type ResolveInput, type SaveAnswersInput } from "./schema";

type Saved = Result<{ id: string; version: number; state: string }>;

/**
 * Keeps the answers of a second rater: a draft of its own beside the first, which counts in no figure. Whoever has given an
 * answer in the first cannot be the second, so that the two are independent.
 */
export async function saveSecond(
  database: Database,
  grant: Grant<"assessment.write">,
  actor: Actor,
  serviceId: string,
  input: SaveAnswersInput,
): Promise<Saved> {
  return transaction(database, async (tx): Promise<Saved> => {
    const service = await loadReached(tx, grant, serviceId);
    if (!service.ok) return service;
    const method = await assessable(tx, grant.cityId, input.method);
    if (!method) return refuse("invalid", { fields: [{ path: "method", code: "not-an-option" }] });
    const checked = checkAnswers(method, input);
    if (!checked.ok) return checked;
    const first = await loadOpen(tx, grant, serviceId, method.ref);
    const second = await loadOpen(tx, grant, serviceId, method.ref, "second");
    if (first && actor.userId !== null && (await loadAuthors(tx, grant, first)).includes(actor.userId))
      return refuse("not-possible", { message: "assessment.secondIsFirst" });
    if ((second?.id ?? null) !== input.assessmentId || (second?.version ?? 0) !== input.version)
      return refuse("conflict", {
        current: second && {
          assessmentId: second.id,
          version: second.version,
          state: second.state,
          answers: second.answers,
        },
      });
    const answers = input.partial ? overlay(second?.answers ?? {}, input, checked.value) : checked.value;
    const data = { answers: answers as unknown as Prisma.InputJsonValue, updatedAt: new Date() };
    const row = second
      ? await tx.assessment.update({ where: { id: second.id }, data: { ...data, version: { increment: 1 } } })
      : await tx.assessment.create({
          data: {
            ...data,
            cityId: grant.cityId,
            serviceId,
            method: method.ref,
            rater: "second",
            createdById: actor.userId,
          },
        });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: second ? "assessment.save" : "assessment.create",
        subjectType: "assessment",
        subjectId: row.id,
        subjectName: service.value.name,
        before: { method: method.ref, rater: "second", answers: second?.answers ?? {} },
        after: { method: method.ref, rater: "second", answers },
      },
    ]);
    return ok({ id: row.id, version: row.version, state: row.state });
  });
}

/**
 * Settles what two raters see differently: every difference gets an answer and a reason. The result stands in the first
 * assessment, which others then approve; the second is superseded.
 */
export async function resolveRaters(
  database: Database,
  grant: Grant<"assessment.write">,
  actor: Actor,
  serviceId: string,
  input: ResolveInput,
): Promise<Saved> {
  return transaction(database, async (tx): Promise<Saved> => {
    const service = await loadReached(tx, grant, serviceId);
    if (!service.ok) return service;
    const method = await assessable(tx, grant.cityId, input.method);
    const first = method && (await loadOpen(tx, grant, serviceId, method.ref));
    const second = method && (await loadOpen(tx, grant, serviceId, method.ref, "second"));
    if (!method || !first || !second) return refuse("not-found");
    if (first.state === "approved") return refuse("not-possible", { message: "assessment.not_draft" });
    if (first.version !== input.version || second.version !== input.secondVersion) return refuse("conflict");
    const [one, other] = [
      await answersNow(tx, grant.cityId, serviceId, first),
      await answersNow(tx, grant.cityId, serviceId, second),
    ];
    const open = agreementOf(method, one, other).criteria.filter(
      ({ state }) => state === "different" || state === "one",
    );
    const problems = open.flatMap(({ criterion }): FieldProblem[] => {
      const given = input.answers[criterion];
      return given === undefined || given.value === ""
        ? [{ path: `answers.${fieldKey(criterion)}.value`, code: "required" }]
        : given.note === null
          ? [{ path: `answers.${fieldKey(criterion)}.note`, code: "note-required" }]
          : [];
    });
    const checked = checkAnswers(method, input);
    if (!checked.ok) return checked;
    if (problems.length > 0) return refuse("invalid", { fields: problems });
    const decided = Object.fromEntries(
      open.flatMap(({ criterion }) => (checked.value[criterion] ? [[criterion, checked.value[criterion]]] : [])),
    );
    const answers = { ...first.answers, ...decided };
    await tx.assessment.update({
      where: { id: first.id },
      data: {
        answers: answers as unknown as Prisma.InputJsonValue,
        state: "draft",
        submittedById: null,
        submittedAt: null,
        version: { increment: 1 },
        updatedAt: new Date(),
      },
    });
    await tx.assessment.update({
      where: { id: second.id },
      data: { state: "superseded", supersededAt: new Date(), version: { increment: 1 } },
    });
    await rescore(tx, grant.cityId, [serviceId]);
    const about = { cityId: grant.cityId, actor, subjectType: "assessment", subjectName: service.value.name };
    await audit(tx, [
      {
        ...about,
        subjectId: first.id,
        action: "assessment.save",
        before: { method: method.ref, answers: first.answers },
        after: { method: method.ref, answers, resolvedWith: second.id },
      },
      {
        ...about,
        subjectId: second.id,
        action: "assessment.supersede",
        before: { state: "draft" },
        after: { state: "superseded" },
      },
    ]);
    return ok({ id: first.id, version: first.version + 1, state: "draft" });
  });
}

async function loadReached(
  tx: Tx,
  grant: Grant<"assessment.write">,
  serviceId: string,
): Promise<Result<{ name: string }>> {
  const service = await tx.service.findFirst({
    where: { id: serviceId, cityId: grant.cityId },
    select: { name: true, departmentId: true },
  });
  if (!service) return refuse("not-found");
  const denied = outOfReach(grant, service.departmentId);
  return denied ? fromAccess(denied) : ok({ name: service.name });
}

const answersNow = async (tx: Tx, cityId: string, serviceId: string, assessment: OpenAssessment) =>
  (await loadStanding(tx, cityId, serviceId, assessment))?.standing.answers ?? {};
