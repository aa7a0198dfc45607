import type { ReactNode } from "react";
import { Mark, Note, type ExposureClass } from "@/components/ui";
import type { Standing } from "@/lib/domain/catalogue/standing";
import type { Provenance } from "@/lib/domain/facts";
import { formatDate } from "@/lib/format";
import { formatCountry } from "@/lib/format/country";
import type { Translator } from "@/lib/i18n";
import { recordHref } from "./address";

interface Said {
  readonly t: Translator;
  readonly provenance: Provenance;
}

const isAddress = (source: string): boolean => /^https?:\/\//i.test(source);

function hostOf(source: string): string {
  try {
    return new URL(source).hostname.replace(/^www\./, "");
  } catch {
    return source;
  }
}

/** The source as a plain link with its host as text; a document's name as it is. */
export function SourceLink({ t, source }: { readonly t: Translator; readonly source: string | null }) {
  if (source === null) return <span className="h-2">{t("catalogue.sourceNone")}</span>;
  if (!isAddress(source)) return <>{source}</>;
  return (
    <a href={source} rel="noreferrer noopener">
      {hostOf(source)}
    </a>
  );
}

/** Confidence and date in a list: below high it is a word that stands out, and general knowledge says so. */
export function Sureness({ t, provenance }: Said) {
  const { asOf, confidence, evidence } = provenance;
  return (
    <>
      <span className={confidence === "high" ? undefined : "h-strong"}>{t(`catalogue.confidence_${confidence}`)}</span>
      {", "}
      <span className="h-nw">{asOf === null ? t("catalogue.asOfUnknown") : formatDate(asOf, t.locale)}</span>
      <span className="h-cellsub h-sure">{t(`catalogue.evidence_${evidence}`)}</span>
    </>
  );
}

/** Where a fact comes from and how sure it is, in words. */
export function Origin({ t, provenance }: Said) {
  const { asOf, confidence, evidence } = provenance;
  return (
    <>
      <SourceLink t={t} source={provenance.source} />
      <span className="h-cellsub h-origin">
        {capital(asOf === null ? t("catalogue.asOfUnknown") : t("common.asOf", { date: formatDate(asOf, t.locale) }))}
        {". "}
        {capital(t(`catalogue.sure_${confidence}`))}
        {". "}
        {evidence !== "read" && t(`catalogue.proof_${evidence}`)}
      </span>
    </>
  );
}

/** `Deutschland`, or the honest unknown. */
export const countryText = (t: Translator, code: string | null): string =>
  code === null ? t("catalogue.seatUnknown") : formatCountry(code, t.locale);

export const licenceText = (t: Translator, licence: string | null): string =>
  licence === null
    ? t("catalogue.licenceUnknown")
    : licence === "LicenseRef-proprietary"
      ? t("catalogue.licenceProprietary")
      : licence;

/** Who stands at the top, and whether that is certain. */
export function TopOwner({
  t,
  base,
  id,
  standing,
  confidence,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly id: string;
  readonly standing: Standing;
  /** Of the organisation's own row: below high, having no owner is only as far as known. */
  readonly confidence: Provenance["confidence"];
}) {
  const { top } = standing;
  if (top.id === id || top.id === null) {
    if (!top.known) return <span className="h-2">{t("catalogue.ownerSelfOpen")}</span>;
    return t(confidence === "high" ? "catalogue.ownerSelf" : "catalogue.ownerSelfLikely");
  }
  return (
    <>
      <a href={recordHref(base, "organisations", top.id)}>{top.name}</a>
      <span className="h-cellsub">
        {countryText(t, top.country)}
        {!top.known && `; ${t("catalogue.ownerOpen")}`}
      </span>
    </>
  );
}

/** Class of a service whose data the organisation could read. */
export function ReaderClass({ t, standing }: { readonly t: Translator; readonly standing: Standing }) {
  const confidence = standing.class === null ? null : (standing.finding?.confidence ?? null);
  return (
    <>
      <ClassMark t={t} value={standing.class} atLeast={standing.atLeast} />
      {confidence === "medium" && <span className="h-cellsub h-nw">{t("common.confidenceMedium")}</span>}
      {confidence === "low" && <span className="h-cellsub h-nw">{t("common.confidenceLow")}</span>}
    </>
  );
}

export function ClassMark({
  t,
  value,
  atLeast,
}: {
  readonly t: Translator;
  readonly value: string | null;
  readonly atLeast: boolean;
}) {
  const shown = value as ExposureClass | null;
  // A J0 with a missing link is no J0.
  if (shown === null || (shown === "J0" && atLeast))
    return <Mark kind="exposure" value={null} state="unknown" label={t("common.exposureUnknown")} />;
  return (
    <Mark
      kind="exposure"
      value={shown}
      state={atLeast ? "at-least" : "value"}
      label={t(atLeast ? "common.exposureAtLeast" : "common.exposure", { level: shown })}
      atLeast={t("common.atLeastShort")}
    />
  );
}

/** The class with its words beside it. */
export const WordedClass = ({
  text,
  ...mark
}: {
  readonly t: Translator;
  readonly value: string | null;
  readonly atLeast: boolean;
  readonly text: string;
}) => (
  <span className="h-marked">
    <ClassMark {...mark} />
    <span>{text}</span>
  </span>
);

/** A sentence or finding that begins with a word of the data. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a reader has to know about the row itself: the city's own, corrected, withdrawn. */
export function RowTags({
  t,
  row,
}: {
  readonly t: Translator;
  readonly row: { readonly own: boolean; readonly corrected?: boolean; readonly withdrawn: boolean };
}) {
  const tags = [
    row.own ? t("catalogue.ownTag") : null,
    row.corrected === true ? t("catalogue.correctedTag") : null,
    row.withdrawn ? t("catalogue.withdrawnTag") : null,
  ].filter((tag) => tag !== null);
  return tags.map((tag) => (
    <span key={tag}>
      {" "}
      <span className="h-tag">{tag}</span>
    </span>
  ));
}

/** Text of the catalogue that exists in English only. */
export const English = ({ children }: { readonly children: ReactNode }) => <span lang="en">{children}</span>;

/** A number of services that leads to them; nothing to lead to when there is none. */
export const ServiceCount = ({ href, count }: { readonly href: string; readonly count: number }) =>
  count === 0 ? <span className="h-2">0</span> : <a href={`${href}#services`}>{count}</a>;

/** A remark of the catalogue as it stands there. */
export const CatalogueNote = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <div className="h-mt">
    <Note title={`${title}:`}>
      <English>{text}</English>
    </Note>
  </div>
);
