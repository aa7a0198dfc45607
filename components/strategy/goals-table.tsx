import { GoalTrack } from "@/components/charts";
import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { EvaluatedGoal } from "@/lib/features/strategy/data";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { metricText, targetText } from "./format";
import { GoalState } from "./goal-figure";
import { MetricBase } from "./metric-base";

interface Props {
  readonly t: Translator;
  readonly base: string;
  readonly goals: readonly EvaluatedGoal[];
}

/** Goals with their way: baseline, today, track, target, due day, status. */
export function GoalsTable({ t, base, goals }: Props) {
  const heads = {
    goal: t("strategy.goal"),
    baseline: t("strategy.baseline"),
    today: t("common.today"),
    track: t("dashboard.goalsTrack"),
    target: t("strategy.target"),
    due: t("dashboard.goalsBy"),
    state: t("strategy.status"),
  };
  return (
    <ScrollTable caption={t("dashboard.goalsCaption")} stack variant="h-table--goals">
      <THead
        columns={[
          { id: "goal", label: heads.goal },
          { id: "baseline", label: heads.baseline, num: true },
          { id: "today", label: heads.today, num: true },
          { id: "track", label: heads.track },
          { id: "target", label: heads.target, num: true },
          { id: "due", label: heads.due, num: true },
          { id: "state", label: heads.state },
        ]}
      />
      <TBody>
        {goals.map((evaluated) => {
          const { goal, baseline, current, definition } = evaluated;
          return (
            <Row key={goal.id}>
              <RowHead sub={<MetricBase t={t} base={base} result={current} />}>
                <a href={`${base}/strategy/goals/${goal.id}`}>{goal.name}</a>
              </RowHead>
              <Cell
                num
                quiet
                label={heads.baseline}
                title={baseline === null ? undefined : formatDate(baseline.date, t.locale)}
              >
                {metricText(baseline?.value ?? null, definition.unit, t)}
              </Cell>
              <Cell num strong keyFigure label={heads.today}>
                {metricText(current.value, definition.unit, t)}
              </Cell>
              <Cell bar label={heads.track}>
                <GoalTrack
                  baseline={baseline?.value ?? null}
                  now={current.value}
                  target={goal.target}
                  direction={definition.direction === "lower" ? "down" : "up"}
                  cap={definition.unit === "share" || definition.unit === "index" ? 1 : undefined}
                />
              </Cell>
              <Cell num label={heads.target}>
                {targetText(goal, t)}
              </Cell>
              <Cell num label={heads.due}>
                {formatDate(goal.due, t.locale)}
              </Cell>
              <Cell label={heads.state}>
                <GoalState t={t} goal={evaluated} />
              </Cell>
            </Row>
          );
        })}
      </TBody>
    </ScrollTable>
  );
}

const MOST_DAYS = 8;

/** Goals over time: the last days of their histories as columns, so that the charts can be read as figures. */
export function GoalHistoryTable({ t, base, goals }: Props) {
  const days = [...new Set(goals.flatMap(({ history }) => history.map(({ date }) => date)))].sort();
  const shown = days.length <= MOST_DAYS ? days : [...days.slice(0, 1), ...days.slice(-(MOST_DAYS - 1))];
  return (
    <ScrollTable caption={t("strategy.goalsTable")} dense>
      <THead
        columns={[
          { id: "goal", label: t("strategy.goal") },
          ...shown.map((day) => ({ id: day, label: formatDate(day, t.locale), num: true })),
          { id: "target", label: t("strategy.target"), num: true },
          { id: "due", label: t("strategy.due"), num: true },
        ]}
      />
      <TBody>
        {goals.map(({ goal, history, definition }) => (
          <Row key={goal.id}>
            <RowHead>
              <a href={`${base}/strategy/goals/${goal.id}`}>{goal.name}</a>
            </RowHead>
            {shown.map((day) => (
              <Cell key={day} num>
                {metricText(history.find(({ date }) => date === day)?.value ?? null, definition.unit, t)}
              </Cell>
            ))}
            <Cell num>{targetText(goal, t)}</Cell>
            <Cell num>{formatDate(goal.due, t.locale)}</Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}
