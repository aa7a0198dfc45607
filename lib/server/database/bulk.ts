import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "./client";

/** Keeps the parameter of one statement at a few megabytes. */
const ROWS_PER_STATEMENT = 4_000;

/**
 * Inserts any number of rows in few statements. Values are as JSON has them: dates as ISO text, JSON columns as objects,
 * lists for text arrays. Columns that the first row leaves out get the table's default, so all rows must have the same keys.
 * @param table name of the table, from the program, never from outside
 */
export async function bulkInsert(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Prisma.raw(Object.keys(first).map(quote).join(", "));
  const target = Prisma.raw(quote(table));
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const chunk = JSON.stringify(rows.slice(start, start + ROWS_PER_STATEMENT));
    await tx.$executeRaw`INSERT INTO ${target} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${target}, ${chunk}::jsonb)`;
  }
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
