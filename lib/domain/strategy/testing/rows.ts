import fc from "fast-check";
import type { PortfolioRow, ScoreValue } from "../../service/types";
import { LIFECYCLES, OPERATING_MODELS, PROTECTION_NEEDS } from "../../facts";
import { EXPOSURE_CLASSES } from "../../exposure/types";
import { GAP_STATES, LICENCES } from "../filter";

/** A plain row in which everything is known; tests change what they are about. */
export function row(serviceId: string, change: Partial<PortfolioRow> = {}): PortfolioRow {
  return {
    serviceId,
    name: `Service ${serviceId}`,
    departmentId: "it",
    departmentName: "IT",
    lifecycle: "active",
    operatingModel: "own-data-centre",
    ownDevelopment: false,
    codePublished: null,
    protectionNeed: "normal",
    users: 10,
    costPerYear: 1000,
    contractEnd: "2030-12-31",
    noticeBy: "2030-06-30",
    munich: { value: 2, best: 2, worst: 2 },
    freedom: { value: 60, best: 60, worst: 60 },
    jurisdiction: { value: 80, best: 80, worst: 80 },
    openness: { value: 25, best: 25, worst: 25 },
    exposure: "J1",
    exposureAtLeast: false,
    exposureWorst: "J1",
    licence: "proprietary",
    controllerId: "acme",
    controllerName: "Acme",
    controllerCountry: "DE",
    controllerPublic: false,
    doubleGrip: "no",
    requiredMunich: 4,
    requiredExposure: "J3",
    gapMunich: "met",
    gapExposure: "met",
    gap: "met",
    confidence: "high",
    munichAnswers: "alt=yes,head=yes,os=no,sup=yes,api=yes,dat=yes",
    methodRef: "munich-sds@2026-02",
    ...change,
  };
}

const points: fc.Arbitrary<ScoreValue> = fc.oneof(
  fc.integer({ min: 0, max: 200 }).map((twice) => ({ value: twice / 2, best: twice / 2, worst: twice / 2 })),
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
    .map(([a, b]) => ({ value: null, best: Math.max(a, b), worst: Math.min(a, b) })),
);

const munich: fc.Arbitrary<ScoreValue> = fc.oneof(
  fc.integer({ min: 1, max: 5 }).map((level) => ({ value: level, best: level, worst: level })),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .map(([a, b]) => ({ value: null, best: Math.min(a, b), worst: Math.max(a, b) })),
);

const day = fc
  .tuple(fc.integer({ min: 2025, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);

const controller = fc.constantFrom(
  { controllerId: null, controllerName: null, controllerCountry: null, controllerPublic: false },
  { controllerId: "acme", controllerName: "Acme", controllerCountry: "DE", controllerPublic: false },
  { controllerId: "big", controllerName: "Big Inc.", controllerCountry: "US", controllerPublic: false },
  { controllerId: "kdz", controllerName: "KDZ", controllerCountry: "DE", controllerPublic: true },
);

const exposure = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 4 })), fc.boolean(), fc.integer({ min: 0, max: 4 }))
  .map(([found, open, more]) => {
    const worst = found === null ? 4 : open ? Math.max(found, more) : found;
    return {
      exposure: found === null ? null : (EXPOSURE_CLASSES[found] ?? null),
      exposureAtLeast: found === null || open,
      exposureWorst: EXPOSURE_CLASSES[worst] ?? "J4",
    };
  });

/** Any row of the score table, with the given id. Costs have cents on purpose. */
export function anyRow(serviceId: string): fc.Arbitrary<PortfolioRow> {
  return fc
    .record({
      lifecycle: fc.constantFrom(...LIFECYCLES),
      departmentId: fc.option(fc.constantFrom("it", "bau", "amt,50")),
      operatingModel: fc.option(fc.constantFrom(...OPERATING_MODELS)),
      ownDevelopment: fc.boolean(),
      codePublished: fc.option(fc.constantFrom("yes" as const, "no" as const, "unknown" as const)),
      protectionNeed: fc.option(fc.constantFrom(...PROTECTION_NEEDS)),
      users: fc.option(fc.integer({ min: 0, max: 5000 })),
      costPerYear: fc.option(fc.integer({ min: 0, max: 100_000_000 }).map((cents) => cents / 100)),
      contractEnd: fc.option(day),
      noticeBy: fc.option(day),
      munich,
      freedom: points,
      jurisdiction: points,
      openness: points,
      licence: fc.constantFrom(...LICENCES),
      doubleGrip: fc.constantFrom("yes" as const, "no" as const, "unknown" as const),
      gap: fc.constantFrom(...GAP_STATES),
      requiredMunich: fc.option(fc.integer({ min: 2, max: 4 })),
      munichAnswers: fc.constantFrom("alt=yes,os=no", "alt=yes,os=yes", "alt=?,os=no"),
      methodRef: fc.constantFrom("munich-sds@2026-02", "munich-sds@2027-01"),
    })
    .chain((facts) =>
      fc.tuple(controller, exposure).map(([owner, reach]) => row(serviceId, { ...facts, ...owner, ...reach })),
    );
}

/** Up to `max` rows with different ids. */
export function anyRows(max = 30): fc.Arbitrary<PortfolioRow[]> {
  return fc
    .integer({ min: 0, max })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyRow(`s${index}`))));
}

/** A row order decided by fast-check. */
export function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}
