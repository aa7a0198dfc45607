import type { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import { checkMethodText } from "./schema";

/** Own methods of one city, all versions and states. */
const MOST_METHODS = 100;
/** Problems that one refusal names; the rest is counted. */
const MOST_PROBLEMS = 200;

type Manage = Grant<"method.manage">;

/**
 * Takes in a method of the city's own, for trial. Anything wrong with the file is named, and nothing is stored. A version
 * on trial may be replaced; one that was ever switched on may not, it takes a new version.
 */
export async function addMethod(
  database: Database,
  grant: Manage,
  actor: Actor,
  text: string,
  now: Date = new Date(),
): Promise<Result<{ id: string; ref: string; replaced: boolean }>> {
  const { method, problems } = checkMethodText(text);
  if (method === null) {
    const fields = problems.slice(0, MOST_PROBLEMS).map(({ place, text: { de, en } }) => ({
      path: place === "" ? "file" : place,
      code: "method-file",
      params: { place, de, en },
    }));
    const more = problems.length - fields.length;
    return refuse("invalid", { message: "ownMethods.refused", params: { count: problems.length, more }, fields });
  }
  const { cityId } = grant;
  const used = refuse("invalid", {
    fields: [{ path: "file", code: "method-version-used", params: { ref: method.ref } }],
  });
  return transaction(database, async (tx): Promise<Result<{ id: string; ref: string; replaced: boolean }>> => {
    // Two uploads of the same version wait for each other.
    await tx.$queryRaw`SELECT 1 FROM "City" WHERE "id" = ${cityId}::uuid FOR UPDATE`;
    const before = await tx.cityMethod.findFirst({ where: { cityId, ref: method.ref } });
    if (before !== null && before.state !== "trial") return used;
    if (before === null && (await tx.cityMethod.count({ where: { cityId } })) >= MOST_METHODS)
      return refuse("not-possible", { message: "ownMethods.tooMany", params: { most: MOST_METHODS } });
    const data = method as unknown as Prisma.InputJsonObject;
    const { id } =
      before === null
        ? await tx.cityMethod.create({
            data: { cityId, ref: method.ref, data, createdById: actor.userId, createdAt: now, stateSince: now },
            select: { id: true },
          })
        : await tx.cityMethod.update({
            where: { id: before.id },
            data: { data, createdById: actor.userId, createdAt: now, stateSince: now },
            select: { id: true },
          });
    const size = { criteria: method.criteria.length, outputs: method.outputs.length, examples: method.examples.length };
    await audit(tx, [
      {
        cityId,
        actor,
        action: before === null ? "method.add" : "method.replace",
        subjectType: "method",
        subjectId: id,
        subjectName: method.ref,
        after: { ref: method.ref, name: method.name.de, ...size },
      },
    ]);
    return ok({ id, ref: method.ref, replaced: before !== null });
  });
}

/** Switches a method on trial on: from then on services can be assessed by it, and its version stays as it is. */
export async function activateMethod(
  database: Database,
  grant: Manage,
  actor: Actor,
  id: string,
  now: Date = new Date(),
): Promise<Result<{ id: string }>> {
  return step(database, grant, actor, id, {
    action: "method.activate",
    from: ["trial"],
    to: "active",
    reason: null,
    now,
  });
}

/** Takes a method out of use, with the reason. What was assessed by it stays. */
export async function retireMethod(
  database: Database,
  grant: Manage,
  actor: Actor,
  id: string,
  input: { readonly reason: string },
  now: Date = new Date(),
): Promise<Result<{ id: string }>> {
  const { reason } = input;
  return step(database, grant, actor, id, {
    action: "method.retire",
    from: ["trial", "active"],
    to: "retired",
    reason,
    now,
  });
}

function step(
  database: Database,
  grant: Manage,
  actor: Actor,
  id: string,
  {
    action,
    from,
    to,
    reason,
    now,
  }: {
    readonly action: string;
    readonly from: readonly string[];
    readonly to: string;
    readonly reason: string | null;
    readonly now: Date;
  },
): Promise<Result<{ id: string }>> {
  const { cityId } = grant;
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const row = await tx.cityMethod.findFirst({ where: { id, cityId }, select: { ref: true, state: true } });
    if (row === null) return refuse("not-found");
    const { count } = await tx.cityMethod.updateMany({
      where: { id, cityId, state: { in: [...from] } },
      data: { state: to, stateSince: now },
    });
    if (count === 0) return refuse("not-possible", { message: "ownMethods.notInState" });
    await audit(tx, [
      {
        cityId,
        actor,
        action,
        subjectType: "method",
        subjectId: id,
        subjectName: row.ref,
        before: { state: row.state },
        after: { state: to },
        reason,
      },
    ]);
    return ok({ id });
  });
}
