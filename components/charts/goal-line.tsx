import { scaleLinear, scaleUtc } from "d3-scale";
import { formatMonthShort } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { NoData, pct } from "./parts";

export interface GoalPoint {
  /** Calendar date, ISO. */
  readonly date: string;
  /** `null` = nothing was known that day. */
  readonly value: number | null;
  /** Value if all unknowns were to turn out badly, and well. */
  readonly low?: number;
  readonly high?: number;
}

export interface GoalLineProps {
  readonly t: Translator;
  /** The content in words: baseline, today, forecast, target, date. */
  readonly title: string;
  readonly points: readonly GoalPoint[];
  /** `short` stands beside the stroke on phones. */
  readonly target: { readonly value: number; readonly date: string; readonly label: string; readonly short?: string };
  /** Planned measures in steps, later than the last point. */
  readonly forecast?: readonly { readonly date: string; readonly value: number }[];
  readonly direction: "up" | "down";
  readonly format: (value: number) => string;
}

const LEFT = 3;
const RIGHT = 82;
const TOP = 24;
const BOTTOM = 106;
const MOST_POINTS = 48;

/** At most `most` points, always with the first and the last one. Daily snapshots of two years are 730. */
export function thin<T>(points: readonly T[], most: number): readonly T[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)]).filter((p): p is T => p !== undefined);
}

const day = (iso: string) => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

/** History of a metric with its target; up is always better. A day without data breaks the line, what unknowns could change is hatched. */
export function GoalLine({ t, title, points, target, forecast = [], direction, format }: GoalLineProps) {
  const shown = thin(
    [...points].sort((a, b) => a.date.localeCompare(b.date)),
    MOST_POINTS,
  );
  const known = shown.filter((p): p is GoalPoint & { readonly value: number } => p.value !== null);
  const first = shown[0];
  const latest = known.at(-1);
  if (first === undefined || latest === undefined) return <NoData title={title} text={t("charts.noData")} />;

  const values = [
    target.value,
    ...known.flatMap((p) => [p.value, p.low ?? p.value, p.high ?? p.value]),
    ...forecast.map((p) => p.value),
  ];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high === low ? Math.max(Math.abs(high), 1) : high - low;
  const domain = high === low ? [low - span / 2, high + span / 2] : [low, high];
  const y = scaleLinear(domain, direction === "up" ? [BOTTOM, TOP] : [TOP, BOTTOM]);

  const dates = [first.date, shown.at(-1)?.date ?? first.date, target.date, ...forecast.map((p) => p.date)].map(day);
  const start = Math.min(...dates.map(Number));
  const end = Math.max(...dates.map(Number), start + 86_400_000);
  const time = scaleUtc([new Date(start), new Date(end)], [LEFT, RIGHT]);
  const x = (iso: string) => time(day(iso));
  const targetX = x(target.date);
  const targetY = y(target.value);
  const ticks = time.ticks(4);
  const yearly = ticks.every((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1);
  const plan = [{ date: latest.date, value: latest.value }, ...forecast];
  const lastPlan = forecast.at(-1);
  const baseline = known[0];
  const lowest = (p: GoalPoint & { readonly value: number }) =>
    Math.max(...[p.value, p.low ?? p.value, p.high ?? p.value].map((v) => y(v)));
  const nowX = x(latest.date);
  const nowY = y(latest.value);

  return (
    <svg className="h-chart h-ch-150" role="img" aria-label={title}>
      {ticks.map((tick) => (
        <g key={tick.getTime()}>
          <line className="h-gr" x1={pct(time(tick))} x2={pct(time(tick))} y1="10" y2="128" />
          <text className="h-t h-t--2 h-c" x={pct(time(tick))} y="147">
            {yearly ? tick.getUTCFullYear() : formatMonthShort(tick.toISOString().slice(0, 10))}
          </text>
        </g>
      ))}
      {pairs(shown).map(([a, b]) => {
        const width = x(b.date) - x(a.date);
        if (a.value === null || b.value === null) {
          return (
            <rect key={a.date} className="h-ubar" x={pct(x(a.date))} y={BOTTOM + 8} width={pct(width)} height="8" />
          );
        }
        const top = Math.min(y(b.low ?? b.value), y(b.high ?? b.value));
        const bottom = Math.max(y(b.low ?? b.value), y(b.high ?? b.value));
        return bottom - top < 1 ? null : (
          <rect
            key={a.date}
            className="h-band"
            x={pct(x(a.date))}
            y={top.toFixed(1)}
            width={pct(width)}
            height={(bottom - top).toFixed(1)}
          />
        );
      })}
      <line className="h-ln--t" x1={pct(LEFT)} x2={pct(targetX)} y1={targetY.toFixed(1)} y2={targetY.toFixed(1)} />
      <line
        className="h-target"
        x1={pct(targetX)}
        x2={pct(targetX)}
        y1={(targetY - 7).toFixed(1)}
        y2={(targetY + 7).toFixed(1)}
      />
      <text className="h-t" x={pct(targetX)} dx="9" y={(targetY + 4.5).toFixed(1)}>
        {target.short === undefined ? (
          target.label
        ) : (
          <>
            <tspan className="h-wide">{target.label}</tspan>
            <tspan className="h-narrow">{target.short}</tspan>
          </>
        )}
      </text>
      {pairs(shown).map(([a, b]) =>
        a.value === null || b.value === null ? null : (
          <line
            key={a.date}
            className="h-ln"
            x1={pct(x(a.date))}
            y1={y(a.value).toFixed(1)}
            x2={pct(x(b.date))}
            y2={y(b.value).toFixed(1)}
          />
        ),
      )}
      {pairs(plan).map(([a, b]) => (
        <g key={b.date}>
          <line
            className="h-ln h-ln--f"
            x1={pct(x(a.date))}
            y1={y(a.value).toFixed(1)}
            x2={pct(x(b.date))}
            y2={y(a.value).toFixed(1)}
          />
          <line
            className="h-ln h-ln--f"
            x1={pct(x(b.date))}
            y1={y(a.value).toFixed(1)}
            x2={pct(x(b.date))}
            y2={y(b.value).toFixed(1)}
          />
        </g>
      ))}
      {known.length <= 14
        ? known.map((p) => (
            <circle key={p.date} className="h-dot" cx={pct(x(p.date))} cy={y(p.value).toFixed(1)} r="3" />
          ))
        : [<circle key="now" className="h-dot" cx={pct(nowX)} cy={nowY.toFixed(1)} r="3" />]}
      {baseline !== undefined && baseline !== latest && nowX - x(baseline.date) > 14 && (
        <text
          className="h-t h-t--2"
          x={pct(x(baseline.date))}
          dx="6"
          y={Math.min(124, lowest(baseline) + 17).toFixed(1)}
        >
          {format(baseline.value)}
        </text>
      )}
      <text
        className={nowX < 12 ? "h-t h-t--b" : "h-t h-t--b h-c"}
        x={pct(nowX)}
        y={(nowY > 100 ? nowY - 9 : nowY + 19).toFixed(1)}
      >
        {format(latest.value)}
      </text>
      {lastPlan !== undefined && (
        <>
          <circle className="h-dot--o" cx={pct(x(lastPlan.date))} cy={y(lastPlan.value).toFixed(1)} r="3.5" />
          {Math.abs(y(lastPlan.value) - targetY) > 3 && (
            <text
              className="h-t"
              x={pct(x(lastPlan.date))}
              dx="9"
              y={(Math.abs(y(lastPlan.value) - targetY) < 16 ? targetY + 20 : y(lastPlan.value) + 5).toFixed(1)}
            >
              {format(lastPlan.value)}
            </text>
          )}
        </>
      )}
    </svg>
  );
}

/** Neighbours of a list. */
function pairs<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.slice(1).flatMap((b, i) => {
    const a = list[i];
    return a === undefined ? [] : [[a, b] as const];
  });
}
