import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMethod, evaluate } from "../engine";
import { groupStandings } from "../groups";
import { outputOf } from "../testing";
import type { Answers, Method } from "../types";
import { configure } from "../variants";
import { ALL_BOTTOM, ALL_TOP, ANNEX_EXAMPLE } from "./framework";
import { ecCsf202606 } from "./index";
import { NEVER_GATING, POINTS, SEAL_A, SEAL_B, WEIGHTS_2026_06 } from "./values";

function reading(parameters: Record<string, string>): Method {
  const { method } = configure(ecCsf202606, parameters);
  if (method === null) throw new Error(`no reading ${JSON.stringify(parameters)}`);
  return method;
}

const values = (method: Method, answers: Answers) =>
  evaluate(method, answers).outputs.map(({ result }) => result?.value ?? null);

/** The score as the annex's cells say it, written apart from the engine; blank = 0. */
function published(answers: Answers): number {
  return Object.entries(WEIGHTS_2026_06).reduce((total, [objective, weight]) => {
    const points = Object.entries(POINTS[objective] ?? {}).map(([id, steps]) => steps[answers[id] ?? ""] ?? 0);
    return total + (weight * points.reduce((sum, one) => sum + one, 0)) / 10;
  }, 0);
}

const full: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(
    ecCsf202606.criteria.map(({ id, options }) => [id, fc.constantFrom(...options.map((option) => option.id))]),
  ),
);

describe("ec-csf@2026-06", () => {
  it("is sound, with its own worked examples", () => {
    expect(checkMethod(ecCsf202606)).toEqual([]);
  });

  it("has the 48 criteria of the annex, by objective", () => {
    const ids = [8, 6, 5, 6, 7, 5, 7, 4].flatMap((count, objective) =>
      Array.from({ length: count }, (_, index) => `SOV-${objective + 1}.${index + 1}`),
    );
    expect(ecCsf202606.criteria.map(({ id }) => id)).toEqual(ids);
    expect(Object.values(POINTS).flatMap((criteria) => Object.keys(criteria))).toEqual(ids);
    const steps = ecCsf202606.criteria.map(({ options }) => options.length);
    expect(steps.filter((count) => count === 5)).toHaveLength(44);
    expect(ecCsf202606.criteria.filter(({ optional }) => optional).map(({ id }) => id)).toEqual(["SOV-1.6"]);
    for (const { id, help, order } of ecCsf202606.criteria) {
      expect({ id, help: help !== undefined, order }).toEqual({ id, help: true, order: "ladder" });
    }
  });

  it("has the real maxima that the annex's rounding leads to", () => {
    const maxima = groupStandings(ecCsf202606, ALL_TOP).map(({ points, max }) => [points, max]);
    expect(maxima).toEqual([1000.03, 1002, 1000, 1002, 1001, 1000, 1001, 1000].map((max) => [max, max]));
    expect(outputOf(ecCsf202606, ALL_TOP, "score").result?.value).toBe(100.0756);
    expect(outputOf(ecCsf202606, ALL_TOP, "seal").result).toEqual({ value: 4, level: "4" });
  });

  it("gives the annex's worked example, objective by objective, in both transcriptions", () => {
    const standings = groupStandings(ecCsf202606, ANNEX_EXAMPLE);
    expect(standings.map(({ points }) => points)).toEqual([530.93, 709.75, 700, 709.75, 572, 500, 1001, 875]);
    expect(standings.map(({ level }) => level)).toEqual([2, 1, 2, 3, 3, 2, 4, 4]);
    expect(values(ecCsf202606, ANNEX_EXAMPLE)).toEqual([67.97235, 1]);

    const b = reading({ transcription: "B" });
    expect(groupStandings(b, ANNEX_EXAMPLE).map(({ points }) => points)).toEqual(standings.map(({ points }) => points));
    expect(groupStandings(b, ANNEX_EXAMPLE).map(({ level }) => level)).toEqual([2, 2, 3, 3, 3, 3, 4, 4]);
    expect(values(b, ANNEX_EXAMPLE)).toEqual([67.97235, 2]);
  });

  it("shows what the blank answer of the worked example could still add", () => {
    expect(Object.keys(ANNEX_EXAMPLE)).toHaveLength(47);
    const score = outputOf(ecCsf202606, ANNEX_EXAMPLE, "score");
    expect(score.complete).toBe(false);
    expect(score.unanswered).toEqual(["SOV-1.6"]);
    expect(score.range.worst).toBeCloseTo(67.97235, 9);
    expect(score.range.best).toBeCloseTo(67.97235 + 2.5, 9);
    const seal = outputOf(ecCsf202606, ANNEX_EXAMPLE, "seal");
    expect(seal.range).toEqual({ best: 1, worst: 1 });
    const binding = seal.parts.filter(({ reason }) => reason.key === "part.minimum.binds");
    expect(binding.map(({ criterion }) => criterion)).toEqual(["SOV-2.2"]);
  });

  it("gives the whole points that the annex shows when every step is rounded", () => {
    const rounded: Method = {
      ...ecCsf202606,
      outputs: ecCsf202606.outputs.map((output) => {
        if (output.rule.kind !== "grouped") return output;
        const groups = output.rule.groups.map((group) => {
          const points = Object.entries(group.points).map(([id, steps]) => [
            id,
            Object.fromEntries(Object.entries(steps).map(([step, value]) => [step, Math.round(value)])),
          ]);
          return { ...group, points: Object.fromEntries(points) };
        });
        return { ...output, rule: { ...output.rule, groups } };
      }),
    };
    const points = groupStandings(rounded, ANNEX_EXAMPLE).map((group) => group.points);
    expect(points).toEqual([533, 711, 700, 710, 574, 500, 1001, 876]);
    expect(outputOf(rounded, ANNEX_EXAMPLE, "score").result?.value).toBeCloseTo(68.055, 9);
  });

  it("is 0 % and SEAL-0 at the bottom, and SEAL-0 with a high score for one bad answer", () => {
    expect(values(ecCsf202606, ALL_BOTTOM)).toEqual([0, 0]);
    const [score, seal] = values(ecCsf202606, { ...ALL_TOP, "SOV-3.1": "1" });
    expect(score).toBeGreaterThan(50);
    expect(seal).toBe(0);
  });

  it("has 19 criteria where the transcriptions differ, B never stricter", () => {
    const differing = ecCsf202606.criteria.filter(
      ({ id }) => JSON.stringify(SEAL_A[id]) !== JSON.stringify(SEAL_B[id]),
    );
    expect(differing.map(({ id }) => id.slice(4)).join(" ")).toBe(
      "2.2 2.4 2.6 3.1 3.2 3.3 3.5 5.6 5.7 6.1 6.2 6.3 7.1 7.3 7.4 7.5 8.1 8.2 8.3",
    );
    for (const { id, options } of ecCsf202606.criteria) {
      const worse = options.filter(({ id: step }) => (SEAL_B[id]?.[step] ?? -1) < (SEAL_A[id]?.[step] ?? 9));
      expect(worse).toEqual([]);
      const ends = [options[0]?.id ?? "", options.at(-1)?.id ?? ""];
      expect(ends.map((step) => SEAL_B[id]?.[step])).toEqual(ends.map((step) => SEAL_A[id]?.[step]));
    }
  });

  it("has nine criteria that can never bind the SEAL", () => {
    const never = ecCsf202606.criteria.filter(({ id }) => Object.values(SEAL_A[id] ?? {}).every((seal) => seal === 4));
    expect(never.map(({ id }) => id.slice(4)).join(" ")).toBe("1.2 1.4 1.5 1.6 1.7 2.5 5.3 7.2 8.4");
  });

  it("lets five criteria score without gating when asked to", () => {
    expect(NEVER_GATING.map((id) => id.slice(4)).join(" ")).toBe("3.5 5.1 5.2 5.3 6.5");
    const bad: Answers = { ...ALL_TOP, ...Object.fromEntries(NEVER_GATING.map((id) => [id, "1"])) };
    const [score, seal] = values(ecCsf202606, bad);
    const relaxed = values(reading({ gates: "relaxed" }), bad);
    expect(seal).toBe(0);
    expect(relaxed).toEqual([score, 4]);
    const both = reading({ gates: "relaxed", transcription: "B" });
    expect(values(both, { ...bad, "SOV-3.1": "3" })[1]).toBe(3);
  });

  it("leaves out what is not applicable, and lets the rest of its objective stand for it", () => {
    const given: Answers = { ...ANNEX_EXAMPLE, "SOV-6.5": "not-applicable" };
    // 3,3,3,4 of 200 each: 450 of 800 instead of 500 of 1000.
    expect(outputOf(ecCsf202606, given, "score").result?.value).toBeCloseTo(67.97235 + 0.15 * (56.25 - 50), 9);
    const gone = Object.fromEntries(Object.keys(POINTS["SOV-8"] ?? {}).map((id) => [id, "not-applicable"]));
    expect(outputOf(ecCsf202606, { ...ALL_BOTTOM, ...gone }, "score").result?.value).toBe(0);
    expect(outputOf(ecCsf202606, { ...ALL_TOP, ...gone }, "seal").result?.value).toBe(4);
  });

  it("follows the annex's cells for every complete set of answers", () => {
    fc.assert(
      fc.property(full, (answers) => {
        const [score, seal] = values(ecCsf202606, answers);
        expect(score).toBeCloseTo(published(answers), 8);
        expect(seal).toBe(Math.min(...Object.entries(answers).map(([id, step]) => SEAL_A[id]?.[step] ?? -1)));
      }),
      { numRuns: 200 },
    );
  });
});
