import type { Metadata } from "next";
import { ChangeSection } from "@/components/dashboard/change";
import { ControllersSection } from "@/components/dashboard/controllers";
import { ExitsSection } from "@/components/dashboard/exits";
import { ExposureSection } from "@/components/dashboard/exposure";
import { GapsSection } from "@/components/dashboard/gaps";
import { GoalsSection } from "@/components/dashboard/goals";
import { DashboardHead } from "@/components/dashboard/head";
import { LevelsSection } from "@/components/dashboard/levels";
import { OpenSourceSection } from "@/components/dashboard/open-source";
import { ProfileSection } from "@/components/dashboard/profile";
import { DashboardScope } from "@/components/dashboard/scope";
import { Start } from "@/components/dashboard/start";
import { PageShell } from "@/components/layout";
import { Empty, LinkButton, Note } from "@/components/ui";
import { filterToQuery } from "@/lib/domain/strategy/filter";
import { loadDashboard } from "@/lib/features/portfolio/loaders";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("dashboard.title") };
}

export default async function DashboardPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const { actor, frame, mayImport, mayCreate, mayManageDemo, maySetGoals, ...dashboard } = await loadDashboard(
    city,
    query,
  );
  const { t } = frame;
  const base = `/c/${city}`;
  if (dashboard.everything === 0) {
    return (
      <PageShell {...frame}>
        <Start
          t={t}
          base={base}
          cityName={actor.cityName}
          role={t(`roles.${actor.role}`)}
          mayImport={mayImport}
          mayCreate={mayCreate}
          mayManageDemo={mayManageDemo}
        />
      </PageShell>
    );
  }
  const chosen = dashboard.comparison?.snapshot ?? dashboard.broken;
  const scope = filterToQuery(dashboard.scope);
  const compare = typeof query.compare === "string" && chosen?.id === query.compare ? `compare=${chosen.id}` : "";
  const section = { t, base, citySlug: city, dashboard, view: [scope, compare].filter(Boolean).join("&") };
  return (
    <PageShell {...frame} scope={<DashboardScope {...section} />}>
      {dashboard.ignored.length > 0 && (
        <Note tone="warning">{t("dashboard.ignored", { list: dashboard.ignored.join(", ") })}</Note>
      )}
      {dashboard.figures.total.count === 0 ? (
        <Empty
          title={t("dashboard.nothingTitle")}
          action={
            <LinkButton href={scope === "" ? `${base}/services?lifecycle=retired` : base}>
              {t("dashboard.nothingAll")}
            </LinkButton>
          }
        >
          {t("dashboard.nothingText")}
        </Empty>
      ) : (
        <>
          <DashboardHead
            {...section}
            toc={(
              ["levels", "profile", "exposure", "open", "controllers", "goals", "gaps", "change", "exits"] as const
            ).map((id) => ({
              id,
              label: t(`dashboard.${id}`),
            }))}
          />
          <LevelsSection {...section} cityName={actor.cityName} />
          <ProfileSection {...section} />
          <ExposureSection {...section} />
          <OpenSourceSection {...section} />
          <ControllersSection {...section} />
          <GoalsSection {...section} maySetGoals={maySetGoals} />
          <GapsSection {...section} />
          <ChangeSection {...section} />
          <ExitsSection {...section} />
        </>
      )}
    </PageShell>
  );
}
