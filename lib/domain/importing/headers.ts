import type { Reason } from "../facts";
import { fold } from "../naming/normalise";
import { FIELD_IDS, FIELDS, type FieldId } from "./fields";
import { isMissing, wordKey } from "./reading";
import { RUNNING_NUMBERS, SYNONYMS } from "./synonyms";
import { readCell } from "./values";

/** What a column is taken for. `field` null = not imported unless a person says otherwise. */
export interface ColumnSuggestion {
  /** 0-based. */
  readonly column: number;
  readonly header: string;
  readonly field: FieldId | null;
  /** 0 to 1; 0 without a field. */
  readonly confidence: number;
  /** Keys `import.header.*` of `texts.ts`. */
  readonly reason: Reason;
}

/** Column → field, as a person confirmed it; index = column. */
export type Mapping = readonly (FieldId | null)[];

interface Candidate {
  readonly column: number;
  readonly field: FieldId;
  readonly confidence: number;
  readonly reason: Reason;
}

const BY_PHRASE = new Map<string, FieldId>();
for (const [field, phrases] of SYNONYMS)
  for (const phrase of phrases.split(", ")) {
    const key = wordKey(phrase);
    if (!BY_PHRASE.has(key)) BY_PHRASE.set(key, field);
  }
for (const id of FIELD_IDS) BY_PHRASE.set(wordKey(id), id);
const RUNNING = new Set(RUNNING_NUMBERS.split(", ").map(wordKey));

/** Words of a heading; `shortName` and `data_system_name` come apart, too. */
function headerWords(header: string): readonly string[] {
  return fold(header.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));
}

function candidatesOf(header: string, column: number): readonly Candidate[] {
  const whole = headerWords(header).join(" ");
  const exact = BY_PHRASE.get(whole) ?? BY_PHRASE.get(wordKey(header));
  if (exact !== undefined) return [candidate(column, exact, 0.95, "exact", header)];
  const bare = headerWords(header.replace(/[([].*$/, "")).join(" ");
  const outer = bare === whole ? undefined : BY_PHRASE.get(bare);
  if (outer !== undefined) return [candidate(column, outer, 0.9, "exact", header)];
  const found = new Map<FieldId, number>();
  for (const [phrase, field] of BY_PHRASE) {
    const confidence = partial(whole, phrase);
    if (confidence > (found.get(field) ?? 0)) found.set(field, confidence);
  }
  return [...found].map(([field, confidence]) => candidate(column, field, confidence, "contains", header));
}

function candidate(
  column: number,
  field: FieldId,
  confidence: number,
  how: "exact" | "contains",
  header: string,
): Candidate {
  return { column, field, confidence, reason: { key: `import.header.${how}`, params: { header } } };
}

/**
 * A phrase as whole words inside of the heading, or as the beginning or end of a compound word. The longer the phrase
 * against the heading, the surer; never above 0.8.
 */
function partial(whole: string, phrase: string): number {
  if (phrase.length < 4 || phrase.length >= whole.length) return 0;
  const share = phrase.length / whole.length;
  if (` ${whole} `.includes(` ${phrase} `)) return 0.55 + 0.25 * share;
  if (phrase.length < 6 || phrase.includes(" ")) return 0;
  const compound = whole.split(" ").some((word) => word.endsWith(phrase) || word.startsWith(phrase));
  return compound ? 0.45 + 0.25 * share : 0;
}

const TYPED: ReadonlySet<string> = new Set([
  "location",
  "operating-model",
  "lifecycle",
  "protection-need",
  "count",
  "money",
  "date",
  "months",
]);

/** Share of the filled samples that the field understands; null when the field takes any text or nothing is filled. */
function fit(field: FieldId, samples: readonly string[]): number | null {
  if (!TYPED.has(FIELDS[field].kind)) return null;
  const filled = samples.filter((cell) => !isMissing(cell));
  if (filled.length === 0) return null;
  return filled.filter((cell) => readCell(field, cell).ok).length / filled.length;
}

/** Below this the column's cells contradict its heading. */
const MIN_FIT = 0.5;

/**
 * Suggests a field per column from its heading and checks it against sample rows (as many cells as headers; 50 are
 * plenty). Each field is used once, except those that take several columns. One entry per column, in order.
 */
export function suggestMapping(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
): readonly ColumnSuggestion[] {
  const rejected = new Map<number, Reason>();
  const candidates: Candidate[] = [];
  headers.forEach((header, column) => {
    if (RUNNING.has(wordKey(header)) || header.trim() === "#") {
      rejected.set(column, { key: "import.header.running-number", params: { header } });
      return;
    }
    for (const each of candidatesOf(header, column)) {
      const share = fit(
        each.field,
        samples.map((row) => row[column] ?? ""),
      );
      if (share === null) candidates.push(each);
      else if (share >= MIN_FIT) candidates.push({ ...each, confidence: each.confidence * (0.8 + 0.2 * share) });
      else
        rejected.set(column, {
          key: "import.header.values-do-not-fit",
          params: { header, field: each.field, percent: Math.round(share * 100) },
        });
    }
  });

  candidates.sort(
    (a, b) =>
      b.confidence - a.confidence || a.column - b.column || FIELD_IDS.indexOf(a.field) - FIELD_IDS.indexOf(b.field),
  );
  const chosen = new Map<number, Candidate>();
  const usedBy = new Map<FieldId, number>();
  for (const each of candidates) {
    if (chosen.has(each.column)) continue;
    const other = usedBy.get(each.field);
    if (other !== undefined && !FIELDS[each.field].many) {
      rejected.set(each.column, {
        key: "import.header.taken",
        params: { header: headers[each.column] ?? "", field: each.field, by: headers[other] ?? "" },
      });
      continue;
    }
    chosen.set(each.column, each);
    usedBy.set(each.field, each.column);
  }
  return headers.map((header, column) => {
    const found = chosen.get(column);
    if (found === undefined) {
      const reason = rejected.get(column) ?? { key: "import.header.unknown", params: { header } };
      return { column, header, field: null, confidence: 0, reason };
    }
    const confidence = Math.round(found.confidence * 100) / 100;
    return { column, header, field: found.field, confidence, reason: found.reason };
  });
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * Key under which a mapping is remembered: the same for the same set of headings, in whatever order and spelling of case
 * and blanks. Store the mapping by heading (`mappingByHeader`), since the order may differ next time.
 */
export function headerKey(headers: readonly string[]): string {
  const normal = headers.map((header) => header.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim()).sort();
  const text = normal.join("\u001F");
  const hex = (value: number) => value.toString(16).padStart(8, "0");
  return `${normal.length}-${hex(fnv1a(text, 0x811c9dc5))}${hex(fnv1a(text, 0x01234567))}`;
}

/** A mapping by heading, for storing: only mapped columns. */
export function mappingByHeader(headers: readonly string[], mapping: Mapping): Readonly<Record<string, FieldId>> {
  return Object.fromEntries(
    headers.flatMap((header, column) => {
      const field = mapping[column] ?? null;
      return field === null ? [] : [[header, field] as const];
    }),
  );
}

/** A stored mapping for these headings; headings it does not name are not imported, unknown fields are left out. */
export function mappingFor(headers: readonly string[], byHeader: Readonly<Record<string, string>>): Mapping {
  const key = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const stored = new Map(Object.entries(byHeader).map(([header, field]) => [key(header), field]));
  return headers.map((header) => FIELD_IDS.find((id) => id === stored.get(key(header))) ?? null);
}
