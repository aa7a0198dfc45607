import type { DependencyKind, Lifecycle, OperatingModel, ProtectionNeed, YesNo, YesPartlyNo } from "../facts";
import type { Jurisdiction, Organisation } from "../exposure/types";
import type { AnswerValue, MethodRef, Text } from "../method/types";
import type { ContractFacts, ProductFacts, ServiceFacts, ServiceRole } from "../service/types";
import type { ServiceFilter } from "../strategy/filter";

/*
 * A made-up city as plain data. Everything refers to everything else by key: services, people and departments by the keys
 * given here, organisations and products by catalogue id or by the city's own ids (`<slug>:…`). No database ids.
 * Days are ISO dates (`2026-11-21`).
 */

export interface DemoDepartment {
  readonly key: string;
  readonly name: string;
}

export type DemoRole = "administrator" | "strategist" | "service-owner" | "approver" | "auditor" | "viewer";

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly role: DemoRole;
  readonly departmentKey: string | null;
}

/** A service with everything the scoring functions may know about it, and what lists and imports need besides. */
export interface DemoService {
  readonly key: string;
  /** Number in the city's own register, unique. */
  readonly externalId: string;
  readonly name: string;
  readonly departmentKey: string;
  readonly responsible: string | null;
  readonly category: string;
  readonly lifecycle: Lifecycle;
  readonly operatingModel: OperatingModel | null;
  readonly ownDevelopment: boolean;
  readonly codePublished: YesNo | null;
  readonly protection: ServiceFacts["protection"];
  /** Catalogue or city product ids, main product first. */
  readonly productIds: readonly string[];
  readonly roles: readonly ServiceRole[];
  readonly dataLocation: string | null;
  readonly control: ServiceFacts["control"];
  readonly contract: ContractFacts;
  readonly skills: YesPartlyNo | null;
  readonly users: number | null;
  /** Day on which the service came into the inventory. */
  readonly inInventorySince: string;
}

export interface DemoDependency {
  readonly fromKey: string;
  readonly toKey: string;
  readonly kind: DependencyKind;
  /** What happens to `from` when `to` stops. */
  readonly strength: "stops" | "degrades";
  /** `from` reaches `to` through an interface of one maker only. */
  readonly proprietary: boolean;
}

export interface DemoAnswer {
  readonly value: AnswerValue;
  readonly note: string | null;
}

export type AssessmentState = "draft" | "submitted" | "approved" | "superseded";

/** Only the assessed answers; those that follow from facts are derived when they are needed. */
export interface DemoAssessment {
  readonly serviceKey: string;
  readonly method: MethodRef;
  readonly version: number;
  readonly state: AssessmentState;
  readonly answers: Readonly<Record<string, DemoAnswer>>;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly supersededAt: string | null;
}

export interface DemoGoal {
  readonly key: string;
  readonly name: Text;
  readonly metric: string;
  readonly by: "count" | "cost" | "users";
  readonly scope: ServiceFilter;
  /** The day whose snapshot gives the baseline: a figure typed in could contradict the history. */
  readonly baselineDate: string;
  readonly target: number;
  readonly due: string;
  readonly responsible: string;
}

export interface DemoStrategy {
  readonly name: string;
  readonly decidedOn: string;
  readonly updatedOn: string;
  readonly principles: readonly { readonly title: Text; readonly text: Text }[];
  readonly goals: readonly DemoGoal[];
}

/** Facts of a service that a change can touch. */
export type ServiceState = Pick<
  DemoService,
  "lifecycle" | "operatingModel" | "productIds" | "roles" | "dataLocation" | "control" | "contract" | "skills"
>;

/** Something that really changed on a day, with the facts as they were before. */
export interface CityChange {
  readonly date: string;
  readonly serviceKey: string;
  readonly text: Text;
  readonly before: Partial<ServiceState>;
}

/** A catalogue fact the city has known only since a day: before it, who owns the organisation was unknown to it. */
export interface LearnedOwnership {
  readonly date: string;
  readonly organisationId: string;
}

export interface CityData {
  readonly city: {
    readonly slug: string;
    readonly name: string;
    /** Always true: no city built here exists. */
    readonly demo: true;
    readonly inhabitants: number;
    readonly employees: number;
    /** The day the data shows as today. */
    readonly today: string;
    readonly seed: number;
  };
  readonly departments: readonly DemoDepartment[];
  readonly people: readonly DemoPerson[];
  readonly organisations: readonly Organisation[];
  readonly products: readonly ProductFacts[];
  readonly services: readonly DemoService[];
  readonly dependencies: readonly DemoDependency[];
  readonly assessments: readonly DemoAssessment[];
  readonly strategy: DemoStrategy | null;
  readonly history: {
    /** Days for which a snapshot is to be computed with `cityAt`, oldest first. */
    readonly dates: readonly string[];
    readonly changes: readonly CityChange[];
    readonly learned: readonly LearnedOwnership[];
  };
}

/** What the builders need of the catalogue. */
export interface DemoCatalogue {
  readonly organisations: readonly Organisation[];
  readonly products: readonly ProductFacts[];
  readonly jurisdictions: readonly Jurisdiction[];
}

/** One row of the demo service list, as parsed. */
export interface DemoRow {
  readonly no: number;
  readonly department: string;
  readonly service: string;
  readonly category: string;
  readonly suggested_product: string | null;
  readonly other_typical_products: readonly string[];
  readonly operator_model: string;
  readonly confidentiality: string;
  readonly integrity: string;
  readonly availability: string;
  readonly contract_pattern: ContractPattern;
  readonly depends_on: readonly string[];
}

/**
 * How the city came to the service: A perpetual licence with maintenance · B software as a service · C Microsoft volume
 * contract · D in-house award to the public provider · E hardware · F open source with support · G platform by law or
 * agreement · H no contract.
 */
export type ContractPattern = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H";

/** What is decided about a service before its facts are filled in. */
export interface ServiceSpec {
  readonly key: string;
  readonly externalId: string;
  readonly name: string;
  readonly departmentKey: string;
  readonly category: string;
  readonly productIds: readonly string[];
  readonly operatingModel: OperatingModel;
  readonly pattern: ContractPattern;
  readonly protection: {
    readonly confidentiality: ProtectionNeed | null;
    readonly integrity: ProtectionNeed | null;
    readonly availability: ProtectionNeed | null;
  };
  readonly ownDevelopment?: boolean;
}
