import { RecordHead, Section } from "@/components/layout";
import { Cell, Empty, LinkButton, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { ProductDetail as Detail } from "@/lib/features/catalogue/data-details";
import type { Translator } from "@/lib/i18n";
import { recordHref } from "./address";
import { Corrections, inForce } from "./corrections";
import { FactTable, type FactLine } from "./fact-table";
import { capital, CatalogueNote, countryText, licenceText, Origin, RowTags, ServiceCount, WordedClass } from "./parts";
import { UsedServices } from "./used-services";

interface Props {
  readonly t: Translator;
  readonly base: string;
  readonly slug: string;
  readonly detail: Detail;
  readonly mayCorrect: boolean;
  readonly problem: string | null;
  readonly pageSize: number;
}

/** Everything known about one product, its alternatives, and the services on it. */
export function ProductDetail({ t, base, slug, detail, mayCorrect, problem, pageSize }: Props) {
  const { row, seen, maker, alternatives } = detail;
  const here = recordHref(base, "products", row.id);
  const active = inForce(detail.corrections);
  const none = seen.sourceModel === "open-source" ? t("catalogue.alternativesOpen") : t("catalogue.alternativesNone");
  const alternativesFinding =
    alternatives.length === 0
      ? `${t("catalogue.alternatives")}: ${none}`
      : `${t("catalogue.alternatives")}: ${alternatives.length}`;
  return (
    <>
      <RecordHead
        t={t}
        title={seen.name}
        lead={capital(`${licenceText(t, seen.licence)}; ${alternativesFinding}`)}
        marks={
          maker === null
            ? []
            : [
                <WordedClass
                  key="class"
                  t={t}
                  value={maker.standing.class}
                  atLeast={maker.standing.atLeast}
                  text={t("catalogue.makerReads", { name: maker.name })}
                />,
              ]
        }
        meta={
          <RowTags t={t} row={{ own: detail.own, corrected: active.size > 0, withdrawn: row.withdrawnAt !== null }} />
        }
        toc={[
          { id: "facts", label: t("catalogue.facts") },
          { id: "alternatives", label: t("catalogue.alternatives") },
          { id: "services", label: t("catalogue.usedKicker") },
          ...(detail.own ? [] : [{ id: "corrections", label: t("catalogue.corrections") }]),
        ]}
        actions={mayCorrect && detail.own && <LinkButton href={`${here}/edit`}>{t("common.edit")}</LinkButton>}
        facts={[
          {
            label: t("catalogue.category"),
            value: row.category === null ? "–" : t.dynamic(`category.${row.category}`),
          },
          { label: t("catalogue.sourceModel"), value: modelText(t, seen.sourceModel) },
          {
            label: t("catalogue.maker"),
            value:
              maker === null ? (
                t("common.unknown")
              ) : (
                <a
                  href={recordHref(base, "organisations", maker.id)}
                >{`${maker.name}, ${countryText(t, maker.country)}`}</a>
              ),
          },
          { label: t("catalogue.servicesOfCity"), value: <ServiceCount href="" count={detail.services.total} /> },
        ]}
      />
      <Section
        id="facts"
        strong
        kicker={t("catalogue.facts")}
        finding={detail.own ? t("catalogue.factsOwn") : t("catalogue.factsFinding", { corrected: active.size })}
        base={[
          capital(t(`catalogue.sure_${detail.provenance.confidence}`)),
          t(`catalogue.proof_${detail.provenance.evidence}`),
          ...(row.sourceModel === "proprietary" && !detail.own ? [t("catalogue.cautionSource")] : []),
        ]}
      >
        <FactTable
          t={t}
          name={t("catalogue.facts")}
          lines={factLines(t, detail)}
          provenance={detail.provenance}
          active={active}
          correctHref={mayCorrect && !detail.own ? (field) => `${here}/correct?field=${field}` : null}
        />
        {row.note !== null && <CatalogueNote title={t("catalogue.noteEnglish")} text={row.note} />}
        {row.evidenceDetail !== null && (
          <CatalogueNote title={t("catalogue.evidenceDetail")} text={row.evidenceDetail} />
        )}
      </Section>
      <Section
        id="alternatives"
        kicker={t("catalogue.alternatives")}
        finding={alternativesFinding}
        base={[
          t("catalogue.alternativesHint"),
          ...(alternatives.length === 0 && seen.sourceModel === "proprietary" ? [t("catalogue.cautionFach")] : []),
        ]}
      >
        {alternatives.length === 0 ? (
          <Empty title={alternativesFinding} />
        ) : (
          <Alternatives t={t} base={base} items={alternatives} />
        )}
      </Section>
      <UsedServices
        t={t}
        services={detail.services}
        total={detail.total}
        servicesBase={`/c/${slug}/services`}
        here={here}
        roles={false}
        pageSize={pageSize}
      />
      {!detail.own && (
        <Corrections
          t={t}
          corrections={detail.corrections}
          endAction={mayCorrect ? (id) => `/api/v1/cities/${slug}/corrections/${id}/end` : null}
          back={`${here}#corrections`}
          errors={problem}
        />
      )}
      <p className="h-base">{t("catalogue.legal")}</p>
    </>
  );
}

const modelText = (t: Translator, model: string | null): string =>
  model === null ? t("catalogue.modelUnknown") : t.dynamic(`catalogue.model_${model}`);

/** What the catalogue says about a field that may be corrected. */
export function statedText(t: Translator, { row, statedMaker }: Detail, field: string): string {
  if (field === "licence") return licenceText(t, row.licence);
  return field === "sourceModel" ? modelText(t, row.sourceModel) : (statedMaker ?? t("catalogue.makerNone"));
}

function factLines(t: Translator, detail: Detail): FactLine[] {
  const { row, seen, maker, partOf } = detail;
  const list = (items: readonly string[]) => (items.length === 0 ? t("catalogue.none") : items.join(", "));
  return [
    {
      label: t("catalogue.licence"),
      value: licenceText(t, seen.licence),
      field: "licence",
      stated: statedText(t, detail, "licence"),
    },
    {
      label: t("catalogue.sourceModel"),
      value: modelText(t, seen.sourceModel),
      field: "sourceModel",
      stated: statedText(t, detail, "sourceModel"),
    },
    {
      label: t("catalogue.osi"),
      value: t(seen.osiApproved === null ? "common.unknown" : seen.osiApproved ? "common.yes" : "common.no"),
    },
    {
      label: t("catalogue.maker"),
      value: maker?.name ?? t("catalogue.makerNone"),
      field: "makerId",
      stated: statedText(t, detail, "makerId"),
    },
    {
      label: t("catalogue.delivery"),
      value: list(row.delivery.map((each) => t.dynamic(`catalogue.delivery_${each}`))),
    },
    { label: t("catalogue.interfaces"), value: list(row.interfaces) },
    ...(partOf.length === 0 ? [] : [{ label: t("catalogue.partOf"), value: list(partOf.map((each) => each.name)) }]),
    ...(row.aliases.length === 0 ? [] : [{ label: t("catalogue.aliases"), value: row.aliases.join("; ") }]),
  ];
}

function Alternatives({
  t,
  base,
  items,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly items: Detail["alternatives"];
}) {
  return (
    <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.alternatives") })} stack>
      <THead
        columns={[
          { label: t("catalogue.name") },
          { label: t("catalogue.maker") },
          { label: t("catalogue.licence") },
          { label: t("catalogue.source") },
        ]}
      />
      <TBody>
        {items.map(({ product, maker }) => (
          <Row key={product.id}>
            <RowHead>
              <a href={recordHref(base, "products", product.id)}>{product.name}</a>
            </RowHead>
            <Cell label={t("catalogue.maker")}>{maker ?? t("common.unknown")}</Cell>
            <Cell label={t("catalogue.licence")}>{licenceText(t, product.licence)}</Cell>
            <Cell label={t("catalogue.source")} full>
              <Origin t={t} provenance={product.provenance} />
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}
