import { serviceMethod } from "@/lib/domain/method/registry";
import { dayInBerlin } from "@/lib/format";
import { reasonText } from "@/lib/i18n/reasons";
import { auditActor } from "@/lib/server/access";
import { defineDownload, defineHandler } from "@/lib/server/http/handler";
import { ok, refuse } from "@/lib/server/result";
import { loadReachable, loadSheet, loadSheetPlan } from "./data";
import { correctionFile, FILE_TYPES, sheetFile } from "./data-file";
import { findUpload } from "./data-upload";
import { commitSheet, uploadSheet } from "./mutations";
import { commitInput, exportQuery, FORMATS, MAX_ROWS, selectionIn, uploadInput } from "./schema";

/** Above the limit of a file, so that the reader of files can say how large it is and what to do. */
const UPLOAD_BYTES = 25_000_000;

/** The questions of a method about the services of a selection, as a file to edit. */
export const exportSheet = defineDownload({
  access: "assessment.write",
  query: exportQuery,
  async run({ database, grant, actor, t }, query) {
    const { list, ignored, method: ref, format: wanted } = selectionIn(query);
    if (ignored.length > 0) return refuse("invalid", { message: "assignment.filterIgnored" });
    const method = serviceMethod(ref ?? "");
    const format = FORMATS.find((each) => each === (wanted ?? "xlsx"));
    if (method === undefined) return refuse("invalid", { fields: [{ path: "method", code: "not-an-option" }] });
    if (format === undefined) return refuse("invalid", { fields: [{ path: "format", code: "not-an-option" }] });
    const { services } = await loadReachable(database, grant, list, method.ref);
    const count = services.length * method.criteria.length;
    if (count > MAX_ROWS)
      return refuse("not-possible", { message: "assessmentSheet.tooMany", params: { count, max: MAX_ROWS } });
    const rows = await loadSheet(database, grant.cityId, services, method, t.locale, (reason) =>
      reasonText(reason, t.locale),
    );
    const body = new Uint8Array(await sheetFile(method, rows, format, t.locale));
    const name = `${t("assessmentSheet.fileName")}-${actor.citySlug}-${method.id}-${dayInBerlin(new Date())}`;
    return ok({ fileName: `${name}.${format}`, type: FILE_TYPES[format], body });
  },
});

export const upload = defineHandler({
  access: "assessment.write",
  input: uploadInput,
  maxBytes: UPLOAD_BYTES,
  status: 201,
  async run({ database, grant, t }, { file }) {
    if (file.size === 0 && file.name === "") return refuse("invalid", { fields: [{ path: "file", code: "required" }] });
    const bytes = new Uint8Array(await file.arrayBuffer());
    return uploadSheet(database, grant, { bytes, fileName: file.name }, t.locale);
  },
  redirect: ({ id }, { params }) => `/c/${params.city}/assessment-sheets/${id}`,
});

export const commit = defineHandler({
  access: "assessment.write",
  input: commitInput,
  run: ({ database, grant, actor, params }, input) =>
    commitSheet(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => `/c/${params.city}/assessment-sheets/${id}`,
});

/** What was not taken over, with the reason in each row. */
export const corrections = defineDownload({
  access: "assessment.write",
  query: exportQuery,
  async run({ database, grant, params, t }) {
    const found = await findUpload(database, grant, params.id ?? "");
    const method = serviceMethod(found?.method ?? "");
    if (found === null || method === undefined) return refuse("not-found");
    const rejected =
      found.outcome?.rejected ??
      (await loadSheetPlan(database, grant, method, found)).rows.filter((row) => row.outcome === "rejected");
    const body = correctionFile(found, rejected, t.locale, {
      sheet: t("assessmentSheet.colSheet"),
      row: t("assessmentSheet.colRow"),
      column: t("assessmentSheet.colColumn"),
      reason: t("assessmentSheet.colReason"),
    });
    const name = found.fileName.replace(/\.[^.]*$/, "");
    return ok({ fileName: `${name}-${t("assessmentSheet.correctionName")}.csv`, type: FILE_TYPES.csv, body });
  },
});
