import { createHash } from "node:crypto";
import type { Database } from "./database/client";

export interface Limit {
  readonly name: string;
  readonly max: number;
  readonly windowSeconds: number;
}

export const SIGN_IN_PER_ACCOUNT: Limit = { name: "sign-in-account", max: 10, windowSeconds: 900 };
export const SIGN_IN_PER_CLIENT: Limit = { name: "sign-in-client", max: 60, windowSeconds: 900 };
export const SETUP_PER_CLIENT: Limit = { name: "setup-client", max: 20, windowSeconds: 900 };

/**
 * Counts one try and says whether it is still allowed. The counted thing (address, account) is stored as a hash only.
 * One statement, so that parallel tries cannot slip through.
 */
export async function allow(database: Database, limit: Limit, subject: string): Promise<boolean> {
  const key = keyOf(limit, subject);
  const rows = await database.$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" ("key", "count", "windowStart") VALUES (${key}, 1, now())
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "RateLimit"."windowStart" < now() - make_interval(secs => ${limit.windowSeconds}) THEN 1 ELSE "RateLimit"."count" + 1 END,
      "windowStart" = CASE WHEN "RateLimit"."windowStart" < now() - make_interval(secs => ${limit.windowSeconds}) THEN now() ELSE "RateLimit"."windowStart" END
    RETURNING "count"`;
  return (rows[0]?.count ?? limit.max + 1) <= limit.max;
}

/** Forgets the tries of a subject after it got in. */
export async function forget(database: Database, limit: Limit, subject: string): Promise<void> {
  await database.rateLimit.deleteMany({ where: { key: keyOf(limit, subject) } });
}

const keyOf = (limit: Limit, subject: string): string =>
  createHash("sha256").update(`${limit.name}\0${subject}`).digest("base64url");
