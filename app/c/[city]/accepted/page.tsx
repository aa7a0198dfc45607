import type { Metadata } from "next";
import { AcceptedTable } from "@/components/acceptance/list";
import { Crumbs, ListHead, PageShell, ScopeLine } from "@/components/layout";
import { Empty, LinkButton, Pager, Tabs } from "@/components/ui";
import { filterToQuery } from "@/lib/domain/strategy/filter";
import { loadAccepted } from "@/lib/features/acceptance/loaders";
import { ACCEPTED_STATES } from "@/lib/features/acceptance/schema";
import { formatDate, formatNumber } from "@/lib/format";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ state?: string; page?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("acceptance.title") };
}

export default async function AcceptedPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const { frame, state, page, pageSize, today, list } = await loadAccepted(city, query);
  const { t } = frame;
  const base = `/c/${city}`;
  const here = `${base}/accepted`;
  const { counts, services, rows } = list;
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
      <Crumbs t={t} links={[{ href: `${base}/services`, label: t("inventory.title") }]} here={t("acceptance.title")} />
      <ListHead
        title={t("acceptance.title")}
        sub={`${t("acceptance.lead", { count: counts.current, services })} ${t("acceptance.leadSoon", { soon: counts.soon })}`}
      />
      <Tabs
        label={t("acceptance.views")}
        items={ACCEPTED_STATES.map((each) => ({
          href: `${here}?state=${each}`,
          label: t(`acceptance.state_${each}`),
          count: formatNumber(counts[each], t.locale),
          current: each === state,
        }))}
      />
      {counts[state] === 0 ? (
        <Empty
          title={t(`acceptance.empty_${state}`)}
          action={
            <LinkButton href={`${base}/services?${filterToQuery({ gap: ["open"] })}`}>
              {t("acceptance.openGaps")}
            </LinkButton>
          }
        >
          {t("acceptance.emptyText")}
        </Empty>
      ) : (
        <>
          <AcceptedTable t={t} base={base} state={state} today={today} rows={rows} />
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
