import { csvDocument } from "@/lib/files";
import { formatDateTime } from "@/lib/format";
import { defineDownload } from "@/lib/server/http/handler";
import { ok } from "@/lib/server/result";
import { auditFilter } from "./schema";
import { exportAudit, type AuditRow } from "./data";

/** The log as a file, exactly as filtered; actions and fields keep their ids, so that a program can read it too. */
export const auditFile = defineDownload({
  access: "audit.read",
  query: auditFilter,
  async run({ database, grant, actor, t }, filter) {
    const columns = [
      "id",
      "at",
      "person",
      "action",
      "subjectType",
      "subject",
      "subjectId",
      "changes",
      "reason",
      "hash",
    ];
    const cells = (row: AuditRow) => [
      row.id,
      formatDateTime(row.at, t.locale),
      row.actorName,
      row.action,
      row.subjectType,
      row.subjectName,
      row.subjectId,
      row.changes.map(({ field, before, after }) => `${field}: ${text(before)} → ${text(after)}`).join("\n"),
      row.reason,
      row.hash,
    ];
    const header = columns.map((column) => t.dynamic(`audit.column_${column}`));
    const encoder = new TextEncoder();
    const pieces = exportAudit(database, grant, filter);
    let started = false;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = await pieces.next();
        const rows = next.done ? [] : next.value.map(cells);
        const [head, ...lines] = csvDocument(header, rows);
        const text = started ? lines.join("") : [head, ...lines].join("");
        started = true;
        if (text !== "") controller.enqueue(encoder.encode(text));
        if (next.done) controller.close();
      },
    });
    return ok({ fileName: `${actor.citySlug}-audit.csv`, type: "text/csv; charset=utf-8", body });
  },
});

const text = (value: unknown): string =>
  value === null ? "–" : Array.isArray(value) ? value.join(", ") : String(value);
