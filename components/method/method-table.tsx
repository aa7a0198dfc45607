import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Method, Output } from "@/lib/domain/method/types";
import { formatDate, formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { methodHref, passOrFail } from "./parts";

/** Native scale with its direction in words: 1 to 5, 1 is best. */
export function scaleText(t: Translator, output: Output): string {
  const { min, max, direction } = output.scale;
  // Pass or fail has no scale worth a number.
  if (passOrFail(output))
    return [...output.levels]
      .sort((a, b) => b.from - a.from)
      .map(({ name }) => tr(name, t.locale))
      .join(" / ");
  const sign = output.sign === undefined ? "" : `\u00a0${output.sign}`;
  const ends = {
    min: `${formatNumber(min, t.locale)}${sign}`,
    max: `${formatNumber(max, t.locale, { maxDigits: 4 })}${sign}`,
  };
  return direction === "lower" ? t("methods.scaleLower", ends) : t("methods.scaleHigher", ends);
}

/** Where a method was published; our own and a city's may have no address. */
export function SourceLink({ t, method }: { readonly t: Translator; readonly method: Method }) {
  const { url, title } = method.source;
  if (url.startsWith("urn:hoheit:")) return <>{t("methods.sourceOwn")}</>;
  if (!/^https?:\/\//.test(url)) return <>{title}</>;
  return (
    <a href={url} rel="noreferrer external">
      {title}
    </a>
  );
}

/** Scale of each output; a pair says that its halves belong together. */
export function ScaleLines({ t, method }: { readonly t: Translator; readonly method: Method }) {
  return (
    <>
      {method.outputs.map((output) => (
        <span key={output.id} className="h-block">
          {method.outputs.length > 1 && `${tr(output.name, t.locale)}: `}
          {scaleText(t, output)}
        </span>
      ))}
      {method.pair && <span className="h-cellsub">{t("methods.pairNote")}</span>}
    </>
  );
}

export interface ListedMethod {
  readonly method: Method;
  /** The city's own. */
  readonly own: boolean;
  /** Questions that can follow from facts. */
  readonly derivable: number;
}

/** Every method that the city can assess by. */
export function MethodTable({
  t,
  methods,
  base,
}: {
  readonly t: Translator;
  readonly methods: readonly ListedMethod[];
  /** `/c/<city>` */
  readonly base: string;
}) {
  return (
    <ScrollTable caption={t("methods.table")} stack variant="h-table--criteria">
      <THead
        columns={[
          { label: t("methods.method") },
          { label: t("methods.unit") },
          { label: t("methods.scale") },
          { label: t("methods.criteriaCount"), num: true },
          { label: t("methods.derivable"), num: true },
          { label: t("methods.source") },
          { label: t("methods.date") },
          { label: t("methods.licence") },
        ]}
      />
      <TBody>
        {methods.map(({ method, own, derivable }) => (
          <Row key={method.ref}>
            <RowHead sub={own ? `${method.ref}, ${t("methods.ownBadge")}` : method.ref}>
              <a href={methodHref(base, method)}>{tr(method.name, t.locale)}</a>
            </RowHead>
            <Cell label={t("methods.unit")}>{t(`methods.unit_${method.unit}`)}</Cell>
            <Cell label={t("methods.scale")}>
              <ScaleLines t={t} method={method} />
            </Cell>
            <Cell num label={t("methods.criteriaCount")}>
              {formatNumber(method.criteria.length, t.locale)}
            </Cell>
            <Cell num label={t("methods.derivable")}>
              {formatNumber(derivable, t.locale)}
            </Cell>
            <Cell label={t("methods.source")}>
              <SourceLink t={t} method={method} />
            </Cell>
            <Cell label={t("methods.date")} nowrap>
              {formatDate(method.source.date, t.locale)}
            </Cell>
            <Cell label={t("methods.licence")}>
              {method.licence.spdx}
              {method.licence.attribution && (
                <span className="h-cellsub">{tr(method.licence.attribution, t.locale)}</span>
              )}
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}
