import type { Metadata } from "next";
import { CityTable } from "@/components/account/cities";
import { SessionTable } from "@/components/account/sessions";
import { ListHead, PageShell, Section } from "@/components/layout";
import { Actions, Button, ErrorSummary, Note, PostButton, TextField } from "@/components/ui";
import { loadAccount, loadPlainFrame } from "@/lib/features/account/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("nav.account") };
}

export default async function Account({ searchParams }: { searchParams: Promise<{ draft?: string; saved?: string }> }) {
  const { draft, saved } = await searchParams;
  const account = await loadAccount(draft);
  const frame = await loadPlainFrame("/account");
  const { t } = frame;
  const form = formState(t, account.draft);
  return (
    <PageShell {...frame}>
      <ListHead title={account.user.name} sub={t("account.accountSub", { email: account.user.email })} />
      {saved === "session" && <Note tone="info" live="status" title={t("account.savedSession")} />}
      {saved === "password" && <Note tone="info" live="status" title={t("account.savedPassword")} />}
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      <Section
        strong
        id="roles"
        finding={t("account.rolesTitle", { count: account.cities.length })}
        base={[t("account.rolesBase")]}
      >
        <CityTable t={t} cities={account.cities} />
      </Section>
      <Section
        id="sessions"
        kicker={t("account.sessions")}
        finding={t("account.sessionsTitle", { count: account.sessions.length })}
        base={[t("account.sessionsBase")]}
      >
        <SessionTable t={t} sessions={account.sessions} current={account.user.sessionId} />
        {account.sessions.length > 1 && (
          <Actions>
            <PostButton action="/api/v1/sessions/end" fields={{ back: "/account" }}>
              {t("account.endOthers")}
            </PostButton>
          </Actions>
        )}
      </Section>
      <Section
        id="password-form"
        kicker={t("account.password")}
        finding={t("account.passwordTitle")}
        base={[t("account.passwordBase")]}
      >
        <form className="h-formgrid h-formgrid--narrow" method="post" action="/api/v1/account/password">
          <input type="hidden" name="back" value="/account" />
          <TextField
            id="current"
            name="current"
            type="password"
            autoComplete="current-password"
            required
            label={t("account.passwordCurrent")}
            error={form.error("current")}
          />
          <TextField
            id="password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={12}
            label={t("account.passwordNew")}
            hint={t("account.passwordHint")}
            error={form.error("password")}
          />
          <div>
            <Button variant="primary">{t("account.passwordSubmit")}</Button>
          </div>
        </form>
      </Section>
    </PageShell>
  );
}
