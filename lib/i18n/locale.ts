/** The two languages of the product. German is the default and the reference for keys. */
export const LOCALES = ["de", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "de";

/** BCP 47 tag used for everything `Intl` does. */
export const INTL_TAG: Readonly<Record<Locale, string>> = { de: "de-DE", en: "en-GB" };

/** Is the value one of our languages? */
export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (LOCALES as readonly string[]).includes(value);
}

/**
 * Best language for an `Accept-Language` header (RFC 9110, 12.5.4), German when nothing fits.
 * A language with quality 0 is refused by the reader and never chosen.
 */
export function negotiateLocale(header: string | null | undefined): Locale {
  let best: { locale: Locale; quality: number } | null = null;
  for (const entry of (header ?? "").split(",")) {
    const [range = "", ...params] = entry.trim().toLowerCase().split(";");
    const primary = range.trim().split("-")[0] ?? "";
    const locale = primary === "*" ? DEFAULT_LOCALE : primary;
    if (!isLocale(locale)) continue;
    const q = params.map((p) => p.trim()).find((p) => p.startsWith("q="));
    const quality = q === undefined ? 1 : Number(q.slice(2));
    if (!(quality > 0 && quality <= 1)) continue;
    if (best === null || quality > best.quality) best = { locale, quality };
  }
  return best?.locale ?? DEFAULT_LOCALE;
}
