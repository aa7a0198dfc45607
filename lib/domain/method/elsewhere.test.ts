import { describe, expect, it } from "vitest";
import { checkMethod, evaluate } from "./engine";
import type { Method, Text } from "./types";

/*
 * Published rules that do not ship as methods, because their questions are not fully known: a city could add them as a file.
 * The engine computes their worked examples.
 */
const text = (en: string): Text => ({ de: en, en });
const base = {
  version: "1",
  unit: "service",
  licence: { spdx: "LicenseRef-none", attribution: null },
} as const;
const yesNo = [
  { id: "yes", text: text("yes") },
  { id: "no", text: text("no") },
];

describe("digital-sovereignty.net", () => {
  const standard = ["a", "b", "c", "d", "e"];
  const method: Method = {
    ...base,
    ref: "dsn@1",
    id: "dsn",
    name: text("Digital Sovereignty Platform"),
    source: { title: "calculation", url: "https://digital-sovereignty.net/page/calculation", date: "2026-10-01" },
    criteria: ["competition", ...standard].map((id) => ({ id, text: text(id), options: yesNo })),
    outputs: [
      {
        id: "s",
        name: text("S"),
        scale: { min: 0, max: 1, direction: "higher" },
        rule: {
          kind: "knockout-count",
          knockout: { criterion: "competition", option: "no", value: 0 },
          start: 0,
          step: Object.fromEntries(standard.map((id) => [id, { yes: 0.2, no: 0 }])),
          floor: 0,
        },
        levels: [{ level: "S", from: 0, name: text("S") }],
      },
    ],
    examples: [
      { answers: { competition: "no" }, expect: { s: 0 } },
      { answers: { competition: "yes", a: "yes", b: "yes", c: "yes", d: "no", e: "no" }, expect: { s: 0.6 } },
    ],
  };

  it("gives 0 for a monopoly and the share of the standard criteria otherwise", () => {
    expect(checkMethod(method)).toEqual([]);
  });
});

describe("Cloud and AI Development Act, assurance levels of the proposal", () => {
  const levels = [1, 2, 3, 4];
  const ids = levels.flatMap((level) => [`l${level}-a`, `l${level}-b`]);
  const method: Method = {
    ...base,
    ref: "cada@1",
    id: "cada",
    name: text("Union assurance levels"),
    source: { title: "COM(2026) 502, Annex II", url: "https://www.cadafaq.com/", date: "2026-06-03" },
    criteria: ids.map((id) => ({ id, text: text(id), options: yesNo })),
    outputs: [
      {
        id: "ual",
        name: text("UAL"),
        scale: { min: 0, max: 4, direction: "higher" },
        // Cumulative: one criterion of level L that is not met leaves at most L − 1.
        rule: { kind: "minimum", values: Object.fromEntries(ids.map((id) => [id, { yes: 4, no: Number(id[1]) - 1 }])) },
        levels: [0, ...levels].map((level) => ({ level: String(level), from: level, name: text(`UAL ${level}`) })),
      },
    ],
    examples: [
      { answers: Object.fromEntries(ids.map((id) => [id, id === "l3-b" ? "no" : "yes"])), expect: { ual: 2 } },
    ],
  };

  it("is the highest level all of whose criteria and those below are met", () => {
    expect(checkMethod(method)).toEqual([]);
    const upTo = (level: number) => Object.fromEntries(ids.map((id) => [id, Number(id[1]) <= level ? "yes" : "no"]));
    for (const level of [0, ...levels]) expect(evaluate(method, upTo(level)).outputs[0]?.result?.value).toBe(level);
  });
});
