import type { ReactNode } from "react";
import type { Translator } from "@/lib/i18n";
import type { Theme } from "@/lib/i18n/preferences";
import { MarkSprite } from "./mark-sprite";
import { LanguageSwitch, SignOut, ThemeSwitch } from "./preferences";

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  /** Things that wait there, and the same in words. */
  readonly count?: string;
  readonly countText?: string;
}

export interface PageShellProps {
  readonly t: Translator;
  readonly theme: Theme;
  /** Path and query of this page; where a language or theme change comes back to. */
  readonly back: string;
  readonly nav: readonly NavItem[];
  readonly home?: string;
  readonly city: { readonly name: string; readonly demo?: boolean } | null;
  readonly user: { readonly name: string; readonly detail?: string; readonly href?: string } | null;
  /** `ScopeLine`, below the header. */
  readonly scope?: ReactNode;
  readonly foot?: readonly NavItem[];
  readonly children: ReactNode;
}

function NavList({ items }: { readonly items: readonly NavItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current === true ? "page" : undefined}>
            {item.label}
            {item.count !== undefined && (
              <>
                {" "}
                <span className="h-nav__n" aria-hidden={item.countText === undefined ? undefined : "true"}>
                  {item.count}
                </span>
                {item.countText !== undefined && <span className="h-vh">{item.countText}</span>}
              </>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Skip link, sprite, header with one level of navigation, content, foot. The page is inside `main#main > .h-wrap`. */
export function PageShell({ t, theme, back, nav, home = "/", city, user, scope, foot, children }: PageShellProps) {
  const who = user === null ? null : user.detail === undefined ? user.name : `${user.name}, ${user.detail}`;
  return (
    <>
      <a className="h-skip" href="#main">
        {t("nav.skip")}
      </a>
      <MarkSprite />
      <header className="h-top">
        <div className="h-wrap h-top__in">
          <div className="h-brand">
            <a className="h-brand__name" href={home}>
              {t("nav.product")}
            </a>
            {city !== null && (
              <span className="h-brand__city">
                {city.name}
                {city.demo === true && (
                  <>
                    {" "}
                    <span className="h-tag">{t("nav.demo")}</span>
                  </>
                )}
              </span>
            )}
          </div>
          <nav className="h-nav" aria-label={t("nav.main")}>
            <NavList items={nav} />
          </nav>
          <details className="h-menu">
            <summary>{t("nav.menu")}</summary>
            <div className="h-menu__box">
              <nav aria-label={t("nav.main")}>
                <NavList items={nav} />
              </nav>
              <div className="h-menu__foot">
                {user !== null && (user.href === undefined ? <span>{who}</span> : <a href={user.href}>{who}</a>)}
                <LanguageSwitch t={t} back={back} />
                <ThemeSwitch t={t} back={back} theme={theme} />
                {user !== null && <SignOut t={t} />}
              </div>
            </div>
          </details>
          <div className="h-me">
            <LanguageSwitch t={t} back={back} />
            <details className="h-user">
              <summary>{who ?? t("nav.theme")}</summary>
              <div className="h-user__box">
                {user?.href !== undefined && <a href={user.href}>{t("nav.account")}</a>}
                <ThemeSwitch t={t} back={back} theme={theme} />
                {user !== null && <SignOut t={t} />}
              </div>
            </details>
          </div>
        </div>
      </header>
      {scope}
      <main id="main" tabIndex={-1}>
        <div className="h-wrap">{children}</div>
      </main>
      <Foot t={t} demo={city?.demo === true} links={foot ?? []} />
    </>
  );
}

/** What every page says at its end: not legal advice, whose method, where to read on. */
export function Foot({
  t,
  demo,
  links,
}: {
  readonly t: Translator;
  readonly demo: boolean;
  readonly links: readonly NavItem[];
}) {
  return (
    <footer className="h-foot">
      <div className="h-wrap h-foot__in">
        <p>
          {t("nav.footLegal")} {demo && `${t("nav.footDemo")} `}
          {t("nav.footMunich")}
        </p>
        {links.map((link) => (
          <a key={link.href} href={link.href}>
            {link.label}
          </a>
        ))}
      </div>
    </footer>
  );
}

/** Frame of pages before sign-in: the same header without navigation, one narrow column. */
export function AuthShell({
  t,
  theme,
  back,
  title,
  lead,
  wide = false,
  children,
}: {
  readonly t: Translator;
  readonly theme: Theme;
  readonly back: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      <a className="h-skip" href="#main">
        {t("nav.skip")}
      </a>
      <MarkSprite />
      <header className="h-top">
        <div className="h-wrap h-top__in h-top__in--auth">
          <div className="h-brand">
            <span className="h-brand__name">{t("nav.product")}</span>
          </div>
          <div className="h-me h-me--always">
            <LanguageSwitch t={t} back={back} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <div className="h-wrap">
          <div className={wide ? "h-auth h-auth--wide" : "h-auth"}>
            <h1 className="h-title">{title}</h1>
            {lead !== undefined && <div className="h-auth__lead">{lead}</div>}
            {children}
          </div>
        </div>
      </main>
      <footer className="h-foot">
        <div className="h-wrap h-foot__in">
          <p>
            {t("nav.footLegal")} {t("nav.footMunich")}
          </p>
          <ThemeSwitch t={t} back={back} theme={theme} />
        </div>
      </footer>
    </>
  );
}
