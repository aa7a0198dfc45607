import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import type { CreateCityInput } from "./schema";

/** A new, empty city. It belongs to the installation, not to another city, so no grant of a city can allow it: command line only. */
export async function createCity(
  database: Database,
  actor: Actor,
  input: CreateCityInput,
): Promise<Result<{ id: string; slug: string; name: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string; slug: string; name: string }>> => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-city:${input.slug}`}, 0))`;
    if (await tx.city.findUnique({ where: { slug: input.slug }, select: { id: true } })) {
      return refuse("invalid", { fields: [{ path: "slug", code: "taken" }] });
    }
    const { id, slug, name } = await tx.city.create({ data: input });
    await audit(tx, [
      {
        cityId: id,
        actor,
        action: "city.create",
        subjectType: "city",
        subjectId: id,
        subjectName: name,
        after: { slug, name },
      },
    ]);
    return ok({ id, slug, name });
  });
}
