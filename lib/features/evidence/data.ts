import { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { EXPIRES_SOON_DAYS } from "@/lib/domain/evidence";
import { evidenceCriteria, type EvidenceCriterion } from "@/lib/domain/evidence/criteria";
import { methods } from "@/lib/domain/method/registry";
import type { Method } from "@/lib/domain/method/types";
import type { Database, Tx } from "@/lib/server/database/client";
import type { EvidenceOverviewRow, EvidenceRow, EvidenceState } from "./schema";

type Reader = Database | Tx;
/** Whoever may read evidence, or decides about an answer with it in view. */
type ReadGrant = Pick<Grant<"evidence.read">, "cityId">;

export const EVIDENCE_PAGE = 50;
/** More evidence than this for one service is not shown; nobody reads it. */
export const MOST_PER_SERVICE = 1_000;

const COLUMNS = Prisma.sql`e."id", e."methodId", e."criterion", e."kind", e."title", e."url", e."text", e."fileName", e."fileType",
  e."fileSize", e."sha256", e."level", to_char(e."validFrom", 'YYYY-MM-DD') AS "validFrom",
  to_char(e."receivedOn", 'YYYY-MM-DD') AS "receivedOn", to_char(e."expiresOn", 'YYYY-MM-DD') AS "expiresOn", e."createdAt",
  a."name" AS "addedBy", e."withdrawnAt" IS NOT NULL AS "withdrawn", e."withdrawnAt", w."name" AS "withdrawnBy", e."withdrawnReason"`;
const PEOPLE = Prisma.sql`LEFT JOIN "User" a ON a."id" = e."createdById" LEFT JOIN "User" w ON w."id" = e."withdrawnById"`;

/**
 * Evidence of one service, the bytes of files left out: by method and criterion, what is withdrawn last, then the latest
 * first. Empty for another city's service. One query.
 */
export async function loadEvidence(
  reader: Reader,
  grant: ReadGrant,
  serviceId: string,
): Promise<readonly EvidenceRow[]> {
  return reader.$queryRaw<EvidenceRow[]>`
    SELECT ${COLUMNS} FROM "Evidence" e ${PEOPLE}
    WHERE e."cityId" = ${grant.cityId}::uuid AND e."serviceId" = ${serviceId}::uuid
    ORDER BY e."methodId", e."criterion", e."withdrawnAt" IS NOT NULL, e."id" DESC LIMIT ${MOST_PER_SERVICE}`;
}

export interface EvidenceOverview {
  readonly counts: Readonly<Record<EvidenceState, number>>;
  /** Services with evidence that has expired or expires soon. */
  readonly services: number;
  readonly rows: readonly EvidenceOverviewRow[];
}

/**
 * Evidence of the city by state, one page, what expires first at the top. Withdrawn evidence and services out of use are
 * left out. Two queries, whatever the size.
 */
export async function listEvidence(
  reader: Reader,
  grant: ReadGrant,
  query: { readonly state: EvidenceState; readonly page: number; readonly today: string },
): Promise<EvidenceOverview> {
  const { state, page, today } = query;
  const expired = Prisma.sql`e."expiresOn" < ${today}::date`;
  const due = Prisma.sql`e."expiresOn" <= ${today}::date + ${EXPIRES_SOON_DAYS}::int`;
  const conditions: Readonly<Record<EvidenceState, Prisma.Sql>> = {
    due,
    expired,
    soon: Prisma.sql`${due} AND NOT (${expired})`,
    all: Prisma.sql`TRUE`,
  };
  const from = Prisma.sql`FROM "Evidence" e JOIN "Service" s ON s."id" = e."serviceId"`;
  const where = Prisma.sql`WHERE e."cityId" = ${grant.cityId}::uuid AND e."withdrawnAt" IS NULL AND s."lifecycle" <> 'retired'`;
  const count = (key: EvidenceState) =>
    Prisma.sql`count(*) FILTER (WHERE ${conditions[key]})::int AS ${Prisma.raw(`"${key}"`)}`;
  const [counted, rows] = await Promise.all([
    reader.$queryRaw<Record<EvidenceState | "services", number>[]>`
      SELECT ${Prisma.join([count("due"), count("expired"), count("soon"), count("all")])},
        count(DISTINCT e."serviceId") FILTER (WHERE ${due})::int AS "services" ${from} ${where}`,
    reader.$queryRaw<EvidenceOverviewRow[]>`
      SELECT ${COLUMNS}, s."id" AS "serviceId", s."name" AS "serviceName", d."name" AS "departmentName"
      ${from} LEFT JOIN "Department" d ON d."id" = s."departmentId" ${PEOPLE}
      ${where} AND ${conditions[state]}
      ORDER BY e."expiresOn" NULLS LAST, s."name", e."id" LIMIT ${EVIDENCE_PAGE} OFFSET ${(page - 1) * EVIDENCE_PAGE}`,
  ]);
  const { services = 0, ...counts } = counted[0] ?? { due: 0, expired: 0, soon: 0, all: 0 };
  return { counts, services, rows };
}

/** The bytes of a file as they were handed in, also of withdrawn evidence; null when the city has no such file. */
export async function readEvidenceFile(
  reader: Reader,
  grant: ReadGrant,
  id: string,
): Promise<{ readonly fileName: string; readonly type: string; readonly content: Uint8Array<ArrayBuffer> } | null> {
  const row = await reader.evidence.findFirst({
    where: { id, cityId: grant.cityId, kind: "file" },
    select: { fileName: true, fileType: true, file: { select: { content: true } } },
  });
  if (!row?.file) return null;
  return {
    fileName: row.fileName ?? "",
    type: row.fileType ?? "application/octet-stream",
    content: new Uint8Array(row.file.content),
  };
}

/** Criteria that evidence can be given for: of the methods that ship, and of the city's own. One query. */
export async function loadCriteria(reader: Reader, cityId: string): Promise<readonly EvidenceCriterion[]> {
  const own = await reader.cityMethod.findMany({
    where: { cityId },
    select: { data: true },
    orderBy: { createdAt: "asc" },
  });
  // Files of methods are checked on upload.
  return evidenceCriteria([...methods, ...own.map(({ data }) => data as unknown as Method)]);
}
