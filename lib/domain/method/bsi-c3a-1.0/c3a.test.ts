import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMethod } from "../engine";
import { anyAnswers, outputOf } from "../testing";
import type { Answers } from "../types";
import { bsiC3a } from "./index";

const own = (output: string) => bsiC3a.criteria.filter((criterion) => criterion.output === output);
const alike = (value: string): Answers =>
  Object.fromEntries(
    own("base")
      .filter(({ chosen }) => chosen !== true)
      .map(({ id }) => [id, value]),
  );

describe("bsi-c3a@1.0", () => {
  it("is sound and meets its worked examples", () => {
    expect(checkMethod(bsiC3a)).toEqual([]);
  });

  it("has as many criteria as its notes say", () => {
    expect([own("base").length, own("additional").length]).toEqual([34, 8]);
    expect(bsiC3a.notes?.map(({ de }) => de).join(" ")).toContain("34 Basiskriterien");
    expect(own("additional").every(({ chosen }) => chosen === true)).toBe(true);
    const objectives = [...new Set(bsiC3a.criteria.map(({ id }) => id.slice(0, 5)))];
    expect(objectives).toEqual(["sov-1", "sov-2", "sov-3", "sov-4", "sov-5", "sov-6"]);
    for (const { id } of bsiC3a.criteria) expect(id).toMatch(/^sov-[1-6]-\d{2}(-(c|ac)\d?)?$/);
  });

  it("leaves what was not chosen out of both shares", () => {
    expect(outputOf(bsiC3a, alike("met"), "base").result).toEqual({ value: 100, level: "all" });
    expect(outputOf(bsiC3a, alike("met"), "additional").result).toBeNull();
  });

  it("counts Germany as the place of data only where it is asked for", () => {
    const got = outputOf(bsiC3a, { ...alike("met"), "sov-3-01-c4": "not-met" }, "base").result;
    expect(got?.value).toBeCloseTo((100 * 33) / 34, 8);
    expect(got?.level).toBe("some");
  });

  it("keeps base and additional apart", () => {
    const answers = { ...alike("met"), "sov-4-03-ac": "not-met", "sov-3-04-ac2": "met" };
    expect(outputOf(bsiC3a, answers, "base").result?.value).toBe(100);
    expect(outputOf(bsiC3a, answers, "additional").result).toEqual({ value: 50, level: "some" });
  });

  it.each(["base", "additional"])("is met by applicable for any answers: %s", (output) => {
    fc.assert(
      fc.property(anyAnswers(bsiC3a, output), (answers) => {
        // A chosen criterion left blank was not chosen; a base one left blank is open.
        const said = own(output).map(({ id, chosen }) => answers[id] ?? (chosen === true ? "not-applicable" : "open"));
        const applicable = said.filter((value) => value !== "not-applicable");
        const met = said.filter((value) => value === "met").length;
        const open = said.filter((value) => value === "open" || value === "unknown").length;
        const { result, range } = outputOf(bsiC3a, answers, output);
        if (applicable.length === 0) {
          expect(result).toBeNull();
          return;
        }
        expect(range.worst).toBeCloseTo((100 * met) / applicable.length, 8);
        expect(range.best).toBeCloseTo((100 * (met + open)) / applicable.length, 8);
        if (open === 0) expect(result?.value).toBeCloseTo((100 * met) / applicable.length, 8);
        else expect(result).toBeNull();
      }),
    );
  });
});
