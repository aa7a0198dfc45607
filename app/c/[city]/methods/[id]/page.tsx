import type { Metadata } from "next";
import { Crumbs, Facts, ListHead, PageShell, ScopeLine, Section } from "@/components/layout";
import { CriteriaTable, RuleText } from "@/components/method/criteria";
import { ExampleTable } from "@/components/method/examples";
import { scaleText, SourceLink } from "@/components/method/method-table";
import { TryForm, TryResult } from "@/components/method/try-it";
import { refOfPath } from "@/lib/domain/method/query";
import { findMethod } from "@/lib/domain/method/registry";
import { loadFrame } from "@/lib/features/city/loaders";
import { loadMethod } from "@/lib/features/method/loaders";
import { formatDate } from "@/lib/format";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getT();
  const method = findMethod(refOfPath((await params).id));
  return { title: method ? tr(method.name, t.locale) : t("methods.title") };
}

export default async function MethodPage({ params, searchParams }: Props) {
  const { city, id } = await params;
  const { actor, method, answers, refused, name } = await loadMethod(city, id, await searchParams);
  const frame = await loadFrame(actor, "methods");
  const { t } = frame;
  const path = `/c/${city}/methods/${encodeURIComponent(method.ref)}`;
  const title = tr(method.name, t.locale);
  const isMunich = method.id === "munich-sds";
  const weighted = method.outputs.some((output) => output.rule.kind === "weighted");
  const tried = Object.keys(answers).length > 0 || refused.length > 0;
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
      <Crumbs t={t} links={[{ href: `/c/${city}/methods`, label: t("methods.title") }]} here={title} />
      <ListHead
        title={title}
        sub={method.licence.attribution ? tr(method.licence.attribution, t.locale) : t("methods.outputsNone")}
      />
      <Facts
        items={[
          { label: t("methods.reference"), value: method.ref },
          { label: t("methods.unit"), value: t(`methods.unit_${method.unit}`) },
          { label: t("methods.source"), value: <SourceLink t={t} method={method} /> },
          { label: t("methods.licence"), value: method.licence.spdx },
          ...method.outputs.map((output) => ({ label: tr(output.name, t.locale), value: scaleText(t, output) })),
          { label: t("methods.date"), value: formatDate(method.source.date, t.locale) },
        ]}
      />
      <Section
        strong
        id="criteria"
        kicker={t("methods.criteria")}
        finding={t("methods.criteriaFinding", { count: method.criteria.length })}
        base={[t("methods.criteriaBase"), ...(weighted ? [t("methods.criteriaBaseWeighted")] : [])]}
      >
        <CriteriaTable t={t} method={method} />
      </Section>
      <Section
        id="rule"
        kicker={t("methods.rule")}
        finding={t("methods.ruleFinding")}
        base={[t("methods.ruleBase"), ...(method.outputs.length > 1 ? [t("methods.outputsNone")] : [])]}
      >
        {method.outputs.map((output) => (
          <RuleText key={output.id} t={t} method={method} output={output} />
        ))}
      </Section>
      <Section
        id="try"
        kicker={t("methods.tryIt")}
        finding={t("methods.tryFinding")}
        base={[t("methods.tryBase"), ...(isMunich ? [t("methods.tryBaseMunich")] : [])]}
      >
        {tried && <TryResult t={t} method={method} answers={answers} refused={refused} name={name} />}
        <TryForm t={t} method={method} answers={answers} action={path} withLink={isMunich} />
      </Section>
      <Section
        id="examples"
        kicker={t("methods.examples")}
        finding={t("methods.examplesFinding", { count: method.examples.length })}
        base={[t("methods.examplesBase")]}
      >
        {method.outputs.map((output) => (
          <div key={output.id} className="h-mt">
            {method.outputs.length > 1 && <h3 className="h-h3">{tr(output.name, t.locale)}</h3>}
            <ExampleTable t={t} method={method} output={output} />
          </div>
        ))}
      </Section>
    </PageShell>
  );
}
