import type { Command } from "./command";

/** Every command, in the order of the help. The code of a command is loaded when it is called. */
export const COMMANDS: readonly Command[] = [
  {
    name: "methods",
    usage: "[--json]",
    summary: "Scoring methods: id@version, unit, direction, criteria with their ids and options",
    database: false,
    load: () => import("./commands/methods"),
  },
  {
    name: "score",
    usage:
      "<method@version> <answers.json | -> [--floor <level>] [--transcription A|B] [--gates all|relaxed] [--weighting <name>]",
    summary: 'Score answers, e.g. {"alt":"yes","head":"no"}, or a list of them; prints JSON',
    database: false,
    load: () => import("./commands/score"),
  },
  {
    name: "method check",
    usage: "<method.json | -> [--json]",
    summary: "Check a method file of your own: form, weights, ids, options, worked examples",
    database: false,
    load: () => import("./commands/method-check"),
  },
  {
    name: "city create",
    usage: "--slug <slug> --name <name> [--json]",
    summary: "Create a city",
    database: true,
    load: () => import("./commands/city-create"),
  },
  {
    name: "user create",
    usage:
      "--email <e-mail> --role <role> --city <slug> --password-stdin [--name <name>] [--department <name> …] [--json]",
    summary: "Create an account with a role in a city; the password comes on standard input",
    database: true,
    load: () => import("./commands/user-create"),
  },
  {
    name: "import",
    usage: "--city <slug> [--dry-run] [--map <mapping.json>] <file | ->",
    summary: "Import services from CSV, XLSX or ODS; prints what was created, updated, unchanged and rejected as JSON",
    database: true,
    load: () => import("./commands/import"),
  },
  {
    name: "assess export",
    usage:
      "--city <slug> --method <method@version> [--filter <query>] [--out <file>] [--format csv|xlsx] [--language de|en] [--json]",
    summary: "The questions of a method about services as a table to fill in; without --out on standard output",
    database: true,
    load: () => import("./commands/assess-export"),
  },
  {
    name: "assess import",
    usage: "--city <slug> --method <method@version> [--dry-run] [--on-conflict refuse|mine|theirs] [--json] <file | ->",
    summary: "Take over a filled-in table; prints changed, unchanged, conflicts and rejected cells as JSON",
    database: true,
    load: () => import("./commands/assess-import"),
  },
  {
    name: "services",
    usage: "--city <slug> [--filter <query>] [--json]",
    summary: "Services with their scores; the filter is the query part of the inventory's address, e.g. munich=4,5",
    database: true,
    load: () => import("./commands/services"),
  },
  {
    name: "portfolio",
    usage: "--city <slug> [--filter <query>] [--json]",
    summary: "The dashboard's figures, each with its denominator and unknowns",
    database: true,
    load: () => import("./commands/portfolio"),
  },
  {
    name: "snapshot create",
    usage: "--city <slug> --name <name> [--json]",
    summary: "Keep the city's figures of today under a name",
    database: true,
    load: () => import("./commands/snapshot-create"),
  },
  {
    name: "demo load",
    usage: "[--city <slug>] [--replace] [--json]",
    summary: "Load the demo city Musterstadt (fictional)",
    database: true,
    load: () => import("./commands/demo-load"),
  },
  {
    name: "demo remove",
    usage: "[--city <slug>] [--json]",
    summary: "Remove a demo or generated city with everything in it; refuses real cities",
    database: true,
    load: () => import("./commands/demo-remove"),
  },
  {
    name: "generate",
    usage: "--services <number> --seed <number> --city <slug> [--name <name>] [--replace] [--json]",
    summary: "Make a fictional city of any size; the same seed gives the same city",
    database: true,
    load: () => import("./commands/generate"),
  },
];
