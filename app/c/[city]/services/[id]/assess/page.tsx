import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { Crumbs, ListHead, PageShell } from "@/components/layout";
import { AssessAside, AssessForm } from "@/components/service/assess-form";
import { Actions, LinkButton, Note, Tabs } from "@/components/ui";
import { valuesOf } from "@/lib/domain/service/merge";
import { loadAssess } from "@/lib/features/assessment/loaders";
import { loadServiceTitle } from "@/lib/features/service/loaders";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<{
    method?: string;
    draft?: string;
    saved?: string;
    show?: string;
    rater?: string;
    group?: string;
  }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city, id } = await params;
  const [t, name] = await Promise.all([getT(), loadServiceTitle(city, id)]);
  return { title: t("assessment.title", { name }) };
}

export default async function AssessPage({ params, searchParams }: Props) {
  const [{ city, id }, query] = await Promise.all([params, searchParams]);
  const loaded = await loadAssess(city, id, query);
  const { frame, stored, methods, assessment, draft, allowed, standing, fromFacts, raises, required } = loaded;
  const { asked, open, onlyOpen, group, groups, rater, hasSecond, evidence, today } = loaded;
  const { method } = standing;
  if (!allowed) forbidden();
  const { t } = frame;
  const base = `/c/${city}`;
  const service = `${base}/services/${id}`;
  const plain = `${service}/assess?method=${method.ref}`;
  const here = rater === "second" ? `${plain}&rater=second` : plain;
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
          href: `${service}/assess?method=${each.ref}`,
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
        <AssessAside t={t} standing={standing} raises={raises} required={required} />
        <div>
          <p>{t("assessment.openQuestions", { open, all: method.criteria.length })}</p>
          {rater === "second" && <Note tone="info">{t("assessment.secondNote")}</Note>}
          <Actions>
            <LinkButton size="small" href={`${here}${onlyOpen ? "" : "&show=open"}`}>
              {t(onlyOpen ? "assessment.allQuestions" : "assessment.onlyOpen")}
            </LinkButton>
            {rater === "first" && !hasSecond && (
              <LinkButton size="small" href={`${plain}&rater=second`}>
                {t("assessment.secondStart")}
              </LinkButton>
            )}
            {hasSecond && (
              <LinkButton size="small" href={`${service}/agreement?method=${method.ref}`}>
                {t("assessment.agreementOpen")}
              </LinkButton>
            )}
          </Actions>
          {groups.length > 0 && (
            <Tabs
              label={t("assessment.groups")}
              items={groups.map((each) => ({
                href: `${here}&group=${each.id}`,
                label: tr(each.name, t.locale),
                count: each.open,
                current: each.id === group?.id,
              }))}
            />
          )}
          {asked.length === 0 && <Note tone="info">{t("assessment.noneOpen")}</Note>}
          <AssessForm
            t={t}
            base={base}
            action={`/api/v1/cities/${city}/services/${id}/assessments`}
            back={onlyOpen ? `${here}&show=open` : group === null ? here : `${here}&group=${group.id}`}
            method={method}
            form={formState(t, draft)}
            open={assessment}
            derived={fromFacts.answers}
            notDerivable={fromFacts.notDerivable}
            asked={asked}
            answers={valuesOf(standing.answers)}
            rater={rater}
            evidence={evidence}
            today={today}
            serviceId={id}
          />
        </div>
      </div>
    </PageShell>
  );
}
