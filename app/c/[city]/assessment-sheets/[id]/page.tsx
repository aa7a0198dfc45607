import type { Metadata } from "next";
import { PlanForm } from "@/components/assessment-sheet/plan";
import { RejectedSection } from "@/components/assessment-sheet/rejected";
import { Crumbs, ListHead, PageShell, ScopeLine } from "@/components/layout";
import { ErrorSummary, LinkButton, Note } from "@/components/ui";
import type { Query } from "@/lib/domain/strategy/filter";
import { loadSheetPage } from "@/lib/features/assessment-sheet/loaders";
import { formatDateTime } from "@/lib/format";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<Query>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("assessmentSheet.title") };
}

export default async function AssessmentSheetPage({ params, searchParams }: Props) {
  const [{ city, id }, query] = await Promise.all([params, searchParams]);
  const loaded = await loadSheetPage(city, id, query);
  const { frame, upload, method, plan, outcome, rejected } = loaded;
  const { t } = frame;
  const base = `/c/${city}`;
  const path = `${base}/assessment-sheets/${id}`;
  const api = `/api/v1/cities/${city}/assessment-sheets/${id}`;
  const form = formState(t, loaded.draft);
  const nothing = plan !== null && plan.counts.changed + plan.counts.conflict === 0;
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("assessmentSheet.scopeFile"), value: upload.fileName },
            { label: t("nav.scopeMethod"), value: `${tr(method.name, t.locale)} (${method.version})` },
            { label: t("assessmentSheet.scopeUploaded"), value: formatDateTime(upload.createdAt, t.locale) },
            { label: t("assessmentSheet.scopeKept"), value: formatDateTime(loaded.keptUntil, t.locale) },
          ]}
        />
      }
    >
      <Crumbs
        t={t}
        links={[
          { href: `${base}/services`, label: t("inventory.title") },
          { href: `${base}/assessment-sheets`, label: t("assessmentSheet.title") },
        ]}
        here={upload.fileName}
      />
      {plan !== null && (
        <ListHead
          title={t("assessmentSheet.planTitle", { changed: plan.counts.changed, conflicts: plan.counts.conflict })}
          sub={t("assessmentSheet.sum", {
            rows: plan.total,
            changed: plan.counts.changed,
            unchanged: plan.counts.unchanged,
            conflicts: plan.counts.conflict,
            rejected: plan.counts.rejected,
          })}
        />
      )}
      {outcome !== null && (
        <ListHead
          title={t("assessmentSheet.doneTitle", {
            changed: outcome.changed + outcome.mine,
            services: outcome.services,
          })}
          sub={t("assessmentSheet.doneSum", { ...outcome, rejected: outcome.rejected.length })}
          actions={
            <>
              <LinkButton href={`${base}/services`} variant="primary">
                {t("assessmentSheet.doneNext")}
              </LinkButton>
              <LinkButton href={`${base}/assessment-sheets`}>{t("assessmentSheet.another")}</LinkButton>
            </>
          }
        />
      )}
      <ErrorSummary
        title={t(loaded.draft?.kind === "conflict" ? "errors.conflictTitle" : "errors.validationTitle")}
        errors={form.errors}
      />
      {nothing && (
        <Note tone="info">
          {t("assessmentSheet.nothing")} <a href={`${base}/assessment-sheets`}>{t("assessmentSheet.another")}</a>
        </Note>
      )}
      {plan !== null && (
        <PlanForm t={t} base={base} path={path} api={api} method={method} plan={plan} page={loaded.page} />
      )}
      <RejectedSection t={t} sheet={upload.sheet} rejected={rejected} correctionHref={`${api}/corrections`} />
    </PageShell>
  );
}
