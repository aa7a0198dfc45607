import type { ReactNode } from "react";
import type { Translator } from "@/lib/i18n";

/** Scope, date, comparison and method of everything on the page; on paper too. */
export function ScopeLine({
  t,
  items,
  actions,
}: {
  readonly t: Translator;
  readonly items: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly actions?: readonly { readonly href: string; readonly label: string }[];
}) {
  return (
    <section className="h-scope" aria-label={t("nav.scope")}>
      <div className="h-wrap h-scope__in">
        <dl>
          {items.map((item) => (
            <div key={item.label}>
              <dt>{item.label}</dt>
              <dd>{item.value}</dd>
            </div>
          ))}
        </dl>
        {actions !== undefined && actions.length > 0 && (
          <div className="h-scope__do">
            {actions.map((action) => (
              <a key={action.href} href={action.href}>
                {action.label}
              </a>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

/** Path to a record: links, then the name of this page. */
export function Crumbs({
  t,
  links,
  here,
}: {
  readonly t: Translator;
  readonly links: readonly { readonly href: string; readonly label: string }[];
  readonly here: string;
}) {
  return (
    <nav className="h-crumb" aria-label={t("nav.path")}>
      {links.map((link) => (
        <span key={link.href}>
          <a href={link.href}>{link.label}</a> /{" "}
        </span>
      ))}
      <span aria-current="page">{here}</span>
    </nav>
  );
}
