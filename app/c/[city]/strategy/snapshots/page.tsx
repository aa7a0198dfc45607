import type { Metadata } from "next";
import { ListHead, PageShell } from "@/components/layout";
import { SnapshotForm, SnapshotTable } from "@/components/strategy/snapshots";
import { StrategyTabs } from "@/components/strategy/tabs";
import { Note, Pager } from "@/components/ui";
import { loadSnapshots } from "@/lib/features/snapshot/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ verify?: string; page?: string; draft?: string; saved?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("strategy.snapshotsTitle") };
}

export default async function SnapshotsPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const { frame, snapshots, total, page, pageSize, verified, mayCreate, draft } = await loadSnapshots(city, query);
  const { t } = frame;
  const base = `/c/${city}`;
  return (
    <PageShell {...frame}>
      <StrategyTabs t={t} base={base} current="snapshots" />
      <ListHead
        title={t("strategy.snapshotsTitle")}
        sub={`${t("strategy.snapshotsLead", { count: total })} ${t("strategy.snapshotsSub")}`}
      />
      {query.saved === "created" && (
        <Note tone="info" live="status">
          {t("strategy.saved_created")}
        </Note>
      )}
      {verified !== null && (
        <Note tone={verified.intact ? "info" : "danger"} live={verified.intact ? "status" : "alert"}>
          {t(verified.intact ? "strategy.snapshotIntact" : "strategy.snapshotBroken", {
            date: formatDate(verified.snapshot.date, t.locale),
            hash: verified.snapshot.hash,
          })}
        </Note>
      )}
      {mayCreate && <SnapshotForm t={t} base={base} citySlug={city} form={formState(t, draft)} />}
      {total > 0 && <SnapshotTable t={t} base={base} snapshots={snapshots} />}
      {total > pageSize && (
        <Pager
          t={t}
          page={page}
          pageSize={pageSize}
          total={total}
          href={(number) => `${base}/strategy/snapshots?page=${number}`}
        />
      )}
    </PageShell>
  );
}
