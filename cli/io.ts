import { readFileSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { UsageError } from "./command";

/** For programs. Lists stand one entry a line, so that they can be read in pieces. */
export function printJson(value: unknown): void {
  process.stdout.write(
    Array.isArray(value)
      ? `[${value.map((each, index) => `${index === 0 ? "" : ","}\n${JSON.stringify(each)}`).join("")}\n]\n`
      : `${JSON.stringify(value, null, 2)}\n`,
  );
}

/** For people. */
export function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

/** A message beside the result; never mixed into it. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Columns side by side, two blanks between them; numbers are the caller's to align. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, [...cell].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : cell + " ".repeat((widths[i] ?? 0) - [...cell].length)))
      .join("  ")
      .trimEnd(),
  );
}

/** A path as the person meant it: npm changes into the project before it runs us, and remembers where they were. */
export function givenPath(path: string): string {
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Everything on standard input. */
export async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A file, or standard input for `-`. @throws UsageError when it cannot be read */
export async function readInput(path: string): Promise<Buffer> {
  if (path === "-") return readStdin();
  try {
    return readFileSync(givenPath(path));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** JSON from a file or standard input. @throws UsageError when it is none */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readInput(path);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    throw new UsageError(`${path} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
