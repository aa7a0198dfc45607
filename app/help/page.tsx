import type { Metadata } from "next";
import { MarkLegend, NothingLegend } from "@/components/help/legend";
import { PageHead, PageShell, Section } from "@/components/layout";
import { Cell, Row, RowHead, ScrollTable, Strip, TBody, THead } from "@/components/ui";
import { loadPlainFrame } from "@/lib/features/account/loaders";
import { getT } from "@/lib/i18n/server";

const PEOPLE = ["cio", "strategist", "owner"] as const;
const STEPS = [1, 2, 3] as const;
const KEYS = ["tab", "enter", "space", "arrows"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("help.title") };
}

export default async function Help() {
  const frame = await loadPlainFrame("/help");
  const { t } = frame;
  const toc = [
    { id: "people", label: t("help.people") },
    { id: "marks", label: t("help.marks") },
    { id: "nothing", label: t("help.nothingTitle") },
    { id: "keyboard", label: t("help.keyboard") },
    { id: "data", label: t("help.data") },
  ];
  return (
    <PageShell {...frame}>
      <PageHead t={t} name={t("help.title")} lead={t("help.lead")} sub={t("help.legal")} toc={toc} />
      <Section
        strong
        id="people"
        kicker={t("help.people")}
        finding={t("help.peopleFinding")}
        base={[t("help.peopleBase")]}
      >
        <div className="h-legend3">
          {PEOPLE.map((who) => (
            <div key={who} className="h-prose">
              <h3 className="h-h3">{t(`help.${who}Title`)}</h3>
              <ol>
                {STEPS.map((step) => (
                  <li key={step}>{t(`help.${who}${step}`)}</li>
                ))}
              </ol>
            </div>
          ))}
        </div>
      </Section>
      <Section id="marks" kicker={t("help.marks")} finding={t("help.marksFinding")} base={[t("help.marksBase")]}>
        <MarkLegend t={t} />
      </Section>
      <Section
        id="nothing"
        kicker={t("help.nothingTitle")}
        finding={t("help.nothingFinding")}
        base={[t("help.nothingBase")]}
      >
        <NothingLegend t={t} />
        <p className="h-meta h-mt">{t("help.strip")}</p>
        <p className="h-mt">
          <Strip kind="munich" possible={["4", "3", "2"]} required="3" text={t("help.stripExample")} />
        </p>
        <p className="h-meta" aria-hidden="true">
          {t("help.stripExample")}
        </p>
      </Section>
      <Section
        id="keyboard"
        kicker={t("help.keyboard")}
        finding={t("help.keyboardFinding")}
        base={[t("help.keyboardBase")]}
      >
        <ScrollTable caption={t("help.keyboard")} stack>
          <THead columns={[{ label: t("help.keyboard") }, { label: t("help.meaning") }]} />
          <TBody>
            {KEYS.map((key) => (
              <Row key={key}>
                <RowHead nowrap>{t(`help.key_${key}`)}</RowHead>
                <Cell label={t("help.meaning")} full>
                  {t(`help.keyText_${key}`)}
                </Cell>
              </Row>
            ))}
          </TBody>
        </ScrollTable>
      </Section>
      <Section id="data" kicker={t("help.data")} finding={t("help.dataFinding")}>
        <div className="h-prose">
          <ul>
            {([1, 2, 3, 4, 5] as const).map((line) => (
              <li key={line}>{t(`help.data${line}`)}</li>
            ))}
          </ul>
        </div>
      </Section>
    </PageShell>
  );
}
