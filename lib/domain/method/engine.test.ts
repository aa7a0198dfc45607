import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptedValues } from "./answers";
import { toScoreOutput } from "./cli";
import { checkMethod, evaluate, validateAnswers } from "./engine";
import { findMethod, methods } from "./registry";
import { anyAnswers } from "./testing";
import { METHOD_TEXTS, sentence } from "./texts";
import type { Method } from "./types";

const munich = methods[0] as Method;
const profile = methods[1] as Method;

describe.each(methods.map((method) => [method.ref, method] as const))("%s", (_, method) => {
  it("has sound data and meets its worked examples", () => {
    expect(checkMethod(method)).toEqual([]);
    expect(method.examples.length).toBeGreaterThanOrEqual(5);
  });

  it("is found by its exact reference only", () => {
    expect(findMethod(method.ref)).toBe(method);
    expect(findMethod(`${method.id}@0`)).toBeUndefined();
    expect(findMethod(method.id)).toBeUndefined();
  });

  it("says everything in both languages", () => {
    const texts = [
      method.name,
      ...method.outputs.flatMap((output) => [output.name, ...output.levels.map((level) => level.name)]),
      ...method.criteria.flatMap((c) => [c.text, c.help ?? c.text, ...c.options.map((option) => option.text)]),
    ];
    for (const text of texts) {
      expect(text.de.trim()).not.toBe("");
      expect(text.en.trim()).not.toBe("");
    }
  });

  it("has a sentence with all its numbers for every part of every answer", () => {
    fc.assert(
      fc.property(anyAnswers(method), (answers) => {
        for (const output of evaluate(method, answers).outputs) {
          for (const part of output.parts) {
            const text = sentence(part.reason, METHOD_TEXTS);
            expect(text.de + text.en).not.toMatch(/[{}]|NaN|Infinity|undefined/);
          }
        }
      }),
    );
  });

  it("puts every criterion in exactly one state and one part", () => {
    fc.assert(
      fc.property(anyAnswers(method), (answers) => {
        // A pair reads the same answers twice.
        const outputs = evaluate(method, answers).outputs.slice(0, method.pair ? 1 : undefined);
        const parts = outputs.flatMap((output) => output.parts.map((part) => part.criterion));
        expect([...parts].sort()).toEqual(method.criteria.map((criterion) => criterion.id).sort());
        const listed = outputs.flatMap((o) => [...o.unanswered, ...o.unknown, ...o.notApplicable]);
        const answered = outputs.flatMap((o) => o.parts.filter((part) => part.state === "answered"));
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed.length + answered.length).toBe(method.criteria.length);
      }),
    );
  });

  it("never widens the range when something open is answered, and always contains the final result", () => {
    fc.assert(
      fc.property(anyAnswers(method), fc.nat(), fc.nat(), (answers, which, choice) => {
        const before = evaluate(method, answers);
        // Choosing an additional requirement puts one more question: it is no answer to one that was open.
        const open = method.criteria.filter(
          (c) => (answers[c.id] === undefined && !c.chosen) || answers[c.id] === "unknown",
        );
        const criterion = open[which % Math.max(1, open.length)];
        if (criterion === undefined) return;
        const accepted = acceptedValues(criterion);
        const value = accepted[choice % accepted.length] as string;
        const after = evaluate(method, { ...answers, [criterion.id]: value });
        after.outputs.forEach((output, index) => {
          const was = before.outputs[index];
          const sign = method.outputs[index]?.scale.direction === "lower" ? -1 : 1;
          expect(sign * output.range.best).toBeLessThanOrEqual(sign * (was?.range.best ?? NaN));
          expect(sign * output.range.worst).toBeGreaterThanOrEqual(sign * (was?.range.worst ?? NaN));
          if (output.complete && output.result !== null) {
            expect(output.range).toEqual({ best: output.result.value, worst: output.result.value });
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of the answers", () => {
    fc.assert(
      fc.property(
        anyAnswers(method).chain((answers) =>
          fc.tuple(
            fc.constant(answers),
            fc.shuffledSubarray(Object.entries(answers), { minLength: Object.keys(answers).length }),
          ),
        ),
        ([answers, shuffled]) => {
          expect(evaluate(method, Object.fromEntries(shuffled))).toEqual(evaluate(method, answers));
        },
      ),
    );
  });
});

describe("validateAnswers", () => {
  it("names wrong criteria and options and what would be right", () => {
    expect(validateAnswers(munich, { alt: "yes", os: "unknown", sup: "not-applicable" })).toEqual([]);
    expect(validateAnswers(munich, { alt: "maybe", foo: "yes" })).toEqual([
      {
        criterion: "alt",
        value: "maybe",
        problem: "unknown-option",
        allowed: ["yes", "no", "unknown", "not-applicable"],
      },
      {
        criterion: "foo",
        value: "yes",
        problem: "unknown-criterion",
        allowed: ["alt", "head", "os", "sup", "api", "dat"],
      },
    ]);
  });

  it("takes no look-alikes from a file", () => {
    for (const value of [true, 1, null, ["yes"], { yes: 1 }, "Yes", "yes ", "", "constructor"]) {
      expect(validateAnswers(munich, { alt: value })).toHaveLength(1);
    }
    expect(validateAnswers(munich, JSON.parse('{"__proto__":"yes","toString":"no"}'))).toHaveLength(2);
  });

  it("makes evaluate refuse what it would not understand", () => {
    expect(() => evaluate(munich, { alt: "maybe" })).toThrow(RangeError);
    expect(() => evaluate(munich, { foo: "yes" })).toThrow(RangeError);
  });
});

describe("checkMethod", () => {
  const broken = (change: Partial<Method>): readonly string[] => checkMethod({ ...profile, ...change });
  const rule = (index: number, change: object) =>
    profile.outputs.map((output, at) =>
      at === index ? { ...output, rule: { ...output.rule, ...change } as never } : output,
    );

  it("finds broken data", () => {
    expect(broken({ criteria: [...profile.criteria, ...profile.criteria.slice(0, 1)] })).toContain(
      "criterion alternative twice",
    );
    expect(broken({ criteria: profile.criteria.slice(1) })).toContain(
      "output freedom: rule names missing criterion alternative",
    );
    expect(broken({ outputs: rule(0, { total: 90 }) })).toContain("output freedom: weights add up to 100, not 90");
    expect(broken({ outputs: rule(0, { caps: [{ criterion: "skills", option: "never", max: 1 }] }) })).toContain(
      "output freedom: rule names missing option skills=never",
    );
    expect(broken({ outputs: rule(1, { values: { J0: 100 } }) })).toContain(
      "output jurisdiction: no value for exposure=J4",
    );
    expect(broken({ ref: "hoheit-profile@2" })).toContain("ref hoheit-profile@2 is not id@version");
  });

  it("fails with a wrong worked example", () => {
    expect(
      broken({ examples: [{ answers: { exposure: "J4", keys: "provider" }, expect: { jurisdiction: 1 } }] }),
    ).toEqual(["example 1: jurisdiction is 0, expected 1"]);
    expect(broken({ examples: [] })).toEqual(["no worked example"]);
  });
});

describe("toScoreOutput", () => {
  it("gives one result for a method with one output", () => {
    expect(toScoreOutput(evaluate(munich, { alt: "no" }), munich, { alt: "no" })).toMatchObject({
      method: "munich-sds@2026-02",
      complete: true,
      result: { value: 5, level: "5" },
      range: { best: 5, worst: 5 },
      unanswered: ["head", "os", "sup", "api", "dat"],
      unknown: [],
      notApplicable: [],
    });
    expect("outputs" in toScoreOutput(evaluate(munich, {}), munich, {})).toBe(false);
  });

  it("has no overall result or average for the profile, whatever is answered", () => {
    fc.assert(
      fc.property(anyAnswers(profile), (answers) => {
        const out = toScoreOutput(evaluate(profile, answers), profile, answers);
        expect(out.result).toBeNull();
        expect(out.range).toBeNull();
        expect(Object.keys(out.outputs ?? {})).toEqual(["freedom", "jurisdiction", "openness"]);
        expect(Object.keys(out).sort()).toEqual(
          [
            "complete",
            "method",
            "notApplicable",
            "outputs",
            "parts",
            "range",
            "result",
            "unanswered",
            "unknown",
          ].sort(),
        );
        expect(Object.keys(evaluate(profile, answers)).sort()).toEqual(["complete", "method", "outputs"]);
      }),
    );
  });
});
