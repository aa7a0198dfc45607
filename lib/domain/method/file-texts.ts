import type { Text } from "./types";

/** A sentence for everything that can be wrong with the form of a method file. */
export const FILE_TEXTS: Readonly<Record<string, Text>> = {
  noJson: { de: "Die Datei ist kein gültiges JSON.", en: "not valid JSON" },
  tooLarge: { de: "Die Datei ist größer als {max} MB.", en: "the file is larger than {max} MB" },
  tooDeep: { de: "Die Datei ist zu tief verschachtelt.", en: "nested too deeply" },
  missing: { de: "Diese Angabe fehlt.", en: "missing" },
  type: { de: "Erwartet wird: {expected}.", en: "expected {expected}" },
  text: {
    de: 'Erwartet wird ein Text oder ein Paar { "de", "en" }.',
    en: 'expected a text, or one per language as { "de", "en" }',
  },
  kind: { de: "Diese Art von Regel gibt es nicht.", en: "no such kind of rule" },
  twice: { de: "Dieser Name steht zweimal im selben Objekt.", en: "this name stands twice in the same object" },
  unknownField: { de: "Dieses Feld gibt es nicht.", en: "no such field" },
  tooSmall: { de: "Zu klein oder zu wenige: mindestens {min}.", en: "too small or too few: at least {min}" },
  tooBig: { de: "Zu groß oder zu viele: höchstens {max}.", en: "too large or too many: at most {max}" },
  value: { de: "Möglich ist: {values}.", en: "possible: {values}" },
  url: {
    de: "Erwartet wird eine Adresse mit https:// oder http://.",
    en: "expected an address with https:// or http://",
  },
  date: {
    de: "Erwartet wird ein Tag, Monat oder Jahr, z. B. 2026-07.",
    en: "expected a day, month or year, e.g. 2026-07",
  },
  id: {
    de: "Nur Buchstaben, Ziffern, Punkte, Plus und Bindestriche, höchstens 60.",
    en: "letters, digits, dots, plus and hyphens only, at most 60",
  },
  reservedName: { de: "Dieser Name ist vergeben.", en: "reserved name" },
  invalid: { de: "Diese Angabe ist nicht gültig.", en: "not valid" },
  noDerivation: {
    de: "Zu dieser Frage eines mitgelieferten Verfahrens gibt es keine Ableitung.",
    en: "no facts answer this criterion of a shipped method",
  },
  otherOptions: {
    de: "Die Antworten müssen dieselben sein wie bei der genannten Frage, in derselben Reihenfolge.",
    en: "the options must be those of the criterion named, in the same order",
  },
  shipped: {
    de: "{id} ist die Id eines mitgelieferten Verfahrens; bitte eine andere wählen.",
    en: "{id} comes with Hoheit; choose another id",
  },
};
