import type { FacetKey } from "@/lib/domain/strategy/filter";
import { formatCountry } from "@/lib/format/country";
import type { Translator } from "./index";

/** Names behind ids in a filter. */
export interface FilterNames {
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly controllers: ReadonlyMap<string, string>;
}

/** A value of one of the vocabulary's lists in words; the value itself when there is no word, null as a dash. */
export function word(t: Translator, list: string, value: string | null | undefined): string {
  if (value === null || value === undefined) return "–";
  const key = `words.${list}_${value}`;
  return t.has(key) ? t.dynamic(key) : value;
}

/** Name of a facet, or of any other key of a list's address. */
export function facetName(t: Translator, key: string): string {
  const found = `inventory.facet_${key}`;
  return t.has(found) ? t.dynamic(found) : key;
}

const LISTS: Readonly<Partial<Record<FacetKey, string>>> = {
  lifecycle: "lifecycle",
  operation: "operation",
  licence: "licence",
  protection: "need",
  gap: "gap",
  doubleGrip: "yesNo",
};

/** A value of a facet in words. */
export function facetValue(t: Translator, key: FacetKey, value: string, names: FilterNames): string {
  const list = LISTS[key];
  if (list !== undefined) return word(t, list, value);
  switch (key) {
    case "department":
      return value === "none"
        ? t("inventory.value_department_none")
        : (names.departments.find((each) => each.id === value)?.name ?? t("common.unknown"));
    case "controller":
      return value === "unknown" ? t("inventory.value_unknown") : (names.controllers.get(value) ?? value);
    case "munich":
      return value === "none" ? t("inventory.value_none") : t("inventory.value_munich", { level: value });
    case "freedom":
    case "jurisdiction":
    case "openness":
      return value === "unknown" ? t("inventory.value_unknown") : t("inventory.value_band", { band: value });
    case "freedomPoints":
    case "jurisdictionPoints":
    case "opennessPoints":
      return value.replace("-", "–");
    case "exposure":
      return value === "unknown" ? t("inventory.value_unknown") : value;
    case "code":
      return value === "unknown" ? t("inventory.value_code_unknown") : t.dynamic(`inventory.value_${value}`);
    default:
      return t.dynamic(`inventory.value_${value}`);
  }
}

/** A place in words: `DE` → Deutschland, `EU`, `EEA` → EWR, `third-adequate` → its name; null as a dash. */
export function placeName(t: Translator, place: string | null): string {
  if (place === null) return "–";
  return t.has(`words.location_${place}`) ? t.dynamic(`words.location_${place}`) : formatCountry(place, t.locale);
}
