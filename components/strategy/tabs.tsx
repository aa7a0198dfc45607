import { Tabs } from "@/components/ui";
import type { Translator } from "@/lib/i18n";

/** Parts of the strategy area. */
export function StrategyTabs({
  t,
  base,
  current,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly current: "overview" | "snapshots" | null;
}) {
  return (
    <Tabs
      page
      label={t("strategy.parts")}
      items={[
        { href: `${base}/strategy`, label: t("strategy.tabOverview"), current: current === "overview" },
        { href: `${base}/strategy/snapshots`, label: t("strategy.tabSnapshots"), current: current === "snapshots" },
      ]}
    />
  );
}
