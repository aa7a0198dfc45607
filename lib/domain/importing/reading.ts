import type { Reason } from "../facts";
import { fold } from "../naming/normalise";

/** What a cell says: a value, nothing (null = missing), or something that is not understood and never guessed. */
export type Reading<T> =
  { readonly ok: true; readonly value: T | null } | { readonly ok: false; readonly reason: Reason };

export const MISSING: Reading<never> = { ok: true, value: null };

export function understood<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** `key` without its prefix `import.value.`; texts in `texts.ts`. */
export function notUnderstood(key: string, params?: Reason["params"]): Reading<never> {
  return {
    ok: false,
    reason: params === undefined ? { key: `import.value.${key}` } : { key: `import.value.${key}`, params },
  };
}

/** Comparable form of a word or phrase: small, without accents and punctuation. */
export function wordKey(text: string): string {
  return fold(text).join(" ");
}

const MISSING_WORDS = new Set(
  [
    "unbekannt, nicht bekannt, unklar, keine Angabe, keine Angaben, ohne Angabe, k A, o A, n n, noch offen, noch unklar, offen",
    "unknown, not known, n a, not available, not applicable, tbd, to be defined, no data, null",
    "ei tiedossa, ei tietoa, tuntematon, onbekend, niet bekend, n v t, inconnu, non renseigné, non connu, n d",
  ].flatMap((line) => line.split(", ").map(wordKey)),
);

/** No word for "unknown" is longer; saves folding every text. */
const LONGEST_MISSING = 20;

/** True when the cell says nothing: empty, dashes or question marks only, or a word for "unknown". */
export function isMissing(cell: string): boolean {
  const text = cell.trim();
  if (/^[-–—−.?*/_\s]*$/.test(text)) return true;
  return text.length <= LONGEST_MISSING && MISSING_WORDS.has(wordKey(text));
}

/** Phrase → value, by `wordKey`; phrases separated by commas. */
export function wordTable<T>(lists: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  const table = new Map<string, T>();
  for (const [value, phrases] of lists) for (const phrase of phrases.split(", ")) table.set(wordKey(phrase), value);
  return table;
}
