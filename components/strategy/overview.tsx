import { PageHead, Section, type KeyFigureList } from "@/components/layout";
import { Button, DataTools, Empty, LinkButton, Row, RowHead, Cell, ScrollTable, TBody, THead } from "@/components/ui";
import { GOAL_STATES } from "@/lib/domain/strategy/goals";
import { inLanguage } from "@/lib/domain/strategy/principles";
import type { EvaluatedGoal, GoalInfo, StrategyInfo } from "@/lib/features/strategy/data";
import { formatDate, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { GoalFigure, GoalWithoutData } from "./goal-figure";
import { GoalHistoryTable } from "./goals-table";
import { goalsLead } from "./lead";

interface Props {
  readonly t: Translator;
  readonly base: string;
  readonly citySlug: string;
  readonly strategy: StrategyInfo;
  readonly goals: readonly EvaluatedGoal[];
  readonly archived: readonly GoalInfo[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly mayWrite: boolean;
}

/** Result of the strategy: how many goals are where. */
export function StrategyHead({ t, base, strategy, goals, mayWrite }: Props) {
  const actions = mayWrite ? (
    <>
      <LinkButton variant="primary" href={`${base}/strategy/goals/new`}>
        {t("strategy.newGoal")}
      </LinkButton>
      <LinkButton href={`${base}/strategy/edit`}>{t("strategy.edit")}</LinkButton>
    </>
  ) : undefined;
  return (
    <PageHead
      t={t}
      name={strategy.name}
      meta={
        strategy.decidedOn === null
          ? t("strategy.notDecided")
          : t("strategy.decided", { date: formatDate(strategy.decidedOn, t.locale) })
      }
      lead={goals.length === 0 ? t("strategy.noGoalsLead") : goalsLead(t, goals)}
      sub={goals.length === 0 ? t("strategy.noGoalsText") : undefined}
      actions={actions}
      figures={goals.length === 0 ? undefined : stateFigures(t, goals)}
    />
  );
}

function stateFigures(t: Translator, goals: readonly EvaluatedGoal[]): KeyFigureList {
  const figures = GOAL_STATES.map((state) => {
    const found = goals.filter(({ status }) => status.state === state);
    const first = found[0];
    return {
      label: t(`strategy.stateHead_${state}`),
      value: formatNumber(found.length, t.locale),
      base: t("strategy.ofGoals", { count: goals.length }),
      ...(first === undefined ? {} : { href: `#goal-${first.goal.id}` }),
    };
  });
  return figures as unknown as KeyFigureList;
}

/** Small multiples of the goals with their table. */
export function GoalsOverTime({ t, base, citySlug, goals, departments }: Props) {
  const late = goals.filter(({ status }) => status.state === "behind" || status.state === "missed").length;
  const drawn = goals.filter(({ history }) => history.some(({ value }) => value !== null));
  const empty = goals.filter((goal) => !drawn.includes(goal));
  return (
    <Section
      id="goals"
      strong
      kicker={t("strategy.goals")}
      finding={t("strategy.goalsFinding", { total: goals.length, late })}
      base={[t("strategy.goalsRead"), t("strategy.goalsClick")]}
    >
      <div className="h-tri h-tri--goals">
        {drawn.map((goal) => (
          <GoalFigure key={goal.goal.id} t={t} base={base} goal={goal} departments={departments} />
        ))}
      </div>
      {empty.map((goal) => (
        <GoalWithoutData key={goal.goal.id} t={t} base={base} goal={goal} departments={departments} />
      ))}
      <DataTools
        t={t}
        csvHref={`/api/v1/cities/${citySlug}/goals`}
        table={<GoalHistoryTable t={t} base={base} goals={goals} />}
      />
    </Section>
  );
}

/** What the strategy stands for. */
export function PrinciplesSection({ t, strategy }: Pick<Props, "t" | "strategy">) {
  const { principles } = strategy;
  if (principles.length === 0) {
    return (
      <Section id="principles" kicker={t("strategy.principles")} finding={t("strategy.principlesNone")}>
        <Empty title={t("strategy.principlesNone")} />
      </Section>
    );
  }
  return (
    <Section
      id="principles"
      kicker={t("strategy.principles")}
      finding={t("strategy.principlesFinding", { count: principles.length })}
    >
      <div className="h-prose">
        <ol>
          {principles.map((principle, i) => (
            <li key={i}>
              <strong className="h-strong">{inLanguage(principle.title, t.locale)}</strong>
              {inLanguage(principle.text, t.locale) !== "" && <p>{inLanguage(principle.text, t.locale)}</p>}
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}

/** Goals put away: readable, and to be brought back. */
export function ArchivedGoals({ t, base, citySlug, archived, mayWrite }: Props) {
  if (archived.length === 0) return null;
  return (
    <Section
      id="archived"
      kicker={t("strategy.archivedGoals")}
      finding={t("strategy.archivedFinding", { count: archived.length })}
    >
      <ScrollTable caption={t("strategy.archivedGoals")}>
        <THead
          columns={[
            { id: "goal", label: t("strategy.goal") },
            { id: "due", label: t("strategy.due"), num: true },
            { id: "action", label: t("strategy.restore"), hidden: true },
          ]}
        />
        <TBody>
          {archived.map((goal) => (
            <Row key={goal.id}>
              <RowHead>
                <a href={`${base}/strategy/goals/${goal.id}`}>{goal.name}</a>
              </RowHead>
              <Cell num>{formatDate(goal.due, t.locale)}</Cell>
              <Cell>{mayWrite && <ArchiveForm t={t} base={base} citySlug={citySlug} goal={goal} />}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </Section>
  );
}

/** Puts a goal away or brings it back. */
export function ArchiveForm({
  t,
  base,
  citySlug,
  goal,
}: Pick<Props, "t" | "base" | "citySlug"> & { readonly goal: GoalInfo }) {
  return (
    <form method="post" action={`/api/v1/cities/${citySlug}/goals/${goal.id}/archive`}>
      <input type="hidden" name="back" value={`${base}/strategy/goals/${goal.id}`} />
      <input type="hidden" name="version" value={goal.version} />
      <input type="hidden" name="archived" value={goal.archived ? "false" : "true"} />
      <Button size={goal.archived ? "small" : "normal"}>
        {t(goal.archived ? "strategy.restore" : "strategy.archive")}
      </Button>
    </form>
  );
}
