import type { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { withCells, type ChangedCell, type ConflictCell, type RejectedRow } from "@/lib/domain/assessing-sheet";
import { serviceMethod } from "@/lib/domain/method/registry";
import type { Method, Text } from "@/lib/domain/method/types";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import { audit, difference, type Actor, type AuditEntry } from "@/lib/server/audit";
import { bulkInsert } from "@/lib/server/database/bulk";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { newId } from "@/lib/server/ids";
import { ok, refuse, type Result } from "@/lib/server/result";
import { rescore } from "../score/mutations";
import { columnName, loadSheetPlan, rejectionText, type NamedService, type SheetPlan } from "./data";
import {
  DONE_UPLOAD,
  findUpload,
  KEPT_HOURS,
  OPEN_UPLOAD,
  readUpload,
  type SheetOutcome,
  type Upload,
} from "./data-upload";
import type { Choice, CommitInput } from "./schema";

type WriteGrant = Grant<"assessment.write">;
type Cell = ChangedCell | ConflictCell;

/** Keeps an uploaded sheet for a day, so that it can be looked at and then carried out. No assessment is touched. */
export async function uploadSheet(
  database: Database,
  grant: WriteGrant,
  input: { readonly bytes: Uint8Array; readonly fileName: string },
  language: keyof Text,
): Promise<Result<{ id: string }>> {
  const read = await readUpload(input, null, language);
  if (!read.ok) return read;
  const id = newId();
  const values = { ...read.value, cityId: grant.cityId, outcome: null };
  await database.$transaction([
    database.formDraft.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEPT_HOURS * 3_600_000) } } }),
    database.formDraft.create({
      data: { id, userId: grant.userId, kind: OPEN_UPLOAD, values: json(values), problems: NO_PROBLEMS },
    }),
  ]);
  return ok({ id });
}

/** An upload is no refused form; should its address be taken for one, the form says nothing. */
const NO_PROBLEMS = { message: null, code: "invalid", params: {}, fields: [], current: null };

/**
 * Carries an upload out, in one transaction and once. Conflicts are decided one by one or together; without a decision
 * what is stored stays. What is carried out is what was shown, else nothing is.
 */
export async function commitSheet(
  database: Database,
  grant: WriteGrant,
  actor: Actor,
  id: string,
  input: CommitInput,
): Promise<Result<{ id: string }>> {
  return settled(() =>
    transaction(database, async (tx): Promise<Result<{ id: string }>> => {
      // Takes the row's lock, so that a second click waits and then finds it done.
      const mine = { id, userId: grant.userId };
      const claimed = await tx.formDraft.updateMany({
        where: { ...mine, kind: OPEN_UPLOAD },
        data: { kind: DONE_UPLOAD },
      });
      const upload = await findUpload(tx, grant, id);
      if (upload !== null && claimed.count === 0) return ok({ id });
      const method = upload === null ? undefined : serviceMethod(upload.method);
      // Thrown, not returned: the upload must stay open.
      if (upload === null || method === undefined) throw new Undone(refuse("not-found"));
      const plan = await loadSheetPlan(tx, grant, method, upload);
      if (plan.print !== input.plan) throw new Undone(stale());
      const wins = (cell: ConflictCell): Choice => input.choice[`r${cell.line}`] ?? input.rest;
      const outcome = await carryOut(tx, grant, actor, method, plan, wins, upload.fileName);
      const { id: _id, createdAt: _createdAt, ...stored } = upload;
      await tx.formDraft.update({ where: { id }, data: { values: json({ ...stored, outcome }) } });
      return ok({ id });
    }),
  );
}

/** A cell where both have changed, for programs; null = left to the facts. */
export interface ConflictReport {
  readonly row: number;
  readonly column: string;
  readonly service: string;
  readonly criterion: string;
  readonly stored: string | null;
  readonly exported: string | null;
  readonly given: string | null;
  readonly storedNote: string | null;
  readonly givenNote: string | null;
}
export interface RejectionReport {
  readonly row: number;
  /** null = the whole row. */
  readonly column: string | null;
  readonly value: string;
  readonly reason: string;
}
/** What an import did or would do. rows = changed + unchanged + conflicts + rejected. */
export interface SheetReport {
  readonly rows: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly conflicts: readonly ConflictReport[];
  readonly rejected: readonly RejectionReport[];
  /** Answers were written: false for a dry run, and where conflicts refuse the whole file. */
  readonly written: boolean;
}

/**
 * The whole way in one step, for the command line.
 * @param input.onConflict `refuse` writes nothing at all as soon as one cell is in conflict
 */
export async function importSheet(
  database: Database,
  grant: WriteGrant,
  actor: Actor,
  input: {
    readonly bytes: Uint8Array;
    readonly fileName: string;
    readonly method: string;
    readonly dryRun: boolean;
    readonly onConflict: Choice | "refuse";
  },
  language: keyof Text,
): Promise<Result<SheetReport>> {
  const method = serviceMethod(input.method);
  if (method === undefined) return refuse("invalid", { fields: [{ path: "method", code: "not-an-option" }] });
  const read = await readUpload(input, method.ref, language);
  if (!read.ok) return read;
  return settled(() =>
    transaction(database, async (tx): Promise<Result<SheetReport>> => {
      const plan = await loadSheetPlan(tx, grant, method, read.value);
      const { onConflict } = input;
      const write = !input.dryRun && (onConflict !== "refuse" || plan.counts.conflict === 0);
      if (write)
        await carryOut(
          tx,
          grant,
          actor,
          method,
          plan,
          () => (onConflict === "mine" ? "mine" : "theirs"),
          read.value.fileName,
        );
      return ok(report(plan, read.value, language, write));
    }),
  );
}

function report(
  { rows, counts, total }: SheetPlan,
  upload: Upload,
  language: keyof Text,
  written: boolean,
): SheetReport {
  return {
    rows: total,
    changed: counts.changed,
    unchanged: counts.unchanged,
    conflicts: rows.flatMap((row): ConflictReport[] =>
      row.outcome === "conflict"
        ? [
            {
              row: row.line,
              column: columnName("answer", language),
              service: row.serviceId,
              criterion: row.criterion,
              stored: row.stored?.value ?? null,
              exported: row.exported,
              given: row.given?.value ?? null,
              storedNote: row.stored?.note ?? null,
              givenNote: row.given?.note ?? null,
            },
          ]
        : [],
    ),
    rejected: rows.flatMap((row): RejectionReport[] =>
      row.outcome === "rejected"
        ? [
            {
              row: row.line,
              column: row.column === null ? null : columnName(row.column, language),
              value: row.value,
              reason: rejectionText(row.reason)[language],
            },
          ]
        : [],
    ),
    written,
  };
}

/** A refusal that takes the transaction back. */
class Undone extends Error {
  constructor(readonly refusal: ReturnType<typeof refuse>) {
    super(refusal.code);
  }
}

const stale = () => refuse("conflict", { message: "assessmentSheet.planChanged" });

async function settled<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Undone) return error.refusal;
    // Two first drafts at the same moment: the database lets one in, and nothing of the file is kept.
    if (isUniqueViolation(error)) return stale();
    throw error;
  }
}

/** Prisma's codes for a second row under a unique index: from its own queries, and from raw ones with PostgreSQL's inside. */
function isUniqueViolation(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === "P2002" || (code === "P2010" && typeof message === "string" && message.includes("23505"));
}

interface Write {
  readonly service: NamedService;
  /** The assessment that holds the new answers. */
  readonly id: string;
  readonly answers: AssessedAnswers;
}

/**
 * Writes the cells that win, service by service, under the same rules as a form: a submitted assessment becomes a draft
 * again, an approved one stays as it was, superseded, and a new draft begins. Rows of the change log name the importer as
 * the author, so nobody approves what they imported.
 */
async function carryOut(
  tx: Tx,
  grant: WriteGrant,
  actor: Actor,
  method: Method,
  plan: SheetPlan,
  wins: (cell: ConflictCell) => Choice,
  fileName: string,
): Promise<SheetOutcome> {
  const cells = new Map<string, Cell[]>();
  const decided = { mine: 0, kept: 0 };
  for (const row of plan.rows) {
    if (row.outcome !== "changed" && row.outcome !== "conflict") continue;
    if (row.outcome === "conflict") {
      const stays = wins(row) === "theirs";
      decided[stays ? "kept" : "mine"] += 1;
      if (stays) continue;
    }
    cells.set(row.serviceId, [...(cells.get(row.serviceId) ?? []), row]);
  }
  const writes = [...cells].map(([serviceId, of]): Write => {
    const service = plan.services.get(serviceId);
    if (service === undefined) throw new Error(`planned for a service that was not loaded: ${serviceId}`);
    const stays = service.assessmentId !== null && service.state !== "approved";
    return {
      service,
      id: stays ? (service.assessmentId ?? newId()) : newId(),
      answers: withCells(service.answers, of),
    };
  });
  await writeAnswers(tx, grant.cityId, actor, method.ref, writes);
  await rescore(
    tx,
    grant.cityId,
    writes.map(({ service }) => service.id),
  );
  await audit(
    tx,
    writes.flatMap((each) => entries(grant.cityId, actor, method, each, fileName)),
  );
  return {
    rows: plan.total,
    changed: plan.counts.changed,
    ...decided,
    unchanged: plan.counts.unchanged,
    services: writes.length,
    rejected: plan.rows.filter((row): row is RejectedRow => row.outcome === "rejected"),
  };
}

/** Three statements, whatever the number. Who was faster wins, and nothing of the file is kept. */
async function writeAnswers(
  tx: Tx,
  cityId: string,
  actor: Actor,
  method: string,
  writes: readonly Write[],
): Promise<void> {
  const open = writes.filter(({ service }) => service.state === "draft" || service.state === "submitted");
  const approved = writes.filter(({ service }) => service.state === "approved");
  if (open.length > 0) {
    const rows = open.map(({ id, answers, service }) => ({ id, answers, version: service.version }));
    const written = await tx.$executeRaw`
      UPDATE "Assessment" a SET "answers" = r."answers", "state" = 'draft', "submittedById" = NULL, "submittedAt" = NULL,
        "rejectReason" = NULL, "version" = a."version" + 1, "updatedAt" = now()
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "version" int, "answers" jsonb)
      WHERE a."id" = r."id" AND a."version" = r."version" AND a."state" IN ('draft', 'submitted')
        AND a."cityId" = ${cityId}::uuid`;
    if (written !== open.length) throw new Undone(stale());
  }
  if (approved.length > 0) {
    const rows = approved.map(({ service }) => ({ id: service.assessmentId, version: service.version }));
    const ended = await tx.$executeRaw`
      UPDATE "Assessment" a SET "state" = 'superseded', "supersededAt" = now(), "version" = a."version" + 1
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("id" uuid, "version" int)
      WHERE a."id" = r."id" AND a."version" = r."version" AND a."state" = 'approved' AND a."cityId" = ${cityId}::uuid`;
    if (ended !== approved.length) throw new Undone(stale());
  }
  const begun = writes.filter(({ id, service }) => id !== service.assessmentId);
  await bulkInsert(
    tx,
    "Assessment",
    begun.map(({ id, service, answers }) => ({
      id,
      cityId,
      serviceId: service.id,
      method,
      answers,
      createdById: actor.userId,
    })),
  );
}

function entries(cityId: string, actor: Actor, method: Method, each: Write, fileName: string): AuditEntry[] {
  const { service, id } = each;
  const about = { cityId, actor, subjectType: "assessment", subjectName: service.name };
  const flat = (answers: AssessedAnswers): Record<string, unknown> =>
    Object.fromEntries(
      method.criteria.map(({ id: criterion }) => [
        criterion,
        Object.hasOwn(answers, criterion) ? answers[criterion] : null,
      ]),
    );
  const changed = difference(flat(service.answers), flat(each.answers)) ?? { before: {}, after: {} };
  const begins = id !== service.assessmentId;
  return [
    ...(begins && service.assessmentId !== null
      ? [
          {
            ...about,
            subjectId: service.assessmentId,
            action: "assessment.supersede",
            before: { state: "approved" },
            after: { state: "superseded" },
          },
        ]
      : []),
    {
      ...about,
      subjectId: id,
      action: begins ? "assessment.create" : "assessment.save",
      before: { method: method.ref, ...changed.before },
      after: { method: method.ref, ...changed.after },
      reason: fileName,
    },
  ];
}

const json = (value: unknown) => value as Prisma.InputJsonValue;
