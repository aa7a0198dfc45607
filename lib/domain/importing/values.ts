import type { Lifecycle, OperatingModel, ProtectionNeed } from "../facts";
import { splitNames } from "../naming";
import { readLifecycle, readOperatingModel, readProtectionNeed } from "./choices";
import { readDate } from "./dates";
import { FIELDS, type FieldId } from "./fields";
import { readLocation } from "./locations";
import { readCount, readMoney, readMonths } from "./numbers";
import { isMissing, MISSING, notUnderstood, understood, type Reading } from "./reading";

export { readLifecycle, readOperatingModel, readProtectionNeed, readYesNo } from "./choices";
export { readDate } from "./dates";
export { readLocation } from "./locations";
export { readCount, readMoney, readMonths } from "./numbers";
export { isMissing, type Reading } from "./reading";

/** What a cell of each field becomes. Names are still as written; departments are one text until the plan has seen all rows. */
export interface CellValues {
  readonly name: string;
  readonly shortName: string;
  readonly externalId: string;
  readonly department: string;
  readonly owner: string;
  readonly purpose: string;
  readonly product: readonly string[];
  readonly maker: readonly string[];
  readonly supplier: readonly string[];
  readonly operator: readonly string[];
  readonly host: readonly string[];
  readonly dataLocation: string;
  readonly operatingModel: OperatingModel;
  readonly lifecycle: Lifecycle;
  readonly protectionNeed: ProtectionNeed;
  readonly confidentiality: ProtectionNeed;
  readonly integrity: ProtectionNeed;
  readonly availability: ProtectionNeed;
  readonly users: number;
  readonly costPerYear: number;
  readonly contractStart: string;
  readonly contractEnd: string;
  readonly noticeMonths: number;
  readonly licence: string;
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function readText(cell: string, maxLength: number, oneLine: boolean): Reading<string> {
  if (isMissing(cell)) return MISSING;
  const text = (oneLine ? cell.replace(/\s+/g, " ") : cell.replace(/\r\n?/g, "\n")).trim();
  if (CONTROL.test(text) || LONE_SURROGATE.test(text)) return notUnderstood("control-character");
  if (text.length > maxLength) return notUnderstood("too-long", { limit: maxLength, found: text.length });
  return understood(text);
}

function readNames(cell: string, maxLength: number, isKnown: (name: string) => boolean): Reading<readonly string[]> {
  if (isMissing(cell)) return MISSING;
  if (CONTROL.test(cell) || LONE_SURROGATE.test(cell)) return notUnderstood("control-character");
  if (cell.length > maxLength * 20) return notUnderstood("too-long", { limit: maxLength * 20, found: cell.length });
  const names = splitNames(cell, isKnown).filter((name) => !isMissing(name));
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0);
  if (longest > maxLength) return notUnderstood("too-long", { limit: maxLength, found: longest });
  return names.length === 0 ? notUnderstood("not-a-name") : understood(names);
}

/**
 * Cell → value of a field, missing (null), or a reason why it is not understood. `isKnown` tells whether a text is a known
 * name, which helps to split "IBM und Solita Oy".
 */
export function readCell<F extends FieldId>(
  fieldId: F,
  cell: string,
  isKnown: (name: string) => boolean = () => false,
): Reading<CellValues[F]> {
  return read(fieldId, cell, isKnown) as Reading<CellValues[F]>;
}

function read(fieldId: FieldId, cell: string, isKnown: (name: string) => boolean): Reading<CellValues[FieldId]> {
  const { kind, maxLength } = FIELDS[fieldId];
  switch (kind) {
    case "text":
      return readText(cell, maxLength, true);
    case "long-text":
      return readText(cell, maxLength, false);
    case "department":
      // A list of departments may be long; each name is checked when the list is taken apart.
      return readText(cell, maxLength * 20, false);
    case "names":
      return readNames(cell, maxLength, isKnown);
    case "location":
      return readLocation(cell);
    case "operating-model":
      return readOperatingModel(cell);
    case "lifecycle":
      return readLifecycle(cell);
    case "protection-need":
      return readProtectionNeed(cell);
    case "count":
      return readCount(cell);
    case "money":
      return readMoney(cell);
    case "date":
      return readDate(cell);
    case "months":
      return readMonths(cell);
  }
}
