import { resolve } from "node:path";
import { z } from "zod";

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  HOHEIT_DATA_DIR: z.string().min(1).default("data"),
  /** Public address when a proxy stands in front, e.g. https://hoheit.example.org */
  HOHEIT_URL: z.url().optional(),
  HOHEIT_SECRET: z.string().min(32).optional(),
  DATABASE_URL: z.string().startsWith("postgres").optional(),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

export type Env = z.infer<typeof schema> & { readonly dataDir: string };

let parsed: Env | undefined;

/**
 * The settings of this process, parsed once.
 * @throws Error naming each wrong variable, what was found and what is expected.
 */
export function env(): Env {
  if (parsed) return parsed;
  const defined = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const result = schema.safeParse(defined);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`These settings cannot be used:\n${lines.join("\n")}`);
  }
  parsed = { ...result.data, dataDir: resolve(result.data.HOHEIT_DATA_DIR) };
  return parsed;
}
