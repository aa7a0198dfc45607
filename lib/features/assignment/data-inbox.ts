import { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { reachOf } from "@/lib/domain/access/permissions";
import { DEFAULT_POLICY } from "@/lib/domain/profile/policy";
import type { Database, Tx } from "@/lib/server/database/client";

type Reader = Database | Tx;
type Reach = Pick<Grant<"assessment.read">, "cityId" | "userId" | "role">;
const sql = Prisma.sql;

/** What can wait for somebody, in the order it is listed. */
export const INBOX_KINDS = ["returned", "assignment", "approval", "changed", "review"] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

/** Whose: one's own work, or everything in the departments (or the whole city) that one may write to. */
export type InboxView = "me" | { readonly departments: "all" | readonly string[] };

export interface InboxRow {
  readonly kind: InboxKind;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly departmentName: string | null;
  readonly method: string;
  /** ISO day: when it is due; for approvals the day it was handed in, for changes the day they were noticed. */
  readonly day: string | null;
  readonly overdue: boolean;
  /** Reason of the return. */
  readonly reason: string | null;
  readonly note: string | null;
  /** Who is asked, who handed it in, or who began it. */
  readonly person: string | null;
}

export interface InboxCount {
  readonly kind: InboxKind;
  readonly count: number;
  readonly overdue: number;
}

/** A point in time as the day it is in Berlin. */
const berlinDay = (at: Prisma.Sql) => sql`(${at} AT TIME ZONE 'Europe/Berlin')::date`;

/** The SQL twin of `reviewDueOn` with the interval of `reviewMonths` (compared by a test). */
const REVIEW_DUE = sql`(${berlinDay(
  sql`GREATEST(COALESCE(a."approvedAt", a."updatedAt"), COALESCE(a."confirmedAt", a."approvedAt", a."updatedAt"))`,
)} + make_interval(months => COALESCE((ci."policy"->COALESCE(c."protectionNeed", 'normal')->>'reviewMonths')::int,
  CASE COALESCE(c."protectionNeed", 'normal') WHEN 'high' THEN ${DEFAULT_POLICY.high.reviewMonths}::int
    WHEN 'very-high' THEN ${DEFAULT_POLICY["very-high"].reviewMonths}::int ELSE ${DEFAULT_POLICY.normal.reviewMonths}::int END)))::date`;

/** Somebody who handed it in, began it or gave one of its answers, from the assessment and its log. */
const authored = (
  cityId: string,
  userId: string,
) => sql`(a."createdById" = ${userId}::uuid OR a."submittedById" = ${userId}::uuid
  OR EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."cityId" = ${cityId}::uuid AND e."subjectType" = 'assessment'
    AND e."subjectId" = a."id"::text AND e."actorId" = ${userId}::uuid AND e."action" IN ('assessment.create', 'assessment.save', 'assessment.submit')))`;

/** One relation of everything that waits: kind, service, method, day, reason, note, person. Retired services wait for nobody. */
function waiting(grant: Reach, view: InboxView, today: string): Prisma.Sql {
  const { cityId, userId } = grant;
  const mine = view === "me";
  const inReach = mine
    ? sql`TRUE`
    : view.departments === "all"
      ? sql`TRUE`
      : sql`s."departmentId" = ANY(${[...view.departments]}::uuid[])`;
  const returned = sql`a."state" = 'draft' AND a."rejectReason" IS NOT NULL`;
  const began = mine ? sql`(a."createdById" = ${userId}::uuid OR a."submittedById" = ${userId}::uuid)` : inReach;
  const parts = [
    sql`SELECT CASE WHEN ${returned} THEN 'returned' ELSE 'assignment' END AS "kind", x."serviceId", x."method", x."dueOn" AS "day",
        x."dueOn" < ${today}::date AS "overdue", CASE WHEN ${returned} THEN a."rejectReason" END AS "reason", x."note",
        x."assigneeId" AS "personId"
      FROM "Assignment" x JOIN "Service" s ON s."id" = x."serviceId"
      LEFT JOIN "Assessment" a ON a."serviceId" = x."serviceId" AND a."method" = x."method" AND a."rater" = 'first' AND a."state" <> 'superseded'
      WHERE x."cityId" = ${cityId}::uuid AND x."doneAt" IS NULL AND x."withdrawnAt" IS NULL AND s."lifecycle" <> 'retired'
        AND ${mine ? sql`x."assigneeId" = ${userId}::uuid` : inReach}`,
    // Given back without an open assignment: it waits for whoever worked on it.
    sql`SELECT 'returned', a."serviceId", a."method", NULL::date, FALSE, a."rejectReason", NULL, a."createdById"
      FROM "Assessment" a JOIN "Service" s ON s."id" = a."serviceId"
      WHERE a."cityId" = ${cityId}::uuid AND ${returned} AND s."lifecycle" <> 'retired'
        AND ${mine ? authored(cityId, userId) : inReach}
        AND NOT EXISTS (SELECT 1 FROM "Assignment" x WHERE x."serviceId" = a."serviceId" AND x."method" = a."method"
          AND x."doneAt" IS NULL AND x."withdrawnAt" IS NULL AND ${mine ? sql`x."assigneeId" = ${userId}::uuid` : sql`TRUE`})`,
    sql`SELECT 'review', a."serviceId", a."method", ${REVIEW_DUE}, ${REVIEW_DUE} < ${today}::date, NULL, NULL, a."createdById"
      FROM "Assessment" a JOIN "Service" s ON s."id" = a."serviceId" JOIN "City" ci ON ci."id" = a."cityId"
      LEFT JOIN "ServiceScore" c ON c."serviceId" = a."serviceId"
      WHERE a."cityId" = ${cityId}::uuid AND a."state" = 'approved' AND a."rater" = 'first' AND s."lifecycle" <> 'retired'
        AND ${began}
        AND a."changedSince" IS NULL AND ${REVIEW_DUE} <= ${today}::date`,
    // What has changed since it was approved needs a look now, whenever its review would be due.
    sql`SELECT 'changed', a."serviceId", a."method", ${berlinDay(sql`a."changedSince"`)}, FALSE, NULL, NULL, a."createdById"
      FROM "Assessment" a JOIN "Service" s ON s."id" = a."serviceId"
      WHERE a."cityId" = ${cityId}::uuid AND a."state" = 'approved' AND a."rater" = 'first' AND a."changedSince" IS NOT NULL
        AND s."lifecycle" <> 'retired' AND ${began}`,
  ];
  // Approving is one's own task wherever the service belongs; nobody approves their own.
  if (mine && reachOf(grant.role, "assessment.approve") !== null) {
    parts.push(sql`SELECT 'approval', a."serviceId", a."method", ${berlinDay(sql`a."submittedAt"`)}, FALSE, NULL, NULL, a."submittedById"
      FROM "Assessment" a JOIN "Service" s ON s."id" = a."serviceId"
      WHERE a."cityId" = ${cityId}::uuid AND a."state" = 'submitted' AND s."lifecycle" <> 'retired' AND NOT ${authored(cityId, userId)}`);
  }
  return Prisma.join(parts, " UNION ALL ");
}

/** How many things wait for the person: the number in the navigation, the sum of the inbox's first tab. One query. */
export async function countInbox(reader: Reader, grant: Reach, today: string): Promise<number> {
  const [row] = await reader.$queryRaw<{ n: number }[]>(
    sql`SELECT count(*)::int AS n FROM (${waiting(grant, "me", today)}) w`,
  );
  return row?.n ?? 0;
}

export const INBOX_PER_PAGE = 25;

export interface Inbox {
  readonly counts: readonly InboxCount[];
  readonly rows: readonly InboxRow[];
  /** Rows of the chosen kind, or all. */
  readonly total: number;
  /** The page shown; the last one when a later one was asked for. */
  readonly page: number;
}

/** One page of what waits, with the counts by kind. Two queries. @param kind only this one; null = all */
export async function loadInbox(
  reader: Reader,
  grant: Reach,
  view: InboxView,
  today: string,
  kind: InboxKind | null,
  wanted: number,
): Promise<Inbox> {
  const all = waiting(grant, view, today);
  const found = await reader.$queryRaw<InboxCount[]>(sql`
    SELECT w."kind", count(*)::int AS "count", count(*) FILTER (WHERE w."overdue")::int AS "overdue" FROM (${all}) w GROUP BY w."kind"`);
  const counts = INBOX_KINDS.map(
    (each) => found.find((row) => row.kind === each) ?? { kind: each, count: 0, overdue: 0 },
  );
  const total = counts.filter((each) => kind === null || each.kind === kind).reduce((sum, each) => sum + each.count, 0);
  const page = Math.min(wanted, Math.max(1, Math.ceil(total / INBOX_PER_PAGE)));
  const rows = await reader.$queryRaw<InboxRow[]>(sql`
    SELECT w."kind", w."serviceId", s."name" AS "serviceName", d."name" AS "departmentName", w."method",
      to_char(w."day", 'YYYY-MM-DD') AS "day", w."overdue", w."reason", w."note", u."name" AS "person"
    FROM (${all}) w JOIN "Service" s ON s."id" = w."serviceId" LEFT JOIN "Department" d ON d."id" = s."departmentId"
      LEFT JOIN "User" u ON u."id" = w."personId"
    WHERE ${kind === null ? sql`TRUE` : sql`w."kind" = ${kind}`}
    ORDER BY array_position(${[...INBOX_KINDS]}::text[], w."kind"), w."day" NULLS FIRST, s."name", w."serviceId", w."method", w."personId"
    LIMIT ${INBOX_PER_PAGE} OFFSET ${(page - 1) * INBOX_PER_PAGE}`);
  return { counts, rows, total, page };
}

/** From this many days before its end on, evidence is called expiring. */
export const EXPIRING_DAYS = 30;

/** Evidence in reach that has expired or soon will. One query. */
export async function countExpiring(
  reader: Reader,
  grant: Pick<Grant<"evidence.read">, "cityId">,
  departments: "all" | readonly string[],
  today: string,
): Promise<{ readonly expired: number; readonly expiring: number }> {
  const [row] = await reader.$queryRaw<{ expired: number; expiring: number }[]>(sql`
    SELECT count(*) FILTER (WHERE e."expiresOn" < ${today}::date)::int AS expired,
      count(*) FILTER (WHERE e."expiresOn" >= ${today}::date)::int AS expiring
    FROM "Evidence" e JOIN "Service" s ON s."id" = e."serviceId"
    WHERE e."cityId" = ${grant.cityId}::uuid AND e."withdrawnAt" IS NULL AND e."expiresOn" <= ${today}::date + ${EXPIRING_DAYS}::int
      AND s."lifecycle" <> 'retired'
      AND ${departments === "all" ? sql`TRUE` : sql`s."departmentId" = ANY(${[...departments]}::uuid[])`}`);
  return { expired: row?.expired ?? 0, expiring: row?.expiring ?? 0 };
}
