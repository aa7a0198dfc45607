import type { Text } from "../method/types";
import type { ChangeKind, ChangeReason } from "./change";
import type { GoalState } from "./goals";

/** Names of a goal's state, always shown beside its sign. */
const states: Readonly<Record<GoalState, Text>> = {
  achieved: { de: "erreicht", en: "achieved" },
  "on-track": { de: "im Plan", en: "on track" },
  behind: { de: "im Rückstand", en: "behind" },
  missed: { de: "verfehlt", en: "missed" },
  "no-data": { de: "keine Daten", en: "no data" },
};

/** Titles of goal charts: the finding as a sentence. */
const findings: Readonly<Record<GoalState | "late", Text>> = {
  achieved: {
    de: "{metric}: Ziel {target} erreicht, jetzt {value}",
    en: "{metric}: target {target} achieved, now {value}",
  },
  "on-track": {
    de: "{metric}: mit {value} im Plan, Abstand zum Ziel {missing}",
    en: "{metric}: on track at {value}, {missing} to go",
  },
  behind: {
    de: "{metric}: mit {value} im Rückstand, nach Plan wären es {expected}",
    en: "{metric}: behind at {value}, planned {expected} by now",
  },
  missed: {
    de: "{metric}: Ziel {target} zum {due} um {missing} verfehlt",
    en: "{metric}: target {target} of {due} missed by {missing}",
  },
  late: {
    de: "{metric}: Ziel {target} erst nach dem {due} erreicht",
    en: "{metric}: target {target} reached only after {due}",
  },
  "no-data": {
    de: "{metric}: keine Daten, Ziel {target} bis {due}",
    en: "{metric}: no data, target {target} by {due}",
  },
};

const kinds: Readonly<Record<ChangeKind, Text>> = {
  real: { de: "echte Änderung", en: "real change" },
  reassessed: { de: "neu bewertet", en: "re-assessed" },
  scope: { de: "Umfang", en: "scope" },
  method: { de: "Verfahren", en: "method" },
};

const reasons: Readonly<Record<ChangeReason, Text>> = {
  added: { de: "neu im Inventar", en: "new in the inventory" },
  removed: { de: "nicht mehr im Inventar", en: "no longer in the inventory" },
  retired: { de: "außer Betrieb genommen", en: "retired" },
  reactivated: { de: "wieder in Betrieb", en: "back in use" },
  entered: { de: "gehört jetzt zum Umfang", en: "now within scope" },
  left: { de: "gehört nicht mehr zum Umfang", en: "no longer within scope" },
  "method-version": { de: "andere Fassung des Verfahrens", en: "another version of the method" },
  requirement: { de: "Soll geändert", en: "required level changed" },
  facts: { de: "Tatsachen geändert", en: "facts changed" },
  weight: { de: "Kosten oder Nutzerzahl geändert", en: "cost or number of users changed" },
  decision: { de: "Lücke geplant, akzeptiert oder wieder offen", en: "gap planned, accepted or open again" },
  time: { de: "Frist näher gerückt oder verstrichen", en: "deadline approached or passed" },
  learned: { de: "vorher oder jetzt unbekannt", en: "unknown before or now" },
  answers: { de: "Antworten geändert", en: "answers changed" },
  other: { de: "neu eingestuft", en: "reclassified" },
};

const keyed = (prefix: string, texts: Readonly<Record<string, Text>>): [string, Text][] =>
  Object.entries(texts).map(([name, text]) => [`${prefix}.${name}`, text]);

/**
 * Texts of goals and changes by key, in both languages. `{name}` stands for a parameter, put in already formatted:
 * the metric's name, numbers in its unit (differences of shares in percentage points), days as people write them.
 */
export const strategyTexts: Readonly<Record<string, Text>> = Object.fromEntries([
  ...keyed("goal.state", states),
  ...keyed("goal.finding", findings),
  ...keyed("change.kind", kinds),
  ...keyed("change.reason", reasons),
]);
