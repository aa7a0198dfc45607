import type { Metadata } from "next";
import { AuthShell } from "@/components/layout";
import { Actions, LinkButton } from "@/components/ui";
import { currentPath } from "@/lib/features/city/loaders";
import { getT, getTheme } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("errors.notFoundTitle") };
}

/** Also what somebody sees who asks for another city: it tells nothing about whether it exists. */
export default async function NotFound() {
  const [t, theme, back] = await Promise.all([getT(), getTheme(), currentPath()]);
  return (
    <AuthShell t={t} theme={theme} back={back} title={t("errors.notFoundTitle")} lead={t("errors.notFoundText")}>
      <Actions>
        <LinkButton href="/" variant="primary">
          {t("errors.start")}
        </LinkButton>
        <LinkButton href="/help">{t("nav.footHelp")}</LinkButton>
      </Actions>
    </AuthShell>
  );
}
