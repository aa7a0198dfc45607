import type { PortfolioRow } from "../service/types";
import type { By } from "./metric-definitions";

/**
 * What a row weighs, in whole units (services, cents, users); null = unknown, never zero.
 * Whole cents keep sums exact, so that the order of rows and the way they are split cannot change a total.
 */
export function unitsOf(row: PortfolioRow, by: By): number | null {
  if (by === "count") return 1;
  if (by === "users") return row.users;
  return row.costPerYear === null ? null : Math.round(row.costPerYear * 100);
}

/** Whole units back to services, euro or users. */
export function fromUnits(units: number, by: By): number {
  return by === "cost" ? units / 100 : units;
}
