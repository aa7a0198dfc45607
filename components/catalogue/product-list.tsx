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
import { SOURCE_MODELS } from "@/lib/domain/facts";
import type { Translator } from "@/lib/i18n";
import type { Page, ProductItem } from "@/lib/features/catalogue/data-lists";
import type { ProductQuery } from "@/lib/features/catalogue/schema";
import { address, recordHref } from "./address";
import { licenceText, RowTags, ServiceCount, SourceLink, Sureness } from "./parts";

const DEFAULTS = { page: 1, sort: "services" };

interface Props {
  readonly t: Translator;
  readonly base: string;
  readonly query: ProductQuery;
  readonly list: Page<ProductItem> & { readonly categories: readonly string[] };
  readonly csvHref: string;
  readonly pageSize: number;
}

/** The products, filtered, each with licence, maker, alternatives and where it comes from. */
export function ProductList({ t, base, query, list, csvHref, pageSize }: Props) {
  const path = `${base}/products`;
  const href = (change: Partial<Record<keyof ProductQuery, string | number | undefined>>) =>
    address(path, { ...query, page: 1, ...change }, DEFAULTS);
  const header = (by: ProductQuery["sort"], label: string) => (
    <SortHeader
      href={href({ sort: by })}
      label={label}
      sort={query.sort === by ? (by === "services" ? "descending" : "ascending") : undefined}
    />
  );
  return (
    <>
      <Filters t={t} path={path} query={query} categories={list.categories} />
      <Chips t={t} items={chips(t, query, href)} clearHref={path} />
      {list.total === 0 ? (
        <div className="h-mt">
          <Empty title={t("catalogue.nothingFound")}>{t("catalogue.nothingFoundHint")}</Empty>
        </div>
      ) : (
        <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.products") })} stack>
          <THead
            columns={[
              {
                id: "name",
                label: header("name", t("catalogue.name")),
                sort: query.sort === "name" ? "ascending" : undefined,
              },
              { id: "category", label: t("catalogue.category") },
              { id: "maker", label: t("catalogue.maker") },
              { id: "licence", label: t("catalogue.licence") },
              { id: "model", label: t("catalogue.sourceModel") },
              { id: "alternatives", label: t("catalogue.alternatives"), num: true },
              {
                id: "services",
                label: header("services", t("catalogue.services")),
                num: true,
                sort: query.sort === "services" ? "descending" : undefined,
              },
              { id: "confidence", label: t("catalogue.confidenceAndDate") },
              { id: "source", label: t("catalogue.source") },
            ]}
          />
          <TBody>
            {list.items.map((item) => (
              <ProductRow key={item.id} t={t} base={base} item={item} />
            ))}
          </TBody>
        </ScrollTable>
      )}
      <Pager t={t} page={list.page} pageSize={pageSize} total={list.total} href={(page) => href({ page })} />
      <DataTools t={t} csvHref={address(csvHref, { ...query, page: 1 }, DEFAULTS)} />
      <p className="h-base">{t("catalogue.cautionFach")}</p>
      <p className="h-base">{t("catalogue.cautionSource")}</p>
      <p className="h-base">{t("catalogue.alternativesHint")}</p>
    </>
  );
}

function ProductRow({ t, base, item }: { readonly t: Translator; readonly base: string; readonly item: ProductItem }) {
  const href = recordHref(base, "products", item.id);
  return (
    <Row>
      <RowHead>
        <a href={href}>{item.name}</a>
        <RowTags t={t} row={item} />
      </RowHead>
      <Cell label={t("catalogue.category")}>
        {item.category === null ? "–" : t.dynamic(`category.${item.category}`)}
      </Cell>
      <Cell label={t("catalogue.maker")}>
        {item.maker === null ? (
          <span className="h-2">{t("common.unknown")}</span>
        ) : (
          <a href={recordHref(base, "organisations", item.maker.id)}>{item.maker.name}</a>
        )}
      </Cell>
      <Cell label={t("catalogue.licence")}>{licenceText(t, item.licence)}</Cell>
      <Cell label={t("catalogue.sourceModel")}>
        {item.sourceModel === null ? t("catalogue.modelUnknown") : t(`catalogue.model_${item.sourceModel}`)}
      </Cell>
      <Cell label={t("catalogue.alternatives")} num>
        {item.alternatives === 0 ? (
          <span className="h-2">
            {t(item.sourceModel === "open-source" ? "catalogue.alternativesOpen" : "catalogue.alternativesNone")}
          </span>
        ) : (
          <a href={`${href}#alternatives`}>{item.alternatives}</a>
        )}
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
  path,
  query,
  categories,
}: {
  readonly t: Translator;
  readonly path: string;
  readonly query: ProductQuery;
  readonly categories: readonly string[];
}) {
  const all = { value: "", label: t("common.all") };
  const named = categories
    .map((value) => ({ value, label: t.dynamic(`category.${value}`) }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));
  const count = [query.q !== "", query.category, query.model, query.confidence, query.used].filter(Boolean).length;
  return (
    <FilterBar
      t={t}
      action={path}
      label={t("catalogue.products")}
      count={count}
      keep={query.sort === "services" ? {} : { sort: query.sort }}
    >
      <TextField
        id="q"
        name="q"
        label={t("catalogue.searchProduct")}
        type="search"
        defaultValue={query.q}
        maxLength={200}
      />
      <SelectField
        id="category"
        name="category"
        label={t("catalogue.category")}
        defaultValue={query.category ?? ""}
        options={[all, ...named]}
      />
      <SelectField
        id="model"
        name="model"
        label={t("catalogue.sourceModel")}
        defaultValue={query.model ?? ""}
        options={[all, ...SOURCE_MODELS.map((value) => ({ value, label: t(`catalogue.model_${value}`) }))]}
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
  query: ProductQuery,
  href: (change: Partial<Record<keyof ProductQuery, undefined>>) => string,
) {
  const chip = (key: keyof ProductQuery, name: string, value: string | undefined) =>
    value === undefined || value === ""
      ? []
      : [{ text: `${name}: ${value}`, name, removeHref: href({ [key]: undefined }) }];
  return [
    ...chip("q", t("common.search"), query.q),
    ...chip("category", t("catalogue.category"), query.category && t.dynamic(`category.${query.category}`)),
    ...chip("model", t("catalogue.sourceModel"), query.model && t(`catalogue.model_${query.model}`)),
    ...chip("confidence", t("catalogue.confidence"), query.confidence && t(`catalogue.confidence_${query.confidence}`)),
    ...chip("used", t("catalogue.use"), query.used && t("catalogue.useYes")),
  ];
}
