"use client";

import { useSyncExternalStore } from "react";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { errorMessages } from "@/lib/i18n/messages/errors";
import { navMessages } from "@/lib/i18n/messages/nav";
import { LOCALE_COOKIE } from "@/lib/i18n/preferences";

const neverChanges = () => () => undefined;

/** Language of the page, else of the reader's choice: an error can hit before the page has said its language. */
function localeHere(): Locale {
  const chosen = new RegExp(`(?:^|; )${LOCALE_COOKIE}=(\\w+)`).exec(document.cookie)?.[1];
  if (isLocale(chosen)) return chosen;
  return document.documentElement.lang === "en" ? "en" : "de";
}

/** The page's language in the browser, German while it is drawn on the server. */
export const useLocaleHere = (): Locale => useSyncExternalStore(neverChanges, localeHere, () => "de");

/**
 * What failed, what is safe, what to do, and the reference the log also has. Takes two lists of messages instead of the
 * translator, so that the way out of an error needs as little script as possible.
 */
export function Unexpected({
  reference,
  retry,
}: {
  readonly reference: string | undefined;
  readonly retry: () => void;
}) {
  const locale = useLocaleHere();
  const errors = errorMessages[locale];
  const nav = navMessages[locale];
  return (
    <>
      <header className="h-top">
        <div className="h-wrap h-top__in h-top__in--auth">
          <div className="h-brand">
            <a className="h-brand__name" href="/">
              {nav.product}
            </a>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="h-wrap">
          <div className="h-auth">
            <h1 className="h-title">{errors.unexpectedTitle}</h1>
            <p className="h-auth__lead">
              {reference === undefined
                ? errors.unexpectedNoReference
                : errors.unexpectedText.replace("{reference}", reference)}
            </p>
            <div className="h-actions">
              <button type="button" className="h-btn h-btn--primary" onClick={retry}>
                {errors.retry}
              </button>
              <a className="h-btn" href="/">
                {errors.start}
              </a>
            </div>
          </div>
        </div>
      </main>
    </>
  );
}
