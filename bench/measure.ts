import { performance } from "node:perf_hooks";

export interface Timing {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Runs two things in turn, A B A B …, after a warm-up, so that a drifting machine disturbs both alike.
 * Times in milliseconds.
 * @param before what is done before each run of the product, untimed
 */
export async function sideBySide(
  rounds: number,
  product: () => Promise<unknown>,
  floor: () => Promise<unknown>,
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<{ product: Timing; floor: Timing }> {
  for (let round = 0; round < Math.min(3, rounds); round++) {
    await before();
    await product();
    await floor();
  }
  const taken = { product: [] as number[], floor: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    await before();
    taken.product.push(await time(product));
    taken.floor.push(await time(floor));
  }
  return { product: summary(taken.product), floor: summary(taken.floor) };
}

export async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function summary(values: readonly number[]): Timing {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** One line of the report; `bound` = what the product may take, from the floor. */
export function line(
  name: string,
  measured: { product: Timing; floor: Timing },
  bound?: (floor: number) => number,
): string {
  const { product, floor } = measured;
  const ms = (value: number) => `${value.toFixed(value < 100 ? 1 : 0)} ms`.padStart(10);
  const limit = bound?.(floor.median);
  const verdict =
    limit === undefined
      ? ""
      : product.median <= limit
        ? `   within ${limit.toFixed(0)} ms`
        : `   ABOVE ${limit.toFixed(0)} ms`;
  return (
    `${name.padEnd(34)}${ms(product.median)} (${product.min.toFixed(0)}–${product.max.toFixed(0)})`.padEnd(66) +
    `floor ${ms(floor.median)} (${floor.min.toFixed(0)}–${floor.max.toFixed(0)})   × ${(product.median / floor.median).toFixed(1)}${verdict}`
  );
}
