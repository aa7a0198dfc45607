import { basename } from "node:path";
import { importSheet } from "@/lib/features/assessment-sheet/mutations";
import { parseCommand, Refused, required, UsageError } from "../command";
import { currentCatalogue, inCity, valueOf } from "../database";
import { printJson, readInput } from "../io";

const WAYS = ["refuse", "mine", "theirs"] as const;

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(
    args,
    {
      city: { type: "string" },
      method: { type: "string" },
      "dry-run": { type: "boolean" },
      "on-conflict": { type: "string", default: "refuse" },
      // The report is JSON with or without --json.
      json: { type: "boolean" },
    },
    "file",
  );
  const slug = required(values.city, "city");
  const method = required(values.method, "method");
  const onConflict = WAYS.find((each) => each === values["on-conflict"]);
  if (onConflict === undefined)
    throw new UsageError(`--on-conflict must be refuse, mine or theirs, not "${values["on-conflict"]}".`);
  const [path] = positionals;
  const bytes = await readInput(path);
  const dryRun = values["dry-run"] ?? false;
  const report = await inCity(slug, "assessment.write", async ({ database, grant, actor }) => {
    await currentCatalogue(database);
    const fileName = path === "-" ? "stdin.csv" : basename(path);
    return valueOf(await importSheet(database, grant, actor, { bytes, fileName, method, dryRun, onConflict }, "en"));
  });
  printJson(report);
  const { conflicts, rejected, written } = report;
  const refused = onConflict === "refuse" ? conflicts.length : 0;
  const reasons = [
    ...(rejected.length > 0 ? [`${rejected.length} rows were rejected; the reasons are in the report.`] : []),
    ...(refused > 0
      ? [
          `${refused} answers were changed by somebody since the export. ` +
            (dryRun || written ? "" : "Nothing was written; ") +
            "choose with --on-conflict mine or theirs.",
        ]
      : []),
  ];
  if (reasons.length > 0) throw new Refused(reasons);
}
