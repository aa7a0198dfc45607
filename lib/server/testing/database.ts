import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { authorise, type Grant } from "@/lib/domain/access/authorise";
import type { Permission, Role } from "@/lib/domain/access/permissions";
import type { CityActor } from "../access";
import { connect, type Database } from "../database/client";
import { withDatabase } from "../database/embedded";

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
}

/** Registers a database of its own for the test file; `DATABASE_URL` points at it, so that handlers use it too. */
export function freshDatabase(): TestDatabase {
  const state: { url?: string; database?: Database } = {};
  const name = `hoheit_test_${randomBytes(6).toString("hex")}`;
  beforeAll(async () => {
    await admin(`CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`);
    state.url = withDatabase(inject("databaseUrl"), name);
    state.database = connect(state.url);
    process.env.DATABASE_URL = state.url;
  });
  afterAll(async () => {
    await state.database?.$disconnect();
    await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return {
    get url() {
      if (!state.url) throw new Error("the database is there from beforeAll on");
      return state.url;
    },
    get database() {
      if (!state.database) throw new Error("the database is there from beforeAll on");
      return state.database;
    },
  };
}

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("databaseUrl") });
  await client.connect();
  // Two files copying the template in the same moment disturb each other for a moment.
  for (let attempt = 0; ; attempt++) {
    try {
      await client.query(statement);
      break;
    } catch (error) {
      if (attempt >= 20 || (error as { code?: string }).code !== "55006") {
        await client.end();
        throw error;
      }
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  await client.end();
}

/** A city with one person of each role; service owners own the first department. */
export async function testCity(database: Database, slug: string) {
  const city = await database.city.create({ data: { slug, name: `Stadt ${slug}` } });
  const department = await database.department.create({ data: { cityId: city.id, name: "IT" } });
  const other = await database.department.create({ data: { cityId: city.id, name: "Bauordnung" } });
  const roles: Role[] = ["administrator", "strategist", "service-owner", "approver", "auditor", "viewer"];
  const actors = {} as Record<Role, CityActor>;
  for (const role of roles) {
    const user = await database.user.create({
      data: { email: `${role}@${slug}.example`, name: `${role} ${slug}`, passwordHash: "unusable" },
    });
    await database.membership.create({
      data: {
        cityId: city.id,
        userId: user.id,
        role,
        ...(role === "service-owner" ? { departments: { create: [{ departmentId: department.id }] } } : {}),
      },
    });
    actors[role] = {
      userId: user.id,
      name: user.name,
      cityId: city.id,
      citySlug: slug,
      cityName: city.name,
      cityDemo: false,
      role,
      departmentIds: role === "service-owner" ? [department.id] : [],
    };
  }
  return { city, department, other, actors };
}

/** The grant of a test person; throws when the table refuses it. */
export function testGrant<P extends Permission>(actor: CityActor, permission: P): Grant<P> {
  const grant = authorise(actor, permission);
  if (grant.refused) throw new Error(`${actor.role} has no ${permission}`);
  return grant;
}
