import { createHash } from "node:crypto";
import type { Tx } from "./database/client";

export interface Actor {
  /** null for the command line and the system itself. */
  readonly userId: string | null;
  readonly name: string;
}

export interface AuditEntry {
  readonly cityId: string | null;
  readonly actor: Actor;
  /** `<noun>.<verb>`, e.g. `service.update`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectName?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
}

const GENESIS = "0".repeat(64);

/**
 * Appends audit rows in the caller's transaction, each chained to the one before by SHA-256. Writers of one city queue
 * on an advisory lock until commit, so the chain has no forks: call it last.
 */
export async function audit(tx: Tx, entries: readonly AuditEntry[], at: Date = new Date()): Promise<void> {
  if (entries.length === 0) return;
  const byCity = new Map<string | null, AuditEntry[]>();
  for (const entry of entries) {
    const group = byCity.get(entry.cityId);
    if (group) group.push(entry);
    else byCity.set(entry.cityId, [entry]);
  }
  for (const [cityId, group] of byCity) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-audit:${cityId ?? ""}`}, 0))`;
    const last = await tx.auditEvent.findFirst({
      where: { cityId },
      orderBy: { id: "desc" },
      select: { hash: true },
    });
    let prevHash = last?.hash ?? GENESIS;
    const rows = group.map((entry) => {
      const row = {
        cityId,
        at: at.toISOString(),
        actorId: entry.actor.userId,
        actorName: entry.actor.name,
        action: entry.action,
        subjectType: entry.subjectType,
        subjectId: entry.subjectId,
        subjectName: entry.subjectName ?? null,
        before: entry.before === undefined ? null : entry.before,
        after: entry.after === undefined ? null : entry.after,
        reason: entry.reason ?? null,
        prevHash,
      };
      prevHash = chainHash(row);
      return { ...row, hash: prevHash };
    });
    // One statement for any number of rows: an import writes thousands.
    await tx.$executeRaw`
      INSERT INTO "AuditEvent" ("cityId","at","actorId","actorName","action","subjectType","subjectId","subjectName","before","after","reason","prevHash","hash")
      SELECT "cityId","at","actorId","actorName","action","subjectType","subjectId","subjectName","before","after","reason","prevHash","hash"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
        "cityId" uuid, "at" timestamptz, "actorId" uuid, "actorName" text, "action" text, "subjectType" text,
        "subjectId" text, "subjectName" text, "before" jsonb, "after" jsonb, "reason" text, "prevHash" text, "hash" text)`;
  }
}

export interface ChainRow {
  readonly cityId: string | null;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly prevHash: string;
}

/** SHA-256 over the row's content and its predecessor's hash; key order is fixed, also inside JSON. */
export function chainHash(row: ChainRow): string {
  const content = [
    row.prevHash,
    row.cityId,
    row.at,
    row.actorId,
    row.actorName,
    row.action,
    row.subjectType,
    row.subjectId,
    row.subjectName,
    canonical(row.before),
    canonical(row.after),
    row.reason,
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** JSON with sorted keys: PostgreSQL's jsonb does not keep their order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * Walks a city's chain. @returns the number of rows and the id of the first row that does not fit, or null.
 */
export async function verifyChain(tx: Tx, cityId: string | null): Promise<{ rows: number; brokenAt: bigint | null }> {
  const PAGE = 5_000;
  let prevHash = GENESIS;
  let rows = 0;
  let after = 0n;
  for (;;) {
    const page = await tx.auditEvent.findMany({
      where: { cityId, id: { gt: after } },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    for (const row of page) {
      const expected = chainHash({ ...row, at: row.at.toISOString() });
      if (row.prevHash !== prevHash || row.hash !== expected) return { rows, brokenAt: row.id };
      prevHash = row.hash;
      rows += 1;
      after = row.id;
    }
    if (page.length < PAGE) return { rows, brokenAt: null };
  }
}

/** What changed between two flat records, as the pair to store. Equal fields are left out. */
export function difference(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const changed = Object.keys(after).filter((key) => canonical(before[key] ?? null) !== canonical(after[key] ?? null));
  if (changed.length === 0) return null;
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map((key) => [key, from[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}
