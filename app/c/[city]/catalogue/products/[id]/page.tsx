import type { Metadata } from "next";
import { RecordFrame } from "@/components/catalogue/frame";
import { ProductDetail } from "@/components/catalogue/product-detail";
import { loadProduct, type Search } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

interface Props {
  readonly params: Promise<{ city: string; id: string }>;
  readonly searchParams: Promise<Search>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [t, { city, id }, search] = await Promise.all([getT(), params, searchParams]);
  const { detail } = await loadProduct(city, id, search);
  return { title: `${detail.seen.name} – ${t("catalogue.title")}` };
}

export default async function Product({ params, searchParams }: Props) {
  const { city, id } = await params;
  const { frame, base, slug, detail, mayCorrect, draft, pageSize } = await loadProduct(city, id, await searchParams);
  const problem =
    formState(frame.t, draft)
      .errors.map((error) => error.message)
      .join(" ") || null;
  return (
    <RecordFrame frame={frame} base={base} part="products" here={detail.seen.name}>
      <ProductDetail
        t={frame.t}
        base={base}
        slug={slug}
        detail={detail}
        mayCorrect={mayCorrect}
        problem={problem}
        pageSize={pageSize}
      />
    </RecordFrame>
  );
}
