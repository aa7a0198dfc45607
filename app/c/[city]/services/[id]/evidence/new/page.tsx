import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { CriterionChoice, EvidenceForm } from "@/components/evidence/form";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { ErrorSummary, LinkButton, Tabs } from "@/components/ui";
import { EVIDENCE_KINDS } from "@/lib/domain/evidence";
import { loadNewEvidence } from "@/lib/features/evidence/loaders";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<{ method?: string; criterion?: string; kind?: string; draft?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("evidence.newTitle") };
}

export default async function NewEvidencePage({ params, searchParams }: Props) {
  const [{ city, id }, query] = await Promise.all([params, searchParams]);
  const { frame, stored, criteria, criterion, kind, endings, today, draft, allowed } = await loadNewEvidence(
    city,
    id,
    query,
  );
  if (!allowed) forbidden();
  const { t } = frame;
  const service = `/c/${city}/services/${id}`;
  const here = `${service}/evidence/new`;
  const { name } = stored.values;
  const crumbs = (
    <Crumbs
      t={t}
      links={[
        { href: `/c/${city}/services`, label: t("inventory.title") },
        { href: `${service}#evidence`, label: name },
      ]}
      here={t("evidence.newTitle")}
    />
  );
  if (criterion === null) {
    return (
      <PageShell {...frame}>
        {crumbs}
        <ListHead title={t("evidence.newTitle")} sub={t("evidence.chooseSub", { name })} />
        <CriterionChoice t={t} action={here} criteria={criteria} />
      </PageShell>
    );
  }
  const form = formState(t, draft);
  const to = (each: string) =>
    `${here}?${new URLSearchParams({ method: criterion.methodId, criterion: criterion.criterion, kind: each })}`;
  return (
    <PageShell {...frame}>
      {crumbs}
      <ListHead title={t("evidence.newTitle")} sub={t("evidence.newSub", { name })} />
      <div className="h-mb">
        <p className="h-meta">{tr(criterion.methodName, t.locale)}</p>
        <p className="h-strong">{tr(criterion.text, t.locale)}</p>
        <p className="h-mt">
          <LinkButton size="small" href={here}>
            {t("evidence.otherCriterion")}
          </LinkButton>
        </p>
      </div>
      <Tabs
        label={t("evidence.kinds")}
        items={EVIDENCE_KINDS.map((each) => ({
          href: to(each),
          label: t(`evidence.kind_${each}`),
          current: each === kind,
        }))}
      />
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      <EvidenceForm
        t={t}
        action={`/api/v1/cities/${city}/services/${id}/evidence`}
        back={to(kind)}
        criterion={criterion}
        kind={kind}
        endings={endings}
        today={today}
        form={form}
      />
    </PageShell>
  );
}
