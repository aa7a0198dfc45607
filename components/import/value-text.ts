import { FIELDS, type FieldId, type ImportValues, type NameRef, type ValueField } from "@/lib/domain/importing";
import { formatDate, formatList, formatMoney, formatNumber, MISSING } from "@/lib/format";
import { INTL_TAG, tr, type Translator } from "@/lib/i18n";

const LONG = 120;
const shorten = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG - 1).trimEnd()}…` : text);

/** Name of an importable field for people. */
export const fieldText = (field: FieldId, t: Translator): string => tr(FIELDS[field].label, t.locale);

/** A value of the plan as people read it; null is missing, never empty. */
export function valueText(field: ValueField, value: ImportValues[ValueField] | null, t: Translator): string {
  if (value === null || value === undefined) return MISSING;
  if (Array.isArray(value))
    return formatList(
      value.map((ref: NameRef) => ref.name),
      t.locale,
    );
  if (typeof value === "object") return (value as NameRef).name;
  switch (field) {
    case "operatingModel":
      return t.dynamic(`words.operation_${value}`);
    case "lifecycle":
      return t.dynamic(`words.lifecycle_${value}`);
    case "confidentiality":
    case "integrity":
    case "availability":
      return t.dynamic(`words.need_${value}`);
    case "dataLocation":
      return placeText(String(value), t);
    case "costPerYear":
      return formatMoney(Number(value), t.locale);
    case "users":
    case "noticeMonths":
      return formatNumber(Number(value), t.locale);
    case "contractStart":
    case "contractEnd":
      return formatDate(String(value), t.locale);
    default:
      return shorten(String(value));
  }
}

/** A country by its code, or one of the areas that inventories name. */
function placeText(code: string, t: Translator): string {
  const key = `words.location_${code}`;
  if (t.has(key)) return t.dynamic(key);
  try {
    return new Intl.DisplayNames([INTL_TAG[t.locale]], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
