import { Section } from "@/components/layout";
import { Cell, Empty, Mark, Pager, Row, RowHead, ScrollTable, TBody, THead, type MunichLevel } from "@/components/ui";
import type { ServiceUses } from "@/lib/features/catalogue/data-details";
import type { Translator } from "@/lib/i18n";
import { ClassMark } from "./parts";

/** The city's services behind a count, a page at a time. */
export function UsedServices({
  t,
  services,
  total,
  servicesBase,
  here,
  roles,
  pageSize,
}: {
  readonly t: Translator;
  readonly services: ServiceUses;
  /** Services of the city that could be counted. */
  readonly total: number;
  readonly servicesBase: string;
  /** Address of this page. */
  readonly here: string;
  /** Shows the organisation's role in each service. */
  readonly roles: boolean;
  readonly pageSize: number;
}) {
  return (
    <Section
      id="services"
      kicker={t("catalogue.usedKicker")}
      finding={t("catalogue.usedFinding", { count: services.total })}
      base={[t("catalogue.usedBase", { count: services.total, total }), ...(roles ? [t("catalogue.usedHint")] : [])]}
    >
      {services.items.length === 0 ? (
        <Empty title={t("catalogue.usedFinding", { count: 0 })} />
      ) : (
        <>
          <ScrollTable caption={t("ui.tableOf", { name: t("catalogue.servicesOfCity") })} stack>
            <THead
              columns={[
                { label: t("catalogue.services") },
                ...(roles ? [{ label: t("catalogue.roleColumn") }] : []),
                { label: t("catalogue.department") },
                { label: t("catalogue.munichLevel") },
                { label: t("catalogue.exposureKicker") },
              ]}
            />
            <TBody>
              {services.items.map((service) => (
                <Row key={service.id}>
                  <RowHead>
                    <a href={`${servicesBase}/${service.id}`}>{service.name}</a>
                  </RowHead>
                  {roles && <Cell label={t("catalogue.roleColumn")}>{rolesText(t, service.roles)}</Cell>}
                  <Cell label={t("catalogue.department")}>{service.department ?? "–"}</Cell>
                  <Cell label={t("catalogue.munichLevel")}>
                    <Mark
                      kind="munich"
                      value={service.munich as MunichLevel | null}
                      label={
                        service.munich === null ? t("common.notAssessed") : t("common.level", { level: service.munich })
                      }
                    />
                  </Cell>
                  <Cell label={t("catalogue.exposureKicker")}>
                    <ClassMark t={t} value={service.exposure} atLeast={service.exposureAtLeast} />
                  </Cell>
                </Row>
              ))}
            </TBody>
          </ScrollTable>
          {services.total > pageSize && (
            <Pager
              t={t}
              page={services.page}
              pageSize={pageSize}
              total={services.total}
              href={(page) => `${here}?page=${page}#services`}
            />
          )}
        </>
      )}
    </Section>
  );
}

/** Who makes the product is usually named as maker already. */
function rolesText(t: Translator, roles: readonly string[]): string {
  const told = roles.includes("maker") ? roles.filter((role) => role !== "product-maker") : roles;
  return told
    .map((role) => t.dynamic(role === "product-maker" ? "catalogue.role_product-maker" : `words.role_${role}`))
    .join(", ");
}
