import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { PageHead, Section } from "@/components/layout";
import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { adminTabs, loadAdmin, loadFrame } from "@/lib/features/city/loaders";
import { formatNumber } from "@/lib/format";
import { getT } from "@/lib/i18n/server";

const PART_TEXT = {
  users: "admin.partUsers",
  departments: "admin.partDepartments",
  city: "admin.partCity",
  policy: "admin.partPolicy",
  audit: "admin.partAudit",
  demo: "admin.partDemo",
} as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("admin.title") };
}

export default async function Administration({ params }: { params: Promise<{ city: string }> }) {
  const { city: slug } = await params;
  const { actor, city, counts } = await loadAdmin(slug);
  const frame = await loadFrame(actor, "administration");
  const { t } = frame;
  const tabs = adminTabs(actor, t, "");
  const base = `/c/${slug}`;
  const number = (value: number) => formatNumber(value, t.locale);
  return (
    <AdminPage frame={frame} tabs={tabs}>
      <PageHead
        t={t}
        name={t("admin.title")}
        lead={t("admin.overviewLead", { city: city.name, people: counts.people, services: counts.services })}
        sub={t("admin.overviewSub")}
        figures={[
          {
            label: t("admin.people"),
            value: number(counts.people),
            href: `${base}/admin/users`,
            base: t("admin.peopleBase", { count: counts.administrators }),
          },
          {
            label: t("admin.departments"),
            value: number(counts.departments),
            href: `${base}/admin/departments`,
            base:
              counts.services === 0
                ? t("admin.departmentsBaseEmpty")
                : t("admin.departmentsBase", { without: counts.withoutDepartment }),
          },
          {
            label: t("admin.services"),
            value: number(counts.services),
            href: `${base}/services`,
            base: t("admin.servicesBase"),
          },
        ]}
      />
      <Section strong finding={t("admin.parts")}>
        <ScrollTable caption={t("admin.parts")} stack>
          <THead columns={[{ label: t("admin.parts") }, { label: t("common.details") }]} />
          <TBody>
            {tabs.slice(1).map((tab) => {
              const part = tab.href.split("/").at(-1) as keyof typeof PART_TEXT;
              return (
                <Row key={tab.href}>
                  <RowHead nowrap>
                    <a href={tab.href}>{tab.label}</a>
                  </RowHead>
                  <Cell label={t("common.details")} full>
                    {t(PART_TEXT[part])}
                  </Cell>
                </Row>
              );
            })}
          </TBody>
        </ScrollTable>
      </Section>
    </AdminPage>
  );
}
