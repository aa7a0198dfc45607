import { methods } from "../method/registry";
import type { Criterion, Method } from "../method/types";
import type { DerivationContext, DerivedAnswer, NotDerivable } from "./derived";
import { deriveFor, DERIVATIONS, type Derived } from "./derive";

/** What is wrong with where a criterion says it is derived from. */
export type DerivedFromProblem = "no-derivation" | "options-differ";

/**
 * Can the criterion take over what facts say to the one it names? Only when facts can answer that one, and both have the
 * same options in the same order; null when it can.
 */
export function derivedFromProblem({ derivedFrom, options, order }: Criterion): DerivedFromProblem | null {
  if (derivedFrom === undefined) return null;
  const table = Object.hasOwn(DERIVATIONS, derivedFrom.method) ? DERIVATIONS[derivedFrom.method] : undefined;
  if (table === undefined || !Object.hasOwn(table, derivedFrom.criterion)) return "no-derivation";
  const ids = (criterion: Pick<Criterion, "options" | "order">) =>
    [criterion.order ?? "best", ...criterion.options.map(({ id }) => id)].join();
  // All versions of a method share a derivation, so its answers must fit each of them.
  const shipped = methods
    .filter(({ id }) => id === derivedFrom.method)
    .flatMap(({ criteria }) => criteria.filter(({ id }) => id === derivedFrom.criterion));
  return shipped.some((criterion) => ids(criterion) === ids({ options, order })) ? null : "options-differ";
}

/** Facts to answers for any method, also a city's own: there for the criteria that name one of a shipped method. */
export function deriveForMethod(method: Method, context: DerivationContext): Derived {
  const own = method.criteria.filter(({ derivedFrom }) => derivedFrom !== undefined);
  const derived = deriveFor(method.id, context);
  if (own.length === 0) return derived;
  const answers: Record<string, DerivedAnswer> = { ...derived.answers };
  const notDerivable: NotDerivable[] = [...derived.notDerivable];
  for (const { id, derivedFrom } of own) {
    const table = derivedFrom === undefined ? undefined : DERIVATIONS[derivedFrom.method];
    const found = derivedFrom === undefined ? undefined : table?.[derivedFrom.criterion]?.(context);
    if (found === undefined) continue;
    if (found.value === null) notDerivable.push({ criterion: id, reason: found.reason });
    else answers[id] = found;
  }
  return { answers, notDerivable };
}
