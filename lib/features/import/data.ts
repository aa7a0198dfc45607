import type { Grant } from "@/lib/domain/access/authorise";
import {
  headerKey,
  IMPORT_TEXTS,
  mappingFor,
  suggestMapping,
  type FieldId,
  type ImportPlan,
  type ImportProblem,
  type Mapping,
  type Outcome,
} from "@/lib/domain/importing";
import type { Reason } from "@/lib/domain/facts";
import { sentence } from "@/lib/domain/method/texts";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { computeMetric, type MetricId } from "@/lib/domain/strategy/metrics";
import {
  fileText,
  PROBLEM_TEXTS,
  readTable,
  REFUSAL_TEXTS,
  type ProblemCode,
  type Refusal as FileRefusal,
  type Table,
} from "@/lib/files";
import type { Database, Tx } from "@/lib/server/database/client";
import type { RunChanges } from "./mutations-apply";
import { RUN_STATES, type Move, type Moves, type RunProblem, type RunState } from "./schema";

type Reader = Database | Tx;
type ReadGrant = Pick<Grant<"import.read" | "service.import" | "import.undo">, "cityId">;

export interface RunCounts extends Readonly<Record<Outcome, number>> {
  readonly rows: number;
  readonly fieldProblems: number;
}

/** What is known about a run without opening its file. */
export interface RunInfo {
  readonly id: string;
  readonly fileName: string;
  readonly fileSize: number;
  readonly fileHash: string;
  readonly state: RunState;
  readonly counts: RunCounts | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly committedAt: Date | null;
  readonly undoneAt: Date | null;
}

/** Stored beside a run whose dry run was computed. */
export interface PlannedResult {
  readonly kind: "planned";
  readonly planHash: string;
  readonly moves: Moves;
}

/** Stored with a committed run: what happened to each row, and why something was not taken over. */
export interface CommittedResult {
  readonly kind: "committed";
  readonly planHash: string;
  readonly moves: Moves;
  /** Line, outcome, service and name of every row of the file. */
  readonly rows: readonly (readonly [number, Outcome, string | null, string])[];
  /** At most `PROBLEM_LIMIT`; `problemCount` counts all. */
  readonly problems: readonly RunProblem[];
  readonly problemCount: number;
  readonly repairCounts: Table["repairCounts"];
  readonly newOrganisations: readonly string[];
  readonly newProducts: readonly string[];
  readonly newDepartments: readonly string[];
  /** After an undo: services that stayed because somebody had changed them. */
  readonly kept?: readonly string[];
}

export const PROBLEM_LIMIT = 20_000;

export interface Run extends RunInfo {
  readonly mapping: Readonly<Record<string, FieldId>> | null;
  readonly result: PlannedResult | CommittedResult | null;
}

const INFO = {
  id: true,
  fileName: true,
  fileSize: true,
  fileHash: true,
  state: true,
  counts: true,
  createdAt: true,
  createdById: true,
  committedAt: true,
  undoneAt: true,
} as const;

/** The city's imports, newest first. */
export async function listRuns(
  database: Database,
  grant: ReadGrant,
  page: number,
  size = 50,
): Promise<{ runs: RunInfo[]; total: number }> {
  const [rows, total] = await Promise.all([
    database.importRun.findMany({
      where: { cityId: grant.cityId },
      select: INFO,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * size,
      take: size,
    }),
    database.importRun.count({ where: { cityId: grant.cityId } }),
  ]);
  const names = await userNames(
    database,
    rows.map((row) => row.createdById),
  );
  return { runs: rows.map((row) => toInfo(row, names)), total };
}

/** One import of the city, or null: another city's is not found. */
export async function findRun(reader: Reader, grant: ReadGrant, id: string): Promise<Run | null> {
  const row = await reader.importRun.findFirst({
    where: { id, cityId: grant.cityId },
    select: { ...INFO, mapping: true, result: true },
  });
  if (row === null) return null;
  const names = await userNames(reader, [row.createdById]);
  return {
    ...toInfo(row, names),
    mapping: row.mapping as Run["mapping"],
    result: row.result as unknown as Run["result"],
  };
}

/** What a committed run changed; null before the commit. */
export async function findChanges(reader: Reader, grant: ReadGrant, id: string): Promise<RunChanges | null> {
  const row = await reader.importRun.findFirst({ where: { id, cityId: grant.cityId }, select: { changes: true } });
  return (row?.changes ?? null) as unknown as RunChanges | null;
}

/** The uploaded file as a table. It was read before, so a refusal is a surprise. */
export async function loadTable(reader: Reader, grant: ReadGrant, id: string): Promise<Table> {
  const row = await reader.importRun.findFirstOrThrow({
    where: { id, cityId: grant.cityId },
    select: { file: true, fileName: true },
  });
  const read = await readTable(row.file, row.fileName);
  if (!read.ok) throw new Error(`import ${id}: the stored file cannot be read (${read.refusal.code})`);
  return read.table;
}

/** True while a commit or an undo of the run is under way: its transaction holds the lock until it ends, however it ends. */
export async function isRunning(database: Database, runId: string): Promise<boolean> {
  const [row] = await database.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock_shared(hashtextextended(${runLock(runId)}, 0)) AS free`;
  return row?.free === false;
}

export const runLock = (runId: string): string => `hoheit-import-run:${runId}`;

/** A column as the mapping page shows it. */
export interface MappingColumn {
  readonly column: number;
  readonly header: string;
  /** Up to three different filled cells. */
  readonly samples: readonly string[];
  readonly filled: number;
  readonly field: FieldId | null;
  readonly confidence: number;
  readonly origin: "chosen" | "remembered" | "suggested";
  readonly reason: { readonly de: string; readonly en: string } | null;
}

const SAMPLES = 50;

/** Suggested mapping per column: what was chosen for this run, else what the city used for these headers, else a guess. */
export async function mappingColumns(
  reader: Reader,
  grant: ReadGrant,
  run: Pick<Run, "mapping"> | null,
  table: Table,
): Promise<MappingColumn[]> {
  const remembered = await reader.importMapping.findUnique({
    where: { cityId_headerKey: { cityId: grant.cityId, headerKey: headerKey(table.header) } },
    select: { mapping: true },
  });
  const suggestions = suggestMapping(
    table.header,
    table.rows.slice(0, SAMPLES).map((row) => row.cells),
  );
  const byHeader = run?.mapping ?? (remembered?.mapping as Readonly<Record<string, string>> | null | undefined) ?? null;
  const fixed = byHeader === null ? null : mappingFor(table.header, byHeader);
  const origin = run?.mapping ? "chosen" : remembered ? "remembered" : "suggested";
  return suggestions.map((suggestion): MappingColumn => {
    const cells = table.rows.map((row) => row.cells[suggestion.column] ?? "").filter((cell) => cell !== "");
    const guess = suggestion.field === "licence" ? null : suggestion.field;
    return {
      column: suggestion.column,
      header: suggestion.header,
      samples: [...new Set(cells)].slice(0, 3),
      filled: cells.length,
      field: fixed ? (fixed[suggestion.column] ?? null) : guess,
      confidence: guess === null ? 0 : suggestion.confidence,
      origin,
      reason: suggestion.field === "licence" ? null : reasonText(suggestion.reason),
    };
  });
}

/** The mapping used when nobody is asked: remembered or suggested. */
export const defaultMapping = (columns: readonly MappingColumn[]): Mapping => columns.map((column) => column.field);

/** A reason of the plan or of the file reader as a sentence in both languages. */
export function reasonText(reason: Reason): { readonly de: string; readonly en: string } {
  if (!reason.key.startsWith("file.")) return sentence(reason, IMPORT_TEXTS);
  const text = PROBLEM_TEXTS[reason.key.slice(5) as ProblemCode];
  return { de: fileText(text, "de", reason.params ?? {}), en: fileText(text, "en", reason.params ?? {}) };
}

/** What the file reader has to say about the file as a whole, e.g. two headings alike. */
export const fileNotes = (table: Table): { readonly de: string; readonly en: string }[] =>
  table.problems
    .filter((problem) => problem.scope === "file")
    .map(({ code, params }) => reasonText({ key: `file.${code}`, params }));

/** Why a file as a whole cannot be read, as a sentence that says what to do. */
export const refusalText = (refusal: FileRefusal, locale: "de" | "en"): string =>
  fileText(REFUSAL_TEXTS[refusal.code], locale, refusal.params);

/** Lines of the correction file: rejected rows, cells not taken, and what the file reader could not settle. */
export function runProblems(plan: ImportPlan, ofFile: readonly ImportProblem[]): RunProblem[] {
  return [...plan.rows.flatMap((row) => row.problems), ...ofFile]
    .sort((a, b) => a.row - b.row || (a.column ?? 0) - (b.column ?? 0))
    .map(({ row, column, header, value, severity, reason }) => ({
      row,
      column,
      header,
      value,
      severity,
      text: reasonText(reason),
    }));
}

const MOVING: readonly MetricId[] = [
  "assessed-share",
  "munich-1-2-share",
  "exposure-j3-j4",
  "open-source-share",
  "required-level-met",
  "largest-controller-share",
];

/** How the portfolio moves from one state to the other. `today`: ISO day. */
export function movesBetween(before: readonly PortfolioRow[], after: readonly PortfolioRow[], today: string): Moves {
  const point = (rows: readonly PortfolioRow[], id: MetricId) => computeMetric(id, rows, { today });
  const old = new Map(before.map((row) => [row.serviceId, row]));
  let levelChanged = 0;
  let classChanged = 0;
  for (const row of after) {
    const was = old.get(row.serviceId);
    if (was === undefined) continue;
    const level = (each: PortfolioRow) => `${each.munich.value}/${each.munich.best}/${each.munich.worst}`;
    const risk = (each: PortfolioRow) => `${each.exposure}/${each.exposureAtLeast}/${each.exposureWorst}`;
    if (level(was) !== level(row)) levelChanged += 1;
    if (risk(was) !== risk(row)) classChanged += 1;
  }
  return {
    metrics: MOVING.map((metric): Move => {
      const [was, is] = [point(before, metric), point(after, metric)];
      const figures = ({ value, numerator, denominator, unknown }: typeof was) => ({
        value,
        numerator,
        denominator,
        unknown,
      });
      return { metric, before: figures(was), after: figures(is), query: is.queries.counted };
    }),
    servicesBefore: before.length,
    servicesAfter: after.length,
    levelChanged,
    classChanged,
  };
}

/** Services of a committed run that are no longer as the run left them: changed, deleted, or used by something new. */
export async function changedSince(
  reader: Reader,
  grant: ReadGrant,
  changes: RunChanges,
): Promise<{ id: string; name: string | null }[]> {
  const left = [
    ...changes.created.map((id) => ({ id, version: 1, created: true })),
    ...changes.updated.map(({ id, version }) => ({ id, version, created: false })),
  ];
  return reader.$queryRaw<{ id: string; name: string | null }[]>`
    SELECT r."id", s."name"
    FROM jsonb_to_recordset(${JSON.stringify(left)}::jsonb) AS r("id" uuid, "version" int, "created" bool)
    LEFT JOIN "Service" s ON s."id" = r."id" AND s."cityId" = ${grant.cityId}::uuid
    WHERE s."id" IS NULL OR s."version" <> r."version"
      OR (r."created" AND (EXISTS (SELECT 1 FROM "Assessment" a WHERE a."serviceId" = r."id")
        OR EXISTS (SELECT 1 FROM "Evidence" e WHERE e."serviceId" = r."id")
        OR EXISTS (SELECT 1 FROM "AcceptedDependency" x WHERE x."serviceId" = r."id")
        OR EXISTS (SELECT 1 FROM "Dependency" d WHERE d."fromId" = r."id" OR d."toId" = r."id")))
    ORDER BY s."name" NULLS LAST, r."id"`;
}

/** Which of these services are still there: after an undo or a deletion a row leads nowhere. */
export async function stillThere(
  reader: Reader,
  grant: ReadGrant,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.service.findMany({
    where: { cityId: grant.cityId, id: { in: [...ids] } },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}

type InfoRow = Omit<RunInfo, "state" | "counts" | "createdBy"> & {
  state: string;
  counts: unknown;
  createdById: string | null;
};

function toInfo({ createdById, ...row }: InfoRow, names: ReadonlyMap<string, string>): RunInfo {
  return {
    id: row.id,
    fileName: row.fileName,
    fileSize: row.fileSize,
    fileHash: row.fileHash,
    state: RUN_STATES.find((state) => state === row.state) ?? "uploaded",
    counts: (row.counts ?? null) as RunCounts | null,
    createdAt: row.createdAt,
    createdBy: createdById === null ? null : (names.get(createdById) ?? null),
    committedAt: row.committedAt,
    undoneAt: row.undoneAt,
  };
}

async function userNames(reader: Reader, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const users = await reader.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
