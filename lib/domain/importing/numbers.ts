import { isMissing, MISSING, notUnderstood, understood, wordKey, type Reading } from "./reading";

/** A number as written, and whether its only separator could mark a thousand as well as a decimal. */
interface Written {
  readonly value: number;
  readonly doubtful: boolean;
}

/**
 * German, English, Swiss and French notation. One separator with exactly three digits behind it groups thousands
 * (`1.234`), since neither money nor head counts have three decimals; `doubtful` says that it was this case.
 */
function readWritten(text: string): Written | null {
  const compact = text.replace(/[\s\u00A0\u202F'’]/g, "");
  if (!/^\d[\d.,]*$/.test(compact)) return null;
  const lastComma = compact.lastIndexOf(",");
  const lastPoint = compact.lastIndexOf(".");
  if (lastComma >= 0 && lastPoint >= 0) {
    const decimal = lastComma > lastPoint ? "," : ".";
    const group = decimal === "," ? "." : ",";
    const pattern = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+\\${decimal}\\d+$`);
    if (!pattern.test(compact)) return null;
    return { value: Number(compact.replaceAll(group, "").replace(decimal, ".")), doubtful: false };
  }
  const separator = lastComma >= 0 ? "," : lastPoint >= 0 ? "." : null;
  if (separator === null) return { value: Number(compact), doubtful: false };
  const parts = compact.split(separator);
  const grouped = /^[1-9]\d{0,2}$/.test(parts[0] ?? "") && parts.slice(1).every((part) => /^\d{3}$/.test(part));
  if (grouped) return { value: Number(parts.join("")), doubtful: parts.length === 2 };
  if (parts.length !== 2 || parts[1] === "") return null;
  return { value: Number(parts.join(".")), doubtful: false };
}

const APPROXIMATE = /^(?:ca\.?|circa|rund|etwa|approx\.?|about|noin|n\.|environ|ongeveer|~|≈)\s*(?=\d)/i;
/** Largest whole number the store holds. */
const MAX_COUNT = 2_147_483_647;

/** A head count: whole, not negative; `ca.` is allowed, ranges and "500+" are not understood. */
export function readCount(cell: string): Reading<number> {
  if (isMissing(cell)) return MISSING;
  const written = readWritten(cell.trim().replace(APPROXIMATE, ""));
  if (written === null) return notUnderstood("not-a-number");
  if (!Number.isInteger(written.value)) return notUnderstood("not-a-whole-number");
  return written.value > MAX_COUNT ? notUnderstood("too-large", { limit: MAX_COUNT }) : understood(written.value);
}

const OTHER_CURRENCY = /\$|£|¥|\b(?:USD|CHF|GBP|SEK|NOK|DKK|PLN|CZK|Fr\.)(?![a-z])/i;
const OTHER_PERIOD =
  /\b(?:monat\w*|mtl|mon|month\w*|maand\w*|mois|kk|quartal\w*|quarter\w*|einmalig\w*|once|woche\w*|tag|täglich)\b/i;
const PER_YEAR =
  /(?:\/|\bpro\b|\bper\b|\bje\b|\bpar\b)?\s*\b(?:jahr|jährlich|p\.?\s?a\b\.?|year|yearly|annum|annually|an|jaar|vuosi|vuodessa|v)\b\.?/i;
const THOUSANDS = /\b(?:T|k)\s?(?:€|EUR)|(?:€|EUR)\s?(?:T|k)\b|(?<=\d)\s?(?:T|k)\b|\bTEUR\b|\bTsd\.?|\btausend\b/i;
const MILLIONS = /\bMio\.?|\bMillionen\b|\bmillions?\b|(?<=\d)\s?M\b(?:\s?€)?|\bmiljoonaa\b/i;
const MAX_MONEY = 99_999_999_999;

/**
 * Euro per year, in cents exact: `1.234,50 €`, `1,234.50 EUR`, `12 T€`, `1,2 Mio. €`, `12.000,-`. Other currencies and
 * amounts for another period are not understood; neither is `1.234 T€`, which may be a thousand times one or the other.
 */
export function readMoney(cell: string): Reading<number> {
  if (isMissing(cell)) return MISSING;
  const text = cell.trim();
  if (OTHER_CURRENCY.test(text)) return notUnderstood("other-currency");
  if (OTHER_PERIOD.test(text)) return notUnderstood("not-per-year");
  let rest = text
    .replace(APPROXIMATE, "")
    .replace(/^(?:€|EUR(?:O)?)\s?/i, "€")
    .replace(PER_YEAR, " ");
  let factor = 1;
  if (MILLIONS.test(rest)) {
    factor = 1_000_000;
    rest = rest.replace(MILLIONS, " ");
  } else if (THOUSANDS.test(rest)) {
    factor = 1000;
    rest = rest.replace(THOUSANDS, " ");
  }
  rest = rest
    .replace(/€|\bEUR\b|\bEuro\b|(?<=\d)EUR\b/gi, " ")
    .replace(/,(?:-{1,2}|–|—)\s*$/, "")
    .trim();
  const written = readWritten(rest.replace(APPROXIMATE, ""));
  if (written === null) return notUnderstood(/^-\s?\d/.test(rest) ? "negative" : "not-money");
  if (factor > 1 && written.doubtful) return notUnderstood("ambiguous-number");
  const euro = Math.round(written.value * factor * 100) / 100;
  return euro > MAX_MONEY ? notUnderstood("too-large", { limit: MAX_MONEY }) : understood(euro);
}

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
  [
    ["ein", "eine", "einen", "one", "een", "yksi", "un"],
    ["zwei", "two", "twee", "kaksi", "deux"],
    ["drei", "three", "drie", "kolme", "trois"],
    ["vier", "four", "neljä", "quatre"],
    ["fünf", "five", "vijf", "viisi", "cinq"],
    ["sechs", "six", "zes", "kuusi"],
  ].flatMap((words, index) => words.map((word) => [wordKey(word), index + 1] as const)),
);

/**
 * A notice period in months: `6`, `6 Monate zum Jahresende`, `1 year`, `drei Monate`. Weeks and days are not understood;
 * they are no whole months.
 */
export function readMonths(cell: string): Reading<number> {
  if (isMissing(cell)) return MISSING;
  const match =
    /^(\d{1,3}|\p{L}+)(?:\s*[-.]?\s*(\p{L}+)\.?)?(?:\s+(?:zum|zur|vor|bis|before|to|ab|am|voor|avant|ennen|notice|Kündigungsfrist|opzegtermijn)\b.*)?$/iu.exec(
      cell.trim().replace(/\(([^()]*)\)/g, "$1"),
    );
  const amount = match?.[1] ?? "";
  const number = /^\d+$/.test(amount) ? Number(amount) : NUMBER_WORDS.get(wordKey(amount));
  if (match === null || number === undefined) return notUnderstood("not-months");
  const unit = match[2]?.toLowerCase();
  if (unit !== undefined && /^(?:zum|zur|vor|bis|to|before|ab|am)$/.test(unit)) return inRange(number);
  if (unit === undefined) return /^\d+$/.test(amount) ? inRange(number) : notUnderstood("not-months");
  if (/^(?:m|mon|monat|monate|monaten|monats|month|months|maand|maanden|mois|kk|kuukausi|kuukautta)$/.test(unit))
    return inRange(number);
  if (/^(?:j|jahr|jahre|jahren|year|years|jaar|an|ans|vuosi|vuotta)$/.test(unit)) return inRange(number * 12);
  return notUnderstood("not-months");
}

function inRange(months: number): Reading<number> {
  return months > 120 ? notUnderstood("too-large", { limit: 120 }) : understood(months);
}
