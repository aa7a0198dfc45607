import type { ReactNode } from "react";
import type { MetricResult } from "@/lib/domain/strategy/metric-result";
import type { Translator } from "@/lib/i18n";
import { ratioText } from "./format";

/** Address of the services a query means. */
export const servicesHref = (base: string, query: string | null): string | undefined =>
  query === null ? undefined : `${base}/services${query === "" ? "" : `?${query}`}`;

/** A link where there is somewhere to go. */
export function Maybe({ href, children }: { readonly href?: string; readonly children: ReactNode }) {
  return href === undefined ? <>{children}</> : <a href={href}>{children}</a>;
}

/** What stands beside a figure: numerator of denominator, and every kind of unknown, each leading to its services. */
export function MetricBase({
  t,
  base,
  result,
}: {
  readonly t: Translator;
  /** Path of the city, `/c/musterstadt`. */
  readonly base: string;
  readonly result: MetricResult;
}) {
  const { by, unit, queries, unknownFact, unknownWeight, populationUnknown, uncertain } = result;
  const parts: { readonly id: string; readonly text: string; readonly query: string | null }[] = [];
  if (unknownFact > 0 || unknownWeight === 0) {
    parts.push({
      id: "unknown",
      text: t("strategy.baseUnknown", { count: unknownFact }),
      query: unknownFact > 0 ? queries.unknownFact : null,
    });
  }
  if (unknownWeight > 0) {
    parts.push({
      id: "weight",
      text: t(`strategy.baseWeightUnknown_${by}`, { count: unknownWeight }),
      query: queries.unknownWeight,
    });
  }
  if (populationUnknown > 0) {
    parts.push({
      id: "population",
      text: t("strategy.basePopulation", { count: populationUnknown }),
      query: queries.populationUnknown,
    });
  }
  if (uncertain > 0)
    parts.push({ id: "uncertain", text: t("strategy.baseUncertain", { count: uncertain }), query: null });
  const counted = result.measured === 0 ? undefined : servicesHref(base, queries.counted);
  return (
    <>
      {unit === "index" || counted === undefined ? (
        ratioText(result, t)
      ) : (
        <Maybe href={counted}>{ratioText(result, t)}</Maybe>
      )}
      {parts.map((part) => (
        <span key={part.id}>
          , <Maybe href={servicesHref(base, part.query)}>{part.text}</Maybe>
        </span>
      ))}
    </>
  );
}

/** The same without links, for text alternatives and tables. */
export function baseText(result: MetricResult, t: Translator): string {
  const { unknownFact, unknownWeight, by } = result;
  const parts = [ratioText(result, t)];
  if (unknownFact > 0 || unknownWeight === 0) parts.push(t("strategy.baseUnknown", { count: unknownFact }));
  if (unknownWeight > 0) parts.push(t(`strategy.baseWeightUnknown_${by}`, { count: unknownWeight }));
  return parts.join(", ");
}
