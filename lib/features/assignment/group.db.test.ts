import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorise } from "@/lib/domain/access/authorise";
import type { Role } from "@/lib/domain/access/permissions";
import { serviceMethod } from "@/lib/domain/method/registry";
import { auditActor, type CityActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { approveAssessment, saveAssessment } from "../assessment/mutations";
import { saveAnswersInput } from "../assessment/schema";
import { syncCatalogue } from "../catalogue/mutations";
import { loadPortfolio } from "../portfolio/data";
import { rescore } from "../score/mutations";
import { loadGroup } from "./data-group";
import { answerGroup, groupAnswers } from "./mutations-group";
import { answerGroupInput, selectionOf } from "./schema";

const test = freshDatabase();
const MUNICH = "munich-sds@2026-02";
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

async function services(count: number, departmentId: string | null = city.department.id, owner: City = city) {
  const rows = Array.from({ length: count }, (_, i) => ({
    cityId: owner.city.id,
    name: `Dienst ${made + i}`,
    naturalKey: `dienst-${made + i}`,
    departmentId,
  }));
  made += count;
  const created = await test.database.service.createManyAndReturn({ data: rows, select: { id: true } });
  await test.database.$transaction((tx) => rescore(tx, owner.city.id, "all"), { timeout: 60_000 });
  return created.map(({ id }) => id);
}
const save = (actor: CityActor, id: string, input: Readonly<Record<string, unknown>> = {}) =>
  saveAssessment(
    test.database,
    testGrant(actor, "assessment.write"),
    auditActor(actor),
    id,
    saveAnswersInput.parse({ method: MUNICH, version: 0, answers: { sup: { value: "no" } }, ...input }),
  );

const parse = (input: Readonly<Record<string, unknown>>) =>
  answerGroupInput.parse({ method: MUNICH, answer: "sup=yes", mode: "open", plan: "", ...input });
async function planned(input: Readonly<Record<string, unknown>>, actor: CityActor) {
  const parsed = parse(input);
  const method = serviceMethod(parsed.method);
  if (!method) throw new Error("no such method");
  const given = groupAnswers(method, parsed);
  if (!given.ok) throw new Error(JSON.stringify(given));
  return loadGroup(
    test.database,
    testGrant(actor, "assessment.write"),
    selectionOf(parsed.selection).list,
    method,
    given.value,
    parsed.mode,
  );
}
const run = (input: Readonly<Record<string, unknown>>, actor: CityActor) =>
  answerGroup(test.database, testGrant(actor, "assessment.write"), auditActor(actor), parse(input));
async function answer(input: Readonly<Record<string, unknown>> = {}, actor: CityActor = city.actors.strategist) {
  return run({ ...input, plan: (await planned(input, actor)).print }, actor);
}
const answersOf = async (id: string) =>
  (await test.database.assessment.findFirst({ where: { serviceId: id, state: { not: "superseded" } } }))?.answers;

describe("answers for a group", () => {
  it("are kept as drafts for 40 services at once, with a row in the log and a fresh score for each", async () => {
    const ids = await services(40);
    const before = await test.database.auditEvent.count({});
    const [{ munichAnswers: unanswered } = { munichAnswers: "" }] = await test.database.serviceScore.findMany({
      take: 1,
    });
    expect(await answer({ answer: "sup=yes&os=no", note: "Rahmenvertrag" })).toMatchObject({
      ok: true,
      value: { changed: 40, unchanged: 0, refused: 0 },
    });
    expect(await answersOf(ids[7] ?? "")).toEqual({
      sup: { value: "yes", note: "Rahmenvertrag" },
      os: { value: "no", note: "Rahmenvertrag" },
    });
    const rows = await test.database.auditEvent.findMany({ orderBy: { id: "desc" }, take: 40 });
    expect(await test.database.auditEvent.count({})).toBe(before + 40);
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(["assessment.create"]));
    expect(rows[0]?.after).toMatchObject({ method: MUNICH, sup: { value: "yes" } });
    expect((await verifyChain(test.database, city.city.id)).brokenAt).toBeNull();
    const portfolio = await loadPortfolio(test.database, testGrant(city.actors.viewer, "service.read"));
    expect(portfolio.map((row) => row.munichAnswers)).not.toContain(unanswered);
    // The stored figures are those of a fresh computation.
    const stored = await test.database.serviceScore.findMany({
      orderBy: { serviceId: "asc" },
      omit: { computedAt: true },
    });
    await test.database.$transaction((tx) => rescore(tx, city.city.id, "all"));
    expect(
      await test.database.serviceScore.findMany({ orderBy: { serviceId: "asc" }, omit: { computedAt: true } }),
    ).toEqual(stored);
    // The same again changes nothing.
    expect(await answer({ answer: "sup=yes&os=no", note: "Rahmenvertrag" })).toMatchObject({
      ok: false,
      message: "assignment.groupNothingToChange",
    });
  });

  it("fill what is open and leave what somebody said, unless asked to replace it", async () => {
    const [said = "", silent = ""] = await services(2);
    await save(city.actors.strategist, said);
    expect(await answer()).toMatchObject({ ok: true, value: { changed: 1, unchanged: 1 } });
    expect([await answersOf(said), await answersOf(silent)]).toEqual([
      { sup: { value: "no" } },
      { sup: { value: "yes" } },
    ]);
    expect(await answer({ mode: "all" })).toMatchObject({ ok: true, value: { changed: 1, unchanged: 1 } });
    expect(await answersOf(said)).toEqual({ sup: { value: "yes" } });
    const draft = await test.database.assessment.findFirstOrThrow({ where: { serviceId: said } });
    expect(draft).toMatchObject({ version: 2, state: "draft" });
  });

  it("leave what the facts say, unless asked to go before them", async () => {
    const [id = ""] = await services(1);
    const product = await test.database.product.findFirstOrThrow({ where: { id: "nextcloud" } });
    await test.database.serviceProduct.create({
      data: { cityId: city.city.id, serviceId: id, productId: product.id, position: 0 },
    });
    const members = (await planned({ answer: "os=no" }, city.actors.strategist)).members;
    expect(members.map(({ effect }) => effect.effect)).toEqual(["unchanged"]);
    expect(await answer({ answer: "os=no", mode: "all" })).toMatchObject({ ok: true, value: { changed: 1 } });
  });

  it("never touch a submitted or approved assessment", async () => {
    const [handed = "", agreed = "", free = ""] = await services(3);
    await save(city.actors.strategist, handed, { submit: true });
    const result = await save(city.actors.strategist, agreed, { submit: true });
    if (!result.ok) throw new Error(result.code);
    await approveAssessment(
      test.database,
      testGrant(city.actors.approver, "assessment.approve"),
      auditActor(city.actors.approver),
      agreed,
      { assessmentId: result.value.id, version: result.value.version },
    );
    for (const mode of ["open", "all"] as const) {
      const { members } = await planned({ mode, answer: "dat=yes" }, city.actors.strategist);
      const reason = (id: string) => {
        const effect = members.find((member) => member.id === id)?.effect;
        return effect?.effect === "refused" ? effect.reason : effect?.effect;
      };
      expect([reason(handed), reason(agreed), reason(free)]).toEqual(["submitted", "approved", "changed"]);
    }
    expect(await answer({ mode: "all" })).toMatchObject({ ok: true, value: { changed: 1, refused: 2 } });
    expect(await answersOf(agreed)).toEqual({ sup: { value: "no" } });
  });

  it("stay inside an owner's departments", async () => {
    const [mine = ""] = await services(1);
    const [other = ""] = await services(1, city.other.id);
    const [none = ""] = await services(1, null);
    expect(await answer({}, city.actors["service-owner"])).toMatchObject({
      ok: true,
      value: { changed: 1, refused: 2 },
    });
    expect(await Promise.all([mine, other, none].map(answersOf))).toEqual([
      { sup: { value: "yes" } },
      undefined,
      undefined,
    ]);
    for (const role of ["approver", "auditor", "viewer"] as const satisfies readonly Role[])
      expect(authorise(city.actors[role], "assessment.write").refused).toBe(true);
  });

  it("stay inside the city", async () => {
    const [foreign = ""] = await services(1, neighbour.department.id, neighbour);
    expect(await answer()).toMatchObject({ ok: false, message: "assignment.groupNothingToChange" });
    expect(await answersOf(foreign)).toBeUndefined();
  });

  it("keep nothing at all when one of the services was saved in between", async () => {
    const [first = "", second = ""] = await services(2);
    const { print } = await planned({}, city.actors.strategist);
    await save(city.actors["service-owner"], first, { answers: { alt: { value: "yes" } } });
    expect(await run({ plan: print }, city.actors.strategist)).toMatchObject({ ok: false, code: "conflict" });
    expect([await answersOf(first), await answersOf(second)]).toEqual([{ alt: { value: "yes" } }, undefined]);
  });

  it("and the form of one service do not overwrite each other", async () => {
    const [id = ""] = await services(1);
    await save(city.actors.strategist, id, { answers: { alt: { value: "yes" } } });
    const opened = await test.database.assessment.findFirstOrThrow({ where: { serviceId: id } });
    expect(await answer()).toMatchObject({ ok: true });
    const late = await save(city.actors["service-owner"], id, {
      assessmentId: opened.id,
      version: opened.version,
      answers: { alt: { value: "no" } },
    });
    expect(late).toMatchObject({ ok: false, code: "conflict" });
    expect(await answersOf(id)).toEqual({ alt: { value: "yes" }, sup: { value: "yes" } });
  });

  it("of two groups at the same moment come in one after the other or not at all", async () => {
    await services(30);
    const input = { plan: (await planned({}, city.actors.strategist)).print };
    const both = await Promise.all([run(input, city.actors.strategist), run(input, city.actors.administrator)]);
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["conflict", "ok"]);
    expect(await test.database.assessment.count({})).toBe(30);
  });

  it("are refused with the place: option, reason, filter, method", async () => {
    await services(1);
    const fields = async (input: Record<string, unknown>) => {
      const result = await run(input, city.actors.strategist);
      return result.ok ? null : (result.fields?.map((field) => field.path) ?? result.message);
    };
    expect(await fields({ answer: "sup=perhaps&nonsense=yes" })).toEqual(["answer.sup", "answer.nonsense"]);
    expect(await fields({ answer: "sup=not-applicable" })).toEqual(["note"]);
    expect(await fields({ answer: "sup=" })).toBe("assignment.groupNothingChosen");
    expect(await fields({ selection: "munich=9" })).toEqual(["selection"]);
    expect(await fields({ method: "secnumcloud-19.6@3.2" })).toEqual(["method"]);
    expect(await test.database.assessment.count({})).toBe(0);
  });

  it("take criteria whose ids hold dots", async () => {
    const [id = ""] = await services(1);
    const method = serviceMethod("ec-csf@2025-10");
    const criterion = method?.criteria.find((each) => each.id.includes("."));
    if (!method || !criterion) throw new Error("no criterion with a dot");
    const value = criterion.options[0]?.id ?? "";
    const sent = new URLSearchParams({ [criterion.id]: value }).toString();
    expect(await answer({ method: method.ref, answer: sent, mode: "all" })).toMatchObject({ ok: true });
    expect(await answersOf(id)).toEqual({ [criterion.id]: { value } });
  });
});
