import type { Metadata } from "next";
import { PreviewChanges, PreviewLevels } from "@/components/assessment/preview";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { Empty } from "@/components/ui";
import { loadVersionPreview } from "@/lib/features/assessment/loaders";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ from?: string; to?: string; page?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("assessment.previewTitle") };
}

export default async function MethodPreviewPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const { frame, preview, mayAdopt = false } = await loadVersionPreview(city, query);
  const { t } = frame;
  const base = `/c/${city}`;
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[{ href: `${base}/methods`, label: t("methods.title") }]}
        here={t("assessment.previewTitle")}
      />
      <ListHead
        title={t("assessment.previewTitle")}
        sub={preview === null ? undefined : t("assessment.previewSub", { from: preview.from.ref, to: preview.to.ref })}
      />
      {preview === null ? (
        <Empty title={t("assessment.previewNone")} />
      ) : (
        <>
          <p>
            <a href={`${base}/methods/preview?from=${preview.to.ref}&to=${preview.from.ref}`}>
              {t("assessment.previewTurn")}
            </a>
          </p>
          <PreviewLevels t={t} preview={preview} />
          <PreviewChanges
            t={t}
            base={base}
            preview={preview}
            mayAdopt={mayAdopt}
            adoptAction={`/api/v1/cities/${city}/methods/adopt`}
          />
        </>
      )}
    </PageShell>
  );
}
