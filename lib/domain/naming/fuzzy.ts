/** Shortest key for which a slip of the pen is looked for: below it, one letter makes another name. */
export const FUZZY_MIN_LENGTH = 6;

/** Slips allowed for a key of this length. */
export function slipsAllowed(length: number): number {
  return length < FUZZY_MIN_LENGTH ? 0 : length < 10 ? 1 : 2;
}

/** Three-letter pieces of a padded key; two keys few slips apart share most of them. */
export function trigrams(key: string): readonly string[] {
  const padded = `  ${key} `;
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) pieces.add(padded.slice(at, at + 3));
  return [...pieces];
}

/**
 * Number of slips (letter added, lost, changed, or two neighbours swapped; optimal string alignment) between two keys,
 * or null when there are more than `limit`.
 */
export function slips(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return null;
    beforeLast = last;
    last = row;
  }
  const found = last[b.length] ?? 0;
  return found > limit ? null : found;
}
