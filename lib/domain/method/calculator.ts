import { evaluate } from "./evaluate";
import { answersFromQuery, type RefusedAnswer } from "./query";
import { customWeighting, redhatReadiness } from "./redhat-readiness-2025";
import { clausesFromShares, secNumCloud, type ClauseResult, type Share } from "./secnumcloud-19.6-3.2";
import type { Answers, Method, MethodResult } from "./types";
import { applyVariants, configure, parametersOf } from "./variants";

type Query = Readonly<Record<string, unknown>>;

/** Is a floor on the level of a pair reached? `open` while answers are missing that decide. */
export interface FloorVerdict {
  readonly floor: number;
  readonly verdict: "reached" | "missed" | "open";
}

/** What an address asks a method to compute. */
export interface Calculation {
  /** The method in the readings chosen. */
  readonly method: Method;
  readonly answers: Answers;
  /** Answers and parameters that the method does not have; they count as not given. */
  readonly refused: readonly RefusedAnswer[];
  /** Readings in force by parameter; `custom` for a weighting of one's own. */
  readonly readings: Readonly<Record<string, string>>;
  /** Weights of an own weighting by group, as given. */
  readonly weights: Readonly<Record<string, string>>;
  /** As given, for methods that pair a score with a level. */
  readonly floor: number | null;
  /** For SecNumCloud: what the shares given say; null when none are. */
  readonly shares: ClauseResult | null;
  /** Something was asked at all. */
  readonly asked: boolean;
}

const textOf = (query: Query, name: string): string => {
  const given = Object.hasOwn(query, name) ? query[name] : undefined;
  return String((Array.isArray(given) ? given[0] : given) ?? "").trim();
};

/**
 * Reads answers, readings (`transcription=B`), an own weighting (`weighting=custom&w.data=2`), a floor (`floor=2`) and
 * shares (`holder.1=…&percent.1=…&eu.1=no&seat-in-eu=yes&veto=no`) from the parameters of an address.
 */
export function calculationFromQuery(method: Method, query: Query): Calculation {
  const { answers: given, refused: wrong } = answersFromQuery(method, query);
  const refused = [...wrong];
  const readings: Record<string, string> = { ...method.defaults };
  for (const [parameter, variants] of parametersOf(method)) {
    const value = textOf(query, parameter);
    if (value === "") continue;
    if (variants.some(({ id }) => id === value) || (value === "custom" && weighable(method, parameter)))
      readings[parameter] = value;
    else refused.push({ criterion: parameter, value: value.slice(0, 40) });
  }
  const own = Object.values(readings).includes("custom");
  const weights = weightsOf(method, query);
  const published = Object.fromEntries(Object.entries(readings).filter(([, id]) => id !== "custom"));
  const configured = configure(method, published).method ?? method;
  const shares = method.id === secNumCloud.id ? sharesOf(query) : null;
  const floor = floorOf(method, textOf(query, "floor"));
  if (floor === null && method.pair && textOf(query, "floor") !== "")
    refused.push({ criterion: "floor", value: textOf(query, "floor").slice(0, 40) });
  // What is answered by hand goes before what the shares say.
  const answers = shares === null ? given : { ...shares.answers, ...given };
  return {
    method: own
      ? applyVariants(configured, [customWeighting(Object.values(weights).map((one) => numberOf(one) ?? 1))])
      : configured,
    answers,
    refused,
    readings,
    weights,
    floor,
    shares,
    asked: Object.keys(answers).length > 0 || refused.length > 0,
  };
}

/** Only Red Hat's questionnaire has a weighting of one's own. */
export const weighable = (method: Pick<Method, "id">, parameter: string): boolean =>
  method.id === redhatReadiness.id && parameter === "weighting";

const numberOf = (text: string): number | null => {
  const value = Number(text.replace(",", "."));
  return text !== "" && Number.isFinite(value) ? value : null;
};

function weightsOf(method: Method, query: Query): Record<string, string> {
  const [output] = method.outputs;
  if (!weighable(method, "weighting") || output?.rule.kind !== "grouped") return {};
  return Object.fromEntries(output.rule.groups.map(({ id }) => [id, textOf(query, `w.${id}`).slice(0, 10)]));
}

function floorOf(method: Method, text: string): number | null {
  const scale = method.outputs.find(({ id }) => id === method.pair?.with)?.scale;
  const value = numberOf(text.replace(/^SEAL-?/i, ""));
  if (scale === undefined || value === null || !Number.isInteger(value)) return null;
  return value >= scale.min && value <= scale.max ? value : null;
}

/** Rows of holders that a form offers. */
export const SHARE_ROWS = [1, 2, 3, 4, 5] as const;

const yesNo = (text: string): boolean | null => (text === "yes" ? true : text === "no" ? false : null);

function sharesOf(query: Query): ClauseResult | null {
  const rows = SHARE_ROWS.map((row) => ({
    holder: textOf(query, `holder.${row}`).slice(0, 200),
    percent: textOf(query, `percent.${row}`),
    inEu: yesNo(textOf(query, `eu.${row}`)),
  })).filter(({ holder, percent }) => holder !== "" || percent !== "");
  const seat = textOf(query, "seat-in-eu");
  const veto = textOf(query, "veto");
  const none = textOf(query, "no-holders") !== "";
  if (rows.length === 0 && seat === "" && veto === "" && !none) return null;
  const shares = rows.map(({ holder, percent, inEu }): Share => ({
    holder: holder === "" ? null : holder,
    // What is no number stays as it is, so that it is named as a problem.
    percent: percent === "" ? null : (numberOf(percent) ?? (percent as unknown as number)),
    inEu,
  }));
  return clausesFromShares({
    seatInEu: yesNo(seat),
    shares: rows.length === 0 && !none ? null : shares,
    vetoOrAppointmentRight: yesNo(veto),
  });
}

/** Where the level of a pair stands against a floor. */
export function floorVerdict(method: Method, result: MethodResult, floor: number | null): FloorVerdict | null {
  const level = result.outputs.find(({ output }) => output === method.pair?.with);
  if (floor === null || level === undefined) return null;
  const { best, worst } = level.range;
  return { floor, verdict: worst >= floor ? "reached" : best < floor ? "missed" : "open" };
}

/** A worked example as the parameters of an address. */
export function exampleQuery({ answers, with: readings = {} }: Method["examples"][number]): string {
  return new URLSearchParams({ ...answers, ...readings }).toString();
}

/** A worked example computed now, in its readings. */
export function computeExample(method: Method, example: Method["examples"][number]): MethodResult {
  return evaluate(configure(method, example.with ?? {}).method ?? method, example.answers);
}
