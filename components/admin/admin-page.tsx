import type { ReactNode } from "react";
import { PageShell, ScopeLine, type PageShellProps } from "@/components/layout";
import { ErrorSummary, Tabs, type TabItem } from "@/components/ui";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";

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

/** Why a form was refused, right above it: the page opens at the form, so a summary at the top would not be seen. */
export function FormErrors({ t, form }: { readonly t: Translator; readonly form: FormState }) {
  const title = form.draft?.kind === "conflict" ? t("errors.conflictTitle") : t("errors.validationTitle");
  return <ErrorSummary title={title} errors={form.errors} />;
}
