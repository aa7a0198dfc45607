import type { ReactNode } from "react";
import type { FactRef, Provenance } from "@/lib/domain/facts";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { placeName, word } from "@/lib/i18n/service-words";

/** Date, confidence and kind of evidence of a fact, and its source as a link where it is an address. */
export function ProvenanceText({ t, provenance }: { readonly t: Translator; readonly provenance: Provenance }) {
  const { source, asOf, confidence, evidence } = provenance;
  const parts = [
    ...(asOf === null ? [] : [t("common.asOf", { date: formatDate(asOf, t.locale) })]),
    t(CONFIDENCE[confidence]),
    word(t, "evidence", evidence),
  ];
  return (
    <span className="h-2">
      {parts.join(", ")}
      {source !== null && (
        <>
          {", "}
          {/^https?:\/\//.test(source) ? (
            <a href={source} rel="noreferrer">
              {t("common.source")}
            </a>
          ) : (
            source
          )}
        </>
      )}
    </span>
  );
}

export const CONFIDENCE = {
  high: "common.confidenceHigh",
  medium: "common.confidenceMedium",
  low: "common.confidenceLow",
} as const;

const VALUE_LISTS: Readonly<Record<string, string>> = {
  sourceModel: "licence",
  operatingModel: "operation",
  codePublished: "yesNo",
  ownDevelopment: "yesNo",
  skills: "yesNo",
  "contract.securityUpdates": "yesNo",
  "contract.exitClause": "yesNo",
  "contract.dataReturnClause": "yesNo",
  "control.keys": "holder",
};

/** The value of a fact in words. */
function factValue(t: Translator, { field, value }: FactRef): string {
  if (value === null) return t("common.unknown");
  if (field === "country") return placeName(t, value);
  const list = VALUE_LISTS[field];
  return list === undefined ? value : word(t, list, value === "open-source" ? "open" : value);
}

/** Address of the catalogue page of what a fact is about; null for the service itself. */
export function subjectHref(base: string, subject: string): string | null {
  const [kind, id] = [subject.slice(0, subject.indexOf(":")), subject.slice(subject.indexOf(":") + 1)];
  if (kind === "organisation") return `${base}/catalogue/organisations/${encodeURIComponent(id)}`;
  return kind === "product" ? `${base}/catalogue/products/${encodeURIComponent(id)}` : null;
}

/** The facts behind an answer, closed until somebody wants to see them. */
export function FactDetails({
  t,
  base,
  facts,
}: {
  readonly t: Translator;
  /** `/c/<city>` */
  readonly base: string;
  readonly facts: readonly FactRef[];
}) {
  if (facts.length === 0) return null;
  return (
    <details className="h-more">
      <summary>{t("service.facts", { count: facts.length })}</summary>
      <ul className="h-factlist">
        {facts.map((fact, i) => (
          <li key={i}>
            <Subject base={base} fact={fact} />: {word(t, "fact", fact.field)}{" "}
            <strong className="h-strong">{factValue(t, fact)}</strong>
            <br />
            <ProvenanceText t={t} provenance={fact.provenance} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Subject({ base, fact }: { readonly base: string; readonly fact: FactRef }): ReactNode {
  const href = subjectHref(base, fact.subject);
  return href === null ? fact.subjectName : <a href={href}>{fact.subjectName}</a>;
}
