import type { PortfolioRow } from "@/lib/domain/service/types";
import type { PastMetric, SnapshotInfo } from "./data";

// Snapshots never change, so what was decoded once stays true. Both memories are bounded; the oldest use goes first.

/** About a kilobyte each. */
const MOST_ROWS = 60_000;
const MOST_METRICS = 20_000;

const rows = new Map<string, readonly PortfolioRow[]>();
const metrics = new Map<string, PastMetric>();
let held = 0;

type Key = Pick<SnapshotInfo, "id" | "hash">;
const keyOf = ({ id, hash }: Key): string => `${id}:${hash}`;

/** Decoded rows of a snapshot, when they are still in memory. */
export function readRows(snapshot: Key): readonly PortfolioRow[] | null {
  const key = keyOf(snapshot);
  const found = rows.get(key);
  if (found === undefined) return null;
  rows.delete(key);
  rows.set(key, found);
  return found;
}

/** Keeps decoded rows until others need the room. A snapshot larger than all the room is not kept. */
export function rememberRows(snapshot: Key, decoded: readonly PortfolioRow[]): void {
  const key = keyOf(snapshot);
  if (rows.has(key) || decoded.length > MOST_ROWS) return;
  rows.set(key, decoded);
  held += decoded.length;
  for (const [oldest, list] of rows) {
    if (held <= MOST_ROWS) break;
    rows.delete(oldest);
    held -= list.length;
  }
}

/** A metric computed on a snapshot earlier. */
export function recall(key: string): PastMetric | null {
  return metrics.get(key) ?? null;
}

/** Keeps a metric of a snapshot. */
export function remember(key: string, result: PastMetric): void {
  metrics.set(key, result);
  const [oldest] = metrics.keys();
  if (metrics.size > MOST_METRICS && oldest !== undefined) metrics.delete(oldest);
}
