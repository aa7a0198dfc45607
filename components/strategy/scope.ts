import { FACET_KEYS, type FacetKey, type ServiceFilter } from "@/lib/domain/strategy/filter";
import { formatDate, formatList } from "@/lib/format";
import type { Translator } from "@/lib/i18n";

const WORDS: Partial<Record<FacetKey, string>> = {
  lifecycle: "words.lifecycle_",
  operation: "words.operation_",
  protection: "words.need_",
  gap: "words.gap_",
  licence: "words.licence_",
  doubleGrip: "words.yesNo_",
};

/** One value of a facet for people; classes, bands and ranges speak for themselves. */
function valueText(t: Translator, key: FacetKey, value: string, departments: ReadonlyMap<string, string>): string {
  if (key === "department")
    return value === "none" ? t("inventory.value_department_none") : (departments.get(value) ?? value);
  const own = `${WORDS[key] ?? "inventory.value_"}${value}`;
  if (t.has(own)) return t.dynamic(own);
  return t.has(`inventory.value_${value}`) ? t.dynamic(`inventory.value_${value}`) : value;
}

/** Which services a filter means, in words: `Schutzbedarf: hoch, sehr hoch; Fachbereich: IT`. Empty for no restriction. */
export function filterText(
  t: Translator,
  filter: ServiceFilter,
  departments: readonly { readonly id: string; readonly name: string }[],
): string {
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const parts = FACET_KEYS.flatMap((key) => {
    const values: readonly string[] = filter[key] ?? [];
    if (values.length === 0) return [];
    const list = formatList(
      values.map((value) => valueText(t, key, value, names)),
      t.locale,
    );
    return [`${t.dynamic(`inventory.facet_${key}`)}: ${list}`];
  });
  for (const key of ["noticeFrom", "noticeTo"] as const) {
    const day = filter[key];
    if (day !== undefined) parts.push(`${t.dynamic(`inventory.facet_${key}`)}: ${formatDate(day, t.locale)}`);
  }
  return parts.join("; ");
}

/** The same for a heading: "all IT services" where nothing is restricted. */
export function scopeText(
  t: Translator,
  filter: ServiceFilter,
  departments: readonly { readonly id: string; readonly name: string }[],
): string {
  return filterText(t, filter, departments) || t("strategy.allServices");
}
