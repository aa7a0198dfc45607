/** A value of an audit row as people read it: text, a number, yes or no, a list of texts; null = nothing was there. */
export type ChangeValue = string | number | boolean | readonly string[] | null;

export interface FieldChange {
  /** Path of the field, parts joined by a dot, e.g. `protection.integrity`. */
  readonly field: string;
  readonly before: ChangeValue;
  readonly after: ChangeValue;
}

/** Nested deeper than this is shown as text: a log row is read, not explored. */
const MAX_DEPTH = 3;

/**
 * The fields of an audit row, before and after, in a stable order: those of `after` first, then what only `before` had.
 * Rows of a creation have no before, rows of a removal no after; values that are equal on both sides are left out.
 */
export function fieldChanges(before: unknown, after: unknown): readonly FieldChange[] {
  const old = flatten(before);
  const now = flatten(after);
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((field) => JSON.stringify(old.get(field) ?? null) !== JSON.stringify(now.get(field) ?? null))
    .map((field) => ({ field, before: plain(old.get(field)), after: plain(now.get(field)) }));
}

/** Values as they are stored, by path: two records with the same words may still differ in their ids. */
function flatten(value: unknown): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  const visit = (node: unknown, path: readonly string[]): void => {
    const isGroup = node !== null && typeof node === "object" && !Array.isArray(node);
    if (isGroup && path.length < MAX_DEPTH) {
      for (const [name, inner] of Object.entries(node)) visit(inner, [...path, name]);
      return;
    }
    fields.set(path.join("."), node);
  };
  if (value !== null && value !== undefined) visit(value, []);
  return fields;
}

function plain(value: unknown): ChangeValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.map(asText) : asText(value);
}

/** An entry of a list: a record by what people can read of it, without its ids; anything else as JSON. */
function asText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value !== null && typeof value === "object" && !Array.isArray(value)) {
    const readable = Object.entries(value)
      .filter(([name, inner]) => !/(^id|Id)$/.test(name) && (typeof inner === "string" || typeof inner === "number"))
      .map(([, inner]) => String(inner));
    if (readable.length > 0) return readable.join(", ");
  }
  return JSON.stringify(value) ?? String(value);
}
