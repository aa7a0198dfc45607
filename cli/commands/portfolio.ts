import type { MetricResult } from "@/lib/domain/strategy/metrics";
import { portfolioFigures, type PortfolioFigures } from "@/lib/domain/strategy/portfolio";
import { loadPortfolio } from "@/lib/features/portfolio/data";
import { dayInBerlin } from "@/lib/format";
import { parseCommand, required } from "../command";
import { inCity } from "../database";
import { filterOf } from "../filter";
import { columns, printJson, printLines } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, {
    city: { type: "string" },
    filter: { type: "string" },
    json: { type: "boolean" },
  });
  const slug = required(values.city, "city");
  const scope = filterOf(values.filter);
  const { city, rows } = await inCity(slug, "service.read", async ({ database, grant, city }) => ({
    city: { slug: city.slug, name: city.name, demo: city.demo },
    rows: await loadPortfolio(database, grant),
  }));
  const figures = portfolioFigures(rows, { today: dayInBerlin(new Date()), scope });
  if (values.json) printJson({ city, ...figures });
  else
    printLines([
      `${city.name}${city.demo ? " (fictional)" : ""}, ${figures.today}: ${figures.total.count} services`,
      "",
      ...lines(figures),
    ]);
}

function lines({ key, openSource, concentration, munich }: PortfolioFigures): string[] {
  return columns([
    ["Assessed", figure(key.assessed)],
    ["Munich level 1 or 2", figure(key.munichGood)],
    ...munich.levels.map((level) => [`  level ${level.level}`, String(level.count)]),
    ["Exposure J3 or J4", figure(key.exposed)],
    ["Required level met, high and very high need", figure(key.requiredMetCritical)],
    ["Open gaps", figure(key.openGaps)],
    ["Double grips", figure(key.doubleGrips)],
    ["Exit window within 12 months", figure(key.exitWindows)],
    ["Open source, by services", figure(openSource.count)],
    ["Open source, by cost", figure(openSource.cost)],
    ["Largest controller", figure(concentration.largest)],
  ]);
}

/** Value, base and unknowns: no figure without them. */
function figure(result: MetricResult): string {
  const { value, unit, numerator, denominator, unknown } = result;
  const shown = value === null ? "no data" : unit === "share" ? `${(value * 100).toFixed(1)} %` : String(value);
  return `${shown}  (${numerator} of ${denominator}, ${unknown} unknown)`;
}
