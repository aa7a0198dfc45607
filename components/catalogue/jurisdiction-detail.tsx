import type { ReactNode } from "react";
import { RecordHead, Section } from "@/components/layout";
import { Cell, Empty, Note, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Provenance } from "@/lib/domain/facts";
import type { JurisdictionDetail as Detail } from "@/lib/features/catalogue/data-details";
import { formatDate } from "@/lib/format";
import { formatCountry } from "@/lib/format/country";
import type { Translator } from "@/lib/i18n";
import { address, recordHref } from "./address";
import { adequacyText, nameOf, unionText } from "./jurisdiction-list";
import { capital, CatalogueNote, English, Origin, ServiceCount } from "./parts";

/** One country: its access laws, how the GDPR looks at it, what else can reach, who is seated there. */
export function JurisdictionDetail({
  t,
  base,
  detail,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly detail: Detail;
}) {
  const { country, listed, used } = detail;
  const origin = (item: {
    source: string;
    confidence: Provenance["confidence"];
    evidence: "read" | "named-not-opened";
  }): Provenance => ({
    source: item.source,
    asOf: country.as_of,
    confidence: item.confidence,
    evidence: item.evidence,
  });
  const { adequacy, cloud_act_executive_agreement: agreement } = country;
  return (
    <>
      <RecordHead
        t={t}
        title={nameOf(t, country)}
        lead={`${t("catalogue.lawsFinding", { count: country.access_laws.length })}; ${t(listed ? "catalogue.listed" : "catalogue.notListed")}`}
        toc={[
          { id: "laws", label: t("catalogue.laws") },
          { id: "adequacy", label: t("catalogue.adequacy") },
          ...(country.other_levers.length > 0 ? [{ id: "levers", label: t("catalogue.levers") }] : []),
          { id: "seats", label: t("catalogue.organisations") },
        ]}
        facts={[
          { label: t("catalogue.union"), value: unionText(t, country) },
          { label: t("catalogue.adequacy"), value: adequacyText(t, country) },
          { label: t("catalogue.asOf"), value: formatDate(country.as_of, t.locale) },
          { label: t("catalogue.confidence"), value: t(`catalogue.confidence_${country.confidence}`) },
        ]}
      />
      <Section
        id="laws"
        strong
        kicker={t("catalogue.laws")}
        finding={t("catalogue.lawsFinding", { count: country.access_laws.length })}
        base={[t("catalogue.lawsNotResearchedHint"), t("catalogue.reviewed")]}
      >
        {country.access_laws.length === 0 ? (
          <Empty title={t("catalogue.lawsNotResearched")}>{t("catalogue.lawsNotResearchedHint")}</Empty>
        ) : (
          <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.laws") })} stack>
            <THead
              columns={[
                { label: t("catalogue.law") },
                { label: t("catalogue.reach") },
                { label: t("catalogue.status") },
                { label: t("catalogue.summary") },
                { label: t("catalogue.source") },
              ]}
            />
            <TBody>
              {country.access_laws.map((law) => (
                <Row key={law.name}>
                  <RowHead
                    sub={[law.year, t(`catalogue.lawKind_${law.kind}`)].filter((part) => part !== null).join(", ")}
                  >
                    <English>{law.name}</English>
                  </RowHead>
                  <Cell label={t("catalogue.reach")}>{t(`catalogue.reach_${law.reaches_data_abroad}`)}</Cell>
                  <Cell label={t("catalogue.status")}>
                    <English>{law.status}</English>
                  </Cell>
                  <Cell label={t("catalogue.summary")} full>
                    <English>{law.summary}</English>
                  </Cell>
                  <Cell label={t("catalogue.source")} full>
                    <Origin t={t} provenance={origin(law)} />
                  </Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
        )}
        {country.note !== null && <CatalogueNote title={t("catalogue.noteEnglish")} text={country.note} />}
      </Section>
      <Section
        id="adequacy"
        kicker={t("catalogue.adequacy")}
        finding={capital(adequacyText(t, country))}
        base={[t("catalogue.adequacySeparate")]}
      >
        {adequacy !== null && (
          <Lines
            t={t}
            name={t("catalogue.adequacy")}
            lines={[
              [
                t("catalogue.adequacyDecision"),
                adequacy.decision === null
                  ? t("catalogue.none")
                  : `${adequacy.decision}${adequacy.date === null ? "" : `, ${formatDate(adequacy.date, t.locale)}`}`,
              ],
              [t("catalogue.adequacyScope"), <English key="scope">{adequacy.scope}</English>],
              ...(adequacy.valid_until === null
                ? []
                : [[t("catalogue.adequacyUntil"), formatDate(adequacy.valid_until, t.locale)] as const]),
              [t("catalogue.adequacyStatus"), <English key="status">{adequacy.status_2026}</English>],
              [t("catalogue.source"), <Origin key="source" t={t} provenance={origin(adequacy)} />],
            ]}
          />
        )}
        {agreement !== null && (
          <Note title={`${t("catalogue.agreement")}:`}>
            {t("catalogue.agreementInForce", {
              name: agreement.name,
              country: formatCountry(agreement.with, t.locale),
              date: formatDate(agreement.in_force, t.locale),
            })}{" "}
            <Origin t={t} provenance={origin(agreement)} />
          </Note>
        )}
      </Section>
      {country.other_levers.length > 0 && (
        <Section
          id="levers"
          kicker={t("catalogue.levers")}
          finding={t("catalogue.leversFinding", { count: country.other_levers.length })}
        >
          <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.levers") })} stack>
            <THead
              columns={[
                { label: t("catalogue.lever") },
                { label: t("catalogue.effect") },
                { label: t("catalogue.source") },
              ]}
            />
            <TBody>
              {country.other_levers.map((lever) => (
                <Row key={lever.name}>
                  <RowHead>
                    <English>{lever.name}</English>
                  </RowHead>
                  <Cell label={t("catalogue.effect")} full>
                    <English>{lever.effect}</English>
                  </Cell>
                  <Cell label={t("catalogue.source")} full>
                    <Origin t={t} provenance={origin(lever)} />
                  </Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
        </Section>
      )}
      <Section
        id="seats"
        kicker={t("catalogue.organisations")}
        finding={t("catalogue.seatsHere", { count: detail.organisations })}
        base={[t("catalogue.seatsUsed", { count: used.length })]}
        reading={
          detail.organisations > 0 && <a href={address(base, { country: country.code })}>{t("catalogue.showAll")}</a>
        }
      >
        {used.length === 0 ? (
          <Empty title={t("catalogue.seatsUsed", { count: 0 })} />
        ) : (
          <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.organisations") })} stack>
            <THead columns={[{ label: t("catalogue.name") }, { label: t("catalogue.servicesOfCity"), num: true }]} />
            <TBody>
              {used.map((each) => (
                <Row key={each.id}>
                  <RowHead>
                    <a href={recordHref(base, "organisations", each.id)}>{each.name}</a>
                  </RowHead>
                  <Cell label={t("catalogue.servicesOfCity")} num>
                    <ServiceCount href={recordHref(base, "organisations", each.id)} count={each.services} />
                  </Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
        )}
      </Section>
    </>
  );
}

function Lines({
  t,
  name,
  lines,
}: {
  readonly t: Translator;
  readonly name: string;
  readonly lines: readonly (readonly [string, ReactNode])[];
}) {
  return (
    <ScrollTable caption={t("ui.tableOf", { name })} stack>
      <THead columns={[{ label: t("catalogue.fact") }, { label: t("catalogue.value") }]} />
      <TBody>
        {lines.map(([label, value]) => (
          <Row key={label}>
            <RowHead>{label}</RowHead>
            <Cell label={t("catalogue.value")} full>
              {value}
            </Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}
