import type { Metadata } from "next";
import { AreaTabs } from "@/components/assignment/frame";
import { InboxList } from "@/components/assignment/inbox";
import { ListHead, PageShell, ScopeLine } from "@/components/layout";
import { LinkButton, Note } from "@/components/ui";
import type { Query } from "@/lib/domain/strategy/filter";
import { loadInboxPage } from "@/lib/features/assignment/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("assignment.inboxTitle") };
}

export default async function InboxPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const { frame, view, reach, active, homeless, mayWrite, kind, inbox, perPage, expiring, today } = await loadInboxPage(
    city,
    query,
  );
  const { t } = frame;
  const base = `/c/${city}`;
  const figures = {
    count: inbox.counts.reduce((sum, each) => sum + each.count, 0),
    overdue: inbox.counts.reduce((sum, each) => sum + each.overdue, 0),
  };
  const lead =
    view === "me"
      ? t("assignment.inboxLead", figures)
      : reach === "city"
        ? t("assignment.inboxLeadCity", figures)
        : t("assignment.inboxLeadDepartments", figures);
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            {
              label: t("nav.scopeExtent"),
              value:
                view === "me"
                  ? t("assignment.tabMe")
                  : t(reach === "city" ? "assignment.tabCity" : "assignment.tabDepartments"),
            },
            { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(today, t.locale) }) },
          ]}
        />
      }
    >
      <AreaTabs t={t} base={base} current={view} reach={reach} />
      <ListHead
        title={t("assignment.inboxTitle")}
        sub={lead}
        actions={mayWrite && <LinkButton href={`${base}/assessment-sheets`}>{t("assessmentSheet.link")}</LinkButton>}
      />
      {expiring !== null && expiring.expired + expiring.expiring > 0 && (
        <Note tone="warning">
          {t("assignment.evidenceNote", expiring)} <a href={`${base}/evidence`}>{t("assignment.evidenceLink")}</a>
        </Note>
      )}
      <InboxList {...{ t, base, view, kind, inbox, active, homeless, mayWrite, perPage }} />
    </PageShell>
  );
}
