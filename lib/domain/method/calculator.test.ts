import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculationFromQuery, computeExample, exampleQuery, floorVerdict } from "./calculator";
import { evaluate } from "./evaluate";
import { queryOfLink } from "./query";
import { methods } from "./registry";
import { sectionsOf } from "./sections";
import { anyAnswers } from "./testing";
import { parametersOf } from "./variants";

const find = (id: string, version?: string) => {
  const method = methods.find((one) => one.id === id && (version === undefined || one.version === version));
  if (method === undefined) throw new Error(id);
  return method;
};
const value = (ref: string, query: Record<string, string>, output: string, version?: string) => {
  const { method, answers } = calculationFromQuery(find(ref, version), query);
  return evaluate(method, answers).outputs.find((one) => one.output === output)?.result?.value ?? null;
};

describe.each(methods.map((method) => [method.ref, method] as const))("%s", (_, method) => {
  it("reads back from the address whatever was put there, ids with dots included", () => {
    fc.assert(
      fc.property(anyAnswers(method), (answers) => {
        const calculation = calculationFromQuery(method, queryOfLink(exampleQuery({ answers, expect: {} })));
        expect(calculation.answers).toEqual(answers);
        expect(calculation.refused).toEqual([]);
      }),
    );
  });
  it("computes each worked example from its address", () => {
    for (const example of method.examples) {
      const read = calculationFromQuery(method, queryOfLink(exampleQuery(example)));
      expect(evaluate(read.method, read.answers)).toEqual(computeExample(method, example));
    }
  });
  it("shows every criterion once, in the method's order within its section", () => {
    const shown = sectionsOf(method).flatMap(({ criteria }) => criteria.map(({ id }) => id));
    expect([...shown].sort()).toEqual(method.criteria.map(({ id }) => id).sort());
    expect(new Set(shown).size).toBe(shown.length);
  });
  it("names readings and answers it does not have, and computes without them", () => {
    const [parameter] = [...parametersOf(method).keys()];
    const criterion = method.criteria[0]?.id ?? "";
    const { refused, answers, asked } = calculationFromQuery(method, {
      [criterion]: "no-such-option",
      ...(parameter === undefined ? {} : { [parameter]: "no-such-reading" }),
    });
    expect(refused.map((one) => one.criterion)).toEqual([criterion, ...(parameter === undefined ? [] : [parameter])]);
    expect(answers).toEqual({});
    expect(asked).toBe(true);
  });
});

describe("readings", () => {
  it("turn the annex's example from SEAL-1 into SEAL-2", () => {
    const annex = find("ec-csf", "2026-06").examples[0] ?? { answers: {}, expect: {} };
    expect(value("ec-csf", { ...annex.answers }, "seal", "2026-06")).toBe(1);
    expect(value("ec-csf", { ...annex.answers, transcription: "B" }, "seal", "2026-06")).toBe(2);
  });
  it("take a weighting of one's own, limited to 1 to 2, and left alone where nothing is given", () => {
    const all = Object.fromEntries(
      find("redhat-readiness").criteria.map(({ id }) => [id, id.startsWith("data") ? "yes" : "no"]),
    );
    expect(value("redhat-readiness", { ...all, weighting: "custom" }, "points")).toBeCloseTo(3, 9);
    expect(value("redhat-readiness", { ...all, weighting: "custom", "w.data": "2" }, "points")).toBeCloseTo(42 / 8, 9);
    expect(value("redhat-readiness", { ...all, weighting: "custom", "w.data": "9" }, "points")).toBeCloseTo(42 / 8, 9);
    expect(value("redhat-readiness", { ...all, weighting: "custom", "w.data": "1,5" }, "points")).toBeCloseTo(
      31.5 / 7.5,
      9,
    );
    // Another method has no weighting of one's own.
    expect(calculationFromQuery(find("ec-csf", "2026-06"), { transcription: "custom" }).refused).toHaveLength(1);
  });
});

describe("the floor", () => {
  const method = find("ec-csf", "2026-06");
  const top = Object.fromEntries(method.criteria.map(({ id, options }) => [id, options.at(-1)?.id ?? ""]));
  const verdict = (query: Record<string, string>) => {
    const read = calculationFromQuery(method, query);
    return floorVerdict(read.method, evaluate(read.method, read.answers), read.floor)?.verdict ?? null;
  };
  it("is reached, missed, or still open, never guessed", () => {
    expect(verdict({ ...top, floor: "2" })).toBe("reached");
    expect(verdict({ ...top, "SOV-3.1": "1", floor: "SEAL-2" })).toBe("missed");
    expect(verdict({ "SOV-3.1": "1", floor: "2" })).toBe("missed");
    expect(verdict({ "SOV-3.1": "5", floor: "2" })).toBe("open");
    expect(verdict({ "SOV-3.1": "5", floor: "0" })).toBe("reached");
    expect(verdict(top)).toBeNull();
  });
  it("outside the scale or for a method without levels is not taken", () => {
    expect(calculationFromQuery(method, { floor: "5" }).refused).toEqual([{ criterion: "floor", value: "5" }]);
    expect(calculationFromQuery(find("munich-sds"), { floor: "2" })).toMatchObject({ floor: null, refused: [] });
  });
});

describe("SecNumCloud from shares", () => {
  const read = (query: Record<string, string>) => calculationFromQuery(find("secnumcloud-19.6"), query);
  it("fails a single holder above 24 %, passes one at 24 %", () => {
    const base = { "seat-in-eu": "yes", veto: "no", "holder.1": "A", "eu.1": "no" };
    expect(read({ ...base, "percent.1": "25" }).shares?.failing).toEqual(["single-share"]);
    expect(read({ ...base, "percent.1": "24" })).toMatchObject({
      answers: { seat: "yes", "single-share": "yes", "total-share": "yes", "control-right": "yes" },
    });
  });
  it("leaves unknown what is not given, and names what cannot be read", () => {
    expect(read({ "seat-in-eu": "yes" }).answers).toEqual({
      seat: "yes",
      "single-share": "unknown",
      "total-share": "unknown",
      "control-right": "unknown",
    });
    expect(read({ "no-holders": "yes" }).answers).toMatchObject({ "single-share": "yes" });
    expect(read({ "holder.1": "A", "percent.1": "viel" }).shares?.problems).toMatchObject([
      { path: "shares[0].percent", problem: "percent-invalid", value: "viel" },
    ]);
    expect(read({}).shares).toBeNull();
  });
  it("lets a clause answered by hand go before", () => {
    expect(read({ "seat-in-eu": "yes", seat: "no" }).answers["seat"]).toBe("no");
  });
});
