import type { Metadata } from "next";
import { AcceptancePart } from "@/components/acceptance/service-part";
import { MethodsSection } from "@/components/assessment/standings";
import { criterionNames } from "@/components/evidence/parts";
import { EvidenceSection } from "@/components/evidence/section";
import { Crumbs, PageShell, ScopeLine } from "@/components/layout";
import { MunichSection, ProfileSection } from "@/components/service/record-answers";
import { ExposureSection } from "@/components/service/record-exposure";
import { CourseSection } from "@/components/service/record-course";
import { ContractSection, DependencySection, PartiesSection } from "@/components/service/record-facts";
import { GapSection } from "@/components/service/record-gap";
import { LifecycleStep, ServiceHead, ServiceNotes } from "@/components/service/record-head";
import { AssessmentSection, HistorySection } from "@/components/service/record-log";
import { ErrorSummary } from "@/components/ui";
import { ACCEPTABLE } from "@/lib/domain/acceptance";
import { hoheitProfile } from "@/lib/domain/method/hoheit-profile-1";
import { munichSds } from "@/lib/domain/method/munich-sds-2026-02";
import { noticeBy, protectionNeed } from "@/lib/domain/service/gap";
import { loadServicePage, loadServiceTitle } from "@/lib/features/service/loaders";
import { formatDate } from "@/lib/format";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<{ saved?: string; log?: string; draft?: string; evidence?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city, id } = await params;
  return { title: await loadServiceTitle(city, id) };
}

export default async function ServicePage({ params, searchParams }: Props) {
  const [{ city, id }, query] = await Promise.all([params, searchParams]);
  const {
    frame,
    today,
    stored,
    scored,
    standings,
    disagreement,
    dependencies,
    course,
    acceptances,
    evidence,
    assessments,
    history,
    draft,
    may,
  } = await loadServicePage(city, id, query);
  const { t } = frame;
  const base = `/c/${city}`;
  const here = `${base}/services/${id}`;
  const { score, input, city: world } = scored;
  const { facts } = input;
  const { values } = stored;
  const organisation = (each: string | null) =>
    each === null ? null : (world.world.organisations.get(each)?.name ?? each);
  const answers = score.answers;
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("service.scopeService"), value: values.externalId ?? values.shortName ?? values.name },
            { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(today, t.locale) }) },
            { label: t("nav.scopeMethod"), value: t("service.munichMethod") },
          ]}
        />
      }
    >
      <Crumbs
        t={t}
        links={[
          { href: `${base}/services`, label: t("inventory.title") },
          ...(values.departmentId === null || stored.departmentName === null
            ? []
            : [{ href: `${base}/services?department=${values.departmentId}`, label: stored.departmentName }]),
        ]}
        here={values.name}
      />
      <ServiceHead
        t={t}
        citySlug={city}
        stored={stored}
        score={score}
        makerOf={(product) => organisation(world.products.get(product)?.makerId ?? null)}
        may={may}
        withEvidence={evidence !== null}
        assessed={assessments.some((row) => row.state !== "superseded")}
      />
      <ErrorSummary title={t("errors.validationTitle")} errors={formState(t, draft).errors} />
      <ServiceNotes t={t} saved={query.saved} stored={stored} />
      <GapSection t={t} score={score} need={protectionNeed(facts.protection)}>
        <AcceptancePart
          t={t}
          api={`/api/v1/cities/${city}`}
          back={`${here}#gap`}
          serviceId={id}
          today={today}
          rows={acceptances}
          open={ACCEPTABLE.filter((dimension) => score.gaps[dimension] === "open")}
          mayAccept={may.accept}
          form={formState(t, draft !== null && "until" in draft.values ? draft : null)}
          saved={query.saved}
        />
      </GapSection>
      {score.munich.outputs.map((output) => (
        <MunichSection
          key={output.output}
          t={t}
          base={base}
          method={munichSds}
          output={output}
          answers={answers["munich-sds"]}
          notDerivable={score.notDerivable["munich-sds"]}
        />
      ))}
      <ProfileSection
        t={t}
        base={base}
        method={hoheitProfile}
        outputs={score.profile.outputs}
        answers={answers["hoheit-profile"]}
        notDerivable={score.notDerivable["hoheit-profile"]}
      />
      <MethodsSection t={t} service={here} standings={standings} disagreement={disagreement} mayAssess={may.assess} />
      <ExposureSection
        t={t}
        base={base}
        name={values.name}
        exposure={score.exposure}
        effective={score.effectiveExposure}
        assessed={answers["hoheit-profile"]["exposure"]?.origin === "assessed"}
        accessOf={(finding) =>
          facts.roles.find((role) => role.role === finding.role && role.organisationId === finding.organisationId)
            ?.dataAccess ?? (finding.role === "maker" ? "none" : null)
        }
      />
      <PartiesSection
        t={t}
        base={base}
        roles={facts.roles}
        values={values}
        nameOf={(each) => organisation(each) ?? each}
      />
      <DependencySection t={t} base={base} {...dependencies} />
      <ContractSection
        t={t}
        values={values}
        noticeBy={noticeBy(values.contractEnd, values.noticeMonths)}
        today={today}
      />
      <CourseSection
        t={t}
        points={[
          ...course,
          {
            date: null,
            munich: score.munich.outputs[0]?.result?.value ?? null,
            exposure: score.effectiveExposure.class,
            atLeast: score.effectiveExposure.atLeast,
          },
        ]}
      />
      {evidence !== null && (
        <EvidenceSection
          t={t}
          api={`/api/v1/cities/${city}/evidence`}
          here={here}
          today={today}
          rows={evidence.rows}
          names={criterionNames(evidence.criteria)}
          mayWrite={may.evidence}
          page={evidence.page}
          saved={query.saved}
        />
      )}
      <AssessmentSection t={t} citySlug={city} serviceId={id} back={here} rows={assessments} may={may} />
      <HistorySection t={t} {...history} href={(page) => `${here}?log=${page}#history`} />
      {may.retire && (
        <div className="h-mt-l">
          <LifecycleStep t={t} citySlug={city} stored={stored} back={here} />
        </div>
      )}
    </PageShell>
  );
}
