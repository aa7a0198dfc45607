import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { syncCatalogue } from "@/lib/features/catalogue/mutations";
import { connect } from "../database/client";
import { startEmbedded, withDatabase } from "../database/embedded";
import { migrate } from "../database/migrate";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    templateDatabase: string;
  }
}

/**
 * One PostgreSQL for the whole run (embedded, or TEST_DATABASE_URL) with one migrated template that holds the catalogue; each
 * test file copies it (`freshDatabase`), so files neither wait for nor see each other.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const folder = given ? null : mkdtempSync(join(tmpdir(), "hoheit-test-"));
  const server = folder ? await startEmbedded(folder) : null;
  const url = given ?? server?.url ?? "";
  const template = `hoheit_template_${process.pid}`;
  await admin(url, `CREATE DATABASE ${template}`);
  await migrate(withDatabase(url, template), join(process.cwd(), "prisma", "migrations"));
  const database = connect(withDatabase(url, template));
  await syncCatalogue(database, join(process.cwd(), "catalogue"));
  // A template with an open connection cannot be copied.
  await database.$disconnect();
  project.provide("databaseUrl", url);
  project.provide("templateDatabase", template);
  return async () => {
    if (given) await admin(url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server?.stop();
    for (const used of [folder, server?.folder]) if (used) rmSync(used, { recursive: true, force: true });
  };
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
