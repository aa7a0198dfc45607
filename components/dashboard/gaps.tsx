import { ShareBar } from "@/components/charts";
import { Section } from "@/components/layout";
import { Maybe, servicesHref } from "@/components/strategy/metric-base";
import { Cell, DataTools, Row, RowHead, ScrollTable, TBody, TFoot, THead } from "@/components/ui";
import { GAP_STATES } from "@/lib/domain/strategy/filter";
import type { GapTableRow } from "@/lib/domain/strategy/portfolio";
import { formatNumber, formatShare } from "@/lib/format";
import { fileHref, type SectionProps } from "./types";

const missedIn = ({ states }: Pick<GapTableRow, "states">): number =>
  states.open.count + states.planned.count + states.accepted.count;

/** Distance to the required level by protection need. */
export function GapsSection(props: SectionProps) {
  const { t, dashboard } = props;
  const { rows, all } = dashboard.figures.gaps;
  const critical = rows
    .filter(({ protection }) => protection === "high" || protection === "very-high")
    .reduce((sum, row) => sum + missedIn(row), 0);
  return (
    <Section
      id="gaps"
      kicker={t("dashboard.gaps")}
      finding={
        all.checkable === 0
          ? t("dashboard.gapsFindingNone")
          : t("dashboard.gapsFinding", { count: missedIn(all), critical })
      }
      base={[
        t("dashboard.gapsBase", {
          checkable: all.checkable,
          total: all.total.count,
          unknown: all.states["not-checkable"].count,
        }),
        t("dashboard.gapsRead"),
      ]}
    >
      <ScrollTable caption={t("dashboard.gapsCaption")} stack>
        <THead
          columns={[
            { id: "need", label: t("dashboard.need") },
            { id: "all", label: t("dashboard.all"), num: true },
            { id: "bar", label: t("dashboard.metBar") },
            { id: "share", label: t("dashboard.share"), num: true },
            ...GAP_STATES.map((state) => ({ id: state, label: t(`words.gap_${state}`), num: true })),
          ]}
        />
        <TBody>
          {rows.map((row) => (
            <GapRow key={row.protection} {...props} row={row} name={t(`words.need_${row.protection}`)} />
          ))}
        </TBody>
        <TFoot>
          <GapRow {...props} row={all} name={t("dashboard.allRow")} />
        </TFoot>
      </ScrollTable>
      <DataTools
        t={t}
        csvHref={fileHref(props, "gaps")}
        links={[{ href: `${props.base}/accepted`, label: t("acceptance.link") }]}
      />
    </Section>
  );
}

function GapRow({
  t,
  base,
  row,
  name,
}: SectionProps & { readonly row: Omit<GapTableRow, "protection">; readonly name: string }) {
  const { total, checkable, states } = row;
  const figure = ({ count, query }: { count: number; query: string | null }) => (
    <Maybe href={count === 0 ? undefined : servicesHref(base, query)}>{formatNumber(count, t.locale)}</Maybe>
  );
  return (
    <Row>
      <RowHead>{name}</RowHead>
      <Cell num keyFigure label={t("dashboard.all")}>
        {figure(total)}
      </Cell>
      <Cell bar label={t("dashboard.metBar")}>
        <ShareBar value={checkable === 0 ? null : states.met.count / checkable} />
      </Cell>
      <Cell num label={t("dashboard.share")}>
        {formatShare(states.met.count, checkable, t.locale)}
      </Cell>
      {GAP_STATES.map((state) => (
        <Cell key={state} num label={t(`words.gap_${state}`)}>
          {figure(states[state])}
        </Cell>
      ))}
    </Row>
  );
}
