import type { Text } from "../method/types";
import type { PortfolioRow } from "../service/types";
import type { ServiceFilter } from "./filter";
import { addMonths } from "./dates";

/** What a service weighs in a metric: one, its yearly cost in euro, or its users. */
export const WEIGHTS = ["count", "cost", "users"] as const;
export type By = (typeof WEIGHTS)[number];

/** `share` 0 to 1 · `count` services · `money` euro per year · `index` Herfindahl-Hirschman index, 0 to 1. */
export type MetricUnit = "share" | "count" | "money" | "index";

/** Which direction is more sovereign; `none` where more is neither better nor worse. */
export type MetricDirection = "higher" | "lower" | "none";

export const METRIC_IDS = [
  "assessed-share",
  "munich-1-2-share",
  "required-level-met",
  "required-level-met-critical",
  "open-gaps",
  "exposure-j3-j4",
  "exposure-j3-j4-count",
  "exposure-j3-j4-spend",
  "open-source-share",
  "largest-controller-share",
  "controller-hhi",
  "double-grips",
  "public-operated-share",
  "code-published-share",
  "exit-window-12-months",
] as const;
export type MetricId = (typeof METRIC_IDS)[number];

/** Columns of a row that a metric rests on and that state a fact, not a judgement. Used to explain a change. */
export type FactColumn = keyof Pick<
  PortfolioRow,
  | "operatingModel"
  | "ownDevelopment"
  | "codePublished"
  | "protectionNeed"
  | "contractEnd"
  | "noticeBy"
  | "licence"
  | "controllerId"
  | "controllerCountry"
  | "controllerPublic"
  | "doubleGrip"
>;

/** Counts services one by one: of the population, which count (`hit`), and of which nothing can be said (`unknown`)? */
export interface CountingRule {
  readonly kind: "counting";
  readonly population: ServiceFilter;
  /** Services that may belong to the population; nobody has said. */
  readonly populationUnknown: ServiceFilter | null;
  readonly unknown: ServiceFilter | null;
  readonly hit: (today: string) => ServiceFilter;
  /** Measured and not counted, yet a missing link could still turn it into a hit. */
  readonly uncertain: ((row: PortfolioRow) => boolean) | null;
}

/** Compares groups of services that one organisation controls; cannot be added up over parts of a portfolio. */
export interface ConcentrationRule {
  readonly kind: "concentration";
  readonly figure: "largest" | "hhi";
}

export interface MetricDefinition {
  readonly id: MetricId;
  readonly name: Text;
  readonly description: Text;
  readonly unit: MetricUnit;
  readonly direction: MetricDirection;
  /** Allowed weights; the first is the usual one. */
  readonly by: readonly By[];
  readonly needsToday: boolean;
  /** Does the value rest on results of a method (so that a new method version moves it)? */
  readonly onMethod: boolean;
  readonly facts: readonly FactColumn[];
  readonly rule: CountingRule | ConcentrationRule;
}

/** The last day of the twelve months in which exit windows are counted; the first is today. */
export function exitHorizon(today: string): string {
  return addMonths(today, 12);
}

const ALL: readonly By[] = ["count", "cost", "users"];
const PRODUCT_FACTS = ["licence", "controllerId", "controllerCountry", "controllerPublic", "operatingModel"] as const;
const REACH_FACTS = ["controllerId", "controllerCountry", "controllerPublic", "operatingModel"] as const;
const GAP_FACTS = [...PRODUCT_FACTS, "doubleGrip", "ownDevelopment", "protectionNeed"] as const;

function counting(
  hit: ServiceFilter | ((today: string) => ServiceFilter),
  unknown: ServiceFilter | null,
  more: Partial<Pick<CountingRule, "population" | "populationUnknown" | "uncertain">> = {},
): CountingRule {
  return {
    kind: "counting",
    population: {},
    populationUnknown: null,
    uncertain: null,
    ...more,
    unknown,
    hit: typeof hit === "function" ? hit : () => hit,
  };
}

const reached = counting(
  { exposure: ["J3", "J4"] },
  { exposure: ["unknown"] },
  {
    uncertain: (row) => row.exposureAtLeast && (row.exposureWorst === "J3" || row.exposureWorst === "J4"),
  },
);

const usual = { needsToday: false, onMethod: false } as const;

/** Every metric a goal can be set for and a dashboard can show. Retired services are in none of them. */
export const metrics: readonly MetricDefinition[] = [
  {
    ...usual,
    id: "assessed-share",
    name: { de: "Bewertungsstand", en: "Assessed share" },
    description: {
      de: "Anteil der IT-Services, für die alle Fragen des Münchner Scores beantwortet sind.",
      en: "Share of services for which every question of the Munich score is answered.",
    },
    unit: "share",
    direction: "higher",
    by: ALL,
    onMethod: true,
    facts: PRODUCT_FACTS,
    rule: counting({ munich: ["1", "2", "3", "4", "5"] }, null),
  },
  {
    ...usual,
    id: "munich-1-2-share",
    name: { de: "Anteil Stufe 1 und 2", en: "Share at level 1 or 2" },
    description: {
      de: "Anteil der bewerteten IT-Services, die im Münchner Score Stufe 1 oder 2 erreichen. Nicht bewertete gelten als unbekannt.",
      en: "Share of assessed services that reach level 1 or 2 of the Munich score. Services not assessed count as unknown.",
    },
    unit: "share",
    direction: "higher",
    by: ALL,
    onMethod: true,
    facts: PRODUCT_FACTS,
    rule: counting({ munich: ["1", "2"] }, { munich: ["none"] }),
  },
  {
    ...usual,
    id: "required-level-met",
    name: { de: "Soll erreicht", en: "Required level met" },
    description: {
      de: "Anteil der prüfbaren IT-Services, die das Soll ihres Schutzbedarfs erreichen. Geplante und akzeptierte Lücken gelten als nicht erreicht.",
      en: "Share of checkable services that meet the level their protection need requires. Planned and accepted gaps count as not met.",
    },
    unit: "share",
    direction: "higher",
    by: ALL,
    onMethod: true,
    facts: GAP_FACTS,
    rule: counting({ gap: ["met"] }, { gap: ["not-checkable"] }),
  },
  {
    ...usual,
    id: "required-level-met-critical",
    name: {
      de: "Soll erreicht bei hohem und sehr hohem Schutzbedarf",
      en: "Required level met at high and very high protection need",
    },
    description: {
      de: "Wie „Soll erreicht“, nur für IT-Services mit hohem oder sehr hohem Schutzbedarf. Services ohne Angabe zum Schutzbedarf werden gesondert genannt.",
      en: "As “required level met”, for services with a high or very high protection need only. Services whose protection need nobody has stated are named apart.",
    },
    unit: "share",
    direction: "higher",
    by: ALL,
    onMethod: true,
    facts: GAP_FACTS,
    rule: counting(
      { gap: ["met"] },
      { gap: ["not-checkable"] },
      {
        population: { protection: ["high", "very-high"] },
        populationUnknown: { protection: ["none"] },
      },
    ),
  },
  {
    ...usual,
    id: "open-gaps",
    name: { de: "Offene Lücken zum Soll", en: "Open gaps to the required level" },
    description: {
      de: "Zahl der prüfbaren IT-Services, die ihr Soll verfehlen und für die weder eine Maßnahme geplant noch eine Akzeptanz erteilt ist.",
      en: "Number of checkable services that miss their required level with neither a planned measure nor an acceptance.",
    },
    unit: "count",
    direction: "lower",
    by: ["count"],
    onMethod: true,
    facts: GAP_FACTS,
    rule: counting({ gap: ["open"] }, { gap: ["not-checkable"] }),
  },
  {
    ...usual,
    id: "exposure-j3-j4",
    name: { de: "Anteil mit Zugriffsrisiko J3 oder J4", en: "Share with exposure J3 or J4" },
    description: {
      de: "Anteil der IT-Services mit bekannter Zugriffsklasse, die das Recht eines Drittstaats unmittelbar oder über die Konzernmutter erreicht.",
      en: "Share of services with a known exposure class that the law of a third country reaches directly or through a parent company.",
    },
    unit: "share",
    direction: "lower",
    by: ALL,
    facts: REACH_FACTS,
    rule: reached,
  },
  {
    ...usual,
    id: "exposure-j3-j4-count",
    name: { de: "Services mit Zugriffsrisiko J3 oder J4", en: "Services with exposure J3 or J4" },
    description: {
      de: "Zahl der IT-Services, die das Recht eines Drittstaats unmittelbar oder über die Konzernmutter erreicht.",
      en: "Number of services that the law of a third country reaches directly or through a parent company.",
    },
    unit: "count",
    direction: "lower",
    by: ["count"],
    facts: REACH_FACTS,
    rule: reached,
  },
  {
    ...usual,
    id: "exposure-j3-j4-spend",
    name: { de: "Jährliche Kosten mit Zugriffsrisiko J3 oder J4", en: "Yearly spend with exposure J3 or J4" },
    description: {
      de: "Jährliche Kosten der IT-Services mit Zugriffsklasse J3 oder J4, soweit Klasse und Kosten bekannt sind.",
      en: "Yearly cost of the services with exposure class J3 or J4, as far as class and cost are known.",
    },
    unit: "money",
    direction: "lower",
    by: ["cost"],
    facts: REACH_FACTS,
    rule: reached,
  },
  {
    ...usual,
    id: "open-source-share",
    name: { de: "Open-Source-Anteil", en: "Open-source share" },
    description: {
      de: "Anteil der IT-Services mit bekannter Lizenz, deren Software vollständig unter einer von der OSI anerkannten Lizenz steht. Open Core zählt nicht.",
      en: "Share of services with a known licence whose software is entirely under an OSI-approved licence. Open core does not count.",
    },
    unit: "share",
    direction: "higher",
    by: ALL,
    facts: ["licence"],
    rule: counting({ licence: ["open"] }, { licence: ["unknown"] }),
  },
  {
    ...usual,
    id: "largest-controller-share",
    name: { de: "Anteil der größten beherrschenden Organisation", en: "Share of the largest controller" },
    description: {
      de: "Anteil der IT-Services mit bekannter beherrschender Organisation, der auf die größte entfällt. Öffentliche Organisationen zählen mit und sind als solche benannt.",
      en: "Share of services with a known controller that falls to the largest one. Public bodies are included and named as such.",
    },
    unit: "share",
    direction: "lower",
    by: ALL,
    facts: ["controllerId"],
    rule: { kind: "concentration", figure: "largest" },
  },
  {
    ...usual,
    id: "controller-hhi",
    name: { de: "Konzentration (HHI)", en: "Concentration (HHI)" },
    description: {
      de: "Herfindahl-Hirschman-Index: Summe der quadrierten Anteile aller beherrschenden Organisationen, 1 = alles bei einer.",
      en: "Herfindahl-Hirschman index: sum of the squared shares of all controllers, 1 = everything with one.",
    },
    unit: "index",
    direction: "lower",
    by: ALL,
    facts: ["controllerId"],
    rule: { kind: "concentration", figure: "hhi" },
  },
  {
    ...usual,
    id: "double-grips",
    name: { de: "Doppelgriffe", en: "Double grips" },
    description: {
      de: "Zahl der IT-Services, bei denen Hersteller und Betreiber zu einem Konzern gehören.",
      en: "Number of services whose maker and operator belong to one corporate group.",
    },
    unit: "count",
    direction: "lower",
    by: ["count"],
    facts: ["doubleGrip", "controllerId", "operatingModel"],
    rule: counting({ doubleGrip: ["yes"] }, { doubleGrip: ["unknown"] }),
  },
  {
    ...usual,
    id: "public-operated-share",
    name: { de: "Anteil in eigenem oder öffentlichem Betrieb", en: "Share operated by the city or a public provider" },
    description: {
      de: "Anteil der IT-Services mit bekanntem Betriebsmodell, die im eigenen Rechenzentrum, bei einem öffentlichen Dienstleister oder auf einer Plattform von Bund oder Land laufen.",
      en: "Share of services with a known operating model that run in the city's own data centre, at a public provider or on a federal or state platform.",
    },
    unit: "share",
    direction: "higher",
    by: ALL,
    facts: ["operatingModel"],
    rule: counting(
      { operation: ["own-data-centre", "public-provider", "federal-state-platform"] },
      { operation: ["unknown"] },
    ),
  },
  {
    ...usual,
    id: "code-published-share",
    name: { de: "Eigenentwicklungen mit veröffentlichtem Code", en: "Own developments with published code" },
    description: {
      de: "Anteil der Eigenentwicklungen, deren Quellcode veröffentlicht ist.",
      en: "Share of own developments whose source code is published.",
    },
    unit: "share",
    direction: "higher",
    by: ALL,
    facts: ["ownDevelopment", "codePublished"],
    rule: counting(
      { code: ["published"] },
      { code: ["unknown"] },
      {
        population: { code: ["published", "unpublished", "unknown"] },
      },
    ),
  },
  {
    ...usual,
    id: "exit-window-12-months",
    name: { de: "Austrittsfenster in zwölf Monaten", en: "Exit windows within twelve months" },
    description: {
      de: "Zahl der IT-Services, deren letzter Kündigungstag in den nächsten zwölf Monaten liegt. Ohne bekannte Frist: unbekannt.",
      en: "Number of services whose last day for notice falls within the next twelve months. Without a known notice date: unknown.",
    },
    unit: "count",
    direction: "none",
    by: ["count"],
    needsToday: true,
    facts: ["contractEnd", "noticeBy"],
    rule: counting((today) => ({ noticeFrom: today, noticeTo: exitHorizon(today) }), {
      notice: ["end-only", "unknown"],
    }),
  },
];

const byId: ReadonlyMap<string, MetricDefinition> = new Map(metrics.map((metric) => [metric.id, metric]));

/** True for an id of `metrics`; for ids that come from outside. */
export function isMetricId(id: string): id is MetricId {
  return byId.has(id);
}

/** The definition of a metric. Throws RangeError for an id that does not exist. */
export function metricDefinition(id: MetricId): MetricDefinition {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`unknown metric: ${id}`);
  return found;
}
