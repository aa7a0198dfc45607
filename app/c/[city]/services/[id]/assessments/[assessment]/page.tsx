import type { Metadata } from "next";
import { ApprovalState, ChangesTable, FrozenTable } from "@/components/assessment/approval";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { loadApprovalPage } from "@/lib/features/assessment/loaders";
import { loadServiceTitle } from "@/lib/features/service/loaders";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string; id: string; assessment: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city, id } = await params;
  const [t, name] = await Promise.all([getT(), loadServiceTitle(city, id)]);
  return { title: `${name}: ${t("assessment.approvalTitle")}` };
}

export default async function ApprovalPage({ params }: Props) {
  const { city, id, assessment: assessmentId } = await params;
  const { frame, stored, assessment, method, frozen, hash, intact, changed, approvedBy } = await loadApprovalPage(
    city,
    id,
    assessmentId,
  );
  const { t } = frame;
  const base = `/c/${city}`;
  const { name } = stored.values;
  const methodName = method === null ? assessment.method : tr(method.name, t.locale);
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[
          { href: `${base}/services`, label: t("inventory.title") },
          { href: `${base}/services/${id}`, label: name },
        ]}
        here={t("assessment.approvalTitle")}
      />
      <ListHead title={`${name}: ${methodName}`} sub={assessment.method} />
      <ApprovalState
        t={t}
        hash={hash}
        intact={intact}
        changed={changed}
        approvedAt={assessment.approvedAt}
        approvedBy={approvedBy}
        confirmedAt={assessment.confirmedAt}
      />
      {method !== null && changed !== null && <ChangesTable t={t} method={method} changed={changed} />}
      {method !== null && frozen !== null && <FrozenTable t={t} method={method} frozen={frozen} />}
    </PageShell>
  );
}
