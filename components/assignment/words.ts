import { findMethod } from "@/lib/domain/method/registry";
import type { ListQuery } from "@/lib/domain/service/list";
import { FACET_KEYS } from "@/lib/domain/strategy/filter";
import { formatDate } from "@/lib/format";
import { tr, type Translator } from "@/lib/i18n";
import { facetName, facetValue, type FilterNames } from "@/lib/i18n/service-words";

/** Name of a method by its `id@version`; the reference itself where no method has it. */
export function methodName(t: Translator, ref: string): string {
  const method = findMethod(ref);
  return method === undefined ? ref : tr(method.name, t.locale);
}

/** A selection of services in words, one piece per filter. */
export function selectionWords(t: Translator, list: ListQuery, names: FilterNames): readonly string[] {
  const words = list.text === "" ? [] : [t("inventory.searchChip", { text: list.text })];
  for (const key of FACET_KEYS) {
    const values: readonly string[] = list.filter[key] ?? [];
    if (values.length === 0) continue;
    words.push(`${facetName(t, key)}: ${values.map((value) => facetValue(t, key, value, names)).join(", ")}`);
  }
  for (const key of ["noticeFrom", "noticeTo"] as const) {
    const day = list.filter[key];
    if (day !== undefined) words.push(`${facetName(t, key)}: ${formatDate(day, t.locale)}`);
  }
  return words.length === 0 ? [t("assignment.selectionAll")] : words;
}
