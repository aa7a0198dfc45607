import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/permissions";
import { auditActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { syncCatalogue } from "../catalogue/mutations";
import { loadPortfolio } from "../portfolio/data";
import { createService } from "../service/mutations";
import { createServiceInput } from "../service/schema";
import { loadOpen } from "./data";
import { approveAssessment, returnAssessment, saveAssessment, submitAssessment } from "./mutations";
import { saveAnswersInput } from "./schema";

const test = freshDatabase();
const MUNICH = "munich-sds@2026-02";
const ALL_YES = {
  alt: { value: "yes" },
  head: { value: "yes" },
  os: { value: "yes" },
  sup: { value: "yes" },
  api: { value: "yes" },
  dat: { value: "no", note: "ein Format" },
};
type City = Awaited<ReturnType<typeof testCity>>;
let city: City;
let neighbour: City;

beforeAll(async () => {
  await syncCatalogue(test.database, path.join(process.cwd(), "catalogue"));
  city = await testCity(test.database, "stadt");
  neighbour = await testCity(test.database, "andere");
});

async function service(departmentId: string | null = city.department.id): Promise<string> {
  const made = await createService(
    test.database,
    testGrant(city.actors.administrator, "service.create"),
    auditActor(city.actors.administrator),
    createServiceInput.parse({ name: "Dienst", departmentId }),
  );
  if (!made.ok) throw new Error(made.code);
  return made.value.id;
}

const save = (id: string, input: Readonly<Record<string, unknown>>, role: Role = "strategist", owner: City = city) =>
  saveAssessment(
    test.database,
    testGrant(owner.actors[role], "assessment.write"),
    auditActor(owner.actors[role]),
    id,
    saveAnswersInput.parse({ method: MUNICH, version: 0, ...input }),
  );
const submit = (id: string, assessmentId: string, version: number, role: Role = "strategist") =>
  submitAssessment(
    test.database,
    testGrant(city.actors[role], "assessment.submit"),
    auditActor(city.actors[role]),
    id,
    { assessmentId, version },
  );
const approve = (id: string, assessmentId: string, version: number, role: Role = "approver", owner: City = city) =>
  approveAssessment(
    test.database,
    testGrant(owner.actors[role], "assessment.approve"),
    auditActor(owner.actors[role]),
    id,
    { assessmentId, version },
  );

async function saved(result: ReturnType<typeof save>) {
  const value = await result;
  if (!value.ok) throw new Error(JSON.stringify(value));
  return value.value;
}
const level = async (id: string) =>
  (await loadPortfolio(test.database, testGrant(city.actors.viewer, "service.read"))).find(
    (row) => row.serviceId === id,
  )?.munich;

describe("an assessment", () => {
  it("goes from draft to approved by another person, and a change begins a new one", async () => {
    const id = await service();
    expect((await level(id))?.value).toBeNull();
    const draft = await saved(save(id, { answers: { ...ALL_YES, sup: { value: "" } } }));
    expect(draft).toMatchObject({ version: 1, state: "draft" });
    expect(await level(id)).toMatchObject({ value: null, best: 1, worst: 2 });
    const full = await saved(save(id, { answers: ALL_YES, assessmentId: draft.id, version: 1 }));
    expect(await level(id)).toMatchObject({ value: 1 });
    expect(await approve(id, draft.id, full.version)).toMatchObject({ code: "not-possible" });
    expect(await submit(id, draft.id, full.version)).toMatchObject({ ok: true, value: { state: "submitted" } });
    expect(await approve(id, draft.id, full.version)).toMatchObject({ code: "conflict" });
    expect(await approve(id, draft.id, 3)).toMatchObject({ ok: true, value: { state: "approved", version: 4 } });

    const unchanged = await saved(save(id, { answers: ALL_YES, assessmentId: draft.id, version: 4 }));
    expect(unchanged).toEqual({ id: draft.id, version: 4, state: "approved" });
    const next = await saved(save(id, { answers: { alt: { value: "no" } }, assessmentId: draft.id, version: 4 }));
    expect(next.id).not.toBe(draft.id);
    expect(await level(id)).toMatchObject({ value: 5 });
    expect(await test.database.assessment.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({
      state: "superseded",
    });
    const log = await test.database.auditEvent.findMany({
      where: { subjectType: "assessment", cityId: city.city.id },
      orderBy: { id: "asc" },
    });
    expect(log.map((event) => event.action)).toEqual([
      "assessment.create",
      "assessment.save",
      "assessment.submit",
      "assessment.approve",
      "assessment.supersede",
      "assessment.create",
    ]);
    expect(log[1]).toMatchObject({ before: { sup: null }, after: { sup: { value: "yes" } } });
    expect((await verifyChain(test.database, city.city.id)).brokenAt).toBeNull();
  });

  it("is never approved by who submitted it or gave one of its answers", async () => {
    const id = await service();
    const draft = await saved(save(id, { answers: ALL_YES }, "administrator"));
    const second = await saved(
      save(
        id,
        { answers: { ...ALL_YES, os: { value: "no" } }, assessmentId: draft.id, version: 1, submit: "on" },
        "strategist",
      ),
    );
    expect(second.state).toBe("submitted");
    expect(await approve(id, draft.id, 2, "administrator")).toMatchObject({
      code: "forbidden",
      message: "problems.access_ownAssessment",
    });
    expect(await approve(id, draft.id, 2, "approver")).toMatchObject({ ok: true });
  });

  it("can be given back with a reason, and changing it withdraws it", async () => {
    const id = await service();
    const draft = await saved(save(id, { answers: ALL_YES, submit: "on" }));
    const back = await returnAssessment(
      test.database,
      testGrant(city.actors.approver, "assessment.approve"),
      auditActor(city.actors.approver),
      id,
      { assessmentId: draft.id, version: 1, reason: "Beleg fehlt" },
    );
    expect(back).toMatchObject({ ok: true, value: { state: "draft" } });
    expect(await loadOpen(test.database, testGrant(city.actors.viewer, "assessment.read"), id, MUNICH)).toMatchObject({
      rejectReason: "Beleg fehlt",
      submittedById: null,
    });
    expect(
      await saved(save(id, { answers: { alt: { value: "no" } }, assessmentId: draft.id, version: 2, submit: "on" })),
    ).toMatchObject({ state: "submitted" });
    expect(
      await saved(save(id, { answers: { alt: { value: "yes" } }, assessmentId: draft.id, version: 3 })),
    ).toMatchObject({ state: "draft" });
  });

  it("of two people saving at once keeps one, and shows the other what is stored", async () => {
    const id = await service();
    const draft = await saved(save(id, { answers: {} }));
    const both = await Promise.all(
      ["yes", "no"].map((value) => save(id, { answers: { os: { value } }, assessmentId: draft.id, version: 1 })),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    const lost = both.find((result) => !result.ok);
    const now = await loadOpen(test.database, testGrant(city.actors.viewer, "assessment.read"), id, MUNICH);
    expect(lost).toMatchObject({ code: "conflict", current: { version: 2, answers: now?.answers } });
    expect(await save(id, { answers: { os: { value: "yes" } } })).toMatchObject({ code: "conflict" });
    const fresh = await service();
    const first = await Promise.all(["yes", "no"].map((value) => save(fresh, { answers: { os: { value } } })));
    expect(first.map((result) => (result.ok ? "ok" : result.code)).sort()).toEqual(["conflict", "ok"]);
  });

  it("refuses unknown methods, criteria and options, and not applicable without a reason", async () => {
    const id = await service();
    expect(await save(id, { method: "munich-sds@1999-01", answers: {} })).toMatchObject({
      fields: [{ path: "method" }],
    });
    const wrong = await save(id, {
      answers: {
        os: { value: "maybe" },
        nope: { value: "yes" },
        sup: { value: "not-applicable" },
        api: { value: "unknown" },
      },
    });
    expect(wrong).toMatchObject({ code: "invalid" });
    expect(!wrong.ok && wrong.fields?.map((field) => field.path).sort()).toEqual([
      "answers.nope.value",
      "answers.os.value",
      "answers.sup.note",
    ]);
    expect(await loadOpen(test.database, testGrant(city.actors.viewer, "assessment.read"), id, MUNICH)).toBeNull();
  });

  it("is out of reach from another city, another department and other roles", async () => {
    const id = await service(city.other.id);
    expect(await save(id, { answers: ALL_YES }, "service-owner")).toMatchObject({ code: "forbidden" });
    expect(await save(id, { answers: ALL_YES }, "strategist", neighbour)).toMatchObject({ code: "not-found" });
    const draft = await saved(save(id, { answers: ALL_YES, submit: "on" }));
    expect(await approve(id, draft.id, 1, "approver", neighbour)).toMatchObject({ code: "not-found" });
    expect(await submit(await service(), draft.id, 1)).toMatchObject({ code: "not-found" });
    for (const role of ["approver", "auditor", "viewer"] as const)
      expect(() => testGrant(city.actors[role], "assessment.write")).toThrow();
    for (const role of ["strategist", "service-owner", "auditor", "viewer"] as const)
      expect(() => testGrant(city.actors[role], "assessment.approve")).toThrow();
  });
});
