import { readFile } from "node:fs/promises";
import path from "node:path";
import { csvDocument } from "@/lib/files";
import { auditActor } from "@/lib/server/access";
import { defineDownload, defineHandler } from "@/lib/server/http/handler";
import { ok, refuse } from "@/lib/server/result";
import { correctionFile } from "./data-view";
import { commitRun, planRun, uploadRun } from "./mutations";
import { undoRun } from "./mutations-undo";
import { commitInput, emptyQuery, mappingInput, undoInput, uploadInput } from "./schema";

/** Above the limit of a file, so that the reader of files can say how large it is and what to do. */
const UPLOAD_BYTES = 25_000_000;
const EXAMPLE = "oulu-tietojarjestelmaluettelo-2023.csv";

const page = (params: Readonly<Record<string, string>>, id: string, rest = "") =>
  `/c/${params.city}/imports/${id}${rest}`;

export const upload = defineHandler({
  access: "service.import",
  input: uploadInput,
  maxBytes: UPLOAD_BYTES,
  status: 201,
  async run({ database, grant, actor, t }, { file }) {
    if (file.size === 0 && file.name === "") return refuse("invalid", { fields: [{ path: "file", code: "required" }] });
    const bytes = new Uint8Array(await file.arrayBuffer());
    return uploadRun(database, grant, auditActor(actor), { bytes, fileName: file.name }, t.locale);
  },
  redirect: ({ id }, { params }) => page(params, id),
});

export const plan = defineHandler({
  access: "service.import",
  input: mappingInput,
  run: ({ database, grant, actor, params }, { columns }) =>
    planRun(database, grant, auditActor(actor), params.id ?? "", columns),
  redirect: ({ id }, { params }) => page(params, id),
});

export const commit = defineHandler({
  access: "service.import",
  input: commitInput,
  run: ({ database, grant, actor, params }, input) =>
    commitRun(database, grant, auditActor(actor), params.id ?? "", input.plan),
  redirect: ({ id }, { params }) => page(params, id),
});

export const undo = defineHandler({
  access: "import.undo",
  input: undoInput,
  run: ({ database, grant, actor, params }, input) =>
    undoRun(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => page(params, id),
});

/** What was not taken over, with the original cells beside it: to be corrected and imported again. */
export const corrections = defineDownload({
  access: "import.read",
  query: emptyQuery,
  async run({ database, grant, params, t }) {
    const file = await correctionFile(database, grant, params.id ?? "", t.locale, {
      sheet: t("import.colSheet"),
      row: t("import.colRow"),
      column: t("import.colColumn"),
      header: t("import.colHeading"),
      value: t("import.colValue"),
      reason: t("import.colReason"),
      consequence: t("import.colConsequence"),
      rowRejected: t("import.rowRejected"),
      valueLeftOut: t("import.valueLeftOut"),
    });
    if (file === null) return refuse("not-found");
    const body = [...csvDocument(file.header, file.rows)].join("");
    return ok({ fileName: `${file.name}-${t("import.correctionName")}.csv`, type: "text/csv; charset=utf-8", body });
  },
});

/** A real list to try an import with: Oulu's published register of systems, CC BY 4.0 (catalogue/examples/SOURCES.md). */
export const example = defineDownload({
  access: "service.import",
  query: emptyQuery,
  async run() {
    const body = await readFile(path.join(process.cwd(), "catalogue", "examples", EXAMPLE));
    return ok({ fileName: EXAMPLE, type: "text/csv; charset=utf-8", body: new Uint8Array(body) });
  },
});
