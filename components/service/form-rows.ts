import type { RoleValues, ServiceValues } from "@/lib/features/service/data";

/** A row of products or roles as the form draws it: text in every field. */
export interface FormRow {
  readonly id: string;
  readonly name: string;
  readonly asNew: boolean;
  readonly role: string;
  readonly dataAccess: string;
  readonly location: string;
}

const EMPTY: FormRow = { id: "", name: "", asNew: false, role: "", dataAccess: "unknown", location: "" };
const SPARE_ROWS = 3;
const MOST_ROWS = 60;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function row(value: unknown): FormRow {
  const given = (value !== null && typeof value === "object" ? value : {}) as Record<string, unknown>;
  return {
    id: text(given["id"]),
    name: text(given["name"]),
    asNew: given["asNew"] === true || given["asNew"] === "on",
    role: text(given["role"]),
    dataAccess: text(given["dataAccess"]) || "unknown",
    location: text(given["location"]),
  };
}

/** Rows as typed (a list, or a list as JSON text), else as stored; always with a few empty ones at the end. */
export function formRows(
  typed: unknown,
  stored: readonly (RoleValues | ServiceValues["products"][number])[],
): readonly FormRow[] {
  const given = parsed(typed);
  const rows = (given ?? stored).map(row);
  const used = rows.findLastIndex((each) => each.name !== "" || each.role !== "" || each.location !== "") + 1;
  const length = Math.min(MOST_ROWS, Math.max(rows.length, used + SPARE_ROWS));
  return Array.from({ length }, (_, i) => rows[i] ?? EMPTY);
}

function parsed(typed: unknown): readonly unknown[] | null {
  if (Array.isArray(typed)) return typed;
  if (typeof typed !== "string" || typed === "") return null;
  try {
    const value: unknown = JSON.parse(typed);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
