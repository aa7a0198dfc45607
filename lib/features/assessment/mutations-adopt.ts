import type { Grant } from "@/lib/domain/access/authorise";
import { carryOver } from "@/lib/domain/assessing/adopt";
import { serviceMethod } from "@/lib/domain/method/registry";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import { rescore } from "../score/mutations";
import type { AdoptInput } from "./schema";

/**
 * Begins assessments under another version of a method: a draft for each assessment in force, with the answers that fit.
 * What was approved stays as it is under its own version. Services that have one under the new version are left alone.
 */
export async function adoptVersion(
  database: Database,
  grant: Grant<"method.manage">,
  actor: Actor,
  input: AdoptInput,
): Promise<Result<{ begun: number; skipped: number }>> {
  const [from, to] = [serviceMethod(input.from), serviceMethod(input.to)];
  if (!from || !to || from.id !== to.id || from.ref === to.ref)
    return refuse("invalid", { fields: [{ path: "to", code: "not-an-option" }] });
  return transaction(database, async (tx): Promise<Result<{ begun: number; skipped: number }>> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-adopt:${grant.cityId}`}, 0))`;
    const inForce = await tx.assessment.findMany({
      where: { cityId: grant.cityId, method: { in: [from.ref, to.ref] }, rater: "first", state: { not: "superseded" } },
      select: { serviceId: true, method: true, answers: true },
      orderBy: { id: "asc" },
    });
    const has = new Set(inForce.filter(({ method }) => method === to.ref).map(({ serviceId }) => serviceId));
    const old = inForce.filter(({ method }) => method === from.ref);
    const begun = old.filter(({ serviceId }) => !has.has(serviceId));
    if (begun.length > 0) {
      await tx.assessment.createMany({
        data: begun.map(({ serviceId, answers }) => ({
          cityId: grant.cityId,
          serviceId,
          method: to.ref,
          answers: carryOver(answers as unknown as AssessedAnswers, to).answers as object,
          createdById: actor.userId,
        })),
      });
      await rescore(
        tx,
        grant.cityId,
        begun.map(({ serviceId }) => serviceId),
      );
    }
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "method.adopt",
        subjectType: "method",
        subjectId: to.ref,
        subjectName: to.name.de,
        before: { method: from.ref },
        after: { method: to.ref, begun: begun.length, services: begun.map(({ serviceId }) => serviceId) },
      },
    ]);
    return ok({ begun: begun.length, skipped: old.length - begun.length });
  });
}
