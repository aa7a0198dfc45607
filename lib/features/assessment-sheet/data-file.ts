import {
  allowedLabels,
  COLUMN_NAMES,
  FILLED_COLUMNS,
  SHEET_COLUMNS,
  type RejectedRow,
  type SheetCells,
  type SheetColumn,
} from "@/lib/domain/assessing-sheet";
import type { Method, Text } from "@/lib/domain/method/types";
import { csvDocument, xlsxDocument, type XlsxChoices } from "@/lib/files";
import { rejectionText } from "./data";
import type { Upload } from "./data-upload";
import type { SheetFormat } from "./schema";

const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  service: 28,
  department: 20,
  question: 44,
  current: 18,
  origin: 11,
  reason: 44,
  allowed: 32,
  answer: 22,
  note: 36,
  criterion: 12,
  serviceId: 20,
  method: 20,
  state: 20,
};
const WRAPPED: ReadonlySet<SheetColumn> = new Set<SheetColumn>(["service", "question", "current", "reason", "allowed"]);

const SHEETS: Readonly<Record<"rows" | "lists", Text>> = {
  rows: { de: "Bewertung", en: "Assessment" },
  lists: { de: "Antworten", en: "Answers" },
};

export const FILE_TYPES: Readonly<Record<SheetFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The rows as a file to edit; the workbook offers the possible answers as a drop-down list. */
export async function sheetFile(
  method: Method,
  rows: readonly SheetCells[],
  format: SheetFormat,
  language: keyof Text,
): Promise<Uint8Array> {
  const cells = rows.map((row) => SHEET_COLUMNS.map((column) => row[column]));
  if (format === "csv") {
    const head = SHEET_COLUMNS.map((column) => COLUMN_NAMES[column][language]);
    return new TextEncoder().encode([...csvDocument(head, cells)].join(""));
  }
  return xlsxDocument({
    sheet: SHEETS.rows[language],
    listSheet: SHEETS.lists[language],
    columns: SHEET_COLUMNS.map((column) => ({
      name: COLUMN_NAMES[column][language],
      width: WIDTHS[column],
      filled: FILLED_COLUMNS.includes(column),
      wrap: WRAPPED.has(column),
    })),
    rows: cells,
    choices: choicesOf(method, rows, language),
  });
}

/** One list for all criteria with the same possible answers. */
function choicesOf(method: Method, rows: readonly SheetCells[], language: keyof Text): XlsxChoices[] {
  const lists = new Map<string, { values: readonly string[]; rows: number[] }>();
  const ofCriterion = new Map(
    method.criteria.map((criterion) => {
      const values = allowedLabels(criterion, language);
      const key = JSON.stringify(values);
      const list = lists.get(key) ?? { values, rows: [] };
      lists.set(key, list);
      return [criterion.id, list];
    }),
  );
  rows.forEach((row, i) => ofCriterion.get(row.criterion)?.rows.push(i));
  const column = SHEET_COLUMNS.indexOf("answer");
  return [...lists.values()].filter((list) => list.rows.length > 0).map((list) => ({ column, ...list }));
}

/** The rejected rows with the reason beside them, in the form of the export: to be corrected and uploaded again. */
export function correctionFile(
  upload: Upload,
  rejected: readonly RejectedRow[],
  language: keyof Text,
  heads: { readonly sheet: string; readonly row: string; readonly column: string; readonly reason: string },
): string {
  const rowOf = new Map(upload.rows.map((row) => [row.line, row]));
  const head = [
    ...SHEET_COLUMNS.map((column) => COLUMN_NAMES[column][language]),
    heads.sheet,
    heads.row,
    heads.column,
    heads.reason,
  ];
  const rows = rejected.map(({ line, column, value, reason }) => {
    const row = rowOf.get(line);
    const whole = row === undefined || row.fault?.column === null;
    return [
      ...SHEET_COLUMNS.map((each) => (whole ? (each === "service" ? value : "") : (row.cells[each] ?? ""))),
      upload.sheet,
      line,
      column === null ? null : COLUMN_NAMES[column][language],
      rejectionText(reason)[language],
    ];
  });
  return [...csvDocument(head, rows)].join("");
}
