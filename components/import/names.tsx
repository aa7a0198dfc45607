import type { ReactNode } from "react";
import { Section } from "@/components/layout";
import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { MATCH_ACCEPT } from "@/lib/domain/naming";
import type { DryRunView, ViewNew } from "@/lib/features/import/data-view";
import { formatNumber, formatPercent } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { fieldText } from "./value-text";

/** Whom the names were taken for, with confidence, and which ones will be created. */
export function NamesSection({
  t,
  base,
  view,
}: {
  readonly t: Translator;
  /** `/c/<slug>` */ readonly base: string;
  readonly view: DryRunView;
}) {
  const fresh = view.newOrganisationCount + view.newProductCount;
  const percent = formatPercent(MATCH_ACCEPT, t.locale);
  return (
    <Section
      id="names"
      kicker={t("import.namesKicker")}
      finding={t("import.namesFinding", { matched: view.matchCount, fresh })}
      base={[t("import.namesBase", { percent }), t("import.namesBase2")]}
    >
      {view.matches.length > 0 && (
        <Fold t={t} title={t("import.matchesTitle")} shown={view.matches.length} total={view.matchCount} open>
          <ScrollTable caption={t("import.matchesTitle")} dense>
            <THead
              columns={[
                { label: t("import.colName") },
                { label: t("import.colField") },
                { label: t("import.colMatch") },
                { label: t("import.colConfidence"), num: true },
                { label: t("import.colRows"), num: true },
              ]}
            />
            <TBody>
              {view.matches.map((match) => (
                <Row key={`${match.field} ${match.text}`}>
                  <RowHead className="h-imp__name">{match.text}</RowHead>
                  <Cell>{fieldText(match.field, t)}</Cell>
                  <Cell>
                    <a
                      href={`${base}/catalogue/${match.field === "product" ? "products" : "organisations"}/${encodeURIComponent(match.id)}`}
                    >
                      {match.name}
                    </a>
                  </Cell>
                  <Cell num>{formatPercent(match.confidence, t.locale)}</Cell>
                  <Cell num>{formatNumber(match.rows, t.locale)}</Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
        </Fold>
      )}
      <NewNames
        t={t}
        title={t("import.newOrganisations", { count: view.newOrganisationCount })}
        names={view.newOrganisations}
        total={view.newOrganisationCount}
      />
      <NewNames
        t={t}
        title={t("import.newProducts", { count: view.newProductCount })}
        names={view.newProducts}
        total={view.newProductCount}
      />
      <NewNames
        t={t}
        title={t("import.newDepartments", { count: view.newDepartments.length })}
        names={view.newDepartments}
        total={view.newDepartments.length}
        plain
      />
    </Section>
  );
}

function NewNames({
  t,
  title,
  names,
  total,
  plain = false,
}: {
  readonly t: Translator;
  readonly title: string;
  readonly names: readonly ViewNew[];
  readonly total: number;
  /** Departments are compared as written: there is no suggestion. */
  readonly plain?: boolean;
}) {
  if (total === 0) return null;
  return (
    <Fold t={t} title={title} shown={names.length} total={total}>
      <ScrollTable caption={title} dense>
        <THead
          columns={[
            { label: t("import.colName") },
            ...(plain ? [] : [{ label: t("import.colSuggestion") }]),
            { label: t("import.colRows"), num: true },
          ]}
        />
        <TBody>
          {names.map((each) => (
            <Row key={each.name}>
              <RowHead className="h-imp__name">{each.name}</RowHead>
              {!plain && (
                <Cell quiet={each.suggestion === null}>
                  {each.suggestion === null
                    ? t("import.nothingClose")
                    : `${each.suggestion.name} (${formatPercent(each.suggestion.confidence, t.locale)})`}
                </Cell>
              )}
              <Cell num>{formatNumber(each.rows, t.locale)}</Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </Fold>
  );
}

function Fold({
  t,
  title,
  shown,
  total,
  open = false,
  children,
}: {
  readonly t: Translator;
  readonly title: string;
  readonly shown: number;
  readonly total: number;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details className="h-imp__fold" open={open}>
      <summary className="h-h3">{title}</summary>
      {children}
      {shown < total && (
        <p className="h-meta">
          {t("import.listedOf", { shown: formatNumber(shown, t.locale), total: formatNumber(total, t.locale) })}
        </p>
      )}
    </details>
  );
}
