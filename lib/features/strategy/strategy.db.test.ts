import { describe, expect, it } from "vitest";
import { authorise } from "@/lib/domain/access/authorise";
import { row } from "@/lib/domain/strategy/testing/rows";
import { dayInBerlin } from "@/lib/format";
import { verifyChain } from "@/lib/server/audit";
import { transaction } from "@/lib/server/database/client";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { rescore } from "../score/mutations";
import { storeSnapshot } from "../snapshot/mutations";
import { loadGoals } from "./data";
import { archiveGoal, createGoal, createStrategy, updateGoal, updateStrategy } from "./mutations";
import { goalInput, strategyInput, type GoalInput } from "./schema";

const test = freshDatabase();
const who = { userId: null, name: "test" };
const today = dayInBerlin(new Date());

/** A goal as a browser form sends it. */
const goal = (change: Readonly<Record<string, unknown>> = {}): GoalInput =>
  goalInput.parse({
    name: "Stufe 1 und 2",
    metric: "munich-1-2-share",
    by: "count",
    target: "60,5",
    due: "2099-12-31",
    responsible: "",
    baselineFrom: "value",
    baselineValue: "12,25",
    baselineDate: "2024-12-31",
    ...change,
  });

async function steered(slug: string) {
  const made = await testCity(test.database, slug);
  const grant = testGrant(made.actors.strategist, "strategy.write");
  const read = testGrant(made.actors.viewer, "strategy.read");
  const created = await createStrategy(
    test.database,
    grant,
    who,
    strategyInput.parse({ name: "Souverän", decidedOn: "31.12.2024", principles: "Offen\nImmer." }),
  );
  if (!created.ok) throw new Error("must be created");
  return { ...made, grant, read, strategyId: created.value.id };
}

async function withGoal(slug: string, change: Readonly<Record<string, unknown>> = {}) {
  const made = await steered(slug);
  const created = await createGoal(test.database, made.grant, who, goal(change));
  if (!created.ok) throw new Error(JSON.stringify(created));
  return { ...made, id: created.value.id };
}

describe("a strategy", () => {
  it("is one per city, with its principles; unchanged saving writes nothing", async () => {
    const { grant, read, strategyId, city } = await steered("eine");
    const again = await createStrategy(test.database, grant, who, strategyInput.parse({ name: "Zweite" }));
    expect(again).toMatchObject({ ok: false, code: "not-possible" });
    const { strategy } = await loadGoals(test.database, read);
    expect(strategy).toMatchObject({
      name: "Souverän",
      decidedOn: "2024-12-31",
      version: 1,
      principles: [{ title: "Offen", text: "Immer." }],
    });
    const same = strategyInput.parse({
      name: "Souverän",
      decidedOn: "2024-12-31",
      principles: "Offen\r\nImmer.",
      version: "1",
    });
    expect(await updateStrategy(test.database, grant, who, strategyId, same)).toMatchObject({ ok: true });
    expect(await test.database.auditEvent.count({ where: { cityId: city.id } })).toBe(1);
    expect(await updateStrategy(test.database, grant, who, strategyId, { ...same, name: "Neu" })).toMatchObject({
      ok: true,
    });
    expect(await updateStrategy(test.database, grant, who, strategyId, { ...same, name: "Älter" })).toMatchObject({
      ok: false,
      code: "conflict",
      current: { name: "Neu", version: 2 },
    });
    expect(await verifyChain(test.database, city.id)).toEqual({ rows: 2, brokenAt: null });
  });
});

describe("a goal", () => {
  it("is stored in the metric's unit, entered in percent", async () => {
    const { read, id, city } = await withGoal("prozent", {
      protection: ["high", "very-high"],
      otherScope: "control=private",
    });
    const { evaluated } = await loadGoals(test.database, read);
    expect(evaluated[0]?.goal).toMatchObject({
      id,
      target: 0.605,
      baseline: { date: "2024-12-31", value: 0.1225 },
      scope: { protection: ["high", "very-high"], control: ["private"] },
    });
    expect(evaluated[0]?.status.state).toBe("no-data");
    const event = await test.database.auditEvent.findFirstOrThrow({
      where: { cityId: city.id, action: "goal.create" },
    });
    expect(event.after).toMatchObject({
      target: 0.605,
      due: "2099-12-31",
      scope: "protection=high,very-high&control=private",
    });
  });

  it.each([
    [{ target: "170" }, "target", "too-big"],
    [{ baselineValue: "100,5" }, "baselineValue", "too-big"],
    [{ baselineValue: "" }, "baselineValue", "required"],
    [{ baselineDate: "" }, "baselineDate", "required"],
    [{ due: "2024-12-31" }, "due", "due-not-after-baseline"],
    [{ metric: "open-gaps", target: "2,5", baselineValue: "3" }, "target", "not-a-whole-number"],
    [{ metric: "controller-hhi", target: "1,1", baselineValue: "0,2" }, "target", "too-big"],
    [{ department: "00000000-0000-4000-8000-000000000000" }, "department", "unknown-reference"],
    [{ baselineFrom: "00000000-0000-4000-8000-000000000000" }, "baselineFrom", "unknown-reference"],
    [{ baselineFrom: "keep" }, "baselineFrom", "not-an-option"],
  ])("refuses %j at %s", async (change, path, code) => {
    const { grant } = await steered(`falsch-${Math.random().toString(36).slice(2, 9)}`);
    expect(await createGoal(test.database, grant, who, goal(change))).toMatchObject({
      ok: false,
      code: "invalid",
      fields: [{ path, code }],
    });
  });

  it("cannot be measured by a weight the metric does not have", async () => {
    const { id, read } = await withGoal("gewicht", {
      metric: "exposure-j3-j4-spend",
      by: "users",
      target: "1000000",
      baselineValue: "2000000",
    });
    // A metric with one weight only is always measured by that.
    expect((await loadGoals(test.database, read)).evaluated.find((each) => each.goal.id === id)?.goal.by).toBe("cost");
    expect(() => goal({ metric: "exit-window-12-months" })).toThrow();
  });

  it("takes its baseline from today's figures or from a snapshot, and keeps it exactly", async () => {
    const { grant, read, city, department } = await steered("ausgang");
    await test.database.service.createMany({
      data: ["A", "B", "C"].map((name, i) => ({
        cityId: city.id,
        name,
        naturalKey: name,
        departmentId: department.id,
        operatingModel: i === 0 ? "own-data-centre" : "hyperscaler",
      })),
    });
    await transaction(test.database, (tx) => rescore(tx, city.id, "all"));
    const kept = await transaction(test.database, (tx) =>
      storeSnapshot(tx, city.id, null, {
        kind: "named",
        name: "früher",
        date: "2025-06-30",
        rows: [row("a"), row("b", { operatingModel: "hyperscaler" })],
      }),
    );
    const own = { metric: "public-operated-share", baselineValue: "", baselineDate: "" };
    await createGoal(test.database, grant, who, goal({ ...own, baselineFrom: "today" }));
    await createGoal(test.database, grant, who, goal({ ...own, baselineFrom: kept?.id }));
    const { evaluated } = await loadGoals(test.database, read);
    expect(evaluated.map((each) => each.goal.baseline)).toEqual([
      { date: today, value: 1 / 3 },
      { date: "2025-06-30", value: 0.5 },
    ]);
    expect(evaluated[0]?.history.map(({ date, value }) => [date, value])).toEqual([
      ["2025-06-30", 0.5],
      [today, 1 / 3],
    ]);
    const first = evaluated[0];
    if (first === undefined) throw new Error("must be there");
    const rename = goal({ ...own, name: "Neu", baselineFrom: "keep", version: "1" });
    expect(await updateGoal(test.database, grant, who, first.goal.id, rename)).toMatchObject({ ok: true });
    expect((await loadGoals(test.database, read)).evaluated[0]?.goal).toMatchObject({
      name: "Neu",
      baseline: { value: 1 / 3 },
    });
    const other = goal({ ...own, metric: "assessed-share", baselineFrom: "keep", version: "2" });
    expect(await updateGoal(test.database, grant, who, first.goal.id, other)).toMatchObject({
      ok: false,
      fields: [{ path: "baselineFrom" }],
    });
  });

  it("lets one of two people win and shows the other what is stored", async () => {
    const { grant, id, city } = await withGoal("zwei");
    const both = await Promise.all(
      ["A", "B"].map((name) => updateGoal(test.database, grant, who, id, goal({ name, version: "1" }))),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    const lost = both.find((result) => !result.ok);
    const stored = await test.database.goal.findUniqueOrThrow({ where: { id } });
    expect(lost).toMatchObject({ code: "conflict", current: { name: stored.name, version: 2 } });
    expect(await archiveGoal(test.database, grant, who, id, { version: 1, archived: true })).toMatchObject({
      code: "conflict",
    });
    expect(await test.database.auditEvent.count({ where: { cityId: city.id, action: "goal.update" } })).toBe(1);
  });

  it("can be put away and taken back, and is never deleted", async () => {
    const { grant, read, id } = await withGoal("ablage");
    expect(await archiveGoal(test.database, grant, who, id, { version: 1, archived: true })).toMatchObject({
      ok: true,
    });
    const away = await loadGoals(test.database, read);
    expect([away.evaluated.length, away.archived.length]).toEqual([0, 1]);
    expect((await loadGoals(test.database, read, { only: id })).evaluated).toHaveLength(1);
    expect(await archiveGoal(test.database, grant, who, id, { version: 2, archived: false })).toMatchObject({
      ok: true,
    });
    expect((await loadGoals(test.database, read)).evaluated).toHaveLength(1);
  });

  it("is judged by the snapshot of its due day once that has passed", async () => {
    const { city, read, id } = await withGoal("vorbei", {
      metric: "public-operated-share",
      target: "50",
      due: "2025-06-30",
      baselineValue: "0",
    });
    const good = row("a");
    const bad = row("b", { operatingModel: "hyperscaler" });
    for (const [date, rows] of [
      ["2025-01-31", [bad]],
      ["2025-06-15", [good]],
      ["2025-07-15", [bad]],
    ] as const) {
      await transaction(test.database, (tx) => storeSnapshot(tx, city.id, null, { kind: "daily", date, rows }));
    }
    const found = (await loadGoals(test.database, read)).evaluated.find((each) => each.goal.id === id);
    expect(found?.status).toMatchObject({ state: "achieved", current: { date: "2025-06-15", value: 1 } });
  });
});

describe("who may steer", () => {
  it("is administrator and strategist, each in their own city only", async () => {
    const one = await withGoal("hier");
    const two = await steered("dort");
    for (const role of ["service-owner", "approver", "auditor", "viewer"] as const) {
      expect(authorise(one.actors[role], "strategy.write").refused).toBe(true);
    }
    expect(
      await updateStrategy(
        test.database,
        two.grant,
        who,
        one.strategyId,
        strategyInput.parse({ name: "x", version: 1 }),
      ),
    ).toMatchObject({ code: "not-found" });
    expect(await updateGoal(test.database, two.grant, who, one.id, goal({ version: 1 }))).toMatchObject({
      code: "not-found",
    });
    expect(await archiveGoal(test.database, two.grant, who, one.id, { version: 1, archived: true })).toMatchObject({
      code: "not-found",
    });
    expect((await loadGoals(test.database, two.read)).evaluated).toEqual([]);
    const foreign = goal({ department: one.department.id });
    expect(await createGoal(test.database, two.grant, who, foreign)).toMatchObject({
      fields: [{ path: "department", code: "unknown-reference" }],
    });
    const kept = await transaction(test.database, (tx) =>
      storeSnapshot(tx, one.city.id, null, { kind: "named", name: "x", rows: [row("a")] }),
    );
    expect(await createGoal(test.database, two.grant, who, goal({ baselineFrom: kept?.id }))).toMatchObject({
      fields: [{ path: "baselineFrom", code: "unknown-reference" }],
    });
    const untouched = await test.database.goal.findUniqueOrThrow({ where: { id: one.id } });
    expect(untouched).toMatchObject({ version: 1, archivedAt: null, name: "Stufe 1 und 2" });
  });

  it("needs a strategy before goals", async () => {
    const { actors } = await testCity(test.database, "ohne");
    const grant = testGrant(actors.administrator, "strategy.write");
    expect(await createGoal(test.database, grant, who, goal())).toMatchObject({ ok: false, code: "not-possible" });
  });
});
