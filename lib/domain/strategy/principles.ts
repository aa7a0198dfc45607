/** A sentence in one language or in both. */
export type PrincipleText = string | { readonly de: string; readonly en: string };

/** A principle of a strategy. */
export interface Principle {
  readonly title: PrincipleText;
  readonly text: PrincipleText;
}

/** The sentence in a language; one that exists in one language only is shown in that. */
export function inLanguage(text: PrincipleText, locale: "de" | "en"): string {
  return typeof text === "string" ? text : text[locale];
}

/** Principles as a person edits them: a paragraph each, its first line the title. */
export function principlesText(principles: readonly Principle[], locale: "de" | "en"): string {
  return principles
    .map((each) =>
      [inLanguage(each.title, locale), inLanguage(each.text, locale)].filter((line) => line !== "").join("\n"),
    )
    .join("\n\n");
}

/** Paragraphs as principles. One that reads as a known one does, in either language, stays as it is with its other language. */
export function readPrinciples(typed: string, known: readonly Principle[]): readonly Principle[] {
  return paragraphs(typed).map(([title = "", ...rest]) => {
    const text = rest.join(" ");
    const same = known.find((each) =>
      (["de", "en"] as const).some(
        (locale) => oneLine(each.title, locale) === title && oneLine(each.text, locale) === text,
      ),
    );
    return same ?? { title, text };
  });
}

function paragraphs(typed: string): string[][] {
  return typed
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((part) =>
      part
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .filter((lines) => lines.length > 0);
}

const oneLine = (text: PrincipleText, locale: "de" | "en"): string =>
  inLanguage(text, locale)
    .trim()
    .replace(/\s*\r?\n\s*/g, " ");
