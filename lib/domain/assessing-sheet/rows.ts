import type { Criterion, Method, SourcedAnswer, Text } from "../method/types";
import { allowedLabels, answerLabel } from "./answers";
import type { SheetColumn } from "./columns";
import { stateToken } from "./state";

type Language = keyof Text;
export type SheetCells = Readonly<Record<SheetColumn, string>>;

const ORIGINS: Readonly<Record<"derived" | "assessed" | "open", Text>> = {
  derived: { de: "abgeleitet", en: "derived" },
  assessed: { de: "bewertet", en: "assessed" },
  open: { de: "offen", en: "open" },
};

/**
 * One row of the sheet: one question about one service.
 * @param answer what counts now; undefined = open
 * @param reason where the answer comes from, or why the facts give none, as a sentence
 */
export function sheetRow(
  method: Method,
  criterion: Criterion,
  service: { readonly id: string; readonly name: string; readonly departmentName: string | null },
  answer: SourcedAnswer | undefined,
  reason: string,
  language: Language,
): SheetCells {
  const stored =
    answer?.origin === "assessed"
      ? { value: answer.value, ...(answer.note === undefined ? {} : { note: answer.note }) }
      : null;
  const place = { method: method.ref, serviceId: service.id, criterion: criterion.id };
  return {
    service: service.name,
    department: service.departmentName ?? "",
    question: criterion.text[language],
    current: answer === undefined ? "" : answerLabel(criterion, answer.value, language),
    origin: ORIGINS[answer?.origin ?? "open"][language],
    reason,
    allowed: allowedLabels(criterion, language).join(" | "),
    answer: "",
    note: "",
    criterion: criterion.id,
    serviceId: service.id,
    method: method.ref,
    state: stateToken(place, stored, answer?.value ?? null),
  };
}
