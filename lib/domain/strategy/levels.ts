/** True for a whole level of the Munich score, 1 to 5. */
export function isMunichLevel(value: number): value is 1 | 2 | 3 | 4 | 5 {
  return Number.isInteger(value) && value >= 1 && value <= 5;
}
