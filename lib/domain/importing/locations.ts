import { COUNTRIES, type Country } from "./countries";
import { isMissing, MISSING, notUnderstood, understood, wordKey, wordTable, type Reading } from "./reading";

const AREAS = wordTable<string>([
  [
    "EU",
    "EU, EU-weit, Europäische Union, European Union, Europese Unie, Union européenne, Euroopan unioni, UE, innerhalb der EU, in der EU, within the EU",
  ],
  [
    "EEA",
    "EEA, EWR, ETA, EER, EEE, EU/EWR, EU/EEA, EU / ETA, EU/EER, UE/EEE, EU und EWR, Europäischer Wirtschaftsraum, European Economic Area, Euroopan talousalue, Europese Economische Ruimte, Espace économique européen",
  ],
  [
    "third-adequate",
    "third-adequate, Luotettu 3. maa, luotettu kolmas maa, sicheres Drittland, Drittland mit Angemessenheitsbeschluss, angemessenes Drittland, adequate third country, third country with adequacy decision, pays tiers adéquat, adequaat derde land",
  ],
]);

const BY_NAME: ReadonlyMap<string, Country> = new Map(
  COUNTRIES.flatMap((each) => each.names.map((name) => [wordKey(name), each] as const)),
);
const BY_CODE: ReadonlyMap<string, Country> = new Map(COUNTRIES.map((each) => [each.code, each]));

/**
 * Where data lies: ISO alpha-2, `EU`, `EEA` or `third-adequate`. Several places become the smallest area that holds all of
 * them (`DE, IE` → `EU`); outside of the EEA there is none, and the cell is not understood. A place in parentheses behind
 * the country is left aside. Towns are not understood: which country they lie in would be a guess.
 */
export function readLocation(cell: string): Reading<string> {
  if (isMissing(cell)) return MISSING;
  const whole = placeOf(cell);
  if (whole !== null) return understood(whole);
  const parts = cell
    .replace(/\([^()]*\)/g, " ")
    .split(/[,;/\n|+]| und | and | ja | en | et | sowie /i)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const places = parts.map(placeOf);
  if (places.length === 0 || places.includes(null)) return notUnderstood("not-a-location");
  const distinct = [...new Set(places.filter((place) => place !== null))];
  const only = distinct[0];
  if (distinct.length === 1 && only !== undefined) return understood(only);
  if (distinct.every((place) => place === "EU" || BY_CODE.get(place)?.bloc === "EU")) return understood("EU");
  if (distinct.every((place) => place === "EU" || place === "EEA" || (BY_CODE.get(place)?.bloc ?? null) !== null))
    return understood("EEA");
  return notUnderstood("several-locations");
}

function placeOf(text: string): string | null {
  const trimmed = text.trim();
  // Codes are read in capitals only: "it" or "no" are words.
  if (/^[A-Z]{2}$/.test(trimmed) && BY_CODE.has(trimmed)) return trimmed;
  const key = wordKey(trimmed);
  return AREAS.get(key) ?? BY_NAME.get(key)?.code ?? null;
}
