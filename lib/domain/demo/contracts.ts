import type { YesNo, YesPartlyNo } from "../facts";
import type { ContractFacts } from "../service/types";
import type { ContractPattern } from "./types";
import type { Random } from "./random";

interface Pattern {
  readonly starts: readonly string[];
  readonly ends: readonly (string | null)[];
  readonly notice: readonly (number | null)[];
  readonly exitClause: Readonly<Partial<Record<YesNo | "open", number>>>;
  readonly dataReturn: Readonly<Partial<Record<YesNo | "open", number>>>;
  readonly securityUpdates: Readonly<Partial<Record<YesNo | "open", number>>>;
  readonly skills: Readonly<Partial<Record<YesPartlyNo | "open", number>>>;
}

/*
 * Terms as they are usual in German municipalities. `open` = nobody has stated it: exit clauses are what is most often
 * missing in real contract files, so they have the most holes here.
 */
const PATTERNS: Readonly<Record<ContractPattern, Pattern>> = {
  A: {
    starts: ["2017-01-01", "2018-07-01", "2019-01-01", "2020-04-01", "2021-01-01"],
    ends: ["2028-06-30", "2028-12-31", "2028-12-31", "2029-12-31", "2030-12-31"],
    notice: [3, 6, 6, 6, 6, null],
    exitClause: { yes: 10, no: 60, open: 30 },
    dataReturn: { yes: 20, no: 45, open: 35 },
    securityUpdates: { yes: 85, no: 3, open: 12 },
    skills: { yes: 25, partly: 45, no: 15, open: 15 },
  },
  B: {
    starts: ["2023-07-01", "2024-01-01", "2024-10-01", "2025-04-01"],
    ends: ["2028-06-30", "2028-09-30", "2028-12-31", "2029-06-30", null],
    notice: [3, 3, 6, null],
    exitClause: { yes: 45, no: 30, open: 25 },
    dataReturn: { yes: 60, no: 15, open: 25 },
    securityUpdates: { yes: 90, open: 10 },
    skills: { yes: 20, partly: 40, no: 25, open: 15 },
  },
  C: {
    starts: ["2024-06-01"],
    ends: ["2027-05-31"],
    notice: [3],
    exitClause: { no: 100 },
    dataReturn: { no: 70, open: 30 },
    securityUpdates: { yes: 100 },
    skills: { yes: 80, partly: 20 },
  },
  D: {
    starts: ["2008-01-01", "2012-01-01", "2015-01-01", "2018-01-01"],
    ends: ["2028-12-31", "2029-12-31", "2029-12-31", "2029-12-31", "2030-12-31", null],
    notice: [12, 12, 12, 12, null],
    exitClause: { yes: 10, no: 40, open: 50 },
    dataReturn: { yes: 30, no: 25, open: 45 },
    securityUpdates: { yes: 80, open: 20 },
    skills: { yes: 10, partly: 35, no: 35, open: 20 },
  },
  E: {
    starts: ["2023-04-01", "2024-01-01", "2025-01-01"],
    ends: ["2028-03-31", "2028-12-31", "2029-12-31"],
    notice: [0, 0, 0, null],
    exitClause: { no: 60, open: 40 },
    dataReturn: { no: 50, open: 50 },
    securityUpdates: { yes: 85, open: 15 },
    skills: { yes: 45, partly: 40, open: 15 },
  },
  F: {
    starts: ["2024-01-01", "2025-01-01", "2026-01-01"],
    ends: ["2028-03-31", "2028-06-30", "2028-12-31"],
    notice: [3, 3, 1],
    exitClause: { yes: 70, no: 10, open: 20 },
    dataReturn: { yes: 75, open: 25 },
    securityUpdates: { yes: 95, open: 5 },
    skills: { yes: 65, partly: 25, open: 10 },
  },
  G: {
    starts: ["2019-01-01", "2021-01-01", "2023-01-01"],
    ends: [null],
    notice: [null],
    exitClause: { no: 60, open: 40 },
    dataReturn: { yes: 10, no: 40, open: 50 },
    securityUpdates: { yes: 70, open: 30 },
    skills: { partly: 20, no: 50, open: 30 },
  },
  H: {
    starts: [],
    ends: [null],
    notice: [null],
    exitClause: { no: 40, open: 60 },
    dataReturn: { no: 40, open: 60 },
    securityUpdates: { yes: 40, no: 20, open: 40 },
    skills: { yes: 30, partly: 40, open: 30 },
  },
};

const orNull = <V extends string>(value: V | "open"): V | null => (value === "open" ? null : value);

/** Contract terms after the pattern; cost is left to the caller. */
export function contractTerms(
  pattern: ContractPattern,
  random: Random,
): Omit<ContractFacts, "costPerYear"> & { readonly skills: YesPartlyNo | null } {
  const terms = PATTERNS[pattern];
  return {
    start: terms.starts.length === 0 ? null : random.pick(terms.starts),
    end: random.pick(terms.ends),
    noticeMonths: random.pick(terms.notice),
    exitClause: orNull(random.weighted(terms.exitClause)),
    dataReturnClause: orNull(random.weighted(terms.dataReturn)),
    securityUpdates: orNull(random.weighted(terms.securityUpdates)),
    skills: orNull(random.weighted(terms.skills)),
  };
}
