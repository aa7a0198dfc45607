import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organisation, owner, world } from "../exposure/testing";
import { ORGANISATION_ROLES } from "../facts";
import { methods } from "../method/registry";
import type { Criterion, Method } from "../method/types";
import { derivationContext } from "./context";
import { deriveFor, DERIVATIONS } from "./derive";
import { FACT_KINDS, FEEDS, feedsOf, type FactKind } from "./derive-feeds";
import { deriveForMethod, derivedFromProblem } from "./derive-method";
import { entered, trialWorlds } from "./enter-fact";
import { factState } from "./fact-state";
import { holder, NO_CONTRACT, product, service, WORLD } from "./testing";
import type { ServiceFacts } from "./types";
import { sumUnlocks, unlocker } from "./unlocks";

const RICH = world(
  [
    ...WORLD.organisations.values(),
    { ...organisation("nowhere", "DE"), country: null },
    { ...organisation("unowned", "DE"), ownershipKnown: "unknown" as const },
    organisation("half", "DE", [owner("inc", 50), owner("dataport", 50)]),
  ],
  [...WORLD.jurisdictions.values()],
);

const anyOrganisation = fc.constantFrom(
  null,
  "maker-eu",
  "operator-eu",
  "dataport",
  "inc",
  "nowhere",
  "unowned",
  "half",
);
const anyHolder = fc.constantFrom(null, "city-only", "provider", "unknown");
const yesNo = fc.constantFrom(null, "yes", "no", "unknown");
const anyFacts: fc.Arbitrary<ServiceFacts> = fc
  .record({
    operatingModel: fc.constantFrom(null, "own-data-centre", "public-provider", "vendor-saas", "hyperscaler"),
    ownDevelopment: fc.boolean(),
    codePublished: yesNo,
    skills: fc.constantFrom(null, "yes", "no"),
    dataLocation: fc.constantFrom(null, "DE", "US"),
    control: fc.record({ data: anyHolder, operation: anyHolder, keys: anyHolder, access: anyHolder }),
    contract: fc.record({
      exitClause: yesNo,
      dataReturnClause: yesNo,
      securityUpdates: yesNo,
      noticeMonths: fc.constantFrom(null, 3),
    }),
    products: fc.array(
      fc.record({
        makerId: anyOrganisation,
        sourceModel: fc.constantFrom(null, "open-source", "proprietary"),
        interfaces: fc.subarray(["SAML", "REST", "MAPI", "ODF"]),
        alternatives: fc.subarray(["A", "B"]),
      }),
      { maxLength: 2 },
    ),
    roles: fc.array(
      fc.tuple(
        fc.constantFrom(...ORGANISATION_ROLES),
        anyOrganisation,
        fc.constantFrom("readable", "encrypted", "none", "unknown"),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ products, roles, contract, ...given }) =>
    service({
      ...(given as Partial<ServiceFacts>),
      contract: { ...NO_CONTRACT, ...contract } as ServiceFacts["contract"],
      products: products.map((each, index) =>
        product({ ...each, id: `p${index}`, sourceModel: each.sourceModel as "proprietary" | null }),
      ),
      roles: roles.map(([role, id, access]) => holder(role, id, access as "readable")),
    }),
  );

/** Nobody enters these for a service. */
const GIVEN: readonly FactKind[] = ["jurisdiction-law", "couplings"];
const worlds = trialWorlds(RICH);

describe("entering a fact", () => {
  it("makes it known, whichever value is tried, and changes nothing where it is known already", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...FACT_KINDS), (facts, kind) => {
        const before = factState(kind, derivationContext(facts, RICH));
        const tried = entered(kind, facts, worlds);
        expect(tried.length > 0).toBe(!GIVEN.includes(kind));
        if (before !== "missing") return;
        for (const [then, there] of tried) expect(factState(kind, derivationContext(then, there)), kind).toBe("known");
      }),
    );
  });
  it("settles exactly the answers that follow from every value, and were not there before", () => {
    const find = unlocker(RICH);
    let counted = 0;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { derived, kinds } = find(facts);
        const settledBy = (then: ServiceFacts, there: typeof RICH) =>
          new Set(
            Object.keys(DERIVATIONS).flatMap((method) =>
              Object.entries(deriveFor(method, derivationContext(then, there)).answers).flatMap(
                ([criterion, { value }]) => (value === "unknown" ? [] : [`${method} ${criterion}`]),
              ),
            ),
          );
        const now = settledBy(facts, RICH);
        expect([...derived].sort()).toEqual([...now].sort());
        kinds.forEach(({ state, answers }, index) => {
          const kind = FACT_KINDS[index] as FactKind;
          const tried = entered(kind, facts, worlds).map(([then, there]) => settledBy(then, there));
          // Without a product one comes with the fact, and what follows from its mere presence is not counted for the fact.
          const fed = (key: string) =>
            facts.products.length > 0 || feedsOf(...(key.split(" ") as [string, string])).includes(kind);
          const all = [...(tried[0] ?? [])].filter(
            (key) => !now.has(key) && fed(key) && tried.every((one) => one.has(key)),
          );
          // Found by looking at every criterion, not only at those that the table says the fact feeds.
          expect([...answers].sort(), kind).toEqual(state === "missing" ? all.sort() : []);
          counted += answers.length;
        });
      }),
      { numRuns: 60 },
    );
    expect(counted).toBeGreaterThan(100);
  });
  it("of a service of which nothing is known, the operator alone settles answers of the Commission's framework", () => {
    const { kinds } = unlocker(RICH)(service());
    const operator = kinds[FACT_KINDS.indexOf("operator")];
    expect(operator?.state).toBe("missing");
    expect(operator?.answers).toEqual(expect.arrayContaining(["ec-csf SOV-1.1", "bsi-c3a sov-1-02"]));
    // Nobody has a seat as long as nobody is named.
    expect(kinds[FACT_KINDS.indexOf("seat")]).toEqual({ state: "none", answers: [] });
  });
});

describe("a city's sum", () => {
  it("counts every service once per kind, and every answer under its method and criterion", () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 6 }), (all) => {
        const parts = all.map(unlocker(RICH));
        const { services, kinds, derived } = sumUnlocks(parts);
        expect(services).toBe(all.length);
        for (const { kind, known, missing, none, answers, byMethod, services: helped } of kinds) {
          expect(known + missing + none, kind).toBe(all.length);
          expect(helped).toBeLessThanOrEqual(missing);
          const summed = Object.values(byMethod).flatMap((criteria) => Object.values(criteria));
          expect(summed.reduce((sum, count) => sum + count, 0)).toBe(answers);
        }
        const count = Object.values(derived).flatMap((criteria) => Object.values(criteria));
        expect(count.reduce((sum, one) => sum + one, 0)).toBe(parts.flatMap((part) => part.derived).length);
      }),
      { numRuns: 40 },
    );
  });
  it("of no services is nothing", () => {
    const { services, kinds } = sumUnlocks([]);
    expect(services).toBe(0);
    expect(kinds.every(({ known, missing, answers }) => known + missing + answers === 0)).toBe(true);
  });
});

describe("a city's own method", () => {
  const munich = methods.find(({ id }) => id === "munich-sds") as Method;
  const derivedFrom = (criterion: Criterion): Criterion => ({
    ...criterion,
    derivedFrom: { method: "munich-sds", criterion: criterion.id },
  });
  const own: Method = {
    ...munich,
    id: "hausverfahren",
    ref: "hausverfahren@1",
    version: "1",
    criteria: munich.criteria.map((criterion, index) => (index === 2 ? derivedFrom(criterion) : criterion)),
  };
  it("takes over what facts say to the criterion it names, and nothing else", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const context = derivationContext(facts, RICH);
        const { answers, notDerivable } = deriveForMethod(own, context);
        const shipped = deriveFor("munich-sds", context);
        expect(answers["os"]).toEqual(shipped.answers["os"]);
        expect([...Object.keys(answers), ...notDerivable.map(({ criterion }) => criterion)]).toEqual(["os"]);
      }),
    );
  });
  it("changes nothing for methods that ship", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...methods), (facts, method) => {
        const context = derivationContext(facts, RICH);
        expect(deriveForMethod(method, context)).toEqual(deriveFor(method.id, context));
      }),
    );
  });
  it("may name every criterion that facts answer, with the options it has there, and no other", () => {
    for (const method of methods) {
      for (const criterion of method.criteria) {
        const named = { ...criterion, derivedFrom: { method: method.id, criterion: criterion.id } };
        const fed = Object.hasOwn(FEEDS, method.id) && Object.hasOwn(DERIVATIONS[method.id] ?? {}, criterion.id);
        expect(derivedFromProblem(named), `${method.id} ${criterion.id}`).toBe(fed ? null : "no-derivation");
        if (fed) expect(derivedFromProblem({ ...named, options: [...named.options].reverse() })).toBe("options-differ");
      }
    }
  });
});
