/** Bands and histogram bins of the three dimensions of hoheit-profile (0 to 100, 100 = sovereign). */

export const DIMENSIONS = ["freedom", "jurisdiction", "openness"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const BANDS = ["A", "B", "C", "D", "E"] as const;
export type Band = (typeof BANDS)[number];

/** Ten points wide; the last bin includes 100. */
export const POINT_BINS = [
  "0-9",
  "10-19",
  "20-29",
  "30-39",
  "40-49",
  "50-59",
  "60-69",
  "70-79",
  "80-89",
  "90-100",
] as const;
export type PointBin = (typeof POINT_BINS)[number];

/** A from 80, B from 60, C from 40, D from 20, E below (design section 4.2). */
export function bandOf(points: number): Band {
  if (points >= 80) return "A";
  if (points >= 60) return "B";
  if (points >= 40) return "C";
  return points >= 20 ? "D" : "E";
}

/** The bin of a value; bins are lower-inclusive, so 9.5 still belongs to `0-9`. */
export function binOf(points: number): PointBin {
  const index = Math.min(POINT_BINS.length - 1, Math.max(0, Math.floor(points / 10)));
  return POINT_BINS[index] ?? "90-100";
}
