import { ReachBar } from "@/components/charts";
import { Section } from "@/components/layout";
import { Maybe, servicesHref } from "@/components/strategy/metric-base";
import { Cell, DataTools, Row, RowHead, ScrollTable, TBody, TFoot, THead } from "@/components/ui";
import { formatNumber, formatShare } from "@/lib/format";
import { fileHref, type SectionProps } from "./types";

/** The organisations that control most services. */
export function ControllersSection(props: SectionProps) {
  const { t, base, dashboard } = props;
  const { controllers, concentration, total } = dashboard.figures;
  const { top, known, unknown, others } = controllers;
  const first = top[0];
  const heads = {
    name: t("dashboard.organisation"),
    seat: t("dashboard.seat"),
    services: t("dashboard.services"),
    bar: t("dashboard.ofTotal", { total: total.count }),
    share: t("dashboard.share"),
    cost: t("dashboard.million"),
    costShare: t("dashboard.costShare"),
  };
  const number = (value: number) => formatNumber(value, t.locale);
  return (
    <Section
      id="controllers"
      kicker={t("dashboard.controllers")}
      finding={
        first === undefined
          ? t("dashboard.controllersFindingNone")
          : t("dashboard.controllersFinding", { name: first.controller.name, count: first.count, known: known.count })
      }
      base={[
        t("dashboard.controllersBase", { known: known.count, total: total.count, unknown: unknown.count }),
        ...(concentration.hhi.value === null
          ? []
          : [
              t("dashboard.controllersHhi", {
                count: controllers.controllers,
                hhi: formatNumber(concentration.hhi.value, t.locale, { digits: 2 }),
              }),
            ]),
        t("dashboard.controllersRead"),
      ]}
    >
      <ScrollTable caption={t("dashboard.controllersCaption")} stack>
        <THead
          columns={[
            { id: "name", label: heads.name },
            { id: "seat", label: heads.seat },
            { id: "services", label: heads.services, num: true },
            { id: "bar", label: heads.bar },
            { id: "share", label: heads.share, num: true },
            { id: "cost", label: heads.cost, num: true },
            { id: "costShare", label: heads.costShare, num: true },
          ]}
        />
        <TBody>
          {top.map(({ controller, count, query, cost, costShare }) => (
            <Row key={controller.id}>
              <RowHead>
                <a href={`${base}/catalogue/organisations/${encodeURIComponent(controller.id)}`}>{controller.name}</a>
              </RowHead>
              <Cell quiet label={heads.seat}>
                {controller.public
                  ? t("dashboard.seatPublic", { seat: controller.country ?? t("common.unknown") })
                  : (controller.country ?? t("common.unknown"))}
              </Cell>
              <Cell num keyFigure label={heads.services}>
                <Maybe href={servicesHref(base, query)}>{number(count)}</Maybe>
              </Cell>
              <Cell bar label={heads.bar}>
                <ReachBar direct={count} reach={count} total={total.count} />
              </Cell>
              <Cell num label={heads.share}>
                {formatShare(count, known.count, t.locale)}
              </Cell>
              <Cell num label={heads.cost}>
                {cost.unknownServices === count ? "–" : formatNumber(cost.known / 1_000_000, t.locale, { digits: 1 })}
              </Cell>
              <Cell num label={heads.costShare}>
                {cost.unknownServices === count ? "–" : formatShare(costShare, costShare === null ? null : 1, t.locale)}
              </Cell>
            </Row>
          ))}
        </TBody>
        <TFoot>
          {others.controllers > 0 && (
            <Row>
              <RowHead>{t("dashboard.otherControllers", { count: others.controllers })}</RowHead>
              <Cell />
              <Cell num keyFigure label={heads.services}>
                {number(others.services)}
              </Cell>
              <Cell bar label={heads.bar}>
                <ReachBar direct={0} reach={others.services} total={total.count} />
              </Cell>
              <Cell num label={heads.share}>
                {formatShare(others.services, known.count, t.locale)}
              </Cell>
              <Cell />
              <Cell />
            </Row>
          )}
        </TFoot>
      </ScrollTable>
      <DataTools
        t={t}
        csvHref={fileHref(props, "controllers")}
        links={
          unknown.count === 0
            ? []
            : [
                {
                  href: servicesHref(base, unknown.query) ?? base,
                  label: t("dashboard.unknownServices", { count: unknown.count }),
                },
              ]
        }
      />
    </Section>
  );
}
