import { queryToFilter, type Query } from "@/lib/domain/strategy/filter";
import { isMetricId, metricDefinition, WEIGHTS } from "@/lib/domain/strategy/metrics";
import type { GoalInfo } from "@/lib/features/strategy/data";
import { formatDate } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";
import { exactText } from "./format";
import { scopeText } from "./scope";

const OFFERED = ["department", "protection", "operation", "lifecycle", "licence"] as const;

/** A goal as typed beside the goal as stored, field by field. */
export function goalConflictRows(
  t: Translator,
  form: FormState,
  goal: GoalInfo,
  departments: readonly { readonly id: string; readonly name: string }[],
) {
  const { unit, name } = metricDefinition(goal.metric);
  const typedMetric = form.value("metric");
  const typedBy = WEIGHTS.find((by) => by === form.value("by"));
  const typedTarget = Number(form.value("target").replace(",", "."));
  const typedScope = queryToFilter(offered(form.draft?.values ?? {})).filter;
  const stored = queryToFilter(offered({ ...goal.scope })).filter;
  return [
    { label: t("strategy.name"), theirs: goal.name, yours: form.value("name") },
    {
      label: t("strategy.metric"),
      theirs: tr(name, t.locale),
      yours: isMetricId(typedMetric) ? tr(metricDefinition(typedMetric).name, t.locale) : typedMetric,
    },
    {
      label: t("strategy.by"),
      theirs: t(`strategy.by_${goal.by}`),
      yours: typedBy === undefined ? "" : t(`strategy.by_${typedBy}`),
    },
    {
      label: t("strategy.target"),
      theirs: exactText(goal.target, unit, t),
      yours: Number.isFinite(typedTarget)
        ? exactText(unit === "share" ? typedTarget / 100 : typedTarget, unit, t)
        : form.value("target"),
    },
    {
      label: t("strategy.due"),
      theirs: formatDate(goal.due, t.locale),
      yours: formatDate(form.value("due"), t.locale),
    },
    {
      label: t("strategy.scope"),
      theirs: scopeText(t, stored, departments),
      yours: scopeText(t, typedScope, departments),
    },
    { label: t("strategy.responsible"), theirs: goal.responsible ?? "", yours: form.value("responsible") },
  ];
}

/** The facets the form offers, whoever they come from. */
function offered(values: Readonly<Record<string, unknown>>): Query {
  const query: Record<string, readonly string[]> = {};
  for (const key of OFFERED) {
    const value = values[key];
    query[key] = Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
  }
  return query;
}
