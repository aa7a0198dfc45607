import { RecordHead, Section } from "@/components/layout";
import { Cell, Empty, LinkButton, Note, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { HoldingAbove } from "@/lib/domain/catalogue/standing";
import { describePath, describeReason } from "@/lib/domain/exposure";
import type { OrganisationDetail as Detail } from "@/lib/features/catalogue/data-details";
import { formatNumber } from "@/lib/format";
import { formatCountry } from "@/lib/format/country";
import type { Translator } from "@/lib/i18n";
import { recordHref } from "./address";
import { Corrections, inForce } from "./corrections";
import { FactTable, type FactLine } from "./fact-table";
import {
  capital,
  CatalogueNote,
  countryText,
  licenceText,
  Origin,
  RowTags,
  ServiceCount,
  TopOwner,
  WordedClass,
} from "./parts";
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

/** Everything known about one organisation, each fact with where it comes from. */
export function OrganisationDetail({ t, base, slug, detail, mayCorrect, problem, pageSize }: Props) {
  const { row, seen, standing } = detail;
  const here = recordHref(base, "organisations", row.id);
  const toc = [
    { id: "facts", label: t("catalogue.facts") },
    { id: "chain", label: t("catalogue.chain") },
    { id: "exposure", label: t("catalogue.exposureKicker") },
    ...(detail.holds.length > 0 ? [{ id: "holds", label: t("catalogue.holds") }] : []),
    ...(detail.products.length > 0 ? [{ id: "products", label: t("catalogue.products") }] : []),
    { id: "services", label: t("catalogue.usedKicker") },
    ...(detail.own ? [] : [{ id: "corrections", label: t("catalogue.corrections") }]),
  ];
  return (
    <>
      <RecordHead
        t={t}
        title={seen.name}
        lead={[exposureFinding(t, detail), ...sureness(t, detail)].join(". ")}
        marks={[
          <WordedClass
            key="class"
            t={t}
            value={standing.class}
            atLeast={standing.atLeast}
            text={t("catalogue.classShort")}
          />,
        ]}
        meta={
          <RowTags
            t={t}
            row={{
              own: detail.own,
              corrected: inForce(detail.corrections).size > 0,
              withdrawn: row.withdrawnAt !== null,
            }}
          />
        }
        toc={toc}
        actions={mayCorrect && detail.own && <LinkButton href={`${here}/edit`}>{t("common.edit")}</LinkButton>}
        facts={[
          {
            label: t("catalogue.kind"),
            value: row.kind === null ? t("catalogue.kindUnknown") : t.dynamic(`catalogue.kind_${row.kind}`),
          },
          {
            label: t("catalogue.seat"),
            value:
              seen.country === null ? (
                t("catalogue.seatUnknown")
              ) : (
                <a href={recordHref(base, "jurisdictions", seen.country)}>{formatCountry(seen.country, t.locale)}</a>
              ),
          },
          {
            label: t("catalogue.ownerTop"),
            value: (
              <TopOwner t={t} base={base} id={row.id} standing={standing} confidence={seen.provenance.confidence} />
            ),
          },
          { label: t("catalogue.servicesOfCity"), value: <ServiceCount href="" count={detail.services.total} /> },
        ]}
      />
      <Facts t={t} here={here} detail={detail} mayCorrect={mayCorrect} />
      <Chain
        t={t}
        base={base}
        detail={detail}
        correctHref={mayCorrect && !detail.own ? `${here}/correct?field=owner` : null}
      />
      <Section
        id="exposure"
        kicker={t("catalogue.exposureKicker")}
        finding={exposureFinding(t, detail)}
        base={[...sureness(t, detail), t("catalogue.readerHint"), t("catalogue.openEnds"), t("catalogue.legal")]}
      >
        {standing.finding && (
          <>
            {standing.finding.path.length > 2 && (
              <p className="h-sentence">{describePath(standing.finding.path.slice(1), t.locale, seen.name)}</p>
            )}
            <p className="h-mt">{describeReason(standing.finding.reason, t.locale)}</p>
          </>
        )}
        {standing.missing.length > 0 && (
          <div className="h-mt">
            <Note title={`${t("catalogue.missing")}:`}>
              {standing.missing.map((reason) => describeReason(reason, t.locale)).join(" ")}
            </Note>
          </div>
        )}
      </Section>
      {detail.holds.length > 0 && (
        <Section
          id="holds"
          kicker={t("catalogue.holds")}
          finding={t("catalogue.holdsFinding", { count: detail.holds.length })}
        >
          <Holdings t={t} base={base} holdings={detail.holds} downward />
        </Section>
      )}
      {detail.products.length > 0 && <Products t={t} base={base} detail={detail} />}
      <UsedServices
        t={t}
        services={detail.services}
        total={detail.total}
        servicesBase={`/c/${slug}/services`}
        here={here}
        roles
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
    </>
  );
}

/** How sure the class is, where there is one: as sure as the weakest link of its path. */
const sureness = (t: Translator, { standing }: Detail): string[] =>
  standing.class === null || standing.finding === null || standing.finding.confidence === "high"
    ? []
    : [capital(t(`catalogue.sure_${standing.finding.confidence}`))];

function exposureFinding(t: Translator, { standing }: Detail): string {
  if (standing.class === null || (standing.class === "J0" && standing.atLeast)) return t("catalogue.exposureOpen");
  return t(standing.atLeast ? "catalogue.exposureAtLeast" : "catalogue.exposureFinding", { class: standing.class });
}

/** What the catalogue says about a field that may be corrected. */
export function statedText(t: Translator, { row, statedOwners }: Detail, field: string): string {
  if (field === "country") return countryText(t, row.country);
  if (field === "publicSector") return t(row.publicSector ? "common.yes" : "common.no");
  if (row.ownershipKnown !== "listed") return t.dynamic(`catalogue.ownership_${row.ownershipKnown}`);
  return statedOwners
    .map(
      ({ name, share }) =>
        `${name ?? t("catalogue.ownerUnknown")}${share === null ? "" : ` (${formatNumber(share, t.locale)} %)`}`,
    )
    .join(", ");
}

function Facts({
  t,
  here,
  detail,
  mayCorrect,
}: {
  readonly t: Translator;
  readonly here: string;
  readonly detail: Detail;
  readonly mayCorrect: boolean;
}) {
  const { row, seen } = detail;
  const yesNo = (value: boolean) => t(value ? "common.yes" : "common.no");
  const active = inForce(detail.corrections);
  const lines: FactLine[] = [
    ...(row.legalEntity === null ? [] : [{ label: t("catalogue.legalEntity"), value: row.legalEntity }]),
    {
      label: t("catalogue.seat"),
      value: countryText(t, seen.country),
      field: "country",
      stated: statedText(t, detail, "country"),
    },
    {
      label: t("catalogue.publicSector"),
      value: yesNo(seen.publicSector),
      field: "publicSector",
      stated: statedText(t, detail, "publicSector"),
    },
    {
      label: t("catalogue.ownership"),
      value: ownerText(t, detail),
      field: "owner",
      stated: statedText(t, detail, "owner"),
    },
    ...(row.usNexus === null
      ? []
      : [{ label: t("catalogue.nexus"), value: t.dynamic(`catalogue.nexus_${row.usNexus}`) }]),
    ...(seen.affiliates.length === 0
      ? []
      : [
          {
            label: t("catalogue.affiliates"),
            value: seen.affiliates.map(({ country }) => formatCountry(country, t.locale)).join(", "),
          },
        ]),
    ...(row.aliases.length === 0 ? [] : [{ label: t("catalogue.aliases"), value: row.aliases.join("; ") }]),
  ];
  return (
    <Section
      id="facts"
      strong
      kicker={t("catalogue.facts")}
      finding={detail.own ? t("catalogue.factsOwn") : t("catalogue.factsFinding", { corrected: active.size })}
      base={[
        capital(t(`catalogue.sure_${detail.provenance.confidence}`)),
        t(`catalogue.proof_${detail.provenance.evidence}`),
      ]}
    >
      <FactTable
        t={t}
        name={t("catalogue.facts")}
        lines={lines}
        provenance={detail.provenance}
        active={active}
        correctHref={mayCorrect && !detail.own ? (field) => `${here}/correct?field=${field}` : null}
      />
      {row.note !== null && <CatalogueNote title={t("catalogue.noteEnglish")} text={row.note} />}
    </Section>
  );
}

/** The owners in one line; what is only known to be unknown says so. */
function ownerText(t: Translator, { seen, above }: Detail): string {
  if (seen.ownershipKnown !== "listed") return t(`catalogue.ownership_${seen.ownershipKnown}`);
  return above
    .filter((holding) => holding.depth === 1)
    .map(
      ({ owner, ownership }) =>
        `${owner?.name ?? t("catalogue.ownerUnknown")}${ownership.share === null ? "" : ` (${formatNumber(ownership.share, t.locale)} %)`}`,
    )
    .join(", ");
}

function Chain({
  t,
  base,
  detail,
  correctHref,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly detail: Detail;
  readonly correctHref: string | null;
}) {
  const { standing, seen, above } = detail;
  const { top } = standing;
  const alone = top.id === seen.id;
  const finding = alone
    ? t(top.known ? "catalogue.chainNone" : "catalogue.chainUnknown")
    : t(top.known ? "catalogue.chainKnown" : "catalogue.chainOpen", { name: top.name });
  return (
    <Section
      id="chain"
      kicker={t("catalogue.chain")}
      finding={finding}
      base={top.known || above.length === 0 ? [] : [t("catalogue.chainUnknownHint")]}
    >
      {top.path.length > 0 && (
        <p className="h-sentence">{describePath(top.path, t.locale, `${seen.name} (${seen.country ?? "?"})`)}</p>
      )}
      {above.length > 0 ? (
        <Holdings t={t} base={base} holdings={above} />
      ) : top.known ? (
        <p>
          {t(`catalogue.ownership_${seen.ownershipKnown}`)}: <Origin t={t} provenance={seen.provenance} />
        </p>
      ) : (
        <Empty
          row
          title={t("catalogue.chainUnknown")}
          action={correctHref !== null && <LinkButton href={correctHref}>{t("catalogue.chainState")}</LinkButton>}
        >
          {t("catalogue.chainUnknownHint")}
        </Empty>
      )}
    </Section>
  );
}

function Holdings({
  t,
  base,
  holdings,
  downward = false,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly holdings: readonly (HoldingAbove & { readonly services?: number })[];
  readonly downward?: boolean;
}) {
  return (
    <ScrollTable caption={t("ui.tableOf", { name: t(downward ? "catalogue.holds" : "catalogue.chain") })} stack>
      <THead
        columns={[
          { label: t("catalogue.owned") },
          ...(downward ? [] : [{ label: t("catalogue.owner") }]),
          { label: t("catalogue.seat") },
          { label: t("catalogue.share") },
          ...(downward ? [{ label: t("catalogue.services"), num: true }] : []),
          { label: t("catalogue.source") },
        ]}
      />
      <TBody>
        {holdings.map(({ organisation, owner, ownership, services }, i) => (
          <Row key={i}>
            <RowHead>
              <a href={recordHref(base, "organisations", organisation.id)}>{organisation.name}</a>
            </RowHead>
            {!downward && (
              <Cell label={t("catalogue.owner")}>
                {owner === undefined ? (
                  <span className="h-2">{t("catalogue.ownerUnknown")}</span>
                ) : (
                  <a href={recordHref(base, "organisations", owner.id)}>{owner.name}</a>
                )}
              </Cell>
            )}
            <Cell label={t("catalogue.seat")}>
              {countryText(t, (downward ? organisation : owner)?.country ?? null)}
            </Cell>
            <Cell label={t("catalogue.share")}>
              {ownership.share === null ? t("catalogue.shareUnknown") : `${formatNumber(ownership.share, t.locale)} %`}
              {ownership.control && <span className="h-cellsub">{t("catalogue.control")}</span>}
            </Cell>
            {downward && (
              <Cell label={t("catalogue.services")} num>
                <ServiceCount href={recordHref(base, "organisations", organisation.id)} count={services ?? 0} />
              </Cell>
            )}
            <Cell label={t("catalogue.source")} full>
              <Origin t={t} provenance={ownership.provenance} />
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

function Products({ t, base, detail }: { readonly t: Translator; readonly base: string; readonly detail: Detail }) {
  const finding = t("catalogue.madeProducts", { count: detail.products.length });
  return (
    <Section id="products" kicker={t("catalogue.products")} finding={finding}>
      <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.products") })} stack>
        <THead
          columns={[
            { label: t("catalogue.name") },
            { label: t("catalogue.category") },
            { label: t("catalogue.licence") },
            { label: t("catalogue.alternatives"), num: true },
          ]}
        />
        <TBody>
          {detail.products.map((product) => (
            <Row key={product.id}>
              <RowHead>
                <a href={recordHref(base, "products", product.id)}>{product.name}</a>
              </RowHead>
              <Cell label={t("catalogue.category")}>
                {product.category === null ? "–" : t.dynamic(`category.${product.category}`)}
              </Cell>
              <Cell label={t("catalogue.licence")}>{licenceText(t, product.licence)}</Cell>
              <Cell label={t("catalogue.alternatives")} num>
                {product.alternatives.length === 0 ? (
                  <span className="h-2">{t("catalogue.alternativesNone")}</span>
                ) : (
                  <a href={`${recordHref(base, "products", product.id)}#alternatives`}>{product.alternatives.length}</a>
                )}
              </Cell>
            </Row>
          ))}
        </TBody>
      </ScrollTable>
    </Section>
  );
}
