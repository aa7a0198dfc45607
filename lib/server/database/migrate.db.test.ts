import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, inject, it } from "vitest";
import { withDatabase } from "./embedded";
import { lastMigratedSchema, migrate, readSchema } from "./migrate";

const MIGRATIONS = join("prisma", "migrations");

describe("migrations", () => {
  it("end where the schema files are", () => {
    expect(lastMigratedSchema(MIGRATIONS)).toBe(readSchema(join("prisma", "schema")));
  });

  it("are applied once when two processes start together", async () => {
    const name = `hoheit_migrate_${randomBytes(4).toString("hex")}`;
    const admin = new pg.Client({ connectionString: inject("databaseUrl") });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    const url = withDatabase(inject("databaseUrl"), name);
    try {
      const applied = await Promise.all([migrate(url, MIGRATIONS), migrate(url, MIGRATIONS), migrate(url, MIGRATIONS)]);
      expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
      expect(await migrate(url, MIGRATIONS)).toEqual([]);
    } finally {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    }
  });
});
