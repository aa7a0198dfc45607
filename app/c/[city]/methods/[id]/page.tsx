import type { Metadata } from "next";
import { Crumbs, PageShell, RecordHead, ScopeLine, Section, type TocItem } from "@/components/layout";
import { CriteriaTables, RuleText } from "@/components/method/criteria";
import { ExampleTables } from "@/components/method/examples";
import { scaleText, SourceLink } from "@/components/method/method-table";
import { methodHref } from "@/components/method/parts";
import { NotesSection, ReadingsSection } from "@/components/method/readings";
import { SharesForm } from "@/components/method/shares";
import { TryForm } from "@/components/method/try-form";
import { TryResult } from "@/components/method/try-result";
import { LinkButton, Note } from "@/components/ui";
import { secNumCloud } from "@/lib/domain/method/secnumcloud-19.6-3.2";
import { groupsOf } from "@/lib/domain/method/sections";
import type { Method } from "@/lib/domain/method/types";
import { parametersOf } from "@/lib/domain/method/variants";
import { loadMethod, loadMethodTitle } from "@/lib/features/method/loaders";
import { formatDate } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city, id } = await params;
  const [t, name] = await Promise.all([getT(), loadMethodTitle(city, id)]);
  return { title: name === null ? t("methods.title") : tr(name, t.locale) };
}

export default async function MethodPage({ params, searchParams }: Props) {
  const { city, id } = await params;
  const search = await searchParams;
  const { frame, method, own, calculation, name } = await loadMethod(city, id, search);
  const { t } = frame;
  const base = `/c/${city}`;
  const path = methodHref(base, method);
  const title = tr(method.name, t.locale);
  const isMunich = method.id === "munich-sds";
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("nav.scopeMethod"), value: `${title} ${method.version}` },
            { label: t("nav.scopeAsOf"), value: formatDate(method.source.date, t.locale) },
          ]}
        />
      }
    >
      <Crumbs t={t} links={[{ href: `${base}/methods`, label: t("methods.title") }]} here={title} />
      <RecordHead
        t={t}
        title={title}
        lead={method.id === "hoheit-profile" ? t("methods.outputsNone") : undefined}
        meta={method.ref}
        toc={tocOf(t, method)}
        actions={
          <LinkButton
            href={`/api/v1/cities/${city}/methods/file?ref=${encodeURIComponent(method.ref)}`}
            title={t("methods.downloadHint")}
            download
          >
            {t("methods.download")}
          </LinkButton>
        }
        facts={[
          { label: t("methods.unit"), value: t(`methods.unit_${method.unit}`) },
          { label: t("methods.source"), value: <SourceLink t={t} method={method} /> },
          {
            label: t("methods.attributionTitle"),
            value: (
              <>
                {method.licence.spdx}
                {method.licence.attribution && (
                  <span className="h-cellsub">{tr(method.licence.attribution, t.locale)}</span>
                )}
              </>
            ),
          },
          ...method.outputs.map((output) => ({ label: tr(output.name, t.locale), value: scaleText(t, output) })),
          { label: t("methods.date"), value: formatDate(method.source.date, t.locale) },
        ]}
      />
      {own && (
        <Note tone="info">
          {t(
            own.state === "active"
              ? "methods.ownBadge"
              : own.state === "trial"
                ? "methods.onTrialBadge"
                : "methods.retiredBadge",
          )}
          . <a href={`${base}/methods/own/${own.id}`}>{t("methods.toOwn")}</a>
        </Note>
      )}
      <NotesSection t={t} method={method} />
      <Section
        strong
        id="criteria"
        kicker={t("methods.criteria")}
        finding={criteriaFinding(t, method)}
        base={criteriaBase(t, method)}
      >
        <CriteriaTables t={t} method={method} />
      </Section>
      <Section
        id="rule"
        kicker={t("methods.rule")}
        finding={t("methods.ruleFinding")}
        base={[t("methods.ruleBase"), ...(method.id === "hoheit-profile" ? [t("methods.outputsNone")] : [])]}
      >
        {method.outputs.map((output) => (
          <RuleText key={output.id} t={t} method={method} output={output} />
        ))}
      </Section>
      <ReadingsSection t={t} method={method} action={path} />
      <Section
        id="try"
        kicker={t("methods.tryIt")}
        finding={t("methods.tryFinding")}
        base={[t("methods.tryBase"), ...(isMunich ? [t("methods.tryBaseMunich"), t("methods.munichLinks")] : [])]}
      >
        {calculation.asked && <TryResult t={t} published={method} calculation={calculation} name={name} />}
        {method.id === secNumCloud.id && (
          <>
            <SharesForm t={t} action={path} query={(field) => valueOf(search[field])} />
            <h3 className="h-h3 h-gap-above">{t("methods.clauses")}</h3>
          </>
        )}
        <TryForm t={t} method={method} calculation={calculation} action={path} withLink={isMunich} />
      </Section>
      <Section
        id="examples"
        kicker={t("methods.examples")}
        finding={t("methods.examplesFinding", { count: method.examples.length })}
        base={[t(method.criteria.length > 8 ? "methods.examplesBaseShort" : "methods.examplesBase")]}
      >
        <ExampleTables t={t} method={method} action={path} />
      </Section>
    </PageShell>
  );
}

function tocOf(t: Translator, method: Method): readonly TocItem[] {
  return [
    ...((method.notes ?? []).length > 0 ? [{ id: "notes", label: t("methods.notes") }] : []),
    { id: "criteria", label: t("methods.criteria") },
    { id: "rule", label: t("methods.rule") },
    ...(parametersOf(method).size > 0 ? [{ id: "readings", label: t("methods.readings") }] : []),
    { id: "try", label: t("methods.tryIt") },
    { id: "examples", label: t("methods.examples") },
  ];
}

const valueOf = (given: string | string[] | undefined): string =>
  ((typeof given === "string" ? given : given?.[0]) ?? "").slice(0, 200);

function criteriaFinding(t: Translator, method: Method): string {
  const count = method.criteria.length;
  const groups = groupsOf(method).length;
  if (groups > 0) return t("methods.criteriaFindingGroups", { count, groups });
  const ladder = method.criteria.every(({ order }) => order === "ladder");
  return t(ladder ? "methods.criteriaFindingLadder" : "methods.criteriaFinding", { count });
}

/** How to read the questions: order of the answers, the kinds of nothing, and what is special about some of them. */
function criteriaBase(t: Translator, method: Method): readonly string[] {
  const { criteria, outputs } = method;
  const ladder = criteria.every(({ order }) => order === "ladder");
  return [
    t(ladder ? "methods.criteriaBaseLadder" : "methods.criteriaBaseBest"),
    t("methods.criteriaBase"),
    ...(outputs.some(({ rule }) => rule.kind === "weighted") ? [t("methods.criteriaBaseWeighted")] : []),
    ...(criteria.some(({ chosen }) => chosen) ? [t("methods.criteriaBaseChosen")] : []),
    ...(criteria.some(({ optional }) => optional) ? [t("methods.criteriaBaseOptional")] : []),
    t("methods.criteriaBaseDerived"),
  ];
}
