import type { Translator } from "@/lib/i18n";
import type { FormDraft } from "./http/draft";

/** A form as a page draws it again after a refusal: what was typed, and what is wrong with it, in words. */
export interface FormState {
  /** What was typed, or the given start value. */
  value(name: string, start?: string | number | null): string;
  /** The problem of a field. */
  error(name: string): string | null;
  /** All problems for the summary at the top; ids of controls are the field names. */
  readonly errors: readonly { readonly field?: string; readonly message: string }[];
  readonly draft: FormDraft | null;
}

/** Reads a draft for drawing a form. Without a draft every value is its start value. */
export function formState(t: Translator, draft: FormDraft | null): FormState {
  const problem = (code: string, params?: Readonly<Record<string, string | number>>) =>
    t.dynamic(`problems.field_${code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`, params);
  const byPath = new Map(draft?.fields.map((field) => [field.path, problem(field.code, field.params)]));
  return {
    value(name, start = "") {
      const typed = read(draft?.values, name);
      return typed === undefined ? String(start ?? "") : typed;
    },
    error: (name) => byPath.get(name) ?? null,
    errors: draft
      ? [
          ...(draft.message ? [{ message: t.dynamic(draft.message, draft.params) }] : []),
          ...[...byPath].map(([field, message]) => ({ field, message })),
        ]
      : [],
    draft,
  };
}

function read(values: unknown, path: string): string | undefined {
  let node: unknown = values;
  for (const step of path.split(".")) {
    if (node === null || typeof node !== "object") return undefined;
    node = (node as Record<string, unknown>)[step];
  }
  return typeof node === "string" || typeof node === "number" ? String(node) : undefined;
}
