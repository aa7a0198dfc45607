import { notFound } from "next/navigation";
import type { Outcome } from "@/lib/domain/importing";
import { db } from "@/lib/server/database/client";
import { findDraft } from "@/lib/server/http/draft";
import { isUuid } from "@/lib/server/http/handler";
import { requireGrant } from "@/lib/server/page";
import { loadFrame, may } from "../city/loaders";
import {
  changedSince,
  fileNotes,
  findChanges,
  findRun,
  isRunning,
  listRuns,
  loadTable,
  mappingColumns,
  stillThere,
} from "./data";
import { loadDryRun } from "./data-view";

const PAGE = 50;
/** Rows of a finished import on one page. */
const RESULT_ROWS = 50;
const OUTCOMES: readonly Outcome[] = ["created", "updated", "unchanged", "rejected"];

export interface RunQuery {
  readonly step?: string;
  readonly outcome?: string;
  readonly page?: string;
  readonly draft?: string;
}

const pageNumber = (text: string | undefined): number => Math.max(1, Number.parseInt(text ?? "1", 10) || 1);

/** The upload form and the city's imports. */
export async function loadImports(slug: string, query: { readonly page?: string; readonly draft?: string }) {
  const { actor, grant } = await requireGrant(slug, "import.read", `/c/${slug}/imports`);
  const page = pageNumber(query.page);
  const [frame, list, draft] = await Promise.all([
    loadFrame(actor, "inventory"),
    listRuns(db(), grant, page, PAGE),
    findDraft(db(), query.draft, actor.userId),
  ]);
  return { actor, frame, ...list, page, pageSize: PAGE, mayImport: may(actor, "service.import"), draft };
}

/** One import at the step where it stands: mapping, dry run, result, or under way. */
export async function loadImport(slug: string, id: string, query: RunQuery) {
  const { actor, grant } = await requireGrant(slug, "import.read", `/c/${slug}/imports/${id}`);
  if (!isUuid(id)) notFound();
  const [frame, run, draft] = await Promise.all([
    loadFrame(actor, "inventory"),
    findRun(db(), grant, id),
    findDraft(db(), query.draft, actor.userId),
  ]);
  if (run === null) notFound();
  const outcome = OUTCOMES.find((each) => each === query.outcome) ?? null;
  const page = pageNumber(query.page);
  const shared = { actor, frame, run, draft, outcome, mayImport: may(actor, "service.import") };
  if (await isRunning(db(), id)) return { ...shared, step: "running" as const };
  if (run.state === "committed" || run.state === "undone") {
    const result = run.result?.kind === "committed" ? run.result : null;
    const rows = (result?.rows ?? []).filter(([, each]) => outcome === null || each === outcome);
    const current = Math.min(page, Math.max(1, Math.ceil(rows.length / RESULT_ROWS)));
    const shown = rows.slice((current - 1) * RESULT_ROWS, current * RESULT_ROWS);
    const there = await stillThere(
      db(),
      grant,
      shown.flatMap(([, , id]) => id ?? []),
    );
    const changes = run.state === "committed" ? await findChanges(db(), grant, id) : null;
    return {
      ...shared,
      step: "result" as const,
      result,
      rows: shown.map(
        ([line, each, id, name]) => [line, each, id !== null && there.has(id) ? id : null, name] as const,
      ),
      filtered: rows.length,
      page: current,
      pageSize: RESULT_ROWS,
      since: changes === null ? [] : await changedSince(db(), grant, changes),
      undoable: changes === null ? 0 : changes.created.length + changes.updated.length,
      mayUndo: may(actor, "import.undo"),
    };
  }
  if (run.mapping === null || query.step === "mapping") {
    const table = await loadTable(db(), grant, id);
    return {
      ...shared,
      step: "mapping" as const,
      columns: await mappingColumns(db(), grant, run, table),
      table: {
        rows: table.counts.rows + table.counts.problemRows,
        encoding: table.encoding,
        delimiter: table.delimiter,
        format: table.format,
        sheet: table.sheet,
        notes: fileNotes(table),
      },
    };
  }
  return { ...shared, step: "plan" as const, view: await loadDryRun(db(), grant, run, { outcome, page }) };
}

export type LoadedImport = Awaited<ReturnType<typeof loadImport>>;
