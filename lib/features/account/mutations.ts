import { createHash, randomInt } from "node:crypto";
import type { Grant } from "@/lib/domain/access/authorise";
import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { checkPassword, hashPassword } from "@/lib/server/password";
import { ok, refuse, type Result } from "@/lib/server/result";
import { REAL_PEOPLE } from "./data";
import type { CreateUserInput, SetupInput, UpdateMembershipInput } from "./schema";

const SETUP_MINUTES = 30;
// No letters or digits that are mistaken for each other when read off a console.
const CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** A fresh one-time code, valid 30 minutes; earlier ones end. @returns the code, of which only a hash is stored. */
export async function issueSetupCode(database: Database): Promise<{ code: string; expiresAt: Date }> {
  const letters = Array.from({ length: 16 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
  const expiresAt = new Date(Date.now() + SETUP_MINUTES * 60_000);
  await transaction(database, async (tx) => {
    await tx.setupCode.deleteMany({ where: { usedAt: null } });
    await tx.setupCode.create({ data: { codeHash: hashCode(letters), expiresAt } });
  });
  return { code: letters.replace(/(.{4})(?=.)/g, "$1-"), expiresAt };
}

/** First administrator and first city, in exchange for the set-up code. */
export async function setUp(
  database: Database,
  input: SetupInput,
): Promise<Result<{ userId: string; citySlug: string }>> {
  const passwordHash = await hashPassword(input.password);
  return transaction(database, async (tx): Promise<Result<{ userId: string; citySlug: string }>> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('hoheit-setup', 0))`;
    if ((await tx.user.count({ where: REAL_PEOPLE })) > 0)
      return refuse("not-possible", { message: "account.setupDone" });
    const used = await tx.setupCode.updateMany({
      where: { codeHash: hashCode(input.code), usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    if (used.count === 0) {
      return refuse("invalid", { message: "account.setupCodeWrong", fields: [{ path: "code", code: "invalid" }] });
    }
    const user = await tx.user.create({ data: { email: input.email, name: input.name, passwordHash } });
    const city = await tx.city.create({ data: { slug: input.citySlug, name: input.cityName } });
    await tx.membership.create({ data: { cityId: city.id, userId: user.id, role: "administrator" } });
    const actor = { userId: user.id, name: user.name };
    await audit(tx, [
      {
        cityId: city.id,
        actor,
        action: "city.create",
        subjectType: "city",
        subjectId: city.id,
        subjectName: city.name,
        after: { slug: city.slug, name: city.name },
      },
      {
        cityId: city.id,
        actor,
        action: "user.create",
        subjectType: "user",
        subjectId: user.id,
        subjectName: user.name,
        after: { role: "administrator" },
      },
    ]);
    return ok({ userId: user.id, citySlug: city.slug });
  });
}

/** Checks e-mail and password. Says the same for unknown, disabled and wrong. */
export async function checkCredentials(
  database: Database,
  input: { email: string; password: string },
): Promise<Result<{ userId: string }>> {
  const user = await database.user.findUnique({ where: { email: input.email } });
  const fits = await checkPassword(user?.passwordHash ?? null, input.password);
  if (!user || !fits || user.disabledAt) return refuse("invalid", { message: "account.signInWrong" });
  return ok({ userId: user.id });
}

/** A new account with a role in the grant's city. An existing account only gets the role; its password stays. */
export async function createUser(
  database: Database,
  grant: Grant<"user.manage">,
  actor: Actor,
  input: CreateUserInput,
): Promise<Result<{ userId: string }>> {
  const passwordHash = await hashPassword(input.password);
  return transaction(database, async (tx): Promise<Result<{ userId: string }>> => {
    const departments = await knownDepartments(tx, grant.cityId, input.departmentIds);
    if (!departments) return refuse("invalid", { fields: [{ path: "departmentIds", code: "unknown-reference" }] });
    const existing = await tx.user.findUnique({ where: { email: input.email }, include: { memberships: true } });
    if (existing?.memberships.some((membership) => membership.cityId === grant.cityId)) {
      return refuse("invalid", { fields: [{ path: "email", code: "taken" }] });
    }
    const user = existing ?? (await tx.user.create({ data: { email: input.email, name: input.name, passwordHash } }));
    await tx.membership.create({
      data: {
        cityId: grant.cityId,
        userId: user.id,
        role: input.role,
        departments: { create: departments.map((departmentId) => ({ departmentId })) },
      },
    });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "user.create",
        subjectType: "user",
        subjectId: user.id,
        subjectName: user.name,
        after: { role: input.role, departmentIds: departments },
      },
    ]);
    return ok({ userId: user.id });
  });
}

/** Changes role and departments. The last administrator of a city stays one. */
export async function updateMembership(
  database: Database,
  grant: Grant<"user.manage">,
  actor: Actor,
  membershipId: string,
  input: UpdateMembershipInput,
): Promise<Result<{ userId: string }>> {
  return transaction(database, async (tx): Promise<Result<{ userId: string }>> => {
    const membership = await findMembership(tx, grant.cityId, membershipId);
    if (!membership) return refuse("not-found");
    if (
      membership.role === "administrator" &&
      input.role !== "administrator" &&
      (await isLastAdministrator(tx, grant.cityId))
    ) {
      return refuse("not-possible", { message: "account.lastAdministrator" });
    }
    const departments = await knownDepartments(tx, grant.cityId, input.departmentIds);
    if (!departments) return refuse("invalid", { fields: [{ path: "departmentIds", code: "unknown-reference" }] });
    await tx.membershipDepartment.deleteMany({ where: { membershipId } });
    await tx.membership.update({
      where: { id: membershipId },
      data: { role: input.role, departments: { create: departments.map((departmentId) => ({ departmentId })) } },
    });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "user.update",
        subjectType: "user",
        subjectId: membership.userId,
        subjectName: membership.user.name,
        before: { role: membership.role, departmentIds: membership.departments.map((row) => row.departmentId) },
        after: { role: input.role, departmentIds: departments },
      },
    ]);
    return ok({ userId: membership.userId });
  });
}

/** Takes a person out of the city and ends their sessions; an account without any city left is disabled. */
export async function removeMember(
  database: Database,
  grant: Grant<"user.manage">,
  actor: Actor,
  membershipId: string,
): Promise<Result<{ userId: string }>> {
  return transaction(database, async (tx): Promise<Result<{ userId: string }>> => {
    const membership = await findMembership(tx, grant.cityId, membershipId);
    if (!membership) return refuse("not-found");
    if (membership.role === "administrator" && (await isLastAdministrator(tx, grant.cityId))) {
      return refuse("not-possible", { message: "account.lastAdministrator" });
    }
    await tx.membership.delete({ where: { id: membershipId } });
    await tx.session.updateMany({
      where: { userId: membership.userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if ((await tx.membership.count({ where: { userId: membership.userId } })) === 0) {
      await tx.user.update({ where: { id: membership.userId }, data: { disabledAt: new Date() } });
    }
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "user.remove",
        subjectType: "user",
        subjectId: membership.userId,
        subjectName: membership.user.name,
        before: { role: membership.role },
      },
    ]);
    return ok({ userId: membership.userId });
  });
}

/** Ends one session of the person. Somebody else's is not found. */
export async function revokeSession(
  database: Database,
  user: { userId: string; name: string },
  sessionId: string,
): Promise<Result<{ ended: number }>> {
  return endSessions(database, user, { id: sessionId });
}

/** Ends every session of the person but the present one. */
export async function revokeOtherSessions(
  database: Database,
  user: { userId: string; name: string; sessionId: string },
): Promise<Result<{ ended: number }>> {
  const result = await endSessions(database, user, { id: { not: user.sessionId } });
  return result.ok ? result : ok({ ended: 0 });
}

function endSessions(
  database: Database,
  user: { userId: string; name: string },
  which: { id: string | { not: string } },
): Promise<Result<{ ended: number }>> {
  return transaction(database, async (tx): Promise<Result<{ ended: number }>> => {
    const now = new Date();
    const { count: ended } = await tx.session.updateMany({
      where: { ...which, userId: user.userId, revokedAt: null, expiresAt: { gt: now } },
      data: { revokedAt: now },
    });
    if (ended === 0) return refuse("not-found");
    await audit(tx, [
      {
        cityId: null,
        actor: { userId: user.userId, name: user.name },
        action: "session.end",
        subjectType: "user",
        subjectId: user.userId,
        subjectName: user.name,
        after: { ended },
      },
    ]);
    return ok({ ended });
  });
}

/** A new password; all other sessions of the person end. */
export async function changePassword(
  database: Database,
  user: { userId: string; sessionId: string },
  input: { current: string; password: string },
): Promise<Result<null>> {
  const row = await database.user.findUniqueOrThrow({ where: { id: user.userId } });
  if (!(await checkPassword(row.passwordHash, input.current))) {
    return refuse("invalid", { fields: [{ path: "current", code: "invalid" }] });
  }
  const passwordHash = await hashPassword(input.password);
  await transaction(database, async (tx) => {
    await tx.user.update({ where: { id: user.userId }, data: { passwordHash } });
    await tx.session.updateMany({
      where: { userId: user.userId, revokedAt: null, id: { not: user.sessionId } },
      data: { revokedAt: new Date() },
    });
    await audit(tx, [
      {
        cityId: null,
        actor: { userId: user.userId, name: row.name },
        action: "user.password",
        subjectType: "user",
        subjectId: user.userId,
        subjectName: row.name,
      },
    ]);
  });
  return ok(null);
}

async function knownDepartments(tx: Tx, cityId: string, ids: readonly string[]): Promise<string[] | null> {
  const unique = [...new Set(ids)];
  const found = await tx.department.count({ where: { cityId, id: { in: unique } } });
  return found === unique.length ? unique : null;
}

const findMembership = (tx: Tx, cityId: string, id: string) =>
  tx.membership.findFirst({ where: { id, cityId }, include: { user: true, departments: true } });

async function isLastAdministrator(tx: Tx, cityId: string): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-admins:${cityId}`}, 0))`;
  return (await tx.membership.count({ where: { cityId, role: "administrator" } })) <= 1;
}

const hashCode = (code: string): string =>
  createHash("sha256")
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest("hex");
