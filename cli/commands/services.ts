import type { PortfolioRow, ScoreValue } from "@/lib/domain/service/types";
import { compile } from "@/lib/domain/strategy/filter";
import { loadPortfolio } from "@/lib/features/portfolio/data";
import { parseCommand, required } from "../command";
import { inCity } from "../database";
import { filterOf } from "../filter";
import { columns, printJson, printLines, say } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    city: { type: "string" },
    filter: { type: "string" },
    json: { type: "boolean" },
  });
  const slug = required(values.city, "city");
  const filter = filterOf(values.filter);
  const all = await inCity(slug, "service.read", ({ database, grant }) => loadPortfolio(database, grant));
  const rows = all
    .filter(compile(filter))
    .sort((a, b) => a.name.localeCompare(b.name, "de") || (a.serviceId < b.serviceId ? -1 : 1));
  const retired = filter.lifecycle === undefined ? all.filter((row) => row.lifecycle === "retired").length : 0;
  if (values.json) printJson(rows);
  else {
    const table = rows.map((row) => [row.name, row.departmentName ?? "–", munich(row.munich), exposure(row), row.gap]);
    printLines([
      ...columns([["Service", "Department", "Munich", "Exposure", "Gap"], ...table]),
      "",
      `${rows.length} of ${all.length} services`,
    ]);
  }
  if (retired > 0) say(`${retired} retired services are left out; --filter lifecycle=retired shows them.`);
}

/** The level, or the range still possible. */
function munich({ value, best, worst }: ScoreValue): string {
  return value === null ? `${best} to ${worst}` : String(value);
}

function exposure(row: PortfolioRow): string {
  if (row.exposure === null) return "unknown";
  return row.exposureAtLeast ? `at least ${row.exposure}` : row.exposure;
}
