import { decodeHTMLStrict } from "entities";
import type { RepairKind } from "./types";

/** A cell that spreadsheet programs would run as a formula, or one that our own writer has escaped. */
const ESCAPED_FORMULA = /^'+[=+\-@\t\r]/;

export interface CleanedCell {
  readonly text: string;
  readonly repairs: readonly RepairKind[];
}

const CLEAN: readonly RepairKind[] = [];

/**
 * One cell as people mean it: our own formula escape undone, HTML entities decoded (only those closed by a semicolon),
 * no-break spaces made spaces, line ends made `\n`, blanks at both ends removed. Says which of these happened.
 */
export function cleanCell(cell: string): CleanedCell {
  if (cell === "") return { text: cell, repairs: CLEAN };
  const repairs: RepairKind[] = [];
  let text = cell;
  if (ESCAPED_FORMULA.test(text)) {
    text = text.slice(1);
    repairs.push("formula-escape");
  }
  if (text.includes("&")) {
    const decoded = decodeHTMLStrict(text).replaceAll("\0", "\uFFFD");
    if (decoded !== text) {
      text = decoded;
      repairs.push("html-entity");
    }
  }
  // An entity that became a no-break space is one repair, not two.
  if (/[\u00A0\u202F\u2007]/.test(text)) {
    text = text.replace(/[\u00A0\u202F\u2007]/g, " ");
    if (repairs.at(-1) !== "html-entity") repairs.push("nbsp");
  }
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  const trimmed = text.trim();
  if (trimmed !== text) {
    text = trimmed;
    repairs.push("trimmed");
  }
  return { text, repairs };
}

/**
 * True when a cell ends in an HTML entity that only lacks its semicolon (`…&nbsp`, `…&#160`): in a semicolon file
 * the entity's own semicolon has split the cell.
 */
export function endsInOpenEntity(cell: string): boolean {
  const match = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31})$/.exec(cell);
  if (match === null) return false;
  const entity = `${match[0]};`;
  return decodeHTMLStrict(entity) !== entity;
}
