import { ExposureBars } from "@/components/charts";
import { Section } from "@/components/layout";
import { Maybe, servicesHref } from "@/components/strategy/metric-base";
import { DataTools } from "@/components/ui";
import { formatNumber, formatShare } from "@/lib/format";
import { fileHref, type SectionProps } from "./types";

/** Services and cost by exposure class; what is only a minimum or unknown is hatched. */
export function ExposureSection(props: SectionProps) {
  const { t, base, dashboard } = props;
  const { exposure, key } = dashboard.figures;
  const millions = (euros: number) => formatNumber(euros / 1_000_000, t.locale, { digits: 1 });
  const unknownClass = exposure.rows.find((row) => row.class === "unknown");
  return (
    <Section
      id="exposure"
      kicker={t("dashboard.exposure")}
      finding={
        exposure.classified === 0
          ? t("dashboard.exposureFindingNone")
          : t("dashboard.exposureFinding", { count: key.exposed.numerator })
      }
      base={[
        t("dashboard.exposureBase", {
          classified: exposure.classified,
          total: exposure.total,
          unknown: unknownClass?.count ?? 0,
        }),
        ...(exposure.atLeast.count === 0
          ? []
          : [
              <Maybe href={servicesHref(base, exposure.atLeast.query)}>
                {t("dashboard.exposureAtLeast", { count: exposure.atLeast.count })}
              </Maybe>,
            ]),
        t("dashboard.exposureCost", { count: exposure.cost.unknownServices }),
      ]}
    >
      <ExposureBars
        t={t}
        caption={t("dashboard.exposureCaption")}
        heads={{
          level: t("dashboard.class"),
          services: t("dashboard.services"),
          bar: t("dashboard.bar"),
          atLeast: t("dashboard.atLeast"),
        }}
        extra={[t("dashboard.costMillions"), t("dashboard.costShare")]}
        rows={exposure.rows.map((row) => ({
          level: row.class === "unknown" ? null : row.class,
          name: t(`dashboard.class_${row.class}`),
          detail: t(`dashboard.classText_${row.class}`),
          count: row.count,
          atLeast: row.atLeast.count,
          href: servicesHref(base, row.query),
          extra: [
            row.cost.unknownServices === row.count && row.count > 0 ? "–" : millions(row.cost.known),
            formatShare(row.cost.known, exposure.cost.known, t.locale),
          ],
        }))}
        total={{
          name: t("dashboard.allRow"),
          extra: [millions(exposure.cost.known), formatShare(exposure.cost.known, exposure.cost.known, t.locale)],
        }}
      />
      <DataTools t={t} csvHref={fileHref(props, "exposure")} />
    </Section>
  );
}
