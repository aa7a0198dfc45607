import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { DEFAULT_POLICY } from "../profile/policy";
import { scoreService } from "../service/score";
import { addDays } from "./days";
import { proprietaryCouplings } from "./dependencies";
import { serviceFacts } from "./facts";
import { generateCity } from "./generate";
import { cityAt } from "./history";
import { placeSuffix } from "./purposes";
import { random } from "./random";
import { catalogueForTests } from "./testing/catalogue";
import { dayNumber, isDay } from "../strategy/dates";
import type { CityData } from "./types";

const catalogue = catalogueForTests();
const make = (services: number, seed = 7) => generateCity({ services, seed, slug: "probe" }, catalogue);

const share = (city: CityData, test: (service: CityData["services"][number]) => boolean) =>
  city.services.filter(test).length / city.services.length;

function referencesHold(city: CityData) {
  const organisations = new Set([...catalogue.organisations, ...city.organisations].map((each) => each.id));
  const products = new Set(catalogue.products.map((each) => each.id));
  const keys = new Set(city.services.map((each) => each.key));
  const departments = new Set(city.departments.map((each) => each.key));
  const people = new Set(city.people.map((each) => each.key));
  return (
    city.services.every(
      (each) =>
        departments.has(each.departmentKey) &&
        each.productIds.every((id) => products.has(id)) &&
        each.roles.every((role) => role.organisationId === null || organisations.has(role.organisationId)),
    ) &&
    city.dependencies.every((edge) => keys.has(edge.fromKey) && keys.has(edge.toKey) && edge.fromKey !== edge.toKey) &&
    city.assessments.every((each) => keys.has(each.serviceKey) && people.has(each.createdBy)) &&
    city.history.changes.every((change) => keys.has(change.serviceKey))
  );
}

describe("generateCity", () => {
  test.each([1, 150, 2780, 20_000])(
    "%i services with names of their own, everything pointing somewhere",
    (count) => {
      const city = make(count);
      expect(city.services).toHaveLength(count);
      expect(new Set(city.services.map((each) => each.name)).size).toBe(count);
      expect(new Set(city.services.map((each) => each.externalId)).size).toBe(count);
      expect(referencesHold(city)).toBe(true);
    },
    60_000,
  );

  test("a state's provider is built in seconds (about 1.2 s alone on two cores)", () => {
    make(200);
    const times = [1, 2].map((seed) => {
      const start = performance.now();
      make(20_000, seed);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(5000);
  }, 60_000);

  test("the same seed gives the same city, another seed another", () => {
    expect(make(400, 3)).toEqual(make(400, 3));
    expect(make(400, 3).services).not.toEqual(make(400, 4).services);
  });

  test("looks like an inventory: operators, holes, assessments, costs", () => {
    const city = make(2780);
    expect(share(city, (each) => each.dataLocation === null)).toBeCloseTo(0.24, 3);
    const makerUnknown = share(city, (each) => each.roles.some((r) => r.role === "maker" && r.organisationId === null));
    expect(makerUnknown).toBeGreaterThan(0.03);
    expect(makerUnknown).toBeLessThan(0.1);
    expect(share(city, (each) => each.operatingModel === "own-data-centre")).toBeGreaterThan(0.3);
    expect(share(city, (each) => each.operatingModel === "public-provider")).toBeGreaterThan(0.2);
    const assessed = new Set(city.assessments.map((each) => each.serviceKey)).size / city.services.length;
    expect(assessed).toBeCloseTo(0.7, 2);
    const costs = city.services.flatMap((each) => each.contract.costPerYear ?? []).sort((a, b) => a - b);
    const median = costs[Math.floor(costs.length / 2)] ?? 0;
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
    // A long tail to the right: a few dear services, many cheap ones.
    expect(mean / median).toBeGreaterThan(1.15);
    expect(city.departments.length).toBe(37);
    expect(city.history.changes.length).toBe(28);
  });

  test("services lean on two to four infrastructure services", () => {
    const city = make(2780);
    const out = new Map<string, number>();
    for (const edge of city.dependencies) out.set(edge.fromKey, (out.get(edge.fromKey) ?? 0) + 1);
    const counts = city.services.slice(40).map((each) => out.get(each.key) ?? 0);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  });

  test("assessment days follow each other and never lie in the future", () => {
    const city = make(500);
    for (const each of city.assessments) {
      const days = [each.createdAt, each.submittedAt ?? "", each.approvedAt ?? ""];
      expect(days).toEqual([...days].sort());
      expect((each.approvedAt ?? "") <= city.city.today).toBe(true);
    }
    const then = cityAt(city, "2024-12-31");
    expect(then.services.length).toBeLessThan(city.services.length);
    expect(then.assessments.length).toBeLessThan(city.assessments.length);
  });

  test("every assessed answer is one its method knows, and completes Munich's score", () => {
    const city = make(300);
    const world = {
      organisations: new Map([...catalogue.organisations, ...city.organisations].map((each) => [each.id, each])),
      jurisdictions: new Map(catalogue.jurisdictions.map((each) => [each.code, each])),
    };
    const products = new Map(catalogue.products.map((each) => [each.id, each]));
    const couplings = proprietaryCouplings(city.dependencies);
    const complete = city.services.filter((service) => {
      const of = (method: string) =>
        city.assessments.find((each) => each.serviceKey === service.key && each.method.startsWith(method));
      const answers = (method: string) =>
        Object.fromEntries(Object.entries(of(method)?.answers ?? {}).map(([id, { value }]) => [id, { value }]));
      const { munich } = scoreService({
        facts: serviceFacts(service, products, couplings.get(service.key) ?? 0),
        assessed: { "munich-sds": answers("munich-sds@"), "hoheit-profile": answers("hoheit-profile@") },
        world,
        policy: DEFAULT_POLICY,
        today: city.city.today,
      });
      expect(munich.complete || of("munich-sds@") === undefined).toBe(true);
      return munich.complete;
    });
    expect(complete.length).toBeGreaterThanOrEqual(210);
  });

  test("refuses sizes that are none", () => {
    expect(() => make(0)).toThrow(RangeError);
    expect(() => make(1.5)).toThrow(RangeError);
  });
});

describe("parts", () => {
  test("place suffixes never repeat", () => {
    const suffixes = Array.from({ length: 3000 }, (_, use) => placeSuffix(use));
    expect(new Set(suffixes).size).toBe(3000);
  });

  test("addDays and dayNumber are inverse", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const day = addDays("1970-01-01", days);
        return isDay(day) && dayNumber(day) === days;
      }),
    );
  });

  test("random draws are even and repeatable", () => {
    const source = random("even");
    const draws = Array.from({ length: 20_000 }, () => source.next());
    expect(draws.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(draws.reduce((sum, value) => sum + value, 0) / draws.length).toBeCloseTo(0.5, 1);
    expect(random("a", 1).next()).toBe(random("a", 1).next());
    expect(random("a", 1).next()).not.toBe(random("a", 2).next());
  });
});
