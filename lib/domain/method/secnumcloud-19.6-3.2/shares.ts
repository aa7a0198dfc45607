import type { Answers } from "../types";

/** Largest share of capital or votes that a single holder from outside the EU may have, in percent. */
const SINGLE_CAP = 24;
/** Largest sum of the shares of all holders from outside the EU, in percent. */
const TOTAL_CAP = 39;
/** By how much rounded shares may add up to more than 100 %. */
const ROUNDING = 0.5;

export type Clause = "seat" | "single-share" | "total-share" | "control-right";

/** A share of capital or of votes, whichever is larger, held directly or indirectly. */
export interface Share {
  readonly holder: string | null;
  readonly percent: number | null;
  /** Does the holder itself have its seat in the EU? null = not known. */
  readonly inEu: boolean | null;
}

/** Who owns and controls a provider. null or absent = not known, everywhere. */
export interface SharesInput {
  /** Statutory seat, central administration or main establishment in a state of the EU. */
  readonly seatInEu?: boolean | null;
  /** An empty list states that there is no holder to name; null = nothing is known about the holders. */
  readonly shares?: readonly Share[] | null;
  /** Does a holder from outside the EU have a veto, or appoint the majority of a governing body? */
  readonly vetoOrAppointmentRight?: boolean | null;
}

export interface ShareProblem {
  /** Where it is, e.g. `shares[0].percent`. */
  readonly path: string;
  readonly problem:
    | "not-yes-or-no"
    | "not-a-list"
    | "not-a-share"
    | "holder-missing"
    | "percent-invalid"
    | "seat-contradicts"
    | "sum-above-100";
  /** What was given; empty where nothing was. */
  readonly value: string;
  /** For developers, in English. */
  readonly reason: string;
}

export interface ClauseResult {
  readonly answers: Answers;
  /** The largest holder known to be outside the EU; null when there is none with a known share. */
  readonly largest: { readonly holder: string; readonly percent: number } | null;
  /** Sum of the known shares of holders known to be outside the EU, in percent. */
  readonly total: number;
  /** What the list leaves open of 100 %: not named, or without a percentage. Counts as not held from outside the EU. */
  readonly unlisted: number;
  /** Clauses that are certainly not met. */
  readonly failing: readonly Clause[];
  /** What is wrong with the input, none when it can be used as it is. What is not known is no fault. */
  readonly problems: readonly ShareProblem[];
}

/** Decimal sums: 0.1 + 0.2 is 0.3, so that a cap is exceeded by a share only and never by its binary form. */
const decimal = (value: number): number => Math.round(value * 1e6) / 1e6;
const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
const isPercent = (value: unknown): value is number => typeof value === "number" && value >= 0 && value <= 100;
const written = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "");

interface Row {
  readonly index: number;
  /** Empty = not named. */
  readonly name: string;
  readonly percent: number | null;
  readonly inEu: boolean | null;
}

interface Holder {
  /** Its first row. */
  readonly index: number;
  /** Empty for a row without a name: it may be anybody, also one of the named. */
  readonly name: string;
  readonly inEu: boolean | null;
  readonly contradicts: boolean;
  /** Sum of the known percentages. */
  readonly percent: number;
  /** A row has no usable percentage. */
  readonly incomplete: boolean;
}

/**
 * The rows that can be read, and what is wrong with the rest. Input may come straight from a file: what cannot be read
 * counts as not known, and is named as a problem.
 */
function read(input: SharesInput): {
  readonly rows: readonly Row[] | null;
  readonly problems: readonly ShareProblem[];
} {
  const problems: ShareProblem[] = [];
  const fault = (path: string, problem: ShareProblem["problem"], value: unknown, reason: string): void => {
    problems.push({ path, problem, value: isAbsent(value) ? "" : written(value), reason });
  };
  const yesNo = (path: string, value: unknown): void => {
    if (!isAbsent(value) && typeof value !== "boolean") fault(path, "not-yes-or-no", value, "true, false or null");
  };
  yesNo("seatInEu", input.seatInEu);
  yesNo("vetoOrAppointmentRight", input.vetoOrAppointmentRight);
  const list: unknown = input.shares;
  if (isAbsent(list)) return { rows: null, problems };
  if (!Array.isArray(list)) {
    fault("shares", "not-a-list", list, "a list of {holder, percent, inEu}");
    return { rows: null, problems };
  }
  const rows = list.map((given: unknown, index): Row => {
    const at = `shares[${index}]`;
    if (isAbsent(given) || typeof given !== "object") {
      fault(at, "not-a-share", given, "an object with holder, percent, inEu");
      return { index, name: "", percent: null, inEu: null };
    }
    const { holder, percent, inEu } = given as Readonly<Record<keyof Share, unknown>>;
    const name = typeof holder === "string" ? holder.trim() : "";
    if (name === "") fault(`${at}.holder`, "holder-missing", holder, "the name of the holder");
    if (!isAbsent(percent) && !isPercent(percent))
      fault(`${at}.percent`, "percent-invalid", percent, "a number from 0 to 100, or null");
    yesNo(`${at}.inEu`, inEu);
    return {
      index,
      name,
      percent: isPercent(percent) ? percent : null,
      inEu: typeof inEu === "boolean" ? inEu : null,
    };
  });
  for (const { contradicts, name, index } of holdersOf(rows))
    if (contradicts)
      fault(`shares[${index}].inEu`, "seat-contradicts", name, `${name} is both inside and outside the EU`);
  const sum = decimal(rows.reduce((total, { percent }) => total + (percent ?? 0), 0));
  if (sum > 100 + ROUNDING) fault("shares", "sum-above-100", sum, `the shares add up to ${sum} %`);
  return { rows, problems };
}

/** Rows of the same holder together, whatever their spelling in capitals and spaces. */
function holdersOf(rows: readonly Row[]): readonly Holder[] {
  const byHolder = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.name === "" ? `#${row.index}` : `=${row.name.toLowerCase().replace(/\s+/g, " ")}`;
    const list = byHolder.get(key);
    if (list) list.push(row);
    else byHolder.set(key, [row]);
  }
  return [...byHolder.values()].map((list): Holder => {
    const seats = new Set(list.map(({ inEu }) => inEu).filter((seat) => seat !== null));
    return {
      index: list[0]?.index ?? 0,
      name: list[0]?.name ?? "",
      inEu: seats.size === 1 ? seats.has(true) : null,
      contradicts: seats.size > 1,
      percent: decimal(list.reduce((sum, { percent }) => sum + (percent ?? 0), 0)),
      incomplete: list.some(({ percent }) => percent === null),
    };
  });
}

/** yes or no from what is certain, else unknown. `low` and `high`: the least and the most a share can come to. */
function capAnswer(low: number, high: number, cap: number): string {
  if (decimal(low) > cap) return "no";
  return decimal(high) > cap ? "unknown" : "yes";
}

const stated = (met: unknown): string => (met === true ? "yes" : met === false ? "no" : "unknown");
const sumOf = (list: readonly Holder[], of: (holder: Holder) => number): number =>
  list.reduce((total, holder) => total + of(holder), 0);

/**
 * Answers to the four clauses from who owns a provider, after SecNumCloud 3.2, section 19.6.
 * Only what is certain is answered: a share without a percentage, or a holder whose seat is not known, leaves a clause
 * unknown as long as it could still exceed the cap. Faulty input counts as not known and is named in `problems`.
 */
export function clausesFromShares(input: SharesInput): ClauseResult {
  const { rows, problems } = read(input);
  const holders = holdersOf(rows ?? []);
  const outside = holders.filter(({ inEu }) => inEu === false);
  const possible = holders.filter(({ inEu }) => inEu !== true);
  const most = ({ percent, incomplete }: Holder): number => (incomplete ? 100 : percent);

  const total = decimal(sumOf(outside, ({ percent }) => percent));
  const named = possible.filter(({ name }) => name !== "").map(most);
  const unnamed = sumOf(
    possible.filter(({ name }) => name === ""),
    most,
  );
  const least = Math.max(0, ...outside.map(({ percent }) => percent));
  const largest = outside.find(({ percent }) => percent > 0 && percent === least);
  const right = input.vetoOrAppointmentRight;
  const clauses: Readonly<Record<Clause, string>> = {
    seat: stated(input.seatInEu),
    "single-share": rows === null ? "unknown" : capAnswer(least, Math.max(0, ...named) + unnamed, SINGLE_CAP),
    "total-share": rows === null ? "unknown" : capAnswer(total, sumOf(possible, most), TOTAL_CAP),
    "control-right": stated(typeof right === "boolean" ? !right : null),
  };
  return {
    answers: clauses,
    largest: largest === undefined ? null : { holder: largest.name, percent: largest.percent },
    total,
    unlisted: Math.max(0, decimal(100 - sumOf(holders, ({ percent }) => percent))),
    failing: (["seat", "single-share", "total-share", "control-right"] as const).filter((id) => clauses[id] === "no"),
    problems,
  };
}
