import { Histogram10, HistogramCaption } from "@/components/charts";
import { Section } from "@/components/layout";
import { Maybe, servicesHref } from "@/components/strategy/metric-base";
import { Cell, DataTools, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { BANDS } from "@/lib/domain/strategy/bands";
import type { DimensionDistribution } from "@/lib/domain/strategy/portfolio";
import { formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { fileHref, type SectionProps } from "./types";

/** The three dimensions beside each other, never added up. */
export function ProfileSection(props: SectionProps) {
  const { t, base, dashboard } = props;
  const { dimensions, total } = dashboard.figures;
  const name = ({ dimension }: DimensionDistribution) => t(`dashboard.dimension_${dimension}`);
  return (
    <Section
      id="profile"
      kicker={t("dashboard.profile")}
      finding={finding(t, dimensions, name)}
      base={[
        ...dimensions.map((each) =>
          t("dashboard.profileBase", {
            name: name(each),
            complete: each.complete,
            total: total.count,
            unknown: each.unknown.count,
          }),
        ),
        t("dashboard.profileBands"),
      ]}
    >
      <div className="h-tri">
        {dimensions.map((each) => (
          <figure key={each.dimension}>
            <HistogramCaption t={t} name={name(each)} median={each.median} />
            <Histogram10
              t={t}
              title={t("dashboard.dimensionTitle", {
                name: name(each),
                median:
                  each.median === null
                    ? t("charts.medianNone")
                    : t("charts.median", { value: formatNumber(each.median, t.locale) }),
                complete: each.complete,
                unknown: each.unknown.count,
              })}
              bins={each.bins.map(({ count, query }) => ({ count, href: servicesHref(base, query) }))}
              unknown={{ count: each.unknown.count, href: servicesHref(base, each.unknown.query) }}
              median={each.median}
            />
            <p className="h-meta">{t(`dashboard.dimensionText_${each.dimension}`)}</p>
          </figure>
        ))}
      </div>
      <DataTools t={t} csvHref={fileHref(props, "dimensions")} table={<BandsTable {...props} name={name} />} />
    </Section>
  );
}

function finding(
  t: Translator,
  dimensions: readonly DimensionDistribution[],
  name: (each: DimensionDistribution) => string,
): string {
  const known = dimensions.flatMap((each) => (each.median === null ? [] : [{ name: name(each), median: each.median }]));
  const ordered = [...known].sort((a, b) => b.median - a.median);
  const [best, worst] = [ordered[0], ordered.at(-1)];
  if (best === undefined || worst === undefined) return t("dashboard.profileFindingNone");
  if (ordered.length < dimensions.length)
    return t("dashboard.profileFindingSome", {
      known: ordered.map((each) => `${each.name} ${formatNumber(each.median, t.locale)}`).join(", "),
    });
  if (best.median === worst.median)
    return t("dashboard.profileFindingSame", { value: formatNumber(best.median, t.locale) });
  return t("dashboard.profileFinding", {
    best: best.name,
    high: formatNumber(best.median, t.locale),
    worst: worst.name,
    low: formatNumber(worst.median, t.locale),
  });
}

function BandsTable({
  t,
  base,
  dashboard,
  name,
}: SectionProps & { readonly name: (each: DimensionDistribution) => string }) {
  return (
    <ScrollTable caption={t("dashboard.profileCaption")} dense>
      <THead
        columns={[
          { id: "dimension", label: t("dashboard.dimension") },
          ...BANDS.map((band) => ({ id: band, label: band, num: true })),
          { id: "unknown", label: t("common.unknown"), num: true },
          { id: "median", label: t("dashboard.median"), num: true },
        ]}
      />
      <TBody>
        {dashboard.figures.dimensions.map((each) => (
          <Row key={each.dimension}>
            <RowHead>{name(each)}</RowHead>
            {each.bands.map(({ band, count, query }) => (
              <Cell key={band} num>
                <Maybe href={count === 0 ? undefined : servicesHref(base, query)}>
                  {formatNumber(count, t.locale)}
                </Maybe>
              </Cell>
            ))}
            <Cell num>
              <Maybe href={each.unknown.count === 0 ? undefined : servicesHref(base, each.unknown.query)}>
                {formatNumber(each.unknown.count, t.locale)}
              </Maybe>
            </Cell>
            <Cell num>{formatNumber(each.median, t.locale)}</Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}
