import type { Metadata } from "next";
import { OwnProductForm } from "@/components/catalogue/forms";
import { RecordFrame } from "@/components/catalogue/frame";
import { loadOwnProduct } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("catalogue.newProduct") };
}

interface Props {
  readonly params: Promise<{ city: string }>;
  readonly searchParams: Promise<{ draft?: string }>;
}

export default async function NewProduct({ params, searchParams }: Props) {
  const [{ city }, { draft }] = await Promise.all([params, searchParams]);
  const { frame, base, draft: kept, organisationNames, categories } = await loadOwnProduct(city, null, draft);
  const { t } = frame;
  return (
    <RecordFrame frame={frame} base={base} part="products" here={t("catalogue.newProduct")}>
      <OwnProductForm
        t={t}
        form={formState(t, kept)}
        action={`/api/v1/cities/${city}/products`}
        back={`${base}/products/new`}
        cancelHref={`${base}/products`}
        organisationNames={organisationNames}
        categories={categories}
        start={null}
      />
    </RecordFrame>
  );
}
