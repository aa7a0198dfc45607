import type { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { fieldChanges, type FieldChange } from "@/lib/domain/audit/changes";
import { verifyChain } from "@/lib/server/audit";
import type { Database } from "@/lib/server/database/client";
import type { AuditFilter } from "./schema";

export const AUDIT_PAGE_SIZE = 50;
/** Rows per statement of an export. */
const CHUNK = 2_000;

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
  readonly hash: string;
}

/** One page of the city's log, newest first, and how many rows the filter finds. Two queries. */
export async function listAudit(database: Database, grant: Grant<"audit.read">, filter: AuditFilter, page: number) {
  const where = whereOf(grant, filter);
  const [total, rows] = await Promise.all([
    database.auditEvent.count({ where }),
    database.auditEvent.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * AUDIT_PAGE_SIZE,
      take: AUDIT_PAGE_SIZE,
    }),
  ]);
  return { total, rows: rows.map(toRow) };
}

/** What the filters offer: only values that occur. Names of departments resolve the ids that rows hold. */
export async function auditChoices(database: Database, grant: Grant<"audit.read">) {
  const { cityId } = grant;
  const [people, actions, subjects, departments] = await Promise.all([
    database.auditEvent.findMany({
      where: { cityId },
      distinct: ["actorId", "actorName"],
      orderBy: { id: "desc" },
      select: { actorId: true, actorName: true },
    }),
    database.auditEvent.findMany({ where: { cityId }, distinct: ["action"], select: { action: true } }),
    database.auditEvent.findMany({ where: { cityId }, distinct: ["subjectType"], select: { subjectType: true } }),
    database.department.findMany({ where: { cityId }, select: { id: true, name: true } }),
  ]);
  // Somebody who changed the name is offered once, under the latest one.
  const names = new Map<string, string>();
  for (const { actorId, actorName } of people) {
    const key = actorId ?? actorName;
    if (!names.has(key)) names.set(key, actorName);
  }
  return {
    people: [...names].map(([value, name]) => ({ value, name })),
    actions: actions.map((row) => row.action).sort(),
    subjects: subjects.map((row) => row.subjectType).sort(),
    departments: new Map(departments.map((row) => [row.id, row.name])),
  };
}

export interface ChainCheck {
  readonly rows: number;
  /** Id of the first row that does not fit; null when the chain is whole. */
  readonly brokenAt: string | null;
  /** Hash of the last row: written down elsewhere, it also proves that nothing was cut off at the end. */
  readonly lastHash: string | null;
}

/** Recomputes the hash of every row of the city's log, from the first on. */
export async function checkChain(database: Database, grant: Grant<"audit.read">): Promise<ChainCheck> {
  const { rows, brokenAt } = await verifyChain(database, grant.cityId);
  const last = await database.auditEvent.findFirst({
    where: { cityId: grant.cityId },
    orderBy: { id: "desc" },
    select: { hash: true },
  });
  return { rows, brokenAt: brokenAt?.toString() ?? null, lastHash: last?.hash ?? null };
}

/** All rows that the filter finds, newest first, in pieces: a log outgrows memory. */
export async function* exportAudit(
  database: Database,
  grant: Grant<"audit.read">,
  filter: AuditFilter,
): AsyncGenerator<readonly AuditRow[], void> {
  let before: bigint | null = null;
  for (;;) {
    const rows: Awaited<ReturnType<typeof database.auditEvent.findMany>> = await database.auditEvent.findMany({
      where: { AND: [whereOf(grant, filter), before === null ? {} : { id: { lt: before } }] },
      orderBy: { id: "desc" },
      take: CHUNK,
    });
    if (rows.length > 0) yield rows.map(toRow);
    if (rows.length < CHUNK) return;
    before = rows.at(-1)?.id ?? null;
  }
}

function whereOf(grant: Grant<"audit.read">, filter: AuditFilter): Prisma.AuditEventWhereInput {
  const isId = filter.person !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(filter.person);
  return {
    cityId: grant.cityId,
    ...(filter.person === null ? {} : isId ? { actorId: filter.person } : { actorId: null, actorName: filter.person }),
    ...(filter.action === null ? {} : { action: filter.action }),
    ...(filter.subject === null ? {} : { subjectType: filter.subject }),
    ...(filter.from === null && filter.to === null
      ? {}
      : {
          at: {
            ...(filter.from === null ? {} : { gte: berlinMidnight(filter.from, 0) }),
            ...(filter.to === null ? {} : { lt: berlinMidnight(filter.to, 1) }),
          },
        }),
  };
}

function toRow(row: Prisma.AuditEventGetPayload<object>): AuditRow {
  const { id, at, actorName, action, subjectType, subjectId, subjectName, reason, hash } = row;
  const changes = fieldChanges(row.before, row.after);
  return { id: id.toString(), at, actorName, action, subjectType, subjectId, subjectName, changes, reason, hash };
}

const berlinHour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", hour: "2-digit", hourCycle: "h23" });

/** The moment a day begins in Berlin, `plus` days later: UTC+2 in summer, else UTC+1. */
export function berlinMidnight(day: string, plus: number): Date {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + plus);
  const summer = new Date(date.getTime() - 2 * 3_600_000);
  return Number(berlinHour.format(summer)) === 0 ? summer : new Date(date.getTime() - 3_600_000);
}
