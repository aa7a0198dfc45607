import type { Metadata } from "next";
import { Crumbs, Facts, ListHead, PageShell } from "@/components/layout";
import { CourseSection, DecideSection, NoTrial, OriginSection, TrialSection } from "@/components/method/own-trial";
import { methodHref, MethodTabs } from "@/components/method/parts";
import { LinkButton, Note } from "@/components/ui";
import { loadOwnMethod } from "@/lib/features/method/loaders";
import { formatDate, formatNumber } from "@/lib/format";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("ownMethods.trial") };
}

export default async function OwnMethodPage({ params, searchParams }: Props) {
  const { city, id } = await params;
  const { frame, own, trial, draft, mayManage, done } = await loadOwnMethod(city, id, await searchParams);
  const { t } = frame;
  const base = `/c/${city}`;
  const { method, state } = own;
  const name = tr(method.name, t.locale);
  const doneKey = `ownMethods.done_${done ?? ""}`;
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[
          { href: `${base}/methods`, label: t("methods.title") },
          { href: `${base}/methods/own`, label: t("ownMethods.title") },
        ]}
        here={name}
      />
      <ListHead
        title={name}
        sub={method.ref}
        actions={<LinkButton href={methodHref(base, method)}>{t("ownMethods.toMethod")}</LinkButton>}
      />
      {t.has(doneKey) && (
        <Note tone="info" live="status">
          {t.dynamic(doneKey)}
        </Note>
      )}
      <MethodTabs t={t} base={base} current="own" />
      <Facts
        items={[
          { label: t("ownMethods.state"), value: t(`ownMethods.state_${state}`) },
          { label: t("ownMethods.since"), value: formatDate(own.stateSince, t.locale) },
          { label: t("methods.criteriaCount"), value: formatNumber(method.criteria.length, t.locale) },
          { label: t("ownMethods.assessments"), value: formatNumber(own.assessments, t.locale) },
        ]}
      />
      {trial ? (
        <>
          <TrialSection t={t} method={method} trial={trial} />
          <OriginSection t={t} method={method} trial={trial} />
        </>
      ) : (
        <NoTrial t={t} />
      )}
      {mayManage && (
        <DecideSection
          t={t}
          api={`/api/v1/cities/${city}/own-methods/${own.id}`}
          back={`${base}/methods/own/${own.id}#decide`}
          state={state}
          form={formState(t, draft)}
        />
      )}
      <CourseSection t={t} course={own.course} />
    </PageShell>
  );
}
