import { fold, hasLegalForm, isLegalForm } from "./normalise";

/** A part of a legal name that stands behind a comma without being a name of its own. */
const BRANCH = /sivuliike|filial|zweigniederlassung|niederlassung|\bbranch\b|succursale/i;
const CONJUNCTION = / (?:ja|und|and|och|og|en|et|sekä|sowie) /i;

/**
 * The names in a cell that may hold several: "IBM, Solita Oy", "A / B", "A; B", "A und B". A comma before a legal form
 * belongs to the name ("Siemens, Inc."), and so does a conjunction, unless what stands before it ends in a legal form, is
 * known, or both sides are single words. `isKnown` tells whether a text alone is a known name. Order kept, each name once.
 */
export function splitNames(raw: string, isKnown: (name: string) => boolean = () => false): readonly string[] {
  const names = separate(raw, /[;\n\r|]|\s\/\s/)
    .flatMap((part) => splitCommas(part, isKnown))
    .flatMap((part) => splitConjunctions(part.replace(/\s+/g, " "), isKnown))
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return [...new Set(names)];
}

/** Splits at a separator outside of parentheses. */
function separate(text: string, separator: RegExp): readonly string[] {
  const sticky = new RegExp(separator.source, "y");
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === "(") depth += 1;
    else if (letter === ")") depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    sticky.lastIndex = at;
    const found = sticky.exec(text)?.[0];
    if (found === undefined || found === "") continue;
    parts.push(text.slice(start, at));
    start = at + found.length;
    at = start - 1;
  }
  // An opening parenthesis that is never closed hides nothing.
  const rest = text.slice(start);
  return depth > 0 && start === 0 ? text.split(new RegExp(separator.source, "g")) : [...parts, rest];
}

function splitCommas(text: string, isKnown: (name: string) => boolean): readonly string[] {
  const names: string[] = [];
  for (const part of separate(text, /,(?!\d)/)) {
    const before = names.at(-1);
    if (before !== undefined && (isLegalForm(part) || BRANCH.test(part) || isPartnership(before, part, isKnown))) {
      names[names.length - 1] = `${before},${part}`;
    } else {
      names.push(part);
    }
  }
  return names;
}

/** "Muster, Meier & Partner GmbH": one name, unless the first is known by itself. */
function isPartnership(before: string, part: string, isKnown: (name: string) => boolean): boolean {
  const joins = / & (?!co\b)/i.test(part);
  return joins && fold(before).length === 1 && !hasLegalForm(before) && !isKnown(before.trim());
}

function splitConjunctions(text: string, isKnown: (name: string) => boolean): readonly string[] {
  const found = CONJUNCTION.exec(text);
  if (found === null) return [text];
  const left = text.slice(0, found.index);
  const right = text.slice(found.index + found[0].length);
  const singles = /^[^\s-]+$/.test(left.trim()) && /^[^\s-]+$/.test(right.trim());
  if (!singles && !hasLegalForm(left) && !(isKnown(left.trim()) && (hasLegalForm(right) || isKnown(right.trim()))))
    return [text];
  return [left, ...splitConjunctions(right, isKnown)];
}
