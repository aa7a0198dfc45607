import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/permissions";
import { findMethod } from "@/lib/domain/method/registry";
import { sinceApproval, type Frozen } from "@/lib/domain/service/frozen";
import { auditActor } from "@/lib/server/access";
import { transaction } from "@/lib/server/database/client";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { syncCatalogue } from "../catalogue/mutations";
import { rescore } from "../score/mutations";
import { createService } from "../service/mutations";
import { createServiceInput } from "../service/schema";
import { hashOf, loadApproval, loadOpen } from "./data";
import { approveAssessment, confirmAssessment, saveAssessment } from "./mutations";
import { fieldKey, saveAnswersInput } from "./schema";

const test = freshDatabase();
const CSF = "ec-csf@2026-06";
type City = Awaited<ReturnType<typeof testCity>>;
let city: City;
let neighbour: City;

beforeAll(async () => {
  await syncCatalogue(test.database, path.join(process.cwd(), "catalogue"));
  city = await testCity(test.database, "stadt");
  neighbour = await testCity(test.database, "andere");
});

async function service(): Promise<string> {
  const made = await createService(
    test.database,
    testGrant(city.actors.administrator, "service.create"),
    auditActor(city.actors.administrator),
    createServiceInput.parse({ name: "Dienst", departmentId: city.department.id }),
  );
  if (!made.ok) throw new Error(made.code);
  return made.value.id;
}

async function save(id: string, input: Readonly<Record<string, unknown>>) {
  const result = await saveAssessment(
    test.database,
    testGrant(city.actors.strategist, "assessment.write"),
    auditActor(city.actors.strategist),
    id,
    saveAnswersInput.parse({ method: CSF, version: 0, ...input }),
  );
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

const approve = (id: string, assessmentId: string, version: number, role: Role = "approver") =>
  approveAssessment(
    test.database,
    testGrant(city.actors[role], "assessment.approve"),
    auditActor(city.actors[role]),
    id,
    { assessmentId, version },
  );
const confirm = (id: string, assessmentId: string, version: number, owner: City = city) =>
  confirmAssessment(
    test.database,
    testGrant(owner.actors.strategist, "assessment.submit"),
    auditActor(owner.actors.strategist),
    id,
    { assessmentId, version },
  );
const read = async (id: string, assessmentId: string) => {
  const found = await loadApproval(test.database, testGrant(city.actors.viewer, "assessment.read"), id, assessmentId);
  if (found === null) throw new Error("must be there");
  return found;
};
/** Changes a fact of the service as a mutation does: with the scores, in one transaction. */
const keys = (id: string, controlKeys: string | null) =>
  transaction(test.database, async (tx) => {
    await tx.service.update({ where: { id }, data: { controlKeys } });
    await rescore(tx, city.city.id, [id]);
  });

describe("an approval", () => {
  it("freezes answers, origin, result and method under a hash, and nothing of it can be changed", async () => {
    const id = await service();
    await keys(id, "city-only");
    const { id: assessmentId, version } = await save(id, {
      answers: { [fieldKey("SOV-1.1")]: { value: "4", note: "Satzung" } },
      submit: "on",
    });
    const approved = await approve(id, assessmentId, version);
    expect(approved).toMatchObject({ ok: true });
    const { content, hash } = await read(id, assessmentId);
    expect(hashOf(content ?? "")).toBe(hash);
    const frozen = JSON.parse(content ?? "") as Frozen;
    expect(frozen).toMatchObject({
      method: CSF,
      service: { id, name: "Dienst" },
      answers: {
        "SOV-1.1": { value: "4", origin: "assessed", note: "Satzung" },
        "SOV-3.1": { origin: "derived" },
      },
    });
    expect(frozen.outputs.map(({ output }) => output)).toEqual(["score", "seal"]);
    const log = await test.database.auditEvent.findFirstOrThrow({
      where: { subjectId: assessmentId, action: "assessment.approve" },
    });
    expect(log.after).toMatchObject({ hash });
    for (const data of [{ answers: {} }, { approvedContent: "{}" }, { approvedHash: "0" }, { state: "draft" }])
      await expect(test.database.assessment.update({ where: { id: assessmentId }, data })).rejects.toThrow(
        /cannot be altered/,
      );
  });

  it("says when facts have changed since, with the difference, and can be confirmed only while they have not", async () => {
    const id = await service();
    await keys(id, "city-only");
    const saved = await save(id, { answers: { [fieldKey("SOV-1.1")]: { value: "4" } }, submit: "on" });
    expect(await approve(id, saved.id, saved.version)).toMatchObject({ ok: true });
    expect(await confirm(id, saved.id, saved.version + 1)).toMatchObject({ ok: true });
    expect((await read(id, saved.id)).assessment.confirmedAt).not.toBeNull();

    await keys(id, "provider");
    const changed = await read(id, saved.id);
    expect(changed.assessment.changedSince).not.toBeNull();
    if (changed.standing === null) throw new Error("must stand");
    const difference = sinceApproval(JSON.parse(changed.content ?? "") as Frozen, changed.standing);
    expect(difference?.answers.map(({ criterion }) => criterion)).toContain("SOV-3.1");
    expect(await confirm(id, saved.id, saved.version + 2)).toMatchObject({ ok: false, message: "assessment.changed" });

    await keys(id, "city-only");
    expect((await read(id, saved.id)).assessment.changedSince).toBeNull();
    expect(await confirm(id, saved.id, saved.version + 2)).toMatchObject({ ok: true });
    expect(await confirm(id, saved.id, saved.version + 2)).toMatchObject({ code: "conflict" });
    expect(await confirm(id, saved.id, saved.version + 3, neighbour)).toMatchObject({ code: "not-found" });
  });

  it("is refused to whoever gave an answer, also by another method", async () => {
    const id = await service();
    const saved = await save(id, { answers: { [fieldKey("SOV-2.1")]: { value: "3" } }, submit: "on" });
    const own = await approveAssessment(
      test.database,
      { ...testGrant(city.actors.administrator, "assessment.approve"), userId: city.actors.strategist.userId } as never,
      auditActor(city.actors.strategist),
      id,
      { assessmentId: saved.id, version: saved.version },
    );
    expect(own).toMatchObject({ ok: false });
  });
});

describe("a method of the city's own", () => {
  it("can be assessed by while it is active, in its city only, and its approvals stay readable afterwards", async () => {
    const id = await service();
    const ref = "eigen@1";
    const shipped = findMethod("munich-sds@2026-02");
    const criteria = shipped?.criteria.map((criterion) =>
      criterion.id === "sup" ? { ...criterion, derivedFrom: { method: "munich-sds", criterion: "sup" } } : criterion,
    );
    const own = JSON.stringify({ ...shipped, criteria, ref, id: "eigen", version: "1" });
    await test.database.service.update({ where: { id }, data: { securityUpdates: "yes" } });
    const row = await test.database.cityMethod.create({
      data: { cityId: city.city.id, ref, data: JSON.parse(own) as object, state: "trial" },
    });
    const answers = { alt: { value: "no" } };
    const tried = (owner: City, serviceId: string) =>
      saveAssessment(
        test.database,
        testGrant(owner.actors.strategist, "assessment.write"),
        auditActor(owner.actors.strategist),
        serviceId,
        saveAnswersInput.parse({ method: ref, version: 0, answers, submit: "on" }),
      );
    expect(await tried(city, id)).toMatchObject({ code: "invalid" });
    await test.database.cityMethod.update({ where: { id: row.id }, data: { state: "active" } });
    const saved = await tried(city, id);
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    expect(await approve(id, saved.value.id, saved.value.version)).toMatchObject({ ok: true });
    const elsewhere = await createService(
      test.database,
      testGrant(neighbour.actors.administrator, "service.create"),
      auditActor(neighbour.actors.administrator),
      createServiceInput.parse({ name: "Fremd", departmentId: neighbour.department.id }),
    );
    if (!elsewhere.ok) throw new Error(elsewhere.code);
    expect(await tried(neighbour, elsewhere.value.id)).toMatchObject({ code: "invalid" });
    await test.database.cityMethod.update({ where: { id: row.id }, data: { state: "retired" } });
    const kept = await read(id, saved.value.id);
    expect(kept.standing?.result.outputs[0]?.result?.value).toBe(5);
    expect(JSON.parse(kept.content ?? "") as Frozen).toMatchObject({
      method: ref,
      answers: { alt: { origin: "assessed" }, sup: { origin: "derived", value: "yes" } },
    });
  });
});

describe("a form with some questions", () => {
  it("leaves the others as they were", async () => {
    const id = await service();
    const first = await save(id, {
      answers: { [fieldKey("SOV-1.1")]: { value: "4" }, [fieldKey("SOV-1.2")]: { value: "2" } },
    });
    await save(id, {
      assessmentId: first.id,
      version: first.version,
      partial: "on",
      answers: { [fieldKey("SOV-1.2")]: { value: "" }, [fieldKey("SOV-1.3")]: { value: "1" } },
    });
    const open = await loadOpen(test.database, testGrant(city.actors.viewer, "assessment.read"), id, CSF);
    expect(open?.answers).toEqual({ "SOV-1.1": { value: "4" }, "SOV-1.3": { value: "1" } });
  });
});
