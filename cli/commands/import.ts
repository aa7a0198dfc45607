import { basename } from "node:path";
import { z } from "zod";
import { importFile } from "@/lib/features/import/mutations";
import { parseCommand, Refused, required } from "../command";
import { currentCatalogue, inCity, valueOf } from "../database";
import { printJson, readInput, readJson } from "../io";

const mappingFile = z.record(z.string(), z.string());

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(
    args,
    {
      city: { type: "string" },
      "dry-run": { type: "boolean" },
      map: { type: "string" },
      // The report is JSON with or without --json.
      json: { type: "boolean" },
    },
    "file",
  );
  const slug = required(values.city, "city");
  const [path] = positionals;
  const mapping = values.map === undefined ? undefined : mappingOf(values.map, await readJson(values.map));
  const bytes = await readInput(path);
  const report = await inCity(slug, "service.import", async ({ database, grant, actor }) => {
    await currentCatalogue(database);
    const fileName = path === "-" ? "stdin.csv" : basename(path);
    return valueOf(
      await importFile(database, grant, actor, { bytes, fileName, mapping, dryRun: values["dry-run"] ?? false }),
    );
  });
  printJson(report);
}

function mappingOf(path: string, content: unknown): Readonly<Record<string, string>> {
  const parsed = mappingFile.safeParse(content);
  if (!parsed.success) throw new Refused([`${path}: expected an object like {"Name of the column": "field"}.`]);
  return parsed.data;
}
