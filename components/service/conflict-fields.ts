import type { UpdateServiceInput } from "@/lib/features/service/schema";
import { updateServiceInput } from "@/lib/features/service/schema";
import type { ServiceValues } from "@/lib/features/service/data";

type Field = keyof ServiceValues;

/** Who changed a field since the form was opened; `unclear` when nobody kept what it showed. */
export type ChangedBy = "nobody" | "you" | "they" | "both" | "unclear";

export interface ConflictField {
  readonly name: Field;
  readonly changedBy: ChangedBy;
  /** null when it is not known. */
  readonly before: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
  /** The same as a form field's text: the server reads it like what was typed. */
  readonly yourText: string;
  readonly theirText: string;
}

/**
 * Compares what was typed with what is stored now, field by field, against what the form showed when it was opened.
 * Null when what was typed cannot be read: then the plain form has to be drawn again.
 */
export function conflictFields(
  typed: Readonly<Record<string, unknown>>,
  now: ServiceValues,
): readonly ConflictField[] | null {
  const read = updateServiceInput.safeParse({ ...typed, version: 1 });
  if (!read.success) return null;
  const base = parseBase(typed["base"]);
  return (Object.keys(now) as Field[])
    .filter((name) => name !== "lifecycle" || now.lifecycle !== "retired")
    .map((name): ConflictField => {
      const yours = plain(name, read.data[name]);
      const theirs = plain(name, now[name]);
      const before = base === null ? null : plain(name, base[name]);
      return {
        name,
        before,
        yours,
        theirs,
        changedBy: whoChanged(base !== null, key(before), key(yours), key(theirs)),
        yourText: textOf(read.data[name]),
        theirText: textOf(now[name]),
      };
    });
}

function whoChanged(known: boolean, before: string, yours: string, theirs: string): ChangedBy {
  if (yours === theirs) return "nobody";
  if (!known) return "unclear";
  if (before === yours) return "they";
  return before === theirs ? "you" : "both";
}

const key = (value: unknown): string => JSON.stringify(value ?? null);

/** Rows by what people see of them, so that the same name typed and stored is the same. */
function plain(name: Field, value: unknown): unknown {
  if (!Array.isArray(value)) return value ?? null;
  const rows = value as readonly Record<string, unknown>[];
  if (name === "products")
    return rows.filter((row) => row["name"] || row["id"]).map((row) => ({ name: row["name"] ?? row["id"] }));
  return rows
    .filter((row) => row["role"])
    .map(({ role, name: who, dataAccess, location }) => ({
      role,
      name: who ?? null,
      dataAccess,
      location: location ?? null,
    }));
}

function textOf(value: ServiceValues[Field] | UpdateServiceInput[Field]): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "on" : "";
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function parseBase(text: unknown): Partial<Record<Field, unknown>> | null {
  if (typeof text !== "string") return null;
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" ? (value as Partial<Record<Field, unknown>>) : null;
  } catch {
    return null;
  }
}
