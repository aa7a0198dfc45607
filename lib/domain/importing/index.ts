export { FIELD_IDS, FIELDS, type Field, type FieldId, type FieldKind } from "./fields";
export { headerKey, mappingByHeader, mappingFor, suggestMapping, type ColumnSuggestion, type Mapping } from "./headers";
export { newNameKey } from "./keys";
export { planImport } from "./plan";
export type {
  ExistingService,
  ImportPlan,
  ImportProblem,
  ImportValues,
  NameMatcher,
  NameRef,
  NamesField,
  NewName,
  Outcome,
  PlanInput,
  PlannedChange,
  PlannedMatch,
  PlannedRow,
  UnreadableRow,
  ValueField,
} from "./plan-types";
export { IMPORT_TEXTS } from "./texts";
export { type CellValues, type Reading } from "./values";
