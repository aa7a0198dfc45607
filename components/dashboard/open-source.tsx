import { ShareBar } from "@/components/charts";
import { Section } from "@/components/layout";
import { exactText, metricText, ratioText } from "@/components/strategy/format";
import { Maybe, servicesHref } from "@/components/strategy/metric-base";
import { Cell, DataTools, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { possibleRange } from "@/lib/domain/strategy/history";
import { WEIGHTS, type By } from "@/lib/domain/strategy/metric-definitions";
import type { Dashboard } from "@/lib/features/portfolio/data-dashboard";
import { fileHref, type SectionProps } from "./types";

/** The city's goal for the open-source share by this weight, over all services. */
function targetOf({ goals }: Dashboard, by: By): number | null {
  const found = goals.find(
    ({ goal }) => goal.metric === "open-source-share" && goal.by === by && Object.keys(goal.scope).length === 0,
  );
  return found?.goal.target ?? null;
}

/** Share of open source by count, cost and users. */
export function OpenSourceSection(props: SectionProps) {
  const { t, base, dashboard } = props;
  const { openSource } = dashboard.figures;
  const { count, cost } = openSource;
  const heads = {
    measure: t("dashboard.measure"),
    share: t("dashboard.share"),
    bar: t("dashboard.scale"),
    target: t("strategy.target"),
    ratio: t("dashboard.ratio"),
    unknown: t("common.unknown"),
  };
  const share = (by: By) => metricText(openSource[by].value, "share", t);
  const hasGoal = WEIGHTS.some((by) => targetOf(dashboard, by) !== null);
  return (
    <Section
      id="open"
      kicker={t("dashboard.open")}
      finding={
        count.value === null
          ? t("dashboard.openFindingNone")
          : cost.value === null
            ? t("dashboard.openFindingCount", { count: share("count") })
            : t("dashboard.openFinding", { count: share("count"), cost: share("cost") })
      }
      base={[
        t("dashboard.openBase", { known: count.measured, unknown: count.unknown }),
        t(hasGoal ? "dashboard.openRead" : "dashboard.openReadNoGoal"),
      ]}
    >
      <ScrollTable caption={t("dashboard.openCaption")} stack>
        <THead
          columns={[
            { id: "measure", label: heads.measure },
            { id: "share", label: heads.share, num: true },
            { id: "bar", label: heads.bar },
            { id: "target", label: heads.target, num: true },
            { id: "ratio", label: heads.ratio },
            { id: "unknown", label: heads.unknown },
          ]}
        />
        <TBody>
          {WEIGHTS.map((by) => {
            const result = openSource[by];
            const target = targetOf(dashboard, by);
            const range = possibleRange(result);
            const { unknownFact, unknownWeight, queries } = result;
            return (
              <Row key={by}>
                <RowHead>{t(`strategy.byShort_${by}`)}</RowHead>
                <Cell num strong keyFigure label={heads.share}>
                  <Maybe href={result.services.length === 0 ? undefined : servicesHref(base, queries.counted)}>
                    {share(by)}
                  </Maybe>
                </Cell>
                <Cell bar label={heads.bar}>
                  <ShareBar
                    value={result.value}
                    target={target}
                    unknown={range === null || result.value === null ? 0 : Math.max(0, range.high - result.value)}
                  />
                </Cell>
                <Cell num label={heads.target}>
                  {target === null ? "–" : exactText(target, "share", t)}
                </Cell>
                <Cell label={heads.ratio}>{ratioText(result, t)}</Cell>
                <Cell quiet label={heads.unknown}>
                  <Maybe href={unknownFact === 0 ? undefined : servicesHref(base, queries.unknownFact)}>
                    {t("strategy.baseUnknown", { count: unknownFact })}
                  </Maybe>
                  {unknownWeight > 0 && (
                    <>
                      ,{" "}
                      <Maybe href={servicesHref(base, queries.unknownWeight)}>
                        {t(`strategy.baseWeightUnknown_${by}`, { count: unknownWeight })}
                      </Maybe>
                    </>
                  )}
                </Cell>
              </Row>
            );
          })}
        </TBody>
      </ScrollTable>
      <DataTools
        t={t}
        csvHref={fileHref(props, "open-source")}
        links={
          count.services.length === 0
            ? []
            : [
                {
                  href: servicesHref(base, count.queries.counted) ?? base,
                  label: t("dashboard.openShow", { count: count.services.length }),
                },
              ]
        }
      />
    </Section>
  );
}
