import type { Metadata } from "next";
import { AuthShell } from "@/components/layout";
import { Button, ErrorSummary, Fieldset, TextField } from "@/components/ui";
import { loadSetup } from "@/lib/features/account/loaders";
import { getT, getTheme } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("account.setupTitle") };
}

export default async function Setup({ searchParams }: { searchParams: Promise<{ draft?: string }> }) {
  const { draft } = await searchParams;
  const [t, theme, loaded] = await Promise.all([getT(), getTheme(), loadSetup(draft)]);
  const form = formState(t, loaded.draft);
  const field = (name: string) => ({
    id: name,
    name,
    large: true,
    required: true,
    defaultValue: form.value(name),
    error: form.error(name),
  });
  return (
    <AuthShell t={t} theme={theme} back="/setup" title={t("account.setupTitle")} lead={<p>{t("account.setupLead")}</p>}>
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      <form className="h-form" method="post" action="/api/v1/setup">
        <input type="hidden" name="back" value="/setup" />
        <TextField
          {...field("code")}
          label={t("account.setupCode")}
          hint={t("account.setupCodeHint")}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Fieldset id="city" legend={t("account.setupCity")} large>
          <TextField {...field("cityName")} label={t("account.cityName")} autoComplete="organization" />
          <TextField
            {...field("citySlug")}
            label={t("account.citySlug")}
            hint={t("account.citySlugHint")}
            spellCheck={false}
          />
        </Fieldset>
        <Fieldset id="you" legend={t("account.setupYou")} large>
          <TextField {...field("name")} label={t("account.yourName")} autoComplete="name" />
          <TextField {...field("email")} label={t("account.email")} type="email" autoComplete="username" />
          <TextField
            {...field("password")}
            defaultValue=""
            label={t("account.password")}
            hint={t("account.passwordHint")}
            type="password"
            autoComplete="new-password"
            minLength={12}
          />
        </Fieldset>
        <Button variant="primary" size="large">
          {t("account.setupSubmit")}
        </Button>
      </form>
    </AuthShell>
  );
}
