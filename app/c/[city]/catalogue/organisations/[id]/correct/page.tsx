import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { recordHref } from "@/components/catalogue/address";
import { correctedText, inForce, isCorrectable } from "@/components/catalogue/corrections";
import { CorrectionForm } from "@/components/catalogue/forms";
import { RecordFrame } from "@/components/catalogue/frame";
import { statedText } from "@/components/catalogue/organisation-detail";
import { ORGANISATION_FIELDS } from "@/lib/domain/catalogue/corrections";
import { loadOrganisationCorrection } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";
import { formState } from "@/lib/server/form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("catalogue.correct") };
}

interface Props {
  readonly params: Promise<{ city: string; id: string }>;
  readonly searchParams: Promise<{ field?: string; draft?: string }>;
}

export default async function CorrectOrganisation({ params, searchParams }: Props) {
  const [{ city, id }, { field, draft }] = await Promise.all([params, searchParams]);
  if (ORGANISATION_FIELDS.every((each) => each !== field) || field === undefined || !isCorrectable(field)) notFound();
  const {
    frame,
    base,
    detail,
    draft: kept,
    organisationNames,
    countries,
  } = await loadOrganisationCorrection(city, id, draft);
  const { t } = frame;
  const here = recordHref(base, "organisations", detail.row.id);
  const now = inForce(detail.corrections).get(field);
  return (
    <RecordFrame
      frame={frame}
      base={base}
      part="organisations"
      links={[{ href: here, label: detail.row.name }]}
      here={t("catalogue.correct")}
    >
      <CorrectionForm
        t={t}
        form={formState(t, kept)}
        action={`/api/v1/cities/${city}/corrections`}
        back={`${here}/correct?field=${field}`}
        cancelHref={here}
        organisationNames={organisationNames}
        field={field}
        subjectId={detail.row.id}
        subjectName={detail.row.name}
        stated={statedText(t, detail, field)}
        now={now === undefined ? null : correctedText(t, field, now.value, now.valueName)}
        conflict={kept?.kind === "conflict"}
        replaces={now?.id ?? null}
        countries={countries}
      />
    </RecordFrame>
  );
}
