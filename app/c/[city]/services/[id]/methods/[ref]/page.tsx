import type { Metadata } from "next";
import { CourseTable } from "@/components/assessment/approval";
import { GroupsTable } from "@/components/assessment/groups-table";
import { Raises } from "@/components/assessment/raises";
import { resultText } from "@/components/assessment/result-text";
import { answeredOf } from "@/components/assessment/standings";
import { Crumbs, ListHead, PageShell, Section } from "@/components/layout";
import { AnswerTable } from "@/components/service/record-answers";
import { loadMethodStanding } from "@/lib/features/assessment/loaders";
import { loadServiceTitle } from "@/lib/features/service/loaders";
import { tr } from "@/lib/i18n";
import { getT } from "@/lib/i18n/server";

interface Props {
  params: Promise<{ city: string; id: string; ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { city, id } = await params;
  const [t, name] = await Promise.all([getT(), loadServiceTitle(city, id)]);
  return { title: `${name}: ${t("service.method")}` };
}

export default async function ServiceMethodPage({ params }: Props) {
  const { city, id, ref } = await params;
  const { frame, stored, standing, raises, course } = await loadMethodStanding(city, id, ref);
  const { t } = frame;
  const { method, result } = standing;
  const base = `/c/${city}`;
  const service = `${base}/services/${id}`;
  const name = tr(method.name, t.locale);
  // A pair reads the same answers twice: its level says which of them limit.
  const outputs = method.pair ? result.outputs.filter(({ output }) => output === method.pair?.with) : result.outputs;
  return (
    <PageShell {...frame}>
      <Crumbs
        t={t}
        links={[
          { href: `${base}/services`, label: t("inventory.title") },
          { href: service, label: stored.values.name },
        ]}
        here={name}
      />
      <ListHead title={`${stored.values.name}: ${name}`} sub={resultText(t, method, result)} />
      <Section
        id="result"
        kicker={t("service.result")}
        finding={resultText(t, method, result)}
        base={[
          t("assessment.answeredOf", answeredOf(standing)),
          ...(method.licence.attribution ? [tr(method.licence.attribution, t.locale)] : []),
        ]}
      >
        <GroupsTable t={t} standing={standing} />
        <Raises t={t} method={method} raises={raises} />
      </Section>
      <Section id="answers" kicker={t("assessment.answered")} finding={t("service.tocReasons")}>
        {outputs.map((output) => {
          const named = method.outputs.find((each) => each.id === output.output);
          return (
            <AnswerTable
              key={output.output}
              t={t}
              base={base}
              method={method}
              answers={standing.answers}
              notDerivable={standing.notDerivable}
              output={output}
              caption={named ? tr(named.name, t.locale) : name}
              foot={null}
            />
          );
        })}
      </Section>
      <CourseTable t={t} method={method} service={service} course={course} />
    </PageShell>
  );
}
