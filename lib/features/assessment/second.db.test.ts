import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access/permissions";
import { auditActor } from "@/lib/server/access";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { syncCatalogue } from "../catalogue/mutations";
import { loadPortfolio } from "../portfolio/data";
import { createService } from "../service/mutations";
import { createServiceInput } from "../service/schema";
import { loadOpen } from "./data";
import { saveAssessment } from "./mutations";
import { resolveRaters, saveSecond } from "./mutations-second";
import { resolveInput, saveAnswersInput } from "./schema";

const test = freshDatabase();
const MUNICH = "munich-sds@2026-02";
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
const write = (
  save: typeof saveAssessment,
  role: Role,
  id: string,
  input: Readonly<Record<string, unknown>>,
  owner = city,
) =>
  save(
    test.database,
    testGrant(owner.actors[role], "assessment.write"),
    auditActor(owner.actors[role]),
    id,
    saveAnswersInput.parse({ method: MUNICH, version: 0, ...input }),
  );
const resolve = (id: string, input: Readonly<Record<string, unknown>>, owner = city) =>
  resolveRaters(
    test.database,
    testGrant(owner.actors.strategist, "assessment.write"),
    auditActor(owner.actors.strategist),
    id,
    resolveInput.parse({ method: MUNICH, version: 1, secondVersion: 1, ...input }),
  );
const level = async (id: string) =>
  (await loadPortfolio(test.database, testGrant(city.actors.viewer, "service.read"))).find(
    (row) => row.serviceId === id,
  )?.munich;

describe("a second rater", () => {
  it("is independent, counts in no figure, and every difference is settled with a reason", async () => {
    const id = await service();
    expect(
      await write(saveAssessment, "strategist", id, { answers: { alt: { value: "yes" }, os: { value: "yes" } } }),
    ).toMatchObject({ ok: true });
    const before = await level(id);
    expect(await write(saveSecond, "strategist", id, { answers: {} })).toMatchObject({
      message: "assessment.secondIsFirst",
    });
    expect(
      await write(saveSecond, "service-owner", id, {
        answers: { alt: { value: "no" }, os: { value: "yes" }, api: { value: "no" } },
      }),
    ).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await level(id)).toEqual(before);

    expect(await resolve(id, { answers: { alt: { value: "no", note: "Monopol" } } })).toMatchObject({
      code: "invalid",
      fields: [{ path: "answers.api.value", code: "required" }],
    });
    expect(
      await resolve(id, { answers: { alt: { value: "no" }, api: { value: "no", note: "Hersteller" } } }),
    ).toMatchObject({
      fields: [{ path: "answers.alt.note", code: "note-required" }],
    });
    const settled = { answers: { alt: { value: "no", note: "Monopol" }, api: { value: "no", note: "Hersteller" } } };
    expect(await resolve(id, { ...settled, version: 7 })).toMatchObject({ code: "conflict" });
    expect(await resolve(id, settled, neighbour)).toMatchObject({ code: "not-found" });
    expect(await resolve(id, settled)).toMatchObject({ ok: true, value: { state: "draft", version: 2 } });

    const grant = testGrant(city.actors.viewer, "assessment.read");
    expect((await loadOpen(test.database, grant, id, MUNICH))?.answers).toEqual({
      ...settled.answers,
      os: { value: "yes" },
    });
    expect(await loadOpen(test.database, grant, id, MUNICH, "second")).toBeNull();
    expect((await level(id))?.value).toBe(5);
    expect(
      await test.database.auditEvent.count({ where: { cityId: city.city.id, action: "assessment.supersede" } }),
    ).toBe(1);
  });

  it("sees a conflict instead of overwriting, and stays in their city", async () => {
    const id = await service();
    expect(await write(saveSecond, "service-owner", id, { answers: { alt: { value: "no" } } })).toMatchObject({
      ok: true,
    });
    expect(await write(saveSecond, "administrator", id, { answers: { alt: { value: "yes" } } })).toMatchObject({
      code: "conflict",
      current: { answers: { alt: { value: "no" } } },
    });
    expect(await write(saveSecond, "service-owner", id, { answers: {} }, neighbour)).toMatchObject({
      code: "not-found",
    });
  });
});
