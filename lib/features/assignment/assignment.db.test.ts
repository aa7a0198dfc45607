import path from "node:path";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/permissions";
import { progressState, PROGRESS_STATES } from "@/lib/domain/assignment/state";
import { authorise } from "@/lib/domain/access/authorise";
import { dayInBerlin } from "@/lib/format";
import { auditActor, type CityActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { approveAssessment, returnAssessment, saveAssessment } from "../assessment/mutations";
import { saveAnswersInput } from "../assessment/schema";
import { syncCatalogue } from "../catalogue/mutations";
import { rescore } from "../score/mutations";
import { loadPlan } from "./data";
import { loadBatches, loadProgress, loadProgressByPerson, loadWork } from "./data-progress";
import { createAssignments, reopenAssignments, settleAssignments, withdrawAssignments, wishOf } from "./mutations";
import { createAssignmentsInput, selectionOf } from "./schema";

const test = freshDatabase();
const MUNICH = "munich-sds@2026-02";
const TODAY = dayInBerlin(new Date());
const later = (days: number) =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const ALL_YES = Object.fromEntries(["alt", "head", "os", "sup", "api", "dat"].map((id) => [id, { value: "yes" }]));
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
});

/** Services with their stored scores, without the ceremony of one form each. */
async function services(count: number, departmentOf: (index: number) => string | null, owner: City = city) {
  const rows = Array.from({ length: count }, (_, i) => ({
    cityId: owner.city.id,
    name: `Dienst ${String(made + i).padStart(4, "0")}`,
    naturalKey: `dienst-${made + i}`,
    departmentId: departmentOf(i),
  }));
  made += count;
  await test.database.service.createMany({ data: rows });
  await test.database.$transaction((tx) => rescore(tx, owner.city.id, "all"), { timeout: 60_000 });
  return test.database.service.findMany({
    where: { cityId: owner.city.id, name: { in: rows.map(({ name }) => name) } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/** One more service owner of a department. */
async function person(name: string, departmentIds: readonly string[], owner: City = city): Promise<CityActor> {
  const user = await test.database.user.create({
    data: { email: `${name}-${made++}@stadt.example`, name, passwordHash: "unusable" },
  });
  await test.database.membership.create({
    data: {
      cityId: owner.city.id,
      userId: user.id,
      role: "service-owner",
      departments: { create: departmentIds.map((departmentId) => ({ departmentId })) },
    },
  });
  return { ...city.actors["service-owner"], userId: user.id, name, departmentIds };
}

async function assign(input: Readonly<Record<string, unknown>> = {}, role: Role = "strategist", owner: City = city) {
  const parsed = createAssignmentsInput.parse({ method: MUNICH, to: "owners", due: later(10), plan: "", ...input });
  const grant = testGrant(owner.actors[role], "assessment.assign");
  const { list } = selectionOf(parsed.selection);
  const planned = await loadPlan(test.database, grant, list, parsed.method, wishOf(parsed));
  const plan = typeof input["plan"] === "string" ? input["plan"] : planned.print;
  return createAssignments(test.database, grant, auditActor(owner.actors[role]), { ...parsed, plan });
}
async function assigned(input: Readonly<Record<string, unknown>> = {}) {
  const result = await assign(input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
const withdraw = (which: { id: string } | { batchId: string }, owner: City = city, role: Role = "strategist") =>
  withdrawAssignments(
    test.database,
    testGrant(owner.actors[role], "assessment.assign"),
    auditActor(owner.actors[role]),
    which,
    { reason: "vertan" },
  );
const save = (actor: CityActor, id: string, input: Readonly<Record<string, unknown>> = {}) =>
  saveAssessment(
    test.database,
    testGrant(actor, "assessment.write"),
    auditActor(actor),
    id,
    saveAnswersInput.parse({ method: MUNICH, version: 0, answers: ALL_YES, ...input }),
  );
const rowsOf = () => test.database.assignment.findMany({ orderBy: { id: "asc" } });

describe("twelve owners and 194 services", () => {
  it("are brought together in one batch, evenly, with a row in the log for each", async () => {
    const departments = [city.department.id, city.other.id];
    for (const name of ["Hoch", "Tief", "Soziales", "Schule"])
      departments.push((await test.database.department.create({ data: { cityId: city.city.id, name } })).id);
    const owners: CityActor[] = [];
    // The test city's own service owner is the first owner of the first department.
    for (let i = 1; i < 12; i++) owners.push(await person(`Person ${i}`, [departments[i % 6] ?? ""]));
    await services(194, (i) => departments[i % 6] ?? null);
    const before = await test.database.auditEvent.count({ where: { action: "assignment.create" } });
    const result = await assigned({ due: later(7) });
    expect(result).toMatchObject({ assigned: 194, skipped: 0, nobody: 0 });
    const load = await test.database.assignment.groupBy({ by: ["assigneeId"], _count: { _all: true } });
    expect(load).toHaveLength(12);
    expect(Math.max(...load.map((row) => row._count._all)) - Math.min(...load.map((row) => row._count._all))).toBe(1);
    // Nobody got a service of a department that is not theirs.
    const strange = await test.database.$queryRaw<unknown[]>`
      SELECT 1 FROM "Assignment" x JOIN "Service" s ON s."id" = x."serviceId" WHERE NOT EXISTS (
        SELECT 1 FROM "Membership" m JOIN "MembershipDepartment" d ON d."membershipId" = m."id"
        WHERE m."userId" = x."assigneeId" AND d."departmentId" = s."departmentId")`;
    expect(strange).toEqual([]);
    expect(await test.database.auditEvent.count({ where: { action: "assignment.create" } })).toBe(before + 194);
    expect((await verifyChain(test.database, city.city.id)).brokenAt).toBeNull();

    const grant = testGrant(city.actors.viewer, "assessment.read");
    const progress = await loadProgress(test.database, grant, TODAY, null);
    expect(progress.total.assigned).toBe(194);
    expect(progress.departments.filter((line) => line.assigned > 0)).toHaveLength(6);
    expect(progress.departments.reduce((sum, line) => sum + line.assigned, 0)).toBe(194);
    expect(progress).toMatchObject({ servicesAsked: 194, services: 194 });
    await test.database.user.deleteMany({ where: { id: { in: owners.map(({ userId }) => userId) } } });
  });
});

describe("assigning", () => {
  it("leaves out what is assigned, submitted or approved, and says who cannot be asked", async () => {
    const [a, b, c] = await services(4, (i) => (i === 3 ? null : city.department.id));
    await services(1, () => city.other.id);
    await assigned({ selection: `q=${encodeURIComponent(a?.name ?? "")}` });
    await save(city.actors.strategist, b?.id ?? "", { submit: true });
    const result = await assigned();
    expect(result).toMatchObject({ assigned: 1, skipped: 2, nobody: 2 });
    const rows = await rowsOf();
    expect(rows.map(({ serviceId }) => serviceId)).toEqual([a?.id, c?.id]);
    expect(rows.every(({ assigneeId }) => assigneeId === city.actors["service-owner"].userId)).toBe(true);
    // The same again finds nobody left to ask.
    expect(await assign()).toMatchObject({ ok: false, message: "assignment.nothingToAssign" });
  });

  it("carries out what was shown, or nothing", async () => {
    await services(2, () => city.department.id);
    const grant = testGrant(city.actors.strategist, "assessment.assign");
    const { print } = await loadPlan(test.database, grant, selectionOf("").list, MUNICH, wishOf({ to: "owners" }));
    await services(1, () => city.department.id);
    expect(await assign({ plan: print })).toMatchObject({ ok: false, code: "conflict" });
    expect(await rowsOf()).toEqual([]);
  });

  it("lets two batches at the same moment assign nothing twice", async () => {
    await services(5, () => city.department.id);
    const both = await Promise.all([assign(), assign()]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(await rowsOf()).toHaveLength(5);
  });

  it("asks only people of the city who reach the service", async () => {
    await services(2, (i) => (i === 0 ? city.department.id : city.other.id));
    const owner = city.actors["service-owner"].userId;
    expect(await assigned({ to: owner })).toMatchObject({ assigned: 1, nobody: 1 });
    for (const who of [city.actors.viewer, city.actors.approver, neighbour.actors.strategist])
      expect(await assign({ to: who.userId })).toMatchObject({ ok: false, fields: [{ path: "to" }] });
    expect(await assigned({ to: city.actors.strategist.userId, alsoAssigned: true })).toMatchObject({ assigned: 2 });
  });

  it("takes no unknown filter for a wider one, no other method and no day that has passed", async () => {
    await services(1, () => city.department.id);
    const problem = async (input: Record<string, unknown>) => {
      const result = await assign(input);
      return result.ok ? null : result.fields?.map(({ path: where }) => where);
    };
    expect(await problem({ selection: "munich=9" })).toEqual(["selection"]);
    expect(await problem({ method: "munich-sds@1999" })).toEqual(["method"]);
    expect(await problem({ due: later(-1) })).toEqual(["due"]);
    expect(await rowsOf()).toEqual([]);
  });

  it("is refused to every other role, and never touches another city", async () => {
    for (const role of ["service-owner", "approver", "auditor", "viewer"] as const)
      expect(authorise(city.actors[role], "assessment.assign").refused).toBe(true);
    await services(2, () => city.department.id);
    await services(1, () => neighbour.department.id, neighbour);
    const result = await assign({}, "strategist", neighbour);
    expect(result).toMatchObject({ ok: true, value: { assigned: 1 } });
    const [row] = await rowsOf();
    expect(row?.cityId).toBe(neighbour.city.id);
    expect(await withdraw({ id: row?.id ?? "" })).toMatchObject({ ok: false, code: "not-found" });
    expect(await withdraw({ batchId: row?.batchId ?? "" })).toMatchObject({ ok: false, code: "not-found" });
    expect((await rowsOf())[0]?.withdrawnAt).toBeNull();
  });
});

describe("withdrawing", () => {
  it("takes back one or the open ones of a batch, with the reason in the log", async () => {
    const [a] = await services(3, () => city.department.id);
    const { batchId } = await assigned();
    const owner = city.actors["service-owner"];
    const saved = await save(owner, a?.id ?? "", { submit: true });
    expect(saved.ok).toBe(true);
    const one = (await rowsOf()).find((row) => row.doneAt === null);
    expect(await withdraw({ id: one?.id ?? "" })).toMatchObject({ ok: true, value: { withdrawn: 1 } });
    expect(await withdraw({ id: one?.id ?? "" })).toMatchObject({ ok: false, message: "assignment.notOpen" });
    expect(await withdraw({ batchId })).toMatchObject({ ok: true, value: { withdrawn: 1 } });
    const rows = await rowsOf();
    expect(rows.filter((row) => row.withdrawnAt !== null)).toHaveLength(2);
    expect(rows.filter((row) => row.doneAt !== null && row.withdrawnAt === null)).toHaveLength(1);
    const log = await test.database.auditEvent.findMany({ where: { action: "assignment.withdraw" } });
    expect(log.map(({ reason }) => reason)).toEqual(["vertan", "vertan"]);
    // What was taken back can be assigned again.
    expect(await assigned()).toMatchObject({ assigned: 2, skipped: 1 });
  });
});

describe("the life of an assignment", () => {
  it("is done by handing in, open again when given back, and done by approval", async () => {
    const [service] = await services(1, () => city.department.id);
    const id = service?.id ?? "";
    await assigned();
    const owner = city.actors["service-owner"];
    expect((await save(owner, id)).ok).toBe(true);
    expect((await rowsOf())[0]?.doneAt).toBeNull();
    const draft = await test.database.assessment.findFirstOrThrow({ where: { serviceId: id } });
    const handed = await save(owner, id, { assessmentId: draft.id, version: draft.version, submit: true });
    if (!handed.ok) throw new Error(handed.code);
    expect((await rowsOf())[0]?.doneAt).not.toBeNull();
    const approver = testGrant(city.actors.approver, "assessment.approve");
    const step = { assessmentId: handed.value.id, version: handed.value.version };
    await returnAssessment(test.database, approver, auditActor(city.actors.approver), id, {
      ...step,
      reason: "Beleg?",
    });
    expect((await rowsOf())[0]?.doneAt).toBeNull();
    const again = await save(owner, id, { ...step, version: step.version + 1, submit: true });
    if (!again.ok) throw new Error(again.code);
    const approved = await approveAssessment(test.database, approver, auditActor(city.actors.approver), id, {
      assessmentId: again.value.id,
      version: again.value.version,
    });
    expect(approved.ok).toBe(true);
    const grant = testGrant(city.actors.viewer, "assessment.read");
    expect((await loadProgress(test.database, grant, TODAY, null)).total.counts).toMatchObject({
      approved: 1,
      open: 0,
    });
  });

  it("is done for everybody who was asked, and given back to them only once", async () => {
    const [service] = await services(1, () => city.department.id);
    const id = service?.id ?? "";
    await assigned();
    await assigned({ to: city.actors.strategist.userId, alsoAssigned: true });
    const at = new Date();
    const run = <T>(work: (tx: Parameters<typeof settleAssignments>[0]) => Promise<T>) =>
      test.database.$transaction(work);
    expect(await run((tx) => settleAssignments(tx, city.city.id, id, MUNICH, at))).toBe(2);
    expect(await run((tx) => settleAssignments(tx, city.city.id, id, MUNICH, at))).toBe(0);
    // Asked again in the meantime: the strategist has a newer one, so the older stays done.
    await assigned({ to: city.actors.strategist.userId });
    expect(await run((tx) => reopenAssignments(tx, city.city.id, id, MUNICH, at))).toBe(1);
    expect((await rowsOf()).filter((row) => row.doneAt === null)).toHaveLength(2);
    expect(await run((tx) => reopenAssignments(tx, neighbour.city.id, id, MUNICH, at))).toBe(0);
    expect(await run((tx) => reopenAssignments(tx, city.city.id, id, "basel-sds@2026-07", at))).toBe(0);
  });

  it("loses nothing when two owners answer the same service", async () => {
    const [service] = await services(1, () => city.department.id);
    const id = service?.id ?? "";
    const other = await person("Zweite", [city.department.id]);
    await assigned({ to: city.actors["service-owner"].userId });
    await assigned({ to: other.userId, alsoAssigned: true });
    const first = await save(city.actors["service-owner"], id, { answers: { alt: { value: "yes" } } });
    expect(first.ok).toBe(true);
    const second = await save(other, id, { answers: { alt: { value: "no" } }, submit: true });
    expect(second).toMatchObject({ ok: false, code: "conflict", current: { answers: { alt: { value: "yes" } } } });
    expect((await rowsOf()).every((row) => row.doneAt === null)).toBe(true);
  });
});

describe("progress", () => {
  it("counts like the domain, in every view, and leads from each number to its assignments", async () => {
    const spread = [city.department.id, city.other.id, null];
    const made = await services(60, (i) => spread[i % 3] ?? null);
    const days = [-30, -1, 0, 3, 7, 8, 60];
    const states = [null, "draft", "submitted", "approved"];
    const random = fc.sample(
      fc.record({
        day: fc.constantFrom(...days),
        done: fc.boolean(),
        withdrawn: fc.nat(4).map((n) => n === 0),
        assessment: fc.constantFrom(...states),
      }),
      { numRuns: made.length, seed: 7 },
    );
    const batches = [crypto.randomUUID(), crypto.randomUUID()];
    const people = [city.actors["service-owner"].userId, city.actors.strategist.userId];
    await test.database.assessment.createMany({
      data: made.flatMap(({ id }, i) => {
        const state = random[i]?.assessment ?? null;
        return state === null ? [] : [{ cityId: city.city.id, serviceId: id, method: MUNICH, state, answers: {} }];
      }),
    });
    await test.database.assignment.createMany({
      data: made.map(({ id }, i) => ({
        cityId: city.city.id,
        serviceId: id,
        method: MUNICH,
        assigneeId: people[i % 2] ?? "",
        dueOn: new Date(`${later(random[i]?.day ?? 0)}T00:00:00Z`),
        batchId: batches[i % 2] ?? "",
        doneAt: random[i]?.done === true ? new Date() : null,
        withdrawnAt: random[i]?.withdrawn === true ? new Date() : null,
      })),
    });
    const expected = random.map((each) => progressState({ ...each, dueOn: later(each.day) }, each.assessment, TODAY));
    const grant = testGrant(city.actors.strategist, "assessment.read");
    const progress = await loadProgress(test.database, grant, TODAY, null);
    const people2 = await loadProgressByPerson(
      test.database,
      testGrant(city.actors.strategist, "assessment.assign"),
      TODAY,
      MUNICH,
    );
    const lists = await loadBatches(test.database, grant, TODAY, 1);
    for (const state of PROGRESS_STATES) {
      const count = expected.filter((each) => each === state).length;
      expect(progress.total.counts[state], state).toBe(count);
      for (const lines of [progress.departments, progress.methods, people2, lists.rows])
        expect(
          lines.reduce((sum, line) => sum + line.counts[state], 0),
          state,
        ).toBe(count);
      expect((await loadWork(test.database, grant, TODAY, { states: [state] }, 1)).total, state).toBe(count);
    }
    for (const line of progress.departments)
      expect((await loadWork(test.database, grant, TODAY, { department: line.id ?? "none" }, 1)).total).toBe(
        line.assigned,
      );
    for (const line of people2)
      expect((await loadWork(test.database, grant, TODAY, { person: line.id ?? "" }, 1)).total).toBe(line.assigned);
    expect(lists.total).toBe(2);
    expect(lists.rows.reduce((sum, row) => sum + row.withdrawn, 0)).toBe(
      expected.filter((each) => each === null).length,
    );
  });

  it("names people who can no longer do their work, and sees nothing of another city", async () => {
    await services(1, () => city.department.id);
    const gone = await person("Weg", [city.department.id]);
    await assigned({ to: gone.userId });
    await test.database.membership.deleteMany({ where: { userId: gone.userId } });
    const grant = testGrant(city.actors.strategist, "assessment.assign");
    const [line] = await loadProgressByPerson(test.database, grant, TODAY, null);
    expect(line).toMatchObject({ name: "Weg", able: false, assigned: 1 });
    const foreign = testGrant(neighbour.actors.strategist, "assessment.read");
    expect((await loadProgress(test.database, foreign, TODAY, null)).total.assigned).toBe(0);
    expect((await loadWork(test.database, foreign, TODAY, {}, 1)).total).toBe(0);
  });
});
