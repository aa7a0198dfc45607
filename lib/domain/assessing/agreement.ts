import type { Method } from "../method/types";

/** What two raters say to one criterion. */
export interface Compared {
  readonly criterion: string;
  readonly first: string | null;
  readonly second: string | null;
  /** `one` = only one of them has an answer; `none` = neither has. */
  readonly state: "same" | "different" | "one" | "none";
}

export interface Agreement {
  readonly criteria: readonly Compared[];
  /** Criteria that both have answered, "unknown" included, and how many of these alike. */
  readonly both: number;
  readonly same: number;
}

type Given = Readonly<Record<string, { readonly value: string } | undefined>>;

/** Compares two sets of answers to one method, criterion by criterion; what the facts say counts for whoever left it to them. */
export function agreementOf(method: Method, first: Given, second: Given): Agreement {
  const criteria = method.criteria.map(({ id }): Compared => {
    const [one, other] = [first, second].map((given) => (Object.hasOwn(given, id) ? (given[id]?.value ?? null) : null));
    const [a, b] = [one ?? null, other ?? null];
    const state = a === null && b === null ? "none" : a === null || b === null ? "one" : a === b ? "same" : "different";
    return { criterion: id, first: a, second: b, state };
  });
  const count = (state: Compared["state"]) => criteria.filter((each) => each.state === state).length;
  return { criteria, both: count("same") + count("different"), same: count("same") };
}
