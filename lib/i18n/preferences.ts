/** Cookies that hold what a reader chose. They carry no identity, so that they may be set before sign-in. */
export const LOCALE_COOKIE = "hoheit-locale";
export const THEME_COOKIE = "hoheit-theme";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** Is the value one of the appearances? */
export function isTheme(value: unknown): value is Theme {
  return typeof value === "string" && (THEMES as readonly string[]).includes(value);
}
