import type { ProtectionNeed } from "../facts";
import type { ExposureClass } from "../exposure/types";
import type { GapState, PortfolioRow } from "../service/types";
import type { Figure } from "./distributions";
import type { ServiceFilter } from "./filter";
import type { MetricSubject } from "./metric-result";
import { PROTECTION_NEEDS } from "../facts";
import { EXPOSURE_CLASSES } from "../exposure/types";
import { controllerGroups } from "./concentration";
import { GAP_STATES, queryWithin } from "./filter";
import { exitHorizon } from "./metric-definitions";
import { fromUnits, unitsOf } from "./weights";

/** Yearly cost of some services in euro: the known part, and how many services it leaves out. */
export interface CostSum {
  readonly known: number;
  readonly unknownServices: number;
}

function costOf(rows: readonly PortfolioRow[]): CostSum {
  const cents = rows.map((row) => unitsOf(row, "cost"));
  return {
    known: fromUnits(
      cents.reduce<number>((sum, each) => sum + (each ?? 0), 0),
      "cost",
    ),
    unknownServices: cents.filter((each) => each === null).length,
  };
}

export interface ExposureTableRow extends Figure {
  readonly class: ExposureClass | "unknown";
  /** Of these: the class is a lower bound. */
  readonly atLeast: Figure;
  readonly cost: CostSum;
  /** Of all services; of all known cost. null = nothing to divide by. */
  readonly countShare: number | null;
  readonly costShare: number | null;
}

export interface ExposureTable {
  /** J4 first, `unknown` last. */
  readonly rows: readonly ExposureTableRow[];
  readonly total: number;
  readonly classified: number;
  readonly atLeast: Figure;
  readonly cost: CostSum;
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** Services and yearly cost by exposure class. `rows` are those of the portfolio in `scope`. */
export function exposureTable(rows: readonly PortfolioRow[], scope: ServiceFilter): ExposureTable {
  const all = costOf(rows);
  const classes: readonly (ExposureClass | "unknown")[] = [...[...EXPOSURE_CLASSES].reverse(), "unknown"];
  return {
    rows: classes.map((name) => {
      const services = rows.filter((row) => (row.exposure ?? "unknown") === name);
      const atLeast = services.filter((row) => row.exposure !== null && row.exposureAtLeast).length;
      const cost = costOf(services);
      return {
        class: name,
        count: services.length,
        query: queryWithin(scope, { exposure: [name] }),
        atLeast: {
          count: atLeast,
          query: name === "unknown" ? null : queryWithin(scope, { exposure: [name], certainty: ["at-least"] }),
        },
        cost,
        countShare: ratio(services.length, rows.length),
        costShare: ratio(cost.known, all.known),
      };
    }),
    total: rows.length,
    classified: rows.filter((row) => row.exposure !== null).length,
    atLeast: {
      count: rows.filter((row) => row.exposure !== null && row.exposureAtLeast).length,
      query: queryWithin(scope, { certainty: ["at-least"] }),
    },
    cost: all,
  };
}

export interface ControllerTable {
  /** Largest first: by services, then known cost, then id. */
  readonly top: readonly (Figure & {
    readonly controller: MetricSubject;
    readonly cost: CostSum;
    readonly countShare: number;
    readonly costShare: number | null;
  })[];
  /** Controllers that are not in `top`, and their services. */
  readonly others: { readonly controllers: number; readonly services: number };
  readonly controllers: number;
  readonly known: Figure;
  readonly unknown: Figure;
}

/** The organisations that control most services; shares are of services (cost) with a known controller. */
export function controllerTable(
  rows: readonly PortfolioRow[],
  scope: ServiceFilter,
  topControllers: number,
): ControllerTable {
  const groups = controllerGroups(rows, "cost");
  const known = groups.reduce((sum, group) => sum + group.services.length, 0);
  const cents = groups.reduce((sum, group) => sum + group.weight, 0);
  // Groups arrive sorted by id and the sort is stable, so ties stay in that order.
  const ranked = [...groups].sort((a, b) => b.services.length - a.services.length || b.weight - a.weight);
  const top = ranked.slice(0, topControllers);
  return {
    top: top.map(({ subject, services, weight, weighed }) => ({
      controller: subject,
      count: services.length,
      query: queryWithin(scope, { controller: [subject.id] }),
      cost: { known: fromUnits(weight, "cost"), unknownServices: services.length - weighed.length },
      countShare: services.length / known,
      costShare: ratio(weight, cents),
    })),
    others: {
      controllers: ranked.length - top.length,
      services: known - top.reduce((sum, group) => sum + group.services.length, 0),
    },
    controllers: ranked.length,
    known: { count: known, query: queryWithin(scope, { control: ["public", "private"] }) },
    unknown: { count: rows.length - known, query: queryWithin(scope, { control: ["unknown"] }) },
  };
}

export interface GapTableRow {
  readonly protection: ProtectionNeed | "none";
  readonly total: Figure;
  readonly checkable: number;
  readonly states: Readonly<Record<GapState, Figure>>;
}

export interface GapTable {
  /** Very high first, services without a stated need last. */
  readonly rows: readonly GapTableRow[];
  readonly all: Omit<GapTableRow, "protection">;
}

/** Distance to the required level by protection need. */
export function gapTable(rows: readonly PortfolioRow[], scope: ServiceFilter): GapTable {
  const line = (services: readonly PortfolioRow[], filter: ServiceFilter): Omit<GapTableRow, "protection"> => {
    const figure = (state: GapState): Figure => ({
      count: services.filter((row) => row.gap === state).length,
      query: queryWithin(scope, filter, { gap: [state] }),
    });
    const states = Object.fromEntries(GAP_STATES.map((state) => [state, figure(state)])) as Record<GapState, Figure>;
    return {
      total: { count: services.length, query: queryWithin(scope, filter) },
      checkable: services.length - states["not-checkable"].count,
      states,
    };
  };
  const needs = [...[...PROTECTION_NEEDS].reverse(), "none" as const];
  return {
    rows: needs.map((protection) => ({
      protection,
      ...line(
        rows.filter((row) => (row.protectionNeed ?? "none") === protection),
        { protection: [protection] },
      ),
    })),
    all: line(rows, {}),
  };
}

export interface ExitWindows {
  /** First and last day of the period, inclusive. */
  readonly from: string;
  readonly to: string;
  /** Next notice day first. */
  readonly services: readonly PortfolioRow[];
  readonly within: Figure;
  /** Of `within`: not yet assessed. */
  readonly notAssessed: Figure;
  readonly noticeKnown: Figure;
  /** Contract end known, notice day not. */
  readonly endOnly: Figure;
  readonly unknown: Figure;
}

/** Contracts on which notice must be given within twelve months of `today`. */
export function exitWindows(rows: readonly PortfolioRow[], scope: ServiceFilter, today: string): ExitWindows {
  const [from, to] = [today, exitHorizon(today)];
  const period: ServiceFilter = { noticeFrom: from, noticeTo: to };
  const due = (row: PortfolioRow): string => row.noticeBy ?? "";
  const services = rows
    .filter((row) => row.noticeBy !== null && row.noticeBy >= from && row.noticeBy <= to)
    .sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : a.serviceId < b.serviceId ? -1 : 1));
  const noticeKnown = rows.filter((row) => row.noticeBy !== null).length;
  const endOnly = rows.filter((row) => row.noticeBy === null && row.contractEnd !== null).length;
  return {
    from,
    to,
    services,
    within: { count: services.length, query: queryWithin(scope, period) },
    notAssessed: {
      count: services.filter((row) => row.munich.value === null).length,
      query: queryWithin(scope, period, { munich: ["none"] }),
    },
    noticeKnown: { count: noticeKnown, query: queryWithin(scope, { notice: ["known"] }) },
    endOnly: { count: endOnly, query: queryWithin(scope, { notice: ["end-only"] }) },
    unknown: { count: rows.length - noticeKnown - endOnly, query: queryWithin(scope, { notice: ["unknown"] }) },
  };
}
