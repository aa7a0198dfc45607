import type { Metadata } from "next";
import { AdminPage, FormErrors } from "@/components/admin/admin-page";
import { currentName } from "@/components/admin/departments";
import { Facts, ListHead, Section } from "@/components/layout";
import { Button, Note, TextField } from "@/components/ui";
import { adminTabs, loadCitySettings, loadFrame } from "@/lib/features/city/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ draft?: string; saved?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("admin.cityTitle") };
}

export default async function CitySettings({ params, searchParams }: Props) {
  const { city: slug } = await params;
  const { draft, saved } = await searchParams;
  const { actor, city, editable, draft: refused } = await loadCitySettings(slug, draft);
  const frame = await loadFrame(actor, "administration");
  const { t } = frame;
  const form = formState(t, refused);
  const now = currentName(form);
  return (
    <AdminPage frame={frame} tabs={adminTabs(actor, t, "/city")}>
      <ListHead title={city.name} sub={t("admin.citySub")} />
      {saved === "changed" && <Note tone="info" live="status" title={t("admin.savedCity")} />}
      {!editable && <Note>{t("admin.readOnly")}</Note>}
      <FormErrors t={t} form={form} />
      <Section strong finding={t("admin.cityTitle")} base={[t("admin.citySlugText")]}>
        <Facts
          items={[
            { label: t("admin.citySlug"), value: city.slug },
            { label: t("admin.cityKind"), value: city.demo ? t("admin.cityDemo") : t("admin.cityReal") },
            { label: t("admin.cityCreated"), value: formatDate(city.createdAt, t.locale) },
          ]}
        />
        {editable && (
          <form className="h-formgrid h-formgrid--narrow h-mt" method="post" action={`/api/v1/cities/${slug}`}>
            <input type="hidden" name="back" value={`/c/${slug}/admin/city`} />
            <input type="hidden" name="version" value={city.version} />
            {now !== null && <Note tone="warning">{t("admin.conflictNow", { name: now })}</Note>}
            <TextField
              id="name"
              name="name"
              required
              maxLength={120}
              label={t("admin.cityName")}
              defaultValue={form.value("name", city.name)}
              error={form.error("name")}
            />
            <div>
              <Button variant="primary">{t("common.save")}</Button>
            </div>
          </form>
        )}
      </Section>
    </AdminPage>
  );
}
