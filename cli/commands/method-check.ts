import { checkMethodFile } from "@/lib/features/method/schema";
import { parseCommand, Refused } from "../command";
import { printJson, printLines, readJson } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseCommand(args, { json: { type: "boolean" } }, "file");
  const { method, problems } = checkMethodFile(await readJson(positionals[0]));
  if (method === null) {
    if (values.json) printJson({ ok: false, problems });
    throw new Refused(problems.map(({ place, reason }) => (place === "" ? reason : `${place}: ${reason}`)));
  }
  const { ref, criteria, outputs, examples } = method;
  if (values.json)
    printJson({ ok: true, method: ref, criteria: criteria.length, outputs: outputs.length, examples: examples.length });
  else
    printLines([
      `${ref}: ${criteria.length} criteria, ${outputs.length} outputs, ${examples.length} worked examples met`,
    ]);
}
