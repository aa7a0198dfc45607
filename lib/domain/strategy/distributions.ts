import type { PortfolioRow } from "../service/types";
import type { Band, Dimension, PointBin } from "./bands";
import type { MunichLevel, ServiceFilter } from "./filter";
import { BANDS, bandOf, binOf, DIMENSIONS, POINT_BINS } from "./bands";
import { MUNICH_LEVELS, queryWithin } from "./filter";

/** A number of services and the address (query part) that shows them; null when there can be none. */
export interface Figure {
  readonly count: number;
  readonly query: string | null;
}

export interface MunichDistribution {
  /** Level 1 (most sovereign) first. `share` of the assessed services, null without any. */
  readonly levels: readonly (Figure & { readonly level: MunichLevel; readonly share: number | null })[];
  readonly assessed: Figure;
  readonly notAssessed: Figure;
  readonly total: number;
  /** Level 1 or 2. */
  readonly good: Figure & { readonly share: number | null };
  /** Lowest and highest share of level 1 and 2 of all services that is still possible if all were assessed. */
  readonly ifAllAssessed: { readonly low: number; readonly high: number } | null;
}

const GOOD_LEVEL = 2;

/** Services by level of the Munich score. `rows` are those of the portfolio in `scope`. */
export function munichDistribution(rows: readonly PortfolioRow[], scope: ServiceFilter): MunichDistribution {
  const counts = new Map<MunichLevel, number>();
  let [assessed, low, high] = [0, 0, 0];
  for (const { munich } of rows) {
    // Level 1 is best: `best` is the smallest level still possible, `worst` the largest.
    if ((munich.value ?? munich.worst) <= GOOD_LEVEL) low += 1;
    if ((munich.value ?? munich.best) <= GOOD_LEVEL) high += 1;
    if (munich.value === null) continue;
    assessed += 1;
    const level = MUNICH_LEVELS[Math.round(munich.value) - 1];
    if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const share = (count: number): number | null => (assessed === 0 ? null : count / assessed);
  const good = (counts.get("1") ?? 0) + (counts.get("2") ?? 0);
  return {
    levels: MUNICH_LEVELS.map((level) => ({
      level,
      count: counts.get(level) ?? 0,
      share: share(counts.get(level) ?? 0),
      query: queryWithin(scope, { munich: [level] }),
    })),
    assessed: { count: assessed, query: queryWithin(scope, { munich: MUNICH_LEVELS }) },
    notAssessed: { count: rows.length - assessed, query: queryWithin(scope, { munich: ["none"] }) },
    total: rows.length,
    good: { count: good, share: share(good), query: queryWithin(scope, { munich: ["1", "2"] }) },
    ifAllAssessed: rows.length === 0 ? null : { low: low / rows.length, high: high / rows.length },
  };
}

export interface DimensionDistribution {
  readonly dimension: Dimension;
  readonly bins: readonly (Figure & { readonly bin: PointBin; readonly band: Band })[];
  /** A (most sovereign) first. */
  readonly bands: readonly (Figure & { readonly band: Band })[];
  /** Of complete values only; null without any. */
  readonly median: number | null;
  readonly complete: number;
  readonly unknown: Figure;
}

/** Middle of the values; with an even number the mean of the two middle ones; null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** How the services spread over 0 to 100, once per dimension; the dimensions are never combined. */
export function dimensionDistributions(
  rows: readonly PortfolioRow[],
  scope: ServiceFilter,
): readonly DimensionDistribution[] {
  return DIMENSIONS.map((dimension) => {
    const values = rows.flatMap((row) => (row[dimension].value === null ? [] : [row[dimension].value]));
    const tally = <K extends string>(of: (points: number) => K): ReadonlyMap<K, number> => {
      const counts = new Map<K, number>();
      for (const value of values) counts.set(of(value), (counts.get(of(value)) ?? 0) + 1);
      return counts;
    };
    const [byBin, byBand] = [tally(binOf), tally(bandOf)];
    return {
      dimension,
      bins: POINT_BINS.map((bin, index) => ({
        bin,
        band: bandOf(index * 10),
        count: byBin.get(bin) ?? 0,
        query: queryWithin(scope, { [`${dimension}Points`]: [bin] }),
      })),
      bands: BANDS.map((band) => ({
        band,
        count: byBand.get(band) ?? 0,
        query: queryWithin(scope, { [dimension]: [band] }),
      })),
      median: median(values),
      complete: values.length,
      unknown: { count: rows.length - values.length, query: queryWithin(scope, { [dimension]: ["unknown"] }) },
    };
  });
}
