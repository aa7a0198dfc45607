import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { ServiceConflict } from "@/components/service/conflict";
import { conflictFields } from "@/components/service/conflict-fields";
import { ServiceForm } from "@/components/service/service-form";
import { loadEditService, loadServiceTitle } from "@/lib/features/service/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<{ draft?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city, id } = await params;
  const [t, name] = await Promise.all([getT(), loadServiceTitle(city, id)]);
  return { title: t("serviceForm.editTitle", { name }) };
}

export default async function EditServicePage({ params, searchParams }: Props) {
  const [{ city, id }, query] = await Promise.all([params, searchParams]);
  const { frame, stored, choices, draft, allowed } = await loadEditService(city, id, query.draft);
  if (!allowed) forbidden();
  const { t } = frame;
  const here = `/c/${city}/services/${id}`;
  const title = t("serviceForm.editTitle", { name: stored.values.name });
  const address = { action: `/api/v1/cities/${city}/services/${id}`, back: `${here}/edit`, cancelHref: here };
  const fields = draft?.kind === "conflict" ? conflictFields(draft.values, stored.values) : null;
  const form = formState(t, draft);
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[
          { href: `/c/${city}/services`, label: t("inventory.title") },
          { href: here, label: stored.values.name },
        ]}
        here={t("common.edit")}
      />
      <ListHead title={title} sub={fields === null ? t("serviceForm.editLead") : undefined} />
      {fields === null ? (
        <ServiceForm
          t={t}
          {...address}
          form={form}
          start={stored.values}
          version={draft === null ? stored.version : Number(form.value("version", stored.version))}
          choices={choices}
        />
      ) : (
        <ServiceConflict
          t={t}
          {...address}
          fields={fields}
          now={stored.values}
          version={stored.version}
          reason={form.value("reason")}
          departments={choices.departments}
        />
      )}
    </PageShell>
  );
}
