import type { ReactNode } from "react";
import { Crumbs, ListHead, PageShell, ScopeLine, type PageShellProps } from "@/components/layout";
import { Tabs } from "@/components/ui";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";

type Frame = Omit<PageShellProps, "children" | "scope">;

interface Shared {
  readonly frame: Frame;
  readonly base: string;
}

const scope = (t: Translator) => (
  <ScopeLine
    t={t}
    items={[
      { label: t("nav.scopeExtent"), value: t("catalogue.extent") },
      { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(new Date(), t.locale) }) },
    ]}
  />
);

/** A list of the catalogue: head, tabs with counts, the list. */
export function CatalogueFrame({
  frame,
  base,
  counts,
  current,
  sub,
  actions,
  children,
}: Shared & {
  readonly counts: { readonly organisations: number; readonly products: number; readonly jurisdictions: number };
  readonly current: "organisations" | "products" | "jurisdictions";
  readonly sub: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = frame;
  const tab = (key: typeof current, href: string) => ({
    href,
    label: t(`catalogue.${key}`),
    count: counts[key],
    current: key === current,
  });
  return (
    <PageShell {...frame} scope={scope(t)}>
      <ListHead title={t("catalogue.title")} sub={sub} actions={actions} />
      <Tabs
        label={t("catalogue.tabs")}
        items={[
          tab("organisations", base),
          tab("products", `${base}/products`),
          tab("jurisdictions", `${base}/jurisdictions`),
        ]}
      />
      {children}
    </PageShell>
  );
}

/** A record or form of the catalogue, with the way back. */
export function RecordFrame({
  frame,
  base,
  part,
  links = [],
  here,
  children,
}: Shared & {
  readonly part: "organisations" | "products" | "jurisdictions";
  readonly links?: readonly { readonly href: string; readonly label: string }[];
  readonly here: string;
  readonly children: ReactNode;
}) {
  const { t } = frame;
  const list = { href: part === "organisations" ? base : `${base}/${part}`, label: t(`catalogue.${part}`) };
  return (
    <PageShell {...frame} scope={scope(t)}>
      <Crumbs t={t} links={[list, ...links]} here={here} />
      {children}
    </PageShell>
  );
}
