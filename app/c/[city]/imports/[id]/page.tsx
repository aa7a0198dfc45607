import type { Metadata } from "next";
import { MappingStep, PlanStep, ResultStep, RunningStep } from "@/components/import/steps";
import { Crumbs, PageShell, ScopeLine } from "@/components/layout";
import { ErrorSummary } from "@/components/ui";
import { loadImport, type RunQuery } from "@/lib/features/import/loaders";
import { formatDateTime } from "@/lib/format";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("import.title") };
}

export default async function Import({
  params,
  searchParams,
}: {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<RunQuery>;
}) {
  const { city, id } = await params;
  const loaded = await loadImport(city, id, await searchParams);
  const { frame, run } = loaded;
  const { t } = frame;
  const form = formState(t, loaded.draft);
  const place = {
    t,
    base: `/c/${city}`,
    path: `/c/${city}/imports/${id}`,
    api: `/api/v1/cities/${city}/imports/${id}`,
  };
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("import.colFile"), value: run.fileName },
            { label: t("import.colWhen"), value: formatDateTime(run.createdAt, t.locale) },
            { label: t("import.colWho"), value: run.createdBy ?? t("import.commandLine") },
            { label: t("import.colState"), value: t(`import.state_${run.state}`) },
          ]}
        />
      }
    >
      <Crumbs t={t} links={[{ href: `/c/${city}/imports`, label: t("import.title") }]} here={run.fileName} />
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      {loaded.step === "running" && <RunningStep {...place} run={run} />}
      {loaded.step === "mapping" && <MappingStep {...place} loaded={loaded} />}
      {loaded.step === "plan" && <PlanStep {...place} loaded={loaded} />}
      {loaded.step === "result" && <ResultStep {...place} loaded={loaded} />}
    </PageShell>
  );
}
