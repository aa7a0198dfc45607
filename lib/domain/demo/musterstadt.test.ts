import { describe, expect, test } from "vitest";
import { DEPENDENCY_KINDS } from "../facts";
import { DEFAULT_POLICY } from "../profile/policy";
import { scoreService } from "../service/score";
import { toPortfolioRow } from "../service/portfolio";
import type { PortfolioRow } from "../service/types";
import { isDay } from "../strategy/dates";
import { isMetricId } from "../strategy/metrics";
import { proprietaryCouplings } from "./dependencies";
import { serviceFacts } from "./facts";
import { cityAt, organisationsAt } from "./history";
import { buildMusterstadt, serviceKey, UNKNOWN_LOCATION_SHARE } from "./musterstadt";
import { catalogueForTests, demoRowsForTests } from "./testing/catalogue";
import type { CityData, DemoAssessment } from "./types";

const catalogue = catalogueForTests();
const rows = demoRowsForTests();
const city = buildMusterstadt(rows, catalogue);
const service = (no: number, data: CityData = city) => data.services.find((each) => each.key === serviceKey(no));

/** The portfolio on a day, computed by the real scoring functions from approved assessments. */
function portfolio(data: CityData): PortfolioRow[] {
  const date = data.city.today;
  const organisations = organisationsAt(city, [...catalogue.organisations, ...data.organisations], date);
  const world = {
    organisations: new Map(organisations.map((each) => [each.id, each])),
    jurisdictions: new Map(catalogue.jurisdictions.map((each) => [each.code, each])),
  };
  const products = new Map([...catalogue.products, ...data.products].map((each) => [each.id, each]));
  const couplings = proprietaryCouplings(data.dependencies);
  const approved = data.assessments.filter((each) => each.state === "approved");
  const assessed = (key: string, method: string) => {
    const found = approved.find((each) => each.serviceKey === key && each.method.startsWith(method));
    return Object.fromEntries(Object.entries(found?.answers ?? {}).map(([id, { value }]) => [id, { value }]));
  };
  return data.services.map((each) => {
    const facts = serviceFacts(each, products, couplings.get(each.key) ?? 0);
    const score = scoreService({
      facts,
      assessed: {
        "munich-sds": assessed(each.key, "munich-sds@"),
        "hoheit-profile": assessed(each.key, "hoheit-profile@"),
      },
      world,
      policy: DEFAULT_POLICY,
      today: date,
    });
    const extra = { departmentId: each.departmentKey, departmentName: null, users: each.users };
    return toPortfolioRow(facts, extra, score);
  });
}

const today = portfolio(city);
const row = (no: number, of: readonly PortfolioRow[] = today) => of.find((each) => each.serviceId === serviceKey(no));

describe("Musterstadt", () => {
  test("is built from the list, the same each time", () => {
    expect(city.services).toHaveLength(153);
    expect(city.departments).toHaveLength(23);
    expect(buildMusterstadt(rows, catalogue)).toEqual(city);
    expect(buildMusterstadt(rows, catalogue, { seed: 1 }).services).not.toEqual(city.services);
  });

  test("refers only to what exists", () => {
    const known = (items: readonly { readonly id: string }[]) => new Set(items.map((each) => each.id));
    const organisations = known([...catalogue.organisations, ...city.organisations]);
    const products = known([...catalogue.products, ...city.products]);
    const keys = new Set(city.services.map((each) => each.key));
    const departments = new Set(city.departments.map((each) => each.key));
    const people = new Set(city.people.map((each) => each.key));
    const states = city.history.changes.map((change) => change.before);
    for (const state of [...city.services, ...states]) {
      for (const role of state.roles ?? []) {
        if (role.organisationId !== null) expect(organisations).toContain(role.organisationId);
      }
      for (const id of state.productIds ?? []) expect(products).toContain(id);
    }
    for (const each of city.services) expect(departments).toContain(each.departmentKey);
    for (const edge of city.dependencies) {
      expect(keys).toContain(edge.fromKey);
      expect(keys).toContain(edge.toKey);
      expect(edge.fromKey).not.toBe(edge.toKey);
      expect(DEPENDENCY_KINDS).toContain(edge.kind);
    }
    for (const each of city.assessments) {
      expect(keys).toContain(each.serviceKey);
      expect(people).toContain(each.createdBy);
      if (each.approvedBy !== null) expect(people).toContain(each.approvedBy);
    }
    for (const fact of city.history.learned) expect(organisations).toContain(fact.organisationId);
    for (const goal of city.strategy?.goals ?? []) expect(isMetricId(goal.metric), goal.metric).toBe(true);
    expect(new Set(city.people.map((each) => each.email)).size).toBe(city.people.length);
  });

  test("has the holes real registers have", () => {
    const without = (test: (each: CityData["services"][number]) => boolean) => city.services.filter(test).length;
    expect(without((each) => each.dataLocation === null)).toBe(Math.round(153 * UNKNOWN_LOCATION_SHARE));
    const operatorUnknown = without((each) =>
      each.roles.some((r) => r.role === "operator" && r.organisationId === null),
    );
    expect(operatorUnknown).toBe(4);
    expect(without((each) => each.contract.costPerYear === null)).toBe(12);
    expect(without((each) => each.protection.availability === null)).toBe(10);
    expect(without((each) => each.responsible === null)).toBe(7);
  });

  test("mixes operating models as the list says", () => {
    const models = Object.fromEntries(
      ["own-data-centre", "public-provider", "vendor-saas", "hyperscaler", "federal-state-platform"].map((model) => [
        model,
        city.services.filter((each) => each.operatingModel === model).length,
      ]),
    );
    const listed = (model: string) => rows.filter((each) => each.operator_model === model).length;
    expect(models).toEqual({
      "own-data-centre": listed("own data centre"),
      "public-provider": listed("municipal/public IT provider"),
      "vendor-saas": listed("vendor SaaS"),
      hyperscaler: listed("hyperscaler"),
      "federal-state-platform": listed("federal/state platform"),
    });
  });

  test("turns dependencies on products into edges of a kind", () => {
    const edge = (from: number, to: number) =>
      city.dependencies.find((each) => each.fromKey === serviceKey(from) && each.toKey === serviceKey(to));
    expect(edge(12, 20)).toMatchObject({ kind: "hosted-on", strength: "stops", proprietary: false });
    expect(edge(24, 21)).toMatchObject({ kind: "hosted-on" });
    expect(edge(51, 22)).toMatchObject({ kind: "stored-in" });
    expect(edge(49, 12)).toMatchObject({ kind: "identity" });
    expect(edge(2, 32)).toMatchObject({ kind: "mail" });
    // The storage service, not the file service that is built on the same product.
    expect(edge(128, 25)).toMatchObject({ kind: "stored-in" });
    expect(edge(87, 1)).toMatchObject({ kind: "client", proprietary: true });
    expect(edge(79, 17)).toMatchObject({ kind: "client" });
    expect(proprietaryCouplings(city.dependencies).get(serviceKey(1))).toBeGreaterThan(5);
  });

  test("has 122 assessed services, 121 of them approved, and every approved assessment is complete", () => {
    expect(today.filter((each) => each.munich.value !== null)).toHaveLength(122);
    const approved = new Set(
      city.assessments
        .filter((each) => each.state === "approved" && each.method.startsWith("munich-sds@"))
        .map((each) => each.serviceKey),
    );
    // One draft is complete by facts alone.
    const complete = new Set(today.filter((each) => each.munich.value !== null).map((each) => each.serviceId));
    expect(approved.size).toBe(121);
    for (const key of approved) expect(complete).toContain(key);
    expect(new Set(today.map((each) => each.munich.value))).toEqual(new Set([1, 2, 3, 4, 5, null]));
    expect(new Set(city.assessments.map((each) => each.state))).toEqual(
      new Set(["draft", "submitted", "approved", "superseded"]),
    );
  });

  test("assessments run in order: made, submitted, approved, superseded, by two people", () => {
    for (const each of city.assessments) {
      const days = [each.createdAt, each.submittedAt, each.approvedAt, each.supersededAt].filter((day) => day !== null);
      expect(days.every(isDay)).toBe(true);
      expect(days).toEqual([...days].sort());
      expect(days.every((day) => day <= city.city.today)).toBe(true);
      expect(each.approvedBy).not.toBe(each.createdBy);
      expect(each.createdAt >= (city.services.find((s) => s.key === each.serviceKey)?.inInventorySince ?? "")).toBe(
        true,
      );
    }
    const key = (each: DemoAssessment) => `${each.serviceKey} ${each.method} ${each.version}`;
    expect(new Set(city.assessments.map(key)).size).toBe(city.assessments.length);
    const current = city.assessments.filter((each) => each.state === "approved");
    expect(new Set(current.map((each) => `${each.serviceKey} ${each.method}`)).size).toBe(current.length);
  });

  test("the mail filter brings US law to a German operator, found only on 14.11.2026", () => {
    expect(row(32)).toMatchObject({ exposure: "J3", exposureAtLeast: false, controllerCountry: "US" });
    expect(row(2)?.exposure).toBe("J2");
    const before = portfolio(cityAt(city, "2026-11-13"));
    expect(row(32, before)?.exposure).not.toBe("J3");
    expect(row(32, before)?.munichAnswers).toContain("head=y");
    expect(row(32)?.munichAnswers).toContain("head=n");
  });
});

describe("history of Musterstadt", () => {
  test("starts with fewer services and fewer assessments, and only grows", () => {
    const assessed = ["2024-12-31", "2025-12-31", "2026-06-30", city.city.today].map((date) => {
      const then = portfolio(cityAt(city, date));
      return [then.length, then.filter((each) => each.munich.value !== null).length] as const;
    });
    expect(assessed[0]).toEqual([142, 82]);
    expect(assessed[assessed.length - 1]).toEqual([153, 122]);
    for (let i = 1; i < assessed.length; i++) {
      expect(assessed[i]?.[0]).toBeGreaterThanOrEqual(assessed[i - 1]?.[0] ?? 0);
      expect(assessed[i]?.[1]).toBeGreaterThanOrEqual(assessed[i - 1]?.[1] ?? 0);
    }
  });

  test("undoes real changes: Teams before Element, with the exposure it had", () => {
    expect(service(9)?.productIds[0]).toBe("element");
    const before = cityAt(city, "2026-09-13");
    expect(service(9, before)?.productIds[0]).toBe("teams");
    expect(row(9, portfolio(before))?.exposure).toBe("J4");
    expect(service(9, cityAt(city, "2026-09-14"))?.productIds[0]).toBe("element");
    expect(row(9)?.exposure).not.toBe("J4");
  });

  test("the view of today is today", () => {
    expect(cityAt(city, city.city.today)).toEqual(city);
  });
});
