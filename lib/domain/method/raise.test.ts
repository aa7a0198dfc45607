import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate, levelOf } from "./evaluate";
import { outcomes, raise, type Step } from "./raise";
import { methods } from "./registry";
import { anyAnswers } from "./testing";
import type { Method } from "./types";

const munich = methods[0] as Method;
const yes = Object.fromEntries(munich.criteria.map(({ id }) => [id, "yes"]));

describe("what would raise a result", () => {
  it("names each answer that alone would do", () => {
    const answers = { ...yes, os: "no", api: "no", dat: "no" };
    expect(raise(munich, answers, "sds")).toEqual({
      output: "sds",
      from: "3",
      to: "2",
      single: ["os", "api", "dat"].map((criterion) => ({ criterion, option: "yes" })),
      together: [],
    });
    expect(raise(munich, yes, "sds")).toBeNull();
    expect(raise(munich, { ...yes, alt: "no" }, "sds")).toMatchObject({
      from: "5",
      single: [{ criterion: "alt", option: "yes" }],
    });
  });

  it.each(methods.map((method) => [method.ref, method] as const))(
    "%s: really raises, with no answer more than needed",
    (_, method) => {
      fc.assert(
        fc.property(anyAnswers(method), (answers) => {
          for (const output of method.outputs) {
            const found = raise(method, answers, output.id);
            if (found === null) continue;
            const reached = (steps: readonly Step[]) => {
              const changed = { ...answers, ...Object.fromEntries(steps.map((step) => [step.criterion, step.option])) };
              const now = evaluate(method, changed).outputs.find((one) => one.output === output.id);
              return now !== undefined && levelOf(output, now.range.worst) !== found.from;
            };
            for (const step of found.single) expect(reached([step])).toBe(true);
            if (found.together.length > 0) {
              expect(reached(found.together)).toBe(true);
              for (const step of found.together)
                expect(reached(found.together.filter((one) => one !== step))).toBe(false);
            }
          }
        }),
        { numRuns: 15 },
      );
    },
    30_000,
  );

  it("tells for each option what would come out", () => {
    const seen = outcomes(munich, { ...yes, alt: "unknown" }, "alt", "sds");
    expect(seen.get("no")?.result).toEqual({ value: 5, level: "5" });
    expect(seen.get("yes")?.result).toEqual({ value: 1, level: "1" });
  });
});
