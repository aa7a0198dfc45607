import type { Metadata } from "next";
import { AboutDemo, DemoCities } from "@/components/demo/demo-city";
import { ListHead, PageShell } from "@/components/layout";
import { Note, Tabs } from "@/components/ui";
import { loadDemoPage } from "@/lib/features/demo/loaders";
import { getT } from "@/lib/i18n/server";

interface Props {
  readonly params: Promise<{ city: string }>;
  readonly searchParams: Promise<{ draft?: string; saved?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("demo.title") };
}

export default async function DemoPage({ params, searchParams }: Props) {
  const [{ city }, { draft, saved }] = await Promise.all([params, searchParams]);
  const { actor, frame, tabs, cities, refused } = await loadDemoPage(city, draft);
  const { t } = frame;
  const lead = actor.cityDemo ? t("demo.leadInside") : cities.length > 0 ? t("demo.leadLoaded") : t("demo.leadNone");
  return (
    <PageShell {...frame}>
      <Tabs label={t("nav.administration")} items={tabs} />
      <ListHead title={t("demo.title")} sub={lead} />
      {refused?.message && (
        <Note tone="warning" live="alert">
          {t.dynamic(refused.message, refused.params)}
        </Note>
      )}
      {saved === "removed" && <Note tone="info" live="status" title={t("demo.removed")} />}
      <DemoCities t={t} here={city} back={`/c/${city}/admin/demo`} cities={cities} />
      <AboutDemo t={t} />
    </PageShell>
  );
}
