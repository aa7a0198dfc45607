import type { Grant } from "@/lib/domain/access/authorise";
import type { Database } from "@/lib/server/database/client";
import { UNUSABLE_PASSWORD } from "@/lib/server/password";

/** Not the invented people of made-up cities, who may be there before the first real one. */
export const REAL_PEOPLE = { passwordHash: { not: UNUSABLE_PASSWORD } } as const;

/** True while nobody can sign in: the installation still waits for its set-up code. */
export async function needsSetup(database: Database): Promise<boolean> {
  return (await database.user.findFirst({ where: REAL_PEOPLE, select: { id: true } })) === null;
}

/** Cities the person belongs to, by name. */
export async function citiesOf(database: Database, userId: string) {
  const rows = await database.membership.findMany({
    where: { userId },
    select: { role: true, city: { select: { slug: true, name: true, demo: true } } },
    orderBy: { city: { name: "asc" } },
  });
  return rows.map((row) => ({ ...row.city, role: row.role }));
}

/** Everybody with a role in the city. */
export async function listMembers(database: Database, grant: Grant<"user.read" | "user.manage">) {
  return database.membership.findMany({
    where: { cityId: grant.cityId },
    select: {
      id: true,
      role: true,
      departments: { select: { department: { select: { id: true, name: true } } } },
      user: { select: { id: true, name: true, email: true, disabledAt: true, createdAt: true } },
    },
    orderBy: { user: { name: "asc" } },
  });
}

/** Open sessions of a person, newest first. */
export async function listSessions(database: Database, userId: string) {
  return database.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, agent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
}
