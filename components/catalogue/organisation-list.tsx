import {
  Cell,
  Chips,
  DataTools,
  Empty,
  FilterBar,
  Pager,
  Row,
  RowHead,
  ScrollTable,
  SelectField,
  SortHeader,
  TBody,
  TextField,
  THead,
} from "@/components/ui";
import { formatCountry } from "@/lib/format/country";
import type { Translator } from "@/lib/i18n";
import type { OrganisationItem, Page } from "@/lib/features/catalogue/data-lists";
import { ORGANISATION_KINDS, US_NEXUS, type OrganisationQuery } from "@/lib/features/catalogue/schema";
import { address, recordHref } from "./address";
import { countryText, ReaderClass, RowTags, ServiceCount, SourceLink, Sureness, TopOwner } from "./parts";

const DEFAULTS = { page: 1, sort: "services" };

interface Props {
  readonly t: Translator;
  readonly base: string;
  readonly query: OrganisationQuery;
  readonly list: Page<OrganisationItem> & { readonly countries: readonly string[] };
  readonly csvHref: string;
  readonly pageSize: number;
}

/** The organisations, filtered, each with owner, class, services and where it comes from. */
export function OrganisationList({ t, base, query, list, csvHref, pageSize }: Props) {
  const href = (change: Partial<Record<keyof OrganisationQuery, string | number | undefined>>) =>
    address(base, { ...query, page: 1, ...change }, DEFAULTS);
  const columns = [
    { id: "name", label: sort("name", t("catalogue.name")) },
    { id: "kind", label: t("catalogue.kind") },
    { id: "country", label: sort("country", t("catalogue.seat")) },
    { id: "owner", label: t("catalogue.ownerTop") },
    { id: "class", label: t("catalogue.classShort") },
    { id: "services", label: sort("services", t("catalogue.services")), num: true },
    { id: "confidence", label: t("catalogue.confidenceAndDate") },
    { id: "source", label: t("catalogue.source") },
  ].map((column) =>
    column.id === query.sort
      ? { ...column, sort: query.sort === "services" ? ("descending" as const) : ("ascending" as const) }
      : column,
  );
  function sort(by: OrganisationQuery["sort"], label: string) {
    const direction = by === "services" ? "descending" : "ascending";
    return <SortHeader href={href({ sort: by })} label={label} sort={query.sort === by ? direction : undefined} />;
  }
  return (
    <>
      <Filters t={t} base={base} query={query} countries={list.countries} />
      <Chips t={t} items={chips(t, query, href)} clearHref={base} />
      {list.total === 0 ? (
        <div className="h-mt">
          <Empty title={t("catalogue.nothingFound")}>{t("catalogue.nothingFoundHint")}</Empty>
        </div>
      ) : (
        <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.organisations") })} stack>
          <THead columns={columns} />
          <TBody>
            {list.items.map((item) => (
              <OrganisationRow key={item.id} t={t} base={base} item={item} />
            ))}
          </TBody>
        </ScrollTable>
      )}
      <Pager t={t} page={list.page} pageSize={pageSize} total={list.total} href={(page) => href({ page })} />
      <DataTools t={t} csvHref={address(csvHref, { ...query, page: 1 }, DEFAULTS)} />
      <p className="h-base">{t("catalogue.readerHint")}</p>
      <p className="h-base">
        {t("catalogue.openEnds")} {t("catalogue.legal")}
      </p>
    </>
  );
}

function OrganisationRow({
  t,
  base,
  item,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly item: OrganisationItem;
}) {
  const href = recordHref(base, "organisations", item.id);
  return (
    <Row>
      <RowHead>
        <a href={href}>{item.name}</a>
        <RowTags t={t} row={item} />
      </RowHead>
      <Cell label={t("catalogue.kind")}>
        {item.kind === null ? t("catalogue.kindUnknown") : t.dynamic(`catalogue.kind_${item.kind}`)}
      </Cell>
      <Cell label={t("catalogue.seat")}>{countryText(t, item.country)}</Cell>
      <Cell label={t("catalogue.ownerTop")} full>
        <TopOwner t={t} base={base} id={item.id} standing={item.standing} confidence={item.provenance.confidence} />
      </Cell>
      <Cell label={t("catalogue.classShort")} keyFigure>
        <ReaderClass t={t} standing={item.standing} />
      </Cell>
      <Cell label={t("catalogue.services")} num>
        <ServiceCount href={href} count={item.services} />
      </Cell>
      <Cell label={t("catalogue.confidenceAndDate")} full>
        <Sureness t={t} provenance={item.provenance} />
      </Cell>
      <Cell label={t("catalogue.source")}>
        <SourceLink t={t} source={item.provenance.source} />
      </Cell>
    </Row>
  );
}

function Filters({
  t,
  base,
  query,
  countries,
}: Pick<Props, "t" | "base" | "query"> & { readonly countries: readonly string[] }) {
  const all = { value: "", label: t("common.all") };
  const named = countries
    .map((code) => ({ value: code, label: formatCountry(code, t.locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));
  const count = [query.q !== "", query.country, query.kind, query.nexus, query.confidence, query.used].filter(
    Boolean,
  ).length;
  return (
    <FilterBar
      t={t}
      action={base}
      label={t("catalogue.organisations")}
      count={count}
      keep={query.sort === "services" ? {} : { sort: query.sort }}
    >
      <TextField
        id="q"
        name="q"
        label={t("catalogue.searchOrganisation")}
        type="search"
        defaultValue={query.q}
        maxLength={200}
      />
      <SelectField
        id="country"
        name="country"
        label={t("catalogue.seat")}
        defaultValue={query.country ?? ""}
        options={[all, ...named, { value: "unknown", label: t("common.unknown") }]}
      />
      <SelectField
        id="kind"
        name="kind"
        label={t("catalogue.kind")}
        defaultValue={query.kind ?? ""}
        options={[all, ...ORGANISATION_KINDS.map((value) => ({ value, label: t(`catalogue.kind_${value}`) }))]}
      />
      <SelectField
        id="nexus"
        name="nexus"
        label={t("catalogue.nexus")}
        defaultValue={query.nexus ?? ""}
        options={[all, ...US_NEXUS.map((value) => ({ value, label: t(`catalogue.nexus_${value}`) }))]}
      />
      <SelectField
        id="confidence"
        name="confidence"
        label={t("catalogue.confidence")}
        defaultValue={query.confidence ?? ""}
        options={[
          all,
          ...(["high", "medium", "low"] as const).map((value) => ({
            value,
            label: t(`catalogue.confidence_${value}`),
          })),
        ]}
      />
      <SelectField
        id="used"
        name="used"
        label={t("catalogue.use")}
        defaultValue={query.used ?? ""}
        options={[all, { value: "yes", label: t("catalogue.useYes") }]}
      />
    </FilterBar>
  );
}

function chips(
  t: Translator,
  query: OrganisationQuery,
  href: (change: Partial<Record<keyof OrganisationQuery, undefined>>) => string,
) {
  const chip = (key: keyof OrganisationQuery, name: string, value: string | undefined) =>
    value === undefined || value === ""
      ? []
      : [{ text: `${name}: ${value}`, name, removeHref: href({ [key]: undefined }) }];
  return [
    ...chip("q", t("common.search"), query.q),
    ...chip(
      "country",
      t("catalogue.seat"),
      query.country && (query.country === "unknown" ? t("common.unknown") : formatCountry(query.country, t.locale)),
    ),
    ...chip("kind", t("catalogue.kind"), query.kind && t(`catalogue.kind_${query.kind}`)),
    ...chip("nexus", t("catalogue.nexus"), query.nexus && t(`catalogue.nexus_${query.nexus}`)),
    ...chip("confidence", t("catalogue.confidence"), query.confidence && t(`catalogue.confidence_${query.confidence}`)),
    ...chip("used", t("catalogue.use"), query.used && t("catalogue.useYes")),
  ];
}
