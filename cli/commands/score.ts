import { validateAnswers } from "@/lib/domain/method/answers";
import { toScoreOutput } from "@/lib/domain/method/cli";
import { evaluate } from "@/lib/domain/method/evaluate";
import { findMethod, methods } from "@/lib/domain/method/registry";
import type { Answers, Method } from "@/lib/domain/method/types";
import { parseCommand, Refused } from "../command";
import { printJson, readJson } from "../io";

export async function run(args: readonly string[]): Promise<void> {
  // The result is JSON with or without --json.
  const { positionals } = parseCommand(args, { json: { type: "boolean" } }, "method@version", "answers.json");
  const [ref, path] = positionals;
  const given = await readJson(path);
  const method = findMethod(ref);
  if (method === undefined) {
    throw new Refused([`There is no method ${ref}. There are: ${methods.map((known) => known.ref).join(", ")}`]);
  }
  const list = Array.isArray(given) ? (given as unknown[]) : [given];
  const problems = list.flatMap((entry, index) => problemsOf(method, entry, Array.isArray(given) ? `[${index}]` : ""));
  if (problems.length > 0) throw new Refused(problems);
  const results = list.map((answers) => toScoreOutput(evaluate(method, answers as Answers), method));
  printJson(Array.isArray(given) ? results : results[0]);
}

function problemsOf(method: Method, entry: unknown, place: string): string[] {
  if (entry === null || typeof entry !== "object" || Array.isArray(entry)) {
    return [
      `${place === "" ? "The file" : place}: expected an object of answers like {"${method.criteria[0]?.id ?? "id"}":"yes"}`,
    ];
  }
  return validateAnswers(method, entry as Readonly<Record<string, unknown>>).map(
    ({ criterion, value, problem, allowed }) => {
      const at = place === "" ? criterion : `${place}.${criterion}`;
      return problem === "unknown-criterion"
        ? `${at}: ${method.ref} has no such criterion; it has ${allowed.join(", ")}`
        : `${at}: "${value}" is not an answer; possible are ${allowed.join(", ")}`;
    },
  );
}
