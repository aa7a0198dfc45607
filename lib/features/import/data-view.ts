import type { Grant } from "@/lib/domain/access/authorise";
import {
  mappingFor,
  type Mapping,
  type NewName,
  type Outcome,
  type PlannedChange,
  type ValueField,
} from "@/lib/domain/importing";
import type { CsvValue, Repair, Table } from "@/lib/files";
import type { Database } from "@/lib/server/database/client";
import { findRun, loadTable, runProblems, type Run, type RunCounts } from "./data";
import { fileProblems, preparePlan, type Prepared } from "./data-plan";
import type { Moves, RunProblem } from "./schema";

type ReadGrant = Pick<Grant<"import.read">, "cityId">;

/** One row of the file as the dry run shows it. */
export interface ViewRow {
  readonly line: number;
  readonly outcome: Outcome;
  readonly name: string;
  readonly serviceId: string | null;
  readonly changes: readonly PlannedChange[];
  readonly problems: readonly RunProblem[];
}

/** A written name and whom it was taken for. */
export interface ViewMatch {
  readonly field: ValueField;
  readonly text: string;
  readonly id: string;
  readonly name: string;
  readonly confidence: number;
  readonly rows: number;
}

/** A name that is not known, and what comes closest. */
export interface ViewNew {
  readonly name: string;
  readonly rows: number;
  readonly suggestion: { readonly name: string; readonly confidence: number } | null;
}

export interface DryRunView {
  readonly hash: string;
  /** The data changed since the figures were computed: they are left out, and a commit would be refused. */
  readonly stale: boolean;
  readonly counts: RunCounts;
  readonly moves: Moves | null;
  readonly rows: readonly ViewRow[];
  /** Rows that fit the filter, of which one page is shown. */
  readonly filtered: number;
  readonly page: number;
  readonly pageSize: number;
  /** Field per column, as the run has it. */
  readonly mapping: Mapping;
  readonly matches: readonly ViewMatch[];
  readonly matchCount: number;
  readonly newOrganisations: readonly ViewNew[];
  readonly newOrganisationCount: number;
  readonly newProducts: readonly ViewNew[];
  readonly newProductCount: number;
  readonly newDepartments: readonly ViewNew[];
  readonly problems: readonly RunProblem[];
  readonly problemCount: number;
  readonly repairs: readonly Repair[];
  readonly repairCounts: Table["repairCounts"];
}

/** Rows on one page of the dry run. */
const ROWS_PER_PAGE = 20;
/** Entries of a list below the rows; the counts say how many there are, the correction file holds all problems. */
const LISTED = 25;

/** The dry run as one page of it, planned anew from the file, the mapping and the data as they are now. Writes nothing. */
export async function loadDryRun(
  database: Database,
  grant: ReadGrant,
  run: Run,
  query: { readonly outcome: Outcome | null; readonly page: number },
): Promise<DryRunView> {
  const table = await loadTable(database, grant, run.id);
  const prepared = await preparePlan(database, grant.cityId, table, mappingFor(table.header, run.mapping ?? {}));
  const { plan } = prepared;
  const fitting = query.outcome === null ? plan.rows : plan.rows.filter((row) => row.outcome === query.outcome);
  const page = Math.min(Math.max(1, query.page), Math.max(1, Math.ceil(fitting.length / ROWS_PER_PAGE)));
  const problems = runProblems(plan, fileProblems(table));
  const stored = run.result?.kind === "planned" ? run.result : null;
  const stale = stored?.planHash !== prepared.hash;
  const matches = matchesOf(prepared);
  return {
    hash: prepared.hash,
    stale,
    counts: plan.counts,
    moves: stale ? null : (stored?.moves ?? null),
    rows: fitting.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE).map((row) => ({
      line: row.line,
      outcome: row.outcome,
      name: row.values.name ?? "",
      serviceId: row.existingId,
      changes: row.changes.filter((change) => change.field !== "name" || row.outcome === "updated"),
      problems: runProblems({ ...plan, rows: [row] }, []),
    })),
    filtered: fitting.length,
    page,
    pageSize: ROWS_PER_PAGE,
    mapping: prepared.mapping,
    matches: matches.slice(0, LISTED),
    matchCount: matches.length,
    newOrganisations: newNames(prepared, plan.newOrganisations, "organisations"),
    newOrganisationCount: plan.newOrganisations.length,
    newProducts: newNames(prepared, plan.newProducts, "products"),
    newProductCount: plan.newProducts.length,
    newDepartments: plan.newDepartments
      .slice(0, LISTED)
      .map(({ name, lines }) => ({ name, rows: lines.length, suggestion: null })),
    problems: problems.slice(0, LISTED),
    problemCount: problems.length,
    repairs: table.repairs.slice(0, LISTED),
    repairCounts: table.repairCounts,
  };
}

/** Whom the written names were taken for, the least sure first. */
function matchesOf({ plan, matcher }: Prepared): ViewMatch[] {
  const found = new Map<string, ViewMatch>();
  for (const row of plan.rows) {
    for (const { field, text, id, confidence } of row.matches) {
      if (id === null) continue;
      const key = `${field}\n${text}`;
      const name = (field === "product" ? matcher.products : matcher.organisations).get(id)?.name ?? id;
      found.set(key, { field, text, id, name, confidence, rows: (found.get(key)?.rows ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => a.confidence - b.confidence || (a.text < b.text ? -1 : 1));
}

function newNames({ matcher }: Prepared, names: readonly NewName[], kind: "organisations" | "products"): ViewNew[] {
  const closest = (each: NewName) => each.candidates[0]?.confidence ?? 0;
  return [...names]
    .sort((a, b) => closest(b) - closest(a) || b.lines.length - a.lines.length || (a.name < b.name ? -1 : 1))
    .slice(0, LISTED)
    .map(({ name, lines, candidates }) => {
      const best = candidates[0];
      return {
        name,
        rows: lines.length,
        suggestion:
          best === undefined
            ? null
            : { name: matcher[kind].get(best.id)?.name ?? best.id, confidence: best.confidence },
      };
    });
}

/** Headings and words of the correction file in the reader's language. */
export interface CorrectionWords {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  readonly header: string;
  readonly value: string;
  readonly reason: string;
  readonly consequence: string;
  readonly rowRejected: string;
  readonly valueLeftOut: string;
}

/**
 * What was, or would be, not taken over: place, value and reason, and the row's own cells as the file has them, so that it
 * can be corrected there and imported again. Null when the run is not found or was never mapped.
 */
export async function correctionFile(
  database: Database,
  grant: ReadGrant,
  runId: string,
  locale: "de" | "en",
  words: CorrectionWords,
): Promise<{
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvValue[])[];
} | null> {
  const run = await findRun(database, grant, runId);
  if (run === null || run.mapping === null) return null;
  const table = await loadTable(database, grant, runId);
  const cells = new Map(table.rows.map((row) => [row.line, row.cells]));
  const problems =
    run.result?.kind === "committed"
      ? run.result.problems
      : runProblems(
          (await preparePlan(database, grant.cityId, table, mappingFor(table.header, run.mapping))).plan,
          fileProblems(table),
        );
  return {
    name: run.fileName.replace(/\.[a-z0-9]{1,5}$/i, ""),
    header: [
      words.sheet,
      words.row,
      words.column,
      words.header,
      words.value,
      words.reason,
      words.consequence,
      ...table.header,
    ],
    rows: problems.map(({ row, column, header, value, severity, text }) => [
      table.sheet,
      row,
      column,
      header,
      value,
      text[locale],
      severity === "rejected" ? words.rowRejected : words.valueLeftOut,
      ...(cells.get(row) ?? []),
    ]),
  };
}
