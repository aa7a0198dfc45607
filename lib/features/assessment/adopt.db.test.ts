import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findMethod } from "@/lib/domain/method/registry";
import type { Method } from "@/lib/domain/method/types";
import { auditActor } from "@/lib/server/access";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { syncCatalogue } from "../catalogue/mutations";
import { createService } from "../service/mutations";
import { createServiceInput } from "../service/schema";
import { loadOpen } from "./data";
import { methodPreview } from "./data-preview";
import { saveAssessment } from "./mutations";
import { adoptVersion } from "./mutations-adopt";
import { fieldKey, saveAnswersInput } from "./schema";

const test = freshDatabase();
const OLD = "ec-csf@2025-10";
const NEW = "ec-csf@2026-06";
type City = Awaited<ReturnType<typeof testCity>>;
let city: City;
let neighbour: City;

beforeAll(async () => {
  await syncCatalogue(test.database, path.join(process.cwd(), "catalogue"));
  city = await testCity(test.database, "stadt");
  neighbour = await testCity(test.database, "andere");
});

const adopt = (owner: City, input = { from: OLD, to: NEW }) =>
  adoptVersion(
    test.database,
    testGrant(owner.actors.strategist, "method.manage"),
    auditActor(owner.actors.strategist),
    input,
  );

describe("another version of a method", () => {
  it("is shown over the portfolio before anything is written, and begins drafts with the answers that fit", async () => {
    const who = auditActor(city.actors.strategist);
    const ids: string[] = [];
    for (const name of ["Eins", "Zwei"]) {
      const made = await createService(
        test.database,
        testGrant(city.actors.strategist, "service.create"),
        who,
        createServiceInput.parse({ name, departmentId: city.department.id }),
      );
      if (!made.ok) throw new Error(made.code);
      ids.push(made.value.id);
    }
    const answers = { [fieldKey("SOV-1.1")]: { value: "4" }, [fieldKey("SOV-5.1")]: { value: "5" } };
    for (const method of [OLD, NEW])
      await saveAssessment(
        test.database,
        testGrant(city.actors.strategist, "assessment.write"),
        who,
        (method === OLD ? ids[0] : ids[1]) ?? "",
        saveAnswersInput.parse({ method, version: 0, answers }),
      );

    const read = testGrant(city.actors.viewer, "service.read");
    const [from, to] = [findMethod(OLD) as Method, findMethod(NEW) as Method];
    const before = await test.database.assessment.count();
    const preview = await methodPreview(test.database, read, from, to);
    expect(preview).toMatchObject({ services: 2, carried: 2, dropped: 0, assessments: 1 });
    expect([...preview.before.values()].reduce((a, b) => a + b)).toBe(2);
    // Weights differ, so every service with an answer has another score.
    expect(preview.changes.map(({ name }) => name)).toContain("Eins");
    expect(await test.database.assessment.count()).toBe(before);

    expect(await adopt(neighbour)).toMatchObject({ ok: true, value: { begun: 0, skipped: 0 } });
    expect(await adopt(city, { from: OLD, to: "munich-sds@2026-02" })).toMatchObject({ ok: false, code: "invalid" });
    expect(await adopt(city)).toMatchObject({ ok: true, value: { begun: 1, skipped: 0 } });
    const open = await loadOpen(test.database, testGrant(city.actors.viewer, "assessment.read"), ids[0] ?? "", NEW);
    expect(open).toMatchObject({ state: "draft", answers: { "SOV-1.1": { value: "4" }, "SOV-5.1": { value: "5" } } });
    expect(await adopt(city)).toMatchObject({ ok: true, value: { begun: 0, skipped: 1 } });
    const log = await test.database.auditEvent.findFirstOrThrow({
      where: { cityId: city.city.id, action: "method.adopt" },
    });
    expect(log.after).toMatchObject({ begun: 1, services: [ids[0]] });
  });
});
