import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate";
import { answersFromQuery, queryOfLink } from "./query";
import { methods } from "./registry";
import { munichSds } from "./munich-sds-2026-02";

describe("answers from a link", () => {
  it("reads a link of Munich's calculator", () => {
    const query = queryOfLink(
      "https://it-at-m.github.io/sds-calculator/?alt=y&head=n&os=y&sup=y&api=n&dat=y&name=Fachverfahren%20A#x",
    );
    const { answers, refused } = answersFromQuery(munichSds, query);
    expect(answers).toEqual({ alt: "yes", head: "no", os: "yes", sup: "yes", api: "no", dat: "yes" });
    expect(refused).toEqual([]);
    expect(evaluate(munichSds, answers).outputs[0]?.result?.level).toBe("2");
    expect(query["name"]).toBe("Fachverfahren A");
  });
  it("takes the query alone, keeps the unanswered open and names what it cannot read", () => {
    expect(answersFromQuery(munichSds, queryOfLink("alt=y&head=&os=vielleicht"))).toEqual({
      answers: { alt: "yes" },
      refused: [{ criterion: "os", value: "vielleicht" }],
    });
  });
  it("gives only answers that the engine accepts, whatever the address says", () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom("y", "n", "yes", "no", "unknown", "not-applicable", "J3", "0", "city"),
    );
    for (const method of methods) {
      const keys = fc.constantFrom(
        ...method.criteria.map((criterion) => criterion.id),
        "__proto__",
        "name",
        "constructor",
      );
      fc.assert(
        fc.property(fc.dictionary(keys, value), (query) => {
          const { answers } = answersFromQuery(method, query);
          expect(() => evaluate(method, answers)).not.toThrow();
        }),
      );
    }
  });
});
