import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Crumbs, ListHead, PageShell, Section } from "@/components/layout";
import { Conflict } from "@/components/strategy/conflict";
import { goalConflictRows } from "@/components/strategy/goal-conflict";
import { GoalForm, MetricList } from "@/components/strategy/goal-form";
import { loadGoalForm } from "@/lib/features/strategy/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<{ draft?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("strategy.formGoalEdit") };
}

export default async function EditGoalPage({ params, searchParams }: Props) {
  const [{ city, id }, { draft }] = await Promise.all([params, searchParams]);
  const { frame, strategy, goal, departments, snapshots, draft: kept } = await loadGoalForm(city, id, draft);
  if (strategy === null || goal === null) notFound();
  const { t } = frame;
  const base = `/c/${city}`;
  const form = formState(t, kept);
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[
          { href: `${base}/strategy`, label: strategy.name },
          { href: `${base}/strategy/goals/${id}`, label: goal.name },
        ]}
        here={t("common.edit")}
      />
      <ListHead title={t("strategy.formGoalEdit")} sub={t("strategy.formGoalLead")} />
      {kept?.kind === "conflict" && <Conflict t={t} rows={goalConflictRows(t, form, goal, departments)} />}
      <GoalForm
        t={t}
        base={base}
        citySlug={city}
        form={form}
        goal={goal}
        departments={departments}
        snapshots={snapshots}
      />
      <Section finding={t("strategy.metricsTitle")}>
        <MetricList t={t} />
      </Section>
    </PageShell>
  );
}
