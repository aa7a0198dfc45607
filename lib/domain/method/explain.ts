import type { Reason } from "../facts";
import type { Criterion, Method, Output } from "./types";

/** The output of a method that a criterion counts for; the only one when the criterion names none. */
export function outputOfCriterion(method: Method, criterion: Criterion): Output | undefined {
  return method.outputs.find((output) => criterion.output === undefined || output.id === criterion.output);
}

/** How an output is computed, one reason per step in the order of the calculation; keys belong to the messages of methods. */
export function explainRule(output: Output, textOf: (criterion: string, option?: string) => string): readonly Reason[] {
  const { rule, scale } = output;
  switch (rule.kind) {
    case "knockout-count": {
      const { criterion, option, value } = rule.knockout;
      return [
        { key: "rule_knockout", params: { criterion: textOf(criterion), option: textOf(criterion, option), value } },
        { key: "rule_start", params: { start: rule.start } },
        { key: "rule_floor", params: { floor: rule.floor } },
      ];
    }
    case "weighted":
      return [
        { key: "rule_weighted", params: { total: rule.total } },
        { key: "rule_leftOut" },
        ...(Object.keys(rule.deductions).length > 0 ? [{ key: "rule_deductions", params: { min: scale.min } }] : []),
        ...rule.caps.map(({ criterion, option, max }) => ({
          key: "rule_cap",
          params: { criterion: textOf(criterion), option: textOf(criterion, option), max },
        })),
      ];
    case "lookup":
      return [
        { key: "rule_lookup", params: { criterion: textOf(rule.criterion) } },
        {
          key: "rule_bonus",
          params: {
            criterion: textOf(rule.bonus.criterion),
            option: textOf(rule.bonus.criterion, rule.bonus.option),
            points: rule.bonus.points,
          },
        },
      ];
    case "grouped": {
      const { groups, factor, mean, clamp, decimals, unknownCounts, notApplicable } = rule;
      const one = groups.length === 1;
      return [
        { key: one ? "rule_sum" : mean ? "rule_groupsMean" : "rule_groups", params: { factor, count: groups.length } },
        ...(clamp === undefined ? [] : [{ key: "rule_clamp", params: { min: clamp.min, max: clamp.max } }]),
        ...(decimals === undefined ? [] : [{ key: "rule_decimals", params: { decimals } }]),
        ...(unknownCounts === undefined ? [] : [{ key: "rule_unknownCounts", params: { points: unknownCounts } }]),
        ...(notApplicable === "left-out" ? [{ key: "rule_leftOut" }] : []),
      ];
    }
    case "minimum":
      return [
        { key: "rule_minimum" },
        ...((rule.ignored ?? []).length === 0
          ? []
          : [{ key: "rule_ignored", params: { criteria: (rule.ignored ?? []).join(", ") } }]),
      ];
  }
}

/** What one option does to the result, as the rule states it; several effects are possible (points and a limit). */
export function optionEffects(output: Output, criterion: string, option: string): readonly Reason[] {
  const { rule } = output;
  const effects: Reason[] = [];
  switch (rule.kind) {
    case "knockout-count": {
      const { knockout } = rule;
      if (criterion === knockout.criterion) {
        if (option === knockout.option) return [{ key: "effect_fixed", params: { value: knockout.value } }];
        return [{ key: "effect_start", params: { start: rule.start } }];
      }
      const step = numberOf(rule.step[criterion], option) ?? 0;
      return [step === 0 ? { key: "effect_none" } : { key: "effect_step", params: { points: step } }];
    }
    case "weighted": {
      const weighted = Object.hasOwn(rule.weights, criterion) ? rule.weights[criterion] : undefined;
      const share = numberOf(weighted?.values, option);
      if (weighted !== undefined && share !== undefined) {
        effects.push({ key: "effect_points", params: { points: weighted.weight * share } });
      }
      const loss = numberOf(rule.deductions[criterion], option) ?? 0;
      if (loss > 0) effects.push({ key: "effect_deduction", params: { points: loss } });
      for (const cap of rule.caps) {
        if (cap.criterion === criterion && cap.option === option)
          effects.push({ key: "effect_cap", params: { max: cap.max } });
      }
      break;
    }
    case "lookup": {
      const value = criterion === rule.criterion ? numberOf(rule.values, option) : undefined;
      if (value !== undefined) effects.push({ key: "effect_points", params: { points: value } });
      if (criterion === rule.bonus.criterion && option === rule.bonus.option) {
        effects.push({ key: "effect_bonus", params: { points: rule.bonus.points } });
      }
      break;
    }
    case "grouped": {
      const group = rule.groups.find(({ points }) => Object.hasOwn(points, criterion));
      const points = numberOf(group?.points[criterion], option);
      if (points !== undefined) return [{ key: "effect_points", params: { points } }];
      break;
    }
    case "minimum": {
      if (rule.ignored?.includes(criterion)) break;
      const value = numberOf(rule.values[criterion], option);
      if (value !== undefined) return [{ key: "effect_atMost", params: { value } }];
    }
  }
  return effects.length > 0 ? effects : [{ key: "effect_none" }];
}

const numberOf = (table: Readonly<Record<string, number>> | undefined, option: string): number | undefined =>
  table !== undefined && Object.hasOwn(table, option) ? table[option] : undefined;
