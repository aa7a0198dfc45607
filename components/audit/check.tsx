import { Note } from "@/components/ui";
import type { Translator } from "@/lib/i18n";

/** Outcome of verifying the chain: whole, or the first row that does not fit. */
export function ChainResult({
  t,
  check,
}: {
  readonly t: Translator;
  readonly check: { readonly rows: number; readonly brokenAt: string | null; readonly lastHash: string | null };
}) {
  if (check.brokenAt !== null) {
    return (
      <Note tone="danger" live="alert" title={t("audit.broken", { id: check.brokenAt })}>
        <p>{t("audit.brokenText", { rows: check.rows })}</p>
      </Note>
    );
  }
  return (
    <Note tone="info" live="status" title={t("audit.verified", { rows: check.rows })}>
      {check.lastHash !== null && <p className="h-break">{t("audit.verifiedHash", { hash: check.lastHash })}</p>}
    </Note>
  );
}
