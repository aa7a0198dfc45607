import type { Metadata } from "next";
import { AdminPage, FormErrors } from "@/components/admin/admin-page";
import { AddDepartmentForm, DepartmentForm, DepartmentTable } from "@/components/admin/departments";
import { ListHead, Section } from "@/components/layout";
import { Empty, LinkButton, Note } from "@/components/ui";
import { LIFECYCLES } from "@/lib/domain/facts";
import { filterToQuery } from "@/lib/domain/strategy/filter";
import { adminTabs, loadDepartments, loadFrame } from "@/lib/features/city/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ draft?: string; saved?: string; edit?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("admin.tabDepartments") };
}

export default async function Departments({ params, searchParams }: Props) {
  const { city } = await params;
  const { draft, saved, edit } = await searchParams;
  const { actor, departments, editable, draft: refused } = await loadDepartments(city, draft);
  const frame = await loadFrame(actor, "administration");
  const { t } = frame;
  const page = `/c/${city}/admin/departments`;
  const api = `/api/v1/cities/${city}/departments`;
  const chosen = editable ? departments.find((department) => department.id === edit) : undefined;
  const form = formState(t, refused);
  const done = saved === undefined ? "" : `admin.savedDepartment_${saved}`;
  return (
    <AdminPage frame={frame} tabs={adminTabs(actor, t, "/departments")}>
      <ListHead
        title={t("admin.departmentsTitle", { count: departments.length })}
        sub={t("admin.departmentsSub")}
        actions={editable && <LinkButton href={`${page}#add`}>{t("admin.addDepartment")}</LinkButton>}
      />
      {t.has(done) && <Note tone="info" live="status" title={t.dynamic(done)} />}
      {!editable && <Note>{t("admin.readOnly")}</Note>}
      {chosen && (
        <Section
          strong
          id="edit"
          finding={t("admin.editDepartmentTitle", { name: chosen.name })}
          base={[t("admin.editDepartmentBase")]}
          reading={
            <p className="h-base">
              <a href={page}>{t("common.cancel")}</a>
            </p>
          }
        >
          <FormErrors t={t} form={form} />
          <DepartmentForm
            t={t}
            form={form}
            api={`${api}/${chosen.id}`}
            back={`${page}?edit=${chosen.id}#edit`}
            department={chosen}
          />
        </Section>
      )}
      {departments.length === 0 ? (
        <Empty title={t("admin.departmentsNone")}>{t("admin.departmentsNoneText")}</Empty>
      ) : (
        <DepartmentTable
          t={t}
          departments={departments}
          servicesHref={(id) => `/c/${city}/services?${filterToQuery({ department: [id], lifecycle: LIFECYCLES })}`}
          editHref={editable ? (id) => `${page}?edit=${id}#edit` : null}
        />
      )}
      {editable && !chosen && (
        <Section id="add" finding={t("admin.addDepartment")} base={[t("admin.addDepartmentBase")]}>
          <FormErrors t={t} form={form} />
          <AddDepartmentForm t={t} form={form} api={api} back={`${page}#add`} />
        </Section>
      )}
    </AdminPage>
  );
}
