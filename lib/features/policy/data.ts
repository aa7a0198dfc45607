import type { Grant } from "@/lib/domain/access/authorise";
import { PROTECTION_NEEDS, type ProtectionNeed } from "@/lib/domain/facts";
import {
  policyChanges,
  policyFrom,
  type Policy,
  type PolicyChange,
  type StoredPolicy,
} from "@/lib/domain/profile/policy";
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
    policy: policyFrom(city.policy as StoredPolicy | null),
    own: city.policy !== null,
    version: city.version,
    counts: { ...counts, none: countOf(null) } as PolicyView["counts"],
  };
}

/** A version of the required levels, and what it changed of the one before. */
export interface PolicyVersionLine {
  readonly number: number;
  readonly at: Date;
  /** null for the first version, and where the reader may not see who it was. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly changes: readonly PolicyChange[];
}

export const VERSIONS_PAGE = 20;

/** Versions of the required levels, newest first, one page; none while the city never changed them. Three queries. */
export async function listPolicyVersions(
  database: Database,
  grant: Grant,
  page: number,
  withNames: boolean,
): Promise<{ readonly total: number; readonly versions: readonly PolicyVersionLine[] }> {
  const where = { cityId: grant.cityId };
  const [total, rows] = await Promise.all([
    database.policyVersion.count({ where }),
    // One more than is shown: the oldest is compared with the one before it.
    database.policyVersion.findMany({
      where,
      orderBy: { number: "desc" },
      skip: (page - 1) * VERSIONS_PAGE,
      take: VERSIONS_PAGE + 1,
    }),
  ]);
  const ids = withNames ? rows.flatMap(({ createdById }) => createdById ?? []) : [];
  const people = await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const policies = rows.map(({ policy }) => policyFrom(policy as unknown as StoredPolicy));
  const versions = rows.slice(0, VERSIONS_PAGE).map((row, i): PolicyVersionLine => {
    const [now, before] = [policies[i], policies[i + 1]];
    return {
      number: row.number,
      at: row.createdAt,
      by: row.createdById === null ? null : (names.get(row.createdById) ?? null),
      reason: row.reason,
      changes: now === undefined || before === undefined ? [] : policyChanges(before, now),
    };
  });
  return { total, versions };
}
