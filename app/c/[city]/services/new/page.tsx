import type { Metadata } from "next";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { ServiceForm } from "@/components/service/service-form";
import { loadNewService } from "@/lib/features/service/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ draft?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("serviceForm.newTitle") };
}

export default async function NewServicePage({ params, searchParams }: Props) {
  const [{ city }, { draft }] = await Promise.all([params, searchParams]);
  const { frame, choices, draft: found } = await loadNewService(city, draft);
  const { t } = frame;
  const list = `/c/${city}/services`;
  return (
    <PageShell {...frame}>
      <Crumbs t={t} links={[{ href: list, label: t("inventory.title") }]} here={t("serviceForm.newTitle")} />
      <ListHead title={t("serviceForm.newTitle")} sub={t("serviceForm.newLead")} />
      <ServiceForm
        t={t}
        action={`/api/v1/cities/${city}/services`}
        back={`${list}/new`}
        cancelHref={list}
        form={formState(t, found)}
        start={null}
        version={null}
        choices={choices}
      />
    </PageShell>
  );
}
