import { slips, slipsAllowed, trigrams } from "./fuzzy";
import { exactKey, fold, hasLegalForm, normaliseName, withoutCountry } from "./normalise";
import { splitNames } from "./split";

/** From this confidence on a match is taken without asking; below it, it is a suggestion for a person. */
export const MATCH_ACCEPT = 0.85;

export type MatchKind = "exact" | "normalised" | "without-country" | "alias" | "parenthesis" | "fuzzy";

export interface NameMatch {
  readonly id: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly how: MatchKind;
}

export interface NameEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Names ready to be looked up; made by `buildIndex`, opaque to the caller. */
export interface NameIndex {
  readonly exact: ReadonlyMap<string, readonly NameMatch[]>;
  readonly normal: ReadonlyMap<string, readonly NameMatch[]>;
  readonly weak: ReadonlyMap<string, readonly NameMatch[]>;
  /** Trigram → keys of `normal` that contain it. */
  readonly pieces: ReadonlyMap<string, readonly string[]>;
}

const SUGGESTION = 0.8;

/** Words that say nothing about whose name it is; a name made of them alone is only ever matched as a whole. */
const GENERIC = new Set(
  [
    "solution solutions service services software system systems systeme technology technologies consulting partner partners data",
    "digital cloud online pro enterprise office server client web app apps mobile portal platform plattform suite standard basic",
    "community edition free team teams project document documents national public sector it ict edv dv online verwaltung stadt city",
    "kaupunki kunta international global media network networks security support hosting internet management group und and ja",
  ].flatMap((line) => line.split(" ").flatMap((word) => fold(word))),
);

/** Blanks do not tell names apart: "Open-Xchange", "OpenXchange", "d.velop", "dvelop". */
const compact = (key: string): string => key.replace(/ /g, "");

function isTelling(key: string): boolean {
  return compact(key).length >= 3 && /\p{L}/u.test(key) && key.split(" ").some((word) => !GENERIC.has(word));
}

/** The name without its parentheses, and what stands in them. */
function parentheses(name: string): { readonly outer: string; readonly inner: readonly string[] } {
  const inner: string[] = [];
  let outer = name;
  for (let depth = 0; depth < 3 && outer.includes("("); depth += 1) {
    outer = outer.replace(/\(([^()]*)\)/g, (_, text: string) => {
      inner.push(text.trim());
      return " ";
    });
  }
  return { outer: outer.trim(), inner };
}

/**
 * Makes the lookup tables. A name or alias that lists several ("Google / Google Cloud", "SUSE GmbH / SUSE S.A.") or carries
 * a remark in parentheses is found by its parts as well, with less confidence.
 */
export function buildIndex(entries: readonly NameEntry[]): NameIndex {
  const exact = new Map<string, NameMatch[]>();
  const normal = new Map<string, NameMatch[]>();
  const weak = new Map<string, NameMatch[]>();
  const put = (map: Map<string, NameMatch[]>, key: string, id: string, confidence: number, how: MatchKind) => {
    if (key === "") return;
    const there = map.get(key);
    if (there === undefined) map.set(key, [{ id, confidence, how }]);
    else there.push({ id, confidence, how });
  };
  for (const { id, name, aliases } of entries) {
    const add = (text: string, own: boolean) => {
      put(exact, exactKey(text), id, own ? 1 : 0.98, own ? "exact" : "alias");
      put(normal, compact(normaliseName(text)), id, own ? 0.97 : 0.95, own ? "normalised" : "alias");
      const { outer, inner } = parentheses(text);
      const listed = splitNames(outer);
      for (const part of [outer, ...listed]) {
        if (part === text || !isTelling(normaliseName(part))) continue;
        put(normal, compact(normaliseName(part)), id, 0.93, own && part === outer ? "parenthesis" : "alias");
      }
      for (const part of [outer, ...listed]) {
        if (isTelling(withoutCountry(part)))
          put(weak, compact(withoutCountry(part)), id, own ? 0.92 : 0.9, "without-country");
      }
      // What stands in a product's or organisation's parentheses is often a place or a remark: never more than a suggestion.
      for (const part of own ? inner.flatMap((each) => splitNames(each)) : []) {
        const words = part.replace(/^(?:with|formerly|mit|früher|vormals)\s+/i, "");
        if (isTelling(normaliseName(words))) put(normal, compact(normaliseName(words)), id, SUGGESTION, "parenthesis");
      }
    };
    add(name, true);
    for (const alias of aliases) add(alias, false);
  }
  const pieces = new Map<string, string[]>();
  for (const key of normal.keys()) {
    if (slipsAllowed(key.length + 1) === 0) continue;
    for (const piece of trigrams(key)) {
      const there = pieces.get(piece);
      if (there === undefined) pieces.set(piece, [key]);
      else there.push(key);
    }
  }
  return { exact, normal, weak, pieces };
}

/**
 * Finds whom a written name means: best first, each id once, empty when nothing fits. Tables first (as written, normalised,
 * alias, without country), then the parts of a name with parentheses or slashes, and only then slips of the pen and names
 * that begin with a known one. Take a match silently from `MATCH_ACCEPT` on. Never throws.
 */
export function matchName(index: NameIndex, raw: string): readonly NameMatch[] {
  const direct = lookUp(index, raw);
  if (direct.length > 0) return ranked(direct);
  const parts = lookUpParts(index, raw);
  return ranked(parts.length > 0 ? parts : [...slipsOfThePen(index, raw), ...beginnings(index, raw)]);
}

function lookUp(index: NameIndex, raw: string): readonly NameMatch[] {
  const found: NameMatch[] = [...(index.exact.get(exactKey(raw)) ?? [])];
  const normal = compact(normaliseName(raw));
  if (normal === "") return found;
  found.push(...unambiguous(index.normal.get(normal)));
  found.push(...unambiguous(index.weak.get(normal)));
  const weakWords = withoutCountry(raw);
  if (isTelling(weakWords) || compact(weakWords) === normal) {
    const weak = compact(weakWords);
    if (weak !== normal) {
      const names = (index.normal.get(weak) ?? []).map((each) => ({
        ...each,
        confidence: Math.min(each.confidence, 0.92),
        how: "without-country" as const,
      }));
      found.push(...unambiguous(names), ...unambiguous(index.weak.get(weak)));
    }
  }
  return found;
}

/** A key that stands for several ids, none of them better than the others, decides nothing. */
function unambiguous(matches: readonly NameMatch[] | undefined): readonly NameMatch[] {
  if (matches === undefined) return [];
  const best = Math.max(...matches.map((each) => each.confidence));
  const ids = new Set(matches.filter((each) => each.confidence === best).map((each) => each.id));
  return ids.size === 1
    ? matches
    : matches.map((each) => ({ ...each, confidence: Math.min(each.confidence, SUGGESTION) }));
}

function lookUpParts(index: NameIndex, raw: string): readonly NameMatch[] {
  const { outer, inner } = parentheses(raw);
  const as = (matches: readonly NameMatch[], limit: number): readonly NameMatch[] =>
    matches.map((each) => ({ ...each, confidence: Math.min(each.confidence, limit), how: "parenthesis" as const }));
  if (inner.length > 0) {
    const named = as(lookUp(index, outer), 0.94);
    if (named.length > 0) return named;
    // "X GmbH (SAP)" is some company with something to do with SAP; "Mail (Nextcloud)" is Nextcloud.
    const limit = hasLegalForm(outer) ? SUGGESTION : 0.88;
    const inside = inner.flatMap((part) => [
      ...as(lookUp(index, part), limit),
      ...splitNames(part).flatMap((each) => as(lookUp(index, each), limit)),
    ]);
    if (inside.length > 0) return inside;
  }
  const listed = splitNames(outer);
  if (listed.length < 2) return [];
  return listed.flatMap((part) => lookUp(index, part)).map((each) => ({ ...each, confidence: each.confidence * 0.95 }));
}

const digits = (key: string): string => key.replace(/\P{N}/gu, "");

function slipsOfThePen(index: NameIndex, raw: string): readonly NameMatch[] {
  const words = normaliseName(raw);
  const key = compact(words);
  const limit = slipsAllowed(key.length);
  // A whole sentence is not a misspelt name.
  if (limit === 0 || key.length > 80 || !isTelling(words)) return [];
  const shared = new Map<string, number>();
  const mine = trigrams(key);
  for (const piece of mine)
    for (const other of index.pieces.get(piece) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
  const found: NameMatch[] = [];
  for (const [other, count] of shared) {
    // One slip touches at most four pieces.
    if (count < mine.length - 4 * limit || digits(other) !== digits(key)) continue;
    const distance = slips(key, other, limit);
    if (distance === null) continue;
    const confidence = 0.95 - (0.9 * distance) / Math.max(key.length, other.length);
    for (const each of index.normal.get(other) ?? [])
      found.push({ id: each.id, confidence: Math.min(each.confidence, confidence), how: "fuzzy" });
  }
  return found;
}

/** "Oracle Consulting Nord": begins with a known name, so it may belong to it; never more than a suggestion. */
function beginnings(index: NameIndex, raw: string): readonly NameMatch[] {
  const words = normaliseName(raw).split(" ").slice(0, 12);
  for (let count = words.length - 1; count > 0; count -= 1) {
    const start = words.slice(0, count).join(" ");
    if (!isTelling(start)) continue;
    const found = index.normal.get(compact(start));
    if (found !== undefined)
      return found.map((each) => ({ id: each.id, confidence: Math.min(each.confidence, 0.7), how: "fuzzy" as const }));
  }
  return [];
}

function ranked(matches: readonly NameMatch[]): readonly NameMatch[] {
  const best = new Map<string, NameMatch>();
  for (const each of matches) {
    const before = best.get(each.id);
    const confidence = Math.round(each.confidence * 100) / 100;
    if (before === undefined || confidence > before.confidence) best.set(each.id, { ...each, confidence });
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
}
