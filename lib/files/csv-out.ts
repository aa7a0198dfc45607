/** Byte order mark: without it Excel reads UTF-8 as Windows-1252. */
export const CSV_BOM = "\uFEFF";

/** Numbers are written as they are, with a decimal comma; null and undefined as an empty cell. */
export type CsvValue = string | number | null | undefined;

/** Cells that a spreadsheet program would run as a formula, and cells that look as if they had been escaped already. */
const FORMULA = /^'*[=+\-@\t\r]/;

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value).replace(".", ",") : "";
  const safe = value.trim() !== "" && FORMULA.test(value) ? `'${value}` : value;
  // Other delimiters are quoted too, so that no reader has to guess between them; `&` because of HTML entities.
  return /[;,\t|"&\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * One line of CSV with `;` and CRLF. Text that begins with `=`, `+`, `-`, `@`, tab or carriage return gets a leading
 * apostrophe (formula escape, OWASP "CSV injection"); `readTable` takes it off again.
 */
export function csvLine(cells: readonly CsvValue[]): string {
  // A single empty cell must not look like an empty line.
  const line = cells.length === 1 && csvCell(cells[0]) === "" ? '""' : cells.map(csvCell).join(";");
  return `${line}\r\n`;
}

/**
 * A CSV document in pieces: byte order mark and header first, then one piece per row. Join them or feed them to a
 * stream; nothing is held back, so any number of rows fits.
 */
export function* csvDocument(header: readonly string[], rows: Iterable<readonly CsvValue[]>): Generator<string, void> {
  yield CSV_BOM + csvLine(header);
  for (const row of rows) yield csvLine(row);
}
