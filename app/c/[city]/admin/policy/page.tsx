import type { Metadata } from "next";
import { AdminPage, FormErrors } from "@/components/admin/admin-page";
import { PolicyForm, PolicyTable } from "@/components/admin/policy";
import { PolicyVersions } from "@/components/admin/policy-versions";
import { PageHead, Section } from "@/components/layout";
import { Note } from "@/components/ui";
import { PROTECTION_NEEDS } from "@/lib/domain/facts";
import { filterToQuery } from "@/lib/domain/strategy/filter";
import { adminTabs, loadFrame } from "@/lib/features/city/loaders";
import { loadPolicy } from "@/lib/features/policy/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ draft?: string; saved?: string; page?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("admin.policyTitle") };
}

export default async function RequiredLevels({ params, searchParams }: Props) {
  const { city } = await params;
  const query = await searchParams;
  const { saved } = query;
  const { actor, view, editable, draft: refused, versions } = await loadPolicy(city, query);
  const frame = await loadFrame(actor, "administration");
  const { t } = frame;
  const form = formState(t, refused);
  const page = `/c/${city}/admin/policy`;
  const sum = (of: "services" | "open") => PROTECTION_NEEDS.reduce((total, need) => total + view.counts[need][of], 0);
  const checkable = sum("services");
  const rescored = saved !== undefined && /^\d{1,6}$/.test(saved) ? Number(saved) : null;
  return (
    <AdminPage frame={frame} tabs={adminTabs(actor, t, "/policy")}>
      <PageHead
        t={t}
        name={t("admin.policyTitle")}
        meta={view.own ? t("admin.policyOwn") : t("admin.policyDefault")}
        lead={
          checkable === 0
            ? t("admin.policyLeadEmpty", { city: actor.cityName })
            : t("admin.policyLead", { missed: sum("open"), city: actor.cityName })
        }
        sub={t(checkable === 0 ? "admin.policySubEmpty" : "admin.policySub", {
          services: checkable,
          none: view.counts.none.services,
        })}
      />
      {rescored !== null && <Note tone="info" live="status" title={t("admin.savedPolicy", { count: rescored })} />}
      {saved === "none" && <Note tone="info" live="status" title={t("admin.savedPolicyNone")} />}
      <Section
        strong
        finding={t("admin.policyFinding")}
        base={[t("admin.policyBase"), t("admin.policyBaseOpen"), t("admin.policyBasePoints")]}
      >
        <PolicyTable
          t={t}
          policy={view.policy}
          counts={view.counts}
          servicesHref={(need, missed) =>
            `/c/${city}/services?${filterToQuery({ protection: [need], ...(missed ? { gap: ["open"] } : {}) })}`
          }
        />
      </Section>
      {editable ? (
        <Section id="change" finding={t("admin.policyEdit")} base={[t("admin.policyEditBase")]}>
          <FormErrors t={t} form={form} />
          <PolicyForm
            t={t}
            form={form}
            action={`/api/v1/cities/${city}/policy`}
            back={`${page}#change`}
            policy={view.policy}
            version={view.version}
          />
        </Section>
      ) : (
        <Note>{t("admin.readOnly")}</Note>
      )}
      <PolicyVersions t={t} {...versions} href={(each) => `${page}?page=${each}#versions`} />
    </AdminPage>
  );
}
