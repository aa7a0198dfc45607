/** What comes out of reading a person's file: a table, every repair, every problem; or a refusal that says what to do. */

export const LIMITS = {
  /** Size of the uploaded file. */
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  columns: 500,
  /** Rows × columns; keeps a few very wide rows from filling the memory. */
  cells: 5_000_000,
  /** Characters in one cell; the limit of the spreadsheet programs themselves. */
  cellLength: 32_767,
  /** Entries in a ZIP container. */
  zipEntries: 2_000,
  /** Bytes of a ZIP container after unpacking, counted while unpacking. */
  unpackedBytes: 100 * 1024 * 1024,
  /** Repairs and problems that are listed one by one; all are counted. */
  notes: 20_000,
} as const;

export type Params = Readonly<Record<string, string | number>>;

export type RefusalCode =
  | "too-big"
  | "empty"
  | "pdf"
  | "image"
  | "ole"
  | "gzip"
  | "zip-other"
  | "html"
  | "nul-bytes"
  | "binary"
  | "zip-bomb"
  | "zip-broken"
  | "encrypted"
  | "sheet-broken"
  | "no-rows"
  | "too-many-rows"
  | "too-many-columns"
  | "too-many-cells"
  | "quotes-broken";

/** The file as a whole cannot be read. Text for people: `REFUSAL_TEXTS[code]`. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: Params;
}

export type RepairKind =
  | "html-entity"
  | "nbsp"
  | "trimmed"
  | "formula-escape"
  | "rejoined"
  | "stray-delimiters"
  | "short-row"
  | "preamble"
  | "empty-column";

/** Something that was put right, with the value before and after (shortened to 200 characters). */
export interface Repair {
  /** 1-based line (CSV) or row (spreadsheet) in the file. */
  readonly row: number;
  /** 1-based column, null when it concerns the whole row. */
  readonly column: number | null;
  readonly kind: RepairKind;
  readonly before: string;
  readonly after: string;
}

export type ProblemCode =
  | "too-many-cells"
  | "entity-splits-row"
  | "cell-too-long"
  | "quote-never-closed"
  | "lines-in-cell"
  | "duplicate-header"
  | "header-empty"
  | "encoding-doubtful"
  | "formula-without-value"
  | "formula-error";

/** `row`: the row is not among `rows`; `cell`: the row is, this cell is empty or doubtful; `file`: concerns all of it. */
export type ProblemScope = "row" | "cell" | "file";

/** Something that was not guessed; belongs into the correction file. */
export interface Problem {
  readonly row: number;
  readonly column: number | null;
  readonly header: string | null;
  readonly scope: ProblemScope;
  readonly code: ProblemCode;
  /** What the file says there, shortened to 500 characters. */
  readonly value: string;
  readonly params: Params;
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface TableRow {
  /** 1-based first physical line (CSV) or row number (spreadsheet). */
  readonly line: number;
  /** As many cells as the header has names. */
  readonly cells: readonly string[];
  /** The row as the file has it; null for spreadsheets. */
  readonly raw: string | null;
}

/** Every physical record is in exactly one of these: `records` is their sum. */
export interface TableCounts {
  readonly records: number;
  readonly preamble: number;
  readonly header: number;
  readonly empty: number;
  readonly rows: number;
  readonly problemRows: number;
}

export interface Table {
  readonly format: "csv" | "xlsx" | "ods";
  readonly encoding: Encoding | null;
  /** null for spreadsheets and for files with a single column. */
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** Unique, never empty names. */
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
  readonly repairs: readonly Repair[];
  readonly problems: readonly Problem[];
  readonly counts: TableCounts;
  /** All repairs by kind, also those beyond the listing limit. */
  readonly repairCounts: Readonly<Partial<Record<RepairKind, number>>>;
}

export type ReadResult =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly refusal: Refusal };

/** A record as a format reader hands it over, before header, width and cell rules. */
export interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** Which cells stood in quotes; null = none. */
  readonly quoted: readonly boolean[] | null;
  readonly raw: string | null;
}

/** Thrown inside lib/files only; `readTable` turns it into a value. */
export class RefusalError extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: Params = {},
  ) {
    super(code);
  }
}

/** Cuts a text for display, never through a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(max - 2)) ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}
