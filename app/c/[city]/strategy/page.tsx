import type { Metadata } from "next";
import { PageHead, PageShell, ScopeLine } from "@/components/layout";
import { ArchivedGoals, GoalsOverTime, PrinciplesSection, StrategyHead } from "@/components/strategy/overview";
import { StrategyTabs } from "@/components/strategy/tabs";
import { Empty, LinkButton, Note } from "@/components/ui";
import { compile } from "@/lib/domain/strategy/filter";
import { loadOverview } from "@/lib/features/strategy/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ saved?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("strategy.title") };
}

export default async function StrategyPage({ params, searchParams }: Props) {
  const [{ city }, { saved }] = await Promise.all([params, searchParams]);
  const { frame, strategy, evaluated, archived, rows, today, departments, mayWrite } = await loadOverview(city);
  const { t } = frame;
  const base = `/c/${city}`;
  const scope = (
    <ScopeLine
      t={t}
      items={[
        { label: t("nav.scopeExtent"), value: t("nav.scopeAllServices", { count: rows.filter(compile({})).length }) },
        { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(today, t.locale) }) },
        { label: t("nav.scopeMethod"), value: t("dashboard.methodName") },
      ]}
    />
  );
  if (strategy === null) {
    return (
      <PageShell {...frame} scope={scope}>
        <StrategyTabs t={t} base={base} current="overview" />
        <PageHead
          t={t}
          name={t("strategy.title")}
          lead={t("strategy.noneLead")}
          sub={t(mayWrite ? "strategy.noneText" : "strategy.noneReader")}
        />
        <Empty
          title={t("strategy.noneTitle")}
          action={
            mayWrite ? (
              <LinkButton variant="primary" href={`${base}/strategy/edit`}>
                {t("strategy.create")}
              </LinkButton>
            ) : undefined
          }
        />
      </PageShell>
    );
  }
  const props = { t, base, citySlug: city, strategy, goals: evaluated, archived, departments, mayWrite };
  return (
    <PageShell {...frame} scope={scope}>
      <StrategyTabs t={t} base={base} current="overview" />
      {saved !== undefined && t.has(`strategy.saved_${saved}`) && (
        <Note tone="info" live="status">
          {t.dynamic(`strategy.saved_${saved}`)}
        </Note>
      )}
      <StrategyHead {...props} />
      {evaluated.length > 0 && <GoalsOverTime {...props} />}
      <PrinciplesSection t={t} strategy={strategy} />
      <ArchivedGoals {...props} />
    </PageShell>
  );
}
