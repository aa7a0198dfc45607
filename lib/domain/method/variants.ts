import type { Method, Rule, Variant } from "./types";

/** A parameter or reading that a method does not have. */
export interface VariantProblem {
  readonly parameter: string;
  readonly value: string;
  /** Parameters of the method, or the readings of the parameter. */
  readonly allowed: readonly string[];
}

/** Readings of a method by parameter, in the method's order. */
export function parametersOf(method: Method): ReadonlyMap<string, readonly Variant[]> {
  const found = new Map<string, Variant[]>();
  for (const variant of method.variants ?? []) {
    const list = found.get(variant.parameter);
    if (list) list.push(variant);
    else found.set(variant.parameter, [variant]);
  }
  return found;
}

/**
 * The method as it reads with the given parameters, the defaults for all others.
 * @returns the method, or the first parameter that it does not have
 */
export function configure(
  method: Method,
  given: Readonly<Record<string, string>>,
): { readonly method: Method; readonly problem: null } | { readonly method: null; readonly problem: VariantProblem } {
  const parameters = parametersOf(method);
  for (const [parameter, value] of Object.entries(given)) {
    const readings = parameters.get(parameter);
    const allowed = readings?.map(({ id }) => id) ?? [...parameters.keys()];
    if (readings === undefined || !allowed.includes(value))
      return { method: null, problem: { parameter, value, allowed } };
  }
  const chosen = Object.entries({ ...method.defaults, ...given }).flatMap(([parameter, id]) =>
    (parameters.get(parameter) ?? []).filter((variant) => variant.id === id),
  );
  return { method: applyVariants(method, chosen), problem: null };
}

/** The method with parts of its rules replaced. */
export function applyVariants(method: Method, variants: readonly Variant[]): Method {
  if (variants.every(({ rules }) => Object.keys(rules).length === 0)) return method;
  return {
    ...method,
    outputs: method.outputs.map((output) => ({
      ...output,
      rule: variants.reduce<Rule>((rule, { rules }) => ({ ...rule, ...rules[output.id] }) as Rule, output.rule),
    })),
  };
}
