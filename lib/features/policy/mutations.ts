import type { Grant } from "@/lib/domain/access/authorise";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/profile/policy";
import { rescore } from "@/lib/features/score/mutations";
import { audit, difference, type Actor } from "@/lib/server/audit";
import { transaction, type Database } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import { policyOf, type PolicyInput } from "./schema";

/**
 * Sets what each protection need demands. Every service of the city is held against the new requirement in the same
 * transaction. @returns how many services were scored again; null when the policy was like this already.
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
      select: { name: true, policy: true, version: true },
    });
    const stored = (city.policy as Policy | null) ?? DEFAULT_POLICY;
    if (city.version !== input.version) {
      return refuse("conflict", { current: { policy: stored, version: city.version } });
    }
    const policy = policyOf(input);
    const changed = difference({ ...stored }, { ...policy });
    if (!changed) return ok({ rescored: null });
    await tx.city.update({
      where: { id: grant.cityId },
      data: { policy: { ...policy } as object, version: { increment: 1 } },
    });
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
