import { isMissing, MISSING, notUnderstood, understood, wordKey, wordTable, type Reading } from "./reading";

const MONTHS = wordTable<number>([
  [1, "Januar, Jänner, Jan, January, tammikuu, tammikuuta, januari, janvier"],
  [2, "Februar, Feber, Feb, February, helmikuu, helmikuuta, februari, février"],
  [3, "März, Mär, Mrz, March, Mar, maaliskuu, maaliskuuta, maart, mars"],
  [4, "April, Apr, huhtikuu, huhtikuuta, avril"],
  [5, "Mai, May, toukokuu, toukokuuta, mei"],
  [6, "Juni, Jun, June, kesäkuu, kesäkuuta, juin"],
  [7, "Juli, Jul, July, heinäkuu, heinäkuuta, juillet"],
  [8, "August, Aug, elokuu, elokuuta, augustus, août"],
  [9, "September, Sep, Sept, syyskuu, syyskuuta, septembre"],
  [10, "Oktober, Okt, October, Oct, lokakuu, lokakuuta, octobre"],
  [11, "November, Nov, marraskuu, marraskuuta, novembre"],
  [12, "Dezember, Dez, December, Dec, joulukuu, joulukuuta, décembre"],
]);

const OPEN_ENDED =
  /^(?:unbefristet|auf unbestimmte zeit|unlimited|open[- ]ended|indefinite|toistaiseksi|onbepaalde tijd|indéterminée?)$/i;

/**
 * A calendar day as ISO date. Read: `2027-12-31` (a time behind it is left aside), `31.12.2027`, `31.12.27` (20xx),
 * `31/12/2027` and `12/31/2027` where only one order is possible, `31. Dezember 2027`. `05/06/2027` has two readings and is
 * refused, so are month and year alone.
 */
export function readDate(cell: string): Reading<string> {
  if (isMissing(cell)) return MISSING;
  const text = cell.trim();
  if (OPEN_ENDED.test(text)) return notUnderstood("open-ended");

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text,
  );
  if (iso !== null) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text);
  if (dotted !== null) return day(fullYear(dotted[3] ?? ""), Number(dotted[2]), Number(dotted[1]));

  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text);
  if (slashed !== null) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    if (first <= 12 && second <= 12 && first !== second) return notUnderstood("ambiguous-date");
    return second > 12 ? day(year, first, second) : day(year, second, first);
  }

  const named =
    /^(\d{1,2})\.?\s+(\p{L}+)\.?,?\s+(\d{4})$/u.exec(text) ?? /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(text);
  if (named !== null) {
    const [a, b] = [named[1] ?? "", named[2] ?? ""];
    const month = MONTHS.get(wordKey(/^\d/.test(a) ? b : a));
    if (month !== undefined) return day(Number(named[3]), month, Number(/^\d/.test(a) ? a : b));
  }
  if (/^(?:\d{4}|\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}|\p{L}+\.? \d{4})$/u.test(text))
    return notUnderstood("incomplete-date");
  return notUnderstood("not-a-date");
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function day(year: number, month: number, dayOfMonth: number): Reading<string> {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month))
    return notUnderstood("no-such-day");
  if (year < 1970 || year > 2150) return notUnderstood("year-out-of-range", { from: 1970, to: 2150 });
  return understood(`${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
