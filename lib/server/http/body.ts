import { refuse, type Result, ok } from "../result";

/** Reads at most `maxBytes` of a body. A longer one is refused after that many bytes, whatever its headers claim. */
export async function readBytes(request: Request, maxBytes: number): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const announced = Number(request.headers.get("content-length") ?? "0");
  if (announced > maxBytes) return refuse("too-large");
  if (!request.body) return ok(new Uint8Array());
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return refuse("too-large");
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return ok(bytes);
}

export type BodyKind = "form" | "json" | "none";

/** What the caller sent: a browser form or JSON. Anything else is refused. */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Result<{ kind: BodyKind; value: Record<string, unknown> }>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const bytes = await readBytes(request, maxBytes);
  if (!bytes.ok) return bytes;
  if (type === "" && bytes.value.byteLength === 0) return ok({ kind: "none", value: {} });
  try {
    if (type === "application/json") {
      const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes.value));
      if (parsed === null || typeof parsed !== "object" || Array.isArray(parsed)) return malformed();
      return ok({ kind: "json", value: parsed as Record<string, unknown> });
    }
    if (type === "application/x-www-form-urlencoded" || type === "multipart/form-data") {
      const headers = { "content-type": request.headers.get("content-type") ?? "" };
      const form = await new Response(bytes.value, { headers }).formData();
      return ok({ kind: "form", value: unflatten(form) });
    }
  } catch {
    return malformed();
  }
  return malformed();
}

const malformed = () => refuse("invalid", { message: "problems.malformed" });

/** `a.0.b=1` → `{ a: [{ b: "1" }] }`; a repeated name becomes a list. Names that reach into prototypes are dropped. */
function unflatten(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name);
    const value = all.length > 1 ? all : all[0];
    const path = name.split(".");
    if (
      path.length > 4 ||
      path.some((step) => step === "__proto__" || step === "constructor" || step === "prototype")
    ) {
      continue;
    }
    let node = root;
    path.forEach((step, index) => {
      if (index === path.length - 1) node[step] = value;
      else {
        const next = node[step];
        node = (next && typeof next === "object" && !Array.isArray(next) ? next : (node[step] = {})) as typeof node;
      }
    });
  }
  return listsFromIndexes(root) as Record<string, unknown>;
}

function listsFromIndexes(value: unknown): unknown {
  if (value === null || typeof value !== "object" || value instanceof File || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, listsFromIndexes(inner)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,4}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}
