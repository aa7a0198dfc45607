import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Method, Output } from "@/lib/domain/method/types";
import { formatDate, formatNumber } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";

/** Native scale with its direction in words: 1 to 5, 1 is best. */
export function scaleText(t: Translator, output: Output): string {
  const { min, max, direction } = output.scale;
  return direction === "lower" ? t("methods.scaleLower", { min, max }) : t("methods.scaleHigher", { min, max });
}

/** Where a method was published; our own has no address. */
export function SourceLink({ t, method }: { readonly t: Translator; readonly method: Method }) {
  const { url, title } = method.source;
  if (!url.startsWith("https://")) return <>{t("methods.sourceOwn")}</>;
  return (
    <a href={url} rel="noreferrer external">
      {title}
    </a>
  );
}

/** Every method that ships. */
export function MethodTable({
  t,
  methods,
  href,
}: {
  readonly t: Translator;
  readonly methods: readonly Method[];
  readonly href: (method: Method) => string;
}) {
  return (
    <ScrollTable caption={t("methods.table")} stack>
      <THead
        columns={[
          { label: t("methods.method") },
          { label: t("methods.unit") },
          { label: t("methods.scale") },
          { label: t("methods.criteriaCount"), num: true },
          { label: t("methods.source") },
          { label: t("methods.date") },
          { label: t("methods.licence") },
        ]}
      />
      <TBody>
        {methods.map((method) => (
          <Row key={method.ref}>
            <RowHead sub={method.ref}>
              <a href={href(method)}>{tr(method.name, t.locale)}</a>
            </RowHead>
            <Cell label={t("methods.unit")}>{t(`methods.unit_${method.unit}`)}</Cell>
            <Cell label={t("methods.scale")}>
              {method.outputs.map((output) => (
                <span key={output.id} className="h-block">
                  {method.outputs.length > 1 && `${tr(output.name, t.locale)}: `}
                  {scaleText(t, output)}
                </span>
              ))}
            </Cell>
            <Cell num label={t("methods.criteriaCount")}>
              {formatNumber(method.criteria.length, t.locale)}
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
