import type { Grant } from "@/lib/domain/access/authorise";
import { munichSds } from "@/lib/domain/method/munich-sds-2026-02";
import { policyFrom, type Policy, type StoredPolicy } from "@/lib/domain/profile/policy";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { dayInBerlin } from "@/lib/format";
import type { Prisma } from "@/generated/prisma/client";
import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import { loadPortfolio } from "../portfolio/data";
import { packRows } from "./data";
import type { TakeSnapshotInput } from "./schema";

/** Who the audit log names for work nobody asked for. */
export const SYSTEM: Actor = { userId: null, name: "system" };

export interface SnapshotOrder {
  readonly kind: "daily" | "named";
  readonly name?: string | null;
  /** ISO day; today in Berlin when left out. */
  readonly date?: string;
  /** The portfolio to keep; the city's stored figures when left out. */
  readonly rows?: readonly PortfolioRow[];
  readonly policy?: Policy;
}

/**
 * Keeps the city's portfolio as it stands, in the caller's transaction; writes no audit row, see `storedSnapshotEntry`.
 * @returns id, hash and number of services; null when the day already has its daily snapshot.
 */
export async function storeSnapshot(
  tx: Tx,
  cityId: string,
  createdById: string | null,
  order: SnapshotOrder,
): Promise<{ id: string; hash: string; services: number; date: string } | null> {
  const rows = order.rows ?? (await loadPortfolio(tx, { cityId }));
  const city = await tx.city.findUniqueOrThrow({ where: { id: cityId }, select: { policy: true } });
  const { packed, hash } = await packRows(rows);
  const date = order.date ?? dayInBerlin(new Date());
  const methodRefs = [...new Set(rows.map((row) => row.methodRef))].sort();
  const [created] = await tx.snapshot.createManyAndReturn({
    data: [
      {
        cityId,
        kind: order.kind,
        name: order.name ?? null,
        date: new Date(`${date}T00:00:00Z`),
        methodRef: methodRefs.length === 0 ? munichSds.ref : methodRefs.join(" "),
        policy: (order.policy ?? policyFrom(city.policy as StoredPolicy | null)) as unknown as Prisma.InputJsonValue,
        services: rows.length,
        rows: packed,
        hash,
        createdById,
      },
    ],
    // Two processes may reach midnight together; the unique index lets one daily snapshot in.
    skipDuplicates: true,
    select: { id: true },
  });
  return created === undefined ? null : { id: created.id, hash, services: rows.length, date };
}

/** `storeSnapshot` with its audit row, which must be the last write of the transaction. */
export async function takeSnapshot(
  tx: Tx,
  grant: Pick<Grant<"snapshot.create">, "cityId">,
  actor: Actor,
  order: SnapshotOrder,
): Promise<{ id: string; hash: string } | null> {
  const stored = await storeSnapshot(tx, grant.cityId, actor.userId, order);
  if (stored === null) return null;
  await audit(tx, [
    {
      cityId: grant.cityId,
      actor,
      action: "snapshot.create",
      subjectType: "snapshot",
      subjectId: stored.id,
      subjectName: order.name ?? stored.date,
      after: { kind: order.kind, date: stored.date, services: stored.services, hash: stored.hash },
    },
  ]);
  return stored;
}

/** A named snapshot of today, on demand. */
export async function createSnapshot(
  database: Database,
  grant: Grant<"snapshot.create">,
  actor: Actor,
  input: TakeSnapshotInput,
): Promise<Result<{ id: string; hash: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string; hash: string }>> => {
    const any = await tx.service.findFirst({ where: { cityId: grant.cityId }, select: { id: true } });
    if (any === null) return refuse("not-possible", { message: "strategy.snapshotNothing" });
    const taken = await takeSnapshot(tx, grant, actor, { kind: "named", name: input.name });
    if (taken === null) throw new Error("a named snapshot was not stored");
    return ok(taken);
  });
}

/**
 * The daily snapshot of every city that has services and none of today yet; one transaction per city.
 * @returns number of snapshots taken.
 */
export async function takeDailySnapshots(database: Database, now: Date = new Date()): Promise<number> {
  const date = dayInBerlin(now);
  const cities = await database.city.findMany({
    where: {
      services: { some: {} },
      snapshots: { none: { kind: "daily", date: new Date(`${date}T00:00:00Z`) } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  let taken = 0;
  for (const city of cities) {
    const stored = await transaction(database, (tx) =>
      takeSnapshot(tx, { cityId: city.id }, SYSTEM, { kind: "daily", date }),
    );
    if (stored !== null) taken += 1;
  }
  return taken;
}
