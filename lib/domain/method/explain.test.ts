import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate";
import { explainRule, optionEffects, outputOfCriterion } from "./explain";
import { methods } from "./registry";

const key = (output: string, criterion: string, option: string) => `${output}/${criterion}/${option}`;

describe("explanations", () => {
  it("say for each option what the engine then does", () => {
    for (const method of methods) {
      for (const criterion of method.criteria) {
        const output = outputOfCriterion(method, criterion);
        if (!output) throw new Error(`${criterion.id} counts for nothing`);
        for (const option of criterion.options) {
          const stated = optionEffects(output, criterion.id, option.id).map((effect) => effect.key);
          // All other criteria at their best, so that the option's own effect is visible.
          const answers = Object.fromEntries(method.criteria.map((each) => [each.id, each.options[0]?.id ?? ""]));
          const value = (answer: string) =>
            evaluate(method, { ...answers, [criterion.id]: answer }).outputs.find((each) => each.output === output.id)
              ?.result?.value;
          const best = value(criterion.options[0]?.id ?? "");
          const now = value(option.id);
          const where = key(output.id, criterion.id, option.id);
          if (stated.includes("effect_fixed")) expect(now, where).toBe(5);
          if (stated.includes("effect_cap") || stated.includes("effect_deduction")) expect(now, where).not.toBe(best);
        }
      }
    }
  });
  it("states every cap, knock-out and bonus of a rule", () => {
    const text = (criterion: string, option?: string) => (option === undefined ? criterion : `${criterion}=${option}`);
    for (const method of methods) {
      for (const output of method.outputs) {
        const stated = JSON.stringify(explainRule(output, text));
        if (output.rule.kind === "knockout-count") expect(stated).toContain(`alt=no`);
        if (output.rule.kind === "weighted")
          for (const cap of output.rule.caps) expect(stated).toContain(`${cap.criterion}=${cap.option}`);
        if (output.rule.kind === "lookup") expect(stated).toContain(output.rule.bonus.criterion);
      }
    }
  });
});
