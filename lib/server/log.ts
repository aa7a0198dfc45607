import { randomBytes } from "node:crypto";
import pino from "pino";
import { env } from "./env";

let logger: pino.Logger | undefined;

/** Structured log on standard error. Never hand it names, e-mail addresses or contents of forms: ids only. */
export function log(): pino.Logger {
  logger ??= pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return logger;
}

/** Logs an unexpected error in full. @returns the short reference a person can quote. */
export function logError(error: unknown, context: Record<string, string | number | null> = {}): string {
  const reference = randomBytes(4).toString("hex").toUpperCase();
  log().error({ reference, ...context, err: error }, "unexpected error");
  return reference;
}
