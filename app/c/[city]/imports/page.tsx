import type { Metadata } from "next";
import { RunList } from "@/components/import/run-list";
import { UploadSection } from "@/components/import/upload-section";
import { PageHead, PageShell, ScopeLine } from "@/components/layout";
import { ErrorSummary } from "@/components/ui";
import { loadImports } from "@/lib/features/import/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("import.title") };
}

export default async function Imports({
  params,
  searchParams,
}: {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ page?: string; draft?: string }>;
}) {
  const { city } = await params;
  const loaded = await loadImports(city, await searchParams);
  const { frame, total } = loaded;
  const { t } = frame;
  const form = formState(t, loaded.draft);
  const base = `/c/${city}/imports`;
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine t={t} items={[{ label: t("nav.scopeExtent"), value: t("import.listFinding", { count: total }) }]} />
      }
    >
      {form.errors.length > 0 && (
        <div className="h-imp__top">
          <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
        </div>
      )}
      <PageHead
        t={t}
        name={t("import.title")}
        lead={total === 0 ? t("import.lead") : t("import.leadSome", { count: total })}
        sub={t("import.sub")}
      />
      {loaded.mayImport && (
        <UploadSection t={t} api={`/api/v1/cities/${city}/imports`} back={base} error={form.error("file")} />
      )}
      <RunList
        t={t}
        base={base}
        runs={loaded.runs}
        total={total}
        page={loaded.page}
        pageSize={loaded.pageSize}
        first={!loaded.mayImport}
      />
    </PageShell>
  );
}
