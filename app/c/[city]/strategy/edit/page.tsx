import type { Metadata } from "next";
import { ListHead, PageShell } from "@/components/layout";
import { Conflict } from "@/components/strategy/conflict";
import { StrategyForm } from "@/components/strategy/strategy-form";
import { principlesText } from "@/lib/domain/strategy/principles";
import { loadStrategyForm } from "@/lib/features/strategy/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  params: Promise<{ city: string }>;
  searchParams: Promise<{ draft?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("strategy.edit") };
}

export default async function StrategyEditPage({ params, searchParams }: Props) {
  const [{ city }, { draft }] = await Promise.all([params, searchParams]);
  const { frame, strategy, draft: kept } = await loadStrategyForm(city, draft);
  const { t } = frame;
  const form = formState(t, kept);
  return (
    <PageShell {...frame}>
      <ListHead
        title={t(strategy === null ? "strategy.create" : "strategy.edit")}
        sub={t("strategy.formStrategyLead")}
      />
      {kept?.kind === "conflict" && strategy !== null && (
        <Conflict
          t={t}
          rows={[
            { label: t("strategy.name"), theirs: strategy.name, yours: form.value("name") },
            { label: t("strategy.decidedOn"), theirs: strategy.decidedOn ?? "", yours: form.value("decidedOn") },
            {
              label: t("strategy.principlesField"),
              theirs: principlesText(strategy.principles, t.locale),
              yours: form.value("principles").replaceAll("\r\n", "\n"),
            },
          ]}
        />
      )}
      <StrategyForm t={t} base={`/c/${city}`} citySlug={city} form={form} strategy={strategy} />
    </PageShell>
  );
}
