/*
 * A small source of repeatable "chance": mulberry32 (Tommy Ettinger, public domain), seeded from numbers and texts.
 * The same seed gives the same values on every machine.
 */

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with the probability given. */
  chance(probability: number): boolean;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T;
  /** One of the keys, in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
  /** Log-normal around the median; sigma 1 means a factor of 2.7 either way is usual. */
  logNormal(median: number, sigma: number): number;
}

/** Hash of the parts (FNV-1a, 32 bit). */
function hash(...parts: readonly (string | number)[]): number {
  let value = 0x811c9dc5;
  for (const char of parts.join("\u0000")) {
    value ^= char.codePointAt(0) ?? 0;
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** A random source for the parts; independent of how many values others have drawn. */
export function random(...parts: readonly (string | number)[]): Random {
  let state = hash(...parts);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => {
      const entries = Object.entries(weights) as [K, number][];
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) if ((rest -= weight) < 0) return key;
      throw new RangeError("no weights");
    },
    // Box–Muller; 1 − next() is never 0.
    logNormal: (median, sigma) =>
      median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
}

/**
 * The `share` of the items (rounded) that a repeatable draw picks. An item of double weight is drawn about twice as often;
 * weight 0 never.
 */
export function drawShare<T>(
  items: readonly T[],
  share: number,
  key: (item: T) => string,
  weight: (item: T) => number,
  seed: string,
): Set<T> {
  const ranked = items
    .filter((item) => weight(item) > 0)
    .map((item) => ({ item, rank: -Math.log(1 - random(seed, key(item)).next()) / weight(item) }))
    .sort((a, b) => a.rank - b.rank);
  return new Set(ranked.slice(0, Math.round(items.length * share)).map(({ item }) => item));
}
