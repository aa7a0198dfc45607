import { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { DUE_SOON_DAYS, PROGRESS_STATES, type ProgressState } from "@/lib/domain/assignment/state";
import { CURRENT_LIFECYCLES } from "@/lib/domain/strategy/filter";
import { together, type Database, type Tx } from "@/lib/server/database/client";

type Reader = Database | Tx;
type Reach = Pick<Grant<"assessment.read">, "cityId">;
const sql = Prisma.sql;

/**
 * Every assignment of the city with how far it is: the SQL twin of `progressState` (compared by a test). Services that are
 * retired need nobody; their assignments wait unseen and come back when the service does.
 */
const work = (cityId: string, today: string): Prisma.Sql => sql`
  SELECT x."id", x."serviceId", x."method", x."assigneeId", x."batchId", x."dueOn", x."note", x."createdAt", x."createdById",
    s."name" AS "serviceName", s."departmentId",
    CASE WHEN x."withdrawnAt" IS NOT NULL THEN 'withdrawn'
      WHEN x."doneAt" IS NULL THEN CASE WHEN x."dueOn" < ${today}::date THEN 'overdue'
        WHEN x."dueOn" <= ${today}::date + ${DUE_SOON_DAYS}::int THEN 'due-soon' ELSE 'open' END
      WHEN a."state" IN ('submitted', 'approved') THEN a."state" ELSE 'again' END AS "state"
  FROM "Assignment" x JOIN "Service" s ON s."id" = x."serviceId"
  LEFT JOIN "Assessment" a ON a."serviceId" = x."serviceId" AND a."method" = x."method" AND a."rater" = 'first' AND a."state" <> 'superseded'
  WHERE x."cityId" = ${cityId}::uuid AND s."lifecycle" <> 'retired'`;

export type ProgressCounts = Readonly<Record<ProgressState, number>>;

export interface ProgressLine {
  /** Id of what is counted for; null = of no department. */
  readonly id: string | null;
  /** Null where nothing has a name: no department, or a method nobody knows any more. */
  readonly name: string | null;
  readonly counts: ProgressCounts;
  /** Sum of the counts: the denominator. */
  readonly assigned: number;
  /** Services of the portfolio in this department; only for departments. */
  readonly services?: number;
  /** Only for people: may they still write assessments of this city? */
  readonly able?: boolean;
}

const count = (state: ProgressState) =>
  sql`count(*) FILTER (WHERE w."state" = ${state})::int AS ${Prisma.raw(`"${state}"`)}`;
const COUNTS = Prisma.join(PROGRESS_STATES.map(count));

type Counted = Readonly<Record<ProgressState, number>>;

function line(row: Counted, rest: Omit<ProgressLine, "counts" | "assigned">): ProgressLine {
  const counts = Object.fromEntries(PROGRESS_STATES.map((state) => [state, row[state]])) as ProgressCounts as Record<
    ProgressState,
    number
  >;
  return { ...rest, counts, assigned: PROGRESS_STATES.reduce((sum, state) => sum + counts[state], 0) };
}

export interface Progress {
  readonly departments: readonly ProgressLine[];
  readonly methods: readonly ProgressLine[];
  readonly total: ProgressLine;
  /** Services that somebody is or was asked for, and services of the portfolio. */
  readonly servicesAsked: number;
  readonly services: number;
}

/**
 * How far the work is, by department and by method. Three queries.
 * @param method only this one; null = all
 */
export async function loadProgress(
  reader: Reader,
  grant: Reach,
  today: string,
  method: string | null,
): Promise<Progress> {
  const { cityId } = grant;
  const only = method === null ? sql`TRUE` : sql`w."method" = ${method}`;
  const [departments, methods, [sums]] = await together(reader, [
    reader.$queryRaw<(Counted & { id: string | null; name: string | null; services: number })[]>(sql`
      SELECT k."id", k."name", COALESCE(n."services", 0)::int AS "services", ${COUNTS}
      FROM (SELECT "id", "name" FROM "Department" WHERE "cityId" = ${cityId}::uuid UNION ALL SELECT NULL, NULL) k
      LEFT JOIN (
        SELECT "departmentId", count(*) AS "services" FROM "Service"
        WHERE "cityId" = ${cityId}::uuid AND "lifecycle" IN (${Prisma.join([...CURRENT_LIFECYCLES])}) GROUP BY "departmentId"
      ) n ON n."departmentId" IS NOT DISTINCT FROM k."id"
      LEFT JOIN (${work(cityId, today)}) w ON w."departmentId" IS NOT DISTINCT FROM k."id" AND ${only}
      GROUP BY k."id", k."name", n."services" ORDER BY k."name" NULLS LAST`),
    reader.$queryRaw<(Counted & { id: string })[]>(sql`
      SELECT w."method" AS "id", ${COUNTS} FROM (${work(cityId, today)}) w WHERE w."state" <> 'withdrawn'
      GROUP BY w."method" ORDER BY w."method"`),
    reader.$queryRaw<(Counted & { asked: number; services: number })[]>(sql`
      SELECT ${COUNTS}, count(DISTINCT w."serviceId")::int AS "asked",
        (SELECT count(*)::int FROM "Service" WHERE "cityId" = ${cityId}::uuid AND "lifecycle" <> 'retired') AS "services"
      FROM (${work(cityId, today)}) w WHERE w."state" <> 'withdrawn' AND ${only}`),
  ]);
  return {
    departments: departments
      .map((row) => line(row, { id: row.id, name: row.name, services: row.services }))
      .filter((each) => each.assigned > 0 || (each.services ?? 0) > 0),
    methods: methods.map((row) => line(row, { id: row.id, name: null })),
    total: line(sums ?? NOTHING, { id: null, name: null }),
    servicesAsked: sums?.asked ?? 0,
    services: sums?.services ?? 0,
  };
}

const NOTHING: Counted = { overdue: 0, "due-soon": 0, open: 0, submitted: 0, approved: 0, again: 0 };

/** How far each person's work is; also people who have left the city or lost the right since. One query. */
export async function loadProgressByPerson(
  reader: Reader,
  grant: Pick<Grant<"assessment.assign">, "cityId">,
  today: string,
  method: string | null,
): Promise<ProgressLine[]> {
  const only = method === null ? sql`TRUE` : sql`w."method" = ${method}`;
  const rows = await reader.$queryRaw<(Counted & { id: string; name: string; able: boolean })[]>(sql`
    SELECT w."assigneeId" AS "id", u."name", u."disabledAt" IS NULL AND EXISTS (
        SELECT 1 FROM "Membership" m WHERE m."userId" = u."id" AND m."cityId" = ${grant.cityId}::uuid
          AND (m."role" IN ('administrator', 'strategist') OR (m."role" = 'service-owner'
            AND EXISTS (SELECT 1 FROM "MembershipDepartment" md WHERE md."membershipId" = m."id")))
      ) AS "able", ${COUNTS}
    FROM (${work(grant.cityId, today)}) w JOIN "User" u ON u."id" = w."assigneeId"
    WHERE w."state" <> 'withdrawn' AND ${only}
    GROUP BY w."assigneeId", u."id", u."name", u."disabledAt" ORDER BY u."name", w."assigneeId"`);
  return rows.map((row) => line(row, { id: row.id, name: row.name, able: row.able }));
}

export const BATCHES_PER_PAGE = 20;

export interface BatchLine extends ProgressLine {
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly method: string;
  readonly dueOn: string;
  readonly note: string | null;
  readonly withdrawn: number;
  readonly people: number;
}

/** Batches, newest first, one page. Two queries. */
export async function loadBatches(
  reader: Reader,
  grant: Reach,
  today: string,
  page: number,
): Promise<{ readonly rows: readonly BatchLine[]; readonly total: number }> {
  const [rows, [total]] = await together(reader, [
    reader.$queryRaw<(Counted & Omit<BatchLine, keyof ProgressLine> & { id: string })[]>(sql`
      SELECT w."batchId" AS "id", min(w."createdAt") AS "createdAt", min(u."name") AS "createdBy", min(w."method") AS "method",
        to_char(min(w."dueOn"), 'YYYY-MM-DD') AS "dueOn", min(w."note") AS "note",
        count(*) FILTER (WHERE w."state" = 'withdrawn')::int AS "withdrawn", count(DISTINCT w."assigneeId")::int AS "people", ${COUNTS}
      FROM (${work(grant.cityId, today)}) w LEFT JOIN "User" u ON u."id" = w."createdById"
      GROUP BY w."batchId" ORDER BY min(w."createdAt") DESC, w."batchId"
      LIMIT ${BATCHES_PER_PAGE} OFFSET ${(page - 1) * BATCHES_PER_PAGE}`),
    reader.$queryRaw<{ n: number }[]>(sql`
      SELECT count(DISTINCT w."batchId")::int AS n FROM (${work(grant.cityId, today)}) w`),
  ]);
  return {
    rows: rows.map((row) => ({
      ...line(row, { id: row.id, name: null }),
      createdAt: row.createdAt,
      createdBy: row.createdBy,
      method: row.method,
      dueOn: row.dueOn,
      note: row.note,
      withdrawn: row.withdrawn,
      people: row.people,
    })),
    total: total?.n ?? 0,
  };
}

/** Which assignments to list; every part narrows. */
export interface WorkFilter {
  readonly department?: string;
  readonly method?: string;
  readonly person?: string;
  readonly batch?: string;
  readonly states?: readonly (ProgressState | "withdrawn")[];
}

export interface WorkRow {
  readonly id: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly departmentName: string | null;
  readonly method: string;
  readonly assigneeId: string;
  readonly assigneeName: string;
  readonly dueOn: string;
  readonly note: string | null;
  readonly state: ProgressState | "withdrawn";
}

export const WORK_PER_PAGE = 50;

/** Assignments behind a number, most urgent first, one page. Two queries. Withdrawn ones only when asked for. */
export async function loadWork(
  reader: Reader,
  grant: Reach,
  today: string,
  filter: WorkFilter,
  page: number,
): Promise<{ readonly rows: readonly WorkRow[]; readonly total: number; readonly openTotal: number }> {
  const conditions = [
    filter.states === undefined
      ? sql`w."state" <> 'withdrawn'`
      : sql`w."state" IN (${Prisma.join([...filter.states])})`,
  ];
  if (filter.department !== undefined)
    conditions.push(
      filter.department === "none" ? sql`w."departmentId" IS NULL` : sql`w."departmentId" = ${filter.department}::uuid`,
    );
  if (filter.method !== undefined) conditions.push(sql`w."method" = ${filter.method}`);
  if (filter.person !== undefined) conditions.push(sql`w."assigneeId" = ${filter.person}::uuid`);
  if (filter.batch !== undefined) conditions.push(sql`w."batchId" = ${filter.batch}::uuid`);
  const where = Prisma.join(conditions, " AND ");
  const [rows, [sums]] = await together(reader, [
    reader.$queryRaw<WorkRow[]>(sql`
      SELECT w."id", w."serviceId", w."serviceName", d."name" AS "departmentName", w."method", w."assigneeId",
        u."name" AS "assigneeName", to_char(w."dueOn", 'YYYY-MM-DD') AS "dueOn", w."note", w."state"
      FROM (${work(grant.cityId, today)}) w JOIN "User" u ON u."id" = w."assigneeId" LEFT JOIN "Department" d ON d."id" = w."departmentId"
      WHERE ${where}
      ORDER BY array_position(ARRAY['overdue', 'due-soon', 'open', 'again', 'submitted', 'approved', 'withdrawn'], w."state"),
        w."dueOn", w."serviceName", w."id"
      LIMIT ${WORK_PER_PAGE} OFFSET ${(page - 1) * WORK_PER_PAGE}`),
    reader.$queryRaw<{ n: number; open: number }[]>(sql`
      SELECT count(*)::int AS n, count(*) FILTER (WHERE w."state" IN ('overdue', 'due-soon', 'open'))::int AS open
      FROM (${work(grant.cityId, today)}) w WHERE ${where}`),
  ]);
  return { rows, total: sums?.n ?? 0, openTotal: sums?.open ?? 0 };
}
