import { Section } from "@/components/layout";
import { servicesHref } from "@/components/strategy/metric-base";
import { Cell, DataTools, Empty, Mark, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { addMonths, dayNumber } from "@/lib/domain/strategy/dates";
import { isMunichLevel } from "@/lib/domain/strategy/levels";
import { formatDate, formatMonthShort, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { fileHref, type SectionProps } from "./types";

const ROWS = 12;
const SOON_MONTHS = 3;
/** Left part of the axis that lies before today, so that the line of today is seen. */
const LEAD = 3;

/** Contracts whose last day for notice falls within twelve months. */
export function ExitsSection(props: SectionProps) {
  const { t, base, dashboard } = props;
  const { exits } = dashboard.figures;
  const soon = addMonths(exits.from, SOON_MONTHS);
  const count = exits.services.filter(({ noticeBy }) => noticeBy !== null && noticeBy <= soon).length;
  const href = servicesHref(base, exits.within.query);
  return (
    <Section
      id="exits"
      kicker={t("dashboard.exits")}
      finding={
        exits.noticeKnown.count === 0
          ? t("dashboard.exitsFindingUnknown")
          : t("dashboard.exitsFinding", { count, date: formatDate(soon, t.locale) })
      }
      base={[
        t("dashboard.exitsBase", {
          within: exits.within.count,
          known: exits.noticeKnown.count,
          endOnly: exits.endOnly.count,
          unknown: exits.unknown.count,
        }),
        ...(exits.services.length === 0 ? [] : [t("dashboard.exitsRead")]),
      ]}
    >
      {exits.services.length === 0 ? <Empty title={t("dashboard.exitsNone")} /> : <ExitTable {...props} />}
      <DataTools
        t={t}
        csvHref={fileHref(props, "exits")}
        links={
          href === undefined || exits.services.length <= ROWS
            ? []
            : [{ href, label: t("dashboard.exitsAll", { count: exits.within.count }) }]
        }
      />
    </Section>
  );
}

function ExitTable({ t, base, dashboard }: SectionProps) {
  const { exits } = dashboard.figures;
  const axis = axisOf(exits.from, exits.to);
  const heads = {
    service: t("dashboard.exitsService"),
    level: t("dashboard.exitsLevel"),
    cost: t("dashboard.exitsCost"),
    notice: t("dashboard.exitsNotice"),
    period: t("dashboard.exitsPeriod", { from: formatMonthShort(exits.from), to: formatMonthShort(exits.to) }),
    end: t("dashboard.exitsEnd"),
    gap: t("dashboard.exitsGap"),
  };
  return (
    <ScrollTable caption={t("dashboard.exitsCaption")} stack variant="h-table--exit">
      <THead
        columns={[
          { id: "service", label: heads.service },
          { id: "level", label: heads.level },
          { id: "cost", label: heads.cost, num: true },
          { id: "notice", label: heads.notice, num: true },
          { id: "period", label: <AxisHead t={t} label={heads.period} axis={axis} /> },
          { id: "end", label: heads.end, num: true },
          { id: "gap", label: heads.gap },
        ]}
      />
      <TBody>
        {exits.services.slice(0, ROWS).map((row) => (
          <Row key={row.serviceId}>
            <RowHead sub={row.controllerName ?? undefined}>
              <a href={`${base}/services/${row.serviceId}`}>{row.name}</a>
            </RowHead>
            <Cell nowrap label={heads.level}>
              <LevelMark t={t} row={row} /> <ExposureMark t={t} row={row} />
            </Cell>
            <Cell num label={heads.cost}>
              {row.costPerYear === null ? "–" : formatNumber(row.costPerYear / 1_000, t.locale, { digits: 0 })}
            </Cell>
            <Cell num strong keyFigure label={heads.notice}>
              {formatDate(row.noticeBy, t.locale)}
            </Cell>
            <Cell bar label={heads.period}>
              <ExitBar row={row} axis={axis} />
            </Cell>
            <Cell num label={heads.end}>
              {formatDate(row.contractEnd, t.locale)}
            </Cell>
            <Cell label={heads.gap}>{t(`words.gap_${row.gap}`)}</Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

function LevelMark({ t, row }: { readonly t: Translator; readonly row: PortfolioRow }) {
  const level = row.munich.value === null ? null : Math.round(row.munich.value);
  const shown = level !== null && isMunichLevel(level) ? level : null;
  return (
    <Mark
      kind="munich"
      value={shown}
      label={shown === null ? t("common.notAssessed") : t("common.level", { level: shown })}
    />
  );
}

function ExposureMark({ t, row }: { readonly t: Translator; readonly row: PortfolioRow }) {
  if (row.exposure === null)
    return <Mark kind="exposure" value={null} state="unknown" label={t("common.exposureUnknown")} />;
  const key = row.exposureAtLeast ? "common.exposureAtLeast" : "common.exposure";
  return (
    <Mark
      kind="exposure"
      value={row.exposure}
      state={row.exposureAtLeast ? "at-least" : "value"}
      label={t(key, { level: row.exposure })}
    />
  );
}

interface Axis {
  readonly x: (day: string) => number;
  readonly end: string;
  readonly today: number;
  readonly months: readonly { readonly at: number; readonly day: string }[];
}

/** Days as percent of the drawing: from a little before today to a month after the horizon. */
function axisOf(from: string, to: string): Axis {
  const end = addMonths(to, 1);
  const [first, last] = [dayNumber(from), dayNumber(end)];
  const x = (day: string) => LEAD + ((dayNumber(day) - first) / (last - first)) * (100 - LEAD);
  const firstMonth = addMonths(`${from.slice(0, 7)}-01`, 1);
  const months = Array.from({ length: 13 }, (_, i) => addMonths(firstMonth, i))
    .filter((day) => day <= end)
    .map((day) => ({ at: x(day), day }));
  return { x, end, today: x(from), months };
}

const pct = (value: number): string => `${value.toFixed(2)}%`;

function AxisHead({ t, label, axis }: { readonly t: Translator; readonly label: string; readonly axis: Axis }) {
  const initial = new Intl.DateTimeFormat(t.locale, { month: "narrow", timeZone: "UTC" });
  return (
    <>
      <span className="h-axhead">{label}</span>
      <svg className="h-chart h-ch-16" aria-hidden="true">
        {axis.months.map(({ at, day }, i) => {
          const next = axis.months[i + 1]?.at ?? 100;
          return next - at < 4 ? null : (
            <text key={day} className="h-t h-t--2 h-c" x={pct((at + next) / 2)} y="12">
              {initial.format(new Date(`${day}T00:00:00Z`))}
            </text>
          );
        })}
      </svg>
    </>
  );
}

function ExitBar({ row, axis }: { readonly row: PortfolioRow; readonly axis: Axis }) {
  if (row.noticeBy === null) return null;
  const notice = axis.x(row.noticeBy);
  const end = row.contractEnd;
  const beyond = end !== null && end > axis.end;
  const endX = end === null ? notice : beyond ? 84 : axis.x(end);
  return (
    <svg className="h-chart h-ch-24" aria-hidden="true">
      {axis.months
        .filter((_, i) => i % 3 === 0)
        .map(({ at, day }) => (
          <line key={day} className="h-gr" x1={pct(at)} x2={pct(at)} y1="-8" y2="32" />
        ))}
      <line className="h-now" x1={pct(axis.today)} x2={pct(axis.today)} y1="-8" y2="32" />
      <rect className="h-bar" x={pct(axis.today)} y="6" width={pct(Math.max(0.6, notice - axis.today))} height="12" />
      {end !== null && endX > notice && <line className="h-thin" x1={pct(notice)} x2={pct(endX)} y1="12" y2="12" />}
      {end !== null &&
        (beyond ? (
          <text className="h-t h-t--2 h-e" x="100%" y="16">
            {formatMonthShort(end)} →
          </text>
        ) : (
          <circle className="h-dot--o" cx={pct(endX)} cy="12" r="4.5" />
        ))}
    </svg>
  );
}
