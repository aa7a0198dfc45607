import { untilProblem } from "@/lib/domain/acceptance";
import { outOfReach, type Grant } from "@/lib/domain/access/authorise";
import { dayInBerlin } from "@/lib/format";
import { fromAccess } from "@/lib/server/access";
import { audit, type Actor, type AuditEntry } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import { day, loadCityWorld, loadScoringInputs } from "../score/data";
import { rescore, scoreInput } from "../score/mutations";
import { SYSTEM } from "../snapshot/mutations";
import type { AcceptInput, EndInput } from "./schema";

/**
 * Bears an open gap of a service until a day. Only what is open can be accepted, by the same computation as the page's.
 * @returns id of the acceptance.
 */
export async function acceptGap(
  database: Database,
  grant: Grant<"gap.accept">,
  actor: Actor,
  serviceId: string,
  input: AcceptInput,
  now: Date = new Date(),
): Promise<Result<{ id: string }>> {
  const today = dayInBerlin(now);
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    await lockService(tx, grant.cityId, serviceId);
    const service = await tx.service.findFirst({
      where: { id: serviceId, cityId: grant.cityId },
      select: { name: true, departmentId: true },
    });
    if (service === null) return refuse("not-found");
    const reach = outOfReach(grant, service.departmentId);
    if (reach !== null) return fromAccess(reach);
    const problem = untilProblem(input.until, today);
    if (problem !== null) return refuse("invalid", { fields: [{ path: "until", code: problem }] });
    const city = await loadCityWorld(tx, grant.cityId);
    const [scored] = await loadScoringInputs(tx, grant.cityId, city.products, [serviceId]);
    if (scored === undefined) return refuse("not-found");
    const state = scoreInput(city, scored, today).gaps[input.dimension];
    if (state === "accepted") return refuse("not-possible", { message: "acceptance.already" });
    if (state !== "open") return refuse("not-possible", { message: "acceptance.notOpen" });
    // One that ran out yesterday may still wait for the hourly work, and makes room.
    const over = await tx.acceptedDependency.findMany({
      where: { cityId: grant.cityId, serviceId, dimension: input.dimension, endedAt: null },
    });
    await tx.acceptedDependency.updateMany({ where: { id: { in: over.map(({ id }) => id) } }, data: { endedAt: now } });
    const created = await tx.acceptedDependency.create({
      data: {
        cityId: grant.cityId,
        serviceId,
        dimension: input.dimension,
        reason: input.reason,
        until: new Date(`${input.until}T00:00:00Z`),
        approvedById: actor.userId,
      },
      select: { id: true },
    });
    await rescore(tx, grant.cityId, [serviceId], now);
    await audit(tx, [
      ...over.map((row) => ranOut(row, service.name)),
      {
        ...about(grant.cityId, serviceId, service.name),
        actor,
        action: "gap.accept",
        after: { dimension: input.dimension, until: input.until },
        reason: input.reason,
      },
    ]);
    return ok(created);
  });
}

/** Ends an acceptance before its date: the gap is open again. */
export async function endAcceptance(
  database: Database,
  grant: Grant<"gap.accept">,
  actor: Actor,
  id: string,
  input: EndInput,
  now: Date = new Date(),
): Promise<Result<{ serviceId: string }>> {
  return transaction(database, async (tx): Promise<Result<{ serviceId: string }>> => {
    const known = await tx.acceptedDependency.findFirst({ where: { id, cityId: grant.cityId } });
    if (known === null) return refuse("not-found");
    await lockService(tx, grant.cityId, known.serviceId);
    const service = await tx.service.findFirstOrThrow({
      where: { id: known.serviceId, cityId: grant.cityId },
      select: { name: true, departmentId: true },
    });
    const reach = outOfReach(grant, service.departmentId);
    if (reach !== null) return fromAccess(reach);
    const { count } = await tx.acceptedDependency.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: now, endedById: actor.userId, endReason: input.endReason },
    });
    if (count === 0) return refuse("not-possible", { message: "acceptance.alreadyEnded" });
    await rescore(tx, grant.cityId, [known.serviceId], now);
    await audit(tx, [
      {
        ...about(grant.cityId, known.serviceId, service.name),
        actor,
        action: "gap.end",
        before: { dimension: known.dimension, until: day(known.until) },
        reason: input.endReason,
      },
    ]);
    return ok({ serviceId: known.serviceId });
  });
}

/**
 * Ends every acceptance whose last day is over and scores its service again, one transaction per city. A second run on
 * the same day finds nothing.
 * @returns number of gaps opened again.
 */
export async function reopenExpired(database: Database, now: Date = new Date()): Promise<number> {
  const before = new Date(`${dayInBerlin(now)}T00:00:00Z`);
  const over = { endedAt: null, until: { lt: before } };
  const cities = await database.acceptedDependency.groupBy({ by: ["cityId"], where: over, orderBy: { cityId: "asc" } });
  let reopened = 0;
  for (const { cityId } of cities) {
    reopened += await transaction(database, async (tx) => {
      // Two processes may work at the same hour: each row is ended by the one that updates it.
      const ended = await tx.acceptedDependency.updateManyAndReturn({
        where: { ...over, cityId },
        data: { endedAt: now },
        include: { service: { select: { name: true } } },
      });
      await rescore(tx, cityId, [...new Set(ended.map(({ serviceId }) => serviceId))], now);
      await audit(
        tx,
        ended.map((row) => ranOut(row, row.service.name)),
      );
      return ended.length;
    });
  }
  return reopened;
}

/** Acceptances of one service wait for each other. */
async function lockService(tx: Tx, cityId: string, serviceId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Service" WHERE "id" = ${serviceId}::uuid AND "cityId" = ${cityId}::uuid FOR UPDATE`;
}

const about = (cityId: string, serviceId: string, name: string) => ({
  cityId,
  subjectType: "service",
  subjectId: serviceId,
  subjectName: name,
});

function ranOut(row: { cityId: string; serviceId: string; dimension: string; until: Date }, name: string): AuditEntry {
  return {
    ...about(row.cityId, row.serviceId, name),
    actor: SYSTEM,
    action: "gap.reopen",
    before: { dimension: row.dimension, until: day(row.until) },
  };
}
