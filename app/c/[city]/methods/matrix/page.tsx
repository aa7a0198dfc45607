import type { Metadata } from "next";
import { ListHead, PageShell, ScopeLine } from "@/components/layout";
import { MatrixSection, MissingSection, OpenedSection } from "@/components/method/matrix";
import { methodHref, MethodTabs } from "@/components/method/parts";
import { loadMatrix } from "@/lib/features/method/loaders";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("matrix.title") };
}

export default async function MatrixPage({ params, searchParams }: Props) {
  const { city } = await params;
  const { frame, unlocks, methods, opened } = await loadMatrix(city, await searchParams);
  const { t } = frame;
  const base = `/c/${city}`;
  const path = `${base}/methods/matrix`;
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("nav.scopeExtent"), value: t("matrix.scope", { count: unlocks.services }) },
            { label: t("nav.scopeAsOf"), value: t("common.today") },
          ]}
        />
      }
    >
      <ListHead title={t("matrix.title")} sub={t("matrix.sub")} />
      <MethodTabs t={t} base={base} current="matrix" />
      <MissingSection t={t} unlocks={unlocks} />
      <MatrixSection t={t} methods={methods} path={path} opened={opened} />
      {opened && <OpenedSection t={t} method={opened} unlocks={unlocks} path={path} page={methodHref(base, opened)} />}
    </PageShell>
  );
}
