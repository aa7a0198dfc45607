import type { Lifecycle, OperatingModel } from "../facts";
import type { Text } from "../method/types";
import type { ContractPattern } from "./types";

/*
 * What is told about Musterstadt beyond the service list: all of it invented. Numbers are those of the list.
 */

/** Cost per year in thousand euro where it is set; null = nobody knows it. The others are drawn by category. */
export const COSTS: ReadonlyMap<number, number | null> = new Map<number, number | null>([
  [1, 612],
  [2, 388],
  [3, 174],
  [12, 96],
  [13, 64],
  [16, 486],
  [19, 338],
  [20, 214],
  [23, 168],
  [26, 127],
  [28, 98],
  [32, 86],
  [38, 47],
  [40, 21],
  [54, 34],
  [58, 46],
  [59, 29],
  [66, 31],
  [94, 82],
  [95, 36],
  [96, 128],
  [97, 54],
  [102, 14],
  [105, 97],
  [109, 48],
  [112, 0],
  [117, 46],
  [121, 0],
  [127, 36],
  [129, 196],
  [131, 74],
  [147, 214],
  [43, null],
  [68, null],
  [72, null],
  [90, null],
  [92, null],
  [114, null],
  [119, null],
  [124, null],
  [139, null],
  [150, null],
  [151, null],
  [152, null],
]);

/** Contracts whose end or notice is set: those that have to be decided within twelve months, and a few others. */
export const TERMS: ReadonlyMap<number, { readonly end: string; readonly noticeMonths: number }> = new Map([
  [16, { end: "2027-03-31", noticeMonths: 3 }],
  [117, { end: "2027-07-31", noticeMonths: 6 }],
  [38, { end: "2027-04-30", noticeMonths: 3 }],
  [32, { end: "2027-06-30", noticeMonths: 3 }],
  [26, { end: "2027-08-31", noticeMonths: 3 }],
  [129, { end: "2027-12-31", noticeMonths: 6 }],
  [28, { end: "2027-09-30", noticeMonths: 0 }],
  [54, { end: "2027-12-31", noticeMonths: 3 }],
  [40, { end: "2028-12-31", noticeMonths: 3 }],
  [94, { end: "2028-12-31", noticeMonths: 3 }],
  [147, { end: "2031-03-31", noticeMonths: 3 }],
]);

/** Users where the number is set. */
export const USERS: ReadonlyMap<number, number> = new Map([
  [1, 4120],
  [2, 4120],
  [12, 4350],
  [19, 3980],
  [49, 2100],
]);

/** Nobody has stated a protection need. */
export const WITHOUT_PROTECTION: ReadonlySet<number> = new Set([43, 86, 103, 124, 139, 151, 152]);
/** Availability alone is missing. */
export const WITHOUT_AVAILABILITY: ReadonlySet<number> = new Set([60, 70, 141]);
/** Nobody is named as responsible. */
export const WITHOUT_RESPONSIBLE: ReadonlySet<number> = new Set([43, 68, 86, 92, 124, 139, 151]);

export const LIFECYCLE: ReadonlyMap<number, Lifecycle> = new Map<number, Lifecycle>([
  [46, "planned"],
  [68, "phasing-out"],
  [86, "phasing-out"],
  [120, "phasing-out"],
]);

/** Day from which a service has been in the inventory; the rest was there from the start. */
export const INVENTORY_START = "2024-09-30";
export const ADDED: ReadonlyMap<number, string> = new Map([
  [152, "2025-02-12"],
  [70, "2025-05-20"],
  [41, "2025-09-04"],
  [11, "2025-11-17"],
  [125, "2026-02-09"],
  [140, "2026-04-22"],
  [149, "2026-04-22"],
  [40, "2026-07-15"],
  [47, "2026-08-03"],
  [86, "2026-09-21"],
  [46, "2026-10-12"],
]);

/** Services nobody has assessed yet. */
export const UNASSESSED: ReadonlySet<number> = new Set([
  11, 43, 46, 47, 56, 61, 70, 76, 85, 86, 90, 92, 100, 103, 104, 107, 113, 114, 117, 118, 119, 123, 124, 125, 137, 139,
  140, 141, 149, 150, 151, 152,
]);

/** How many were assessed for the first time in each period, and in which days. */
export const FIRST_ASSESSED: readonly { readonly count: number; readonly from: string; readonly days: number }[] = [
  { count: 78, from: "2024-10-07", days: 72 },
  { count: 10, from: "2025-01-20", days: 150 },
  { count: 9, from: "2025-08-04", days: 130 },
  { count: 6, from: "2026-01-19", days: 150 },
  { count: 18, from: "2026-07-06", days: 134 },
];

export interface StoryChange {
  readonly no: number;
  readonly date: string;
  readonly text: Text;
  readonly before: {
    readonly productIds: readonly string[];
    readonly operatingModel: OperatingModel;
    readonly pattern: ContractPattern;
  };
}

const replaced = (
  no: number,
  date: string,
  productId: string,
  operatingModel: OperatingModel,
  pattern: ContractPattern,
  text: Text,
): StoryChange => ({ no, date, text, before: { productIds: [productId], operatingModel, pattern } });

/** What really changed in two years, with what was there before. */
export const CHANGES: readonly StoryChange[] = [
  replaced(5, "2025-03-10", "dropbox", "vendor-saas", "B", {
    de: "Dropbox durch Nextcloud ersetzt",
    en: "Dropbox replaced by Nextcloud",
  }),
  replaced(34, "2025-05-12", "prtg", "own-data-centre", "A", {
    de: "PRTG durch Checkmk ersetzt",
    en: "PRTG replaced by Checkmk",
  }),
  replaced(48, "2025-08-18", "itslearning", "vendor-saas", "B", {
    de: "itslearning durch Moodle ersetzt",
    en: "itslearning replaced by Moodle",
  }),
  replaced(33, "2025-09-30", "splunk", "own-data-centre", "A", {
    de: "Splunk durch Wazuh ersetzt, Betrieb bei der KDZ",
    en: "Splunk replaced by Wazuh, run by the KDZ",
  }),
  replaced(105, "2025-12-01", "advis", "vendor-saas", "B", {
    de: "Betrieb vom Hersteller zur KDZ verlagert",
    en: "Operation moved from the maker to the KDZ",
  }),
  replaced(7, "2026-03-18", "webex", "vendor-saas", "B", {
    de: "Webex durch BigBlueButton ersetzt",
    en: "Webex replaced by BigBlueButton",
  }),
  replaced(120, "2026-05-04", "octoware", "vendor-saas", "B", {
    de: "Betrieb vom Hersteller zur KDZ verlagert",
    en: "Operation moved from the maker to the KDZ",
  }),
  replaced(9, "2026-09-14", "teams", "hyperscaler", "C", {
    de: "Teams durch Element ersetzt",
    en: "Teams replaced by Element",
  }),
  replaced(10, "2026-10-02", "jira", "own-data-centre", "A", {
    de: "Jira durch OpenProject ersetzt",
    en: "Jira replaced by OpenProject",
  }),
  replaced(42, "2026-10-21", "camunda-8", "own-data-centre", "A", {
    de: "Camunda 8 durch Operaton ersetzt",
    en: "Camunda 8 replaced by Operaton",
  }),
];

/** Assessed again, with one answer that came out differently: the value it has now, the opposite of the one before. */
export const REASSESSED: readonly {
  readonly no: number;
  readonly date: string;
  readonly criterion: "api" | "dat";
  readonly now: "yes" | "no";
  readonly note: string;
}[] = [
  { no: 96, date: "2026-08-26", criterion: "api", now: "yes", note: "Schnittstelle auf XKfz umgestellt." },
  {
    no: 129,
    date: "2026-09-08",
    criterion: "api",
    now: "no",
    note: "Feature-Dienste nur über die API des Herstellers.",
  },
  { no: 130, date: "2026-09-22", criterion: "dat", now: "yes", note: "Abgabe als GeoPackage geprüft." },
  {
    no: 27,
    date: "2026-10-07",
    criterion: "dat",
    now: "no",
    note: "Konfiguration nur im Format des Herstellers ausleitbar.",
  },
  { no: 75, date: "2026-10-14", criterion: "api", now: "yes", note: "XRechnung und XBezahldienste abgenommen." },
  { no: 57, date: "2026-11-05", criterion: "api", now: "yes", note: "OParl-Export geprüft." },
  { no: 52, date: "2026-11-09", criterion: "dat", now: "no", note: "Export nur teilweise möglich." },
];

/** Looked at again with the same result; the first version is superseded. */
export const CONFIRMED: readonly { readonly no: number; readonly date: string }[] = [
  ...[1, 12, 16, 19, 20, 22, 23, 49, 79, 87, 94, 99, 108, 115, 126, 131, 147].map((no, index) => ({
    no,
    date: `2025-11-${String(4 + index).padStart(2, "0")}`,
  })),
  { no: 2, date: "2025-11-20" },
  { no: 2, date: "2026-11-05" },
  { no: 32, date: "2026-11-14" },
];

/** A new version waits for approval. */
export const SUBMITTED: readonly number[] = [16, 79, 96, 108, 115, 129, 147];
/** A new version is being written; for services never assessed it is a first, incomplete one. */
export const DRAFTS: readonly number[] = [17, 22, 49, 46, 86, 104, 117, 118];

/** Who owns the operator of the mail filter became known to the city on this day: Proofpoint (US). */
export const LEARNED = [{ date: "2026-11-14", organisationId: "hornetsecurity" }] as const;

/** Where the city sees it otherwise than catalogue or rule, and says why. */
export const OVERRIDES: readonly {
  readonly no: number;
  readonly criterion: string;
  readonly value: string;
  readonly note: string;
}[] = [
  {
    no: 41,
    criterion: "os",
    value: "yes",
    note: "Eingesetzt wird nur die Community Edition; sie ist vollständig unter MIT-Lizenz.",
  },
  {
    no: 22,
    criterion: "alt",
    value: "no",
    note: "Sechs Fachverfahren sind nur für diese Datenbank freigegeben; PostgreSQL erst nach deren Umstellung.",
  },
  {
    no: 17,
    criterion: "alt",
    value: "no",
    note: "Freigaben der Fachverfahren gelten nur für diese Bereitstellung; Pilot mit Guacamole noch ohne Ergebnis.",
  },
  {
    no: 51,
    criterion: "alt",
    value: "yes",
    note: "Weitere Abrechnungsverfahren werden von anderen öffentlichen Anbietern betrieben.",
  },
];

/** Outlook couplings found in the specialist applications, beyond the dependencies of the list. */
export const MAIL_COUPLINGS: readonly { readonly no: number; readonly proprietary: boolean }[] = [
  { no: 49, proprietary: true },
  { no: 57, proprietary: true },
  { no: 79, proprietary: true },
  { no: 35, proprietary: false },
];

/** One person per department, fictional, in the order in which the list names the departments. */
export const OWNERS: readonly string[] = [
  "Miriam Okafor",
  "Sabine Kretschmar",
  "Lars Petersen",
  "Aylin Demir",
  "Jürgen Hofstätter",
  "Claudia Weißbach",
  "Martin Zieliński",
  "Renate Vogt",
  "Dirk Ahlers",
  "Nadia Farouk",
  "Elke Sommerfeld",
  "Tobias Rühl",
  "Dr. Ines Balzer",
  "Heike Lohmann",
  "Sven Marquardt",
  "Katrin Ostermann",
  "Paul Nguyen",
  "Anke Riedel",
  "Friederike Stein",
  "Oliver Brinkmann",
  "Gisela Thoma",
  "Rüdiger Falk",
  "Svenja Uhlig",
];
