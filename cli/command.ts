import { parseArgs, type ParseArgsConfig } from "node:util";

/** Wrong use: unknown command or option, missing argument, unreadable file. Exit code 2. */
export class UsageError extends Error {}

/** Understood and refused, with reasons, one a line. Exit code 1. */
export class Refused extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join("\n"));
  }
}

export interface Command {
  /** `methods`, `city create`, … */
  readonly name: string;
  /** Arguments and options as the help shows them. */
  readonly usage: string;
  readonly summary: string;
  /** Needs the generated database client, which is made before the command is loaded. */
  readonly database: boolean;
  readonly load: () => Promise<{ readonly run: (args: readonly string[]) => Promise<void> }>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Options and arguments of one command.
 * @param names the arguments, all of them required
 * @throws UsageError naming what is wrong
 */
export function parseCommand<const O extends Options, const N extends readonly string[] = readonly []>(
  args: readonly string[],
  options: O,
  ...names: N
) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const missing = names[positionals.length];
    if (missing !== undefined) throw new UsageError(`The argument <${missing}> is missing.`);
    const surplus = positionals[names.length];
    if (surplus !== undefined) throw new UsageError(`Unexpected argument: ${surplus}`);
    return { values, positionals: positionals as unknown as { readonly [K in keyof N]: string } };
  } catch (error) {
    if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}

/** An option that must be given. @throws UsageError when it is missing or empty */
export function required(value: string | undefined, option: string): string {
  if (value === undefined || value.trim() === "") throw new UsageError(`The option --${option} is missing.`);
  return value;
}

/** A whole number in bounds. @throws UsageError for anything else */
export function wholeNumber(value: string, option: string, min: number, max: number): number {
  const number = Number(value);
  if (!/^-?\d+$/.test(value) || number < min || number > max) {
    throw new UsageError(`--${option} must be a whole number from ${min} to ${max}, not "${value}".`);
  }
  return number;
}
