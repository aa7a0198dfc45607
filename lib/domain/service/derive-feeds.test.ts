import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proprietaryCouplings } from "../demo/dependencies";
import { serviceFacts } from "../demo/facts";
import { organisationsAt } from "../demo/history";
import { buildMusterstadt } from "../demo/musterstadt";
import { catalogueForTests, demoRowsForTests } from "../demo/testing/catalogue";
import { ORGANISATION_ROLES } from "../facts";
import { organisation, owner, world } from "../exposure/testing";
import { acceptedValues } from "../method/answers";
import { methods } from "../method/registry";
import { sentence } from "../method/texts";
import { derivationContext } from "./context";
import { deriveFor, DERIVATIONS } from "./derive";
import { FACT_KINDS, FEEDS, feedsOf, kindOfFact } from "./derive-feeds";
import { EEA } from "./footing";
import { makersOf, operatorsOf, sourceOf } from "./parties";
import { holder, NO_CONTRACT, product, service, WORLD } from "./testing";
import { SERVICE_TEXTS } from "./texts";
import { DERIVATION_TEXTS } from "./texts-methods";
import type { ServiceFacts } from "./types";

const RICH = world(
  [
    ...WORLD.organisations.values(),
    organisation("half", "DE", [owner("inc", 50), owner("dataport", 50)]),
    organisation("caps", "DE", [owner("inc", 30), owner("dataport", 70)]),
    organisation("ca", "CA"),
  ],
  [...WORLD.jurisdictions.values()],
);
const YES_NO = [null, "yes", "no", "unknown"] as const;
const HOLDERS = [null, "city-only", "city-and-provider", "provider", "unknown"] as const;
const PLACES = [null, "DE", "EU", "EEA", "US", "CH", "third-adequate", "BR"] as const;
const ORGANISATIONS = [null, ...RICH.organisations.keys(), "nobody"] as const;

/** What every version of a method accepts as an answer to a criterion it has. */
const ACCEPTED = new Map<string, ReadonlySet<string>>();
for (const { id, criteria } of methods) {
  for (const criterion of criteria) {
    const key = `${id} ${criterion.id}`;
    const before = ACCEPTED.get(key);
    ACCEPTED.set(key, new Set(acceptedValues(criterion).filter((value) => before === undefined || before.has(value))));
  }
}

/** Any facts at all, weighted so that settled organisations are common enough to reach the last branches. */
const anyOrganisation = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("maker-eu", "operator-eu", "dataport", "gmbh-of-inc", "cloud-of-inc", "inc"),
  },
  { weight: 2, arbitrary: fc.constantFrom(...ORGANISATIONS) },
);
const anyFacts: fc.Arbitrary<ServiceFacts> = fc
  .record({
    operatingModel: fc.constantFrom(null, "own-data-centre", "public-provider", "vendor-saas", "hyperscaler"),
    ownDevelopment: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    codePublished: fc.constantFrom(...YES_NO),
    skills: fc.constantFrom(null, "yes", "partly", "no", "unknown"),
    proprietaryCouplings: fc.nat(2),
    dataLocation: fc.constantFrom(...PLACES),
    control: fc.record({
      data: fc.constantFrom(...HOLDERS),
      operation: fc.constantFrom(...HOLDERS),
      keys: fc.constantFrom(...HOLDERS),
      access: fc.constantFrom(...HOLDERS),
    }),
    contract: fc.record({
      exitClause: fc.constantFrom(...YES_NO),
      dataReturnClause: fc.constantFrom(...YES_NO),
      securityUpdates: fc.constantFrom(...YES_NO),
      noticeMonths: fc.constantFrom(null, 3, 12),
    }),
    products: fc.array(
      fc.record({
        makerId: anyOrganisation,
        licence: fc.constantFrom(null, "MIT", "SSPL-1.0", "LicenseRef-proprietary"),
        sourceModel: fc.constantFrom(null, "open-source", "open-core", "source-available", "proprietary"),
        interfaces: fc.subarray(["SAML", "OIDC", "REST", "MAPI", "ODF", "DWG"]),
        alternatives: fc.subarray(["A", "B"]),
        competitors: fc.subarray(["C", "D", "E"]),
      }),
      { maxLength: 2 },
    ),
    roles: fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 2, arbitrary: fc.constant("operator" as const) },
          { weight: 3, arbitrary: fc.constantFrom(...ORGANISATION_ROLES) },
        ),
        anyOrganisation,
        fc.constantFrom("readable", "encrypted", "none", "unknown"),
        fc.constantFrom(...PLACES),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ products, roles, contract, ...given }) =>
    service({
      ...(given as Partial<ServiceFacts>),
      contract: { ...NO_CONTRACT, ...contract },
      products: products.map((each, index) =>
        product({ ...each, id: `p${index}`, sourceModel: each.sourceModel as "proprietary" | null }),
      ),
      roles: roles.map(([role, id, access, location]) => ({ ...holder(role, id, access as "readable"), location })),
    }),
  );

describe("any facts", () => {
  it("give only options of the method, with facts of the kinds listed and a sentence in both languages", () => {
    const used = new Set<string>();
    const fed = new Set<string>();
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const context = derivationContext(facts, RICH);
        const problems: string[] = [];
        for (const [id, table] of Object.entries(DERIVATIONS)) {
          const { answers, notDerivable } = deriveFor(id, context);
          const settled = [...Object.keys(answers), ...notDerivable.map((each) => each.criterion)];
          if (settled.sort().join() !== Object.keys(table).sort().join()) problems.push(`${id}: ${settled.join()}`);
          for (const { reason } of [...Object.values(answers), ...notDerivable]) {
            used.add(reason.key);
            const text = sentence(reason, SERVICE_TEXTS);
            if (/[{}]|undefined|NaN/.test(text.de + text.en)) problems.push(text.en);
          }
          for (const [criterion, { value, facts: shown }] of Object.entries(answers)) {
            fed.add(`${id} ${criterion}`);
            if (shown.length === 0) problems.push(`${id} ${criterion} without facts`);
            const kinds = feedsOf(id, criterion);
            for (const fact of shown) {
              const kind = kindOfFact(fact);
              if (kind === null || !kinds.includes(kind))
                problems.push(`${id} ${criterion} ${fact.subject} ${fact.field}`);
            }
            if (ACCEPTED.get(`${id} ${criterion}`)?.has(value) !== true) problems.push(`${id} ${criterion}=${value}`);
          }
        }
        expect(problems).toEqual([]);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(Object.keys(DERIVATION_TEXTS).filter((key) => !used.has(key))).toEqual([]);
    // A criterion with feeds gets an answer from some facts, and one without never does.
    const listed = Object.entries(FEEDS).flatMap(([id, feeds]) =>
      Object.entries(feeds).flatMap(([criterion, kinds]) => (kinds.length > 0 ? [`${id} ${criterion}`] : [])),
    );
    expect([...fed].sort()).toEqual(listed.sort());
  }, 120_000);
});

describe("doubtful records", () => {
  const DOUBTFUL = world(
    [...RICH.organisations.values()].map((each) => ({
      ...each,
      provenance: { ...each.provenance, confidence: "low" },
    })),
    [...RICH.jurisdictions.values()],
  );
  const RESTING_ON_STANDING = {
    "ec-csf": ["1.1", "1.2", "1.3", "1.4", "2.1", "2.4", "2.5", "2.6", "4.5", "5.4", "5.5", "5.6"].map(
      (id) => `SOV-${id}`,
    ),
    "basel-sds": ["legal"],
    "bsi-c3a": ["sov-1-01", "sov-1-02", "sov-1-03"],
  };

  it.each([...RICH.organisations.keys()])("prove nothing about %s, neither good nor bad", (id) => {
    const facts = service({
      products: [product({ makerId: id })],
      roles: [holder("operator", id)],
      operatingModel: "vendor-saas",
      dataLocation: "DE",
    });
    for (const [method, criteria] of Object.entries(RESTING_ON_STANDING)) {
      const { answers } = deriveFor(method, derivationContext(facts, DOUBTFUL));
      expect(criteria.filter((each) => Object.hasOwn(answers, each))).toEqual([]);
    }
  });
});

describe("derivations and methods", () => {
  it("ask for the same criteria", () => {
    for (const [id, table] of Object.entries(DERIVATIONS)) {
      const versions = methods.filter((each) => each.id === id);
      expect(versions.length, id).toBeGreaterThan(0);
      for (const { criteria } of versions) {
        expect(criteria.map((each) => each.id).filter((each) => !Object.hasOwn(table, each))).toEqual([]);
      }
      const known = new Set(versions.flatMap(({ criteria }) => criteria.map((each) => each.id)));
      expect(Object.keys(table).filter((each) => !known.has(each))).toEqual([]);
      expect(Object.keys(FEEDS[id] ?? {}).filter((each) => !known.has(each))).toEqual([]);
    }
  });

  it("use every kind of fact, each listed once and in one order", () => {
    const all = Object.entries(FEEDS).flatMap(([id, feeds]) => Object.keys(feeds).map((each) => feedsOf(id, each)));
    expect(FACT_KINDS.filter((kind) => !all.some((kinds) => kinds.includes(kind)))).toEqual([]);
    for (const kinds of all) expect(new Set(kinds).size).toBe(kinds.length);
    expect(feedsOf("ec-csf", "SOV-8.4")).toEqual([]);
    expect(feedsOf("constructor", "name")).toEqual([]);
  });
});

describe("how much facts answer", () => {
  const count = (method: string, facts: ServiceFacts) =>
    Object.keys(deriveFor(method, derivationContext(facts, RICH)).answers).length;

  /** Everything an inventory can know, for a closed product from the US run by a public provider, and for an open one. */
  const complete = (more: Partial<ServiceFacts>, built: Parameters<typeof product>[0]): ServiceFacts =>
    service({
      codePublished: "yes",
      products: [product({ interfaces: ["SAML", "ODF", "MAPI", "DWG"], alternatives: ["A"], ...built })],
      dataLocation: "DE",
      control: { data: "city-only", operation: "provider", keys: "city-only", access: "city-only" },
      contract: {
        ...NO_CONTRACT,
        exitClause: "yes",
        dataReturnClause: "yes",
        securityUpdates: "yes",
        noticeMonths: 3,
      },
      skills: "yes",
      roles: [
        { ...holder("operator", "dataport"), location: "DE" },
        { ...holder("support", "gmbh-of-inc", "none"), location: "DE" },
      ],
      ...more,
    });

  it.each([
    ["closed, public provider", complete({ operatingModel: "public-provider" }, { makerId: "maker-us" }), 24, 6],
    [
      "open, own data centre",
      complete(
        {
          operatingModel: "own-data-centre",
          roles: [],
          control: { data: null, operation: null, keys: null, access: null },
        },
        { sourceModel: "open-source", makerId: "maker-eu", interfaces: ["SAML", "ODF"] },
      ),
      23,
      6,
    ],
    [
      "closed, the maker's own cloud",
      complete({ operatingModel: "vendor-saas", roles: [holder("operator", "cloud-of-inc")] }, { makerId: "inc" }),
      23,
      6,
    ],
  ])("%s: at least 16 of the Commission's 48 and 4 of Munich's 6", (_, facts, commission, munich) => {
    expect(count("ec-csf", facts)).toBe(commission);
    expect(count("munich-sds", facts)).toBe(munich);
    expect(commission).toBeGreaterThanOrEqual(16);
    expect(munich).toBeGreaterThanOrEqual(4);
  });

  it("nothing is known about a service without facts, except what nobody has recorded against it", () => {
    expect(count("ec-csf", service())).toBe(0);
    expect(count("basel-sds", service())).toBe(0);
    expect(count("bsi-c3a", service())).toBe(0);
    expect(count("zendis", service())).toBe(0);
  });

  it("in the demo city a third of the Commission's follows wherever product, maker and operator are settled", () => {
    const catalogue = catalogueForTests();
    const city = buildMusterstadt(demoRowsForTests(), catalogue);
    const organisations = organisationsAt(city, [...catalogue.organisations, ...city.organisations], city.city.today);
    const known = {
      organisations: new Map(organisations.map((each) => [each.id, each])),
      jurisdictions: new Map(catalogue.jurisdictions.map((each) => [each.code, each])),
    };
    const products = new Map([...catalogue.products, ...city.products].map((each) => [each.id, each]));
    const couplings = proprietaryCouplings(city.dependencies);
    const settled = city.services
      .map((each) => derivationContext(serviceFacts(each, products, couplings.get(each.key) ?? 0), known))
      .filter((context) => {
        if (context.facts.roles.some((each) => each.organisationId === null)) return false;
        const [makers, operators] = [makersOf(context, EEA), operatorsOf(context, EEA)];
        const sure = [...makers, ...operators].every((each) => each.standing !== "unknown");
        const source = sourceOf(context).kind;
        return makers.length > 0 && operators.length > 0 && sure && source !== "none" && source !== "unknown";
      });
    expect(settled.length).toBeGreaterThan(60);
    const counts = settled.map((context) => Object.keys(deriveFor("ec-csf", context).answers).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(16);
  });
});
