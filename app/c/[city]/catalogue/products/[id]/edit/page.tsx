import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { recordHref } from "@/components/catalogue/address";
import { OwnProductForm } from "@/components/catalogue/forms";
import { RecordFrame } from "@/components/catalogue/frame";
import { loadOwnProduct } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("common.edit") };
}

interface Props {
  readonly params: Promise<{ city: string; id: string }>;
  readonly searchParams: Promise<{ draft?: string }>;
}

export default async function EditProduct({ params, searchParams }: Props) {
  const [{ city, id }, { draft }] = await Promise.all([params, searchParams]);
  const { frame, base, draft: kept, organisationNames, categories, row } = await loadOwnProduct(city, id, draft);
  if (row === null) notFound();
  const { t } = frame;
  const here = recordHref(base, "products", row.id);
  const { name, maker, licence, sourceModel, category, source, version } = row;
  return (
    <RecordFrame
      frame={frame}
      base={base}
      part="products"
      links={[{ href: here, label: name }]}
      here={t("common.edit")}
    >
      <OwnProductForm
        t={t}
        form={formState(t, kept)}
        action={`/api/v1/cities/${city}/products/${encodeURIComponent(row.id)}`}
        back={`${here}/edit`}
        cancelHref={here}
        organisationNames={organisationNames}
        categories={categories}
        start={{ name, maker: maker?.name ?? null, licence, sourceModel, category, source, version }}
      />
    </RecordFrame>
  );
}
