import type { Metadata } from "next";
import { ExportSection, UploadSection } from "@/components/assessment-sheet/export";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { ErrorSummary, Note } from "@/components/ui";
import type { Query } from "@/lib/domain/strategy/filter";
import { loadSheetsPage } from "@/lib/features/assessment-sheet/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("assessmentSheet.title") };
}

export default async function AssessmentSheetsPage({ params, searchParams }: Props) {
  const [{ city }, query] = await Promise.all([params, searchParams]);
  const loaded = await loadSheetsPage(city, query);
  const { frame, ignored } = loaded;
  const { t } = frame;
  const base = `/c/${city}`;
  const api = `/api/v1/cities/${city}/assessment-sheets`;
  const form = formState(t, loaded.draft);
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[{ href: `${base}/services`, label: t("inventory.title") }]}
        here={t("assessmentSheet.title")}
      />
      <ListHead title={t("assessmentSheet.title")} sub={t("assessmentSheet.lead")} />
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      {ignored.length > 0 && (
        <Note tone="danger" live="alert">
          {t("assignment.filterIgnored")}
        </Note>
      )}
      <ExportSection {...loaded} t={t} base={base} api={api} blocked={ignored.length > 0} />
      <UploadSection t={t} api={api} back={frame.back} error={form.error("file")} />
    </PageShell>
  );
}
