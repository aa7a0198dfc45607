import pg from "pg";
import { describe, expect, it } from "vitest";
import { authorise } from "@/lib/domain/access/authorise";
import { ROLES } from "@/lib/domain/access/permissions";
import { auditActor } from "@/lib/server/access";
import { audit } from "@/lib/server/audit";
import { transaction } from "@/lib/server/database/client";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { AUDIT_PAGE_SIZE, auditChoices, berlinMidnight, checkChain, exportAudit, listAudit } from "./data";
import { auditFilter } from "./schema";

const test = freshDatabase();
const all = auditFilter.parse({});

async function logged(slug: string, count: number) {
  const { city, actors } = await testCity(test.database, slug);
  const people = [auditActor(actors.administrator), auditActor(actors.strategist), { userId: null, name: "cli" }];
  for (let index = 0; index < count; index++) {
    const at = new Date(Date.UTC(2026, 2, 1 + index, 12));
    await transaction(test.database, (tx) =>
      audit(
        tx,
        [
          {
            cityId: city.id,
            actor: people[index % 3] ?? { userId: null, name: "system" },
            action: index % 2 === 0 ? "service.update" : "goal.create",
            subjectType: index % 2 === 0 ? "service" : "goal",
            subjectId: `id-${index}`,
            subjectName: `Eintrag ${index}`,
            before: index % 2 === 0 ? { name: "alt" } : undefined,
            after: { name: "neu" },
            reason: index === 0 ? "weil" : null,
          },
        ],
        at,
      ),
    );
  }
  return { city, actors, grant: testGrant(actors.auditor, "audit.read") };
}

describe("the log", () => {
  it("lists newest first, in pages, and filters by person, action, subject and day", async () => {
    const { grant, actors } = await logged("log-eins", AUDIT_PAGE_SIZE + 7);
    const first = await listAudit(test.database, grant, all, 1);
    const second = await listAudit(test.database, grant, all, 2);
    expect([first.total, first.rows.length, second.rows.length]).toEqual([AUDIT_PAGE_SIZE + 7, AUDIT_PAGE_SIZE, 7]);
    expect(first.rows[0]?.subjectName).toBe(`Eintrag ${AUDIT_PAGE_SIZE + 6}`);
    expect(second.rows.at(-1)).toMatchObject({
      subjectName: "Eintrag 0",
      reason: "weil",
      changes: [{ field: "name", before: "alt", after: "neu" }],
    });
    const count = async (query: object) => (await listAudit(test.database, grant, auditFilter.parse(query), 1)).total;
    expect(await count({ person: actors.administrator.userId })).toBe(19);
    expect(await count({ person: "cli" })).toBe(19);
    expect(await count({ action: "goal.create" })).toBe(28);
    expect(await count({ subject: "service", person: "cli" })).toBe(10);
    expect(await count({ from: "2026-03-03", to: "2026-03-05" })).toBe(3);
    expect(await count({ from: "not a day", person: "00000000-0000-0000-0000-00000000000x" })).toBe(0);
    const choices = await auditChoices(test.database, grant);
    expect(choices.people.map((person) => person.name).sort()).toEqual([
      "administrator log-eins",
      "cli",
      "strategist log-eins",
    ]);
    expect(choices.actions).toEqual(["goal.create", "service.update"]);
  });

  it("exports exactly what the filter finds, and nothing of another city", async () => {
    const { grant } = await logged("log-zwei", 9);
    const other = await logged("log-drei", 4);
    const rows = [];
    for await (const part of exportAudit(test.database, grant, auditFilter.parse({ subject: "goal" })))
      rows.push(...part);
    expect(rows.map((row) => row.subjectName)).toEqual(["Eintrag 7", "Eintrag 5", "Eintrag 3", "Eintrag 1"]);
    expect((await listAudit(test.database, other.grant, all, 1)).total).toBe(4);
    expect(ROLES.filter((role) => !authorise(other.actors[role], "audit.read").refused)).toEqual([
      "administrator",
      "auditor",
    ]);
  });

  it("is whole until somebody forges, slips in or takes out a row past Hoheit", async () => {
    const { grant, city } = await logged("log-vier", 5);
    const neighbour = await logged("log-fuenf", 3);
    expect(await checkChain(test.database, grant)).toMatchObject({
      rows: 5,
      brokenAt: null,
      lastHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const client = new pg.Client({ connectionString: test.url });
    await client.connect();
    const inserted = await client.query(
      `INSERT INTO "AuditEvent" ("cityId","at","actorName","action","subjectType","subjectId","after","prevHash","hash")
       SELECT "cityId", now(), 'niemand', 'service.update', 'service', 'x', '{"name":"gefälscht"}', "hash", repeat('0', 64)
       FROM "AuditEvent" WHERE "cityId" = $1 ORDER BY "id" DESC LIMIT 1 RETURNING "id"`,
      [city.id],
    );
    expect(await checkChain(test.database, grant)).toMatchObject({ rows: 5, brokenAt: String(inserted.rows[0].id) });
    // Even with the trigger off, a changed or missing row in the middle is found.
    const ids = await test.database.auditEvent.findMany({
      where: { cityId: neighbour.city.id },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    await client.query(`ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_append_only"`);
    await client.query(`DELETE FROM "AuditEvent" WHERE "id" = $1`, [ids[1]?.id.toString()]);
    await client.query(`ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_append_only"`);
    await client.end();
    expect(await checkChain(test.database, neighbour.grant)).toMatchObject({ rows: 1, brokenAt: String(ids[2]?.id) });
  });
});

describe("berlinMidnight", () => {
  it("begins a day where Berlin's day begins, in winter, in summer and when the clock changes", () => {
    expect(berlinMidnight("2026-01-15", 0).toISOString()).toBe("2026-01-14T23:00:00.000Z");
    expect(berlinMidnight("2026-07-15", 0).toISOString()).toBe("2026-07-14T22:00:00.000Z");
    expect(berlinMidnight("2026-03-29", 0).toISOString()).toBe("2026-03-28T23:00:00.000Z");
    expect(berlinMidnight("2026-03-29", 1).toISOString()).toBe("2026-03-29T22:00:00.000Z");
    expect(berlinMidnight("2026-10-25", 1).toISOString()).toBe("2026-10-25T23:00:00.000Z");
  });
});
