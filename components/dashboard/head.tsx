import { PageHead, type KeyFigure, type TocItem } from "@/components/layout";
import { Button, Delta, SelectField } from "@/components/ui";
import { queryWithin } from "@/lib/domain/strategy/filter";
import { servicesHref } from "@/components/strategy/metric-base";
import { formatDate, formatNumber, formatShare } from "@/lib/format";
import type { MetricResult } from "@/lib/domain/strategy/metric-result";
import type { Translator } from "@/lib/i18n";
import { leadText, subText } from "./lead";
import type { SectionProps } from "./types";

const SNAPSHOTS_OFFERED = 24;

/** Result of the page: one sentence, five figures, and what the page contains. */
export function DashboardHead(props: SectionProps & { readonly toc: readonly TocItem[] }) {
  const { t, dashboard, toc } = props;
  const { figures, goals } = dashboard;
  return (
    <PageHead
      t={t}
      name={t("dashboard.title")}
      meta={t("common.asOf", { date: formatDate(figures.today, t.locale) })}
      lead={leadText(t, figures.munich, goals)}
      sub={subText(t, figures)}
      toc={toc}
      aside={<ScopeForm {...props} />}
      figures={keyFigures(props)}
    />
  );
}

function keyFigures({
  t,
  base,
  dashboard,
}: SectionProps): readonly [KeyFigure, KeyFigure, KeyFigure, KeyFigure, KeyFigure] {
  const { figures, comparison, scope } = dashboard;
  const { key, munich, gaps, exits } = figures;
  const missed = gaps.all.states.open.count + gaps.all.states.planned.count + gaps.all.states.accepted.count;
  const before = comparison?.before ?? null;
  const since = comparison?.snapshot.date ?? "";
  const href = (result: MetricResult) =>
    result.numerator === 0 ? undefined : servicesHref(base, result.queries.counted);
  return [
    {
      label: t("dashboard.keyAssessed"),
      value: formatShare(key.assessed.numerator, key.assessed.denominator, t.locale),
      href: href(key.assessed),
      base: t("dashboard.keyAssessedBase", { part: key.assessed.numerator, whole: key.assessed.denominator }),
      ...(before === null ? {} : { delta: countDelta(t, key.assessed.numerator - before.assessed.numerator, since) }),
    },
    {
      label: t("dashboard.keyGood"),
      value: formatShare(munich.good.count, munich.assessed.count, t.locale),
      href: href(key.munichGood),
      base: t("dashboard.keyGoodBase", {
        part: munich.good.count,
        whole: munich.assessed.count,
        unknown: munich.notAssessed.count,
      }),
      ...(before === null ? {} : { delta: pointDelta(t, key.munichGood.value, before.munichGood.value, since) }),
    },
    {
      label: t("dashboard.keyExposed"),
      value: key.exposed.value === null ? "–" : formatNumber(key.exposed.numerator, t.locale),
      href: href(key.exposed),
      base: t("dashboard.keyExposedBase", { whole: key.exposed.measured, unknown: key.exposed.unknown }),
      ...(before === null || before.exposed.value === null
        ? {}
        : { delta: countDelta(t, key.exposed.numerator - before.exposed.numerator, since, "lower") }),
    },
    {
      label: t("dashboard.keyGap"),
      value: gaps.all.checkable === 0 ? "–" : formatNumber(missed, t.locale),
      href: missed === 0 ? undefined : servicesHref(base, queryWithin(scope, { gap: ["open", "planned", "accepted"] })),
      base: t("dashboard.keyGapBase", { whole: gaps.all.checkable, unknown: gaps.all.states["not-checkable"].count }),
      delta: t("dashboard.keyGapDetail", {
        open: gaps.all.states.open.count,
        planned: gaps.all.states.planned.count,
        accepted: gaps.all.states.accepted.count,
      }),
    },
    {
      label: t("dashboard.keyExit"),
      value: exits.noticeKnown.count === 0 ? "–" : formatNumber(exits.within.count, t.locale),
      href: exits.within.count === 0 ? undefined : servicesHref(base, exits.within.query),
      base: t("dashboard.keyExitBase", { unknown: exits.endOnly.count + exits.unknown.count }),
      ...(exits.within.count === 0 ? {} : { delta: t("dashboard.keyExitDetail", { count: exits.notAssessed.count }) }),
    },
  ];
}

function countDelta(t: Translator, difference: number, since: string, better?: "lower") {
  const date = formatDate(since, t.locale);
  if (difference === 0) return t("dashboard.deltaSame", { date });
  const [value, count] = [formatNumber(difference, t.locale, { sign: true }), Math.abs(difference)];
  if (better === undefined) return t("dashboard.deltaServices", { value, count, date });
  const text = t("dashboard.deltaServicesShort", { value, count });
  return <Delta text={text} verdict={t(difference < 0 ? "common.better" : "common.worse")} />;
}

function pointDelta(t: Translator, now: number | null, then: number | null, since: string) {
  if (now === null || then === null) return undefined;
  const points = Math.round(now * 100) - Math.round(then * 100);
  if (points === 0) return t("dashboard.deltaSame", { date: formatDate(since, t.locale) });
  const text = t("dashboard.deltaPoints", {
    value: formatNumber(points, t.locale, { sign: true }),
    count: Math.abs(points),
  });
  return <Delta text={text} verdict={t(points > 0 ? "common.better" : "common.worse")} />;
}

/** Which services and which snapshot the page is about; a plain form whose result is an address. */
function ScopeForm({ t, base, dashboard }: SectionProps) {
  const { departments, snapshots, scope, comparison, broken } = dashboard;
  if (departments.length === 0 && snapshots.length === 0) return null;
  const chosen = comparison?.snapshot ?? broken;
  const named = snapshots.filter(({ kind }) => kind === "named");
  const daily = snapshots.filter(({ kind, id }) => kind === "daily" && id !== chosen?.id).slice(0, SNAPSHOTS_OFFERED);
  const offered = [...(chosen?.kind === "daily" ? [chosen] : []), ...named, ...daily];
  return (
    <details className="h-scopeform">
      <summary>{t("dashboard.scopeChange")}</summary>
      <form method="get" action={base}>
        <SelectField
          id="department"
          name="department"
          label={t("dashboard.department")}
          defaultValue={scope.department?.[0] ?? ""}
          options={[
            { value: "", label: t("dashboard.allDepartments") },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        {offered.length > 0 && (
          <SelectField
            id="compare"
            name="compare"
            label={t("dashboard.compareWith")}
            defaultValue={chosen?.id ?? ""}
            options={offered.map(({ id, name, date }) => ({
              value: id,
              label:
                name === null
                  ? t("dashboard.compareSnapshot", { date: formatDate(date, t.locale) })
                  : t("dashboard.compareNamed", { name, date: formatDate(date, t.locale) }),
            }))}
          />
        )}
        <Button size="small">{t("common.apply")}</Button>
      </form>
    </details>
  );
}
