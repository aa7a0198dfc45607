import { GoalTrend } from "@/components/charts/GoalTrend.client";
import { RecordHead, Section } from "@/components/layout";
import {
  Button,
  Cell,
  Confirm,
  DataTools,
  Empty,
  LinkButton,
  Note,
  Row,
  RowHead,
  ScrollTable,
  SelectField,
  TBody,
  THead,
} from "@/components/ui";
import { GOAL_TOLERANCE } from "@/lib/domain/strategy/goals";
import type { ChangeExplanation } from "@/lib/domain/strategy/change";
import type { EvaluatedGoal } from "@/lib/features/strategy/data";
import type { SnapshotInfo } from "@/lib/features/snapshot/data";
import { formatDate, formatPercent } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { changeLines, ChangeSum, ChangeTable } from "./change";
import { differenceText, findingText, metricText, targetText, weightText } from "./format";
import { chartTitle, GoalChart, GoalState } from "./goal-figure";
import { MetricBase } from "./metric-base";
import { ArchiveForm } from "./overview";
import { scopeText } from "./scope";

interface Props {
  readonly t: Translator;
  readonly base: string;
  readonly citySlug: string;
  readonly goal: EvaluatedGoal;
}

/** A goal with its facts. */
export function GoalHead({
  departments,
  mayWrite,
  ...props
}: Props & {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly mayWrite: boolean;
}) {
  const { t, base, citySlug, goal: evaluated } = props;
  const { goal, definition, baseline, current, status } = evaluated;
  const value = (amount: number | null) => metricText(amount, definition.unit, t);
  return (
    <RecordHead
      t={t}
      title={goal.name}
      lead={findingText(evaluated, t)}
      marks={[<GoalState key="state" t={t} goal={evaluated} />]}
      meta={t("strategy.dueOn", { date: formatDate(goal.due, t.locale) })}
      toc={[
        { id: "history", label: t("strategy.history") },
        { id: "rule", label: t("strategy.ruleTitle") },
        { id: "change", label: t("strategy.changeSection") },
      ]}
      actions={
        mayWrite ? (
          <>
            <LinkButton href={`${base}/strategy/goals/${goal.id}/edit`}>{t("strategy.formGoalEdit")}</LinkButton>
            {goal.archived ? (
              <ArchiveForm t={t} base={base} citySlug={citySlug} goal={goal} />
            ) : (
              <Confirm label={t("strategy.archive")} title={t("strategy.archiveTitle")}>
                <p>{t("strategy.archiveText")}</p>
                <ArchiveForm t={t} base={base} citySlug={citySlug} goal={goal} />
              </Confirm>
            )}
          </>
        ) : undefined
      }
      facts={[
        { label: t("strategy.metric"), value: `${tr(definition.name, t.locale)}, ${t(`strategy.byShort_${goal.by}`)}` },
        { label: t("strategy.scope"), value: scopeText(t, goal.scope, departments) },
        {
          label: t("strategy.baseline"),
          value: baseline === null ? "–" : `${value(baseline.value)}, ${formatDate(baseline.date, t.locale)}`,
        },
        { label: t("strategy.target"), value: `${targetText(goal, t)}, ${formatDate(goal.due, t.locale)}` },
        {
          label: t("strategy.current"),
          value: (
            <>
              <strong className="h-strong">{value(current.value)}</strong>:{" "}
              <MetricBase t={t} base={base} result={current} />
            </>
          ),
        },
        {
          label: t("strategy.missing"),
          value: status.missing === null ? "–" : differenceText(status.missing, definition.unit, t),
        },
        {
          label: t("strategy.progress"),
          value:
            status.progress === null
              ? "–"
              : t("strategy.progressOf", { share: formatPercent(status.progress, t.locale) }),
        },
        { label: t("strategy.responsible"), value: goal.responsible ?? "–" },
      ]}
    />
  );
}

/** Chart, interactive trend and the figures of every day. */
export function GoalHistorySection({ t, base, citySlug, goal: evaluated }: Props) {
  const { goal, history, definition } = evaluated;
  const known = history.filter(({ value }) => value !== null);
  const first = known[0];
  const note = (point: (typeof history)[number]) =>
    `${t("strategy.base", { numerator: weightText(point.numerator, goal.by, t), denominator: weightText(point.denominator, goal.by, t) })}, ${t("strategy.baseUnknown", { count: point.unknown })}`;
  const unit = definition.unit === "share" ? "share" : definition.unit === "money" ? "euro" : "count";
  return (
    <Section
      id="history"
      strong
      kicker={t("strategy.history")}
      finding={
        first === undefined
          ? t("strategy.historyFindingNone")
          : t("strategy.historyFinding", { points: known.length, date: formatDate(first.date, t.locale) })
      }
      base={[tr(definition.description, t.locale), t("strategy.historyRead"), t("strategy.historyLimits")]}
    >
      <GoalChart t={t} goal={evaluated} />
      {known.length > 0 && (
        <GoalTrend
          summary={t("strategy.readValues")}
          loading={t("strategy.loadingChart")}
          locale={t.locale}
          title={chartTitle({ t, goal: evaluated })}
          points={history.map((point) => ({
            date: point.date,
            value: point.value,
            ...(point.broken || definition.unit === "index" ? {} : { note: note(point) }),
          }))}
          unit={unit}
          target={{ value: goal.target, label: t("charts.target", { value: targetText(goal, t) }) }}
          reversed={definition.direction === "lower"}
          unknown={t("strategy.noData")}
        />
      )}
      <HistoryTable t={t} base={base} citySlug={citySlug} goal={evaluated} />
      <DataTools t={t} csvHref={`/api/v1/cities/${citySlug}/goals?goal=${goal.id}`} />
    </Section>
  );
}

function HistoryTable({ t, goal: evaluated }: Props) {
  const { goal, history, definition } = evaluated;
  const text = (value: number | null) => metricText(value, definition.unit, t);
  return (
    <ScrollTable caption={t("strategy.history")} dense>
      <THead
        columns={[
          { id: "date", label: t("strategy.date") },
          { id: "value", label: t("strategy.value"), num: true },
          { id: "numerator", label: t("strategy.numerator"), num: true },
          { id: "denominator", label: t("strategy.denominator"), num: true },
          { id: "unknown", label: t("strategy.unknownServices"), num: true },
          { id: "range", label: t("strategy.range"), num: true },
        ]}
      />
      <TBody>
        {[...history].reverse().map((point) => (
          <Row key={`${point.date}${point.snapshotId ?? ""}`}>
            <RowHead>
              {point.snapshotId === null
                ? t("nav.scopeToday", { date: formatDate(point.date, t.locale) })
                : formatDate(point.date, t.locale)}
            </RowHead>
            <Cell num strong>
              {point.broken ? t("strategy.brokenPoint") : text(point.value)}
            </Cell>
            <Cell num>
              {point.broken || definition.unit === "index" ? "–" : weightText(point.numerator, goal.by, t)}
            </Cell>
            <Cell num>
              {point.broken || definition.unit === "index" ? "–" : weightText(point.denominator, goal.by, t)}
            </Cell>
            <Cell num>{point.broken ? "–" : point.unknown}</Cell>
            <Cell num quiet>
              {point.low === null || point.high === null
                ? "–"
                : t("strategy.rangeValue", { low: text(point.low), high: text(point.high) })}
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

/** How the status comes about: the rule, and the two numbers it compares. */
export function RuleSection({ t, goal: evaluated }: Props) {
  const { status, definition, domain } = evaluated;
  const value = (amount: number) => metricText(amount, definition.unit, t);
  const expected = value(definition.unit === "count" ? Math.round(status.expected * 10) / 10 : status.expected);
  return (
    <Section
      id="rule"
      kicker={t("strategy.ruleTitle")}
      finding={t("strategy.ruleFinding", { state: t(`strategy.stateHead_${status.state}`) })}
      base={[
        domain === null
          ? t("strategy.ruleNoBaseline")
          : status.current === null
            ? t("strategy.ruleNowNone", { expected })
            : t("strategy.ruleNow", { expected, value: value(status.current.value) }),
      ]}
    >
      <div className="h-prose">
        <ol>
          <li>{t("strategy.rule_1")}</li>
          <li>{t("strategy.rule_2")}</li>
          <li>{t("strategy.rule_3")}</li>
          <li>{t("strategy.rule_4", { tolerance: formatPercent(GOAL_TOLERANCE, t.locale) })}</li>
          <li>{t("strategy.rule_5")}</li>
        </ol>
      </div>
    </Section>
  );
}

const LINES = 40;

/** What moved the metric since a snapshot, service by service. */
export function GoalChangeSection({
  t,
  base,
  goal: evaluated,
  change,
  comparison,
  broken,
  snapshots,
}: Props & {
  readonly change: ChangeExplanation | null;
  readonly comparison: SnapshotInfo | null;
  readonly broken: boolean;
  readonly snapshots: readonly SnapshotInfo[];
}) {
  const kicker = t("strategy.changeSection");
  if (comparison === null) {
    return (
      <Section id="change" kicker={kicker} finding={t("strategy.changeNoSnapshot")}>
        <Empty title={t("strategy.changeNoSnapshot")}>{t("strategy.changeNoSnapshotText")}</Empty>
      </Section>
    );
  }
  const date = formatDate(comparison.date, t.locale);
  const chooser = (
    <CompareForm
      t={t}
      action={`${base}/strategy/goals/${evaluated.goal.id}`}
      chosen={comparison}
      snapshots={snapshots}
    />
  );
  if (broken || change === null) {
    return (
      <Section id="change" kicker={kicker} finding={t("strategy.changeSince", { date })} reading={chooser}>
        {broken ? (
          <Note tone="danger">{t("strategy.changeBroken", { date })}</Note>
        ) : (
          <Note>{t("strategy.changeConcentration")}</Note>
        )}
      </Section>
    );
  }
  const lines = changeLines(change);
  return (
    <Section
      id="change"
      kicker={t("strategy.changeSince", { date })}
      finding={
        lines.length === 0
          ? t("strategy.changeNone", { date })
          : t("strategy.changeMoved", { count: lines.length, date })
      }
      base={[t("strategy.changeRead")]}
      reading={chooser}
    >
      <ChangeSum t={t} change={change} date={comparison.date} />
      {lines.length > 0 && <ChangeTable t={t} base={base} lines={lines} most={LINES} weights={change.by} />}
    </Section>
  );
}

const OFFERED = 36;

function CompareForm({
  t,
  action,
  chosen,
  snapshots,
}: {
  readonly t: Translator;
  readonly action: string;
  readonly chosen: SnapshotInfo;
  readonly snapshots: readonly SnapshotInfo[];
}) {
  const offered = [
    chosen,
    ...snapshots.filter(({ id, kind }) => kind === "named" && id !== chosen.id),
    ...snapshots.filter(({ id, kind }) => kind === "daily" && id !== chosen.id),
  ].slice(0, OFFERED);
  return (
    <form className="h-scopeform" method="get" action={`${action}#change`}>
      <SelectField
        id="compare"
        name="compare"
        label={t("strategy.changeCompare")}
        defaultValue={chosen.id}
        options={offered.map(({ id, name, date }) => ({
          value: id,
          label: t("strategy.baselineSnapshot", {
            date: formatDate(date, t.locale),
            name: name ?? t("strategy.snapshotDaily"),
          }),
        }))}
      />
      <Button size="small">{t("common.apply")}</Button>
    </form>
  );
}
