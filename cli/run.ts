import { ensureClient } from "./build";
import { Refused, UsageError, type Command } from "./command";
import { COMMANDS } from "./commands";
import { columns, printLines, say } from "./io";

/** Runs one command line. @returns the exit code: 0 done, 1 refused with reasons, 2 wrong use */
export async function runCommand(args: readonly string[]): Promise<number> {
  const { command, rest } = find(args);
  if (args.includes("--help") || args.includes("-h") || args[0] === "help") {
    printLines(command === undefined ? help() : helpFor(command));
    return 0;
  }
  try {
    if (command === undefined) throw new UsageError(unknown(args));
    if (command.database) ensureClient();
    const { run } = await command.load();
    await run(rest);
    return 0;
  } catch (error) {
    if (error instanceof Refused) {
      error.reasons.forEach(say);
      return 1;
    }
    if (error instanceof UsageError) {
      say(error.message);
      say(
        command === undefined ? "See: npm run -s hoheit -- --help" : `Usage: hoheit ${command.name} ${command.usage}`,
      );
      return 2;
    }
    say(error instanceof Error ? error.message : String(error));
    if (process.env.LOG_LEVEL === "debug") console.error(error);
    return 1;
  }
}

/** The command with the longest name that the arguments begin with. */
function find(args: readonly string[]): { command: Command | undefined; rest: readonly string[] } {
  for (const length of [2, 1]) {
    const name = args.slice(0, length).join(" ");
    const command = args.length >= length ? COMMANDS.find((known) => known.name === name) : undefined;
    if (command !== undefined) return { command, rest: args.slice(length) };
  }
  return { command: undefined, rest: args };
}

function unknown(args: readonly string[]): string {
  const [first] = args;
  if (first === undefined) return "Which command?";
  const verbs = COMMANDS.filter((command) => command.name.startsWith(`${first} `)).map((command) => command.name);
  return verbs.length > 0 ? `Which one: ${verbs.join(", ")}?` : `There is no command ${first}.`;
}

function help(): string[] {
  return [
    "Usage: npm run -s hoheit -- <command> [options]",
    "",
    ...columns(COMMANDS.map((command) => [`  ${command.name}`, command.summary])),
    "",
    "  --help   after a command: its arguments and options",
    "  --json   for programs; the result alone stands on standard output, messages on standard error",
    "",
    "Exit code: 0 done, 1 refused (with reasons), 2 wrong use.",
    "Works beside a running server on the same database (HOHEIT_DATA_DIR or DATABASE_URL choose it).",
    "Whoever can run this on the machine has the rights of an administrator in every city; the audit log says cli.",
  ];
}

const helpFor = (command: Command): string[] => [`Usage: hoheit ${command.name} ${command.usage}`, "", command.summary];
