import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Crumbs, ListHead, PageShell, Section } from "@/components/layout";
import { GoalForm, MetricList } from "@/components/strategy/goal-form";
import { loadGoalForm } from "@/lib/features/strategy/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ draft?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("strategy.formGoalTitle") };
}

export default async function NewGoalPage({ params, searchParams }: Props) {
  const [{ city }, { draft }] = await Promise.all([params, searchParams]);
  const { frame, strategy, departments, snapshots, draft: kept } = await loadGoalForm(city, null, draft);
  const base = `/c/${city}`;
  // A goal belongs to a strategy; without one the first step is to create it.
  if (strategy === null) redirect(`${base}/strategy/edit`);
  const { t } = frame;
  return (
    <PageShell {...frame}>
      <Crumbs t={t} links={[{ href: `${base}/strategy`, label: strategy.name }]} here={t("strategy.formGoalTitle")} />
      <ListHead title={t("strategy.formGoalTitle")} sub={t("strategy.formGoalLead")} />
      <GoalForm
        t={t}
        base={base}
        citySlug={city}
        form={formState(t, kept)}
        goal={null}
        departments={departments}
        snapshots={snapshots}
      />
      <Section finding={t("strategy.metricsTitle")}>
        <MetricList t={t} />
      </Section>
    </PageShell>
  );
}
