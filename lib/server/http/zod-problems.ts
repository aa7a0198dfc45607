import type { z } from "zod";
import type { FieldProblem } from "../result";

/** zod's issues as field problems of our own short list of codes (messages `problems.field_*`). */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({ path: issue.path.join("."), ...describe(issue) }));
}

function describe(issue: z.core.$ZodIssue): Pick<FieldProblem, "code" | "params"> {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return { code: "required" };
      return { code: issue.expected === "number" ? "not-a-number" : "invalid" };
    case "too_big":
      return issue.origin === "string"
        ? { code: "too-long", params: { max: Number(issue.maximum) } }
        : { code: "too-big", params: { max: Number(issue.maximum) } };
    case "too_small":
      if (issue.origin !== "string") return { code: "too-small", params: { min: Number(issue.minimum) } };
      return Number(issue.minimum) <= 1
        ? { code: "required" }
        : { code: "too-short", params: { min: Number(issue.minimum) } };
    case "invalid_format":
      if (issue.format === "email") return { code: "not-an-email" };
      if (issue.format === "url") return { code: "not-an-address" };
      if (issue.format === "date") return { code: "not-a-date" };
      return { code: "invalid" };
    case "invalid_value":
      return { code: "not-an-option" };
    case "unrecognized_keys":
      return { code: "unknown-field" };
    case "custom": {
      const code: unknown = issue.params?.code;
      return { code: typeof code === "string" ? code : "invalid" };
    }
    default:
      return { code: "invalid" };
  }
}
