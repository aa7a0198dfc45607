import type { ReactNode } from "react";
import { PageShell, ScopeLine, type PageShellProps } from "@/components/layout";
import { Tabs, type TabItem } from "@/components/ui";

/** Frame of every page of the administration: scope, tabs, content. */
export function AdminPage({
  frame,
  tabs,
  children,
}: {
  readonly frame: Omit<PageShellProps, "scope" | "children">;
  readonly tabs: readonly TabItem[];
  readonly children: ReactNode;
}) {
  const { t, city } = frame;
  return (
    <PageShell
      {...frame}
      scope={
        <ScopeLine
          t={t}
          items={[
            { label: t("nav.scopeExtent"), value: city?.name ?? "" },
            { label: t("nav.scopeAsOf"), value: t("common.today") },
          ]}
        />
      }
    >
      <Tabs page label={t("admin.tabs")} items={tabs} />
      {children}
    </PageShell>
  );
}
