import { stateOf, withoutUnchosen } from "./answers";
import { evaluateOutput } from "./evaluate";
import type { Answers, Group, GroupResult, Method, Range } from "./types";

/** How a group of a method stands: its points and, where the method pairs a score with a level, its level. */
export interface GroupStanding extends GroupResult {
  readonly name: Group["name"];
  readonly weight: number;
  /** Points by the most there are, times 100; null while points are. */
  readonly percent: number | null;
  /** Smallest level of the group's answers; null while one is open. */
  readonly level: number | null;
  readonly levels: Range | null;
  readonly unanswered: readonly string[];
  readonly unknown: readonly string[];
}

/** The groups of a method's score in its order; none for methods without groups. The answers must be valid for the method. */
export function groupStandings(method: Method, answers: Answers): readonly GroupStanding[] {
  const chosen = withoutUnchosen(method, answers);
  const scored = method.outputs.find(
    ({ id, rule }) => rule.kind === "grouped" && (!method.pair || id === method.pair.output),
  );
  if (scored === undefined || scored.rule.kind !== "grouped") return [];
  const { groups } = evaluateOutput(method, scored, chosen);
  const gate = method.outputs.find(({ id }) => id === method.pair?.with);
  return scored.rule.groups.map((group, index): GroupStanding => {
    const result = groups[index] ?? { id: group.id, points: null, range: { best: 0, worst: 0 }, max: 0, open: 0 };
    const ids = Object.keys(group.points);
    const criteria = method.criteria.filter(({ id }) => ids.includes(id));
    const gated = gate && evaluateOutput({ ...method, criteria }, gate, chosen);
    const inState = (state: string) => ids.filter((id) => stateOf(id, chosen) === state);
    return {
      ...result,
      name: group.name,
      weight: group.weight,
      percent: result.points === null || result.max === 0 ? null : (result.points / result.max) * 100,
      level: gated?.result?.value ?? null,
      levels: gated?.range ?? null,
      unanswered: inState("unanswered"),
      unknown: inState("unknown"),
    };
  });
}
