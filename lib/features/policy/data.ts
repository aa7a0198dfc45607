import type { Grant } from "@/lib/domain/access/authorise";
import { PROTECTION_NEEDS, type ProtectionNeed } from "@/lib/domain/facts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/profile/policy";
import type { Database } from "@/lib/server/database/client";

export interface PolicyView {
  readonly policy: Policy;
  /** False while the city still uses the defaults that ship. */
  readonly own: boolean;
  readonly version: number;
  /** Services in scope per protection need, and how many of them miss a requirement; `none` = no need stated. */
  readonly counts: Readonly<Record<ProtectionNeed | "none", { readonly services: number; readonly open: number }>>;
}

/** The city's required levels, and what they mean for its services today (retired ones left out). Two queries. */
export async function readPolicy(database: Database, grant: Grant): Promise<PolicyView> {
  const [city, rows] = await Promise.all([
    database.city.findUniqueOrThrow({ where: { id: grant.cityId }, select: { policy: true, version: true } }),
    database.$queryRaw<{ need: string | null; services: number; open: number }[]>`
      SELECT c."protectionNeed" AS "need", count(*)::int AS "services",
        count(*) FILTER (WHERE c."gap" = 'open')::int AS "open"
      FROM "ServiceScore" c JOIN "Service" s ON s."id" = c."serviceId"
      WHERE c."cityId" = ${grant.cityId}::uuid AND s."lifecycle" <> 'retired' GROUP BY 1`,
  ]);
  const countOf = (need: string | null) => {
    const row = rows.find((each) => each.need === need);
    return { services: row?.services ?? 0, open: row?.open ?? 0 };
  };
  const counts = Object.fromEntries(PROTECTION_NEEDS.map((need) => [need, countOf(need)]));
  return {
    policy: (city.policy as Policy | null) ?? DEFAULT_POLICY,
    own: city.policy !== null,
    version: city.version,
    counts: { ...counts, none: countOf(null) } as PolicyView["counts"],
  };
}
