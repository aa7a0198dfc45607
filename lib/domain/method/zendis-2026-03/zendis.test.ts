import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMethod } from "../engine";
import { anyAnswers, outputOf } from "../testing";
import type { Answers } from "../types";
import { zendis } from "./index";

const IDS = zendis.criteria.map(({ id }) => id);
const alike = (value: string): Answers => Object.fromEntries(IDS.map((id) => [id, value]));
const count = (answers: Answers, ...values: string[]): number =>
  IDS.filter((id) => values.includes(answers[id] ?? "unanswered")).length;

describe("zendis@2026-03", () => {
  it("is sound and meets its worked examples", () => {
    expect(checkMethod(zendis)).toEqual([]);
  });

  it("has the paper's twenty criteria in four topics", () => {
    expect(IDS.map((id) => id.toUpperCase()).join(" ")).toBe(
      "A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 B5 C1 C2 C3 C4 D1 D2 D3 D4 D5",
    );
    const { groups } = outputOf(zendis, alike("yes"), "met");
    expect(groups.map(({ id, points, max }) => [id, points, max])).toEqual([
      ["a", 6, 6],
      ["b", 5, 5],
      ["c", 4, 4],
      ["d", 5, 5],
    ]);
  });

  it("gives the published 20 of 20", () => {
    expect(outputOf(zendis, alike("yes"), "met").result).toEqual({ value: 20, level: "count" });
  });

  it("counts what is met, and keeps what is open as a range", () => {
    fc.assert(
      fc.property(anyAnswers(zendis), (answers) => {
        const { result, range } = outputOf(zendis, answers, "met");
        const met = count(answers, "yes");
        const open = count(answers, "unknown", "unanswered");
        expect(range).toEqual({ worst: met, best: met + open });
        expect(result?.value ?? null).toBe(open === 0 ? met : null);
      }),
    );
  });

  it("lists the gaps", () => {
    const { parts } = outputOf(zendis, { ...alike("yes"), c1: "no", d1: "no" }, "met");
    expect(parts.filter((part) => part.value === "no").map((part) => [part.criterion, part.points])).toEqual([
      ["c1", 0],
      ["d1", 0],
    ]);
  });
});
