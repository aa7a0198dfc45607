import type { Text } from "./types";

/** A sentence for everything that can be wrong with the data of a method. */
export const CHECK_TEXTS: Readonly<Record<string, Text>> = {
  pair: { de: "Das Paar nennt ein Ergebnis, das es nicht gibt.", en: "the pair names a missing output" },
  ref: { de: "Die Kennung {ref} ist nicht Id@Fassung.", en: "ref {ref} is not id@version" },
  criterionTwice: { de: "Die Frage {id} kommt zweimal vor.", en: "criterion {id} twice" },
  outputTwice: { de: "Das Ergebnis {id} kommt zweimal vor.", en: "output {id} twice" },
  noOutput: { de: "Es gibt kein Ergebnis.", en: "no output" },
  noOptions: { de: "Die Frage {id} hat keine Antworten.", en: "criterion {id} has no options" },
  optionTwice: { de: "Die Antwort {option} kommt zweimal vor.", en: "option {option} twice" },
  reserved: { de: "{option} ist vergeben: Jede Frage nimmt es von selbst an.", en: "{option} is reserved" },
  noOutputOf: { de: "Die Frage {id} zählt für kein Ergebnis.", en: "criterion {id} counts for no output" },
  missingCriterion: {
    de: "Die Regel nennt die Frage {id}, die es nicht gibt.",
    en: "rule names missing criterion {id}",
  },
  missingOption: {
    de: "Die Regel nennt die Antwort {id}={option}, die es nicht gibt.",
    en: "rule names missing option {id}={option}",
  },
  unusedCriterion: { de: "Die Regel verwendet die Frage {id} nie.", en: "rule never uses criterion {id}" },
  emptyScale: { de: "Die Skala ist leer.", en: "scale is empty" },
  noFirstLevel: { de: "Am Anfang der Skala gibt es keine Stufe.", en: "no level at the start of the scale" },
  levelTwice: { de: "Die Stufe {level} kommt zweimal vor.", en: "level {level} twice" },
  noValue: { de: "Für {id}={option} fehlt der Wert.", en: "no value for {id}={option}" },
  weightSum: {
    de: "Die Gewichte ergeben zusammen {sum}, nicht {total}.",
    en: "weights add up to {sum}, not {total}",
  },
  weightPositive: { de: "Das Gewicht von {id} ist nicht größer als 0.", en: "weight of {id} is not positive" },
  valueReach: { de: "Die Werte von {id} reichen nicht von 0 bis 1.", en: "values of {id} do not reach from 0 to 1" },
  weightedAndDeducted: { de: "{id} hat ein Gewicht und einen Abzug.", en: "{id} is weighted and deducted" },
  negativeDeduction: { de: "Ein Abzug von {id} ist negativ.", en: "a deduction of {id} is negative" },
  groupTwice: { de: "Die Gruppe {id} kommt zweimal vor.", en: "group {id} twice" },
  inTwoGroups: { de: "{id} steht in zwei Gruppen.", en: "{id} is in two groups" },
  groupWeightPositive: {
    de: "Das Gewicht der Gruppe {id} ist nicht größer als 0.",
    en: "weight of group {id} is not positive",
  },
  groupDivisorPositive: {
    de: "Der Teiler der Gruppe {id} ist nicht größer als 0.",
    en: "divisor of group {id} is not positive",
  },
  groupWeightSum: {
    de: "Die Gewichte der Gruppen ergeben zusammen {sum}, nicht 1.",
    en: "weights of the groups add up to {sum}, not 1",
  },
  moreThanBetter: {
    de: "{id}={option} ergibt mehr als eine bessere Antwort.",
    en: "{id}={option} gives more than a better answer",
  },
  readingTwice: { de: "Die Lesart {parameter}={id} kommt zweimal vor.", en: "reading {parameter}={id} twice" },
  noDefault: { de: "Der Parameter {parameter} hat keine Voreinstellung.", en: "parameter {parameter} has no default" },
  noOutputId: { de: "Ein Ergebnis {id} gibt es nicht.", en: "no output {id}" },
  defaultWithoutReadings: {
    de: "Voreinstellung für {parameter}, zu dem es keine Lesarten gibt.",
    en: "default of {parameter}, which has no readings",
  },
  noExample: { de: "Es gibt kein durchgerechnetes Beispiel.", en: "no worked example" },
  exampleCriterion: {
    de: "Die Frage {id} gibt es nicht (Antwort: {value}).",
    en: "unknown-criterion {id}={value}",
  },
  exampleOption: { de: "Die Antwort {id}={value} gibt es nicht.", en: "unknown-option {id}={value}" },
  noReading: { de: "Die Lesart {parameter}={value} gibt es nicht.", en: "no reading {parameter}={value}" },
  exampleDiffers: {
    de: "{id} ergibt {got}, angegeben ist {expected}.",
    en: "{id} is {got}, expected {expected}",
  },
};
