import type { Metadata } from "next";
import { CityTable } from "@/components/account/cities";
import { ListHead, PageShell } from "@/components/layout";
import { Empty } from "@/components/ui";
import { loadCities, loadPlainFrame } from "@/lib/features/account/loaders";
import { getT } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("account.citiesTitle") };
}

export default async function Cities() {
  const { cities } = await loadCities();
  const frame = await loadPlainFrame("/cities");
  const { t } = frame;
  return (
    <PageShell {...frame}>
      <ListHead title={t("account.citiesTitle")} sub={t("account.citiesSub", { count: cities.length })} />
      {cities.length === 0 ? (
        <Empty title={t("account.citiesNone")}>{t("account.citiesNoneText")}</Empty>
      ) : (
        <div className="h-narrowtable">
          <CityTable t={t} cities={cities} />
        </div>
      )}
    </PageShell>
  );
}
