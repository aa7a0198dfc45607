import { acceptedValues } from "./answers";
import type { Answers, Method } from "./types";

/** An answer of a link that the method does not have; the criterion stays unanswered. */
export interface RefusedAnswer {
  readonly criterion: string;
  readonly value: string;
}

/** `y` and `n`, as in links of Munich's calculator. */
const SHORT: Readonly<Record<string, string>> = { y: "yes", n: "no" };

/**
 * Answers from the parameters of an address, by criterion id. Empty = unanswered; `y`/`n` stand for `yes`/`no` where the
 * criterion has them. Parameters that are no criterion are not looked at (Munich's links also carry `name`).
 */
export function answersFromQuery(
  method: Method,
  query: Readonly<Record<string, unknown>>,
): { readonly answers: Answers; readonly refused: readonly RefusedAnswer[] } {
  const answers: Record<string, string> = {};
  const refused: RefusedAnswer[] = [];
  for (const criterion of method.criteria) {
    const given = Object.hasOwn(query, criterion.id) ? query[criterion.id] : undefined;
    const text = String((Array.isArray(given) ? given[0] : given) ?? "").trim();
    if (text === "") continue;
    const accepted = acceptedValues(criterion);
    const long = Object.hasOwn(SHORT, text) ? SHORT[text] : undefined;
    const value = accepted.includes(text) ? text : long !== undefined && accepted.includes(long) ? long : null;
    if (value === null) refused.push({ criterion: criterion.id, value: text.slice(0, 40) });
    else answers[criterion.id] = value;
  }
  return { answers, refused };
}

/** The parameters of a pasted address or of its part after the question mark. The first value of a name counts. */
export function queryOfLink(link: string): Readonly<Record<string, string>> {
  const start = link.indexOf("?");
  const text = (start >= 0 ? link.slice(start + 1) : link).split("#")[0] ?? "";
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(text)) if (!Object.hasOwn(query, name)) query[name] = value;
  return query;
}

/** The `id@version` of a path segment; a segment that cannot be decoded is taken as it stands. */
export function refOfPath(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
