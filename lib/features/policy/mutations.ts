import type { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { policyFrom, type Policy, type StoredPolicy } from "@/lib/domain/profile/policy";
import { rescore } from "@/lib/features/score/mutations";
import { audit, difference, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import { policyOf, type PolicyInput } from "./schema";

/**
 * Sets what each protection need demands, as a new version. Every service of the city is held against the new
 * requirement in the same transaction. @returns how many services were scored again; null when the policy was like this already.
 */
export async function changePolicy(
  database: Database,
  grant: Grant<"policy.write">,
  actor: Actor,
  input: PolicyInput,
): Promise<Result<{ rescored: number | null }>> {
  return transaction(database, async (tx): Promise<Result<{ rescored: number | null }>> => {
    await tx.$queryRaw`SELECT 1 FROM "City" WHERE "id" = ${grant.cityId}::uuid FOR NO KEY UPDATE`;
    const city = await tx.city.findUniqueOrThrow({
      where: { id: grant.cityId },
      select: { name: true, policy: true, version: true, createdAt: true },
    });
    const stored = policyFrom(city.policy as StoredPolicy | null);
    if (city.version !== input.version) {
      return refuse("conflict", { current: { policy: stored, version: city.version } });
    }
    const policy = policyOf(input);
    const changed = difference({ ...stored }, { ...policy });
    if (!changed) return ok({ rescored: null });
    await tx.city.update({
      where: { id: grant.cityId },
      data: { policy: json(policy), version: { increment: 1 } },
    });
    await keepVersion(tx, grant.cityId, { before: stored, since: city.createdAt }, policy, actor, input.reason);
    const rescored = await rescore(tx, grant.cityId, "all");
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "policy.update",
        subjectType: "policy",
        subjectId: grant.cityId,
        subjectName: city.name,
        ...changed,
        reason: input.reason,
      },
    ]);
    return ok({ rescored });
  });
}

/** Numbers the versions of a city; the first is what applied before anybody changed it. The city's row is locked. */
async function keepVersion(
  tx: Tx,
  cityId: string,
  first: { readonly before: Policy; readonly since: Date },
  policy: Policy,
  actor: Actor,
  reason: string,
): Promise<void> {
  const last = await tx.policyVersion.findFirst({
    where: { cityId },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const number = last?.number ?? 1;
  if (last === null)
    await tx.policyVersion.create({ data: { cityId, number, policy: json(first.before), createdAt: first.since } });
  await tx.policyVersion.create({
    data: { cityId, number: number + 1, policy: json(policy), reason, createdById: actor.userId },
  });
}

const json = (policy: Policy) => ({ ...policy }) as unknown as Prisma.InputJsonObject;
