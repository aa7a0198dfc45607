import { ScopeLine } from "@/components/layout";
import { filterText } from "@/components/strategy/scope";
import { formatDate } from "@/lib/format";
import type { SectionProps } from "./types";

/** Scope, day, comparison and method of the dashboard. */
export function DashboardScope({ t, dashboard }: SectionProps) {
  const { figures, scope, departments, comparison, broken, snapshots } = dashboard;
  const text = filterText(t, scope, departments);
  const count = figures.total.count;
  return (
    <ScopeLine
      t={t}
      items={[
        {
          label: t("nav.scopeExtent"),
          value: text === "" ? t("nav.scopeAllServices", { count }) : t("dashboard.scopeFiltered", { text, count }),
        },
        { label: t("nav.scopeAsOf"), value: t("nav.scopeToday", { date: formatDate(figures.today, t.locale) }) },
        {
          label: t("nav.scopeComparison"),
          value:
            comparison !== null
              ? t("dashboard.compareSnapshot", { date: formatDate(comparison.snapshot.date, t.locale) })
              : broken !== null
                ? t("dashboard.compareBroken", { date: formatDate(broken.date, t.locale) })
                : t("dashboard.compareNone"),
        },
        { label: t("nav.scopeMethod"), value: t("dashboard.methodName") },
      ]}
      // Browsers open a closed details when the address points at something inside it.
      actions={
        count === 0 || (departments.length === 0 && snapshots.length === 0)
          ? []
          : [{ href: "#department", label: t("dashboard.scopeChangeShort") }]
      }
    />
  );
}
