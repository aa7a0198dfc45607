import { validateAnswers } from "@/lib/domain/method/answers";
import { toScoreOutput, type ScoreOutput } from "@/lib/domain/method/cli";
import { weightedObjectives } from "@/lib/domain/method/ec-csf-2026-06/objectives";
import { evaluate } from "@/lib/domain/method/evaluate";
import { customWeighting } from "@/lib/domain/method/redhat-readiness-2025";
import { findMethod, methods } from "@/lib/domain/method/registry";
import { clausesFromShares, type SharesInput } from "@/lib/domain/method/secnumcloud-19.6-3.2/shares";
import type { Answers, Method } from "@/lib/domain/method/types";
import { applyVariants, configure, parametersOf } from "@/lib/domain/method/variants";
import { parseCommand, Refused, UsageError, wholeNumber } from "../command";
import { printJson, readJson } from "../io";

type Entry = Readonly<Record<string, unknown>>;

export async function run(args: readonly string[]): Promise<void> {
  // The result is JSON with or without --json.
  const { values, positionals } = parseCommand(
    args,
    {
      json: { type: "boolean" },
      floor: { type: "string" },
      transcription: { type: "string" },
      gates: { type: "string" },
      weighting: { type: "string" },
    },
    "method@version",
    "answers.json",
  );
  const [ref, path] = positionals;
  const found = findMethod(ref);
  if (found === undefined) {
    throw new Refused([`There is no method ${ref}. There are: ${methods.map((known) => known.ref).join(", ")}`]);
  }
  const { transcription, gates, weighting } = values;
  const method = reading(found, { transcription, gates, weighting });
  const floor = values.floor === undefined ? null : floorOf(method, values.floor);
  const given = await readJson(path);
  const list = Array.isArray(given) ? (given as unknown[]) : [given];
  const place = (index: number) => (Array.isArray(given) ? `[${index}]` : "");
  const problems = list.flatMap((entry, index) => problemsOf(method, entry, place(index)));
  if (problems.length > 0) throw new Refused(problems);
  const results = list.map((entry) => withFloor(scoreOf(method, entry as Entry), method, floor));
  printJson(Array.isArray(given) ? results : results[0]);
}

/** The method with the readings that the options choose. @throws UsageError for an option that it does not have */
function reading(method: Method, options: Readonly<Record<string, string | undefined>>): Method {
  const chosen = Object.fromEntries(
    Object.entries(options).filter((each): each is [string, string] => each[1] !== undefined),
  );
  const custom = /^custom[:=](.+)$/.exec(chosen["weighting"] ?? "");
  if (custom !== null && parametersOf(method).has("weighting")) {
    const weights = (custom[1] ?? "").split(",").map((weight) => (weight.trim() === "" ? Number.NaN : Number(weight)));
    try {
      return applyVariants(method, [customWeighting(weights)]);
    } catch (error) {
      throw new UsageError(
        `--weighting: ${error instanceof Error ? error.message : String(error)}, e.g. custom:2,1,1.5,1,1,2,1`,
      );
    }
  }
  const { method: configured, problem } = configure(method, chosen);
  if (problem === null) return configured;
  const { parameter, value, allowed } = problem;
  throw new UsageError(
    parametersOf(method).has(parameter)
      ? `--${parameter} ${value}: possible are ${allowed.join(", ")}${parameter === "weighting" ? ", custom:<seven numbers>" : ""}`
      : `${method.ref} has no option --${parameter}`,
  );
}

/** Levels of a method that pairs a score with a level. @throws UsageError for other methods and for no such level */
function floorOf(method: Method, value: string): number {
  const output = method.outputs.find(({ id }) => id === method.pair?.with);
  if (output === undefined) throw new UsageError(`${method.ref} has no level that a floor could be set on`);
  return wholeNumber(value.replace(/^SEAL-/i, ""), "floor", output.scale.min, output.scale.max);
}

/** Whether the level reaches the floor; null while that is still open. */
function withFloor(score: ScoreOutput, method: Method, floor: number | null): ScoreOutput {
  const output = method.outputs.find(({ id }) => id === method.pair?.with);
  if (floor === null || output === undefined || method.pair === undefined) return score;
  const { best, worst } = score[`${method.pair.key}Range`] as { readonly best: number; readonly worst: number };
  return { ...score, floor: { [method.pair.key]: floor, met: worst >= floor ? true : best < floor ? false : null } };
}

function scoreOf(method: Method, entry: Entry): ScoreOutput {
  if (isObjectives(method, entry)) return objectivesScore(method, entry);
  if (!isShares(method, entry)) return toScoreOutput(evaluate(method, entry as Answers), method, entry as Answers);
  const { answers, largest, total, failing } = clausesFromShares(entry as unknown as SharesInput);
  return { ...toScoreOutput(evaluate(method, answers), method, answers), failing, shares: { largest, total } };
}

/** Owners and shares instead of answers, for the method that asks for them. */
const isShares = (method: Method, entry: Entry): boolean => method.id.startsWith("secnumcloud") && "shares" in entry;

/** Published results of others: percentage and level of each objective instead of answers. */
const isObjectives = (method: Method, entry: Entry): boolean => method.pair !== undefined && "objectives" in entry;

interface Published {
  readonly percent: number | null;
  readonly level: number | null;
}

function publishedOf(method: Method, entry: Entry): Readonly<Record<string, Published>> {
  const key = method.pair?.key ?? "level";
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  return Object.fromEntries(
    Object.entries(entry["objectives"] as Entry).map(([id, given]) => {
      const { percent, [key]: level } = given as Entry;
      return [id, { percent: number(percent), level: number(level) }];
    }),
  );
}

function objectivesScore(method: Method, entry: Entry): ScoreOutput {
  const published = publishedOf(method, entry);
  const key = method.pair?.key ?? "level";
  const value = weightedObjectives(
    weightsOf(method),
    mapValues(published, ({ percent }) => percent),
  );
  const applicable = Object.values(published).filter(({ percent }) => percent !== null);
  const level = applicable.length === 0 ? null : Math.min(...applicable.map((each) => each.level ?? 0));
  return {
    method: method.ref,
    complete: value !== null,
    result: value === null || level === null ? null : { value, level: String(level), [key]: level },
    range: value === null ? null : { best: value, worst: value },
    [`${key}Range`]: level === null ? null : { best: level, worst: level },
    unanswered: [],
    unknown: [],
    notApplicable: Object.keys(published).filter((id) => published[id]?.percent === null),
    objectives: mapValues(published, ({ percent, level: own }) => ({ percent, [key]: own })),
    parts: [],
  };
}

function weightsOf(method: Method): Readonly<Record<string, number>> {
  const rule = method.outputs.find(({ id }) => id === method.pair?.output)?.rule;
  return rule?.kind === "grouped" ? Object.fromEntries(rule.groups.map(({ id, weight }) => [id, weight])) : {};
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

function problemsOf(method: Method, entry: unknown, place: string): string[] {
  const at = (path: string) => (place === "" ? path : `${place}.${path}`);
  if (entry === null || typeof entry !== "object" || Array.isArray(entry)) {
    return [
      `${place === "" ? "The file" : place}: expected an object of answers like {"${method.criteria[0]?.id ?? "id"}":"${method.criteria[0]?.options[0]?.id ?? "yes"}"}`,
    ];
  }
  const given = entry as Entry;
  if (isShares(method, given))
    return clausesFromShares(given as unknown as SharesInput).problems.map((one) => at(`${one.path}: ${one.reason}`));
  if (isObjectives(method, given)) return objectiveProblems(method, given).map(at);
  return validateAnswers(method, given).map(({ criterion, value, problem, allowed }) =>
    problem === "unknown-criterion"
      ? `${at(criterion)}: ${method.ref} has no such criterion; it has ${allowed.join(", ")}`
      : `${at(criterion)}: "${value}" is not an answer; possible are ${allowed.join(", ")}`,
  );
}

function objectiveProblems(method: Method, entry: Entry): string[] {
  const key = method.pair?.key ?? "level";
  const ids = Object.keys(weightsOf(method));
  const given = entry["objectives"];
  const shape = `{"${ids[0] ?? "id"}":{"percent":86.5,"${key}":4}, …}`;
  if (given === null || typeof given !== "object" || Array.isArray(given)) return [`objectives: expected ${shape}`];
  const missing = ids.filter((id) => !Object.hasOwn(given, id)).map((id) => `objectives.${id}: is missing`);
  const wrong = Object.entries(given).flatMap(([id, value]: [string, unknown]) => {
    if (!ids.includes(id)) return [`objectives.${id}: there is no such objective`];
    const { percent, [key]: level } = (value ?? {}) as Entry;
    if (percent === null) return [];
    if (typeof percent !== "number" || !(percent >= 0 && percent <= 100))
      return [`objectives.${id}.percent: 0 to 100, or null`];
    return typeof level === "number" && Number.isInteger(level) && level >= 0 && level <= 4
      ? []
      : [`objectives.${id}.${key}: 0 to 4; a score is never given without its level`];
  });
  return [...missing, ...wrong];
}
