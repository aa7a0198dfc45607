import type { Metadata } from "next";
import { AuthShell } from "@/components/layout";
import { Button, ErrorSummary, TextField } from "@/components/ui";
import { loadSignIn } from "@/lib/features/account/loaders";
import { getT, getTheme } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("account.signInTitle") };
}

export default async function SignIn({ searchParams }: { searchParams: Promise<{ draft?: string; next?: string }> }) {
  const { draft, next } = await searchParams;
  const [t, theme, loaded] = await Promise.all([getT(), getTheme(), loadSignIn(draft)]);
  const form = formState(t, loaded.draft);
  const back = next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in";
  return (
    <AuthShell t={t} theme={theme} back={back} title={t("account.signInTitle")}>
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      <form className="h-form" method="post" action="/api/v1/session">
        <input type="hidden" name="back" value={back} />
        {next && <input type="hidden" name="next" value={next} />}
        <TextField
          id="email"
          name="email"
          large
          label={t("account.email")}
          type="email"
          autoComplete="username"
          required
          defaultValue={form.value("email")}
          error={form.error("email")}
        />
        <TextField
          id="password"
          name="password"
          large
          label={t("account.password")}
          type="password"
          autoComplete="current-password"
          required
          error={form.error("password")}
        />
        <Button variant="primary" size="large">
          {t("account.signInSubmit")}
        </Button>
      </form>
    </AuthShell>
  );
}
