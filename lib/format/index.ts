import { INTL_TAG, type Locale } from "@/lib/i18n/locale";

/** Shown wherever a value is missing: missing is not zero. */
export const MISSING = "–";
const MINUS = "\u2212";
const NARROW_SPACE = "\u202f";
const NO_BREAK_SPACE = "\u00a0";
/** Reports and lists of a German city state local time. */
const TIME_ZONE = "Europe/Berlin";

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, minimum: number, maximum: number): Intl.NumberFormat {
  const id = `${locale}:${minimum}:${maximum}`;
  let known = numberFormats.get(id);
  if (known === undefined) {
    known = new Intl.NumberFormat(INTL_TAG[locale], { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
    numberFormats.set(id, known);
  }
  return known;
}

/** Digits with the language's separators and a real minus; a rounded −0 loses its sign. */
function digitsOf(value: number, locale: Locale, minimum: number, maximum: number): string {
  const text = numberFormat(locale, minimum, maximum).format(value);
  const isZero = !/[1-9]/.test(text);
  return text.replace("-", isZero ? "" : MINUS);
}

export interface NumberOptions {
  /** Exactly this many decimals; without it at most one, trailing zero dropped. */
  readonly digits?: number;
  /** Write `+` before positive values and `±` before zero. */
  readonly sign?: boolean;
  /** Decimals at most, where none are demanded by `digits`; 1 when not given. */
  readonly maxDigits?: number;
}

function signOf(text: string): string {
  if (text.startsWith(MINUS)) return "";
  return /[1-9]/.test(text) ? "+" : "±";
}

/** A number for people. `null`, `undefined` and NaN are missing (`–`), never 0. */
export function formatNumber(value: number | null | undefined, locale: Locale, options: NumberOptions = {}): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const text = digitsOf(value, locale, options.digits ?? 0, options.digits ?? options.maxDigits ?? 1);
  return options.sign === true ? signOf(text) + text : text;
}

/** A ratio (0.48) as percent: `48 %` with a narrow no-break space in German, `48%` in English. Whole percent unless `digits` says more. */
export function formatPercent(ratio: number | null | undefined, locale: Locale, options: NumberOptions = {}): string {
  if (ratio === null || ratio === undefined || !Number.isFinite(ratio)) return MISSING;
  return (
    formatNumber(ratio * 100, locale, { digits: options.digits ?? 0, sign: options.sign ?? false }) +
    percentSign(locale)
  );
}

function percentSign(locale: Locale): string {
  return locale === "de" ? `${NARROW_SPACE}%` : "%";
}

/**
 * Share of a part in a whole as percent. `–` when the whole is 0 or unknown.
 * Only nothing is 0 % and only everything is 100 %: 1 of 500 is `< 1 %`, 499 of 500 is `> 99 %`.
 */
export function formatShare(part: number | null | undefined, whole: number | null | undefined, locale: Locale): string {
  if (part === null || part === undefined || whole === null || whole === undefined || !(whole > 0)) return MISSING;
  const rounded = Math.round((part / whole) * 100);
  if (rounded <= 0 && part > 0) return `<${NARROW_SPACE}1${percentSign(locale)}`;
  if (rounded >= 100 && part < whole) return `>${NARROW_SPACE}99${percentSign(locale)}`;
  return formatPercent(part / whole, locale);
}

export type MoneyUnit = "euro" | "thousand" | "million";

/** Amount in euros as people write it: `388.000 €`, `388 T€`, `11,1 Mio. €`; English `€388,000`, `€388k`, `€11.1m`. */
export function formatMoney(euros: number | null | undefined, locale: Locale, unit: MoneyUnit = "euro"): string {
  if (euros === null || euros === undefined || !Number.isFinite(euros)) return MISSING;
  const scaled = unit === "million" ? euros / 1_000_000 : unit === "thousand" ? euros / 1_000 : euros;
  const digits = unit === "million" ? 1 : unit === "euro" && !Number.isInteger(scaled) ? 2 : 0;
  const text = formatNumber(scaled, locale, { digits });
  if (locale === "de") {
    const label = unit === "million" ? "Mio.\u00a0€" : unit === "thousand" ? "T€" : "€";
    return `${text}${NO_BREAK_SPACE}${label}`;
  }
  const suffix = unit === "million" ? "m" : unit === "thousand" ? "k" : "";
  return text.startsWith(MINUS) ? `${MINUS}€${text.slice(1)}${suffix}` : `€${text}${suffix}`;
}

const DATE_ONLY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MONTHS_EN = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

interface Day {
  readonly year: string;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

function dayOf(value: string | Date): Day | null {
  if (typeof value === "string") {
    const match = DATE_ONLY.exec(value);
    if (match !== null) return { year: match[1] ?? "", month: match[2], day: match[3] };
  }
  const parts = berlinParts(value);
  return parts === null ? null : { year: parts.year, month: parts.month, day: parts.day };
}

function berlinParts(value: string | Date): Record<"year" | "month" | "day" | "hour" | "minute", string> | null {
  const date = typeof value === "string" ? new Date(value) : value;
  if (Number.isNaN(date.getTime())) return null;
  const parts = berlin.formatToParts(date);
  const get = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return { year: get("year"), month: get("month"), day: get("day"), hour: get("hour"), minute: get("minute") };
}

const berlin = new Intl.DateTimeFormat("en-GB", {
  timeZone: TIME_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * A day, month or year: `31.12.2027` / `31 Dec 2027`, `08/2026` / `Aug 2026`, `2026`.
 * A calendar date (`YYYY-MM-DD`) is taken as it stands; a point in time becomes the day it is in Berlin. Unreadable text is shown unchanged.
 */
export function formatDate(value: string | Date | null | undefined, locale: Locale): string {
  if (value === null || value === undefined || value === "") return MISSING;
  const parts = dayOf(value);
  if (parts === null) return String(value);
  const { year, month, day } = parts;
  if (month === undefined) return year;
  const monthName = MONTHS_EN[Number(month) - 1];
  if (monthName === undefined) return String(value);
  if (locale === "de") return day === undefined ? `${month}/${year}` : `${day}.${month}.${year}`;
  return day === undefined ? `${monthName} ${year}` : `${Number(day)} ${monthName} ${year}`;
}

/** The calendar day it is in Berlin at a point in time, ISO (`2026-11-21`): what "today" means to people and snapshots. */
export function dayInBerlin(time: Date): string {
  const parts = berlinParts(time);
  if (parts === null) throw new RangeError("not a point in time");
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** Month and year for an axis: `12/24`. */
export function formatMonthShort(value: string | Date | null | undefined): string {
  if (value === null || value === undefined || value === "") return MISSING;
  const parts = dayOf(value);
  if (parts === null || parts.month === undefined) return String(value);
  return `${parts.month}/${parts.year.slice(-2)}`;
}

/** A point in time in Berlin: `21.11.2026, 08:00 Uhr` / `21 Nov 2026, 08:00`. */
export function formatDateTime(value: string | Date | null | undefined, locale: Locale): string {
  if (value === null || value === undefined || value === "") return MISSING;
  const parts = berlinParts(value);
  if (parts === null) return String(value);
  const time = `${parts.hour}:${parts.minute}`;
  const day = formatDate(`${parts.year}-${parts.month}-${parts.day}`, locale);
  return locale === "de" ? `${day}, ${time} Uhr` : `${day}, ${time}`;
}

const listFormats = new Map<string, Intl.ListFormat>();

/** `a, b und c` / `a, b and c`. An empty list is missing. */
export function formatList(items: readonly string[], locale: Locale): string {
  if (items.length === 0) return MISSING;
  let known = listFormats.get(locale);
  if (known === undefined) {
    known = new Intl.ListFormat(INTL_TAG[locale], { type: "conjunction" });
    listFormats.set(locale, known);
  }
  return known.format(items);
}
