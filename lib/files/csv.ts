import { RefusalError, type RawRecord } from "./types";

/**
 * Reader for CSV as people have it. Own scanner instead of a library because a broken quote must be located and
 * contained, and because raw text and quoting per cell cost the library 15 s on 10 MB; tests compare it with
 * csv-parse on every well-formed input.
 */

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** A quote that opens a cell and was read literally, because no believable closing quote follows. */
export interface OpenQuote {
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  readonly text: string;
}

/** A cell over several lines, each of which looks like a row of its own. */
export interface SwallowedLines {
  readonly line: number;
  readonly column: number;
  readonly lines: number;
  readonly text: string;
}

export interface ScanResult {
  readonly records: readonly RawRecord[];
  readonly openQuotes: readonly OpenQuote[];
  readonly swallowed: readonly SwallowedLines[];
}

interface Field {
  value: string;
  quoted: boolean;
  /** Index of the delimiter, line end or end of text after the field. */
  end: number;
  multiline: boolean;
  /** Index of an opening quote that was taken literally, else -1. */
  literalQuote: number;
}

export interface ScanOptions {
  readonly delimiter: string;
  /** Cells a normal row has; 0 = not known, then no conclusion is drawn from widths. */
  readonly width?: number;
  readonly maxRecords?: number;
}

class Scanner {
  private readonly delimiter: number;
  /** Work that went into readings that were given up; bounds the time on hostile input. */
  private wasted = 0;
  private line = 1;

  constructor(
    private readonly text: string,
    private readonly options: ScanOptions,
  ) {
    this.delimiter = options.delimiter.charCodeAt(0);
  }

  run(): ScanResult {
    const { text } = this;
    const records: RawRecord[] = [];
    const openQuotes: OpenQuote[] = [];
    const swallowed: SwallowedLines[] = [];
    const max = this.options.maxRecords ?? Number.POSITIVE_INFINITY;
    let start = 0;
    while (start < text.length && records.length < max) {
      const { fields, starts } = this.readRecord(start);
      const end = fields.at(-1)?.end ?? text.length;
      const multiline = fields.some((field) => field.multiline);
      records.push({
        line: this.line,
        cells: fields.map((field) => field.value),
        quoted: fields.some((field) => field.quoted) ? fields.map((field) => field.quoted) : null,
        raw: text.slice(start, end),
      });
      fields.forEach((field, index) => {
        if (field.literalQuote >= 0) openQuotes.push({ line: this.line, column: index + 1, text: field.value });
        if (field.multiline) {
          const lines = this.rowLikeLines(starts[index] ?? start, field.end);
          if (lines >= 2) swallowed.push({ line: this.line, column: index + 1, lines, text: field.value });
        }
      });
      if (multiline) this.line += countLineEnds(text, start, end);
      start = this.afterLineEnd(end);
      this.line++;
    }
    return { records, openQuotes, swallowed };
  }

  /** One record from `start`; a reading in which a quoted cell has swallowed rows is repeated with that quote taken literally. */
  private readRecord(start: number): { fields: Field[]; starts: number[] } {
    const literal = new Set<number>();
    for (;;) {
      const fields: Field[] = [];
      const starts: number[] = [];
      let position = start;
      for (;;) {
        const field = this.readField(position, literal);
        fields.push(field);
        starts.push(position);
        if (this.text.charCodeAt(field.end) !== this.delimiter) break;
        position = field.end + 1;
      }
      const suspect = this.swallowingField(start, fields, starts);
      if (suspect === null) return { fields, starts };
      literal.add(suspect);
      this.waste((fields.at(-1)?.end ?? start) - start);
    }
  }

  private readField(start: number, literal: ReadonlySet<number>): Field {
    const { text, delimiter } = this;
    let open = start;
    while (this.isBlank(text.charCodeAt(open))) open++;
    const isOpening = text.charCodeAt(open) === QUOTE;
    if (isOpening && !literal.has(open)) {
      const quoted = this.readQuoted(open);
      if (quoted !== null) return quoted;
    }
    let end = open;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === delimiter || code === LF || code === CR) break;
    }
    return {
      value: text.slice(start, end),
      quoted: false,
      end,
      multiline: false,
      literalQuote: isOpening ? open : -1,
    };
  }

  /** The quoted field that opens at `open`, or null when no closing quote can be believed. */
  private readQuoted(open: number): Field | null {
    const { text, delimiter } = this;
    let value = "";
    let multiline = false;
    let from = open + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote < 0) return this.giveUp(open, text.length);
      const part = text.slice(from, quote);
      value += part;
      multiline ||= part.includes("\n") || part.includes("\r");
      if (text.charCodeAt(quote + 1) === QUOTE) {
        value += '"';
        from = quote + 2;
        continue;
      }
      let end = quote + 1;
      while (this.isBlank(text.charCodeAt(end))) end++;
      const code = text.charCodeAt(end);
      if (end >= text.length || code === delimiter || code === LF || code === CR)
        return { value, quoted: true, end, multiline, literalQuote: -1 };
      // A bare quote inside the text: on the opening line it belongs to the text ("Er sagte "Hallo""),
      // on a later line it is far more likely the beginning of another row's cell.
      if (multiline) return this.giveUp(open, quote);
      value += '"';
      from = quote + 1;
    }
  }

  private giveUp(open: number, reached: number): null {
    this.waste(reached - open);
    return null;
  }

  private waste(characters: number): void {
    this.wasted += characters + 100;
    if (this.wasted > 3 * this.text.length + 1_000_000) throw new RefusalError("quotes-broken", { line: this.line });
  }

  /**
   * Opening quote of a field that has swallowed rows, or null. Two signs: the record has the wrong width while its
   * first and last line are complete rows when read alone; or at least three lines inside one cell, four in five of
   * them, are complete rows of three or more cells.
   */
  private swallowingField(start: number, fields: readonly Field[], starts: readonly number[]): number | null {
    const width = this.options.width ?? 0;
    if (width < 2) return null;
    if (!fields.some((field) => field.multiline)) return null;
    const wrongWidth = fields.length !== width && this.delimitersInLine(start) === width - 1;
    for (const [index, field] of fields.entries()) {
      if (!field.multiline) continue;
      const open = this.text.indexOf('"', starts[index]);
      if (wrongWidth && this.delimitersInLine(this.lineStart(field.end)) === width - 1) return open;
      if (width >= 3 && this.rowLikeLines(open, field.end) >= 3) return open;
    }
    return null;
  }

  /** Number of whole lines inside `from`…`to` that are complete rows, when they are at least four in five; else 0. */
  private rowLikeLines(from: number, to: number): number {
    const width = this.options.width ?? 0;
    if (width < 2) return 0;
    let all = 0;
    let alike = 0;
    let line = this.afterLineEnd(this.nextLineEnd(from));
    const last = this.lineStart(to);
    while (line < last) {
      all++;
      if (this.delimitersInLine(line) === width - 1) alike++;
      line = this.afterLineEnd(this.nextLineEnd(line));
    }
    return alike > 0 && alike >= all * 0.8 ? alike : 0;
  }

  private delimitersInLine(start: number): number {
    let count = 0;
    for (let i = start; i < this.text.length; i++) {
      const code = this.text.charCodeAt(i);
      if (code === LF || code === CR) break;
      if (code === this.delimiter) count++;
    }
    return count;
  }

  private isBlank(code: number): boolean {
    return code === SPACE || (code === TAB && this.delimiter !== TAB);
  }

  private nextLineEnd(from: number): number {
    let i = from;
    for (; i < this.text.length; i++) {
      const code = this.text.charCodeAt(i);
      if (code === LF || code === CR) break;
    }
    return i;
  }

  private lineStart(position: number): number {
    let i = position;
    while (i > 0) {
      const code = this.text.charCodeAt(i - 1);
      if (code === LF || code === CR) break;
      i--;
    }
    return i;
  }

  private afterLineEnd(end: number): number {
    return this.text.charCodeAt(end) === CR && this.text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) count++;
  }
  return count;
}

/**
 * Text → records with their line, raw text and quoting. Doubled quotes, quoted line breaks, all three line ends.
 * A quote that never closes is read literally and listed; the rows after it are kept.
 * @throws RefusalError `quotes-broken` when so many quotes are broken that reading would take too long
 */
export function scanCsv(text: string, options: ScanOptions): ScanResult {
  return new Scanner(text, options).run();
}

const CANDIDATES = [";", "\t", ",", "|"] as const;

export interface Sniffed {
  /** null = one column only. */
  readonly delimiter: string | null;
  /** Cells most rows have. */
  readonly width: number;
  /** Characters of a leading `sep=;` line, which Excel writes and reads. */
  readonly skip: number;
}

/**
 * Delimiter and usual width from the first 100 records. Quoted text does not count. The delimiter under which most
 * records have the same width wins; the first record (the header) having that width speaks for it.
 */
export function sniffDelimiter(text: string): Sniffed {
  const declared = /^sep=([;,\t|])\r?\n/i.exec(text);
  const skip = declared?.[0].length ?? 0;
  const sample = text.slice(skip, skip + 128 * 1024);
  let best: { delimiter: string; width: number; score: number } | null = null;
  for (const delimiter of declared?.[1] !== undefined ? [declared[1]] : CANDIDATES) {
    const rated = rate(sample, delimiter);
    if (rated !== null && (best === null || rated.score > best.score)) best = { delimiter, ...rated };
  }
  if (declared?.[1] !== undefined) return { delimiter: declared[1], width: best?.width ?? 1, skip };
  return best === null ? { delimiter: null, width: 1, skip } : { delimiter: best.delimiter, width: best.width, skip };
}

function rate(sample: string, delimiter: string): { width: number; score: number } | null {
  const records = scanCsv(sample, { delimiter, maxRecords: 100 }).records;
  const filled = records.filter((record) => record.cells.some((cell) => cell.trim() !== ""));
  const widths = (filled.length > 0 ? filled : records).map((record) => record.cells.length);
  const first = widths[0];
  if (first === undefined) return null;
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const share = count / widths.length;
  const within = first < 2 ? 0 : widths.filter((each) => each >= 2 && each <= first).length / widths.length;
  if (first >= 2 && within >= 0.5) {
    // Short rows are common; the header then says the width.
    const usual = width >= 2 && share >= 0.5 ? width : first;
    return { width: usual, score: Math.max(share * (width >= 2 ? 1 : 0), 0.9 * within) + (first === usual ? 0.2 : 0) };
  }
  return width >= 2 && share >= (first >= 2 ? 0.5 : 0.8) ? { width, score: share } : null;
}
