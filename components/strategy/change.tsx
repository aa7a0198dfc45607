import type { ReactNode } from "react";
import { SumLine } from "@/components/layout";
import { Cell, Mark, Row, RowHead, ScrollTable, TBody, THead } from "@/components/ui";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { CHANGE_KINDS, type ChangeExplanation, type ServiceChange } from "@/lib/domain/strategy/change";
import { isMunichLevel } from "@/lib/domain/strategy/levels";
import type { MetricId } from "@/lib/domain/strategy/metric-definitions";
import { formatDate, formatMoney, formatNumber } from "@/lib/format";
import type { Translator } from "@/lib/i18n";
import { weightText } from "./format";
import { whatChanged } from "./change-text";

/** From the value then to the value now, in the four kinds of change: they add up. */
export function ChangeSum({
  t,
  change,
  date,
}: {
  readonly t: Translator;
  readonly change: ChangeExplanation;
  readonly date: string;
}) {
  const { by, before, after, parts } = change;
  const signed = (value: number) =>
    by === "cost"
      ? `${value > 0 ? "+" : ""}${formatMoney(value, t.locale, Math.abs(value) >= 1_000_000 ? "million" : "thousand")}`
      : formatNumber(value, t.locale, { sign: true });
  return (
    <SumLine
      label={t("strategy.changeSince", { date: formatDate(date, t.locale) })}
      parts={[
        { label: formatDate(date, t.locale), value: weightText(before.numerator, by, t) },
        ...CHANGE_KINDS.map((kind) => ({
          label: t(`strategy.kind_${kind}`),
          detail:
            parts[kind].up + parts[kind].down === 0
              ? t("strategy.kindNone")
              : t("strategy.kindDetail", { up: parts[kind].up, down: parts[kind].down }),
          value: signed(parts[kind].numerator),
        })),
        { label: t("common.today"), value: `= ${weightText(after.numerator, by, t)}`, end: true },
      ]}
    />
  );
}

export interface ChangeLine {
  readonly metric: MetricId;
  readonly change: ServiceChange;
}

/** All changed services of an explanation, those that really changed first. */
export function changeLines(change: ChangeExplanation): readonly ChangeLine[] {
  return CHANGE_KINDS.flatMap((kind) =>
    change.parts[kind].services.map((each) => ({ metric: change.metric, change: each })),
  );
}

/** Services that moved a metric: what changed, from where to where, and the kind. */
export function ChangeTable({
  t,
  base,
  lines,
  most,
  weights,
}: {
  readonly t: Translator;
  readonly base: string;
  readonly lines: readonly ChangeLine[];
  readonly most: number;
  /** Also show what each service adds to the numerator. */
  readonly weights?: ChangeExplanation["by"];
}) {
  const heads = {
    service: t("strategy.changeService"),
    what: t("strategy.changeWhat"),
    fromTo: t("strategy.changeFromTo"),
    kind: t("strategy.changeKind"),
    effect: t("strategy.changeEffect"),
  };
  const hidden = lines.length - most;
  return (
    <>
      <ScrollTable caption={heads.what} stack>
        <THead
          columns={[
            { id: "service", label: heads.service },
            { id: "what", label: heads.what },
            { id: "fromTo", label: heads.fromTo },
            { id: "kind", label: heads.kind },
            ...(weights === undefined ? [] : [{ id: "effect", label: heads.effect, num: true }]),
          ]}
        />
        <TBody>
          {lines.slice(0, most).map(({ metric, change }) => (
            <Row key={`${metric}${change.serviceId}`}>
              <RowHead>
                {change.after === null ? (
                  change.name
                ) : (
                  <a href={`${base}/services/${change.serviceId}`}>{change.name}</a>
                )}
              </RowHead>
              <Cell full label={heads.what}>
                {whatChanged(change, t)}
              </Cell>
              <Cell nowrap keyFigure label={heads.fromTo}>
                {stateOf(metric, change.before, t)} <span aria-label={t("strategy.changeTo")}>→</span>{" "}
                {stateOf(metric, change.after, t)}
              </Cell>
              <Cell label={heads.kind}>{t(`strategy.kind_${change.kind}`)}</Cell>
              {weights !== undefined && (
                <Cell num label={heads.effect}>
                  {weights === "cost"
                    ? formatMoney(change.numerator, t.locale, "thousand")
                    : formatNumber(change.numerator, t.locale, { sign: true })}
                </Cell>
              )}
            </Row>
          ))}
        </TBody>
      </ScrollTable>
      {hidden > 0 && <p className="h-meta">{t("strategy.changeMore", { count: hidden })}</p>}
    </>
  );
}

/** What a service is to a metric, as its mark or word. */
function stateOf(metric: MetricId, row: PortfolioRow | null, t: Translator): ReactNode {
  if (row === null) return "–";
  switch (metric) {
    case "munich-1-2-share":
    case "assessed-share": {
      const level = row.munich.value === null ? null : Math.round(row.munich.value);
      const shown = level !== null && isMunichLevel(level) ? level : null;
      return (
        <Mark
          kind="munich"
          value={shown}
          label={shown === null ? t("common.notAssessed") : t("common.level", { level: shown })}
        />
      );
    }
    case "exposure-j3-j4":
    case "exposure-j3-j4-count":
    case "exposure-j3-j4-spend":
      return (
        <Mark
          kind="exposure"
          value={row.exposure}
          state={row.exposure === null ? "unknown" : row.exposureAtLeast ? "at-least" : "value"}
          atLeast={t("common.atLeastShort")}
          label={
            row.exposure === null
              ? t("common.exposureUnknown")
              : t(row.exposureAtLeast ? "common.exposureAtLeast" : "common.exposure", { level: row.exposure })
          }
        />
      );
    case "required-level-met":
    case "required-level-met-critical":
    case "open-gaps":
      return t(`words.gap_${row.gap}`);
    case "open-source-share":
      return t(`words.licence_${row.licence}`);
    case "double-grips":
      return t(`words.yesNo_${row.doubleGrip}`);
    case "public-operated-share":
      return t(`words.operation_${row.operatingModel ?? "unknown"}`);
    case "code-published-share":
      return t(`words.yesNo_${row.codePublished ?? "unknown"}`);
    case "exit-window-12-months":
      return formatDate(row.noticeBy, t.locale);
    default:
      return row.controllerName ?? t("common.unknown");
  }
}
