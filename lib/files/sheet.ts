import { LIMITS, RefusalError, type RawRecord } from "./types";
import type { Notice } from "./table";

/** A sheet with content: only rows that say something. */
export interface SheetContent {
  readonly name: string;
  readonly records: readonly RawRecord[];
  readonly notices: readonly Notice[];
}

/** The largest sheet a spreadsheet program can make. */
const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/** Collects the filled cells of a sheet within the limits; gaps cost nothing, however far apart the cells are. */
export class SheetBuilder {
  private readonly rows: RawRecord[] = [];
  private current: { line: number; cells: string[] } | null = null;
  private filled = 0;
  readonly notices: Notice[] = [];

  /** @throws RefusalError when the place or the amount is beyond what a table may have */
  set(line: number, column: number, value: string): void {
    this.checkPlace(line, column);
    if (value.trim() === "") return;
    if (column > LIMITS.columns) throw new RefusalError("too-many-columns", { limit: LIMITS.columns, found: column });
    if (++this.filled > LIMITS.cells) throw new RefusalError("too-many-cells", { limit: LIMITS.cells });
    if (this.current?.line !== line) {
      if (this.current !== null && line < this.current.line)
        throw new RefusalError("sheet-broken", { detail: `R${line}` });
      this.flush();
      this.current = { line, cells: [] };
    }
    const { cells } = this.current;
    while (cells.length < column - 1) cells.push("");
    cells[column - 1] = value;
  }

  notice(line: number, column: number, code: "formula-without-value" | "formula-error", value: string): void {
    this.checkPlace(line, column);
    this.notices.push({ line, column, code, value });
  }

  finish(name: string): SheetContent {
    this.flush();
    return { name, records: this.rows, notices: this.notices };
  }

  private checkPlace(line: number, column: number): void {
    const inside = line >= 1 && line <= MAX_ROW && column >= 1 && column <= MAX_COLUMN;
    if (!inside || !Number.isInteger(line) || !Number.isInteger(column))
      throw new RefusalError("sheet-broken", { detail: `R${line}C${column}` });
  }

  private flush(): void {
    if (this.current === null) return;
    // Title rows above the header are allowed on top of the data rows.
    if (this.rows.length > LIMITS.rows + 20)
      throw new RefusalError("too-many-rows", { limit: LIMITS.rows, found: this.rows.length });
    this.rows.push({ ...this.current, quoted: null, raw: null });
    this.current = null;
  }
}

/**
 * A stored number as text with a decimal point. With exactly three decimals a zero is added (`1.234` → `1.2340`),
 * because text like `1.234` means a thousand in half of Europe.
 */
export function numberText(stored: string): string {
  const number = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(number)) return stored;
  const text = Math.abs(number) >= 1e15 || (number !== 0 && Math.abs(number) < 1e-6) ? stored : String(round15(number));
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Spreadsheets show 15 significant digits; 0.1 + 0.2 is stored as 0.30000000000000004. */
function round15(number: number): number {
  return Number(number.toPrecision(15));
}
