import { cleanCell, endsInOpenEntity } from "./cells";
import {
  LIMITS,
  RefusalError,
  shorten,
  type Params,
  type Problem,
  type ProblemCode,
  type RawRecord,
  type Repair,
  type RepairKind,
  type TableCounts,
  type TableRow,
} from "./types";

/** Something a format reader already noticed at a place, before the header is known. */
export interface Notice {
  readonly line: number;
  /** 1-based; null = the whole file. */
  readonly column: number | null;
  readonly code: ProblemCode;
  readonly value: string;
  readonly params?: Params;
}

export interface Assembled {
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
  readonly repairs: readonly Repair[];
  readonly problems: readonly Problem[];
  readonly counts: TableCounts;
  readonly repairCounts: Readonly<Partial<Record<RepairKind, number>>>;
}

const PROBLEM_SCOPE: Readonly<Record<ProblemCode, Problem["scope"]>> = {
  "too-many-cells": "row",
  "entity-splits-row": "row",
  "cell-too-long": "cell",
  "quote-never-closed": "cell",
  "lines-in-cell": "cell",
  "duplicate-header": "file",
  "header-empty": "file",
  "encoding-doubtful": "file",
  "formula-without-value": "cell",
  "formula-error": "cell",
};

class Notes {
  readonly repairs: Repair[] = [];
  readonly problems: Problem[] = [];
  readonly counts: Partial<Record<RepairKind, number>> = {};

  repair(row: number, column: number | null, kind: RepairKind, before: string, after: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    if (this.repairs.length < LIMITS.notes)
      this.repairs.push({ row, column, kind, before: shorten(before, 200), after: shorten(after, 200) });
  }

  /** Never capped: a problem that is not listed would be a loss in silence. */
  problem(
    row: number,
    column: number | null,
    header: string | null,
    code: ProblemCode,
    value: string,
    params: Params = {},
  ): void {
    this.problems.push({ row, column, header, scope: PROBLEM_SCOPE[code], code, value: shorten(value, 500), params });
  }
}

/** Cells up to the last one that says something. */
function contentWidth(cells: readonly string[]): number {
  for (let i = cells.length; i > 0; i--) if ((cells[i - 1] ?? "").trim() !== "") return i;
  return 0;
}

/**
 * The header is the first record that fills at least half of the usual width (and two cells); what stands above is a
 * title. Looks at the first 20 filled records.
 */
function findHeader(filled: readonly RawRecord[]): number {
  const widths = filled
    .slice(0, 50)
    .map((record) => contentWidth(record.cells))
    .sort((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 1;
  if (usual < 2) return 0;
  const needed = Math.max(2, Math.ceil(usual / 2));
  const found = filled
    .slice(0, 20)
    .findIndex((record) => record.cells.filter((cell) => cell.trim() !== "").length >= needed);
  return Math.max(0, found);
}

function nameColumns(header: RawRecord, width: number, notes: Notes): string[] {
  const names: string[] = [];
  const firstColumn = new Map<string, number>();
  const taken = new Set<string>();
  for (let index = 0; index < width; index++) {
    const cleaned = cleanCell(header.cells[index] ?? "").text.replace(/\s+/g, " ");
    const name = shorten(cleaned, 200) || `#${index + 1}`;
    if (cleaned === "") notes.problem(header.line, index + 1, name, "header-empty", "", { column: index + 1 });
    const first = firstColumn.get(name);
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    if (first === undefined) firstColumn.set(name, index + 1);
    else
      notes.problem(header.line, index + 1, unique, "duplicate-header", name, {
        name,
        first,
        second: index + 1,
        used: unique,
      });
    taken.add(unique);
    names.push(unique);
  }
  return names;
}

interface Rejoined {
  readonly cells: readonly string[];
  /** 0-based positions in `cells` that were put together. */
  readonly at: readonly number[];
}

/** Joins cells that the semicolon of an HTML entity has split; null when nothing is split. */
function rejoin(record: RawRecord): Rejoined | null {
  if (!record.cells.some((cell, index) => endsInOpenEntity(cell) && !(record.quoted?.[index] ?? false))) return null;
  const cells: string[] = [];
  const at: number[] = [];
  let openBefore = false;
  record.cells.forEach((cell, index) => {
    const quoted = record.quoted?.[index] ?? false;
    if (openBefore && !quoted) {
      cells.push(`${cells.pop() ?? ""};${cell}`);
      if (at.at(-1) !== cells.length - 1) at.push(cells.length - 1);
    } else cells.push(cell);
    openBefore = !quoted && endsInOpenEntity(cell);
  });
  return at.length > 0 ? { cells, at } : null;
}

/** The header with split names joined, when the rows below are no wider than that. */
function mendHeader(header: RawRecord, data: readonly RawRecord[]): RawRecord {
  const joined = rejoin(header);
  if (joined === null) return header;
  const narrow = data.filter((record) => record.cells.length <= joined.cells.length).length;
  return narrow * 2 > data.length ? { ...header, cells: joined.cells, quoted: null } : header;
}

export interface AssembleOptions {
  /** The delimiter is a semicolon, so HTML entities may have split cells. */
  readonly entitiesSplit: boolean;
  readonly notices: readonly Notice[];
}

/**
 * Records → header and rows of one width. Every record ends as preamble, header, empty, row or problem row; what is
 * put right is noted as repair, what would need a guess as problem.
 * @throws RefusalError no-rows, too-many-rows, too-many-columns, too-many-cells
 */
export function assembleTable(records: readonly RawRecord[], options: AssembleOptions): Assembled {
  const notes = new Notes();
  const filled = records.filter((record) => contentWidth(record.cells) > 0);
  const headerAt = findHeader(filled);
  const found = filled[headerAt];
  if (found === undefined) throw new RefusalError("empty");
  const data = filled.slice(headerAt + 1);
  const header = options.entitiesSplit ? mendHeader(found, data) : found;
  if (data.length === 0) throw new RefusalError("no-rows", { line: header.line });
  if (data.length > LIMITS.rows) throw new RefusalError("too-many-rows", { limit: LIMITS.rows, found: data.length });
  for (const title of filled.slice(0, headerAt))
    notes.repair(title.line, null, "preamble", title.cells.filter((cell) => cell.trim() !== "").join(" · "), "");

  const headerWidth = header.cells.length;
  const named = contentWidth(header.cells);
  // Columns without a name stay when some row says something there.
  const width = data.reduce((most, record) => {
    if (options.entitiesSplit && rejoin(record) !== null) return most;
    const own = contentWidth(record.cells);
    return own > most && own <= headerWidth ? own : most;
  }, named);
  if (width > LIMITS.columns) throw new RefusalError("too-many-columns", { limit: LIMITS.columns, found: width });
  if (width * data.length > LIMITS.cells) throw new RefusalError("too-many-cells", { limit: LIMITS.cells });
  if (headerWidth > width) notes.repair(header.line, null, "empty-column", String(headerWidth), String(width));

  const names = nameColumns(header, width, notes);
  const rows: TableRow[] = [];
  let problemRows = 0;
  for (const record of data) {
    const cells = fitRow(record, { width, headerWidth, names, entitiesSplit: options.entitiesSplit }, notes);
    if (cells === null) problemRows++;
    else rows.push({ line: record.line, cells: cleanRow(cells, record.line, names, notes), raw: record.raw });
  }
  for (const { line, column, code, value, params } of options.notices)
    notes.problem(line, column, column === null ? null : (names[column - 1] ?? null), code, value, params);

  return {
    header: names,
    headerLine: header.line,
    rows,
    repairs: notes.repairs,
    problems: notes.problems.sort((a, b) => a.row - b.row || (a.column ?? 0) - (b.column ?? 0)),
    repairCounts: notes.counts,
    counts: {
      records: records.length,
      preamble: headerAt,
      header: 1,
      empty: records.length - filled.length,
      rows: rows.length,
      problemRows,
    },
  };
}

interface Shape {
  readonly width: number;
  readonly headerWidth: number;
  readonly names: readonly string[];
  readonly entitiesSplit: boolean;
}

/** The row's cells in the table's width, or null when that would need a guess. */
function fitRow(record: RawRecord, shape: Shape, notes: Notes): readonly string[] | null {
  const { width, headerWidth } = shape;
  let cells = record.cells;
  const joined = shape.entitiesSplit ? rejoin(record) : null;
  if (joined !== null) {
    // Without surplus cells (or with fewer than joins) nobody can say which cells belong together.
    if (cells.length <= headerWidth || joined.cells.length < width) {
      const column = (joined.at[0] ?? 0) + 1;
      notes.problem(record.line, column, shape.names[column - 1] ?? null, "entity-splits-row", rawOf(record), {
        expected: width,
        found: cells.length,
      });
      return null;
    }
    if (contentWidth(joined.cells) <= width)
      for (const index of joined.at) {
        const cell = joined.cells[index] ?? "";
        const at = boundary(cell, cell.search(/&[^;]*;/) - 30);
        notes.repair(
          record.line,
          index + 1,
          "rejoined",
          cell.slice(at).replace(";", "; | "),
          cleanCell(cell.slice(at)).text,
        );
      }
    cells = joined.cells;
  }
  const content = contentWidth(cells);
  if (content > width) {
    notes.problem(record.line, width + 1, null, "too-many-cells", rawOf(record), { expected: width, found: content });
    return null;
  }
  if (cells.length > headerWidth)
    notes.repair(record.line, null, "stray-delimiters", String(cells.length), String(width));
  if (cells.length < width) {
    notes.repair(record.line, null, "short-row", String(cells.length), String(width));
    return [...cells, ...Array<string>(width - cells.length).fill("")];
  }
  return cells.length > width ? cells.slice(0, width) : cells;
}

function cleanRow(cells: readonly string[], line: number, names: readonly string[], notes: Notes): string[] {
  return cells.map((cell, index) => {
    const { text, repairs } = cleanCell(cell);
    for (const kind of repairs) {
      const at = firstDifference(cell, text);
      notes.repair(line, index + 1, kind, cell.slice(at), text.slice(at));
    }
    if (text.length <= LIMITS.cellLength) return text;
    notes.problem(line, index + 1, names[index] ?? null, "cell-too-long", text, {
      limit: LIMITS.cellLength,
      found: text.length,
    });
    return "";
  });
}

/** Where a note should begin so that the change is in view: 30 characters before it. */
function firstDifference(before: string, after: string): number {
  let i = 0;
  while (i < before.length && before[i] === after[i]) i++;
  return boundary(before, i - 30);
}

/** The position, or the one before when it would cut a surrogate pair. */
function boundary(text: string, at: number): number {
  if (at <= 0) return 0;
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}

function rawOf(record: RawRecord): string {
  return record.raw ?? record.cells.join(" | ");
}
