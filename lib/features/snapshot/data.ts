import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Grant } from "@/lib/domain/access/authorise";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { computeMetric, type By, type MetricId, type MetricResult } from "@/lib/domain/strategy/metrics";
import { filterToQuery, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { canonical } from "@/lib/server/audit";
import type { Database, Tx } from "@/lib/server/database/client";
import { cacheKey, decodedRows, pastMetrics } from "./data-cache";

export type Reader = Database | Tx;

/** What a list shows of a snapshot; the rows stay where they are. */
export interface SnapshotInfo {
  readonly id: string;
  readonly kind: "daily" | "named";
  readonly name: string | null;
  /** ISO day. */
  readonly date: string;
  readonly methodRef: string;
  readonly services: number;
  /** SHA-256 of the uncompressed rows, hex. */
  readonly hash: string;
  readonly createdAt: string;
}

export interface Snapshot extends SnapshotInfo {
  readonly rows: readonly PortfolioRow[];
}

/** The stored bytes are not what was hashed when the snapshot was taken. */
export class BrokenSnapshot extends Error {
  constructor(readonly snapshot: Pick<SnapshotInfo, "id" | "date" | "hash">) {
    super(`snapshot ${snapshot.id} of ${snapshot.date} does not match its hash`);
    this.name = "BrokenSnapshot";
  }
}

/** Rows as the bytes that are hashed and stored: JSON with sorted keys, ordered by service id, so that equal portfolios give equal hashes. */
export async function packRows(
  rows: readonly PortfolioRow[],
): Promise<{ packed: Uint8Array<ArrayBuffer>; hash: string }> {
  const ordered = [...rows].sort((a, b) => (a.serviceId < b.serviceId ? -1 : a.serviceId > b.serviceId ? 1 : 0));
  const bytes = Buffer.from(canonical(ordered), "utf8");
  const packed = new Uint8Array(await promisify(gzip)(bytes));
  return { packed, hash: sha256(bytes) };
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const INFO = {
  id: true,
  kind: true,
  name: true,
  date: true,
  methodRef: true,
  services: true,
  hash: true,
  createdAt: true,
} as const;

interface InfoRow {
  id: string;
  kind: string;
  name: string | null;
  date: Date;
  methodRef: string;
  services: number;
  hash: string;
  createdAt: Date;
}

const toInfo = (row: InfoRow): SnapshotInfo => ({
  id: row.id,
  kind: row.kind === "named" ? "named" : "daily",
  name: row.name,
  date: row.date.toISOString().slice(0, 10),
  methodRef: row.methodRef,
  services: row.services,
  hash: row.hash,
  createdAt: row.createdAt.toISOString(),
});

/** All snapshots of the city without their rows, newest first; of one day the last taken first. */
export async function listSnapshots(
  reader: Reader,
  grant: Pick<Grant<"snapshot.read">, "cityId">,
): Promise<SnapshotInfo[]> {
  const rows = await reader.snapshot.findMany({
    where: { cityId: grant.cityId },
    select: INFO,
    orderBy: [{ date: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(toInfo);
}

/**
 * One snapshot of the city with its rows, checked against its hash; null when the city has no such snapshot.
 * Decoded rows stay in memory (they cannot change), so that pages read them once.
 * @throws BrokenSnapshot when bytes and hash disagree.
 */
export async function readSnapshot(
  reader: Reader,
  grant: Pick<Grant<"snapshot.read">, "cityId">,
  id: string,
): Promise<Snapshot | null> {
  const info = await reader.snapshot.findFirst({ where: { id, cityId: grant.cityId }, select: INFO });
  return info === null ? null : { ...toInfo(info), rows: await rowsOf(reader, grant, toInfo(info)) };
}

/** The rows of a listed snapshot. @throws BrokenSnapshot when bytes and hash disagree or the rows are gone. */
export async function rowsOf(
  reader: Reader,
  grant: Pick<Grant<"snapshot.read">, "cityId">,
  info: Pick<SnapshotInfo, "id" | "date" | "hash">,
): Promise<readonly PortfolioRow[]> {
  const known = decodedRows.get(cacheKey(info));
  if (known !== undefined) return known;
  const rows = await unpack(reader, grant, info);
  decodedRows.set(cacheKey(info), rows);
  return rows;
}

/** True when the stored bytes still are what was hashed. Always reads the database, never the memory. */
export async function verifySnapshot(
  reader: Reader,
  grant: Pick<Grant<"snapshot.read">, "cityId">,
  info: Pick<SnapshotInfo, "id" | "date" | "hash">,
): Promise<boolean> {
  try {
    await unpack(reader, grant, info);
    return true;
  } catch (error) {
    if (error instanceof BrokenSnapshot) return false;
    throw error;
  }
}

async function unpack(
  reader: Reader,
  grant: Pick<Grant<"snapshot.read">, "cityId">,
  info: Pick<SnapshotInfo, "id" | "date" | "hash">,
): Promise<PortfolioRow[]> {
  const stored = await reader.snapshot.findFirst({
    where: { id: info.id, cityId: grant.cityId },
    select: { rows: true },
  });
  if (stored === null) throw new BrokenSnapshot(info);
  let bytes: Uint8Array;
  try {
    bytes = await promisify(gunzip)(stored.rows);
  } catch {
    throw new BrokenSnapshot(info);
  }
  if (sha256(bytes) !== info.hash) throw new BrokenSnapshot(info);
  return JSON.parse(Buffer.from(bytes).toString("utf8")) as PortfolioRow[];
}

/** What one metric said on a snapshot's day. */
export type PastMetric = Omit<MetricResult, "services" | "unknownServices" | "queries">;

export interface MetricRequest {
  readonly metric: MetricId;
  readonly by: By;
  readonly scope: ServiceFilter;
}

/**
 * Several metrics on one snapshot, in the order asked for; null when the snapshot is broken. Results are kept, not rows:
 * two years of days fit, and a second request decodes nothing.
 */
export async function metricsAt(
  reader: Reader,
  grant: Pick<Grant<"snapshot.read">, "cityId">,
  info: Pick<SnapshotInfo, "id" | "date" | "hash">,
  requests: readonly MetricRequest[],
): Promise<readonly PastMetric[] | null> {
  const keys = requests.map(({ metric, by, scope }) => `${cacheKey(info)}:${metric}:${by}:${filterToQuery(scope)}`);
  const known = keys.map((key) => pastMetrics.get(key));
  if (known.every((result) => result !== undefined)) return known;
  let rows: readonly PortfolioRow[];
  try {
    rows = await rowsOf(reader, grant, info);
  } catch (error) {
    if (error instanceof BrokenSnapshot) return null;
    throw error;
  }
  return requests.map(({ metric, by, scope }, i) => {
    const before = known[i];
    if (before) return before;
    const {
      services: _services,
      unknownServices: _unknown,
      queries: _queries,
      ...result
    } = computeMetric(metric, rows, {
      by,
      scope,
      today: info.date,
    });
    pastMetrics.set(keys[i] ?? "", result);
    return result;
  });
}
