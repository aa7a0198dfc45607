import type { Metadata } from "next";
import { ListHead, PageShell } from "@/components/layout";
import { OwnList, TemplateSection, UploadSection } from "@/components/method/own";
import { MethodTabs } from "@/components/method/parts";
import { loadOwnMethods } from "@/lib/features/method/loaders";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("ownMethods.title") };
}

export default async function OwnMethodsPage({ params, searchParams }: Props) {
  const { city } = await params;
  const { frame, own, draft, mayManage, templates } = await loadOwnMethods(city, await searchParams);
  const { t } = frame;
  const base = `/c/${city}`;
  const api = `/api/v1/cities/${city}`;
  return (
    <PageShell {...frame}>
      <ListHead title={t("ownMethods.title")} sub={t("ownMethods.sub")} />
      <MethodTabs t={t} base={base} current="own" />
      {/* What was refused comes first: it is why the person is here. */}
      {draft ? (
        <>
          <UploadSection
            t={t}
            action={`${api}/own-methods`}
            back={`${base}/methods/own#add`}
            draft={draft}
            mayManage={mayManage}
          />
          <OwnList t={t} base={base} own={own} />
        </>
      ) : (
        <>
          <OwnList t={t} base={base} own={own} />
          <UploadSection
            t={t}
            action={`${api}/own-methods`}
            back={`${base}/methods/own#add`}
            draft={null}
            mayManage={mayManage}
          />
        </>
      )}
      <TemplateSection t={t} api={`${api}/methods/file`} methods={templates} />
    </PageShell>
  );
}
