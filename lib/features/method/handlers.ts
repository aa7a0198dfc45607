import { auditActor } from "@/lib/server/access";
import { defineDownload, defineHandler } from "@/lib/server/http/handler";
import { ok, refuse } from "@/lib/server/result";
import { findMethodOf } from "./data";
import { activateMethod, addMethod, retireMethod } from "./mutations";
import {
  emptyInput,
  METHOD_FILE_BYTES,
  METHOD_STATES,
  methodFileQuery,
  methodUpload,
  retireInput,
  toMethodFile,
} from "./schema";

/** Twice the limit of a file, so that the refusal can name the limit. */
const UPLOAD_BYTES = 2 * METHOD_FILE_BYTES;

const page = (city: string | undefined, id: string, done: string) => `/c/${city}/methods/own/${id}?done=${done}`;

export const upload = defineHandler({
  access: "method.manage",
  input: methodUpload,
  maxBytes: UPLOAD_BYTES,
  status: 201,
  async run({ database, grant, actor }, { file }) {
    if (file.size === 0) return refuse("invalid", { fields: [{ path: "file", code: "required" }] });
    return addMethod(database, grant, auditActor(actor), await file.text());
  },
  redirect: ({ id, replaced }, { params }) => page(params.city, id, replaced ? "replaced" : "added"),
});

export const activate = defineHandler({
  access: "method.manage",
  input: emptyInput,
  run: ({ database, grant, actor, params }) => activateMethod(database, grant, auditActor(actor), params.id ?? ""),
  redirect: ({ id }, { params }) => page(params.city, id, "activated"),
});

export const retire = defineHandler({
  access: "method.manage",
  input: retireInput,
  run: ({ database, grant, actor, params }, input) =>
    retireMethod(database, grant, auditActor(actor), params.id ?? "", input),
  redirect: ({ id }, { params }) => page(params.city, id, "retired"),
});

/** A method as a file: to read, to keep, or as the start of an own one. */
export const file = defineDownload({
  access: "service.read",
  query: methodFileQuery,
  async run({ database, grant }, { ref }) {
    const method = await findMethodOf(database, grant.cityId, ref, METHOD_STATES);
    if (method === null) return refuse("not-found");
    return ok({
      fileName: `${method.id}-${method.version}.json`,
      type: "application/json; charset=utf-8",
      body: toMethodFile(method),
    });
  },
});
