import { Cell, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { Role } from "@/lib/domain/access/permissions";
import type { Translator } from "@/lib/i18n";

export interface CityOfUser {
  readonly slug: string;
  readonly name: string;
  readonly demo: boolean;
  readonly role: string;
}

/** Cities of a person with the role in each. */
export function CityTable({ t, cities }: { readonly t: Translator; readonly cities: readonly CityOfUser[] }) {
  return (
    <ScrollTable caption={t("account.citiesTable")} stack>
      <THead columns={[{ label: t("account.city") }, { label: t("account.role") }]} />
      <TBody>
        {cities.map((city) => (
          <Row key={city.slug}>
            <RowHead>
              <a href={`/c/${city.slug}`}>{city.name}</a>
              {city.demo && (
                <>
                  {" "}
                  <span className="h-tag">{t("nav.demo")}</span>
                </>
              )}
            </RowHead>
            <Cell label={t("account.role")}>{t(`roles.${city.role as Role}`)}</Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}
