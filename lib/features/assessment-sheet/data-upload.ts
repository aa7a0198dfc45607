import type { Grant } from "@/lib/domain/access/authorise";
import {
  COLUMN_NAMES,
  planSheet,
  readHeader,
  SHEET_COLUMNS,
  type RejectedRow,
  type SheetCells,
  type SheetColumn,
  type SheetRow,
} from "@/lib/domain/assessing-sheet";
import type { Reason } from "@/lib/domain/facts";
import { serviceMethod } from "@/lib/domain/method/registry";
import type { Text } from "@/lib/domain/method/types";
import { readTable, fileText, REFUSAL_TEXTS, type Problem, type Table } from "@/lib/files";
import type { Database, Tx } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";

type Reader = Database | Tx;

/** Uploads wait this long for their commit; forms that were refused are kept as long. */
export const KEPT_HOURS = 24;
/** How a row of `FormDraft` says that it is an upload, open or carried out. */
export const OPEN_UPLOAD = "assessment-sheet";
export const DONE_UPLOAD = "assessment-sheet-done";

/** A file that was read: the rows that say something, and how many say nothing. */
export interface Upload {
  readonly method: string;
  readonly fileName: string;
  readonly sheet: string | null;
  readonly rows: readonly SheetRow[];
  readonly silent: number;
}

/** What a commit did. rows = changed + mine + kept + unchanged + rejected. */
export interface SheetOutcome {
  readonly rows: number;
  readonly changed: number;
  /** Conflicts decided for the file, and for what was stored. */
  readonly mine: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly services: number;
  readonly rejected: readonly RejectedRow[];
}

export interface StoredUpload extends Upload {
  readonly id: string;
  readonly cityId: string;
  readonly createdAt: Date;
  readonly outcome: SheetOutcome | null;
}

/**
 * Reads a person's file as a sheet of answers.
 * @param wanted the method to import for; null = the one most rows name
 */
export async function readUpload(
  input: { readonly bytes: Uint8Array; readonly fileName: string },
  wanted: string | null,
  language: keyof Text,
): Promise<Result<Upload>> {
  const fileName = plainFileName(input.fileName);
  const read = await readTable(input.bytes, fileName);
  if (!read.ok) {
    const text = fileText(REFUSAL_TEXTS[read.refusal.code], language, read.refusal.params);
    return refuse(read.refusal.code === "too-big" ? "too-large" : "invalid", {
      message: "assessmentSheet.refusedFile",
      params: { text },
      fields: [],
    });
  }
  const { table } = read;
  const header = readHeader(table.header);
  if (!header.ok) {
    const names = (columns: readonly SheetColumn[]) =>
      columns.map((column) => quoted(COLUMN_NAMES[column][language], language)).join(", ");
    return header.missing.length > 0
      ? refuse("invalid", { message: "assessmentSheet.columnsMissing", params: { columns: names(header.missing) } })
      : refuse("invalid", { message: "assessmentSheet.columnsTwice", params: { columns: names(header.twice) } });
  }
  const rows = rowsOf(table, header.places);
  const ref = wanted ?? mostNamed(rows);
  const method = ref === null ? undefined : serviceMethod(ref);
  if (method === undefined) return refuse("invalid", { message: "assessmentSheet.noMethod" });
  // Without any service every row that wants something is refused: what is unchanged then says nothing.
  const plan = planSheet(method, new Map(), rows);
  const speaking = rows.filter((_, i) => plan[i]?.outcome !== "unchanged");
  return ok({
    method: method.ref,
    fileName,
    sheet: table.sheet,
    rows: speaking,
    silent: rows.length - speaking.length,
  });
}

const quoted = (name: string, language: keyof Text): string => (language === "de" ? `„${name}“` : `“${name}”`);

function rowsOf(table: Table, places: Readonly<Record<SheetColumn, number | null>>): SheetRow[] {
  const columnAt = new Map(
    SHEET_COLUMNS.flatMap((column) => (places[column] === null ? [] : [[places[column], column]])),
  );
  const faults = new Map<number, Problem[]>();
  for (const problem of table.problems) {
    if (problem.scope === "file") continue;
    faults.set(problem.row, [...(faults.get(problem.row) ?? []), problem]);
  }
  const fault = (problem: Problem): NonNullable<SheetRow["fault"]> => ({
    column: problem.column === null ? null : ((columnAt.get(problem.column - 1) as SheetColumn | undefined) ?? null),
    value: storable(problem.value),
    reason: { key: `file.${problem.code}`, params: problem.params } satisfies Reason,
  });
  const rows = table.rows.map(({ line, cells }): SheetRow => {
    const named = Object.fromEntries(
      SHEET_COLUMNS.map((column) => [column, places[column] === null ? "" : storable(cells[places[column]] ?? "")]),
    ) as SheetCells;
    // What is only shown may be broken; what is read back may not.
    const found = (faults.get(line) ?? []).find(
      ({ scope, column }) => scope === "cell" && column !== null && READ.has(columnAt.get(column - 1)),
    );
    return found === undefined ? { line, cells: named } : { line, cells: named, fault: fault(found) };
  });
  const there = new Set(rows.map(({ line }) => line));
  const broken = [...faults].flatMap(([line, [problem]]): SheetRow[] =>
    there.has(line) || problem?.scope !== "row" ? [] : [{ line, cells: EMPTY, fault: fault(problem) }],
  );
  return [...rows, ...broken].sort((a, b) => a.line - b.line);
}

/** The database takes no NUL and no half of a character. */
const storable = (text: string): string => text.replace(/\u0000|\p{Cs}/gu, "\uFFFD");

const READ: ReadonlySet<unknown> = new Set<SheetColumn>([
  "current",
  "answer",
  "note",
  "criterion",
  "serviceId",
  "method",
  "state",
]);
const EMPTY = Object.fromEntries(SHEET_COLUMNS.map((column) => [column, ""])) as SheetCells;

function mostNamed(rows: readonly SheetRow[]): string | null {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const ref = cells.method.trim();
    if (serviceMethod(ref) !== undefined) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** The name alone, as some browsers send a path with it. */
const plainFileName = (name: string): string =>
  storable(name.split(/[/\\]/).at(-1) ?? "")
    .replace(/[\u0001-\u001f\u007f]/g, "")
    .slice(0, 200) || "upload";

/** An upload of this person in this city, as long as it is kept; null otherwise. */
export async function findUpload(
  reader: Reader,
  grant: Pick<Grant, "cityId" | "userId">,
  id: string,
): Promise<StoredUpload | null> {
  const row = await reader.formDraft.findFirst({
    where: {
      id,
      userId: grant.userId,
      kind: { in: [OPEN_UPLOAD, DONE_UPLOAD] },
      createdAt: { gte: new Date(Date.now() - KEPT_HOURS * 3_600_000) },
    },
  });
  const stored = row?.values as unknown as Omit<StoredUpload, "id" | "createdAt"> | undefined;
  if (row === null || stored?.cityId !== grant.cityId) return null;
  return { ...stored, id: row.id, createdAt: row.createdAt };
}
