import type { Metadata } from "next";
import { EvidenceOverviewTable } from "@/components/evidence/overview";
import { criterionNames } from "@/components/evidence/parts";
import { Crumbs, ListHead, PageShell, ScopeLine } from "@/components/layout";
import { Empty, LinkButton, Pager, Tabs } from "@/components/ui";
import { loadEvidenceOverview } from "@/lib/features/evidence/loaders";
import { EVIDENCE_STATES } from "@/lib/features/evidence/schema";
import { formatDate, formatNumber } from "@/lib/format";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ state?: string; page?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("evidence.overviewTitle") };
}

export default async function EvidencePage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const { frame, state, page, pageSize, today, criteria, overview } = await loadEvidenceOverview(city, query);
  const { t } = frame;
  const base = `/c/${city}`;
  const here = `${base}/evidence`;
  const { counts, services, rows } = overview;
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("nav.scopeExtent"), value: frame.city.name },
            { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(today, t.locale) }) },
          ]}
        />
      }
    >
      <Crumbs
        t={t}
        links={[{ href: `${base}/services`, label: t("inventory.title") }]}
        here={t("evidence.overviewTitle")}
      />
      <ListHead
        title={t("evidence.overviewTitle")}
        sub={`${t("evidence.overviewLead", { due: counts.due, services })} ${t("evidence.overviewBase", { all: counts.all })}`}
      />
      <Tabs
        label={t("evidence.views")}
        items={EVIDENCE_STATES.map((each) => ({
          href: `${here}?state=${each}`,
          label: t(`evidence.state_${each}`),
          count: formatNumber(counts[each], t.locale),
          current: each === state,
        }))}
      />
      {counts[state] === 0 ? (
        <Empty
          title={t(`evidence.empty_${state}`)}
          action={<LinkButton href={`${base}/services`}>{t("evidence.inventory")}</LinkButton>}
        >
          {t("evidence.emptyText")}
        </Empty>
      ) : (
        <>
          <EvidenceOverviewTable
            t={t}
            base={base}
            api={`/api/v1/cities/${city}/evidence`}
            state={state}
            today={today}
            rows={rows}
            names={criterionNames(criteria)}
          />
          <Pager
            t={t}
            page={page}
            pageSize={pageSize}
            total={counts[state]}
            href={(each) => `${here}?state=${state}&page=${each}`}
          />
        </>
      )}
    </PageShell>
  );
}
