import { Prisma } from "@/generated/prisma/client";
import { SOON_DAYS } from "@/lib/domain/acceptance";
import type { Grant } from "@/lib/domain/access/authorise";
import type { Database, Tx } from "@/lib/server/database/client";
import type { AcceptanceLine, AcceptedRow, AcceptedState } from "./schema";

type Reader = Database | Tx;
type Reach = Pick<Grant<"service.read" | "gap.accept">, "cityId">;

export const ACCEPTED_PAGE = 50;
const SHOWN_PER_SERVICE = 20;

const COLUMNS = Prisma.sql`a."id", a."dimension", a."reason", to_char(a."until", 'YYYY-MM-DD') AS "until", a."approvedAt",
  a."endedAt", a."endReason", p."name" AS "approvedBy", e."name" AS "endedBy"`;
const PEOPLE = Prisma.sql`LEFT JOIN "User" p ON p."id" = a."approvedById" LEFT JOIN "User" e ON e."id" = a."endedById"`;

const nameless = <T extends AcceptanceLine>(row: T): T => ({ ...row, approvedBy: null, endedBy: null });

/** Acceptances of one service, those that hold first, then the latest. One query. */
export async function loadAcceptances(
  reader: Reader,
  grant: Reach,
  serviceId: string,
  withNames: boolean,
): Promise<readonly AcceptanceLine[]> {
  const rows = await reader.$queryRaw<AcceptanceLine[]>`
    SELECT ${COLUMNS} FROM "AcceptedDependency" a ${PEOPLE}
    WHERE a."cityId" = ${grant.cityId}::uuid AND a."serviceId" = ${serviceId}::uuid
    ORDER BY a."endedAt" DESC NULLS FIRST, a."id" DESC LIMIT ${SHOWN_PER_SERVICE}`;
  return withNames ? rows : rows.map(nameless);
}

export interface AcceptedList {
  readonly counts: Readonly<Record<AcceptedState, number>>;
  /** Services behind those that hold. */
  readonly services: number;
  readonly rows: readonly AcceptedRow[];
}

/** Acceptances of the city by state, one page; services out of use are left out. Two queries, whatever the size. */
export async function listAccepted(
  reader: Reader,
  grant: Reach,
  query: { readonly state: AcceptedState; readonly page: number; readonly today: string; readonly withNames: boolean },
): Promise<AcceptedList> {
  const { today, state, page, withNames } = query;
  const current = Prisma.sql`a."endedAt" IS NULL AND a."until" >= ${today}::date`;
  const conditions: Readonly<Record<AcceptedState, Prisma.Sql>> = {
    current,
    soon: Prisma.sql`${current} AND a."until" <= ${today}::date + ${SOON_DAYS}::int`,
    ended: Prisma.sql`NOT (${current})`,
  };
  const from = Prisma.sql`FROM "AcceptedDependency" a JOIN "Service" s ON s."id" = a."serviceId"`;
  const where = Prisma.sql`WHERE a."cityId" = ${grant.cityId}::uuid AND s."lifecycle" <> 'retired'`;
  const order =
    state === "ended"
      ? Prisma.sql`COALESCE(a."endedAt", a."until"::timestamptz) DESC, a."id" DESC`
      : Prisma.sql`a."until", s."name", a."id"`;
  const [counted, rows] = await Promise.all([
    reader.$queryRaw<Record<AcceptedState | "services", number>[]>`
      SELECT count(*) FILTER (WHERE ${conditions.current})::int AS "current",
        count(*) FILTER (WHERE ${conditions.soon})::int AS "soon",
        count(*) FILTER (WHERE ${conditions.ended})::int AS "ended",
        count(DISTINCT a."serviceId") FILTER (WHERE ${conditions.current})::int AS "services" ${from} ${where}`,
    reader.$queryRaw<AcceptedRow[]>`
      SELECT ${COLUMNS}, s."id" AS "serviceId", s."name" AS "serviceName", d."name" AS "departmentName",
        c."munichValue", c."munichBest", c."munichWorst", c."exposure", c."exposureAtLeast", c."requiredMunich",
        c."requiredExposure", CASE a."dimension" WHEN 'munich' THEN c."gapMunich" ELSE c."gapExposure" END AS "gap"
      ${from} JOIN "ServiceScore" c ON c."serviceId" = s."id" LEFT JOIN "Department" d ON d."id" = s."departmentId" ${PEOPLE}
      ${where} AND ${conditions[state]} ORDER BY ${order} LIMIT ${ACCEPTED_PAGE} OFFSET ${(page - 1) * ACCEPTED_PAGE}`,
  ]);
  const { current: held = 0, soon = 0, ended = 0, services = 0 } = counted[0] ?? {};
  return { counts: { current: held, soon, ended }, services, rows: withNames ? rows : rows.map(nameless) };
}
