import { describe, expect, it } from "vitest";
import { fileText, PROBLEM_TEXTS, REFUSAL_TEXTS, REPAIR_TEXTS } from "./index";

describe("texts", () => {
  const all = { ...REFUSAL_TEXTS, ...REPAIR_TEXTS, ...PROBLEM_TEXTS };

  it.each(Object.entries(all))("%s says the same in both languages", (_, text) => {
    const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    expect(places(text.de)).toEqual(places(text.en));
    expect(text.de).not.toBe(text.en);
  });

  it("fills the places and leaves a gap visible", () => {
    expect(fileText({ de: "{a} von {b}", en: "" }, "de", { a: 1 })).toBe("1 von {b}");
  });
});
