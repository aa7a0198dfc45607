import type { Reason } from "../facts";
import { exactKey } from "../naming/normalise";
import { assignRows, type Assignment } from "./assign";
import { departmentKnowledge } from "./departments";
import { newNameKey, sameRef } from "./keys";
import type {
  ExistingService,
  ImportPlan,
  ImportProblem,
  ImportValues,
  NameMatcher,
  NameRef,
  NewName,
  Outcome,
  PlanInput,
  PlannedChange,
  PlannedMatch,
  PlannedRow,
  UnreadableRow,
  ValueField,
} from "./plan-types";
import { readRow, type Draft, type RowContext } from "./rows";

/**
 * What an import would do, row by row, without doing it. Every input row comes back as created, updated, unchanged or
 * rejected. A row is rejected when its name is missing or unusable, when it repeats another row, when several services fit,
 * or when the file reader could not take it apart. A cell that is not understood only leaves its field out; it is listed
 * with severity `field`. An empty cell never deletes a value. Planning again after the plan was carried out gives only
 * `unchanged`, provided that `key` was stored as `naturalKey` and new names can be matched.
 */
export function planImport(input: PlanInput): ImportPlan {
  const context = contextOf(input);
  const drafts = input.rows.map((row) => readRow(row.line, row.cells, context));
  const usable = drafts.filter((draft) => draft.problems.every((problem) => problem.severity !== "rejected"));
  const assignments = assignRows(usable, input.existing);
  const rows = [
    ...drafts.map((draft) => planRow(draft, assignments.get(draft), context)),
    ...(input.unreadable ?? []).map((row) => unreadableRow(row, input.header)),
  ].sort((a, b) => a.line - b.line);

  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const fieldProblems = rows.flatMap((row) => row.problems).filter((problem) => problem.severity === "field").length;
  return {
    rows,
    counts: {
      rows: rows.length,
      created: count("created"),
      updated: count("updated"),
      unchanged: count("unchanged"),
      rejected: count("rejected"),
      fieldProblems,
    },
    newOrganisations: newNames(rows, ["maker", "supplier", "operator", "host"]),
    newProducts: newNames(rows, ["product"]),
    newDepartments: newDepartments(rows),
  };
}

/** The lines of the correction file, in the order of rows and columns. */
export function corrections(plan: ImportPlan): readonly ImportProblem[] {
  return plan.rows.flatMap((row) => row.problems).sort((a, b) => a.row - b.row || (a.column ?? 0) - (b.column ?? 0));
}

function contextOf(input: PlanInput): RowContext {
  const organisation = remembering(input.matchOrganisation);
  const departmentColumn = input.mapping.indexOf("department");
  const cells = departmentColumn < 0 ? [] : input.rows.map((row) => row.cells[departmentColumn] ?? "");
  return {
    header: input.header,
    mapping: input.mapping,
    matchers: {
      product: remembering(input.matchProduct),
      maker: organisation,
      supplier: organisation,
      operator: organisation,
      host: organisation,
    },
    departments: new Map(input.departments.map((each) => [exactKey(each.name), { id: each.id, name: each.name }])),
    isDepartment: departmentKnowledge(
      input.departments.map((each) => each.name),
      cells,
    ),
    readings: new Map(),
  };
}

/** Inventories repeat few names many times. */
function remembering(matcher: NameMatcher): NameMatcher {
  const known = new Map<string, ReturnType<NameMatcher>>();
  return (name) => {
    const found = known.get(name) ?? matcher(name);
    known.set(name, found);
    return found;
  };
}

function planRow(draft: Draft, assignment: Assignment | undefined, context: RowContext): PlannedRow {
  const { line, values, problems, matches } = draft;
  const rejected = (reason: Reason | null): PlannedRow => {
    const column = context.mapping.indexOf("name");
    const problem: ImportProblem[] =
      reason === null
        ? []
        : [
            {
              row: line,
              column: column < 0 ? null : column + 1,
              header: context.header[column] ?? null,
              field: "name",
              value: values.name ?? "",
              severity: "rejected",
              reason,
            },
          ];
    return {
      line,
      outcome: "rejected",
      key: null,
      existingId: null,
      values,
      changes: [],
      problems: [...problems, ...problem],
      matches,
    };
  };
  if (assignment === undefined) return rejected(null);
  if (assignment.kind === "duplicate")
    return rejected({ key: "import.row.duplicate", params: { line: assignment.firstLine } });
  if (assignment.kind === "ambiguous")
    return rejected({ key: "import.row.ambiguous", params: { count: assignment.count } });
  const service: ExistingService | null = assignment.kind === "existing" ? assignment.service : null;
  const changes = changesOf(values, service?.values ?? {});
  return {
    line,
    outcome: service === null ? "created" : changes.length > 0 ? "updated" : "unchanged",
    key: assignment.key,
    existingId: service?.id ?? null,
    values,
    changes,
    problems,
    matches,
  };
}

function unreadableRow(row: UnreadableRow, header: readonly string[]): PlannedRow {
  const problem: ImportProblem = {
    row: row.line,
    column: row.column,
    header: row.column === null ? null : (header[row.column - 1] ?? null),
    field: null,
    value: row.value,
    severity: "rejected",
    reason: row.reason,
  };
  return {
    line: row.line,
    outcome: "rejected",
    key: null,
    existingId: null,
    values: {},
    changes: [],
    problems: [problem],
    matches: [],
  };
}

/** Fields that the row states and the service does not have like that. What the row leaves out stays as it is. */
function changesOf(values: ImportValues, existing: ImportValues): readonly PlannedChange[] {
  return (Object.keys(values) as ValueField[])
    .filter((field) => values[field] !== undefined && !sameValue(values[field], existing[field]))
    .map((field) => ({ field, before: existing[field] ?? null, after: values[field] ?? null }));
}

function isRef(value: unknown): value is NameRef {
  return typeof value === "object" && value !== null && "name" in value;
}

function sameValue(a: ImportValues[ValueField], b: ImportValues[ValueField]): boolean {
  if (Array.isArray(a)) {
    const [left, right] = [a as readonly NameRef[], (Array.isArray(b) ? b : []) as readonly NameRef[]];
    // Order says nothing in an inventory's list of suppliers.
    const within = (some: readonly NameRef[], all: readonly NameRef[]) =>
      some.every((ref) => all.some((other) => sameRef(ref, other)));
    return within(left, right) && within(right, left);
  }
  if (isRef(a) && isRef(b))
    return a.id !== null && b.id !== null ? a.id === b.id : exactKey(a.name) === exactKey(b.name);
  return a === b;
}

/** Rows whose values will be stored, with the fields that will. */
function storedFields(rows: readonly PlannedRow[]): { readonly row: PlannedRow; readonly field: ValueField }[] {
  return rows.flatMap((row) => row.changes.map((change) => ({ row, field: change.field })));
}

interface Collected {
  readonly names: Set<string>;
  readonly fields: Set<ValueField>;
  readonly lines: Set<number>;
  candidates: PlannedMatch["candidates"];
}

function collect(into: Map<string, Collected>, key: string, name: string, field: ValueField, line: number): Collected {
  const entry: Collected = into.get(key) ?? { names: new Set(), fields: new Set(), lines: new Set(), candidates: [] };
  entry.names.add(name);
  entry.fields.add(field);
  entry.lines.add(line);
  into.set(key, entry);
  return entry;
}

function listed(collected: ReadonlyMap<string, Collected>): readonly NewName[] {
  return [...collected]
    .map(([key, { names, fields, lines, candidates }]) => ({
      key,
      // The fullest spelling; by length, then by letters, so that the order of rows does not choose.
      name: [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? "",
      fields: [...fields].sort(),
      lines: [...lines].sort((a, b) => a - b),
      candidates,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function newNames(rows: readonly PlannedRow[], fields: readonly ValueField[]): readonly NewName[] {
  const collected = new Map<string, Collected>();
  for (const { row, field } of storedFields(rows)) {
    const refs = row.values[field];
    if (!fields.includes(field) || !Array.isArray(refs)) continue;
    for (const ref of refs as readonly NameRef[]) {
      if (ref.id !== null) continue;
      const entry = collect(collected, newNameKey(ref.name), ref.name, field, row.line);
      const candidates = row.matches.find((match) => match.text === ref.name)?.candidates ?? [];
      if ((candidates[0]?.confidence ?? 0) > (entry.candidates[0]?.confidence ?? 0)) entry.candidates = candidates;
    }
  }
  return listed(collected);
}

function newDepartments(rows: readonly PlannedRow[]): readonly NewName[] {
  const collected = new Map<string, Collected>();
  for (const { row, field } of storedFields(rows)) {
    const department = row.values.department;
    if (field !== "department" || department === undefined || department.id !== null) continue;
    collect(collected, exactKey(department.name), department.name, field, row.line);
  }
  return listed(collected);
}
