import type { ProtectionNeed, Reason } from "../facts";
import { MATCH_ACCEPT } from "../naming";
import { exactKey } from "../naming/normalise";
import { splitDepartments } from "./departments";
import { FIELDS, type FieldId } from "./fields";
import { sameRef } from "./keys";
import type {
  ImportProblem,
  ImportValues,
  NameMatcher,
  NameRef,
  NamesField,
  PlanInput,
  PlannedMatch,
} from "./plan-types";
import { isMissing, readCell, type CellValues, type Reading } from "./values";

/** A row after reading its cells, before it is known what it means for the inventory. */
export interface Draft {
  readonly line: number;
  readonly values: ImportValues;
  readonly problems: readonly ImportProblem[];
  readonly matches: readonly PlannedMatch[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Shared by all rows of one import: matchers that remember, and what is known about departments. */
export interface RowContext {
  readonly header: readonly string[];
  readonly mapping: PlanInput["mapping"];
  readonly matchers: Readonly<Record<NamesField, NameMatcher>>;
  readonly departments: ReadonlyMap<string, NameRef>;
  readonly isDepartment: (name: string) => boolean;
  /** Cells already read, by field: inventories repeat the same few suppliers, places and levels. Long texts stay out. */
  readonly readings: Map<string, Reading<CellValues[FieldId]>>;
}

/** Longest cell that is worth remembering. */
const REMEMBERED = 500;

function readOnce<F extends FieldId>(field: F, cell: string, context: RowContext): Reading<CellValues[F]> {
  const isKnown = isNamesField(field)
    ? (name: string) => (context.matchers[field](name)[0]?.confidence ?? 0) >= MATCH_ACCEPT
    : undefined;
  const { kind } = FIELDS[field];
  if (kind === "text" || kind === "long-text" || cell.length > REMEMBERED) return readCell(field, cell, isKnown);
  const key = `${field}:${cell}`;
  const known = context.readings.get(key) as Reading<CellValues[F]> | undefined;
  if (known !== undefined) return known;
  const reading = readCell(field, cell, isKnown);
  context.readings.set(key, reading);
  return reading;
}

/** At most 500 characters, never half of a surrogate pair. */
function shortened(text: string): string {
  return text.length > 500 ? `${text.slice(0, 499).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}

/** The confidence from which on a match is taken without asking, and only when nothing else is as good. */
function decide(text: string, field: NamesField, matcher: NameMatcher): PlannedMatch {
  const candidates = matcher(text);
  const best = candidates[0];
  const tied = candidates[1] !== undefined && candidates[1].confidence === best?.confidence;
  const matched = best !== undefined && best.confidence >= MATCH_ACCEPT && !tied;
  return {
    field,
    text,
    decision: matched ? "matched" : "new",
    id: matched ? best.id : null,
    confidence: best?.confidence ?? 0,
    candidates: candidates.slice(0, 5),
  };
}

/** Reads one row. A cell that is not understood leaves its field out and is listed; only a missing or bad name rejects. */
export function readRow(line: number, cells: readonly string[], context: RowContext): Draft {
  const values: Mutable<ImportValues> = {};
  const problems: ImportProblem[] = [];
  const matches: PlannedMatch[] = [];
  let overall: ProtectionNeed | null = null;

  const report = (column: number, field: FieldId, reason: Reason, value: string) =>
    problems.push({
      row: line,
      column: column + 1,
      header: context.header[column] ?? null,
      field,
      value: shortened(value),
      severity: FIELDS[field].required ? "rejected" : "field",
      reason,
    });

  context.mapping.forEach((field, column) => {
    if (field === null) return;
    const cell = cells[column] ?? "";
    const put = <F extends FieldId>(id: F, take: (value: Present<F>) => Reason | null) => {
      const reading = readOnce(id, cell, context);
      const reason = !reading.ok ? reading.reason : reading.value === null ? null : take(reading.value as Present<F>);
      if (reason !== null) report(column, id, reason, cell);
    };
    switch (field) {
      case "department":
        put(field, (text) => {
          const department = oneDepartment(text, context);
          if ("key" in department) return department;
          values.department = department;
          return null;
        });
        break;
      case "product":
      case "maker":
      case "supplier":
      case "operator":
      case "host":
        put(field, (names) => {
          const refs = [...(values[field] ?? [])];
          for (const name of names) {
            const match = decide(name, field, context.matchers[field]);
            matches.push(match);
            const ref = { id: match.id, name };
            if (!refs.some((other) => sameRef(other, ref))) refs.push(ref);
          }
          values[field] = refs;
          return null;
        });
        break;
      case "protectionNeed":
        put(field, (need) => {
          overall = need;
          return null;
        });
        break;
      case "confidentiality":
      case "integrity":
      case "availability":
        put(field, (need) => {
          values[field] = need;
          return null;
        });
        break;
      case "users":
      case "costPerYear":
      case "noticeMonths":
        put(field, (number) => {
          values[field] = number;
          return null;
        });
        break;
      case "operatingModel":
        put(field, (model) => {
          values[field] = model;
          return null;
        });
        break;
      case "lifecycle":
        put(field, (lifecycle) => {
          values[field] = lifecycle;
          return null;
        });
        break;
      default:
        put(field, (text) => {
          values[field] = text;
          return null;
        });
    }
  });
  spreadOverall(values, overall);
  nameProblem(line, cells, values, problems, context);
  return { line, values, problems, matches };
}

type Present<F extends FieldId> = NonNullable<Extract<ReturnType<typeof readCell<F>>, { readonly ok: true }>["value"]>;

function isNamesField(field: FieldId): field is NamesField {
  return FIELDS[field].kind === "names";
}

/** One need for the whole service stands for each of the three that has no value of its own. */
function spreadOverall(values: Mutable<ImportValues>, overall: ProtectionNeed | null): void {
  if (overall === null) return;
  values.confidentiality ??= overall;
  values.integrity ??= overall;
  values.availability ??= overall;
}

/** A service belongs to one department; a list names users, and picking one of them would be a guess. */
function oneDepartment(text: string, context: RowContext): NameRef | Reason {
  const names = splitDepartments(text, context.isDepartment);
  const name = names[0];
  if (name === undefined) return { key: "import.value.not-a-name" };
  if (names.length > 1) return { key: "import.value.several-departments", params: { count: names.length } };
  const limit = FIELDS.department.maxLength;
  if (name.length > limit) return { key: "import.value.too-long", params: { limit, found: name.length } };
  return context.departments.get(exactKey(name)) ?? { id: null, name };
}

function nameProblem(
  line: number,
  cells: readonly string[],
  values: ImportValues,
  problems: ImportProblem[],
  context: RowContext,
): void {
  if (values.name !== undefined || problems.some((problem) => problem.severity === "rejected")) return;
  const column = context.mapping.indexOf("name");
  const cell = cells[column] ?? "";
  problems.push({
    row: line,
    column: column < 0 ? null : column + 1,
    header: context.header[column] ?? null,
    field: "name",
    value: isMissing(cell) ? cell : "",
    severity: "rejected",
    reason: { key: column < 0 ? "import.row.name-not-mapped" : "import.row.name-missing" },
  });
}
