import { GoalLine } from "@/components/charts";
import { Empty, GoalStatus } from "@/components/ui";
import type { EvaluatedGoal } from "@/lib/features/strategy/data";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { findingText, metricText, targetText } from "./format";
import { baseText, MetricBase } from "./metric-base";
import { scopeText } from "./scope";

interface Props {
  readonly t: Translator;
  readonly base: string;
  readonly goal: EvaluatedGoal;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/** State of a goal with its word. */
export function GoalState({ t, goal }: { readonly t: Translator; readonly goal: EvaluatedGoal }) {
  return <GoalStatus status={goal.status.state} text={t(`strategy.state_${goal.status.state}`)} />;
}

/** The whole content of a goal's chart in words. */
export function chartTitle({ t, goal: evaluated }: Pick<Props, "t" | "goal">): string {
  const { goal, baseline, current, definition } = evaluated;
  if (current.value === null) return t("charts.goalNoData", { name: goal.name, target: targetText(goal, t) });
  return [
    goal.name,
    ...(baseline === null
      ? []
      : [`${formatDate(baseline.date, t.locale)} ${metricText(baseline.value, definition.unit, t)}`]),
    t("charts.now", { value: metricText(current.value, definition.unit, t) }),
    baseText(current, t),
    t("charts.targetBy", { value: targetText(goal, t), date: formatDate(goal.due, t.locale) }),
  ].join(", ");
}

/** History of a goal with target and what unknowns could change, drawn on the server. */
export function GoalChart({ t, goal: evaluated }: Pick<Props, "t" | "goal">) {
  const { goal, history, definition } = evaluated;
  return (
    <GoalLine
      t={t}
      title={chartTitle({ t, goal: evaluated })}
      points={history.map((point) => ({
        date: point.date,
        value: point.value,
        ...(point.low === null || point.high === null ? {} : { low: point.low, high: point.high }),
      }))}
      target={{
        value: goal.target,
        date: goal.due,
        label: t("charts.target", { value: targetText(goal, t) }),
        short: targetText(goal, t),
      }}
      direction={definition.direction === "lower" ? "down" : "up"}
      format={(value) => metricText(value, definition.unit, t)}
    />
  );
}

/** One of the small multiples: scope, status, finding, chart, base. */
export function GoalFigure({ t, base, goal: evaluated, departments }: Props) {
  const { goal, current } = evaluated;
  const href = `${base}/strategy/goals/${goal.id}`;
  return (
    <figure id={`goal-${goal.id}`}>
      <figcaption>
        <span className="h-figrow">
          <span className="h-meta">
            {scopeText(t, goal.scope, departments)}
            {goal.by === "count" ? "" : `, ${t(`strategy.byShort_${goal.by}`)}`}
          </span>
          <GoalState t={t} goal={evaluated} />
        </span>
        <strong className="h-h3 h-figfind">
          <a href={href}>{findingText(evaluated, t)}</a>
        </strong>
      </figcaption>
      <GoalChart t={t} goal={evaluated} />
      <p className="h-meta">
        <MetricBase t={t} base={base} result={current} />
        <br />
        {t("strategy.dueOn", { date: formatDate(goal.due, t.locale) })}
      </p>
    </figure>
  );
}

/** A goal about which nothing can be drawn. */
export function GoalWithoutData({ t, base, goal: evaluated, departments }: Props) {
  return (
    <Empty
      row
      title={<a href={`${base}/strategy/goals/${evaluated.goal.id}`}>{findingText(evaluated, t)}</a>}
      action={<GoalState t={t} goal={evaluated} />}
    >
      {scopeText(t, evaluated.goal.scope, departments)}
    </Empty>
  );
}
