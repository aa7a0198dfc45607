import { formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { ChartLink, NoData, pct } from "./parts";

export interface Bin {
  readonly count: number;
  readonly href?: string;
}

export interface Histogram10Props {
  readonly t: Translator;
  /** Finding in words, for screen readers. */
  readonly title: string;
  /** Ten bins of ten points: 0–9, 10–19, … 90–100. */
  readonly bins: readonly Bin[];
  readonly unknown: Bin;
  /** Median of the known values, 0–100; `null` when none is known. */
  readonly median: number | null;
}

const X0 = 14;
const STEP = 8.6;
const WIDTH = 7.9;
const BASE = 112;
const TALLEST = 84;
const BANDS = ["E", "D", "C", "B", "A"] as const;

/** Height in px: proportional, at least 2 px for anything that exists. */
export function barHeight(count: number, max: number): number {
  return count <= 0 || max <= 0 ? 0 : Math.max(2, Math.round((count / max) * TALLEST));
}

/** Distribution of one dimension over 0–100 in bands E to A; unknown stands apart on the left, the triangle is the median. */
export function Histogram10({ t, title, bins, unknown, median }: Histogram10Props) {
  const max = Math.max(unknown.count, ...bins.map((b) => b.count), 0);
  if (max === 0) return <NoData title={title} text={t("charts.noData")} />;
  const unknownHeight = barHeight(unknown.count, max);
  const number = (n: number) => formatNumber(n, t.locale);
  return (
    <svg className="h-chart h-ch-150" role="group" aria-label={title}>
      {bins.map((bin, i) => {
        if (bin.count === 0) return null;
        const height = barHeight(bin.count, max);
        const x = X0 + i * STEP + 0.35;
        const label = t("charts.binPart", { from: i * 10, to: i === 9 ? 100 : i * 10 + 9, count: bin.count });
        return (
          <ChartLink key={i} href={bin.href} label={label}>
            <rect
              className={`h-seg h-f${5 - Math.floor(i / 2)}`}
              x={pct(x)}
              y={BASE - height}
              width={pct(WIDTH)}
              height={height}
            />
            <text className="h-t h-c" x={pct(x + WIDTH / 2)} y={BASE - height - 5}>
              {number(bin.count)}
            </text>
          </ChartLink>
        );
      })}
      <ChartLink
        href={unknown.count > 0 ? unknown.href : undefined}
        label={t("charts.binUnknown", { count: unknown.count })}
      >
        <rect className="h-ubar" x="0.35%" y={BASE - unknownHeight} width={pct(WIDTH)} height={unknownHeight} />
        <text className="h-t h-t--2 h-c" x="4.30%" y={BASE - unknownHeight - 5}>
          {number(unknown.count)}
        </text>
      </ChartLink>
      <g aria-hidden="true">
        <text className="h-t h-t--2 h-c" x="4.30%" y="132">
          ?
        </text>
        {BANDS.map((band, i) => (
          <text key={band} className="h-t h-t--b h-c" x={pct(X0 + STEP * (2 * i + 1))} y="132">
            {band}
          </text>
        ))}
        {[20, 40, 60, 80].map((value) => (
          <g key={value}>
            <line className="h-ax" x1={pct(X0 + value * 0.86)} x2={pct(X0 + value * 0.86)} y1={BASE} y2="118" />
            <text className="h-t h-t--2 h-c" x={pct(X0 + value * 0.86)} y="148">
              {value}
            </text>
          </g>
        ))}
        <text className="h-t h-t--2" x={pct(X0)} y="148">
          0
        </text>
        <text className="h-t h-t--2 h-e" x="100%" y="148">
          100
        </text>
        <line className="h-ax" x1="0" x2="8.60%" y1="112.5" y2="112.5" />
        <line className="h-ax" x1={pct(X0)} x2="100%" y1="112.5" y2="112.5" />
      </g>
      {median !== null && (
        <svg x={pct(X0 + Math.min(100, Math.max(0, median)) * 0.86)} y={BASE} width="1" height="1">
          <path className="h-dot" d="M0 1 L5 8 L-5 8 Z" />
        </svg>
      )}
    </svg>
  );
}

/** Name of the dimension and its median, above a histogram. */
export function HistogramCaption({
  t,
  name,
  median,
}: {
  readonly t: Translator;
  readonly name: string;
  readonly median: number | null;
}) {
  return (
    <figcaption className="h-figcap">
      <strong className="h-strong">{name}</strong>
      <span className="h-figcap__r">
        {median === null ? t("charts.medianNone") : t("charts.median", { value: formatNumber(median, t.locale) })}
      </span>
    </figcaption>
  );
}
