import { generatedCity } from "@/lib/features/demo/data";
import { loadCity } from "@/lib/features/demo/mutations";
import { createCityInput } from "@/lib/features/city/schema";
import { parseCommand, required, wholeNumber } from "../command";
import { checked, CLI, currentCatalogue, valueOf, withDatabase } from "../database";
import { printJson } from "../io";
import { sayLoaded } from "../loaded";

/** Twice a state's provider: beyond it, one transaction takes longer than its limit. */
const MOST_SERVICES = 40_000;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    services: { type: "string" },
    seed: { type: "string" },
    city: { type: "string" },
    name: { type: "string" },
    replace: { type: "boolean" },
    json: { type: "boolean" },
  });
  const services = wholeNumber(required(values.services, "services"), "services", 1, MOST_SERVICES);
  const seed = wholeNumber(required(values.seed, "seed"), "seed", 0, 2 ** 31 - 1);
  const input = checked(createCityInput, {
    slug: required(values.city, "city"),
    name: values.name ?? `Beispielstadt ${seed}`,
  });
  const loaded = await withDatabase(async (database) => {
    await currentCatalogue(database);
    const data = await generatedCity({ services, seed, ...input });
    return valueOf(await loadCity(database, data, CLI, { replace: values.replace }));
  });
  if (values.json) printJson(loaded);
  else sayLoaded(loaded);
}
