import type { Metadata } from "next";
import { ListHead, PageShell } from "@/components/layout";
import { loadPlainFrame } from "@/lib/features/account/loaders";
import { formatDate } from "@/lib/format";
import { getT } from "@/lib/i18n/server";

/** Day of the assessment that the statement rests on; set anew with each one. */
const ASSESSED_ON = "2026-11-25";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("help.a11yTitle") };
}

export default async function Accessibility() {
  const frame = await loadPlainFrame("/accessibility");
  const { t } = frame;
  return (
    <PageShell {...frame}>
      <ListHead title={t("help.a11yTitle")} sub={t("help.a11yLead")} />
      <div className="h-prose h-pad">
        <h2>{t("help.a11yStandard")}</h2>
        <p>{t("help.a11yStandardText")}</p>
        <h2>{t("help.a11yState")}</h2>
        <p>{t("help.a11yStateText")}</p>
        <h2>{t("help.a11yDone")}</h2>
        <ul>
          {([1, 2, 3, 4] as const).map((line) => (
            <li key={line}>{t(`help.a11yDone${line}`)}</li>
          ))}
        </ul>
        <h2>{t("help.a11yGaps")}</h2>
        <ul>
          {([1, 2, 3, 4, 5] as const).map((line) => (
            <li key={line}>{t(`help.a11yGap${line}`)}</li>
          ))}
        </ul>
        <h2>{t("help.a11yFeedback")}</h2>
        <p>{t("help.a11yFeedbackText")}</p>
        <p>{t("help.a11yContact")}</p>
        <h2>{t("help.a11yEnforcement")}</h2>
        <p>{t("help.a11yEnforcementText")}</p>
        <p className="h-meta">{t("help.a11yDate", { date: formatDate(ASSESSED_ON, t.locale) })}</p>
      </div>
    </PageShell>
  );
}
