import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { principlesText, readPrinciples, type Principle } from "./principles";

describe("principles as text", () => {
  const line = fc.stringMatching(/^[a-zäöü]([a-zäöü ]{0,20}[a-zäöü])?$/);
  const text = fc.oneof(line, fc.record({ de: line, en: line }));
  const principles = fc.array(fc.record({ title: text, text }), { maxLength: 5 });

  it("reads back what it wrote, both languages included", () => {
    fc.assert(
      fc.property(principles, fc.constantFrom("de", "en"), (given, locale) => {
        const unique = given.filter((one, i) => given.findIndex((other) => sameIn(one, other)) === i);
        expect(readPrinciples(principlesText(unique, locale), unique)).toEqual(unique);
      }),
    );
  });

  it("takes a changed one as it was typed, with Windows line ends and blank lines", () => {
    const known: Principle[] = [{ title: { de: "Offen", en: "Open" }, text: { de: "Alt.", en: "Old." } }];
    expect(readPrinciples("Offen\r\nNeu.\r\n \r\n\r\nZweitens\r\neins\r\nzwei", known)).toEqual([
      { title: "Offen", text: "Neu." },
      { title: "Zweitens", text: "eins zwei" },
    ]);
    expect(readPrinciples("  ", known)).toEqual([]);
  });

  function sameIn(one: Principle, other: Principle): boolean {
    return (["de", "en"] as const).some((a) =>
      (["de", "en"] as const).some((b) => principlesText([one], a) === principlesText([other], b)),
    );
  }
});
