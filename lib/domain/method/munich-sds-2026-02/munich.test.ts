import { describe, expect, it } from "vitest";
import { evaluate } from "../engine";
import { completions, NOT_APPLICABLE, outputOf, UNKNOWN } from "../testing";
import type { Answers } from "../types";
import { munichSds } from "./index";

const IDS = ["alt", "head", "os", "sup", "api", "dat"] as const;

/** The published rule, written apart from the engine. */
function published(answers: Answers): number {
  if (answers["alt"] === "no") return 5;
  const sum = 5 - IDS.slice(1).filter((id) => answers[id] === "yes").length;
  return sum === 0 ? 1 : sum;
}

function patterns(values: readonly (string | undefined)[]): Answers[] {
  let all: Answers[] = [{}];
  for (const id of IDS) {
    all = all.flatMap((one) => values.map((value) => (value === undefined ? one : { ...one, [id]: value })));
  }
  return all;
}

describe("munich-sds@2026-02", () => {
  it("gives the published result for all 64 patterns", () => {
    const all = patterns(["yes", "no"]);
    const counts: Record<number, number> = {};
    for (const answers of all) {
      const { complete, result, range } = outputOf(munichSds, answers, "sds");
      const value = published(answers);
      expect({ complete, result, range }).toEqual({
        complete: true,
        result: { value, level: String(value) },
        range: { best: value, worst: value },
      });
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(all).toHaveLength(64);
    expect(counts).toEqual({ 1: 6, 2: 10, 3: 10, 4: 5, 5: 33 });
  });

  it("gives every incomplete pattern exactly the range of its completions", () => {
    const open = [UNKNOWN, NOT_APPLICABLE];
    for (const answers of patterns(["yes", "no", UNKNOWN, NOT_APPLICABLE, undefined])) {
      const got = outputOf(munichSds, answers, "sds");
      const values = completions(munichSds.criteria, answers, open).map(published);
      const range = { best: Math.min(...values), worst: Math.max(...values) };
      const decided = answers["alt"] === "no" || IDS.every((id) => answers[id] === "yes" || answers[id] === "no");
      if (got.range.best !== range.best || got.range.worst !== range.worst || got.complete !== decided) {
        expect({ answers, range: got.range, complete: got.complete }).toEqual({ answers, range, complete: decided });
      }
      if (!decided) expect(got.result).toBeNull();
    }
  });

  it("is 5 at once without an alternative, and still lists what is open", () => {
    const got = outputOf(munichSds, { alt: "no", head: "yes", os: "unknown", sup: "not-applicable" }, "sds");
    expect(got.result).toEqual({ value: 5, level: "5" });
    expect(got.unanswered).toEqual(["api", "dat"]);
    expect(got.unknown).toEqual(["os"]);
    expect(got.notApplicable).toEqual(["sup"]);
    expect(got.parts.find((part) => part.criterion === "head")).toMatchObject({ state: "answered", points: null });
  });

  it("is never a number while something is missing, even if the number could not change", () => {
    const got = outputOf(munichSds, { alt: "yes", head: "yes", os: "yes", sup: "yes", api: "yes" }, "sds");
    expect(got.complete).toBe(false);
    expect(got.result).toBeNull();
    expect(got.range).toEqual({ best: 1, worst: 1 });
    expect(outputOf(munichSds, {}, "sds").range).toEqual({ best: 1, worst: 5 });
  });

  it("explains a computed 0", () => {
    const all = evaluate(munichSds, { alt: "yes", head: "yes", os: "yes", sup: "yes", api: "yes", dat: "yes" });
    expect(all.outputs[0]?.parts[0]?.reason).toEqual({
      key: "part.count.startFloor",
      params: { start: 5, computed: 0, floor: 1 },
    });
    expect(all.outputs[0]?.parts.map((part) => part.points)).toEqual([5, -1, -1, -1, -1, -1]);
  });
});
