import fc from "fast-check";
import { expect, it } from "vitest";
import { standingOf } from "../service/standing";
import { methods } from "./registry";
import { anyAnswers } from "./testing";
import { trialOf } from "./trial";

it.each(methods.map((method) => [method.ref, method] as const))(
  "%s: every thing tried is either on one level or open, and what is open counts where it can still get",
  (_, method) => {
    fc.assert(
      fc.property(fc.array(anyAnswers(method), { maxLength: 5 }), (all) => {
        const tried = all.map((answers) =>
          standingOf(
            method,
            { answers: {}, notDerivable: [] },
            Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }])),
          ),
        );
        const trial = trialOf(method, tried);
        expect(trial.tried).toBe(all.length);
        for (const { withResult, open, levels } of trial.outputs) {
          expect(withResult + open).toBe(all.length);
          expect(levels.reduce((sum, { certain }) => sum + certain, 0)).toBe(withResult);
          for (const { possible } of levels) expect(possible).toBeLessThanOrEqual(open);
          if (open > 0) expect(Math.max(...levels.map(({ possible }) => possible))).toBeGreaterThan(0);
        }
        for (const [id, { answered, unknown }] of Object.entries(trial.criteria)) {
          expect(unknown).toBe(all.filter((answers) => answers[id] === "unknown").length);
          expect(answered + unknown).toBeLessThanOrEqual(all.length);
        }
      }),
      { numRuns: 30 },
    );
  },
);
