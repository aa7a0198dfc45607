import { acceptedValues, NOT_APPLICABLE, UNKNOWN } from "../method/answers";
import type { Criterion, Option, Text } from "../method/types";

type Language = keyof Text;

/** Words a cell may hold beside the options. */
export const UNKNOWN_WORDS: Text = { de: "unbekannt", en: "unknown" };
export const NOT_APPLICABLE_WORDS: Text = { de: "nicht zutreffend", en: "not applicable" };
/** Takes a person's answer back, so that the facts speak again. An empty cell never does. */
export const CLEAR_WORDS: Text = { de: "den Fakten überlassen", en: "leave to the facts" };

const SHORT_NOT_APPLICABLE = ["n. z.", "n.z.", "n/a"];

/** What a cell for a new answer says. */
export type ReadAnswer =
  | { readonly says: "nothing" }
  | { readonly says: "clear" }
  | { readonly says: "value"; readonly value: string }
  | { readonly says: "problem"; readonly problem: "ambiguous" | "not-an-option" };

/** Case, ß and ss, blanks, kinds of dash and of quotation mark, and a full stop at the end make no difference. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;]+$/, "")
    .trim()
    .toLowerCase()
    .replaceAll("ß", "ss");
}

/** Does the text alone say which option is meant? Steps have their number in front, and so do options that look alike. */
function needsId(criterion: Criterion, option: Option, language: Language): boolean {
  if (/^\d/.test(option.id)) return option.id !== option.text[language];
  const own = plain(option.text[language]);
  return criterion.options.some((other) => other.id !== option.id && plain(other.text[language]) === own);
}

/** An answer as the sheet writes it; reading it back gives the same value (tested for every method). */
export function answerLabel(criterion: Criterion, value: string, language: Language): string {
  const option = criterion.options.find(({ id }) => id === value);
  if (option !== undefined)
    return needsId(criterion, option, language) ? `${option.id} = ${option.text[language]}` : option.text[language];
  if (value === UNKNOWN) return UNKNOWN_WORDS[language];
  return value === NOT_APPLICABLE ? NOT_APPLICABLE_WORDS[language] : value;
}

/** Everything the cell of a criterion takes, in the method's order; the word for clearing last. */
export function allowedLabels(criterion: Criterion, language: Language): readonly string[] {
  const values = [...new Set(acceptedValues(criterion))];
  return [...values.map((value) => answerLabel(criterion, value, language)), CLEAR_WORDS[language]];
}

/**
 * Reads the cell of a new answer: an option's id, its German or English text, or both as the sheet writes them; words for
 * unknown, not applicable and clearing. A text that fits several options is refused rather than guessed.
 */
export function readAnswer(criterion: Criterion, cell: string): ReadAnswer {
  const text = cell.trim();
  if (text === "") return { says: "nothing" };
  if (acceptedValues(criterion).includes(text)) return { says: "value", value: text };
  const wanted = plain(text);
  const fits = new Set<string>();
  const offer = (value: string, words: readonly string[]) => {
    if (words.some((word) => plain(word) === wanted)) fits.add(value);
  };
  for (const { id, text: option } of criterion.options)
    offer(id, [id, option.de, option.en, `${id} = ${option.de}`, `${id} = ${option.en}`]);
  offer(UNKNOWN, [UNKNOWN, UNKNOWN_WORDS.de, UNKNOWN_WORDS.en]);
  offer(NOT_APPLICABLE, [NOT_APPLICABLE, NOT_APPLICABLE_WORDS.de, NOT_APPLICABLE_WORDS.en, ...SHORT_NOT_APPLICABLE]);
  const [value, another] = [...fits];
  if (value !== undefined && another !== undefined) return { says: "problem", problem: "ambiguous" };
  if (value !== undefined) return { says: "value", value };
  const clear = [CLEAR_WORDS.de, CLEAR_WORDS.en].some((word) => plain(word) === wanted);
  return clear ? { says: "clear" } : { says: "problem", problem: "not-an-option" };
}
