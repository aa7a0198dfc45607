import type { Params, ProblemCode, RefusalCode, RepairKind } from "./types";

/** What is wrong, where, and how to put it right; `{name}` is replaced by the parameter of that name. */
export interface BothLanguages {
  readonly de: string;
  readonly en: string;
}

export const REFUSAL_TEXTS: Readonly<Record<RefusalCode, BothLanguages>> = {
  "too-big": {
    de: "„{file}“ ist {megabytes} MB groß, möglich sind {limit} MB. Bitte teilen Sie die Datei oder entfernen Sie Spalten, die nicht gebraucht werden.",
    en: "“{file}” has {megabytes} MB, the limit is {limit} MB. Please split the file or remove columns that are not needed.",
  },
  empty: {
    de: "„{file}“ enthält keinen Text. Bitte prüfen Sie, ob die richtige Datei gewählt und vor dem Speichern gefüllt wurde.",
    en: "“{file}” contains no text. Please check that you chose the right file and that it was filled before saving.",
  },
  pdf: {
    de: "„{file}“ ist ein PDF. Bitte speichern Sie die Tabelle dort, wo sie herkommt, als CSV, XLSX oder ODS.",
    en: "“{file}” is a PDF. Please save the table as CSV, XLSX or ODS in the program it comes from.",
  },
  image: {
    de: "„{file}“ ist ein Bild. Gelesen werden CSV, XLSX und ODS.",
    en: "“{file}” is a picture. CSV, XLSX and ODS can be read.",
  },
  ole: {
    de: "„{file}“ hat ein altes Office-Format (etwa .xls). Bitte öffnen Sie die Datei und speichern Sie sie als XLSX, ODS oder CSV.",
    en: "“{file}” has an old Office format (such as .xls). Please open it and save it as XLSX, ODS or CSV.",
  },
  gzip: {
    de: "„{file}“ ist gepackt (gzip). Bitte entpacken Sie die Datei zuerst.",
    en: "“{file}” is packed (gzip). Please unpack it first.",
  },
  "zip-other": {
    de: "„{file}“ ist ein ZIP-Archiv, aber keine Tabelle im Format XLSX oder ODS. Bitte entpacken Sie das Archiv oder speichern Sie die Tabelle als XLSX, ODS oder CSV.",
    en: "“{file}” is a ZIP archive but not an XLSX or ODS table. Please unpack it, or save the table as XLSX, ODS or CSV.",
  },
  html: {
    de: "„{file}“ ist eine Webseite oder XML-Datei, auch wenn der Name anderes sagt. Bitte öffnen Sie die Datei im Tabellenprogramm und speichern Sie sie als XLSX, ODS oder CSV.",
    en: "“{file}” is a web page or XML file, whatever its name says. Please open it in a spreadsheet program and save it as XLSX, ODS or CSV.",
  },
  "nul-bytes": {
    de: "„{file}“ enthält in Zeile {line} NUL-Zeichen und ist deshalb keine Textdatei oder beschädigt. Bitte exportieren Sie die Tabelle neu als CSV in UTF-8.",
    en: "“{file}” contains NUL characters in line {line}, so it is no text file or is damaged. Please export the table again as CSV in UTF-8.",
  },
  binary: {
    de: "„{file}“ ist keine Textdatei. Gelesen werden CSV, XLSX und ODS.",
    en: "“{file}” is not a text file. CSV, XLSX and ODS can be read.",
  },
  "zip-bomb": {
    de: "„{file}“ ist entpackt zu groß oder enthält zu viele Teile (Grenze: 100 MB, 2.000 Teile) und wurde nicht weiter gelesen. Bitte speichern Sie nur das benötigte Tabellenblatt in eine neue Datei.",
    en: "“{file}” is too large when unpacked or has too many parts (limit: 100 MB, 2,000 parts); reading was stopped. Please save only the sheet you need into a new file.",
  },
  "zip-broken": {
    de: "„{file}“ ist beschädigt: Das Archiv darin lässt sich nicht entpacken. Bitte speichern oder übertragen Sie die Datei noch einmal.",
    en: "“{file}” is damaged: the archive inside cannot be unpacked. Please save or transfer the file again.",
  },
  encrypted: {
    de: "„{file}“ ist mit einem Kennwort geschützt. Bitte speichern Sie eine Fassung ohne Kennwort.",
    en: "“{file}” is protected by a password. Please save a copy without it.",
  },
  "sheet-broken": {
    de: "Das Tabellenblatt in „{file}“ ist nicht lesbar ({detail}). Bitte öffnen Sie die Datei im Tabellenprogramm und speichern Sie sie neu, oder speichern Sie sie als CSV.",
    en: "The sheet in “{file}” cannot be read ({detail}). Please open the file in a spreadsheet program and save it again, or save it as CSV.",
  },
  "no-rows": {
    de: "„{file}“ hat eine Kopfzeile (Zeile {line}), aber keine Zeile darunter.",
    en: "“{file}” has a header (line {line}) but no row below it.",
  },
  "too-many-rows": {
    de: "„{file}“ hat mehr als {limit} Zeilen. Bitte teilen Sie die Datei.",
    en: "“{file}” has more than {limit} rows. Please split the file.",
  },
  "too-many-columns": {
    de: "„{file}“ hat mehr als {limit} Spalten ({found}). Bitte entfernen Sie Spalten, die nicht gebraucht werden; oft stehen weit rechts vergessene Inhalte.",
    en: "“{file}” has more than {limit} columns ({found}). Please remove columns that are not needed; often there is forgotten content far to the right.",
  },
  "too-many-cells": {
    de: "„{file}“ hat mehr als {limit} Zellen. Bitte teilen Sie die Datei oder entfernen Sie Spalten.",
    en: "“{file}” has more than {limit} cells. Please split the file or remove columns.",
  },
  "quotes-broken": {
    de: "In „{file}“ sind ab Zeile {line} so viele Anführungszeichen nicht geschlossen, dass die Zeilen nicht zu trennen sind. Bitte exportieren Sie die Tabelle neu oder speichern Sie sie als XLSX.",
    en: "In “{file}”, from line {line} on, so many quotation marks are not closed that rows cannot be told apart. Please export the table again or save it as XLSX.",
  },
};

export const REPAIR_TEXTS: Readonly<Record<RepairKind, BothLanguages>> = {
  "html-entity": {
    de: "HTML-Zeichen in Zeichen umgewandelt: „{before}“ → „{after}“.",
    en: "HTML entity turned into a character: “{before}” → “{after}”.",
  },
  nbsp: { de: "Geschützte Leerzeichen durch Leerzeichen ersetzt.", en: "No-break spaces replaced by spaces." },
  trimmed: { de: "Leerzeichen am Anfang oder Ende entfernt.", en: "Blanks at the beginning or end removed." },
  "formula-escape": {
    de: "Schutzzeichen (Apostroph) vor „{after}“ entfernt.",
    en: "Protecting apostrophe before “{after}” removed.",
  },
  rejoined: {
    de: "Das Semikolon eines HTML-Zeichens hatte die Zelle geteilt; sie ist wieder zusammengefügt: „{after}“.",
    en: "The semicolon of an HTML entity had split the cell; it is joined again: “{after}”.",
  },
  "stray-delimiters": {
    de: "Leere Zellen am Zeilenende entfernt ({before} statt {after} Zellen).",
    en: "Empty cells at the end of the row removed ({before} instead of {after} cells).",
  },
  "short-row": {
    de: "Die Zeile hat nur {before} von {after} Zellen; die fehlenden am Ende gelten als leer.",
    en: "The row has only {before} of {after} cells; the missing ones at its end count as empty.",
  },
  preamble: {
    de: "Zeile über der Kopfzeile nicht übernommen: „{before}“.",
    en: "Line above the header not taken over: “{before}”.",
  },
  "empty-column": {
    de: "Leere Spalten ohne Überschrift am rechten Rand weggelassen ({before} statt {after} Spalten).",
    en: "Empty columns without a heading at the right edge left out ({before} instead of {after} columns).",
  },
};

export const PROBLEM_TEXTS: Readonly<Record<ProblemCode, BothLanguages>> = {
  "too-many-cells": {
    de: "Die Zeile hat {found} Zellen, die Kopfzeile {expected}. Vermutlich steht ein Trennzeichen im Text: Bitte setzen Sie diese Zelle in Anführungszeichen.",
    en: "The row has {found} cells, the header {expected}. Probably a text contains the delimiter: please put that cell in quotation marks.",
  },
  "entity-splits-row": {
    de: "Ein HTML-Zeichen (etwa &nbsp;) enthält ein Semikolon; welche Zellen zusammengehören, ist nicht eindeutig. Bitte setzen Sie die Zelle in Anführungszeichen oder entfernen Sie das HTML-Zeichen.",
    en: "An HTML entity (such as &nbsp;) contains a semicolon; which cells belong together is not clear. Please put the cell in quotation marks or remove the entity.",
  },
  "cell-too-long": {
    de: "Die Zelle hat {found} Zeichen, möglich sind {limit}. Der Inhalt wurde nicht übernommen; bitte kürzen Sie ihn.",
    en: "The cell has {found} characters, the limit is {limit}. Its content was not taken over; please shorten it.",
  },
  "quote-never-closed": {
    de: "Das Anführungszeichen am Anfang der Zelle wird nicht geschlossen. Es gilt als Teil des Textes; bitte prüfen Sie die Zelle und die Zeilen danach.",
    en: "The quotation mark at the beginning of the cell is never closed. It is read as part of the text; please check the cell and the lines after it.",
  },
  "lines-in-cell": {
    de: "Die Zelle enthält {lines} Zeilen, die wie eigene Datensätze aussehen. Bitte prüfen Sie, ob davor ein Anführungszeichen zu viel steht.",
    en: "The cell contains {lines} lines that look like rows of their own. Please check for a quotation mark too many before them.",
  },
  "duplicate-header": {
    de: "Die Überschrift „{name}“ steht in Spalte {first} und in Spalte {second}; die zweite heißt hier „{used}“.",
    en: "The heading “{name}” stands in column {first} and in column {second}; the second is called “{used}” here.",
  },
  "header-empty": {
    de: "Spalte {column} hat Inhalte, aber keine Überschrift.",
    en: "Column {column} has content but no heading.",
  },
  "encoding-doubtful": {
    de: "Die Datei ist weder UTF-8 noch eindeutig Windows-1252; Umlaute können falsch sein. Bitte speichern Sie sie als „CSV UTF-8“.",
    en: "The file is neither UTF-8 nor clearly Windows-1252; special characters may be wrong. Please save it as “CSV UTF-8”.",
  },
  "formula-without-value": {
    de: "Die Zelle enthält eine Formel ohne berechneten Wert. Bitte öffnen Sie die Datei im Tabellenprogramm und speichern Sie sie neu.",
    en: "The cell holds a formula without a calculated value. Please open the file in a spreadsheet program and save it again.",
  },
  "formula-error": {
    de: "Die Formel in der Zelle ergibt einen Fehler ({value}). Bitte tragen Sie den Wert ein.",
    en: "The formula in the cell gives an error ({value}). Please enter the value.",
  },
};

/** Fills `{name}` places of a text; a place without a parameter stays visible. */
export function fileText(text: BothLanguages, language: "de" | "en", params: Params): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
