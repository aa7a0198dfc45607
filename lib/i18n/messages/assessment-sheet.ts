import { defineMessages } from "../define";

/** Assessments as a table: export, upload, dry run, conflicts, result. */
export const assessmentSheetMessages = defineMessages({
  de: {
    title: "Bewertungen als Tabelle",
    link: "Als Tabelle bearbeiten",
    lead: "Exportieren Sie die Fragen eines Verfahrens, füllen Sie die Tabelle aus und laden Sie sie wieder hoch. Vor dem Speichern sehen Sie jede Änderung.",
    fileName: "bewertung",
    correctionName: "korrektur",

    exportFinding: "1. Tabelle herunterladen",
    exportBase:
      "{services, plural, =0 {Kein IT-Service in der Auswahl, den Sie bewerten.} one {Ein IT-Service, den Sie bewerten; je Frage eine Zeile.} other {# IT-Services, die Sie bewerten; je IT-Service und Frage eine Zeile.}}",
    exportBeyond:
      "{count, plural, one {Ein weiterer IT-Service der Auswahl gehört} other {# weitere IT-Services der Auswahl gehören}} zu anderen Fachbereichen und {count, plural, one {fehlt} other {fehlen}} in der Tabelle.",
    method: "Verfahren",
    methodRows: "{name} ({version}): {rows, number} Zeilen",
    methodTooMany: "{name} ({version}): {rows, number} Zeilen, zu viele",
    tooManyHint: "Eine Tabelle hat höchstens {max, number} Zeilen. Bitte grenzen Sie die Auswahl im Inventar ein.",
    tooMany:
      "Die Auswahl ergibt {count, number} Zeilen; eine Tabelle hat höchstens {max, number}. Bitte grenzen Sie die Auswahl im Inventar ein.",
    format: "Format",
    format_xlsx: "Excel und LibreOffice (.xlsx)",
    formatHint_xlsx: "Mit Auswahllisten für die Antworten",
    format_csv: "CSV (.csv)",
    formatHint_csv: "UTF-8, Semikolon",
    download: "Tabelle herunterladen",

    fillFinding: "2. Ausfüllen",
    fillAnswer:
      "In „Neue Antwort“ steht eine der möglichen Antworten, auf Deutsch, auf Englisch oder als Kennung. „Unbekannt“ ist eine gültige Antwort; „nicht zutreffend“ braucht eine Begründung in „Anmerkung“.",
    fillEmpty: "Eine leere Zelle lässt alles, wie es ist. „Den Fakten überlassen“ nimmt eine Antwort zurück.",
    fillColumns:
      "Sie dürfen Zeilen sortieren, filtern und löschen und eigene Spalten anfügen. Die letzten vier Spalten lassen Sie bitte unverändert: An ihnen erkennt Hoheit die Frage und was sich seit dem Export geändert hat.",

    uploadFinding: "3. Tabelle hochladen",
    uploadBase: "Hochladen speichert noch keine Antwort. Sie sehen zuerst Zelle für Zelle, was geschieht.",
    file: "Ausgefüllte Tabelle (XLSX, ODS oder CSV)",
    uploadDo: "Hochladen und prüfen",

    refusedFile: "{text}",
    columnsMissing:
      "Der Tabelle fehlen diese Spalten: {columns}. Bitte nutzen Sie eine aus Hoheit exportierte Tabelle.",
    columnsTwice: "Diese Spalten stehen mehrfach in der Tabelle: {columns}. Bitte löschen Sie die überzähligen.",
    noMethod: "Keine Zeile nennt ein Verfahren, nach dem hier bewertet wird. Bitte exportieren Sie die Tabelle neu.",
    planChanged:
      "Inzwischen hat jemand Antworten geändert. Es wurde nichts gespeichert; unten steht das Ergebnis mit dem heutigen Stand.",

    scopeFile: "Datei",
    scopeUploaded: "Hochgeladen",
    scopeKept: "Wird aufbewahrt bis",
    planTitle:
      "{changed, plural, =0 {Keine Antwort ändert sich} one {Eine Antwort ändert sich} other {# Antworten ändern sich}}{conflicts, plural, =0 {} one {, eine steht im Konflikt} other {, # stehen im Konflikt}}",
    sum: "{rows, plural, one {Eine Zeile} other {# Zeilen}} = {changed, number} geändert + {unchanged, number} unverändert + {conflicts, number} im Konflikt + {rejected, number} abgelehnt",
    nothing: "Es gibt nichts zu speichern.",
    stateSubmitted:
      "{count, plural, one {Eine vorgelegte Bewertung wird} other {# vorgelegte Bewertungen werden}} wieder zum Entwurf.",
    stateApproved:
      "{count, plural, one {Eine freigegebene Bewertung bleibt} other {# freigegebene Bewertungen bleiben}} erhalten und {count, plural, one {wird} other {werden}} durch einen neuen Entwurf abgelöst.",
    commit:
      "{changed, plural, =0 {Konflikte wie gewählt entscheiden} one {Eine Antwort speichern} other {# Antworten speichern}}",
    commitText:
      "Alles oder nichts: Die Antworten werden als Entwurf gespeichert. Zum Vorlegen öffnen Sie die Bewertung des IT-Service.",

    conflictsFinding:
      "{count, plural, one {Eine Antwort hat jemand seit dem Export geändert} other {# Antworten hat jemand seit dem Export geändert}}",
    conflictsBase: "Ohne Ihre Wahl bleibt, was gespeichert ist.",
    conflictLegend: "{service}: {question}",
    conflictThen: "Beim Export: {answer}",
    theirs: "Gespeichert lassen: {answer}",
    mine: "Tabelle übernehmen: {answer}",
    rest: "Für {count, plural, one {den weiteren Konflikt} other {die # weiteren Konflikte}}",
    restTheirs: "Gespeichertes lassen",
    restMine: "Antworten der Tabelle übernehmen",
    toFacts: "keine, es gelten die Fakten",
    withNote: "{answer} („{note}“)",

    changedFinding: "{count, plural, one {Eine Antwort ändert sich} other {# Antworten ändern sich}}",
    changedTable: "Änderungen {from, number} bis {to, number} von {total, number}",
    colService: "IT-Service",
    colQuestion: "Frage",
    colNow: "Gespeichert",
    colNew: "Neu",
    colSheet: "Blatt",
    colRow: "Zeile",
    colColumn: "Spalte",
    colValue: "Wert",
    colReason: "Grund",
    rejectedFinding: "{count, plural, one {Eine Zeile wird abgelehnt} other {# Zeilen werden abgelehnt}}",
    rejectedBase: "Die übrigen Zeilen sind davon nicht betroffen.",
    rejectedTable: "Abgelehnte Zeilen, {shown, number} von {total, number}",
    wholeRow: "ganze Zeile",
    correction: "Korrekturdatei herunterladen",
    correctionNote: "Die abgelehnten Zeilen mit dem Grund daneben, bereit zum Berichtigen und erneuten Hochladen.",

    doneTitle:
      "{changed, plural, =0 {Keine Antwort gespeichert} one {Eine Antwort gespeichert} other {# Antworten gespeichert}}{services, plural, =0 {} one {, bei einem IT-Service} other {, bei # IT-Services}}",
    doneSum:
      "{rows, plural, one {Eine Zeile} other {# Zeilen}} = {changed, number} geändert + {unchanged, number} unverändert + {mine, number} Konflikte für die Tabelle + {kept, number} Konflikte für Gespeichertes + {rejected, number} abgelehnt",
    doneNext: "Zum Inventar",
    another: "Weitere Tabelle",
  },
  en: {
    title: "Assessments as a table",
    link: "Edit as a table",
    lead: "Export the questions of a method, fill in the table and upload it again. You see every change before it is saved.",
    fileName: "assessment",
    correctionName: "corrections",

    exportFinding: "1. Download the table",
    exportBase:
      "{services, plural, =0 {No service in the selection that you assess.} one {One service that you assess; one row a question.} other {# services that you assess; one row for each service and question.}}",
    exportBeyond:
      "{count, plural, one {One more service of the selection belongs} other {# more services of the selection belong}} to other departments and {count, plural, one {is} other {are}} not in the table.",
    method: "Method",
    methodRows: "{name} ({version}): {rows, number} rows",
    methodTooMany: "{name} ({version}): {rows, number} rows, too many",
    tooManyHint: "A table has at most {max, number} rows. Please narrow the selection in the inventory.",
    tooMany:
      "The selection gives {count, number} rows; a table has at most {max, number}. Please narrow the selection in the inventory.",
    format: "Format",
    format_xlsx: "Excel and LibreOffice (.xlsx)",
    formatHint_xlsx: "With lists to choose the answers from",
    format_csv: "CSV (.csv)",
    formatHint_csv: "UTF-8, semicolon",
    download: "Download table",

    fillFinding: "2. Fill in",
    fillAnswer:
      "“New answer” takes one of the possible answers, in German, in English or as an id. “Unknown” is a valid answer; “not applicable” needs a reason in “Note”.",
    fillEmpty: "An empty cell leaves everything as it is. “Leave to the facts” takes an answer back.",
    fillColumns:
      "You may sort, filter and delete rows and add columns of your own. Please leave the last four columns as they are: from them Hoheit knows the question and what has changed since the export.",

    uploadFinding: "3. Upload the table",
    uploadBase: "Uploading saves no answer yet. You first see cell by cell what will happen.",
    file: "Filled-in table (XLSX, ODS or CSV)",
    uploadDo: "Upload and check",

    refusedFile: "{text}",
    columnsMissing: "The table lacks these columns: {columns}. Please use a table exported from Hoheit.",
    columnsTwice: "These columns are in the table more than once: {columns}. Please delete the surplus ones.",
    noMethod: "No row names a method that is used for assessing here. Please export the table again.",
    planChanged:
      "Somebody has changed answers in the meantime. Nothing was saved; the result as of now is shown below.",

    scopeFile: "File",
    scopeUploaded: "Uploaded",
    scopeKept: "Kept until",
    planTitle:
      "{changed, plural, =0 {No answer changes} one {One answer changes} other {# answers change}}{conflicts, plural, =0 {} one {, one is in conflict} other {, # are in conflict}}",
    sum: "{rows, plural, one {One row} other {# rows}} = {changed, number} changed + {unchanged, number} unchanged + {conflicts, number} in conflict + {rejected, number} rejected",
    nothing: "There is nothing to save.",
    stateSubmitted:
      "{count, plural, one {One submitted assessment becomes} other {# submitted assessments become}} a draft again.",
    stateApproved:
      "{count, plural, one {One approved assessment is} other {# approved assessments are}} kept and superseded by a new draft.",
    commit: "{changed, plural, =0 {Decide conflicts as chosen} one {Save one answer} other {Save # answers}}",
    commitText: "All or nothing: the answers are saved as a draft. To submit, open the assessment of the service.",

    conflictsFinding:
      "{count, plural, one {Somebody has changed one answer since the export} other {Somebody has changed # answers since the export}}",
    conflictsBase: "Without your choice, what is stored stays.",
    conflictLegend: "{service}: {question}",
    conflictThen: "At export: {answer}",
    theirs: "Leave as stored: {answer}",
    mine: "Take from the table: {answer}",
    rest: "For the {count, plural, one {further conflict} other {# further conflicts}}",
    restTheirs: "Leave as stored",
    restMine: "Take the table's answers",
    toFacts: "none, the facts apply",
    withNote: "{answer} (“{note}”)",

    changedFinding: "{count, plural, one {One answer changes} other {# answers change}}",
    changedTable: "Changes {from, number} to {to, number} of {total, number}",
    colService: "Service",
    colQuestion: "Question",
    colNow: "Stored",
    colNew: "New",
    colSheet: "Sheet",
    colRow: "Row",
    colColumn: "Column",
    colValue: "Value",
    colReason: "Reason",
    rejectedFinding: "{count, plural, one {One row is rejected} other {# rows are rejected}}",
    rejectedBase: "The other rows are not affected.",
    rejectedTable: "Rejected rows, {shown, number} of {total, number}",
    wholeRow: "whole row",
    correction: "Download correction file",
    correctionNote: "The rejected rows with the reason beside them, ready to be corrected and uploaded again.",

    doneTitle:
      "{changed, plural, =0 {No answer saved} one {One answer saved} other {# answers saved}}{services, plural, =0 {} one {, for one service} other {, for # services}}",
    doneSum:
      "{rows, plural, one {One row} other {# rows}} = {changed, number} changed + {unchanged, number} unchanged + {mine, number} conflicts for the table + {kept, number} conflicts for what was stored + {rejected, number} rejected",
    doneNext: "To the inventory",
    another: "Another table",
  },
});
