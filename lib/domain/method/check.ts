import type { Reason } from "../facts";
import { bestFirst, validateAnswers } from "./answers";
import { CHECK_TEXTS } from "./check-texts";
import { criteriaOf, evaluate } from "./evaluate";
import { sentence } from "./texts";
import { applyVariants, configure, parametersOf } from "./variants";
import type { Criterion, Method, Output, Rule } from "./types";

/** Reserved: every criterion takes these beside its options. */
const RESERVED = ["unknown", "not-applicable"];

/** What is wrong with a method, and with which part of it. */
export interface MethodFault {
  /** e.g. `output score`; empty for the method as a whole. */
  readonly place: string;
  /** A key of {@link CHECK_TEXTS}. */
  readonly reason: Reason;
}

const fault = (place: string, key: string, params: Reason["params"] = {}): MethodFault => ({
  place,
  reason: { key, params },
});

/** The same as sentences for developers. */
export function checkMethod(method: Method): readonly string[] {
  return methodFaults(method).map(({ place, reason }) => {
    const { en } = sentence(reason, CHECK_TEXTS);
    return place === "" ? en : `${place}: ${en}`;
  });
}

/**
 * Checks the data of a method: ids, weights, references of its rules, its worked examples.
 * Returns what is wrong, nothing when the method can be used.
 */
export function methodFaults(method: Method): readonly MethodFault[] {
  const problems = checkIds(method);
  for (const output of method.outputs) problems.push(...checkOutput(method, output));
  problems.push(...checkVariants(method));
  if (method.pair && ![method.pair.output, method.pair.with].every((id) => method.outputs.some((one) => one.id === id)))
    problems.push(fault("", "pair"));
  // Examples of a method with broken data would only repeat the same complaint.
  return problems.length > 0 ? problems : checkExamples(method);
}

function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function checkIds(method: Method): MethodFault[] {
  const problems: MethodFault[] = [];
  if (method.ref !== `${method.id}@${method.version}`) problems.push(fault("", "ref", { ref: method.ref }));
  for (const id of duplicates(method.criteria.map((criterion) => criterion.id)))
    problems.push(fault("", "criterionTwice", { id }));
  for (const id of duplicates(method.outputs.map((output) => output.id)))
    problems.push(fault("", "outputTwice", { id }));
  if (method.outputs.length === 0) problems.push(fault("", "noOutput"));
  const outputs = new Set(method.outputs.map((output) => output.id));
  for (const criterion of method.criteria) {
    const at = `criterion ${criterion.id}`;
    const ids = criterion.options.map((option) => option.id);
    if (ids.length === 0) problems.push(fault("", "noOptions", { id: criterion.id }));
    for (const id of duplicates(ids)) problems.push(fault(at, "optionTwice", { option: id }));
    for (const id of ids.filter((id) => RESERVED.includes(id))) problems.push(fault(at, "reserved", { option: id }));
    if (
      criterion.output === undefined
        ? method.outputs.length > 1 && method.pair === undefined
        : !outputs.has(criterion.output)
    ) {
      problems.push(fault("", "noOutputOf", { id: criterion.id }));
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

function checkOutput(method: Method, output: Output): MethodFault[] {
  const problems: MethodFault[] = [];
  const at = `output ${output.id}`;
  const { scale, rule } = output;
  const criteria = new Map(criteriaOf(method, output).map((criterion) => [criterion.id, criterion]));
  const named = references(rule);
  for (const { criterion, option } of named) {
    const found = criteria.get(criterion);
    if (found === undefined) problems.push(fault(at, "missingCriterion", { id: criterion }));
    else if (option !== null && !found.options.some((one) => one.id === option)) {
      problems.push(fault(at, "missingOption", { id: criterion, option }));
    }
  }
  for (const id of criteria.keys()) {
    if (!named.some((reference) => reference.criterion === id)) problems.push(fault(at, "unusedCriterion", { id }));
  }
  if (!(scale.min < scale.max)) problems.push(fault(at, "emptyScale"));
  if (!output.levels.some((level) => level.from <= scale.min)) problems.push(fault(at, "noFirstLevel"));
  for (const level of duplicates(output.levels.map((level) => level.level)))
    problems.push(fault(at, "levelTwice", { level }));
  if (rule.kind === "weighted") problems.push(...checkWeights(at, rule, criteria));
  if (rule.kind === "grouped") problems.push(...checkGroups(at, rule, criteria));
  if (rule.kind === "minimum") problems.push(...checkTable(at, rule.values, criteria));
  if (rule.kind === "lookup") {
    for (const option of criteria.get(rule.criterion)?.options ?? []) {
      if (!Object.hasOwn(rule.values, option.id))
        problems.push(fault(at, "noValue", { id: rule.criterion, option: option.id }));
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
): MethodFault[] {
  const problems: MethodFault[] = [];
  const sum = Object.values(rule.weights).reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - rule.total) > 1e-9) problems.push(fault(at, "weightSum", { sum, total: rule.total }));
  for (const [id, { weight, values }] of Object.entries(rule.weights)) {
    if (!(weight > 0)) problems.push(fault(at, "weightPositive", { id }));
    const all = Object.values(values);
    if (Math.min(...all) !== 0 || Math.max(...all) !== 1) problems.push(fault(at, "valueReach", { id }));
    for (const option of criteria.get(id)?.options ?? []) {
      if (!Object.hasOwn(values, option.id)) problems.push(fault(at, "noValue", { id, option: option.id }));
    }
  }
  for (const [id, points] of Object.entries(rule.deductions)) {
    if (Object.hasOwn(rule.weights, id)) problems.push(fault(at, "weightedAndDeducted", { id }));
    if (Object.values(points).some((value) => value < 0)) problems.push(fault(at, "negativeDeduction", { id }));
  }
  return problems;
}

/** Groups are weighted, divide by something, hold each criterion once, and never reward the worse answer. */
function checkGroups(
  at: string,
  rule: Extract<Rule, { kind: "grouped" }>,
  criteria: ReadonlyMap<string, Criterion>,
): MethodFault[] {
  const problems: MethodFault[] = [];
  for (const id of duplicates(rule.groups.map((group) => group.id))) problems.push(fault(at, "groupTwice", { id }));
  for (const id of duplicates(rule.groups.flatMap((group) => Object.keys(group.points))))
    problems.push(fault(at, "inTwoGroups", { id }));
  for (const group of rule.groups) {
    if (!(group.weight > 0)) problems.push(fault(at, "groupWeightPositive", { id: group.id }));
    if (!(group.divisor > 0)) problems.push(fault(at, "groupDivisorPositive", { id: group.id }));
    problems.push(...checkTable(at, group.points, criteria));
  }
  if (!rule.mean) {
    const sum = rule.groups.reduce((total, group) => total + group.weight, 0);
    const whole = rule.groups.length === 1 || rule.groups.every((group) => group.weight === 1) ? sum : 1;
    if (Math.abs(sum - whole) > 1e-9) problems.push(fault(at, "groupWeightSum", { sum }));
  }
  return problems;
}

/** Every option has a number, and a better answer never a smaller one. */
function checkTable(
  at: string,
  table: Readonly<Record<string, Readonly<Record<string, number>>>>,
  criteria: ReadonlyMap<string, Criterion>,
): MethodFault[] {
  const problems: MethodFault[] = [];
  for (const [id, values] of Object.entries(table)) {
    const criterion = criteria.get(id);
    if (criterion === undefined) continue;
    const numbers = bestFirst(criterion).map((option) =>
      Object.hasOwn(values, option.id) ? values[option.id] : undefined,
    );
    bestFirst(criterion).forEach((option, i) => {
      const [value, better] = [numbers[i], numbers[i - 1]];
      if (value === undefined || !Number.isFinite(value))
        problems.push(fault(at, "noValue", { id, option: option.id }));
      else if (better !== undefined && value > better)
        problems.push(fault(at, "moreThanBetter", { id, option: option.id }));
    });
  }
  return problems;
}

/** Readings name outputs of the method, and each reading keeps the method sound. */
function checkVariants(method: Method): MethodFault[] {
  const problems: MethodFault[] = [];
  const parameters = parametersOf(method);
  for (const [parameter, readings] of parameters) {
    for (const id of duplicates(readings.map((variant) => variant.id)))
      problems.push(fault("", "readingTwice", { parameter, id }));
    const standard = method.defaults?.[parameter];
    if (!readings.some(({ id }) => id === standard)) problems.push(fault("", "noDefault", { parameter }));
    for (const variant of readings) {
      const at = `reading ${parameter}=${variant.id}`;
      const unknown = Object.keys(variant.rules).filter((id) => !method.outputs.some((output) => output.id === id));
      problems.push(...unknown.map((id) => fault(at, "noOutputId", { id })));
      const configured = applyVariants(method, [variant]);
      problems.push(
        ...configured.outputs
          .flatMap((output) => checkOutput(configured, output))
          .map((problem): MethodFault => ({ ...problem, place: `${at}: ${problem.place}` })),
      );
    }
  }
  for (const parameter of Object.keys(method.defaults ?? {}))
    if (!parameters.has(parameter)) problems.push(fault("", "defaultWithoutReadings", { parameter }));
  return problems;
}

function checkExamples(method: Method): MethodFault[] {
  if (method.examples.length === 0) return [fault("", "noExample")];
  return method.examples.flatMap(({ answers, expect, with: parameters }, index) => {
    const at = `example ${index + 1}`;
    const wrong = validateAnswers(method, answers);
    if (wrong.length > 0)
      return wrong.map(({ problem, criterion, value }) =>
        fault(at, problem === "unknown-criterion" ? "exampleCriterion" : "exampleOption", { id: criterion, value }),
      );
    const read = configure(method, parameters ?? {});
    if (read.problem !== null)
      return [fault(at, "noReading", { parameter: read.problem.parameter, value: read.problem.value })];
    const result = evaluate(read.method, answers);
    return Object.entries(expect).flatMap(([id, value]) => {
      const output = result.outputs.find((one) => one.output === id);
      if (output === undefined) return [fault(at, "noOutputId", { id })];
      const got = output.result?.value ?? null;
      return got === value || (got !== null && value !== null && Math.abs(got - value) < 1e-6)
        ? []
        : [fault(at, "exampleDiffers", { id, got: got ?? "null", expected: value ?? "null" })];
    });
  });
}
