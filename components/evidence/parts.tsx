import { standingOn } from "@/lib/domain/evidence";
import type { EvidenceRow } from "@/lib/features/evidence/schema";
import { formatDate, formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { criterionKey, type EvidenceCriterion } from "@/lib/domain/evidence/criteria";

/** Names of criteria by `criterionKey`. */
export type CriterionNames = ReadonlyMap<string, EvidenceCriterion>;

export const criterionNames = (criteria: readonly EvidenceCriterion[]): CriterionNames =>
  new Map(criteria.map((each) => [criterionKey(each.methodId, each.criterion), each]));

/** Method and question in words; their ids for a method that is gone. */
export function criterionText(t: Translator, names: CriterionNames, methodId: string, criterion: string) {
  const known = names.get(criterionKey(methodId, criterion));
  return known === undefined
    ? { method: methodId, criterion }
    : { method: tr(known.methodName, t.locale), criterion: tr(known.text, t.locale) };
}

const ENDINGS: Readonly<Record<string, string>> = { "text/plain": "TXT", "image/jpeg": "JPEG", "image/png": "PNG" };

/** What it is, as a link that is only shown, a file to save or the words themselves, and how it can be recognised. */
export function EvidenceTitle({
  t,
  api,
  row,
}: {
  readonly t: Translator;
  /** `/api/v1/cities/<slug>/evidence` */
  readonly api: string;
  readonly row: EvidenceRow;
}) {
  if (row.kind === "link" && row.url !== null) {
    return (
      <>
        <a href={row.url} rel="noreferrer noopener nofollow external">
          {row.title}
        </a>
        <span className="h-cellsub h-anywhere">{row.url}</span>
      </>
    );
  }
  if (row.kind === "file") {
    const name = row.fileName ?? "";
    const type = ENDINGS[row.fileType ?? ""] ?? name.split(".").at(-1)?.toUpperCase() ?? "";
    return (
      <>
        <a href={`${api}/${row.id}/file`} aria-label={`${row.title}: ${t("evidence.download", { name })}`}>
          {row.title}
        </a>
        <span className="h-cellsub h-anywhere">
          {name} ({t("evidence.fileInfo", { type, size: fileSize(t, row.fileSize) })})
        </span>
        {row.sha256 !== null && (
          <span className="h-cellsub" title={row.sha256}>
            {t("evidence.hash", { hash: row.sha256.slice(0, 12) })}
          </span>
        )}
      </>
    );
  }
  return (
    <>
      {row.title}
      <span className="h-cellsub h-pretext">{row.text}</span>
    </>
  );
}

function fileSize(t: Translator, bytes: number | null): string {
  const size = bytes ?? 0;
  return size < 100_000
    ? `${formatNumber(Math.max(0.1, size / 1000), t.locale, { digits: 1 })} kB`
    : `${formatNumber(size / 1_000_000, t.locale, { digits: 1 })} MB`;
}

/** When it is valid, and how it stands today; what does not count is marked by its word, not by colour. */
export function Validity({
  t,
  row,
  today,
}: {
  readonly t: Translator;
  readonly row: EvidenceRow;
  readonly today: string;
}) {
  const { validFrom, expiresOn, receivedOn } = row;
  const from = validFrom === null ? null : formatDate(validFrom, t.locale);
  const to = expiresOn === null ? null : formatDate(expiresOn, t.locale);
  const standing = standingOn(row, today);
  return (
    <>
      <span className={standing === "valid" ? undefined : "h-strong"}>{t(`evidence.standing_${standing}`)}</span>
      <span className="h-cellsub">
        {from !== null && to !== null
          ? t("evidence.fromTo", { from, to })
          : from !== null
            ? t("evidence.from", { from })
            : to !== null
              ? t("evidence.to", { to })
              : t("evidence.noEnd")}
      </span>
      {receivedOn !== null && (
        <span className="h-cellsub">{t("evidence.received", { date: formatDate(receivedOn, t.locale) })}</span>
      )}
    </>
  );
}
