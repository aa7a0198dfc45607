import { LRUCache } from "lru-cache";
import { isPool, type Database, type Tx } from "./database/client";

/**
 * The state of a city's data as a word that changes with every write: each has its audit row in the same transaction,
 * and rows of one city commit in the order of their ids. null = nothing was ever recorded, so nothing can be told.
 */
export async function cityRevision(reader: Database | Tx, cityId: string): Promise<string | null> {
  const [last] = await reader.$queryRaw<{ own: bigint | null; shared: bigint | null }[]>`
    SELECT (SELECT max("id") FROM "AuditEvent" WHERE "cityId" = ${cityId}::uuid) AS own,
      (SELECT max("id") FROM "AuditEvent" WHERE "cityId" IS NULL) AS shared`;
  const { own = null, shared = null } = last ?? {};
  return own === null ? null : `${cityId}:${own}:${shared ?? 0n}`;
}

/**
 * Remembers what `compute` gave for a city until the city's data change.
 * @param most sum of weights kept in memory; the oldest use goes first
 * @param weight of one result, at least 1; 1 when not given
 */
export function perRevision<T extends object>(most: number, weight: (value: T) => number = () => 1) {
  const kept = new LRUCache<string, T>({ maxSize: most, sizeCalculation: (value) => Math.max(1, weight(value)) });
  return async (reader: Database | Tx, cityId: string, key: string, compute: () => Promise<T>): Promise<T> => {
    // A transaction may see its own unrecorded writes.
    const revision = isPool(reader) ? await cityRevision(reader, cityId) : null;
    if (revision === null) return compute();
    const name = `${revision}:${key}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const fresh = await compute();
    kept.set(name, fresh);
    return fresh;
  };
}
