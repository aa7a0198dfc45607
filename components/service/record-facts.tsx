import { Facts, Section } from "@/components/layout";
import { Cell, Row, RowHead, ScrollTable, TBody, THead, type ExposureClass } from "@/components/ui";
import type { ServiceRole } from "@/lib/domain/service/types";
import { formatDate, formatMoney } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { placeName, word } from "@/lib/i18n/service-words";
import type { DependencyRow, ServiceValues } from "@/lib/features/service/data";
import { ProvenanceText } from "./facts";
import { ClassMark } from "./record-exposure";

/** Organisations in their roles with place and data access, and who decides over data, operation, keys and access. */
export function PartiesSection({
  t,
  base,
  roles,
  values,
  nameOf,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly roles: readonly ServiceRole[];
  readonly values: ServiceValues;
  readonly nameOf: (organisationId: string) => string;
}) {
  const control = [
    [t("service.control_data"), values.controlData],
    [t("service.control_operation"), values.controlOperation],
    [t("service.control_keys"), values.controlKeys],
    [t("service.control_access"), values.controlAccess],
  ] as const;
  return (
    <Section
      id="parties"
      kicker={t("service.tocParties")}
      finding={t("service.partiesFinding", { count: roles.length })}
      base={[t("service.partiesBase")]}
    >
      {roles.length > 0 && (
        <ScrollTable caption={t("service.rolesTitle")} stack>
          <THead
            columns={[
              { label: t("service.role") },
              { label: t("service.organisation") },
              { label: t("service.readsData") },
              { label: t("service.location") },
              { label: t("service.source") },
            ]}
          />
          <TBody>
            {roles.map((role, i) => (
              <Row key={i}>
                <RowHead>{word(t, "role", role.role)}</RowHead>
                <Cell label={t("service.organisation")} keyFigure>
                  {role.organisationId === null ? (
                    t("service.unknownOrganisation")
                  ) : (
                    <a href={`${base}/catalogue/organisations/${encodeURIComponent(role.organisationId)}`}>
                      {nameOf(role.organisationId)}
                    </a>
                  )}
                </Cell>
                <Cell label={t("service.readsData")}>{word(t, "access", role.dataAccess)}</Cell>
                <Cell label={t("service.location")}>{placeName(t, role.location)}</Cell>
                <Cell label={t("service.source")} full>
                  <ProvenanceText t={t} provenance={role.provenance} />
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
      <h3 className="h-h3 h-mt-l">{t("service.controlTitle")}</h3>
      <Facts
        items={control.map(([label, value]) => ({
          label,
          value: value === null ? t("service.notStated") : word(t, "holder", value),
        }))}
      />
    </Section>
  );
}

/** Which services this one needs, and which need it. */
export function DependencySection({
  t,
  base,
  needs,
  neededBy,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly needs: readonly DependencyRow[];
  readonly neededBy: readonly DependencyRow[];
}) {
  return (
    <Section
      id="dependencies"
      kicker={t("service.tocDependencies")}
      finding={t("service.dependenciesFinding", { needs: needs.length, needed: neededBy.length })}
      base={[t("service.dependenciesProprietary", { count: neededBy.filter((edge) => edge.proprietary).length })]}
    >
      <div className="h-duo">
        <DependencyTable
          t={t}
          base={base}
          title={t("service.needs", { count: needs.length })}
          none={t("service.needsNone")}
          rows={needs}
        />
        <DependencyTable
          t={t}
          base={base}
          title={t("service.neededBy", { count: neededBy.length })}
          none={t("service.neededByNone")}
          rows={neededBy}
        />
      </div>
    </Section>
  );
}

/** Rows of one side; the rest of a service that hundreds need is only counted. */
const MOST_ROWS = 50;

function DependencyTable({
  t,
  base,
  title,
  none,
  rows,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly title: string;
  readonly none: string;
  readonly rows: readonly DependencyRow[];
}) {
  return (
    <div>
      <h3 className="h-h3">{title}</h3>
      {rows.length === 0 ? (
        <p className="h-meta">{none}</p>
      ) : (
        <ScrollTable caption={title}>
          <THead
            columns={[
              { label: t("service.service") },
              { label: t("service.kind") },
              { label: t("service.coupling") },
              { label: t("service.risk") },
            ]}
          />
          <TBody>
            {rows.slice(0, MOST_ROWS).map((edge) => (
              <Row key={edge.id}>
                <RowHead>
                  <a href={`${base}/services/${edge.other.id}`}>{edge.other.name}</a>
                </RowHead>
                <Cell>{word(t, "dependency", edge.kind)}</Cell>
                <Cell strong={edge.proprietary}>
                  {t(edge.proprietary ? "service.proprietary" : "service.openCoupling")}
                </Cell>
                <Cell>
                  <ClassMark
                    t={t}
                    value={edge.other.exposure as ExposureClass | null}
                    atLeast={edge.other.exposureAtLeast}
                  />
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      )}
      {rows.length > MOST_ROWS && <p className="h-meta">{t("common.of", { part: MOST_ROWS, whole: rows.length })}</p>}
    </div>
  );
}

/** Contract dates and the computed last day for notice. */
export function ContractSection({
  t,
  values,
  noticeBy,
  today,
}: {
  readonly t: Translator;
  readonly values: ServiceValues;
  readonly noticeBy: string | null;
  readonly today: string;
}) {
  const date = (day: string | null) => (day === null ? t("service.notStated") : formatDate(day, t.locale));
  const yesNo = (value: string | null) => (value === null ? t("service.notStated") : word(t, "yesNo", value));
  const finding =
    noticeBy !== null
      ? t(noticeBy < today ? "service.contractNoticePassed" : "service.contractNoticeBy", { date: date(noticeBy) })
      : values.contractEnd !== null
        ? t("service.contractEndOnly", { date: date(values.contractEnd) })
        : t("service.contractNone");
  return (
    <Section id="contract" kicker={t("service.tocContract")} finding={finding} base={[t("service.contractBase")]}>
      <Facts
        items={[
          { label: t("service.contractStart"), value: date(values.contractStart) },
          { label: t("service.contractEnd"), value: date(values.contractEnd) },
          {
            label: t("service.noticeMonths"),
            value:
              values.noticeMonths === null
                ? t("service.notStated")
                : t("service.months", { count: values.noticeMonths }),
          },
          { label: t("inventory.col_notice"), value: noticeBy === null ? t("common.unknown") : date(noticeBy) },
          { label: t("service.exitClause"), value: yesNo(values.exitClause) },
          { label: t("service.dataReturnClause"), value: yesNo(values.dataReturnClause) },
          { label: t("service.securityUpdates"), value: yesNo(values.securityUpdates) },
          { label: t("service.skills"), value: yesNo(values.skills) },
          {
            label: t("service.costPerYear"),
            value: values.costPerYear === null ? t("service.notStated") : formatMoney(values.costPerYear, t.locale),
          },
        ]}
      />
    </Section>
  );
}
