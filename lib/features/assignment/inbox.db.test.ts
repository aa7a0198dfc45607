import path from "node:path";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Prisma } from "@/generated/prisma/client";
import type { Role } from "@/lib/domain/access/permissions";
import { reviewDueOn, reviewMonths } from "@/lib/domain/assignment/review";
import type { ProtectionNeed } from "@/lib/domain/facts";
import { policyFrom } from "@/lib/domain/profile/policy";
import { dayInBerlin } from "@/lib/format";
import { auditActor, type CityActor } from "@/lib/server/access";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { returnAssessment, saveAssessment } from "../assessment/mutations";
import { saveAnswersInput } from "../assessment/schema";
import { syncCatalogue } from "../catalogue/mutations";
import { rescore } from "../score/mutations";
import { countExpiring, countInbox, INBOX_PER_PAGE, loadInbox, type InboxKind, type InboxView } from "./data-inbox";

const test = freshDatabase();
const MUNICH = "munich-sds@2026-02";
const TODAY = dayInBerlin(new Date());
const later = (days: number) => new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000);
type City = Awaited<ReturnType<typeof testCity>>;
let city: City;
let neighbour: City;
let made = 0;

beforeAll(async () => {
  await syncCatalogue(test.database, path.join(process.cwd(), "catalogue"));
  city = await testCity(test.database, "stadt");
  neighbour = await testCity(test.database, "andere");
});
beforeEach(async () => {
  await test.database.service.deleteMany({});
  await test.database.city.updateMany({ data: { policy: Prisma.DbNull } });
});

async function service(departmentId: string | null = city.department.id, rest: { need?: ProtectionNeed } = {}) {
  made += 1;
  const { id } = await test.database.service.create({
    data: {
      cityId: city.city.id,
      name: `Dienst ${made}`,
      naturalKey: `dienst-${made}`,
      departmentId,
      ...(rest.need ? { confidentiality: rest.need } : {}),
    },
  });
  await test.database.$transaction((tx) => rescore(tx, city.city.id, [id]), { timeout: 60_000 });
  return id;
}
const assignment = (serviceId: string, assignee: CityActor, days = 10) =>
  test.database.assignment.create({
    data: {
      cityId: city.city.id,
      serviceId,
      method: MUNICH,
      assigneeId: assignee.userId,
      dueOn: later(days),
      batchId: crypto.randomUUID(),
    },
  });
const save = (actor: CityActor, id: string, input: Readonly<Record<string, unknown>> = {}) =>
  saveAssessment(
    test.database,
    testGrant(actor, "assessment.write"),
    auditActor(actor),
    id,
    saveAnswersInput.parse({ method: MUNICH, version: 0, answers: { alt: { value: "yes" } }, ...input }),
  );
async function submitted(actor: CityActor, id: string) {
  const result = await save(actor, id, { submit: true });
  if (!result.ok) throw new Error(result.code);
  return { assessmentId: result.value.id, version: result.value.version };
}
const giveBack = async (id: string, step: { assessmentId: string; version: number }) => {
  const { approver } = city.actors;
  const result = await returnAssessment(
    test.database,
    testGrant(approver, "assessment.approve"),
    auditActor(approver),
    id,
    { ...step, reason: "Beleg fehlt" },
  );
  if (!result.ok) throw new Error(result.code);
};
const inbox = (actor: CityActor, view: InboxView = "me", kind: InboxKind | null = null, page = 1) =>
  loadInbox(test.database, testGrant(actor, "assessment.read"), view, TODAY, kind, page);
const kinds = async (actor: CityActor, view: InboxView = "me") =>
  (await inbox(actor, view)).rows.map(({ kind, serviceId }) => [kind, serviceId]);

describe("the inbox of a person", () => {
  it("holds one's own assignments, overdue first, and counts like the navigation", async () => {
    const [a, b, c, strange] = [await service(), await service(), await service(), await service()];
    const owner = city.actors["service-owner"];
    await assignment(a, owner, 5);
    await assignment(b, owner, -3);
    await assignment(c, owner, 0);
    await assignment(strange, city.actors.strategist);
    const { rows, counts, total } = await inbox(owner);
    expect(rows.map(({ serviceId, overdue }) => [serviceId, overdue])).toEqual([
      [b, true],
      [c, false],
      [a, false],
    ]);
    expect(counts.find(({ kind }) => kind === "assignment")).toEqual({ kind: "assignment", count: 3, overdue: 1 });
    expect(total).toBe(3);
    for (const role of ["service-owner", "strategist", "approver", "viewer"] as const) {
      const actor = city.actors[role];
      const all = await inbox(actor);
      expect(await countInbox(test.database, testGrant(actor, "assessment.read"), TODAY), role).toBe(all.total);
    }
    expect((await inbox(neighbour.actors["service-owner"])).total).toBe(0);
  });

  it("shows what was given back once, with the reason, to whoever was asked or had worked on it", async () => {
    const owner = city.actors["service-owner"];
    const [asked, unasked] = [await service(), await service()];
    await assignment(asked, owner);
    await giveBack(asked, await submitted(owner, asked));
    await giveBack(unasked, await submitted(owner, unasked));
    const { rows } = await inbox(owner);
    expect(rows.map(({ kind, serviceId, reason }) => [kind, serviceId, reason])).toEqual([
      ["returned", unasked, "Beleg fehlt"],
      ["returned", asked, "Beleg fehlt"],
    ]);
    expect(await kinds(city.actors.strategist)).toEqual([]);
    const open = await test.database.assessment.findFirstOrThrow({ where: { serviceId: unasked } });
    await save(owner, unasked, { assessmentId: open.id, version: open.version });
    expect(await kinds(owner)).toEqual([["returned", asked]]);
  });

  it("asks approvers and administrators for approval, never for their own", async () => {
    const [first, own] = [await service(), await service()];
    await submitted(city.actors["service-owner"], first);
    await submitted(city.actors.administrator, own);
    const waits = (id: string) => ["approval", id];
    expect(await kinds(city.actors.approver)).toEqual([waits(first), waits(own)]);
    expect(await kinds(city.actors.administrator)).toEqual([waits(first)]);
    for (const role of ["service-owner", "strategist", "auditor", "viewer"] as const satisfies readonly Role[])
      expect(await kinds(city.actors[role]), role).toEqual([]);
  });

  it("leaves retired services alone", async () => {
    const id = await service();
    await assignment(id, city.actors["service-owner"]);
    await test.database.service.update({ where: { id }, data: { lifecycle: "retired" } });
    expect(await kinds(city.actors["service-owner"])).toEqual([]);
  });

  it("is paged, and a page behind the last one shows the last", async () => {
    for (let i = 0; i < INBOX_PER_PAGE + 2; i++) await assignment(await service(), city.actors["service-owner"], i);
    const first = await inbox(city.actors["service-owner"]);
    const last = await inbox(city.actors["service-owner"], "me", null, 99);
    expect([first.rows.length, last.rows.length, last.page]).toEqual([INBOX_PER_PAGE, 2, 2]);
    expect(new Set([...first.rows, ...last.rows].map(({ serviceId }) => serviceId)).size).toBe(INBOX_PER_PAGE + 2);
  });
});

describe("the inbox of departments", () => {
  it("reaches one's departments and no other; the city for those who write city-wide", async () => {
    const [mine, other, none] = [await service(), await service(city.other.id), await service(null)];
    for (const id of [mine, other, none]) await assignment(id, city.actors.strategist, 3);
    const departments = (ids: readonly string[]): InboxView => ({ departments: ids });
    expect(await kinds(city.actors["service-owner"], departments([city.department.id]))).toEqual([
      ["assignment", mine],
    ]);
    expect((await inbox(city.actors.strategist, { departments: "all" })).total).toBe(3);
    expect((await inbox(neighbour.actors.strategist, { departments: "all" })).total).toBe(0);
  });
});

describe("reviews", () => {
  it("are due when the interval of the protection need is over, and what has changed is named once", async () => {
    const owner = city.actors["service-owner"];
    const policy = policyFrom(null);
    const needs: readonly (ProtectionNeed | null)[] = [null, "normal", "high", "very-high"];
    const cases = fc.sample(
      fc.record({
        need: fc.constantFrom(...needs),
        approved: fc.integer({ min: 300, max: 800 }),
        confirmed: fc.option(fc.integer({ min: 1, max: 800 }), { nil: null }),
        changed: fc.nat(5).map((n) => n === 0),
      }),
      { numRuns: 40, seed: 3 },
    );
    const expected: (readonly [string, string])[] = [];
    for (const { need, approved, confirmed, changed } of cases) {
      const id = await service(city.department.id, need === null ? {} : { need });
      const noon = (days: number) => new Date(later(-days).getTime() + 12 * 3_600_000);
      await test.database.assessment.create({
        data: {
          cityId: city.city.id,
          serviceId: id,
          method: MUNICH,
          state: "approved",
          answers: {},
          createdById: owner.userId,
          approvedAt: noon(approved),
          confirmedAt: confirmed === null ? null : noon(confirmed),
          changedSince: changed ? noon(1) : null,
        },
      });
      const day = reviewDueOn(
        dayInBerlin(noon(approved)),
        confirmed === null ? null : dayInBerlin(noon(confirmed)),
        reviewMonths(policy, need),
      );
      if (changed) expected.push(["changed", id]);
      else if (day <= TODAY) expected.push(["review", id]);
    }
    const found = [
      ...(await inbox(owner, { departments: [city.department.id] }, null, 1)).rows,
      ...(await inbox(owner, { departments: [city.department.id] }, null, 2)).rows,
    ].map(({ kind, serviceId }) => [kind, serviceId] as const);
    const sorted = (pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => pair.join()).sort();
    expect(expected.length).toBeGreaterThan(10);
    expect(sorted([...new Map(found.map((pair) => [pair.join(), pair])).values()])).toEqual(sorted(expected));
    expect((await inbox(owner)).total).toBe(expected.length);
    expect((await inbox(city.actors.strategist)).total).toBe(0);
  });

  it("follow the city's own interval", async () => {
    const id = await service(city.department.id, { need: "high" });
    const approvedAt = new Date(later(-200).getTime() + 12 * 3_600_000);
    await test.database.assessment.create({
      data: {
        cityId: city.city.id,
        serviceId: id,
        method: MUNICH,
        state: "approved",
        answers: {},
        createdById: city.actors.strategist.userId,
        approvedAt,
      },
    });
    expect(await kinds(city.actors.strategist)).toEqual([]);
    await test.database.city.update({
      where: { id: city.city.id },
      data: { policy: { normal: {}, high: { reviewMonths: 3 }, "very-high": {} } },
    });
    expect(await kinds(city.actors.strategist)).toEqual([["review", id]]);
  });
});

describe("evidence", () => {
  it("is counted when expired or expiring within 30 days, inside the reach", async () => {
    const [mine, other] = [await service(), await service(city.other.id)];
    const evidence = (serviceId: string, days: number, withdrawn = false) =>
      test.database.evidence.create({
        data: {
          cityId: city.city.id,
          serviceId,
          methodId: "munich-sds",
          criterion: "alt",
          kind: "statement",
          title: "x",
          level: "claimed",
          expiresOn: later(days),
          withdrawnAt: withdrawn ? new Date() : null,
        },
      });
    await evidence(mine, -1);
    await evidence(mine, 0);
    await evidence(mine, 30);
    await evidence(mine, 31);
    await evidence(mine, -1, true);
    await evidence(other, 5);
    const grant = testGrant(city.actors["service-owner"], "evidence.read");
    expect(await countExpiring(test.database, grant, [city.department.id], TODAY)).toEqual({ expired: 1, expiring: 2 });
    expect(await countExpiring(test.database, grant, "all", TODAY)).toEqual({ expired: 1, expiring: 3 });
    const foreign = testGrant(neighbour.actors.strategist, "evidence.read");
    expect(await countExpiring(test.database, foreign, "all", TODAY)).toEqual({ expired: 0, expiring: 0 });
  });
});
