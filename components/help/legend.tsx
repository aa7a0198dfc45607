import { Cell, Mark, Row, ScrollTable, TBody, THead } from "@/components/ui";
import { EXPOSURE_CLASSES } from "@/lib/domain/exposure/types";
import type { Translator } from "@/lib/i18n";
import type { ReactNode } from "react";

interface LegendRow {
  readonly key: string;
  readonly mark: ReactNode;
  readonly meaning: string;
}

function LegendTable({
  t,
  caption,
  rows,
}: {
  readonly t: Translator;
  readonly caption: string;
  readonly rows: readonly LegendRow[];
}) {
  return (
    <ScrollTable caption={caption} variant="h-table--legend">
      <THead columns={[{ label: t("help.mark") }, { label: caption }]} />
      <TBody>
        {rows.map((row) => (
          <Row key={row.key}>
            <Cell mark>{row.mark}</Cell>
            <Cell>{row.meaning}</Cell>
          </Row>
        ))}
      </TBody>
    </ScrollTable>
  );
}

/** Levels, bands and exposure classes with their words. The words stand beside each mark, so the mark itself is silent. */
export function MarkLegend({ t }: { readonly t: Translator }) {
  return (
    <div className="h-legend3">
      <LegendTable
        t={t}
        caption={t("help.munichTitle")}
        rows={([1, 2, 3, 4, 5] as const).map((level) => ({
          key: String(level),
          mark: <Mark kind="munich" value={level} label="" />,
          meaning: t(`help.munich_${level}`),
        }))}
      />
      <LegendTable
        t={t}
        caption={t("help.bandTitle")}
        rows={(["A", "B", "C", "D", "E"] as const).map((band) => ({
          key: band,
          mark: <Mark kind="band" value={band} label="" />,
          meaning: t(`help.band_${band}`),
        }))}
      />
      <LegendTable
        t={t}
        caption={t("help.exposureTitle")}
        rows={EXPOSURE_CLASSES.map((value) => ({
          key: value,
          mark: <Mark kind="exposure" value={value} label="" />,
          meaning: t(`help.exposure_${value}`),
        }))}
      />
    </div>
  );
}

/** The four kinds of nothing, and the minimum. */
export function NothingLegend({ t }: { readonly t: Translator }) {
  return (
    <LegendTable
      t={t}
      caption={t("help.nothingTitle")}
      rows={[
        {
          key: "unanswered",
          mark: <Mark kind="munich" state="unanswered" label="" />,
          meaning: t("help.nothing_unanswered"),
        },
        { key: "unknown", mark: <Mark kind="munich" state="unknown" label="" />, meaning: t("help.nothing_unknown") },
        {
          key: "not-applicable",
          mark: <Mark kind="munich" state="not-applicable" label="" notApplicable={t("common.notApplicableShort")} />,
          meaning: t("help.nothing_notApplicable"),
        },
        { key: "worst", mark: <Mark kind="munich" value={5} label="" />, meaning: t("help.nothing_worst") },
        {
          key: "at-least",
          mark: <Mark kind="exposure" value="J1" state="at-least" label="" atLeast={t("common.atLeastShort")} />,
          meaning: t("help.nothing_atLeast"),
        },
      ]}
    />
  );
}
