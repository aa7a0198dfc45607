import { bestFirst, validateAnswers } from "./answers";
import { criteriaOf, evaluate } from "./evaluate";
import { applyVariants, configure, parametersOf } from "./variants";
import type { Criterion, Method, Output, Rule } from "./types";

/** Reserved: every criterion takes these beside its options. */
const RESERVED = ["unknown", "not-applicable"];

/**
 * Checks the data of a method: ids, weights, references of its rules, its worked examples.
 * Returns what is wrong as sentences for developers, nothing when the method can be used.
 */
export function checkMethod(method: Method): readonly string[] {
  const problems = checkIds(method);
  for (const output of method.outputs) problems.push(...checkOutput(method, output));
  problems.push(...checkVariants(method));
  if (method.pair && ![method.pair.output, method.pair.with].every((id) => method.outputs.some((one) => one.id === id)))
    problems.push("the pair names a missing output");
  // Examples of a method with broken data would only repeat the same complaint.
  return problems.length > 0 ? problems : checkExamples(method);
}

function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function checkIds(method: Method): string[] {
  const problems: string[] = [];
  if (method.ref !== `${method.id}@${method.version}`) problems.push(`ref ${method.ref} is not id@version`);
  for (const id of duplicates(method.criteria.map((criterion) => criterion.id))) problems.push(`criterion ${id} twice`);
  for (const id of duplicates(method.outputs.map((output) => output.id))) problems.push(`output ${id} twice`);
  if (method.outputs.length === 0) problems.push("no output");
  const outputs = new Set(method.outputs.map((output) => output.id));
  for (const criterion of method.criteria) {
    const ids = criterion.options.map((option) => option.id);
    if (ids.length === 0) problems.push(`criterion ${criterion.id} has no options`);
    for (const id of duplicates(ids)) problems.push(`criterion ${criterion.id}: option ${id} twice`);
    for (const id of ids.filter((id) => RESERVED.includes(id)))
      problems.push(`criterion ${criterion.id}: ${id} is reserved`);
    if (
      criterion.output === undefined
        ? method.outputs.length > 1 && method.pair === undefined
        : !outputs.has(criterion.output)
    ) {
      problems.push(`criterion ${criterion.id} counts for no output`);
    }
  }
  return problems;
}

/** Every (criterion, option) pair that a rule names; option null = the criterion as a whole. */
function references(rule: Rule): readonly { criterion: string; option: string | null }[] {
  const table = (entries: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
    Object.entries(entries).flatMap(([criterion, options]) =>
      Object.keys(options).map((option) => ({ criterion, option })),
    );
  switch (rule.kind) {
    case "knockout-count":
      return [{ criterion: rule.knockout.criterion, option: rule.knockout.option }, ...table(rule.step)];
    case "weighted":
      return [
        ...Object.entries(rule.weights).flatMap(([criterion, { values }]) =>
          Object.keys(values).map((option) => ({ criterion, option })),
        ),
        ...table(rule.deductions),
        ...rule.caps.map(({ criterion, option }) => ({ criterion, option })),
      ];
    case "lookup":
      return [
        ...Object.keys(rule.values).map((option) => ({ criterion: rule.criterion, option })),
        { criterion: rule.bonus.criterion, option: rule.bonus.option },
      ];
    case "grouped":
      return rule.groups.flatMap((group) => table(group.points));
    case "minimum":
      return table(rule.values);
  }
}

function checkOutput(method: Method, output: Output): string[] {
  const problems: string[] = [];
  const at = `output ${output.id}`;
  const { scale, rule } = output;
  const criteria = new Map(criteriaOf(method, output).map((criterion) => [criterion.id, criterion]));
  const named = references(rule);
  for (const { criterion, option } of named) {
    const found = criteria.get(criterion);
    if (found === undefined) problems.push(`${at}: rule names missing criterion ${criterion}`);
    else if (option !== null && !found.options.some((one) => one.id === option)) {
      problems.push(`${at}: rule names missing option ${criterion}=${option}`);
    }
  }
  for (const id of criteria.keys()) {
    if (!named.some((reference) => reference.criterion === id)) problems.push(`${at}: rule never uses criterion ${id}`);
  }
  if (!(scale.min < scale.max)) problems.push(`${at}: scale is empty`);
  if (!output.levels.some((level) => level.from <= scale.min))
    problems.push(`${at}: no level at the start of the scale`);
  for (const level of duplicates(output.levels.map((level) => level.level)))
    problems.push(`${at}: level ${level} twice`);
  if (rule.kind === "weighted") problems.push(...checkWeights(at, rule, criteria));
  if (rule.kind === "grouped") problems.push(...checkGroups(at, rule, criteria));
  if (rule.kind === "minimum") problems.push(...checkTable(at, rule.values, criteria));
  if (rule.kind === "lookup") {
    for (const option of criteria.get(rule.criterion)?.options ?? []) {
      if (!Object.hasOwn(rule.values, option.id)) problems.push(`${at}: no value for ${rule.criterion}=${option.id}`);
    }
  }
  return problems;
}

/**
 * Weights add up to the total, every option has a value, and values reach from 0 to 1:
 * only then can leaving a criterion out (not applicable) never lead outside the range shown before.
 */
function checkWeights(
  at: string,
  rule: Extract<Rule, { kind: "weighted" }>,
  criteria: ReadonlyMap<string, Criterion>,
): string[] {
  const problems: string[] = [];
  const sum = Object.values(rule.weights).reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - rule.total) > 1e-9) problems.push(`${at}: weights add up to ${sum}, not ${rule.total}`);
  for (const [id, { weight, values }] of Object.entries(rule.weights)) {
    if (!(weight > 0)) problems.push(`${at}: weight of ${id} is not positive`);
    const all = Object.values(values);
    if (Math.min(...all) !== 0 || Math.max(...all) !== 1)
      problems.push(`${at}: values of ${id} do not reach from 0 to 1`);
    for (const option of criteria.get(id)?.options ?? []) {
      if (!Object.hasOwn(values, option.id)) problems.push(`${at}: no value for ${id}=${option.id}`);
    }
  }
  for (const [id, points] of Object.entries(rule.deductions)) {
    if (Object.hasOwn(rule.weights, id)) problems.push(`${at}: ${id} is weighted and deducted`);
    if (Object.values(points).some((value) => value < 0)) problems.push(`${at}: a deduction of ${id} is negative`);
  }
  return problems;
}

/** Groups are weighted, divide by something, hold each criterion once, and never reward the worse answer. */
function checkGroups(
  at: string,
  rule: Extract<Rule, { kind: "grouped" }>,
  criteria: ReadonlyMap<string, Criterion>,
): string[] {
  const problems: string[] = [];
  for (const id of duplicates(rule.groups.map((group) => group.id))) problems.push(`${at}: group ${id} twice`);
  for (const id of duplicates(rule.groups.flatMap((group) => Object.keys(group.points))))
    problems.push(`${at}: ${id} is in two groups`);
  for (const group of rule.groups) {
    if (!(group.weight > 0)) problems.push(`${at}: weight of group ${group.id} is not positive`);
    if (!(group.divisor > 0)) problems.push(`${at}: divisor of group ${group.id} is not positive`);
    problems.push(...checkTable(at, group.points, criteria));
  }
  if (!rule.mean) {
    const sum = rule.groups.reduce((total, group) => total + group.weight, 0);
    const whole = rule.groups.length === 1 || rule.groups.every((group) => group.weight === 1) ? sum : 1;
    if (Math.abs(sum - whole) > 1e-9) problems.push(`${at}: weights of the groups add up to ${sum}, not 1`);
  }
  return problems;
}

/** Every option has a number, and a better answer never a smaller one. */
function checkTable(
  at: string,
  table: Readonly<Record<string, Readonly<Record<string, number>>>>,
  criteria: ReadonlyMap<string, Criterion>,
): string[] {
  const problems: string[] = [];
  for (const [id, values] of Object.entries(table)) {
    const criterion = criteria.get(id);
    if (criterion === undefined) continue;
    const numbers = bestFirst(criterion).map((option) =>
      Object.hasOwn(values, option.id) ? values[option.id] : undefined,
    );
    bestFirst(criterion).forEach((option, i) => {
      const [value, better] = [numbers[i], numbers[i - 1]];
      if (value === undefined || !Number.isFinite(value)) problems.push(`${at}: no value for ${id}=${option.id}`);
      else if (better !== undefined && value > better)
        problems.push(`${at}: ${id}=${option.id} gives more than a better answer`);
    });
  }
  return problems;
}

/** Readings name outputs of the method, and each reading keeps the method sound. */
function checkVariants(method: Method): string[] {
  const problems: string[] = [];
  const parameters = parametersOf(method);
  for (const [parameter, readings] of parameters) {
    for (const id of duplicates(readings.map((variant) => variant.id)))
      problems.push(`reading ${parameter}=${id} twice`);
    const standard = method.defaults?.[parameter];
    if (!readings.some(({ id }) => id === standard)) problems.push(`parameter ${parameter} has no default`);
    for (const variant of readings) {
      const at = `reading ${parameter}=${variant.id}`;
      const unknown = Object.keys(variant.rules).filter((id) => !method.outputs.some((output) => output.id === id));
      problems.push(...unknown.map((id) => `${at}: no output ${id}`));
      const configured = applyVariants(method, [variant]);
      problems.push(
        ...configured.outputs
          .flatMap((output) => checkOutput(configured, output))
          .map((problem) => `${at}: ${problem}`),
      );
    }
  }
  for (const parameter of Object.keys(method.defaults ?? {}))
    if (!parameters.has(parameter)) problems.push(`default of ${parameter}, which has no readings`);
  return problems;
}

function checkExamples(method: Method): string[] {
  if (method.examples.length === 0) return ["no worked example"];
  return method.examples.flatMap(({ answers, expect, with: parameters }, index) => {
    const at = `example ${index + 1}`;
    const wrong = validateAnswers(method, answers);
    if (wrong.length > 0)
      return wrong.map((problem) => `${at}: ${problem.problem} ${problem.criterion}=${problem.value}`);
    const read = configure(method, parameters ?? {});
    if (read.problem !== null) return [`${at}: no reading ${read.problem.parameter}=${read.problem.value}`];
    const result = evaluate(read.method, answers);
    return Object.entries(expect).flatMap(([id, value]) => {
      const output = result.outputs.find((one) => one.output === id);
      if (output === undefined) return [`${at}: no output ${id}`];
      const got = output.result?.value ?? null;
      return got === value || (got !== null && value !== null && Math.abs(got - value) < 1e-6)
        ? []
        : [`${at}: ${id} is ${got}, expected ${value}`];
    });
  });
}
