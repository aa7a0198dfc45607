/** Calendar arithmetic on ISO days (`2026-11-21`) without a clock or time zone. ISO days compare as plain strings. */

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function parse(text: string): CivilDay | null {
  const found = ISO_DAY.exec(text);
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

function mustParse(text: string): CivilDay {
  const parsed = parse(text);
  if (parsed === null) throw new RangeError(`not an ISO day: ${text}`);
  return parsed;
}

/** True for an existing day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return parse(text) !== null;
}

/**
 * Days since 1970-01-01, proleptic Gregorian calendar. Throws RangeError for anything that is not an ISO day.
 * Years are counted from March so that the leap day is the last day of the year.
 */
export function dayNumber(text: string): number {
  const { year, month, day } = mustParse(text);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The same day `months` later; a day that does not exist there becomes the month's last day (31 January + 1 = 28 February). */
export function addMonths(text: string, months: number): string {
  const { year, month, day } = mustParse(text);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  const newDay = Math.min(day, daysInMonth(newYear, newMonth));
  return `${String(newYear).padStart(4, "0")}-${String(newMonth).padStart(2, "0")}-${String(newDay).padStart(2, "0")}`;
}
