import { Section } from "@/components/layout";
import { changeLines, ChangeSum, ChangeTable, type ChangeLine } from "@/components/strategy/change";
import { DataTools, Empty, LinkButton, Note } from "@/components/ui";
import type { Comparison } from "@/lib/features/portfolio/data-dashboard";
import { formatDate, formatNumber, formatShare } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { fileHref, type SectionProps } from "./types";

const LINES = 8;

/** What moved the share of level 1 and 2, and exposure, since a snapshot. */
export function ChangeSection(props: SectionProps) {
  const { t, base, dashboard } = props;
  const { comparison, broken } = dashboard;
  const snapshots = { href: `${base}/strategy/snapshots`, label: t("dashboard.changeSnapshots") };
  if (comparison === null) {
    return (
      <Section
        id="change"
        kicker={t("dashboard.change")}
        finding={
          broken === null
            ? t("strategy.changeNoSnapshot")
            : t("dashboard.compareBroken", { date: formatDate(broken.date, t.locale) })
        }
      >
        {broken === null ? (
          <Empty
            row
            title={t("strategy.changeNoSnapshot")}
            action={<LinkButton href={snapshots.href}>{snapshots.label}</LinkButton>}
          >
            {t("strategy.changeNoSnapshotText")}
          </Empty>
        ) : (
          <Note tone="danger">{t("strategy.changeBroken", { date: formatDate(broken.date, t.locale) })}</Note>
        )}
      </Section>
    );
  }
  const { munich, snapshot } = comparison;
  const lines = linesOf(comparison);
  return (
    <Section
      id="change"
      kicker={t("dashboard.changeSince", { date: formatDate(snapshot.date, t.locale) })}
      finding={finding(t, comparison)}
      base={[
        t("strategy.changeRead"),
        t("dashboard.changeShare", {
          before: formatShare(munich.before.numerator, munich.before.denominator, t.locale),
          after: formatShare(munich.after.numerator, munich.after.denominator, t.locale),
        }),
      ]}
    >
      <ChangeSum t={t} change={munich} date={snapshot.date} />
      {lines.length === 0 ? (
        <p className="h-meta">{t("dashboard.changeNobody")}</p>
      ) : (
        <ChangeTable t={t} base={base} lines={lines} most={LINES} />
      )}
      <DataTools t={t} csvHref={fileHref(props, "changes")} links={[snapshots]} />
    </Section>
  );
}

function finding(t: Translator, { munich }: Comparison): string {
  const difference = munich.after.numerator - munich.before.numerator;
  return t("dashboard.changeFinding", {
    count: Math.abs(difference),
    direction: difference > 0 ? "more" : "fewer",
    real: formatNumber(munich.parts.real.numerator, t.locale, { sign: true }),
  });
}

/** Moves of the numerator before mere new measurements; real changes first. */
function linesOf({ munich, exposure }: Comparison): readonly ChangeLine[] {
  const all = [...changeLines(munich), ...changeLines(exposure)];
  return [...all.filter(({ change }) => change.numerator !== 0), ...all.filter(({ change }) => change.numerator === 0)];
}
