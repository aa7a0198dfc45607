import { createCity } from "@/lib/features/city/mutations-create";
import { createCityInput } from "@/lib/features/city/schema";
import { parseCommand, required } from "../command";
import { checked, CLI, valueOf, withDatabase } from "../database";
import { printJson, printLines } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    slug: { type: "string" },
    name: { type: "string" },
    json: { type: "boolean" },
  });
  const given = { slug: required(values.slug, "slug"), name: required(values.name, "name") };
  const input = checked(createCityInput, given);
  const city = await withDatabase(async (database) => valueOf(await createCity(database, CLI, input)));
  if (values.json) printJson(city);
  else printLines([`Created ${city.name} (${city.slug}).`]);
}
