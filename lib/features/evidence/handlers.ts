import { auditActor } from "@/lib/server/access";
import { defineDownload, defineHandler } from "@/lib/server/http/handler";
import { ok, refuse } from "@/lib/server/result";
import { readEvidenceFile } from "./data";
import { addEvidence, withdrawEvidence } from "./mutations";
import { emptyQuery, evidenceInput, withdrawInput } from "./schema";

/** Above the limit of a file, so that the refusal can name the limit and keep what was typed. */
const UPLOAD_BYTES = 25_000_000;

const section = (city: string | undefined, serviceId: string, saved: string) =>
  `/c/${city}/services/${serviceId}?saved=${saved}#evidence`;

export const add = defineHandler({
  access: "evidence.write",
  input: evidenceInput,
  maxBytes: UPLOAD_BYTES,
  status: 201,
  async run({ database, grant, actor, params }, input) {
    // A browser sends an empty file for an empty field.
    if (input.file !== undefined && input.file.size === 0 && input.file.name === "")
      return refuse("invalid", { fields: [{ path: "file", code: "required" }] });
    const bytes = input.file === undefined ? null : new Uint8Array(await input.file.arrayBuffer());
    return addEvidence(database, grant, auditActor(actor), params.id ?? "", input, bytes);
  },
  redirect: (_value, { params }) => section(params.city, params.id ?? "", "evidence"),
});

export const withdraw = defineHandler({
  access: "evidence.write",
  input: withdrawInput,
  run: ({ database, grant, actor, params }, input) =>
    withdrawEvidence(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ serviceId }, { params }) => section(params.city, serviceId, "withdrawn"),
});

/** The file as it was handed in, to be saved: attachment, never sniffed, and sandboxed like everything of the API. */
export const file = defineDownload({
  access: "evidence.read",
  query: emptyQuery,
  async run({ database, grant, params }) {
    const found = await readEvidenceFile(database, grant, params.id ?? "");
    if (found === null) return refuse("not-found");
    const { fileName, type, content } = found;
    return ok({ fileName, type, body: content });
  },
});
