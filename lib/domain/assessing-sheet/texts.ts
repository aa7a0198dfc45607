import type { Text } from "../method/types";

/** Why a row of the sheet is not taken over, and what helps. */
export const SHEET_TEXTS: Readonly<Record<string, Text>> = {
  "sheet.not-an-option": {
    de: "Das ist keine der möglichen Antworten: {allowedDe}.",
    en: "This is none of the possible answers: {allowedEn}.",
  },
  "sheet.ambiguous": {
    de: "Der Text passt zu mehreren Antworten. Bitte schreiben Sie ihn mit der Kennung davor: {allowedDe}.",
    en: "The text fits several answers. Please write it with the id in front: {allowedEn}.",
  },
  "sheet.note-required": {
    de: "„Nicht zutreffend“ braucht eine Begründung in der Spalte „Anmerkung“.",
    en: "“Not applicable” needs a reason in the column “Note”.",
  },
  "sheet.note-without-answer": {
    de: "Zu dieser Frage gibt es keine Antwort, zu der die Anmerkung gehören könnte. Bitte tragen Sie eine neue Antwort ein.",
    en: "There is no answer to this question that the note could belong to. Please enter a new answer.",
  },
  "sheet.note-with-clear": {
    de: "Eine Antwort aus Fakten trägt keine Anmerkung. Bitte leeren Sie die Anmerkung oder tragen Sie eine Antwort ein.",
    en: "An answer from facts carries no note. Please empty the note or enter an answer.",
  },
  "sheet.note-too-long": {
    de: "Die Anmerkung ist länger als {max} Zeichen.",
    en: "The note is longer than {max} characters.",
  },
  "sheet.note-characters": {
    de: "Die Anmerkung enthält Steuerzeichen.",
    en: "The note contains control characters.",
  },
  "sheet.current-edited": {
    de: "Die Spalte „Antwort heute“ wurde geändert. Bitte tragen Sie Ihre Antwort in „Neue Antwort“ ein.",
    en: "The column “Answer today” was changed. Please enter your answer in “New answer”.",
  },
  "sheet.service-unknown": {
    de: "Einen IT-Service mit dieser Kennung gibt es nicht.",
    en: "There is no service with this ID.",
  },
  "sheet.criterion-unknown": {
    de: "Dieses Kriterium gibt es im Verfahren nicht.",
    en: "The method has no such criterion.",
  },
  "sheet.other-method": {
    de: "Die Zeile gehört zu einem anderen Verfahren; eingelesen wird {method}.",
    en: "The row belongs to another method; this is an import for {method}.",
  },
  "sheet.other-department": {
    de: "Der IT-Service gehört zu einem Fachbereich, für den Sie nicht bewerten.",
    en: "The service belongs to a department that you do not assess for.",
  },
  "sheet.state-missing": {
    de: "Ohne den Stand beim Export lässt sich nicht erkennen, was sich seither geändert hat. Bitte exportieren Sie neu.",
    en: "Without the state at export there is no telling what has changed since. Please export again.",
  },
  "sheet.state-foreign": {
    de: "Der Stand beim Export gehört zu einer anderen Zeile. Vermutlich wurde eine Spalte ohne die anderen sortiert.",
    en: "The state at export belongs to another row. One column was probably sorted without the others.",
  },
  "sheet.contradiction": {
    de: "Zeile {other} gibt auf dieselbe Frage eine andere Antwort.",
    en: "Row {other} gives another answer to the same question.",
  },
};
