import { Cell, DataTools, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import { formatDate } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import type { JurisdictionItem } from "@/lib/features/catalogue/data-lists";
import type { CountryRow } from "@/lib/features/catalogue/schema";
import { address, recordHref } from "./address";
import { SourceLink } from "./parts";

/** The country's name in the reader's language. */
export const nameOf = (t: Translator, row: CountryRow): string => (t.locale === "de" ? row.name_de : row.name_en);

/** How the GDPR looks at the country; the Data Privacy Framework only covers those certified under it. */
export const adequacyText = (t: Translator, row: CountryRow): string =>
  row.code === "US" && row.gdpr_status === "adequate-partial"
    ? `${t("catalogue.gdpr_adequate-partial")}: ${t("catalogue.dpf")}`
    : t(`catalogue.gdpr_${row.gdpr_status}`);

export const unionText = (t: Translator, row: CountryRow): string =>
  row.eu ? t("catalogue.eu") : row.eea ? t("catalogue.eea") : t("catalogue.third");

/** All countries with their access laws, those that count first. */
export function JurisdictionList({
  t,
  base,
  list,
  csvHref,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly list: readonly JurisdictionItem[];
  readonly csvHref: string;
}) {
  const sorted = [...list].sort(
    (a, b) => Number(b.listed) - Number(a.listed) || nameOf(t, a.row).localeCompare(nameOf(t, b.row), t.locale),
  );
  return (
    <>
      <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.jurisdictions") })} stack>
        <THead
          columns={[
            { id: "country", label: t("catalogue.country") },
            { id: "union", label: t("catalogue.union") },
            { id: "laws", label: t("catalogue.laws") },
            { id: "reach", label: t("catalogue.reach") },
            { id: "adequacy", label: t("catalogue.adequacy") },
            { id: "seats", label: t("catalogue.seatsColumn"), num: true },
            { id: "asOf", label: t("catalogue.asOf") },
            { id: "confidence", label: t("catalogue.confidence") },
            { id: "source", label: t("catalogue.source") },
          ]}
        />
        <TBody>
          {sorted.map((item) => (
            <JurisdictionRow key={item.row.code} t={t} base={base} item={item} />
          ))}
        </TBody>
      </ScrollTable>
      <DataTools t={t} csvHref={csvHref} />
      <p className="h-base">{t("catalogue.lawsNotResearchedHint")}</p>
      <p className="h-base">{t("catalogue.adequacySeparate")}</p>
      <p className="h-base">{t("catalogue.reviewed")}</p>
    </>
  );
}

/** A law's name up to its section numbers; a number in parentheses may be all that tells a regulation from others. */
const listedName = (name: string): string => name.split(/ \/ |, /)[0]?.trim() ?? name;

function JurisdictionRow({
  t,
  base,
  item,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly item: JurisdictionItem;
}) {
  const { row } = item;
  const reaches = [...new Set(row.access_laws.map((law) => law.reaches_data_abroad))];
  const worst = (["yes", "conditional", "unclear", "no"] as const).find((reach) => reaches.includes(reach));
  return (
    <Row>
      <RowHead sub={item.listed ? t("catalogue.listed") : undefined}>
        <a href={recordHref(base, "jurisdictions", row.code)}>{nameOf(t, row)}</a>
      </RowHead>
      <Cell label={t("catalogue.union")}>{unionText(t, row)}</Cell>
      <Cell label={t("catalogue.laws")} full>
        {row.access_laws.length === 0 ? (
          <span className="h-2">{t("catalogue.lawsNotResearched")}</span>
        ) : (
          row.access_laws.map((law) => `${listedName(law.name)}${law.year === null ? "" : ` (${law.year})`}`).join(", ")
        )}
      </Cell>
      <Cell label={t("catalogue.reach")}>
        {worst === undefined ? (
          <span className="h-2">{t("catalogue.lawsNotResearched")}</span>
        ) : (
          t(`catalogue.reach_${worst}`)
        )}
      </Cell>
      <Cell label={t("catalogue.adequacy")}>{adequacyText(t, row)}</Cell>
      <Cell label={t("catalogue.seatsColumn")} num>
        {item.organisations === 0 ? (
          <span className="h-2">0</span>
        ) : (
          <a href={address(base, { country: row.code })}>{item.organisations}</a>
        )}
        {", "}
        {item.used === 0 ? "0" : <a href={address(base, { country: row.code, used: "yes" })}>{item.used}</a>}
      </Cell>
      <Cell label={t("catalogue.asOf")} nowrap>
        {formatDate(row.as_of, t.locale)}
      </Cell>
      <Cell label={t("catalogue.confidence")}>
        <span className={row.confidence === "high" ? undefined : "h-strong"}>
          {t(`catalogue.confidence_${row.confidence}`)}
        </span>
      </Cell>
      <Cell label={t("catalogue.source")}>
        <SourceLink t={t} source={row.source} />
      </Cell>
    </Row>
  );
}
