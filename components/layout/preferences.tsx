import type { Translator } from "@/lib/i18n";
import { THEMES, type Theme } from "@/lib/i18n/preferences";

const PREFERENCES = "/api/v1/preferences";

/** Switches to the other language: a form, because it changes what the browser remembers. */
export function LanguageSwitch({ t, back }: { readonly t: Translator; readonly back: string }) {
  const other = t.locale === "de" ? "en" : "de";
  return (
    <form method="post" action={PREFERENCES}>
      <input type="hidden" name="back" value={back} />
      <button className="h-linkbtn" type="submit" name="locale" value={other} lang={other}>
        {t("nav.otherLanguage")}
      </button>
    </form>
  );
}

/** Light, dark or as the device has it. */
export function ThemeSwitch({
  t,
  back,
  theme,
}: {
  readonly t: Translator;
  readonly back: string;
  readonly theme: Theme;
}) {
  const label = { light: t("nav.themeLight"), dark: t("nav.themeDark"), system: t("nav.themeSystem") } as const;
  return (
    <form className="h-user__row" method="post" action={PREFERENCES}>
      <input type="hidden" name="back" value={back} />
      <span className="h-2">{t("nav.theme")}</span>
      {THEMES.map((value) => (
        <button
          key={value}
          className="h-linkbtn"
          type="submit"
          name="theme"
          value={value}
          aria-pressed={value === theme ? "true" : "false"}
        >
          {label[value]}
        </button>
      ))}
    </form>
  );
}

/** Ends the session. */
export function SignOut({ t }: { readonly t: Translator }) {
  return (
    <form method="post" action="/api/v1/session/end">
      <button className="h-linkbtn" type="submit">
        {t("nav.signOut")}
      </button>
    </form>
  );
}
