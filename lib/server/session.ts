import { createHash, randomBytes } from "node:crypto";
import type { Database } from "./database/client";
import { env } from "./env";

/** `__Host-` binds the cookie to this host and to TLS; plain HTTP on a workplace or test machine cannot carry it. */
export const sessionCookieName = (): string => (isSecure() ? "__Host-hoheit-session" : "hoheit-session");

const LIFETIME_HOURS = 12;
const SEEN_EVERY_MS = 60_000;

export interface SessionUser {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** Opens a session. @returns the token for the cookie; only its hash is stored. */
export async function openSession(database: Database, userId: string, agent: string | null): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database.session.create({
    data: {
      userId,
      tokenHash: hashToken(token),
      agent: agent?.slice(0, 200) ?? null,
      expiresAt: new Date(Date.now() + LIFETIME_HOURS * 3_600_000),
    },
  });
  return token;
}

/** The user behind a token, read from the database at every request; null when ended, expired, unknown or disabled. */
export async function findSession(database: Database, token: string | undefined): Promise<SessionUser | null> {
  if (!token || token.length > 100) return null;
  const session = await database.session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      expiresAt: true,
      revokedAt: true,
      lastSeenAt: true,
      user: { select: { id: true, name: true, email: true, disabledAt: true } },
    },
  });
  if (!session || session.revokedAt || session.expiresAt < new Date() || session.user.disabledAt) return null;
  if (Date.now() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await database.session.update({ where: { id: session.id }, data: { lastSeenAt: new Date() } });
  }
  return { sessionId: session.id, userId: session.user.id, name: session.user.name, email: session.user.email };
}

export async function endSession(database: Database, sessionId: string): Promise<void> {
  await database.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: new Date() } });
}

/** `Set-Cookie` value for a new session, or one that removes it (token null). */
export function sessionCookie(token: string | null): string {
  const parts = [`${sessionCookieName()}=${token ?? ""}`, "Path=/", "HttpOnly", "SameSite=Lax"];
  if (isSecure()) parts.push("Secure");
  parts.push(token === null ? "Max-Age=0" : `Max-Age=${LIFETIME_HOURS * 3600}`);
  return parts.join("; ");
}

const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

const isSecure = (): boolean => env().HOHEIT_URL?.startsWith("https:") ?? false;
