import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { AssessAside, AssessForm } from "@/components/service/assess-form";
import { Note, Tabs } from "@/components/ui";
import { loadAssess } from "@/lib/features/assessment/loaders";
import { loadServiceTitle } from "@/lib/features/service/loaders";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<{ method?: string; draft?: string; saved?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city, id } = await params;
  const [t, name] = await Promise.all([getT(), loadServiceTitle(city, id)]);
  return { title: t("assessment.title", { name }) };
}

export default async function AssessPage({ params, searchParams }: Props) {
  const [{ city, id }, query] = await Promise.all([params, searchParams]);
  const loaded = await loadAssess(city, id, query);
  const { frame, stored, method, methods, open, draft, allowed, result, answers, derived, notDerivable, required } =
    loaded;
  if (!allowed) forbidden();
  const { t } = frame;
  const base = `/c/${city}`;
  const service = `${base}/services/${id}`;
  const { name } = stored.values;
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[
          { href: `${base}/services`, label: t("inventory.title") },
          { href: service, label: name },
        ]}
        here={t("service.assess")}
      />
      <ListHead title={t("assessment.title", { name })} sub={t("assessment.lead")} />
      <Tabs
        label={t("assessment.methods")}
        items={methods.map((each) => ({
          href: `${service}/assess?method=${each.id}`,
          label: tr(each.name, t.locale),
          current: each.ref === method.ref,
        }))}
      />
      {query.saved === "draft" && draft === null && (
        <Note tone="info" live="status">
          {t("assessment.savedDraft")}
        </Note>
      )}
      <div className="h-cols h-assess">
        <AssessAside t={t} method={method} result={result} answers={answers} required={required} />
        <div>
          <AssessForm
            t={t}
            base={base}
            action={`/api/v1/cities/${city}/services/${id}/assessments`}
            back={`${service}/assess?method=${method.id}`}
            method={method}
            form={formState(t, draft)}
            open={open}
            derived={derived}
            notDerivable={notDerivable}
          />
        </div>
      </div>
    </PageShell>
  );
}
