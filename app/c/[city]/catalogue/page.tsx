import type { Metadata } from "next";
import { CatalogueFrame } from "@/components/catalogue/frame";
import { OrganisationList } from "@/components/catalogue/organisation-list";
import { LinkButton } from "@/components/ui";
import { loadOrganisations, type Search } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: `${t("catalogue.organisations")} – ${t("catalogue.title")}` };
}

export default async function Organisations({
  params,
  searchParams,
}: {
  params: Promise<{ city: string }>;
  searchParams: Promise<Search>;
}) {
  const { city } = await params;
  const { frame, counts, base, query, list, mayCorrect, pageSize } = await loadOrganisations(city, await searchParams);
  const { t } = frame;
  return (
    <CatalogueFrame
      frame={frame}
      base={base}
      counts={counts}
      current="organisations"
      sub={t("catalogue.foundOrganisations", { count: list.total })}
      actions={mayCorrect && <LinkButton href={`${base}/organisations/new`}>{t("catalogue.add")}</LinkButton>}
    >
      <OrganisationList
        t={t}
        base={base}
        query={query}
        list={list}
        pageSize={pageSize}
        csvHref={`/api/v1/cities/${city}/catalogue/organisations`}
      />
    </CatalogueFrame>
  );
}
