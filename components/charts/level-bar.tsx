import { formatNumber, formatShare } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { ChartLink, NoData, partOf, pct } from "./parts";

export interface LevelPart {
  /** `12` = levels 1 and 2 published together (Munich). */
  readonly level: 1 | 2 | 3 | 4 | 5 | 12;
  readonly count: number;
  /** The services behind it. */
  readonly href?: string;
}

export interface LevelBarProps {
  readonly t: Translator;
  /** Whose distribution, bold above the bar. */
  readonly name: string;
  /** Beside the name on wide screens, e.g. "heute, 121 von 153 bewertet". */
  readonly detail?: string;
  /** The whole content in words, for screen readers. */
  readonly title: string;
  readonly parts: readonly LevelPart[];
  /** Outside the 100 %: drawn hatched on the same scale beside the bar. */
  readonly notAssessed: { readonly count: number; readonly href?: string };
}

const GAP = 2;
/** When more is open than assessed, the open part keeps this width and says that it is not to scale. */
const OPEN_WIDTH = 21;

export interface LevelGeometry {
  readonly assessed: number;
  readonly ratedWidth: number;
  readonly openX: number;
  readonly openWidth: number;
  readonly toScale: boolean;
  readonly segments: readonly (LevelPart & { readonly x: number; readonly width: number })[];
}

/** Places of all parts in percent, level 5 on the left. Rated parts, gap and open part fill 100 %. */
export function levelGeometry(parts: readonly LevelPart[], open: number): LevelGeometry {
  const assessed = parts.reduce((sum, part) => sum + part.count, 0);
  const gap = assessed > 0 && open > 0 ? GAP : 0;
  const toScale = open <= assessed;
  const ratedWidth =
    assessed === 0
      ? 0
      : open === 0
        ? 100
        : toScale
          ? partOf(assessed, assessed + open) * ((100 - gap) / 100)
          : 100 - gap - OPEN_WIDTH;
  const rank = (level: LevelPart["level"]) => (level === 12 ? 2 : level);
  let x = 0;
  const segments = [...parts]
    .sort((a, b) => rank(b.level) - rank(a.level))
    .map((part) => {
      const width = (partOf(part.count, assessed) * ratedWidth) / 100;
      const segment = { ...part, x, width };
      x += width;
      return segment;
    });
  return {
    assessed,
    ratedWidth,
    openX: ratedWidth + gap,
    openWidth: open === 0 ? 0 : 100 - ratedWidth - gap,
    toScale,
    segments,
  };
}

/** Distribution over the Munich levels, dependent left, sovereign right; not assessed always drawn, hatched. */
export function LevelBar({ t, name, detail, title, parts, notAssessed }: LevelBarProps) {
  const g = levelGeometry(parts, notAssessed.count);
  if (g.assessed === 0 && notAssessed.count === 0) return <NoData title={title} text={t("charts.noData")} />;
  const share = (count: number) => formatShare(count, g.assessed, t.locale);
  const best = g.segments.filter((s) => s.level === 1 || s.level === 2 || s.level === 12);
  const bestCount = best.reduce((sum, s) => sum + s.count, 0);
  const bestX = g.ratedWidth - best.reduce((sum, s) => sum + s.width, 0);
  const openMiddle = g.openX + g.openWidth / 2;
  return (
    <svg className="h-chart h-ch-130" role="group" aria-label={title}>
      <text className="h-t h-t--b" x="0" y="18">
        {name}
        {detail !== undefined && (
          <tspan className="h-t--2 h-t--n h-wide" dx="8">
            {detail}
          </tspan>
        )}
      </text>
      {bestCount > 0 && (
        <>
          <line className="h-ax" x1={pct(bestX)} x2={pct(g.ratedWidth)} y1="33.5" y2="33.5" />
          <line className="h-ax" x1={pct(bestX)} x2={pct(bestX)} y1="33.5" y2="39" />
          <line className="h-ax" x1={pct(g.ratedWidth)} x2={pct(g.ratedWidth)} y1="33.5" y2="39" />
        </>
      )}
      {g.assessed > 0 && (
        <text className="h-t h-t--b h-e" x={pct(g.ratedWidth)} y="18">
          <tspan className="h-wide">{t("charts.bestTwo")}: </tspan>
          <tspan className="h-narrow">{t("charts.bestTwoShort")}: </tspan>
          {share(bestCount)}
        </text>
      )}
      {g.segments
        .filter((s) => s.count > 0)
        .map((s) => (
          <ChartLink
            key={s.level}
            href={s.href}
            label={t("charts.levelPart", {
              level: s.level === 12 ? t("charts.oneAndTwo") : s.level,
              count: s.count,
              total: g.assessed,
              share: share(s.count),
            })}
          >
            <rect className={`h-seg h-seg--in h-f${s.level}`} x={pct(s.x)} y="42" width={pct(s.width)} height="44" />
            {s.width >= 3 && (
              <text className={`h-t h-t--l h-c h-on${s.level === 12 ? 2 : s.level}`} x={pct(s.x + s.width / 2)} y="69">
                {s.level === 12 ? t("charts.oneAndTwo") : s.level}
              </text>
            )}
          </ChartLink>
        ))}
      {g.assessed > 0 && <rect className="h-outline" x="0" y="42" width={pct(g.ratedWidth)} height="44" />}
      <g aria-hidden="true">
        {g.segments
          .filter((s) => s.width >= 3)
          .map((s) => (
            <SegmentLabel
              key={s.level}
              x={s.x + s.width / 2}
              share={share(s.count)}
              count={formatNumber(s.count, t.locale)}
              tight={s.width < 10}
            />
          ))}
      </g>
      {notAssessed.count > 0 && (
        <>
          <ChartLink href={notAssessed.href} label={t("charts.notAssessedPart", { count: notAssessed.count })}>
            <rect className="h-ubar" x={pct(g.openX)} y="42" width={pct(g.openWidth)} height="44" />
          </ChartLink>
          <g aria-hidden="true">
            <text
              className={openMiddle > 94 ? "h-t h-t--2 h-e" : "h-t h-t--2 h-c"}
              x={pct(openMiddle > 94 ? 100 : openMiddle)}
              y="105"
            >
              <tspan className="h-wide">{t("charts.notAssessed")}</tspan>
              <tspan className="h-narrow">{t("charts.notAssessedShort")}</tspan>
            </text>
            <text
              className={openMiddle > 94 ? "h-t h-t--2 h-e" : "h-t h-t--2 h-c"}
              x={pct(openMiddle > 94 ? 100 : openMiddle)}
              y="123"
            >
              {formatNumber(notAssessed.count, t.locale)}
              {!g.toScale && g.assessed > 0 && <tspan className="h-wide">, {t("charts.notToScale")}</tspan>}
            </text>
          </g>
        </>
      )}
    </svg>
  );
}

/** Share and count below a part. On phones a narrow part drops the percent sign, a very narrow one both. */
function SegmentLabel({
  x,
  share,
  count,
  tight,
}: {
  readonly x: number;
  readonly share: string;
  readonly count: string;
  readonly tight: boolean;
}) {
  const digits = share.replace(/[\s\u202f]*%$/, "");
  return (
    <>
      <text className="h-t h-t--b h-c" x={pct(x)} y="105">
        {digits}
        <tspan className={tight ? "h-wide" : undefined}>{share.slice(digits.length)}</tspan>
      </text>
      <text className="h-t h-t--2 h-c" x={pct(x)} y="123">
        {count}
      </text>
    </>
  );
}

/** Which end is which, below the bars. */
export function LevelEnds({ t }: { readonly t: Translator }) {
  return (
    <div className="h-ends">
      <span>{t("charts.dependentEnd")}</span>
      <span className="h-ends__r">{t("charts.sovereignEnd")}</span>
    </div>
  );
}
