import type { Metadata } from "next";
import { CatalogueFrame } from "@/components/catalogue/frame";
import { JurisdictionList } from "@/components/catalogue/jurisdiction-list";
import { loadJurisdictions } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: `${t("catalogue.jurisdictions")} – ${t("catalogue.title")}` };
}

export default async function Jurisdictions({ params }: { params: Promise<{ city: string }> }) {
  const { city } = await params;
  const { frame, counts, base, list } = await loadJurisdictions(city);
  const { t } = frame;
  return (
    <CatalogueFrame
      frame={frame}
      base={base}
      counts={counts}
      current="jurisdictions"
      sub={t("catalogue.foundJurisdictions", { count: list.length, listed: list.filter((item) => item.listed).length })}
    >
      <JurisdictionList t={t} base={base} list={list} csvHref={`/api/v1/cities/${city}/catalogue/jurisdictions`} />
    </CatalogueFrame>
  );
}
