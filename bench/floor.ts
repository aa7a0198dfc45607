import type pg from "pg";

/*
 * What PostgreSQL alone needs for the same rows: plain SQL through the plain driver, nothing computed, nothing drawn.
 */

/** All stored figures of a city: what the dashboard reads. */
export const portfolioRows = (client: pg.Client, cityId: string) =>
  client.query(
    `SELECT s."id", s."name", s."departmentId", d."name" AS department, s."lifecycle", s."operatingModel", s."users", s."costPerYear", s."contractEnd", c.*
     FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s."id" LEFT JOIN "Department" d ON d."id" = s."departmentId"
     WHERE s."cityId" = $1`,
    [cityId],
  );

/** One page of the inventory by name, and the counts and sums of the whole selection. */
export async function listRows(client: pg.Client, cityId: string) {
  await client.query(
    `SELECT s."id", s."name", s."departmentId", d."name" AS department, s."costPerYear", s."users", s."contractEnd", c.*
     FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s."id" LEFT JOIN "Department" d ON d."id" = s."departmentId"
     WHERE s."cityId" = $1 AND s."lifecycle" <> 'retired' ORDER BY s."name", s."id" LIMIT 25`,
    [cityId],
  );
  await client.query(
    `SELECT count(*), sum(s."costPerYear"), count(*) FILTER (WHERE s."costPerYear" IS NULL), count(*) FILTER (WHERE c."munichValue" = 1),
       count(*) FILTER (WHERE c."munichValue" = 5), count(*) FILTER (WHERE c."gap" = 'open'), count(*) FILTER (WHERE c."exposure" IN ('J3','J4'))
     FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s."id" WHERE s."cityId" = $1 AND s."lifecycle" <> 'retired'`,
    [cityId],
  );
}

/** One service with what belongs to it, and the catalogue its exposure is computed from. */
export async function serviceRows(client: pg.Client, cityId: string, serviceId: string) {
  const one = (sql: string) => client.query(sql, [serviceId]);
  const city = (sql: string) => client.query(sql, [cityId]);
  await one(`SELECT * FROM "Service" WHERE "id" = $1`);
  await one(`SELECT * FROM "ServiceProduct" WHERE "serviceId" = $1`);
  await one(`SELECT * FROM "ServiceRole" WHERE "serviceId" = $1`);
  await one(`SELECT * FROM "Assessment" WHERE "serviceId" = $1`);
  await one(`SELECT * FROM "Dependency" WHERE "fromId" = $1 OR "toId" = $1`);
  await client.query(
    `SELECT * FROM "AuditEvent" WHERE "cityId" = $1 AND "subjectType" = 'service' AND "subjectId" = $2 ORDER BY "id" DESC LIMIT 20`,
    [cityId, serviceId],
  );
  await city(`SELECT * FROM "Organisation" WHERE "cityId" IS NULL OR "cityId" = $1`);
  await city(`SELECT * FROM "Ownership" WHERE "cityId" IS NULL OR "cityId" = $1`);
  await city(`SELECT * FROM "Product" WHERE "cityId" IS NULL OR "cityId" = $1`);
  await client.query(`SELECT * FROM "Jurisdiction"`);
}

/** Reads the facts of every service and writes every score row once, in one transaction that is taken back. */
export async function rescoreRows(client: pg.Client, cityId: string) {
  await client.query("BEGIN");
  for (const table of ["Service", "ServiceProduct", "ServiceRole", "Assessment", "Dependency"]) {
    await client.query(`SELECT * FROM "${table}" WHERE "cityId" = $1`, [cityId]);
  }
  await client.query(
    `UPDATE "ServiceScore" SET "munichAnswers" = "munichAnswers" || '', "computedAt" = now() WHERE "cityId" = $1`,
    [cityId],
  );
  await client.query("ROLLBACK");
}

/** Inserts as many services, roles, products, scores and audit rows as the city has, as copies, and takes them back. */
export async function importRows(client: pg.Client, cityId: string) {
  await client.query("BEGIN");
  for (const table of ["Service", "ServiceProduct", "ServiceRole", "ServiceScore"]) {
    await client.query(`CREATE TEMP TABLE "copy_${table}" (LIKE "${table}" INCLUDING INDEXES) ON COMMIT DROP`);
    await client.query(`INSERT INTO "copy_${table}" SELECT * FROM "${table}" WHERE "cityId" = $1`, [cityId]);
  }
  await client.query("ROLLBACK");
}
