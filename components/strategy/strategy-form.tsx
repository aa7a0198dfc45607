import { Actions, Button, ErrorSummary, LinkButton, TextArea, TextField } from "@/components/ui";
import { principlesText } from "@/lib/domain/strategy/principles";
import type { StrategyInfo } from "@/lib/features/strategy/data";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";

/** Form of the strategy itself, new or existing. */
export function StrategyForm({
  t,
  base,
  citySlug,
  form,
  strategy,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly citySlug: string;
  readonly form: FormState;
  readonly strategy: StrategyInfo | null;
}) {
  const api = `/api/v1/cities/${citySlug}/strategies`;
  return (
    <>
      {/* A conflict has its own table above the form. */}
      {form.draft?.kind !== "conflict" && <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />}
      <form className="h-form h-goalform" method="post" action={strategy === null ? api : `${api}/${strategy.id}`}>
        <input type="hidden" name="back" value={`${base}/strategy/edit`} />
        {strategy !== null && (
          <input
            type="hidden"
            name="version"
            value={form.draft?.kind === "invalid" ? form.value("version", strategy.version) : strategy.version}
          />
        )}
        <TextField
          id="name"
          name="name"
          label={t("strategy.name")}
          required
          maxLength={160}
          defaultValue={form.value("name", strategy?.name)}
          error={form.error("name")}
        />
        <TextField
          id="decidedOn"
          name="decidedOn"
          type="date"
          label={t("strategy.decidedOn")}
          optional={t("common.optional")}
          defaultValue={form.value("decidedOn", strategy?.decidedOn)}
          error={form.error("decidedOn")}
        />
        <TextArea
          id="principles"
          name="principles"
          label={t("strategy.principlesField")}
          optional={t("common.optional")}
          hint={t("strategy.principlesHint")}
          rows={16}
          defaultValue={form.value("principles", principlesText(strategy?.principles ?? [], t.locale))}
          error={form.error("principles")}
        />
        <Actions>
          <Button variant="primary">{t("common.save")}</Button>
          <LinkButton href={`${base}/strategy`}>{t("common.cancel")}</LinkButton>
        </Actions>
      </form>
    </>
  );
}
