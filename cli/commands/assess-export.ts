import { writeFileSync } from "node:fs";
import { serviceMethod } from "@/lib/domain/method/registry";
import { PLAIN_LIST } from "@/lib/domain/service/list";
import { loadReachable, loadSheet } from "@/lib/features/assessment-sheet/data";
import { sheetFile } from "@/lib/features/assessment-sheet/data-file";
import { FORMATS, MAX_ROWS } from "@/lib/features/assessment-sheet/schema";
import { isLocale } from "@/lib/i18n";
import { reasonText } from "@/lib/i18n/reasons";
import { parseCommand, Refused, required, UsageError } from "../command";
import { currentCatalogue, inCity } from "../database";
import { filterOf } from "../filter";
import { givenPath, printJson, printLines } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    city: { type: "string" },
    method: { type: "string" },
    filter: { type: "string" },
    out: { type: "string" },
    format: { type: "string" },
    language: { type: "string", default: "de" },
    json: { type: "boolean" },
  });
  const slug = required(values.city, "city");
  const ref = required(values.method, "method");
  const method = serviceMethod(ref);
  if (method === undefined) throw new Refused([`There is no method ${ref} for services; see: hoheit methods.`]);
  const { language, out } = values;
  if (!isLocale(language)) throw new UsageError(`--language must be de or en, not "${language}".`);
  const wanted = values.format ?? (out?.toLowerCase().endsWith(".xlsx") ? "xlsx" : "csv");
  const format = FORMATS.find((each) => each === wanted);
  if (format === undefined) throw new UsageError(`--format must be csv or xlsx, not "${wanted}".`);
  const list = { ...PLAIN_LIST, filter: filterOf(values.filter) };
  const file = await inCity(slug, "assessment.write", async ({ database, grant, city }) => {
    await currentCatalogue(database);
    const { services } = await loadReachable(database, grant, list, ref);
    const count = services.length * method.criteria.length;
    if (count > MAX_ROWS) throw new Refused([`${count} rows are too many for one file (${MAX_ROWS}); use --filter.`]);
    const rows = await loadSheet(database, city.id, services, method, language, (reason) =>
      reasonText(reason, language),
    );
    return { services: services.length, rows: rows.length, bytes: await sheetFile(method, rows, format, language) };
  });
  if (out === undefined) {
    process.stdout.write(file.bytes);
    return;
  }
  try {
    writeFileSync(givenPath(out), file.bytes);
  } catch (error) {
    throw new UsageError(`${out} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (values.json) printJson({ file: out, services: file.services, rows: file.rows });
  else printLines([`${out}: ${file.rows} questions about ${file.services} services`]);
}
