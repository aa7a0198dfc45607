import { musterstadt } from "@/lib/features/demo/data";
import { loadCity } from "@/lib/features/demo/mutations";
import { DEMO_SLUG } from "@/lib/features/demo/schema";
import { slug as slugField } from "@/lib/features/fields";
import { z } from "zod";
import { parseCommand } from "../command";
import { checked, CLI, currentCatalogue, valueOf, withDatabase } from "../database";
import { printJson } from "../io";
import { sayLoaded } from "../loaded";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    city: { type: "string", default: DEMO_SLUG },
    replace: { type: "boolean" },
    json: { type: "boolean" },
  });
  const { slug } = checked(z.object({ slug: slugField }), { slug: values.city });
  const loaded = await withDatabase(async (database) => {
    await currentCatalogue(database);
    return valueOf(await loadCity(database, await musterstadt(slug), CLI, { replace: values.replace }));
  });
  if (values.json) printJson(loaded);
  else sayLoaded(loaded);
}
