import type { Metadata } from "next";
import { OwnOrganisationForm } from "@/components/catalogue/forms";
import { RecordFrame } from "@/components/catalogue/frame";
import { loadOwnOrganisation } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("catalogue.newOrganisation") };
}

interface Props {
  readonly params: Promise<{ city: string }>;
  readonly searchParams: Promise<{ draft?: string }>;
}

export default async function NewOrganisation({ params, searchParams }: Props) {
  const [{ city }, { draft }] = await Promise.all([params, searchParams]);
  const { frame, base, draft: kept, organisationNames, countries } = await loadOwnOrganisation(city, null, draft);
  const { t } = frame;
  return (
    <RecordFrame frame={frame} base={base} part="organisations" here={t("catalogue.newOrganisation")}>
      <OwnOrganisationForm
        t={t}
        form={formState(t, kept)}
        action={`/api/v1/cities/${city}/organisations`}
        back={`${base}/organisations/new`}
        cancelHref={base}
        organisationNames={organisationNames}
        countries={countries}
        start={null}
      />
    </RecordFrame>
  );
}
