import { describe, expect, it } from "vitest";
import { UNUSABLE_PASSWORD } from "@/lib/server/password";
import { needsSetup } from "./data";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { verifyChain } from "@/lib/server/audit";
import {
  changePassword,
  checkCredentials,
  createUser,
  issueSetupCode,
  removeMember,
  revokeOtherSessions,
  revokeSession,
  setUp,
  updateMembership,
} from "./mutations";
import { hashPassword } from "@/lib/server/password";
import { findSession, openSession } from "@/lib/server/session";

const test = freshDatabase();
const first = {
  cityName: "Musterstadt",
  citySlug: "musterstadt",
  name: "Jana Brandt",
  email: "jana@musterstadt.example",
  password: "ein langes Passwort",
};

describe("first start", () => {
  it("still waits for its code when a demo city has brought people who cannot sign in", async () => {
    expect(await needsSetup(test.database)).toBe(true);
    await test.database.user.create({
      data: { email: "demo@demo.example", name: "Demo", passwordHash: UNUSABLE_PASSWORD, disabledAt: new Date() },
    });
    expect(await needsSetup(test.database)).toBe(true);
  });

  it("refuses a wrong code, an old one and a second use", async () => {
    const { code: old } = await issueSetupCode(test.database);
    const { code } = await issueSetupCode(test.database);
    expect(await setUp(test.database, { ...first, code: old })).toMatchObject({ ok: false, code: "invalid" });
    const both = await Promise.all([
      setUp(test.database, { ...first, code: code.toLowerCase() }),
      setUp(test.database, { ...first, code, email: "other@musterstadt.example" }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await test.database.user.count({ where: { disabledAt: null } })).toBe(1);
    expect(await needsSetup(test.database)).toBe(false);
    expect(await setUp(test.database, { ...first, code })).toMatchObject({ ok: false, code: "not-possible" });
  });
});

describe("accounts", () => {
  it("signs in with the right password only, and never a disabled person", async () => {
    const { actors, department } = await testCity(test.database, "kleinstadt");
    const grant = testGrant(actors.administrator, "user.manage");
    const who = { userId: actors.administrator.userId, name: actors.administrator.name };
    const person = {
      name: "Tom Reuter",
      email: "tom@kleinstadt.example",
      role: "service-owner" as const,
      departmentIds: [department.id],
      password: "noch ein Passwort",
    };
    expect(await createUser(test.database, grant, who, person)).toMatchObject({ ok: true });
    expect(await createUser(test.database, grant, who, person)).toMatchObject({
      ok: false,
      fields: [{ path: "email", code: "taken" }],
    });
    const right = await checkCredentials(test.database, { email: person.email, password: person.password });
    if (!right.ok) throw new Error("the right password must fit");
    expect(await checkCredentials(test.database, { email: person.email, password: "falsch" })).toMatchObject({
      ok: false,
    });
    expect(await checkCredentials(test.database, { email: "niemand@x.example", password: "falsch" })).toMatchObject({
      ok: false,
    });

    const token = await openSession(test.database, right.value.userId, null);
    expect(await findSession(test.database, token)).toMatchObject({ userId: right.value.userId });
    const membership = await test.database.membership.findFirstOrThrow({ where: { userId: right.value.userId } });
    expect(await removeMember(test.database, grant, who, membership.id)).toMatchObject({ ok: true });
    expect(await findSession(test.database, token)).toBeNull();
    expect(await checkCredentials(test.database, { email: person.email, password: person.password })).toMatchObject({
      ok: false,
    });
    expect(await verifyChain(test.database, grant.cityId)).toEqual({ rows: 2, brokenAt: null });
  });

  it("keeps the last administrator, and another city's people are not found", async () => {
    const one = await testCity(test.database, "eins");
    const two = await testCity(test.database, "zwei");
    const grant = testGrant(one.actors.administrator, "user.manage");
    const who = { userId: one.actors.administrator.userId, name: "x" };
    const own = await test.database.membership.findFirstOrThrow({ where: { userId: one.actors.administrator.userId } });
    expect(
      await updateMembership(test.database, grant, who, own.id, { role: "viewer", departmentIds: [] }),
    ).toMatchObject({ code: "not-possible" });
    expect(await removeMember(test.database, grant, who, own.id)).toMatchObject({ code: "not-possible" });
    const foreign = await test.database.membership.findFirstOrThrow({ where: { userId: two.actors.viewer.userId } });
    expect(await removeMember(test.database, grant, who, foreign.id)).toMatchObject({ code: "not-found" });
    expect(
      await updateMembership(test.database, grant, who, foreign.id, { role: "auditor", departmentIds: [] }),
    ).toMatchObject({ code: "not-found" });
  });
});

describe("audit log", () => {
  it("cannot be changed or deleted, and a forged row breaks the chain", async () => {
    await expect(test.database.auditEvent.deleteMany()).rejects.toThrow(/append-only/);
    await expect(test.database.auditEvent.updateMany({ data: { actorName: "x" } })).rejects.toThrow(/append-only/);
  });
});

describe("sessions", () => {
  it("are ended by their own person only, one or all others, and never the present one", async () => {
    const { actors } = await testCity(test.database, "sitzung");
    const mine = await Promise.all([1, 2, 3].map(() => openSession(test.database, actors.viewer.userId, "Firefox")));
    const foreign = await openSession(test.database, actors.strategist.userId, null);
    const [here, there] = await Promise.all(mine.map((token) => findSession(test.database, token)));
    const stranger = await findSession(test.database, foreign);
    if (!here || !there || !stranger) throw new Error("the sessions are open");

    expect(await revokeSession(test.database, here, stranger.sessionId)).toMatchObject({
      ok: false,
      code: "not-found",
    });
    expect(await findSession(test.database, foreign)).not.toBeNull();
    expect(await revokeSession(test.database, here, there.sessionId)).toMatchObject({ ok: true });
    expect(await findSession(test.database, mine[1])).toBeNull();
    expect(await revokeSession(test.database, here, there.sessionId)).toMatchObject({ code: "not-found" });

    expect(await revokeOtherSessions(test.database, here)).toMatchObject({ ok: true, value: { ended: 1 } });
    expect(await revokeOtherSessions(test.database, here)).toMatchObject({ ok: true, value: { ended: 0 } });
    expect(await findSession(test.database, mine[0])).not.toBeNull();
    expect(await findSession(test.database, mine[2])).toBeNull();
    expect(await findSession(test.database, foreign)).not.toBeNull();
  });

  it("end elsewhere with a new password", async () => {
    const { actors } = await testCity(test.database, "passwort");
    const { userId } = actors.approver;
    await test.database.user.update({
      where: { id: userId },
      data: { passwordHash: await hashPassword("das alte Passwort") },
    });
    const [here, there] = [
      await openSession(test.database, userId, null),
      await openSession(test.database, userId, null),
    ];
    const session = await findSession(test.database, here);
    if (!session) throw new Error("the session is open");
    const wrong = await changePassword(test.database, session, { current: "falsch", password: "das neue Passwort" });
    expect(wrong).toMatchObject({ ok: false, fields: [{ path: "current", code: "invalid" }] });
    expect(await findSession(test.database, there)).not.toBeNull();
    const right = await changePassword(test.database, session, {
      current: "das alte Passwort",
      password: "das neue Passwort",
    });
    expect(right).toMatchObject({ ok: true });
    expect(await findSession(test.database, here)).not.toBeNull();
    expect(await findSession(test.database, there)).toBeNull();
    expect(
      await checkCredentials(test.database, { email: "approver@passwort.example", password: "das neue Passwort" }),
    ).toMatchObject({ ok: true });
  });
});
