import { createSnapshot } from "@/lib/features/snapshot/mutations";
import { takeSnapshotInput } from "@/lib/features/snapshot/schema";
import { parseCommand, required } from "../command";
import { checked, inCity, valueOf } from "../database";
import { printJson, printLines } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    city: { type: "string" },
    name: { type: "string" },
    json: { type: "boolean" },
  });
  const slug = required(values.city, "city");
  const input = checked(takeSnapshotInput, { name: required(values.name, "name") });
  const taken = await inCity(slug, "snapshot.create", async ({ database, grant, actor }) =>
    valueOf(await createSnapshot(database, grant, actor, input)),
  );
  if (values.json) printJson(taken);
  else printLines([`Snapshot ${input.name}: ${taken.hash}`]);
}
