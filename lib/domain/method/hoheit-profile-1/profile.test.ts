import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAnswers, completions, NOT_APPLICABLE, outputOf, UNKNOWN } from "../testing";
import type { Answers } from "../types";
import { hoheitProfile as profile } from "./index";

const criteriaFor = (output: string) => profile.criteria.filter((criterion) => criterion.output === output);
const value = (answers: Answers, output: string): number => {
  const { result } = outputOf(profile, answers, output);
  if (result === null) throw new Error("incomplete");
  return result.value;
};

/** Design section 4.2, written apart from the engine: complete answers in, points out; null when nothing is weighed. */
function byHand(answers: Answers, output: string): number | null {
  const grade: Record<string, number> = {
    yes: 1,
    partly: 0.5,
    no: 0,
    open: 1,
    "open-core": 0.5,
    "source-available": 0.25,
    proprietary: 0,
  };
  const mean = (weights: Record<string, number>): number | null => {
    const kept = Object.entries(weights).filter(([id]) => answers[id] !== NOT_APPLICABLE);
    const sum = kept.reduce((total, [, weight]) => total + weight, 0);
    if (sum === 0) return null;
    return kept.reduce((total, [id, weight]) => total + weight * (grade[answers[id] ?? ""] ?? NaN), 0) * (100 / sum);
  };
  if (output === "openness") return mean({ licence: 50, standards: 20, formats: 20, shaping: 10 });
  if (output === "jurisdiction") {
    const steps = [0, 25, 55, 80, 100];
    const base = steps[4 - Number(answers["exposure"]?.slice(1))] ?? NaN;
    if (answers["keys"] !== "city") return base;
    return Math.min(base + 15, steps.find((step) => step > base) ?? 100);
  }
  const points = mean({ alternative: 25, export: 20, interfaces: 15, separable: 15, exit: 15, skills: 10 });
  if (points === null) return null;
  const couplings = answers["couplings"] === NOT_APPLICABLE ? 0 : Number(answers["couplings"]?.slice(0, 1));
  let result = Math.max(0, points - 5 * couplings);
  if (answers["alternative"] === "no") result = Math.min(result, 25);
  if (answers["double-grip"] === "yes") result = Math.min(result, 50);
  return result;
}

describe.each(["freedom", "jurisdiction", "openness"])("hoheit-profile@1, %s", (output) => {
  it("gives exactly the range of all completions", () => {
    fc.assert(
      fc.property(anyAnswers(profile, output), (answers) => {
        const got = outputOf(profile, answers, output);
        // A lookup has nothing to renormalise: its class cannot be left out.
        const open = answers["exposure"] === NOT_APPLICABLE ? [UNKNOWN, NOT_APPLICABLE] : [UNKNOWN];
        const all = completions(criteriaFor(output), answers, open).map((one) => byHand(one, output));
        const values = all.filter((one) => one !== null);
        if (values.length === 0) {
          expect(got.complete).toBe(false);
          expect(got.result).toBeNull();
          return;
        }
        expect(got.range.best).toBeCloseTo(Math.max(...values), 5);
        expect(got.range.worst).toBeCloseTo(Math.min(...values), 5);
      }),
      { numRuns: 200 },
    );
  });

  it("contains every final result, also when what is open turns out not to apply", () => {
    fc.assert(
      fc.property(anyAnswers(profile, output), anyAnswers(profile, output), (answers, later) => {
        const open = criteriaFor(output).filter((c) => answers[c.id] === undefined || answers[c.id] === UNKNOWN);
        const rest = open.map((c) => [c.id, later[c.id] ?? c.options[0]?.id ?? ""] as const);
        const { range } = outputOf(profile, answers, output);
        const { range: final } = outputOf(profile, { ...answers, ...Object.fromEntries(rest) }, output);
        expect(final.best).toBeLessThanOrEqual(range.best);
        expect(final.worst).toBeGreaterThanOrEqual(range.worst);
      }),
      { numRuns: 500 },
    );
  });

  it("never falls when one answer becomes better", () => {
    const criteria = criteriaFor(output);
    fc.assert(
      fc.property(anyAnswers(profile, output), fc.nat(criteria.length - 1), fc.nat(9), (answers, at, from) => {
        const criterion = criteria[at];
        const options = criterion?.options ?? [];
        const worse = options[1 + (from % Math.max(1, options.length - 1))];
        const better = options[from % Math.max(1, options.length - 1)];
        if (criterion === undefined || worse === undefined || better === undefined) return;
        const low = outputOf(profile, { ...answers, [criterion.id]: worse.id }, output);
        const high = outputOf(profile, { ...answers, [criterion.id]: better.id }, output);
        expect(high.range.best).toBeGreaterThanOrEqual(low.range.best);
        expect(high.range.worst).toBeGreaterThanOrEqual(low.range.worst);
      }),
      { numRuns: 500 },
    );
  });
});

describe("hoheit-profile@1, limits", () => {
  const best = profile.examples[0]?.answers ?? {};

  it("caps freedom without an alternative at 25 and under a double grip at 50, whatever else is said", () => {
    fc.assert(
      fc.property(anyAnswers(profile, "freedom"), (answers) => {
        expect(outputOf(profile, { ...answers, alternative: "no" }, "freedom").range.best).toBeLessThanOrEqual(25);
        expect(outputOf(profile, { ...answers, "double-grip": "yes" }, "freedom").range.best).toBeLessThanOrEqual(50);
      }),
    );
    expect(value({ ...best, alternative: "no" }, "freedom")).toBe(25);
    expect(value({ ...best, "double-grip": "yes" }, "freedom")).toBe(50);
    expect(value({ ...best, "double-grip": "no" }, "freedom")).toBe(100);
  });

  it("keeps a cap in view while its criterion is open", () => {
    const { "double-grip": _, ...open } = best;
    expect(outputOf(profile, open, "freedom").range).toEqual({ best: 100, worst: 50 });
    expect(outputOf(profile, { ...best, alternative: "unknown" }, "freedom").range).toEqual({ best: 100, worst: 25 });
  });

  it("takes 5 per coupling, 15 at most, and never falls below 0", () => {
    expect(["0", "1", "2", "3+"].map((couplings) => value({ ...best, couplings }, "freedom"))).toEqual([
      100, 95, 90, 85,
    ]);
    const none = Object.fromEntries(
      ["alternative", "export", "interfaces", "separable", "exit", "skills"].map((id) => [id, "no"]),
    );
    expect(value({ ...none, "double-grip": "yes", couplings: "3+" }, "freedom")).toBe(0);
  });

  it("adds 15 for keys held by the city, never beyond the next class", () => {
    const table = ["J0", "J1", "J2", "J3", "J4"].map((exposure) => [
      value({ exposure, keys: "provider" }, "jurisdiction"),
      value({ exposure, keys: "city" }, "jurisdiction"),
      value({ exposure, keys: "not-applicable" }, "jurisdiction"),
    ]);
    expect(table).toEqual([
      [100, 100, 100],
      [80, 95, 80],
      [55, 70, 55],
      [25, 40, 25],
      [0, 15, 0],
    ]);
  });

  it("stays without result when nothing applies", () => {
    const nothing = Object.fromEntries(profile.criteria.map((criterion) => [criterion.id, NOT_APPLICABLE]));
    for (const output of ["freedom", "jurisdiction", "openness"]) {
      expect(outputOf(profile, nothing, output)).toMatchObject({
        complete: false,
        result: null,
        range: { best: 100, worst: 0 },
      });
    }
  });

  it("does not touch one dimension with an answer to another", () => {
    fc.assert(
      fc.property(anyAnswers(profile, "openness"), (answers) => {
        expect(value({ ...best, ...answers }, "freedom")).toBe(100);
        expect(value({ ...best, ...answers }, "jurisdiction")).toBe(100);
      }),
    );
  });
});
