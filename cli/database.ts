import { join } from "node:path";
import type { z } from "zod";
import type { Grant } from "@/lib/domain/access/authorise";
import type { Permission } from "@/lib/domain/access/permissions";
import { syncCatalogue } from "@/lib/features/catalogue/mutations";
import { createTranslator } from "@/lib/i18n";
import { auditActor, commandLineActor, grantFor } from "@/lib/server/access";
import type { Actor } from "@/lib/server/audit";
import { db, type Database } from "@/lib/server/database/client";
import { openDatabase } from "@/lib/server/database/open";
import { fieldProblems } from "@/lib/server/http/zod-problems";
import { refuse, type Refusal, type Result } from "@/lib/server/result";
import { Refused } from "./command";

const t = createTranslator("en");

/** Who the audit log names where there is no city yet. */
export const CLI: Actor = { userId: null, name: "cli" };

/** Runs work on the installation's database, beside a running server or alone, and closes it whatever happens. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const opened = await openDatabase();
  try {
    return await work(db());
  } finally {
    await db().$disconnect();
    await opened.close();
  }
}

export interface CityContext<P extends Permission> {
  readonly database: Database;
  readonly grant: Grant<P>;
  readonly actor: Actor;
  readonly city: { readonly id: string; readonly slug: string; readonly name: string; readonly demo: boolean };
}

/** Runs work in a city with one permission. @throws Refused for a city that does not exist */
export async function inCity<P extends Permission, T>(
  slug: string,
  permission: P,
  work: (context: CityContext<P>) => Promise<T>,
): Promise<T> {
  return withDatabase(async (database) => {
    const city = await database.city.findUnique({
      where: { slug },
      select: { id: true, slug: true, name: true, demo: true },
    });
    if (city === null) throw new Refused([`There is no city ${slug}.`]);
    const actor = commandLineActor(city);
    const grant = grantFor(actor, permission);
    if ("ok" in grant) throw new Refused(reasons(grant));
    return work({ database, grant, actor: auditActor(actor), city });
  });
}

/** Brings the shared catalogue up to date, as the server does at its start. Cheap when nothing changed. */
export async function currentCatalogue(database: Database): Promise<void> {
  await syncCatalogue(database, join(process.cwd(), "catalogue"));
}

/** The value of a result. @throws Refused with its reasons */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(reasons(result));
  return result.value;
}

/** Checked input of a feature. @throws Refused naming each field and what is wrong with it */
export function checked<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new Refused(reasons(refuse("invalid", { fields: fieldProblems(parsed.error) })));
  return parsed.data;
}

function reasons(refusal: Refusal): string[] {
  const fields = (refusal.fields ?? []).map(
    ({ path, code, params }) =>
      `${path}: ${t.dynamic(`problems.field_${code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`, params)}`,
  );
  if (refusal.message !== undefined) return [t.dynamic(refusal.message, refusal.params), ...fields];
  if (fields.length > 0) return fields;
  return [t.dynamic(`problems.${refusal.code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`)];
}
