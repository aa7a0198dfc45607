import { exactKey } from "../naming/normalise";

/**
 * The departments in a cell. Semicolons, bars and line breaks separate; a comma only when at least two of the parts and
 * more than half of them are known departments, because names like "Amt für Schule, Kultur und Sport" hold commas.
 */
export function splitDepartments(cell: string, isKnown: (name: string) => boolean): readonly string[] {
  if (isKnown(tidy(cell))) return [tidy(cell)];
  const parts = cell.split(/[;|\n]/).flatMap((part) => {
    const pieces = part.split(",").map(tidy).filter(Boolean);
    const known = pieces.filter(isKnown).length;
    return !isKnown(tidy(part)) && known >= 2 && known * 2 > pieces.length ? pieces : [tidy(part)];
  });
  const unique = new Map(parts.filter(Boolean).map((part) => [exactKey(part), part]));
  return [...unique.values()];
}

/**
 * Tells which names are departments: the given ones, every cell without a separator, and every part of a list in which
 * most parts are known already. Does not depend on the order of the cells.
 */
export function departmentKnowledge(names: readonly string[], cells: readonly string[]): (name: string) => boolean {
  const known = new Set(names.map(exactKey));
  for (const cell of new Set(cells)) if (!/[,;|\n]/.test(cell)) known.add(exactKey(cell));
  known.delete("");
  const isKnown = (name: string) => known.has(exactKey(name));
  const lists = [...new Set(cells.filter((cell) => /[,;|\n]/.test(cell)))];
  // Two passes over a fixed state each, so that the result is the same for every order of rows.
  for (let pass = 0; pass < 2; pass++) {
    const found = lists.map((cell) => splitDepartments(cell, isKnown)).filter((parts) => parts.length > 1);
    for (const part of found.flat()) known.add(exactKey(part));
  }
  return isKnown;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
