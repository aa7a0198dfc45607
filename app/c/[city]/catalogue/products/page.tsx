import type { Metadata } from "next";
import { CatalogueFrame } from "@/components/catalogue/frame";
import { ProductList } from "@/components/catalogue/product-list";
import { LinkButton } from "@/components/ui";
import { loadProducts, type Search } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: `${t("catalogue.products")} – ${t("catalogue.title")}` };
}

export default async function Products({
  params,
  searchParams,
}: {
  params: Promise<{ city: string }>;
  searchParams: Promise<Search>;
}) {
  const { city } = await params;
  const { frame, counts, base, query, list, mayCorrect, pageSize } = await loadProducts(city, await searchParams);
  const { t } = frame;
  return (
    <CatalogueFrame
      frame={frame}
      base={base}
      counts={counts}
      current="products"
      sub={t("catalogue.foundProducts", { count: list.total })}
      actions={mayCorrect && <LinkButton href={`${base}/products/new`}>{t("catalogue.addProduct")}</LinkButton>}
    >
      <ProductList
        t={t}
        base={base}
        query={query}
        list={list}
        pageSize={pageSize}
        csvHref={`/api/v1/cities/${city}/catalogue/products`}
      />
    </CatalogueFrame>
  );
}
