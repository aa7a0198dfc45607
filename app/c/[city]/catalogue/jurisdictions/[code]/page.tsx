import type { Metadata } from "next";
import { RecordFrame } from "@/components/catalogue/frame";
import { JurisdictionDetail } from "@/components/catalogue/jurisdiction-detail";
import { nameOf } from "@/components/catalogue/jurisdiction-list";
import { loadJurisdiction } from "@/lib/features/catalogue/loaders";
import { getT } from "@/lib/i18n/server";

interface Props {
  readonly params: Promise<{ city: string; code: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { city, code }] = await Promise.all([getT(), params]);
  const { detail } = await loadJurisdiction(city, code);
  return { title: `${nameOf(t, detail.country)} – ${t("catalogue.title")}` };
}

export default async function Jurisdiction({ params }: Props) {
  const { city, code } = await params;
  const { frame, base, detail } = await loadJurisdiction(city, code);
  return (
    <RecordFrame frame={frame} base={base} part="jurisdictions" here={nameOf(frame.t, detail.country)}>
      <JurisdictionDetail t={frame.t} base={base} detail={detail} />
    </RecordFrame>
  );
}
