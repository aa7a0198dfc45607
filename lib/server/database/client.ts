import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/generated/prisma/client";

export type Database = PrismaClient;
/** Inside a transaction. Mutations take this, so that a write without a transaction does not compile. */
export type Tx = Prisma.TransactionClient;

const POOL_SIZE = 10;
const store = globalThis as { hoheitDatabase?: { url: string; client: PrismaClient } };

/** The database of this process; DATABASE_URL is set by the start-up before anything asks for it. */
export function db(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; start Hoheit with npm start or through the command line.");
  if (store.hoheitDatabase?.url !== url) store.hoheitDatabase = { url, client: connect(url) };
  return store.hoheitDatabase.client;
}

/** A client of its own, for tests and the command line. Call `$disconnect()` when done. */
export function connect(url: string): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: POOL_SIZE }) });
}

/** One transaction, long enough for an import of 20,000 rows. */
export function transaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.$transaction(work, { maxWait: 15_000, timeout: 300_000 });
}

/**
 * Several reads at once on the pool; inside a transaction, which is one connection, one after the other. Prisma's queries
 * start when they are awaited, so hand them over as they are.
 */
export async function together<const T extends readonly PromiseLike<unknown>[]>(
  reader: Database | Tx,
  queries: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  type Results = { -readonly [K in keyof T]: Awaited<T[K]> };
  if (isPool(reader)) return (await Promise.all(queries)) as Results;
  const results: unknown[] = [];
  for (const query of queries) results.push(await query);
  return results as Results;
}

/** Is this the pool, and no transaction? A transaction's client can neither connect nor disconnect. */
export const isPool = (reader: Database | Tx): reader is Database =>
  "$disconnect" in reader && reader.$disconnect !== undefined;
