import type { ReactNode } from "react";
import { Section } from "@/components/layout";
import { Cell, Row, RowHead, ScrollTable, Strip, TBody, THead } from "@/components/ui";
import type { OutputResult } from "@/lib/domain/method/types";
import { pointsGap } from "@/lib/domain/service/gap";
import type { ServiceScore } from "@/lib/domain/service/score";
import type { GapState } from "@/lib/domain/service/types";
import type { ProtectionNeed } from "@/lib/domain/facts";
import { EXPOSURE_CLASSES } from "@/lib/domain/exposure";
import { POINT_DIMENSIONS } from "@/lib/domain/profile/policy";
import type { Translator } from "@/lib/i18n";
import { word } from "@/lib/i18n/service-words";
import { BandStrip, pointsText } from "./record-answers";

/** The sentence at the top of the page: what is missed, by how much. */
export function gapLead(t: Translator, score: ServiceScore): string {
  const { gaps, required } = score;
  if (required === null) return t("service.leadNoNeed");
  if (gaps.overall === "met") return t("service.leadMet");
  if (gaps.overall === "planned" || gaps.overall === "accepted") return t("service.leadPlanned");
  const missed = missedList(t, score);
  return missed.length === 0
    ? t("service.leadUnchecked")
    : t("service.leadOpen", { count: missed.length, list: missed.join(", ") });
}

function missedList(t: Translator, { gaps, required, munich, effectiveExposure }: ServiceScore): string[] {
  const missed: string[] = [];
  const output = munich.outputs[0];
  if (gaps.munich === "open" && output && required) {
    missed.push(
      output.result === null
        ? t("service.gapLevelRange", { best: output.range.best, required: required.munich })
        : t("service.gapLevel", { actual: output.result.level, required: required.munich }),
    );
  }
  if (gaps.exposure === "open" && required) {
    const actual = effectiveExposure.class ?? effectiveExposure.best;
    missed.push(
      t("service.gapExposure", {
        actual: effectiveExposure.atLeast ? t("service.exposureAtLeastText", { level: actual }) : actual,
        required: required.exposure,
      }),
    );
  }
  return missed;
}

function finding(t: Translator, { gaps, required }: ServiceScore): string {
  if (required === null) return t("service.gapFindingNone");
  const open = [gaps.munich, gaps.exposure].filter((state) => state === "open").length;
  if (open > 0) return t("service.gapFindingOpen", { count: open });
  if (gaps.overall === "met") return t("service.gapFindingMet");
  return t(gaps.overall === "not-checkable" ? "service.gapFindingUnchecked" : "service.gapFindingHandled");
}

/** Actual against required on each scale: right is sovereign, required is underlined. */
export function GapSection({
  t,
  score,
  need,
  children,
}: {
  readonly t: Translator;
  readonly score: ServiceScore;
  readonly need: ProtectionNeed | null;
  /** Below the table: what somebody has decided about the gaps. */
  readonly children?: ReactNode;
}) {
  const { required, gaps, munich, profile, effectiveExposure } = score;
  const [output] = munich.outputs;
  const none = required === null ? t("service.noRequiredNeed") : "";
  return (
    <Section
      id="gap"
      strong
      kicker={t("service.tocGap")}
      finding={finding(t, score)}
      base={[
        required === null
          ? t("service.gapBaseNone")
          : t("service.gapBase", { need: word(t, "need", need), munich: required.munich, exposure: required.exposure }),
        ...(POINT_DIMENSIONS.some((each) => required?.[each] !== undefined) ? [t("service.gapBasePoints")] : []),
      ]}
    >
      <ScrollTable caption={t("service.tocGap")} stack variant="h-table--gap">
        <THead
          columns={[
            { label: t("service.dimension") },
            { label: t("service.actual") },
            { label: t("service.required") },
            { label: t("service.gap") },
            { label: t("service.value") },
          ]}
        />
        <TBody>
          {output !== undefined && (
            <GapRow
              t={t}
              name={t("service.munichScore")}
              strip={<MunichStrip t={t} output={output} required={required?.munich ?? null} />}
              required={required === null ? none : t("service.atMostLevel", { level: required.munich })}
              gap={gaps.munich}
              value={
                output.result === null
                  ? t("service.levelPossible", { best: output.range.best, worst: output.range.worst })
                  : t("service.nativeLevel", { level: output.result.level })
              }
            />
          )}
          <GapRow
            t={t}
            name={t("service.exposure")}
            strip={<ExposureStrip t={t} score={score} />}
            required={required === null ? none : t("service.atMostClass", { level: required.exposure })}
            gap={gaps.exposure}
            value={
              effectiveExposure.class === null
                ? t("common.exposureUnknown")
                : t(effectiveExposure.atLeast ? "common.exposureAtLeast" : "common.exposure", {
                    level: effectiveExposure.class,
                  })
            }
          />
          {profile.outputs.map((each) => {
            const dimension = POINT_DIMENSIONS.find((point) => point === each.output);
            const points = dimension && required?.[dimension];
            return (
              <GapRow
                key={each.output}
                t={t}
                name={t.dynamic(`service.${each.output}`)}
                strip={<BandStrip t={t} output={each} />}
                required={points === undefined ? t("service.noRequired") : t("service.atLeastPoints", { points })}
                gap={pointsGap(each.range, points)}
                value={pointsText(t, each)}
              />
            );
          })}
        </TBody>
      </ScrollTable>
      {children}
    </Section>
  );
}

function GapRow({
  t,
  name,
  strip,
  required,
  gap,
  value,
}: {
  readonly t: Translator;
  readonly name: string;
  readonly strip: ReactNode;
  readonly required: string;
  readonly gap: GapState | null;
  readonly value: string;
}) {
  return (
    <Row>
      <RowHead>{name}</RowHead>
      <Cell label={t("service.actual")} keyFigure>
        {strip}
      </Cell>
      <Cell label={t("service.required")} quiet={gap === null}>
        {required}
      </Cell>
      <Cell label={t("service.gap")} strong={gap === "open"} quiet={gap === null}>
        {gap === null ? "–" : word(t, "gap", gap)}
      </Cell>
      <Cell label={t("service.value")}>{value}</Cell>
    </Row>
  );
}

function MunichStrip({
  t,
  output,
  required,
}: {
  readonly t: Translator;
  readonly output: OutputResult;
  readonly required: number | null;
}) {
  const { best, worst } = output.range;
  const words = required === null ? "" : `, ${t("ui.stripRequired", { value: required })}`;
  const underline = required === null ? null : String(required);
  if (output.result !== null) {
    return (
      <Strip
        kind="munich"
        actual={output.result.level}
        required={underline}
        text={t("ui.stripActual", { value: output.result.level }) + words}
      />
    );
  }
  const possible = Array.from({ length: worst - best + 1 }, (_, i) => String(best + i));
  return (
    <Strip
      kind="munich"
      possible={possible}
      required={underline}
      text={t("ui.stripPossible", { values: possible.join(", ") }) + words}
    />
  );
}

function ExposureStrip({
  t,
  score: { effectiveExposure, required },
}: {
  readonly t: Translator;
  readonly score: ServiceScore;
}) {
  const words = required === null ? "" : `, ${t("ui.stripRequired", { value: required.exposure })}`;
  const { best, worst } = effectiveExposure;
  if (effectiveExposure.class !== null && !effectiveExposure.atLeast) {
    return (
      <Strip
        kind="exposure"
        actual={best}
        required={required?.exposure}
        text={t("ui.stripActual", { value: best }) + words}
      />
    );
  }
  const possible = EXPOSURE_CLASSES.slice(EXPOSURE_CLASSES.indexOf(best), EXPOSURE_CLASSES.indexOf(worst) + 1);
  return (
    <Strip
      kind="exposure"
      possible={possible}
      required={required?.exposure}
      text={t("ui.stripPossible", { values: possible.join(", ") }) + words}
    />
  );
}
