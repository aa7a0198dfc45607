import type { Metadata } from "next";
import { Crumbs, PageShell, ScopeLine } from "@/components/layout";
import { GoalChangeSection, GoalHead, GoalHistorySection, RuleSection } from "@/components/strategy/goal-page";
import { scopeText } from "@/components/strategy/scope";
import { ErrorSummary, Note } from "@/components/ui";
import { loadGoal } from "@/lib/features/strategy/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<{ compare?: string; draft?: string; saved?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("strategy.goal") };
}

export default async function GoalPage({ params, searchParams }: Props) {
  const [{ city, id }, query] = await Promise.all([params, searchParams]);
  const {
    frame,
    strategy,
    found,
    departments,
    comparison,
    comparisonBroken,
    change,
    snapshots,
    today,
    mayWrite,
    draft,
  } = await loadGoal(city, id, query);
  const { t } = frame;
  const base = `/c/${city}`;
  const props = { t, base, citySlug: city, goal: found };
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("nav.scopeExtent"), value: scopeText(t, found.goal.scope, departments) },
            { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(today, t.locale) }) },
            {
              label: t("nav.scopeComparison"),
              value:
                comparison === null
                  ? t("dashboard.compareNone")
                  : t("dashboard.compareSnapshot", { date: formatDate(comparison.date, t.locale) }),
            },
            { label: t("nav.scopeMethod"), value: t("dashboard.methodName") },
          ]}
        />
      }
    >
      <Crumbs
        t={t}
        links={[{ href: `${base}/strategy`, label: strategy?.name ?? t("strategy.title") }]}
        here={found.goal.name}
      />
      {query.saved === "goal" && (
        <Note tone="info" live="status">
          {t("strategy.saved_goal")}
        </Note>
      )}
      <ErrorSummary title={t("errors.validationTitle")} errors={formState(t, draft).errors} />
      {found.goal.archived && <Note>{t("strategy.isArchived")}</Note>}
      <GoalHead {...props} departments={departments} mayWrite={mayWrite} />
      <GoalHistorySection {...props} />
      <RuleSection {...props} />
      <GoalChangeSection
        {...props}
        change={change}
        comparison={comparison}
        broken={comparisonBroken}
        snapshots={snapshots}
      />
    </PageShell>
  );
}
