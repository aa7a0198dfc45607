import { describe, expect, it } from "vitest";
import { checkMethod } from "../engine";
import { outputOf } from "../testing";
import type { Answers } from "../types";
import { baselSds } from "./index";

const WEIGHTS: Readonly<Record<string, number>> = { legal: 20, exit: 20, data: 20, interop: 15, ops: 15, gov: 10 };
const IDS = Object.keys(WEIGHTS);
const GRADE: Readonly<Record<string, number>> = { yes: 1, partly: 0.5, no: 0, unknown: 0 };

const pointsOf = (answers: Answers): number =>
  IDS.reduce((sum, id) => sum + (WEIGHTS[id] ?? NaN) * (GRADE[answers[id] ?? ""] ?? NaN), 0);
const labelOf = (value: number): string => (value <= 2 ? "low" : value <= 5 ? "partly" : "high");

/** The published rule, apart from the engine; in tenths of a mark, so that halves are exact. */
function published(answers: Answers): { value: number; level: string } {
  const tenths = (pointsOf(answers) * 2 * 3) / 10;
  const value = Math.min(60, Math.max(10, Math.round(tenths))) / 10;
  return { value, level: labelOf(value) };
}

/** As the publisher's page computes it. */
function onThePage(answers: Answers): number {
  return Math.round(Math.max(1, Math.min(6, (pointsOf(answers) / 100) * 6)) * 10) / 10;
}

function patterns(values: readonly string[]): Answers[] {
  let all: Answers[] = [{}];
  for (const id of IDS) all = all.flatMap((one) => values.map((value) => ({ ...one, [id]: value })));
  return all;
}

const alike = (value: string): Answers => Object.fromEntries(IDS.map((id) => [id, value]));

describe("basel-sds@2026-07", () => {
  it("is sound and meets its worked examples", () => {
    expect(checkMethod(baselSds)).toEqual([]);
  });

  it("gives the published mark and label for all 4,096 patterns, unknown included", () => {
    for (const answers of patterns(["yes", "partly", "no", "unknown"])) {
      const { result } = outputOf(baselSds, answers, "score");
      const wanted = published(answers);
      if (result?.value !== wanted.value || result.level !== wanted.level)
        expect({ answers, result }).toEqual({ answers, result: wanted });
    }
  });

  it("differs from the publisher's page at the three totals that the note names, never in the label", () => {
    const differing = patterns(["yes", "partly", "no"]).filter((one) => onThePage(one) !== published(one).value);
    expect([...new Set(differing.map(pointsOf))].sort((a, b) => b - a)).toEqual([82.5, 47.5, 17.5]);
    for (const answers of differing) expect(labelOf(onThePage(answers))).toBe(published(answers).level);
  });

  it.each([
    ["yes", 6, "high"],
    ["partly", 3, "partly"],
    ["no", 1, "low"],
  ])("is %s throughout: %d, %s", (answer, value, level) => {
    expect(outputOf(baselSds, alike(answer), "score").result).toEqual({ value, level });
  });

  it("is 4.8 with 80 points when only jurisdiction is no, and shows which part is missing", () => {
    const got = outputOf(baselSds, { ...alike("yes"), legal: "no" }, "score");
    expect(got.result).toEqual({ value: 4.8, level: "partly" });
    expect(got.groups[0]?.points).toBe(80);
    expect(got.parts.filter((part) => part.points === 0).map((part) => part.criterion)).toEqual(["legal"]);
  });

  it("counts unknown as 0 and still shows what it could become", () => {
    const got = outputOf(baselSds, { ...alike("yes"), legal: "unknown" }, "score");
    expect(got).toMatchObject({
      complete: false,
      result: { value: 4.8, level: "partly" },
      range: { best: 6, worst: 4.8 },
      rangeLevels: { best: "high", worst: "partly" },
      unknown: ["legal"],
    });
  });

  it("gives no mark while a question is blank or set aside", () => {
    for (const answers of [{}, { ...alike("yes"), ops: "not-applicable" }]) {
      expect(outputOf(baselSds, answers, "score").result).toBeNull();
    }
    expect(outputOf(baselSds, {}, "score").range).toEqual({ best: 6, worst: 1 });
  });

  it.each([
    // 2.0 belongs to low and 5.0 to partly: these are the point totals next to the borders.
    [{ ...alike("no"), legal: "yes", interop: "partly", gov: "partly" }, 2, "low"],
    [{ ...alike("no"), legal: "yes", interop: "yes" }, 2.1, "partly"],
    [{ ...alike("yes"), interop: "partly", legal: "partly" }, 5, "partly"],
    [{ ...alike("yes"), interop: "no" }, 5.1, "high"],
  ])("keeps the borders of the labels, case %#", (answers, value, level) => {
    expect(outputOf(baselSds, answers, "score").result).toEqual({ value, level });
  });
});
