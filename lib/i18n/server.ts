import { cookies, headers } from "next/headers";
import { createTranslator, isLocale, negotiateLocale, type Locale, type Translator } from "./index";
import { isTheme, LOCALE_COOKIE, THEME_COOKIE, type Theme } from "./preferences";

/** Language of this request: the reader's choice, else what the browser prefers, else German. */
export async function getLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  return negotiateLocale((await headers()).get("accept-language"));
}

/** Translator of this request. */
export async function getT(): Promise<Translator> {
  return createTranslator(await getLocale());
}

/** Appearance of this request; `system` follows the device. */
export async function getTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(chosen) ? chosen : "system";
}
