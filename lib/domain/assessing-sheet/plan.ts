import type { Reason } from "../facts";
import { NOT_APPLICABLE } from "../method/answers";
import type { Criterion, Method } from "../method/types";
import type { AssessedAnswers } from "../service/merge";
import { allowedLabels, readAnswer } from "./answers";
import type { SheetColumn } from "./columns";
import type { SheetCells } from "./rows";
import { belongsTo, readToken, sameAsExported, type CellState, type SheetAnswer } from "./state";

/** Most characters of a note, as everywhere. */
export const MAX_NOTE = 4_000;

/** A row of a file, before anything is known about it. */
export interface SheetRow {
  /** Line or row number in the file. */
  readonly line: number;
  readonly cells: SheetCells;
  /** What the reader of the file could not settle in this row. */
  readonly fault?: { readonly column: SheetColumn | null; readonly value: string; readonly reason: Reason };
}

/** A service as the plan needs it: its answers of persons now, and whether the importer may write them. */
export interface SheetService {
  readonly reachable: boolean;
  readonly answers: AssessedAnswers;
}

interface AtCell {
  readonly line: number;
  readonly serviceId: string;
  readonly criterion: string;
  /** What is stored now; null = left to the facts. */
  readonly stored: SheetAnswer | null;
  /** What the file wants; null = left to the facts. */
  readonly given: SheetAnswer | null;
}

export type ChangedCell = AtCell & { readonly outcome: "changed" };
/** Somebody has changed the answer since the export, and not to what the file wants. */
export type ConflictCell = AtCell & {
  readonly outcome: "conflict";
  /** The value that was stored at the export; null = nobody had answered. */
  readonly exported: string | null;
};
export interface RejectedRow {
  readonly outcome: "rejected";
  readonly line: number;
  /** null = the whole row. */
  readonly column: SheetColumn | null;
  readonly value: string;
  readonly reason: Reason;
}
export interface UnchangedRow {
  readonly outcome: "unchanged";
  readonly line: number;
}
/** Every row of the file ends as exactly one of these. */
export type PlannedRow = ChangedCell | ConflictCell | RejectedRow | UnchangedRow;

interface Wish {
  readonly line: number;
  readonly serviceId: string;
  readonly criterion: string;
  readonly given: SheetAnswer | null;
  readonly state: CellState;
}

/**
 * What a filled-in sheet does to the answers as they are now, row by row and in the order of the file. Nothing is
 * guessed and nothing left out: rows = changed + unchanged + conflict + rejected.
 * @param services the services of the city that the file names
 */
export function planSheet(
  method: Method,
  services: ReadonlyMap<string, SheetService>,
  rows: readonly SheetRow[],
): readonly PlannedRow[] {
  const criteria = new Map(method.criteria.map((criterion) => [criterion.id, criterion]));
  const read = rows.map((row) => readRow(method, criteria, services, row));
  const wishes = new Map<string, Wish[]>();
  for (const each of read) {
    if ("outcome" in each) continue;
    const key = JSON.stringify([each.serviceId, each.criterion]);
    wishes.set(key, [...(wishes.get(key) ?? []), each]);
  }
  return read.map((each, index): PlannedRow => {
    if ("outcome" in each) return each;
    const same = wishes.get(JSON.stringify([each.serviceId, each.criterion])) ?? [];
    const other = same.find((wish) => !sameAnswer(wish.given, each.given));
    if (other !== undefined)
      return reject(each.line, "answer", rows[index]?.cells.answer ?? "", "contradiction", { other: other.line });
    // The same answer twice is one answer.
    return same[0] === each ? settle(each, services) : { outcome: "unchanged", line: each.line };
  });
}

function settle(
  { line, serviceId, criterion, given, state }: Wish,
  services: ReadonlyMap<string, SheetService>,
): PlannedRow {
  const service = services.get(serviceId);
  const stored = storedOf(service, criterion);
  if (sameAnswer(stored, given)) return { outcome: "unchanged", line };
  if (service?.reachable !== true) return reject(line, "serviceId", serviceId, "other-department");
  const cell = { line, serviceId, criterion, stored, given };
  return sameAsExported(state, stored)
    ? { outcome: "changed", ...cell }
    : { outcome: "conflict", ...cell, exported: state.stored };
}

const storedOf = (service: SheetService | undefined, criterion: string): SheetAnswer | null =>
  service !== undefined && Object.hasOwn(service.answers, criterion) ? (service.answers[criterion] ?? null) : null;

export const sameAnswer = (a: SheetAnswer | null, b: SheetAnswer | null): boolean =>
  a === null || b === null ? a === b : a.value === b.value && (a.note ?? "") === (b.note ?? "");

/** What a row wants, or what is wrong with it; a row that fills in nothing wants nothing. */
function readRow(
  method: Method,
  criteria: ReadonlyMap<string, Criterion>,
  services: ReadonlyMap<string, SheetService>,
  { line, cells, fault }: SheetRow,
): Wish | RejectedRow | UnchangedRow {
  if (fault !== undefined) return { outcome: "rejected", line, ...fault };
  const criterion = criteria.get(cells.criterion.trim());
  const note = cells.note.trim();
  const state = readToken(cells.state);
  const silent = cells.answer.trim() === "" && note === "";
  if (silent) {
    const edited = criterion !== undefined && state !== null && wasEdited(criterion, cells.current, state);
    return edited ? reject(line, "current", cells.current, "current-edited") : { outcome: "unchanged", line };
  }
  if (cells.method.trim() !== method.ref)
    return reject(line, "method", cells.method, "other-method", { method: method.ref });
  const serviceId = cells.serviceId.trim().toLowerCase();
  if (!services.has(serviceId)) return reject(line, "serviceId", cells.serviceId, "service-unknown");
  if (criterion === undefined) return reject(line, "criterion", cells.criterion, "criterion-unknown");
  if (state === null) return reject(line, "state", cells.state, "state-missing");
  if (!belongsTo(state, { method: method.ref, serviceId, criterion: criterion.id }))
    return reject(line, "state", cells.state, "state-foreign");
  if (note.length > MAX_NOTE) return reject(line, "note", note, "note-too-long", { max: MAX_NOTE });
  if (CONTROL.test(note)) return reject(line, "note", note, "note-characters");
  const answer = readAnswer(criterion, cells.answer);
  const wish = (given: SheetAnswer | null): Wish => ({ line, serviceId, criterion: criterion.id, given, state });
  switch (answer.says) {
    case "problem":
      return reject(line, "answer", cells.answer, answer.problem, {
        allowedDe: allowedLabels(criterion, "de").join(" | "),
        allowedEn: allowedLabels(criterion, "en").join(" | "),
      });
    case "clear":
      return note === "" ? wish(null) : reject(line, "note", note, "note-with-clear");
    case "nothing":
      // A note alone belongs to the answer that was there.
      return state.stored === null
        ? reject(line, "note", note, "note-without-answer")
        : wish({ value: state.stored, note });
    case "value": {
      if (note !== "") return wish({ value: answer.value, note });
      // An answer that is there already keeps its note; a new one brings its own.
      const stored = storedOf(services.get(serviceId), criterion.id);
      if (stored?.value === answer.value) return wish(stored);
      return answer.value === NOT_APPLICABLE
        ? reject(line, "note", cells.note, "note-required")
        : wish({ value: answer.value });
    }
  }
}

/** Somebody wrote into the column that shows today's answer: they meant it, so it must not be passed over. */
function wasEdited(criterion: Criterion, current: string, state: CellState): boolean {
  if (current.trim() === "") return false;
  const said = readAnswer(criterion, current);
  return said.says !== "value" || said.value !== state.shown;
}

function reject(
  line: number,
  column: SheetColumn | null,
  value: string,
  reason: string,
  params?: Reason["params"],
): RejectedRow {
  const key = `sheet.${reason}`;
  return { outcome: "rejected", line, column, value, reason: params === undefined ? { key } : { key, params } };
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export type SheetCounts = Readonly<Record<PlannedRow["outcome"], number>>;

export function countRows(plan: readonly PlannedRow[]): SheetCounts {
  const counts = { changed: 0, unchanged: 0, conflict: 0, rejected: 0 };
  for (const { outcome } of plan) counts[outcome] += 1;
  return counts;
}

/** The answers of a service after the cells of a plan are taken over. */
export function withCells(answers: AssessedAnswers, cells: readonly (ChangedCell | ConflictCell)[]): AssessedAnswers {
  const next = new Map(Object.entries(answers));
  for (const { criterion, given } of cells) {
    if (given === null) next.delete(criterion);
    else next.set(criterion, given);
  }
  return Object.fromEntries(next);
}
