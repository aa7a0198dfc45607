import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { recordHref } from "@/components/catalogue/address";
import { OwnOrganisationForm } from "@/components/catalogue/forms";
import { RecordFrame } from "@/components/catalogue/frame";
import { loadOwnOrganisation } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("common.edit") };
}

interface Props {
  readonly params: Promise<{ city: string; id: string }>;
  readonly searchParams: Promise<{ draft?: string }>;
}

export default async function EditOrganisation({ params, searchParams }: Props) {
  const [{ city, id }, { draft }] = await Promise.all([params, searchParams]);
  const { frame, base, draft: kept, organisationNames, countries, row } = await loadOwnOrganisation(city, id, draft);
  if (row === null) notFound();
  const { t } = frame;
  const here = recordHref(base, "organisations", row.id);
  const { name, country, publicSector, ownershipKnown, ownerName, share, source, version } = row;
  return (
    <RecordFrame
      frame={frame}
      base={base}
      part="organisations"
      links={[{ href: here, label: name }]}
      here={t("common.edit")}
    >
      <OwnOrganisationForm
        t={t}
        form={formState(t, kept)}
        action={`/api/v1/cities/${city}/organisations/${encodeURIComponent(row.id)}`}
        back={`${here}/edit`}
        cancelHref={here}
        organisationNames={organisationNames}
        countries={countries}
        start={{ name, country, publicSector, knowledge: ownershipKnown, owner: ownerName, share, source, version }}
      />
    </RecordFrame>
  );
}
