import type { Metadata } from "next";
import { AuthShell } from "@/components/layout";
import { Actions, LinkButton } from "@/components/ui";
import { currentPath } from "@/lib/features/city/loaders";
import { getT, getTheme } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("errors.forbiddenTitle") };
}

/** Signed in and in the right city, but the role does not allow it. */
export default async function Forbidden() {
  const [t, theme, back] = await Promise.all([getT(), getTheme(), currentPath()]);
  return (
    <AuthShell t={t} theme={theme} back={back} title={t("errors.forbiddenTitle")} lead={t("errors.forbiddenText")}>
      <Actions>
        <LinkButton href="/" variant="primary">
          {t("errors.start")}
        </LinkButton>
        <LinkButton href="/account">{t("nav.account")}</LinkButton>
      </Actions>
    </AuthShell>
  );
}
