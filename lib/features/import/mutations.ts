import { createHash } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { headerKey, mappingByHeader, mappingFor, type FieldId, type Mapping } from "@/lib/domain/importing";
import { readTable, type Repair, type Table } from "@/lib/files";
import { dayInBerlin } from "@/lib/format";
import { audit, type Actor, type AuditEntry } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { newId } from "@/lib/server/ids";
import { ok, refuse, type Refusal, type Result } from "@/lib/server/result";
import { loadPortfolio } from "../portfolio/data";
import { rescore } from "../score/mutations";
import {
  defaultMapping,
  findRun,
  loadTable,
  mappingColumns,
  movesBetween,
  PROBLEM_LIMIT,
  refusalText,
  runLock,
  runProblems,
  type CommittedResult,
  type PlannedResult,
  type RunCounts,
} from "./data";
import { fileProblems, preparePlan, type Prepared } from "./data-plan";
import { applyPlan, RESCORE_ALL_ABOVE, serviceEntries, StalePlanError, type Applied } from "./mutations-apply";
import { IMPORT_FIELDS, mappingProblem, type Moves } from "./schema";

type ImportGrant = Grant<"service.import">;
type Locale = "de" | "en";

/** Audit rows per statement. */
const AUDIT_CHUNK = 2_000;

/** Keeps an uploaded file, if it is a table. The city's inventory is not touched. */
export async function uploadRun(
  database: Database,
  grant: ImportGrant,
  actor: Actor,
  input: { readonly bytes: Uint8Array; readonly fileName: string },
  locale: Locale,
): Promise<Result<{ id: string }>> {
  const fileName = plainFileName(input.fileName);
  const read = await readTable(input.bytes, fileName);
  if (!read.ok) return unreadable(refusalText(read.refusal, locale), read.refusal.code === "too-big");
  return transaction(database, async (tx) => {
    const stored = await storeFile(tx, grant, actor, { ...input, fileName }, read.table);
    await audit(tx, [stored.entry]);
    return ok({ id: stored.id });
  });
}

/** Takes the mapping, remembers it for these headers, and computes the dry run: what would change and how the figures would move. */
export async function planRun(
  database: Database,
  grant: ImportGrant,
  actor: Actor,
  runId: string,
  columns: Mapping,
): Promise<Result<{ id: string }>> {
  const run = await findRun(database, grant, runId);
  if (run === null) return refuse("not-found");
  if (run.state !== "uploaded" && run.state !== "planned")
    return refuse("not-possible", { message: "import.alreadyCommitted" });
  const table = await loadTable(database, grant, runId);
  const problem = checkMapping(table, columns);
  if (problem !== null) return problem;
  const { prepared, moves } = await predict(database, grant, table, columns, run.fileName);
  const byHeader = mappingByHeader(table.header, columns);
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    await lockRun(tx, grant.cityId, runId);
    const current = await findRun(tx, grant, runId);
    if (current?.state !== "uploaded" && current?.state !== "planned")
      return refuse("not-possible", { message: "import.alreadyCommitted" });
    const result: PlannedResult = { kind: "planned", planHash: prepared.hash, moves };
    await tx.importRun.update({
      where: { id: runId },
      data: {
        state: "planned",
        mapping: json(byHeader),
        counts: json(prepared.plan.counts),
        result: json(result),
        version: { increment: 1 },
      },
    });
    await remember(tx, grant.cityId, table.header, byHeader);
    await audit(tx, [
      runEntry(grant.cityId, actor, "import.plan", runId, run.fileName, {
        mapping: byHeader,
        counts: prepared.plan.counts,
      }),
    ]);
    return ok({ id: runId });
  });
}

/**
 * Carries the import out, in one transaction: all of it or nothing. The plan is made again under the city's lock; when it is
 * no longer the one that was shown, nothing is written and a new dry run is made. Committing twice commits once.
 * @param shown hash of the plan that was shown
 */
export async function commitRun(
  database: Database,
  grant: ImportGrant,
  actor: Actor,
  runId: string,
  shown: string,
): Promise<Result<{ id: string }>> {
  const run = await findRun(database, grant, runId);
  if (run === null) return refuse("not-found");
  if (run.mapping === null) return refuse("not-possible", { message: "import.notMapped" });
  const table = await loadTable(database, grant, runId);
  const done = await committing(() =>
    transaction(database, async (tx): Promise<Result<{ id: string }>> => {
      await lockRun(tx, grant.cityId, runId);
      const current = await findRun(tx, grant, runId);
      if (current === null) return refuse("not-found");
      if (current.state === "committed") return ok({ id: runId });
      if (current.state === "undone" || current.mapping === null)
        return refuse("not-possible", { message: "import.alreadyUndone" });
      const prepared = await preparePlan(tx, grant.cityId, table, mappingFor(table.header, current.mapping));
      if (prepared.hash !== shown) return stale();
      await carryOut(tx, grant, actor, { id: runId, fileName: current.fileName }, table, prepared);
      return ok({ id: runId });
    }),
  );
  if (!done.ok && done.code === "conflict") {
    await planRun(database, grant, actor, runId, mappingFor(table.header, run.mapping));
  }
  return done;
}

/** A row that was not taken over, for programs. */
export interface RejectedRow {
  readonly row: number;
  /** Number of the column, 1-based; null = the whole row. */
  readonly column: number | null;
  readonly header: string | null;
  readonly value: string;
  readonly reason: string;
}

/** What an import did or would do, for programs. rows = created + updated + unchanged + rows rejected. */
export interface ImportReport {
  readonly run: string | null;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
  /** Cells that were not understood and whole-file remarks; their rows are imported. */
  readonly warnings: readonly RejectedRow[];
  readonly repairs: readonly Repair[];
  readonly mapping: Readonly<Record<string, FieldId>>;
  readonly newOrganisations: readonly string[];
  readonly newProducts: readonly string[];
  readonly newDepartments: readonly string[];
  readonly moves: Moves;
}

/**
 * The whole way in one step, for the command line: read, map (given, remembered or suggested), and either only say what
 * would happen or do it.
 * @param input.mapping heading → field id
 */
export async function importFile(
  database: Database,
  grant: ImportGrant,
  actor: Actor,
  input: {
    readonly bytes: Uint8Array;
    readonly fileName: string;
    readonly mapping?: Readonly<Record<string, string>>;
    readonly dryRun: boolean;
    readonly locale?: Locale;
  },
): Promise<Result<ImportReport>> {
  const locale = input.locale ?? "en";
  const fileName = plainFileName(input.fileName);
  const read = await readTable(input.bytes, fileName);
  if (!read.ok) return unreadable(refusalText(read.refusal, locale), read.refusal.code === "too-big");
  const { table } = read;
  const misfit = input.mapping && misfits(table, input.mapping);
  if (misfit) return misfit;
  const mapping = input.mapping
    ? mappingFor(table.header, input.mapping)
    : defaultMapping(await mappingColumns(database, grant, null, table));
  const problem = checkMapping(table, mapping);
  if (problem !== null) return problem;
  if (input.dryRun) {
    const { prepared, moves } = await predict(database, grant, table, mapping, fileName);
    return ok(report(null, table, prepared, moves, locale));
  }
  return committing(() =>
    transaction(database, async (tx): Promise<Result<ImportReport>> => {
      const id = newId();
      await lockRun(tx, grant.cityId, id);
      const prepared = await preparePlan(tx, grant.cityId, table, mapping);
      const { entry } = await storeFile(tx, grant, actor, { bytes: input.bytes, fileName }, table, { id, mapping });
      const moves = await carryOut(tx, grant, actor, { id, fileName }, table, prepared, [entry]);
      return ok(report(id, table, prepared, moves, locale));
    }),
  );
}

class Rollback extends Error {}

/** Applies, scores and reads the figures in a transaction that is then given up: the prediction is what a commit would give. */
async function predict(database: Database, grant: ImportGrant, table: Table, mapping: Mapping, fileName: string) {
  let outcome: { prepared: Prepared; moves: Moves } | null = null;
  try {
    await transaction(database, async (tx) => {
      const prepared = await preparePlan(tx, grant.cityId, table, mapping);
      const { moves } = await applyAndScore(tx, grant, prepared, fileName);
      outcome = { prepared, moves };
      throw new Rollback();
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
  }
  if (outcome === null) throw new Error("the dry run gave no result");
  return outcome as { prepared: Prepared; moves: Moves };
}

async function applyAndScore(
  tx: Tx,
  grant: ImportGrant,
  prepared: Prepared,
  fileName: string,
): Promise<{ applied: Applied; moves: Moves }> {
  const before = await loadPortfolio(tx, grant);
  const applied = await applyPlan(tx, grant.cityId, prepared, fileName);
  const { touched } = applied;
  await rescore(tx, grant.cityId, touched.length > RESCORE_ALL_ABOVE ? "all" : touched);
  const after = touched.length === 0 ? before : await loadPortfolio(tx, grant);
  return { applied, moves: movesBetween(before, after, dayInBerlin(new Date())) };
}

async function carryOut(
  tx: Tx,
  grant: ImportGrant,
  actor: Actor,
  run: { readonly id: string; readonly fileName: string },
  table: Table,
  prepared: Prepared,
  entries: readonly AuditEntry[] = [],
): Promise<Moves> {
  const { plan } = prepared;
  const { applied, moves } = await applyAndScore(tx, grant, prepared, run.fileName);
  const problems = runProblems(plan, fileProblems(table));
  const result: CommittedResult = {
    kind: "committed",
    planHash: prepared.hash,
    moves,
    rows: plan.rows.map((row) => [
      row.line,
      row.outcome,
      applied.serviceOf.get(row.line) ?? null,
      row.values.name ?? "",
    ]),
    problems: problems.slice(0, PROBLEM_LIMIT),
    problemCount: problems.length,
    repairCounts: table.repairCounts,
    newOrganisations: plan.newOrganisations.map(({ name }) => name),
    newProducts: plan.newProducts.map(({ name }) => name),
    newDepartments: plan.newDepartments.map(({ name }) => name),
  };
  const counts: RunCounts = plan.counts;
  await tx.importRun.update({
    where: { id: run.id },
    data: {
      state: "committed",
      committedAt: new Date(),
      counts: json(counts),
      result: json(result),
      changes: json(applied.changes),
      version: { increment: 1 },
    },
  });
  await remember(tx, grant.cityId, table.header, mappingByHeader(table.header, prepared.mapping));
  await auditAll(tx, [
    ...entries,
    ...serviceEntries(grant.cityId, actor, prepared, applied, run.fileName),
    runEntry(grant.cityId, actor, "import.commit", run.id, run.fileName, {
      counts,
      newOrganisations: result.newOrganisations.length,
      newProducts: result.newProducts.length,
      newDepartments: result.newDepartments.length,
    }),
  ]);
  return moves;
}

/** In pieces, so that no statement carries all rows of a large import. */
export async function auditAll(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  const at = new Date();
  for (let start = 0; start < entries.length; start += AUDIT_CHUNK)
    await audit(tx, entries.slice(start, start + AUDIT_CHUNK), at);
}

/** Imports of one city queue; the run's own lock is how a page sees that it is under way. */
export async function lockRun(tx: Tx, cityId: string, runId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${runLock(runId)}, 0))`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-import:${cityId}`}, 0))`;
}

export const runEntry = (
  cityId: string,
  actor: Actor,
  action: string,
  id: string,
  fileName: string,
  after: unknown,
): AuditEntry => ({
  cityId,
  actor,
  action,
  subjectType: "import",
  subjectId: id,
  subjectName: fileName,
  after,
});

async function committing<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StalePlanError) return stale();
    throw error;
  }
}

const stale = (): Refusal => refuse("conflict", { message: "import.stale" });

async function storeFile(
  tx: Tx,
  grant: ImportGrant,
  actor: Actor,
  { bytes, fileName }: { readonly bytes: Uint8Array; readonly fileName: string },
  table: Table,
  more: { readonly id?: string; readonly mapping?: Mapping } = {},
): Promise<{ id: string; entry: AuditEntry }> {
  const id = more.id ?? newId();
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  await tx.importRun.create({
    data: {
      id,
      cityId: grant.cityId,
      createdById: actor.userId,
      fileName,
      fileHash,
      fileSize: bytes.byteLength,
      file: new Uint8Array(bytes),
      headerKey: headerKey(table.header),
      ...(more.mapping ? { mapping: json(mappingByHeader(table.header, more.mapping)) } : {}),
    },
    select: { id: true },
  });
  const kept = { bytes: bytes.byteLength, sha256: fileHash, rows: table.rows.length };
  return { id, entry: runEntry(grant.cityId, actor, "import.upload", id, fileName, kept) };
}

async function remember(
  tx: Tx,
  cityId: string,
  header: readonly string[],
  byHeader: Readonly<Record<string, FieldId>>,
): Promise<void> {
  const key = { cityId, headerKey: headerKey(header) };
  await tx.importMapping.upsert({
    where: { cityId_headerKey: key },
    create: { ...key, mapping: json(byHeader) },
    update: { mapping: json(byHeader), updatedAt: new Date() },
  });
}

function checkMapping(table: Table, mapping: Mapping): Refusal | null {
  if (mapping.length !== table.header.length) {
    return refuse("invalid", {
      message: "import.mapping_columns",
      params: { columns: table.header.length, given: mapping.length },
    });
  }
  const problem = mappingProblem(mapping);
  if (problem === null) return null;
  return refuse("invalid", {
    message: problem === "name-missing" ? "import.mapping_nameMissing" : "import.mapping_fieldTwice",
  });
}

/** A mapping file that names headings or fields which do not exist would be half ignored otherwise. */
function misfits(table: Table, byHeader: Readonly<Record<string, string>>): Refusal | null {
  const known = new Set(table.header.map(normal));
  const header = Object.keys(byHeader).find((name) => !known.has(normal(name)));
  if (header !== undefined)
    return refuse("invalid", {
      message: "import.mapping_noSuchHeader",
      params: { header, headers: table.header.join(", ") },
    });
  const field = Object.values(byHeader).find((id) => !IMPORT_FIELDS.some((each) => each === id));
  return field === undefined
    ? null
    : refuse("invalid", { message: "import.mapping_noSuchField", params: { field, fields: IMPORT_FIELDS.join(", ") } });
}

const normal = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

function report(run: string | null, table: Table, prepared: Prepared, moves: Moves, locale: Locale): ImportReport {
  const { plan } = prepared;
  const lines = runProblems(plan, fileProblems(table)).map(({ text, severity, ...place }) => ({
    severity,
    line: { ...place, reason: text[locale] },
  }));
  const rejectedRows = new Set(plan.rows.filter((row) => row.outcome === "rejected").map((row) => row.line));
  // One entry per rejected row: its first reason that rejects it.
  const rejected = new Map<number, RejectedRow>();
  const warnings: RejectedRow[] = [];
  for (const { severity, line } of lines) {
    if (severity === "rejected" && rejectedRows.has(line.row) && !rejected.has(line.row)) rejected.set(line.row, line);
    else warnings.push(line);
  }
  return {
    run,
    rows: plan.counts.rows,
    created: plan.counts.created,
    updated: plan.counts.updated,
    unchanged: plan.counts.unchanged,
    rejected: [...rejected.values()],
    warnings,
    repairs: table.repairs,
    mapping: mappingByHeader(table.header, prepared.mapping),
    newOrganisations: plan.newOrganisations.map(({ name }) => name),
    newProducts: plan.newProducts.map(({ name }) => name),
    newDepartments: plan.newDepartments.map(({ name }) => name),
    moves,
  };
}

const unreadable = (text: string, large: boolean): Refusal =>
  refuse(large ? "too-large" : "invalid", { message: "import.fileRefused", params: { text } });

/** The name without folders and control characters, for messages and the list. */
function plainFileName(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? "").replace(/[\u0000-\u001f\u007f]/g, "").trim();
  return plain === "" ? "import" : plain.slice(0, 200);
}

/** As a JSON column can hold it: PostgreSQL refuses NUL and half surrogate pairs, and a refused cell may quote them. */
export function json(value: unknown): Prisma.InputJsonValue {
  return storable(value) as Prisma.InputJsonValue;
}

function storable(value: unknown): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[clean(key), storable(inner)]])),
  );
}

const clean = (text: string): string =>
  text
    .replaceAll("\0", "\uFFFD")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
