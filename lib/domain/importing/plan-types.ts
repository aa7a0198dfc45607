import type { Lifecycle, OperatingModel, ProtectionNeed, Reason } from "../facts";
import type { FieldId } from "./fields";
import type { Mapping } from "./headers";

/** An organisation, product or department: known by id, or (id null) to be created under this name. */
export interface NameRef {
  readonly id: string | null;
  readonly name: string;
}

/** What the import knows about a service. A field that is left out is not stated: it never deletes anything. */
export interface ImportValues {
  readonly name?: string;
  readonly shortName?: string;
  readonly externalId?: string;
  readonly department?: NameRef;
  readonly owner?: string;
  readonly purpose?: string;
  readonly product?: readonly NameRef[];
  readonly maker?: readonly NameRef[];
  readonly supplier?: readonly NameRef[];
  readonly operator?: readonly NameRef[];
  readonly host?: readonly NameRef[];
  readonly dataLocation?: string;
  readonly operatingModel?: OperatingModel;
  readonly lifecycle?: Lifecycle;
  readonly confidentiality?: ProtectionNeed;
  readonly integrity?: ProtectionNeed;
  readonly availability?: ProtectionNeed;
  readonly users?: number;
  readonly costPerYear?: number;
  readonly contractStart?: string;
  readonly contractEnd?: string;
  readonly noticeMonths?: number;
  readonly licence?: string;
}

export type ValueField = keyof ImportValues;
export type NamesField = "product" | "maker" | "supplier" | "operator" | "host";

/** A service that is in the inventory already. */
export interface ExistingService {
  readonly id: string;
  /** Key under which an import or `serviceKey` last knew it; survives a renaming by hand. */
  readonly naturalKey: string | null;
  /** In the same form as a row's values; fields the store cannot hold must not be mapped. */
  readonly values: ImportValues;
}

/** Candidates for a written name, best first (as `matchName` gives them). */
export type NameMatcher = (name: string) => readonly { readonly id: string; readonly confidence: number }[];

/** A row the file reader could not take apart; it counts as rejected. */
export interface UnreadableRow {
  readonly line: number;
  /** 1-based. */
  readonly column: number | null;
  readonly value: string;
  readonly reason: Reason;
}

export interface PlanInput {
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly unreadable?: readonly UnreadableRow[];
  readonly mapping: Mapping;
  readonly existing: readonly ExistingService[];
  readonly matchOrganisation: NameMatcher;
  readonly matchProduct: NameMatcher;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/**
 * One line of the correction file. `rejected`: the whole row is not imported. `field`: the row is, this value is not taken.
 */
export interface ImportProblem {
  readonly row: number;
  /** 1-based; null = concerns the row. */
  readonly column: number | null;
  readonly header: string | null;
  readonly field: FieldId | null;
  readonly value: string;
  readonly severity: "rejected" | "field";
  readonly reason: Reason;
}

/** How a written name was understood. `new`: no candidate reaches the confidence; the candidates are suggestions. */
export interface PlannedMatch {
  readonly field: NamesField;
  readonly text: string;
  readonly decision: "matched" | "new";
  readonly id: string | null;
  /** Of the match, or of the best suggestion; 0 = nothing similar. */
  readonly confidence: number;
  readonly candidates: readonly { readonly id: string; readonly confidence: number }[];
}

export interface PlannedChange {
  readonly field: ValueField;
  readonly before: ImportValues[ValueField] | null;
  readonly after: ImportValues[ValueField] | null;
}

export type Outcome = "created" | "updated" | "unchanged" | "rejected";

export interface PlannedRow {
  readonly line: number;
  readonly outcome: Outcome;
  /** Natural key to store with the service; null for rejected rows. */
  readonly key: string | null;
  /** Service that is updated or unchanged. */
  readonly existingId: string | null;
  readonly values: ImportValues;
  readonly changes: readonly PlannedChange[];
  readonly problems: readonly ImportProblem[];
  readonly matches: readonly PlannedMatch[];
}

/** A name that is not known yet and will be created once, however many rows use it. */
export interface NewName {
  /** `newNameKey` of organisations and products, `exactKey` of departments: rows may spell the name differently. */
  readonly key: string;
  readonly name: string;
  readonly fields: readonly ValueField[];
  readonly lines: readonly number[];
  readonly candidates: readonly { readonly id: string; readonly confidence: number }[];
}

export interface ImportPlan {
  /** One per input row, in the order of lines; unreadable ones included. */
  readonly rows: readonly PlannedRow[];
  /** rows = created + updated + unchanged + rejected, always. */
  readonly counts: Readonly<Record<Outcome | "rows" | "fieldProblems", number>>;
  readonly newOrganisations: readonly NewName[];
  readonly newProducts: readonly NewName[];
  readonly newDepartments: readonly NewName[];
}
