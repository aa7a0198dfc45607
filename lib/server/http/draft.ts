import { randomBytes } from "node:crypto";
import type { Prisma } from "@/generated/prisma/client";
import type { Database } from "../database/client";
import type { FieldProblem, Refusal } from "../result";

const KEEP_HOURS = 24;
const MAX_BYTES = 200_000;

export interface FormDraft {
  readonly kind: "invalid" | "conflict";
  readonly values: Readonly<Record<string, unknown>>;
  readonly message: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldProblem[];
  /** For a conflict: what is stored now. */
  readonly current: unknown;
}

/** Keeps what was typed into a refused form, without its secrets and files, for a day. @returns the id for `?draft=`. */
export async function keepDraft(
  database: Database,
  userId: string | null,
  values: Record<string, unknown>,
  refusal: Refusal,
  secret: readonly string[],
): Promise<string> {
  const kept = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !secret.includes(name) && !(value instanceof File)),
  );
  const text = JSON.stringify(kept);
  const id = randomBytes(16).toString("base64url");
  const problems = {
    message: refusal.message ?? null,
    params: refusal.params ?? {},
    fields: refusal.fields ?? [],
    current: refusal.current ?? null,
    code: refusal.code,
  };
  await database.formDraft.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - KEEP_HOURS * 3_600_000) } } });
  await database.formDraft.create({
    data: {
      id,
      userId,
      kind: refusal.code === "conflict" ? "conflict" : "invalid",
      values: (text.length > MAX_BYTES ? {} : JSON.parse(text.replaceAll("\\u0000", ""))) as Prisma.InputJsonValue,
      problems: problems as unknown as Prisma.InputJsonValue,
    },
  });
  return id;
}

/** The draft, if it exists and belongs to this reader. */
export async function findDraft(
  database: Database,
  id: string | undefined,
  userId: string | null,
): Promise<FormDraft | null> {
  if (!id || id.length > 40) return null;
  const row = await database.formDraft.findFirst({ where: { id, userId } });
  if (!row) return null;
  const problems = row.problems as unknown as Omit<FormDraft, "kind" | "values" | "message"> & {
    message: string | null;
    code: string;
  };
  return {
    kind: row.kind === "conflict" ? "conflict" : "invalid",
    values: row.values as Record<string, unknown>,
    message: problems.message ?? `problems.${problems.code.replace(/-(.)/g, (_, c: string) => c.toUpperCase())}`,
    params: problems.params,
    fields: problems.fields,
    current: problems.current,
  };
}
