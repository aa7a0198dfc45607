"use client";

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from "recharts";
import { formatDate, formatMoney, formatMonthShort, formatNumber, formatPercent } from "@/lib/format";
import type { Locale } from "@/lib/i18n/locale";

export interface GoalTrendChartProps {
  readonly locale: Locale;
  /** Finding in words, for screen readers. */
  readonly title: string;
  /** Oldest first; `null` breaks the line. `note` = numerator, denominator and unknowns of that day. */
  readonly points: readonly { readonly date: string; readonly value: number | null; readonly note?: string }[];
  readonly unit: "share" | "count" | "euro";
  readonly target: { readonly value: number; readonly label: string } | null;
  /** Less is better: the axis is turned round, so that up is always better. */
  readonly reversed?: boolean;
  /** Word for a day without data. */
  readonly unknown: string;
}

interface Point {
  readonly time: number;
  readonly date: string;
  readonly value: number | null;
  readonly note: string | undefined;
}

function formatterOf(unit: GoalTrendChartProps["unit"], locale: Locale): (value: number) => string {
  if (unit === "share") return (v) => formatPercent(v, locale);
  if (unit === "euro") return (v) => formatMoney(v, locale, Math.abs(v) >= 1_000_000 ? "million" : "thousand");
  return (v) => formatNumber(v, locale);
}

/** The drawing itself; loaded by `GoalTrend`. */
export default function GoalTrendChart({
  locale,
  title,
  points,
  unit,
  target,
  reversed = false,
  unknown,
}: GoalTrendChartProps) {
  const format = formatterOf(unit, locale);
  const data: Point[] = points.map((p) => ({
    time: Date.parse(`${p.date.slice(0, 10)}T00:00:00Z`),
    date: p.date.slice(0, 10),
    value: p.value,
    note: p.note,
  }));
  const tick = { fontSize: 13, fill: "var(--h-ink-2)" };
  return (
    <div className="h-live-chart" role="group" aria-label={title}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart data={data} margin={{ top: 16, right: 24, bottom: 4, left: 0 }} accessibilityLayer title={title}>
          <CartesianGrid stroke="var(--h-grid)" vertical={false} />
          <XAxis
            dataKey="time"
            type="number"
            scale="utc"
            domain={["dataMin", "dataMax"]}
            tickFormatter={(time: number) => formatMonthShort(new Date(time).toISOString().slice(0, 10))}
            tick={tick}
            stroke="var(--h-control)"
          />
          <YAxis
            reversed={reversed}
            width={64}
            domain={([min, max]: readonly [number, number]) => [
              Math.min(min, target?.value ?? min),
              Math.max(max, target?.value ?? max),
            ]}
            tickFormatter={format}
            tick={tick}
            stroke="var(--h-control)"
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--h-action)" }}
            content={(p: TooltipContentProps) => {
              const point = p.payload[0]?.payload as Point | undefined;
              if (!p.active || point === undefined) return null;
              return (
                <div className="h-tip">
                  <div>{formatDate(point.date, locale)}</div>
                  <strong className="h-strong">{point.value === null ? unknown : format(point.value)}</strong>
                  {point.note !== undefined && <div className="h-2">{point.note}</div>}
                </div>
              );
            }}
          />
          {target !== null && (
            <ReferenceLine
              y={target.value}
              stroke="var(--h-ink)"
              strokeDasharray="6 3"
              label={{ value: target.label, position: "insideTopLeft", fill: "var(--h-ink)", fontSize: 13 }}
            />
          )}
          <Line
            dataKey="value"
            stroke="var(--h-ink)"
            strokeWidth={2}
            dot={data.length <= 24 ? { r: 3, fill: "var(--h-ink)" } : false}
            connectNulls={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
