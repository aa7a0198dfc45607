import { criteriaOf } from "./evaluate";
import type { Criterion, Group, Method, Text } from "./types";

/** Criteria that are shown together. */
export interface CriteriaSection {
  readonly id: string;
  /** null where the method has one section only. */
  readonly name: Text | null;
  /** Share of the group in the result; null where groups count alike or are not weighed against each other. */
  readonly share: number | null;
  readonly criteria: readonly Criterion[];
}

/** The groups of a method that weighs groups against each other, also of a pair; empty for all others. */
export function groupsOf(method: Method): readonly Group[] {
  const scored = method.outputs.filter(({ id }) => !method.pair || id === method.pair.output);
  const [only, ...more] = scored;
  return more.length === 0 && only?.rule.kind === "grouped" && only.rule.groups.length > 1 ? only.rule.groups : [];
}

/** The criteria of a method by its groups, else by what they count for; every criterion once, in the method's order. */
export function sectionsOf(method: Method): readonly CriteriaSection[] {
  const groups = groupsOf(method);
  if (groups.length > 0) {
    const total = groups.reduce((sum, { weight }) => sum + weight, 0);
    const alike = groups.every(({ weight }) => weight === groups[0]?.weight);
    const grouped = groups.map(({ id, name, weight, points }) => ({
      id,
      name,
      share: alike ? null : weight / total,
      criteria: method.criteria.filter((criterion) => Object.hasOwn(points, criterion.id)),
    }));
    const rest = method.criteria.filter(
      ({ id }) => !grouped.some(({ criteria }) => criteria.some((one) => one.id === id)),
    );
    return rest.length === 0 ? grouped : [...grouped, { id: "rest", name: null, share: null, criteria: rest }];
  }
  const divided = method.outputs.length > 1 && method.criteria.every(({ output }) => output !== undefined);
  return divided
    ? method.outputs.map((output) => ({
        id: output.id,
        name: output.name,
        share: null,
        criteria: criteriaOf(method, output),
      }))
    : [{ id: "all", name: null, share: null, criteria: method.criteria }];
}

/** Criteria that are more than a page shows in columns, or have published ids, go by their id. */
export const byId = (method: Method): boolean =>
  method.criteria.length > 12 && method.criteria.some(({ id }) => /\d/.test(id));
