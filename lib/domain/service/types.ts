import type {
  Confidence,
  DataAccess,
  Lifecycle,
  OperatingModel,
  OrganisationRole,
  ProtectionNeed,
  Provenance,
  SourceModel,
  YesNo,
  YesPartlyNo,
} from "../facts";
import type { ExposureClass } from "../exposure/types";

/** What is known about a product a service is built on. */
export interface ProductFacts {
  readonly id: string;
  readonly name: string;
  readonly makerId: string | null;
  readonly category: string | null;
  /** SPDX expression, `LicenseRef-*` where no SPDX id fits; null = unknown. */
  readonly licence: string | null;
  readonly sourceModel: SourceModel | null;
  readonly osiApproved: boolean | null;
  readonly interfaces: readonly string[];
  /** Names of open-source products for the same function; empty = none named, not "none exists". */
  readonly alternatives: readonly string[];
  /** Names of products of the same category by other makers, one per maker; absent or empty = none recorded. */
  readonly competitors?: readonly string[];
  readonly provenance: Provenance;
}

/** An organisation in a role, as stored for a service. */
export interface ServiceRole {
  readonly role: OrganisationRole;
  /** null = the role is filled, by whom is unknown. */
  readonly organisationId: string | null;
  readonly dataAccess: DataAccess;
  /** Where, ISO alpha-2 or `EU`, `EEA`, `third-adequate`; null = unknown. Never used to infer J0. */
  readonly location: string | null;
  readonly provenance: Provenance;
}

/** Everything the scoring functions may know about one service. No clock: dates that matter are compared with `today`, handed in. */
export interface ServiceFacts {
  readonly id: string;
  readonly name: string;
  readonly lifecycle: Lifecycle;
  readonly operatingModel: OperatingModel | null;
  readonly ownDevelopment: boolean;
  /** Own developments: is the code published (publiccode.yml)? */
  readonly codePublished: YesNo | null;
  /** null = nobody has stated it. */
  readonly protection: {
    readonly confidentiality: ProtectionNeed | null;
    readonly integrity: ProtectionNeed | null;
    readonly availability: ProtectionNeed | null;
  };
  /** Main product first. */
  readonly products: readonly ProductFacts[];
  readonly roles: readonly ServiceRole[];
  /** Where the data is stored; `EU`, `EEA`, `third-adequate` or ISO alpha-2; null = unknown. */
  readonly dataLocation: string | null;
  /** The four control questions: who decides over data, operation, keys, access. */
  readonly control: {
    readonly data: ControlHolder | null;
    readonly operation: ControlHolder | null;
    readonly keys: ControlHolder | null;
    readonly access: ControlHolder | null;
  };
  readonly contract: ContractFacts;
  readonly skills: YesPartlyNo | null;
  /** Number of proprietary couplings from other services onto this one. */
  readonly proprietaryCouplings: number;
}

/** Who decides. `city-only` for keys means: held by the city alone, outside the provider's environment. */
export const CONTROL_HOLDERS = ["city-only", "city-and-provider", "provider", "unknown"] as const;
export type ControlHolder = (typeof CONTROL_HOLDERS)[number];

export interface ContractFacts {
  readonly start: string | null;
  readonly end: string | null;
  readonly noticeMonths: number | null;
  readonly exitClause: YesNo | null;
  readonly dataReturnClause: YesNo | null;
  /** Security updates are owed by contract or by a maintained release. */
  readonly securityUpdates: YesNo | null;
  /** Euro per year, null = unknown. */
  readonly costPerYear: number | null;
}

export interface ScoreValue {
  /** null while incomplete. */
  readonly value: number | null;
  readonly best: number;
  readonly worst: number;
}

export type GapState = "met" | "open" | "planned" | "accepted" | "not-checkable";

/** The figures of one service that lists, dashboard, metrics and snapshots use. One row of the stored score table. */
export interface PortfolioRow {
  readonly serviceId: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly lifecycle: Lifecycle;
  readonly operatingModel: OperatingModel | null;
  readonly ownDevelopment: boolean;
  readonly codePublished: YesNo | null;
  /** Maximum of the three protection needs stated; null = none stated. */
  readonly protectionNeed: ProtectionNeed | null;
  readonly users: number | null;
  readonly costPerYear: number | null;
  readonly contractEnd: string | null;
  /** Last day on which notice can be given; null when end or notice period is unknown. */
  readonly noticeBy: string | null;
  readonly munich: ScoreValue;
  readonly freedom: ScoreValue;
  readonly jurisdiction: ScoreValue;
  readonly openness: ScoreValue;
  readonly exposure: ExposureClass | null;
  readonly exposureAtLeast: boolean;
  /** Worst class still possible. */
  readonly exposureWorst: ExposureClass;
  readonly licence: "open" | "open-core" | "source-available" | "proprietary" | "unknown";
  /** Organisation at the top of the maker's or operator's chain, whichever binds more; null = unknown. */
  readonly controllerId: string | null;
  readonly controllerName: string | null;
  readonly controllerCountry: string | null;
  readonly controllerPublic: boolean;
  readonly doubleGrip: YesNo;
  readonly requiredMunich: number | null;
  readonly requiredExposure: ExposureClass | null;
  readonly gapMunich: GapState;
  readonly gapExposure: GapState;
  /** Worst of the two. */
  readonly gap: GapState;
  readonly confidence: Confidence;
  /** Munich's inputs as `alt=y,head=?…`: lets a change between two dates be explained. */
  readonly munichAnswers: string;
  readonly methodRef: string;
}
