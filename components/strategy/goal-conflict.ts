import { isMetricId, metricDefinition } from "@/lib/domain/strategy/metrics";
import type { GoalInfo } from "@/lib/features/strategy/data";
import { formatDate } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import type { FormState } from "@/lib/server/form";
import { exactText } from "./format";

/** A goal as typed beside the goal as stored, field by field. */
export function goalConflictRows(t: Translator, form: FormState, goal: GoalInfo) {
  const { unit, name } = metricDefinition(goal.metric);
  const typedMetric = form.value("metric");
  const typedTarget = Number(form.value("target").replace(",", "."));
  const share = unit === "share";
  return [
    { label: t("strategy.name"), theirs: goal.name, yours: form.value("name") },
    {
      label: t("strategy.metric"),
      theirs: tr(name, t.locale),
      yours: isMetricId(typedMetric) ? tr(metricDefinition(typedMetric).name, t.locale) : typedMetric,
    },
    {
      label: t("strategy.target"),
      theirs: exactText(goal.target, unit, t),
      yours: Number.isFinite(typedTarget)
        ? exactText(share ? typedTarget / 100 : typedTarget, unit, t)
        : form.value("target"),
    },
    {
      label: t("strategy.due"),
      theirs: formatDate(goal.due, t.locale),
      yours: formatDate(form.value("due"), t.locale),
    },
    { label: t("strategy.responsible"), theirs: goal.responsible ?? "", yours: form.value("responsible") },
  ];
}
