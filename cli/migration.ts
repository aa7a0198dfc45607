import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../lib/server/database/embedded";
import { diffSchemas, lastMigratedSchema, readSchema } from "../lib/server/database/migrate";

const MIGRATIONS = join("prisma", "migrations");

/** For developers: `npm run migration -- <name>` writes the next migration from the difference to prisma/schema. */
async function main(): Promise<void> {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    console.error("Usage: npm run migration -- <name_in_snake_case>");
    process.exit(2);
  }
  const schema = readSchema(join("prisma", "schema"));
  const script = await diff(lastMigratedSchema(MIGRATIONS), schema);
  if (!script) {
    console.error("The migrations and the schema already agree.");
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const target = join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "migration.sql"), script);
  writeFileSync(join(target, "schema.prisma"), schema);
  console.error(`Wrote ${target}/migration.sql. Read it before you commit it.`);
}

async function diff(from: string, to: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "hoheit-migration-"));
  const database = await startEmbedded(folder);
  try {
    return await diffSchemas(database.url, from, to);
  } finally {
    await database.stop();
    for (const used of [database.folder, folder]) rmSync(used, { recursive: true, force: true });
  }
}

void main();
