import { removeCity } from "@/lib/features/demo/mutations";
import { DEMO_SLUG } from "@/lib/features/demo/schema";
import { parseCommand } from "../command";
import { inCity, valueOf } from "../database";
import { printJson, printLines } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    city: { type: "string", default: DEMO_SLUG },
    json: { type: "boolean" },
  });
  const removed = await inCity(values.city, "demo.manage", async ({ database, grant, actor }) =>
    valueOf(await removeCity(database, grant, actor)),
  );
  if (values.json) printJson(removed);
  else printLines([`Removed ${removed.slug} and everything in it.`]);
}
