import { markSymbol, STRIP_PLACES, type MarkState } from "@/components/ui/mark";
import type { Translator } from "@/lib/i18n";
import { NoData, pct } from "./parts";

export interface StepPoint {
  /** Date as shown, e.g. "12/24" or "heute". */
  readonly label: string;
  /** `null` with `state` unknown or unanswered. */
  readonly level: string | null;
  readonly state?: MarkState;
}

const ROW = 19;
const TOP = 18;
const MOST = 8;

/** First, last and every change, most recent ones when there are too many: what did not change needs no mark. */
export function turningPoints(points: readonly StepPoint[], most: number = MOST): readonly StepPoint[] {
  if (points.length <= most) return points;
  const kept = points.filter((p, i) => {
    const before = points[i - 1];
    return (
      i === 0 || i === points.length - 1 || before === undefined || p.level !== before.level || p.state !== before.state
    );
  });
  const first = kept[0];
  return kept.length <= most || first === undefined ? kept : [first, ...kept.slice(-(most - 1))];
}

/** Levels of one service over its snapshots, sovereign on top. Unknown and unanswered are drawn in their own line below. */
export function StepLine({
  t,
  title,
  kind,
  points,
}: {
  readonly t: Translator;
  readonly title: string;
  readonly kind: keyof typeof STRIP_PLACES;
  readonly points: readonly StepPoint[];
}) {
  const rows = [...STRIP_PLACES[kind]].reverse() as readonly string[];
  const shown = turningPoints(points);
  if (shown.length === 0) return <NoData title={title} text={t("charts.noData")} />;
  const step = shown.length > 1 ? 84 / (shown.length - 1) : 0;
  const x = (i: number) => (shown.length > 1 ? 12 + i * step : 54);
  const y = (level: string | null) => {
    const row = level === null ? -1 : rows.indexOf(level);
    return row < 0 ? null : TOP + row * ROW;
  };
  const wide = kind === "exposure";
  const nothing = shown.some((point) => y(point.level) === null);
  const below = TOP + rows.length * ROW;
  return (
    <svg className="h-chart h-ch-130" role="img" aria-label={title}>
      {rows.map((row, i) => (
        <g key={row}>
          <line className="h-gr" x1="8%" x2="100%" y1={TOP + i * ROW} y2={TOP + i * ROW} />
          <text className="h-t h-t--2" x="0" y={TOP + i * ROW + 5}>
            {row}
          </text>
        </g>
      ))}
      {shown.map((point, i) => {
        const next = shown[i + 1];
        const from = y(point.level);
        const to = next === undefined ? null : y(next.level);
        if (next === undefined || from === null || to === null) return null;
        return (
          <g key={`line${i}`}>
            <line className="h-ln" x1={pct(x(i))} x2={pct(x(i + 1))} y1={from} y2={from} />
            {from !== to && <line className="h-ln" x1={pct(x(i + 1))} x2={pct(x(i + 1))} y1={from} y2={to} />}
          </g>
        );
      })}
      {shown.map((point, i) => {
        const at = y(point.level);
        const state = point.state ?? (at === null ? "unanswered" : "value");
        const id = markSymbol(
          kind,
          at === null ? null : point.level,
          at === null && state === "value" ? "unanswered" : state,
        );
        return (
          <g key={`mark${i}`}>
            {id !== null && (
              <svg x={pct(x(i))} y={(at ?? below) - 12}>
                <use href={`#${id}`} x={wide ? -15 : -12} y="0" width={wide ? 30 : 24} height="24" />
              </svg>
            )}
            <text className="h-t h-t--2 h-c" x={pct(x(i))} y={nothing ? 142 : 126}>
              {point.label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
