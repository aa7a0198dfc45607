import { methods } from "@/lib/domain/method/registry";
import type { Method } from "@/lib/domain/method/types";
import { parseCommand } from "../command";
import { columns, printJson, printLines } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseCommand(args, { json: { type: "boolean" } });
  if (values.json) printJson(methods.map(describe));
  else printLines(methods.flatMap(lines));
}

function describe(method: Method) {
  return {
    method: method.ref,
    id: method.id,
    version: method.version,
    name: method.name,
    unit: method.unit,
    direction: direction(method),
    outputs: method.outputs.map(({ id, name, scale, levels }) => ({
      id,
      name,
      min: scale.min,
      max: scale.max,
      direction: scale.direction,
      levels: levels.map(({ level, from, name: levelName }) => ({ level, from, name: levelName })),
    })),
    ...(method.pair === undefined ? {} : { pair: method.pair }),
    ...(method.variants === undefined
      ? {}
      : {
          defaults: method.defaults,
          readings: method.variants.map(({ parameter, id, name, reason }) => ({ parameter, id, name, reason })),
        }),
    criteria: method.criteria.map(({ id, text, help, output, order, optional, chosen, options }) => ({
      id,
      text,
      ...(help === undefined ? {} : { help }),
      ...(output === undefined ? {} : { output }),
      ...(optional ? { optional } : {}),
      ...(chosen ? { additional: true } : {}),
      order: order === "ladder" ? "worst first" : "best first",
      options: options.map((option) => ({ id: option.id, text: option.text })),
    })),
    ...(method.notes === undefined ? {} : { notes: method.notes }),
    source: method.source,
    licence: method.licence,
  };
}

/** One direction for the method, or `mixed` when its outputs disagree. */
function direction(method: Method): string {
  const all = new Set(method.outputs.map((output) => output.scale.direction));
  return all.size === 1 ? ([...all][0] ?? "mixed") : "mixed";
}

function lines(method: Method): string[] {
  const [first] = method.outputs;
  const scale = first === undefined ? "" : `, ${first.scale.min} to ${first.scale.max}`;
  return [
    `${method.ref}  ${method.unit}, ${direction(method)} is better${scale}  ${method.name.en}`,
    ...columns(
      method.criteria.map(({ id, text, options }) => [
        `  ${id}`,
        options.map((option) => option.id).join(" | "),
        text.en,
      ]),
    ),
    ...(method.licence.attribution === null ? [] : [`  ${method.licence.attribution.en} (${method.licence.spdx})`]),
    "",
  ];
}
