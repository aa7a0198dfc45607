import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { AgreementSection } from "@/components/assessment/agreement";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { loadAgreement } from "@/lib/features/assessment/loaders";
import { loadServiceTitle } from "@/lib/features/service/loaders";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<{ method?: string; draft?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city, id } = await params;
  const [t, name] = await Promise.all([getT(), loadServiceTitle(city, id)]);
  return { title: `${name}: ${t("assessment.agreement")}` };
}

export default async function AgreementPage({ params, searchParams }: Props) {
  const [{ city, id }, query] = await Promise.all([params, searchParams]);
  const { frame, stored, method, draft, first, second, answers, agreement, allowed } = await loadAgreement(
    city,
    id,
    query,
  );
  if (!allowed) forbidden();
  const { t } = frame;
  const service = `/c/${city}/services/${id}`;
  const { name } = stored.values;
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[
          { href: `/c/${city}/services`, label: t("inventory.title") },
          { href: service, label: name },
        ]}
        here={t("assessment.agreement")}
      />
      <ListHead title={`${name}: ${tr(method.name, t.locale)}`} sub={t("assessment.agreement")} />
      <AgreementSection
        t={t}
        method={method}
        agreement={agreement}
        answers={answers}
        first={first}
        second={second}
        action={`/api/v1/cities/${city}/services/${id}/assessments/resolve`}
        back={`${service}/agreement?method=${method.ref}`}
        form={formState(t, draft)}
      />
    </PageShell>
  );
}
