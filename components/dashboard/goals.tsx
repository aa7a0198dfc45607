import { Section } from "@/components/layout";
import { GoalsTable } from "@/components/strategy/goals-table";
import { goalsLead } from "@/components/strategy/lead";
import { DataTools, Empty, LinkButton } from "@/components/ui";
import { formatDate } from "@/lib/format";
import { fileHref, type SectionProps } from "./types";

/** The strategy's goals, or what it takes to have some. */
export function GoalsSection(props: SectionProps & { readonly maySetGoals: boolean }) {
  const { t, base, dashboard, maySetGoals } = props;
  const { goals, strategy, scope } = dashboard;
  if (strategy === null || goals.length === 0) {
    return (
      <Section id="goals" kicker={t("dashboard.goals")} finding={t("dashboard.goalsNone")}>
        <Empty
          row
          title={t("dashboard.goalsNone")}
          action={
            maySetGoals ? (
              <LinkButton href={`${base}/strategy`}>{t("dashboard.goalsNoneAction")}</LinkButton>
            ) : undefined
          }
        >
          {t("dashboard.goalsNoneText")}
        </Empty>
      </Section>
    );
  }
  return (
    <Section
      id="goals"
      kicker={t("dashboard.goals")}
      finding={goalsLead(t, goals)}
      base={[
        t("dashboard.goalsRead"),
        strategy.decidedOn === null
          ? t("dashboard.goalsStrategy", { name: strategy.name })
          : t("dashboard.goalsStrategyDecided", {
              name: strategy.name,
              date: formatDate(strategy.decidedOn, t.locale),
            }),
        ...(Object.keys(scope).length === 0 ? [] : [t("dashboard.goalsWhole")]),
      ]}
    >
      <GoalsTable t={t} base={base} goals={goals} />
      <DataTools
        t={t}
        csvHref={fileHref(props, "goals")}
        links={[{ href: `${base}/strategy`, label: t("dashboard.goalsOpen") }]}
      />
    </Section>
  );
}
