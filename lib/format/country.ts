import { INTL_TAG, type Locale } from "@/lib/i18n/locale";

const names = new Map<Locale, Intl.DisplayNames>();

/** Name of a country by its ISO 3166-1 alpha-2 code; the code itself when nobody knows it. */
export function formatCountry(code: string, locale: Locale): string {
  let known = names.get(locale);
  if (known === undefined) {
    known = new Intl.DisplayNames(INTL_TAG[locale], { type: "region" });
    names.set(locale, known);
  }
  return /^[A-Z]{2}$/.test(code) ? (known.of(code) ?? code) : code;
}
