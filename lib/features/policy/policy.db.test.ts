import { describe, expect, it } from "vitest";
import { authorise } from "@/lib/domain/access/authorise";
import { ROLES } from "@/lib/domain/access/permissions";
import { DEFAULT_POLICY } from "@/lib/domain/profile/policy";
import { rescore } from "@/lib/features/score/mutations";
import { auditActor } from "@/lib/server/access";
import { transaction } from "@/lib/server/database/client";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { listPolicyVersions, readPolicy } from "./data";
import { changePolicy } from "./mutations";
import { policyInput } from "./schema";

const test = freshDatabase();
const strict = {
  ...DEFAULT_POLICY,
  "very-high": { munich: 1, exposure: "J0", reviewMonths: 12 },
  reason: "Beschluss 12/2026",
  version: 1,
} as const;

async function cityWithServices(slug: string) {
  const { city, actors } = await testCity(test.database, slug);
  for (const [name, confidentiality] of [
    ["Melderegister", "very-high"],
    ["Parkraum", "normal"],
    ["Altverfahren", null],
  ] as const) {
    await test.database.service.create({
      data: { cityId: city.id, name, naturalKey: name.toLowerCase(), confidentiality },
    });
  }
  await transaction(test.database, (tx) => rescore(tx, city.id, "all"));
  return { city, actors, grant: testGrant(actors.strategist, "policy.write"), who: auditActor(actors.strategist) };
}

const requiredOf = async (cityId: string, name: string) => {
  const score = await test.database.serviceScore.findFirstOrThrow({ where: { cityId, service: { name } } });
  return [score.requiredMunich, score.requiredExposure];
};

describe("required levels", () => {
  it("hold every service against the new policy in the same transaction, and log it with its reason", async () => {
    const { city, grant, who } = await cityWithServices("soll-eins");
    expect(await requiredOf(city.id, "Melderegister")).toEqual([2, "J1"]);
    expect(await changePolicy(test.database, grant, who, strict)).toEqual({ ok: true, value: { rescored: 3 } });
    expect(await requiredOf(city.id, "Melderegister")).toEqual([1, "J0"]);
    expect(await requiredOf(city.id, "Parkraum")).toEqual([4, "J3"]);
    expect(await requiredOf(city.id, "Altverfahren")).toEqual([null, null]);
    expect(await readPolicy(test.database, grant)).toMatchObject({
      own: true,
      version: 2,
      policy: { "very-high": { munich: 1, exposure: "J0" } },
      counts: { "very-high": { services: 1 }, normal: { services: 1 }, high: { services: 0 }, none: { services: 1 } },
    });
    const logged = await test.database.auditEvent.findMany({ where: { cityId: city.id } });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({
      action: "policy.update",
      reason: "Beschluss 12/2026",
      before: { "very-high": { munich: 2, exposure: "J1" } },
      after: { "very-high": { munich: 1, exposure: "J0" } },
    });
  });

  it("are saved by the first of two; the second gets what is stored, and an equal policy writes nothing", async () => {
    const { city, grant, who } = await cityWithServices("soll-zwei");
    expect(await changePolicy(test.database, grant, who, { ...DEFAULT_POLICY, reason: "x", version: 1 })).toMatchObject(
      {
        value: { rescored: null },
      },
    );
    expect(await changePolicy(test.database, grant, who, strict)).toMatchObject({ ok: true });
    const second = await changePolicy(test.database, grant, who, { ...DEFAULT_POLICY, reason: "zurück", version: 1 });
    expect(second).toMatchObject({ code: "conflict", current: { version: 2, policy: { "very-high": { munich: 1 } } } });
    expect(await test.database.auditEvent.count({ where: { cityId: city.id } })).toBe(1);
  });

  it("are kept as versions, the first being what applied before, with the difference, the person and the reason", async () => {
    const { city, grant, who, actors } = await cityWithServices("soll-fassungen");
    const versions = async (names = true) => listPolicyVersions(test.database, grant, 1, names);
    expect(await versions()).toEqual({ total: 0, versions: [] });
    await changePolicy(test.database, grant, who, strict);
    const points = policyInput.parse({
      ...DEFAULT_POLICY,
      normal: { munich: "4", exposure: "J3", reviewMonths: "18", freedom: "", openness: "0" },
      "very-high": { munich: "1", exposure: "J0", freedom: "60", openness: null },
      reason: "Punkte",
      version: 2,
    });
    expect(await changePolicy(test.database, grant, who, points)).toMatchObject({ value: { rescored: 3 } });
    const { total, versions: lines } = await versions();
    expect(total).toBe(3);
    expect(lines.map(({ number, by, reason }) => [number, by, reason])).toEqual([
      [3, actors.strategist.name, "Punkte"],
      [2, actors.strategist.name, "Beschluss 12/2026"],
      [1, null, null],
    ]);
    expect(lines[0]?.changes).toEqual([
      { need: "very-high", field: "freedom", before: null, after: 60 },
      { need: "normal", field: "openness", before: null, after: 0 },
      { need: "normal", field: "reviewMonths", before: 24, after: 18 },
    ]);
    expect(lines[1]?.changes.map(({ need, field }) => `${need} ${field}`)).toEqual([
      "very-high munich",
      "very-high exposure",
    ]);
    expect(lines[2]?.changes).toEqual([]);
    expect((await versions(false)).versions[0]?.by).toBeNull();
    const first = await test.database.policyVersion.findFirstOrThrow({ where: { cityId: city.id, number: 1 } });
    expect(first.policy).toEqual(DEFAULT_POLICY);
    expect((await readPolicy(test.database, grant)).policy["very-high"]).toEqual({
      munich: 1,
      exposure: "J0",
      reviewMonths: 12,
      freedom: 60,
    });
  });

  it("that were stored before reviews and points existed read as the defaults", async () => {
    const { city, grant } = await cityWithServices("soll-frueher");
    const old = {
      normal: { munich: 5, exposure: "J4" },
      high: { munich: 3, exposure: "J2" },
      "very-high": { munich: 2, exposure: "J1" },
    };
    await test.database.city.update({ where: { id: city.id }, data: { policy: old } });
    expect((await readPolicy(test.database, grant)).policy.normal).toEqual({
      munich: 5,
      exposure: "J4",
      reviewMonths: 24,
    });
  });

  it("never loosen with a higher need, and always name a reason", () => {
    const fields = { ...DEFAULT_POLICY, reason: "Beschluss", version: "1" };
    expect(policyInput.safeParse(fields).success).toBe(true);
    const looser = policyInput.safeParse({ ...fields, high: { munich: "5", exposure: "J2" } });
    expect(looser.error?.issues).toMatchObject([
      { path: ["high", "munich"], params: { code: "looser-than-lower-need" } },
    ]);
    const rarer = policyInput.safeParse({ ...fields, high: { munich: 3, exposure: "J2", reviewMonths: "36" } });
    expect(rarer.error?.issues).toMatchObject([{ path: ["high", "reviewMonths"] }]);
    const fewer = policyInput.safeParse({ ...fields, normal: { munich: 4, exposure: "J3", openness: "20" } });
    expect(fewer.error?.issues).toMatchObject([{ path: ["high", "openness"] }]);
    expect(policyInput.safeParse({ ...fields, reason: "  " }).success).toBe(false);
    expect(policyInput.safeParse({ ...fields, normal: { munich: 6, exposure: "J3" } }).success).toBe(false);
  });

  it("of another city stay untouched, and only administration and strategy may change them", async () => {
    const one = await cityWithServices("soll-drei");
    const two = await cityWithServices("soll-vier");
    await changePolicy(test.database, one.grant, one.who, strict);
    expect(await requiredOf(two.city.id, "Melderegister")).toEqual([2, "J1"]);
    expect((await readPolicy(test.database, two.grant)).own).toBe(false);
    expect(ROLES.filter((role) => !authorise(one.actors[role], "policy.write").refused)).toEqual([
      "administrator",
      "strategist",
    ]);
  });
});
