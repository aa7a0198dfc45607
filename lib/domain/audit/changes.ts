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
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function flatten(value: unknown): Map<string, ChangeValue> {
  const fields = new Map<string, ChangeValue>();
  const visit = (node: unknown, path: readonly string[]): void => {
    const isGroup = node !== null && typeof node === "object" && !Array.isArray(node);
    if (isGroup && path.length < MAX_DEPTH) {
      for (const [name, inner] of Object.entries(node)) visit(inner, [...path, name]);
      return;
    }
    fields.set(path.join("."), plain(node));
  };
  if (value !== null && value !== undefined) visit(value, []);
  return fields;
}

function plain(value: unknown): ChangeValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map((item) => (typeof item === "string" ? item : asText(item)));
  return asText(value);
}

const asText = (value: unknown): string => JSON.stringify(value) ?? String(value);
