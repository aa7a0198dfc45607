import type { Text } from "../method/types";

/**
 * Columns of the sheet in the order of the file: what a person reads, what a person fills in, and what the import needs to
 * find the cell again. The last four are not to be changed.
 */
export const SHEET_COLUMNS = [
  "service",
  "department",
  "question",
  "current",
  "origin",
  "reason",
  "allowed",
  "answer",
  "note",
  "criterion",
  "serviceId",
  "method",
  "state",
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** Columns a person fills in. */
export const FILLED_COLUMNS: readonly SheetColumn[] = ["answer", "note"];
/** Without these a cell cannot be found again. */
export const NEEDED_COLUMNS: readonly SheetColumn[] = ["answer", "criterion", "serviceId", "method", "state"];

export const COLUMN_NAMES: Readonly<Record<SheetColumn, Text>> = {
  service: { de: "IT-Service", en: "Service" },
  department: { de: "Fachbereich", en: "Department" },
  question: { de: "Frage", en: "Question" },
  current: { de: "Antwort heute", en: "Answer today" },
  origin: { de: "Herkunft", en: "Origin" },
  reason: { de: "Begründung", en: "Reason" },
  allowed: { de: "Mögliche Antworten", en: "Possible answers" },
  answer: { de: "Neue Antwort", en: "New answer" },
  note: { de: "Anmerkung", en: "Note" },
  criterion: { de: "Kriterium", en: "Criterion" },
  serviceId: { de: "Kennung des IT-Service", en: "Service ID" },
  method: { de: "Verfahren", en: "Method" },
  state: { de: "Stand beim Export", en: "State at export" },
};

/** Where each column of the sheet stands in a file; null = it is not there. */
export type ColumnPlaces = Readonly<Record<SheetColumn, number | null>>;

export type ReadHeader =
  | { readonly ok: true; readonly places: ColumnPlaces }
  | { readonly ok: false; readonly missing: readonly SheetColumn[]; readonly twice: readonly SheetColumn[] };

const plain = (name: string): string => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/**
 * Finds the columns by their German or English names, in any order; further columns are nobody's business. Refused when a
 * needed column is missing or a column is there twice, also once in each language.
 */
export function readHeader(header: readonly string[]): ReadHeader {
  const byName = new Map(
    SHEET_COLUMNS.flatMap((column) =>
      Object.values(COLUMN_NAMES[column]).map((name: string) => [plain(name), column] as const),
    ),
  );
  const places = Object.fromEntries(SHEET_COLUMNS.map((column) => [column, null])) as Record<
    SheetColumn,
    number | null
  >;
  const twice = new Set<SheetColumn>();
  header.forEach((name, index) => {
    // The reader of files calls a second column of the same name "name (2)".
    const column = byName.get(plain(name.replace(/ \(\d+\)$/, "")));
    if (column === undefined) return;
    if (places[column] === null) places[column] = index;
    else twice.add(column);
  });
  const missing = NEEDED_COLUMNS.filter((column) => places[column] === null);
  return missing.length > 0 || twice.size > 0 ? { ok: false, missing, twice: [...twice] } : { ok: true, places };
}
