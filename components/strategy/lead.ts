import { GOAL_STATES } from "@/lib/domain/strategy/goals";
import type { EvaluatedGoal } from "@/lib/features/strategy/data";
import { formatList } from "@/lib/format";
import type { Translator } from "@/lib/i18n";

/** How many goals are in which state, in one sentence. */
export function goalsLead(t: Translator, goals: readonly Pick<EvaluatedGoal, "status">[]): string {
  const parts = GOAL_STATES.flatMap((state) => {
    const count = goals.filter(({ status }) => status.state === state).length;
    return count === 0 ? [] : [t(`strategy.part_${state}`, { count })];
  });
  const only = goals[0];
  return t("strategy.lead", {
    total: goals.length,
    one: only === undefined ? "" : t(`strategy.one_${only.status.state}`),
    parts: formatList(parts, t.locale),
  });
}
