import { Button, Cell, ErrorSummary, Row, RowHead, ScrollTable, TBody, TextField, THead } from "@/components/ui";
import type { SnapshotInfo } from "@/lib/features/snapshot/data";
import { formatDate, formatDateTime, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";

/** Takes a named snapshot of today. */
export function SnapshotForm({
  t,
  base,
  citySlug,
  form,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly citySlug: string;
  readonly form: FormState;
}) {
  return (
    <>
      <ErrorSummary title={t("errors.validationTitle")} errors={form.errors} />
      <form className="h-ctl h-snapform" method="post" action={`/api/v1/cities/${citySlug}/snapshots`}>
        <input type="hidden" name="back" value={`${base}/strategy/snapshots`} />
        <TextField
          id="name"
          name="name"
          label={t("strategy.snapshotName")}
          hint={t("strategy.snapshotNameHint")}
          required
          maxLength={120}
          defaultValue={form.value("name")}
          error={form.error("name")}
        />
        <Button variant="primary">{t("strategy.snapshotTake")}</Button>
      </form>
    </>
  );
}

/** All snapshots with their hashes, newest first. */
export function SnapshotTable({
  t,
  base,
  snapshots,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly snapshots: readonly SnapshotInfo[];
}) {
  return (
    <ScrollTable caption={t("strategy.snapshotsTable")} stack>
      <THead
        columns={[
          { id: "date", label: t("strategy.date") },
          { id: "kind", label: t("strategy.snapshotKind") },
          { id: "services", label: t("strategy.snapshotServices"), num: true },
          { id: "method", label: t("strategy.snapshotMethod") },
          { id: "hash", label: t("strategy.snapshotHash") },
          { id: "verify", label: t("strategy.snapshotVerify"), hidden: true },
          { id: "compare", label: t("strategy.snapshotCompare"), hidden: true },
        ]}
      />
      <TBody>
        {snapshots.map((each) => {
          const date = formatDate(each.date, t.locale);
          return (
            <Row key={each.id} id={`s-${each.id}`}>
              <RowHead sub={formatDateTime(each.createdAt, t.locale)}>
                {each.name === null ? date : `${date}, ${each.name}`}
              </RowHead>
              <Cell label={t("strategy.snapshotKind")}>
                {t(each.kind === "named" ? "strategy.snapshotNamed" : "strategy.snapshotDaily")}
              </Cell>
              <Cell num label={t("strategy.snapshotServices")}>
                {formatNumber(each.services, t.locale)}
              </Cell>
              <Cell label={t("strategy.snapshotMethod")}>{each.methodRef}</Cell>
              <Cell full label={t("strategy.snapshotHash")} title={each.hash}>
                <code>{each.hash.slice(0, 16)}…</code>
              </Cell>
              <Cell>
                <a
                  href={`${base}/strategy/snapshots?verify=${each.id}`}
                  aria-label={t("strategy.snapshotVerifyOf", { date })}
                >
                  {t("strategy.snapshotVerify")}
                </a>
              </Cell>
              <Cell>
                <a href={`${base}?compare=${each.id}#change`} aria-label={t("strategy.snapshotCompareOf", { date })}>
                  {t("strategy.snapshotCompare")}
                </a>
              </Cell>
            </Row>
          );
        })}
      </TBody>
    </ScrollTable>
  );
}
