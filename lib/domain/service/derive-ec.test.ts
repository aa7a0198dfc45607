import { describe, expect, it } from "vitest";
import { organisation, owner, world } from "../exposure/testing";
import { derivationContext } from "./context";
import { deriveFor } from "./derive";
import { holder, NO_CONTRACT, product, service, WORLD } from "./testing";
import type { ControlHolder, ServiceFacts, ServiceRole } from "./types";

const OWNED = world(
  [
    ...WORLD.organisations.values(),
    organisation("branch", "US", [owner("maker-eu", 100)]),
    organisation("caps", "DE", [owner("inc", 30), owner("dataport", 70)]),
    organisation("half", "DE", [owner("inc", 50), owner("dataport", 50)]),
    organisation("affiliated", "DE", [], { affiliates: [{ country: "US", provenance: maker() }] }),
  ],
  [...WORLD.jurisdictions.values()],
);
function maker() {
  return { source: null, asOf: null, confidence: "high", evidence: "read" } as const;
}

/** Derived step, or the key that says why there is none. */
function step(criterion: string, more: Partial<ServiceFacts>): string {
  const { answers, notDerivable } = deriveFor("ec-csf", derivationContext(service(more), OWNED));
  return (
    answers[criterion]?.value ?? notDerivable.find((each) => each.criterion === criterion)?.reason.key ?? "neither"
  );
}

const by = (operator: string | null, ...more: ServiceRole[]): Partial<ServiceFacts> => ({
  roles: [holder("operator", operator), ...more],
});
const built = (more: Parameters<typeof product>[0]): Partial<ServiceFacts> => ({ products: [product(more)] });
const CITY: Partial<ServiceFacts> = { operatingModel: "own-data-centre" };
const OWN: Partial<ServiceFacts> = { ownDevelopment: true };
const OPEN = built({ sourceModel: "open-source" });
const at = (role: ServiceRole, location: string): ServiceRole => ({ ...role, location });
const control = (more: Partial<ServiceFacts["control"]>): Partial<ServiceFacts> => ({
  control: { data: null, operation: null, keys: null, access: null, ...more },
});

describe("SOV-1 strategy", () => {
  it.each([
    ["inc", "1"],
    ["gmbh-of-inc", "2"],
    ["branch", "2"],
    ["operator-eu", "3"],
    ["caps", "3"],
    ["municipal-gmbh", "4"],
    ["dataport", "4"],
    ["murky", "derive.party.uncertain"],
    ["doubtful", "derive.party.uncertain"],
    ["seatless", "derive.party.uncertain"],
    ["nobody", "derive.party.uncertain"],
    [null, "derive.party.unnamed-operator"],
  ])("1.1 control: operator %s gives %s", (operator, expected) => {
    expect(step("SOV-1.1", by(operator))).toBe(expected);
  });

  it("1.1 control: the city in its own data centre, unless a provider is stated to decide alone", () => {
    expect(step("SOV-1.1", CITY)).toBe("4");
    expect(step("SOV-1.1", { ...CITY, ...by("gmbh-of-inc") })).toBe("2");
    expect(step("SOV-1.1", { ...CITY, ...control({ operation: "provider" }) })).toBe("derive.party.no-operator");
    expect(step("SOV-1.1", {})).toBe("derive.party.no-operator");
  });

  it("1.1 control: a role that is only guessed gives nothing", () => {
    const guessed = { ...holder("operator", "dataport"), provenance: { ...maker(), confidence: "low" as const } };
    expect(step("SOV-1.1", { roles: [guessed] })).toBe("derive.party.uncertain");
  });

  it.each([
    [by("gmbh-of-inc"), "1"],
    [by("operator-eu"), "derive.ec.takeover.private"],
    [by("municipal-gmbh"), "4"],
    [CITY, "5"],
    [by("murky"), "derive.party.uncertain"],
  ] as const)("1.2 takeover: case %#", (facts, expected) => {
    expect(step("SOV-1.2", facts)).toBe(expected);
  });

  it.each([
    [OWN, "4"],
    [built({ makerId: "maker-eu" }), "3"],
    [built({ makerId: "maker-us", sourceModel: "open-source" }), "2"],
    [built({ makerId: "maker-us" }), "1"],
    [built({ makerId: "gmbh-of-inc", sourceModel: null }), "derive.source.unknown"],
    [built({ makerId: "doubtful" }), "derive.party.uncertain"],
    [built({ makerId: null }), "derive.party.unnamed-maker"],
    [{}, "derive.party.no-maker"],
  ] as const)("1.3 roadmap: case %#", (facts, expected) => {
    expect(step("SOV-1.3", facts)).toBe(expected);
  });

  it.each([
    [by("gmbh-of-inc"), "1"],
    [by("half"), "3"],
    [by("caps"), "4"],
    [by("municipal-gmbh"), "5"],
    [CITY, "5"],
    [by("operator-eu"), "derive.ec.financing.open"],
    [by("murky"), "derive.ec.financing.open"],
    [by("inc"), "derive.ec.financing.open"],
  ] as const)("1.4 capital: case %#", (facts, expected) => {
    expect(step("SOV-1.4", facts)).toBe(expected);
  });

  it.each([
    [{ ...OPEN, ...by("cloud-of-inc") }, "1"],
    [{ ...OPEN, ...by("operator-eu", holder("host", "inc")) }, "1"],
    [{ ...CITY, ...built({ makerId: "maker-us" }) }, "2"],
    [{ ...CITY, ...built({ makerId: "maker-us", sourceModel: "open-source" }) }, "4"],
    [{ ...CITY, ...OWN }, "4"],
    [{ ...CITY, ...built({}) }, "derive.ec.cutOff.beneath"],
    [{ ...OPEN, ...by("murky") }, "derive.party.uncertain"],
    [{ ...CITY, products: [product({ sourceModel: "open-source" }), product({ id: "p2", makerId: "inc" })] }, "2"],
  ] as const)("1.8 cut-off: case %#", (facts, expected) => {
    expect(step("SOV-1.8", facts)).toBe(expected);
  });
});

describe("SOV-2 law", () => {
  it.each([
    [by("inc"), "1"],
    [by("cloud-of-inc"), "2"],
    [by("affiliated"), "2"],
    [by("caps"), "2"],
    [by("operator-eu", holder("host", "inc")), "2"],
    [by("operator-eu", holder("host", "inc", "none")), "3"],
    [by("operator-eu", holder("sub-processor", "murky")), "derive.party.uncertain"],
    [by("operator-eu"), "3"],
    [CITY, "3"],
  ] as const)("2.1 jurisdiction: case %#", (facts, expected) => {
    expect(step("SOV-2.1", facts)).toBe(expected);
  });

  it.each([
    ["inc", "readable", "1", "1"],
    ["cloud-of-inc", "readable", "2", "1"],
    ["caps", "readable", "3", "2"],
    ["operator-eu", "readable", "4", "derive.ec.pathways.open"],
    ["inc", "encrypted", "2", "derive.ec.pathways.open"],
    ["inc", "unknown", "derive.exposure.range", "derive.ec.pathways.open"],
    ["murky", "readable", "derive.exposure.range", "derive.ec.pathways.open"],
    ["murky", "encrypted", "derive.exposure.range", "derive.ec.pathways.open"],
  ] as const)("2.2 and 2.3: operator %s with access %s", (operator, access, laws, pathways) => {
    const facts = { ...built({}), roles: [holder("operator", operator, access)] };
    expect([step("SOV-2.2", facts), step("SOV-2.3", facts)]).toEqual([laws, pathways]);
  });

  it.each([
    [{ ...CITY, ...built({}) }, "4"],
    [{ ...CITY, ...built({ makerId: "inc" }) }, "derive.ec.export.outside"],
    [{ ...built({}), ...by("affiliated") }, "derive.ec.export.outside"],
    [{ ...CITY, ...built({ makerId: "murky" }) }, "derive.party.uncertain"],
  ] as const)("2.4 export control: case %#", (facts, expected) => {
    expect(step("SOV-2.4", facts)).toBe(expected);
  });

  it.each([
    [OWN, "4", "4"],
    [built({}), "4", "4"],
    [built({ makerId: "inc" }), "1", "1"],
    [built({ makerId: "inc", sourceModel: "open-source" }), "2", "1"],
    [built({ makerId: "gmbh-of-inc" }), "2", "3"],
    [{ products: [product(), product({ id: "p2", makerId: "inc" })] }, "3", "3"],
    [{ products: [product({ makerId: "swiss" }), product({ id: "p2", makerId: "inc" })] }, "1", "2"],
    [{ ownDevelopment: true, products: [product({ makerId: "inc" })] }, "3", "3"],
    [built({ makerId: "murky" }), "derive.party.uncertain", "derive.party.uncertain"],
  ] as const)("2.5 and 2.6 intellectual property: case %#", (facts, origin, rights) => {
    expect([step("SOV-2.5", facts), step("SOV-2.6", facts)]).toEqual([origin, rights]);
  });
});

describe("SOV-3 data", () => {
  const keys = (holder: ControlHolder | null): Partial<ServiceFacts> => control({ keys: holder });

  it.each([
    [keys("provider"), "1"],
    [keys("city-and-provider"), "3"],
    [{ ...keys("city-only"), ...by("inc") }, "4"],
    [keys("city-only"), "4"],
    [{ ...keys("city-only"), roles: [holder("operator", "inc", "encrypted")] }, "5"],
    [{ ...keys("city-only"), ...CITY }, "5"],
    [{ ...keys("city-only"), ...CITY, roles: [holder("support", "inc", "unknown")] }, "4"],
    [keys("unknown"), "unknown"],
    [keys(null), "derive.keys.unstated"],
  ] as const)("3.1 keys: case %#", (facts, expected) => {
    expect(step("SOV-3.1", facts)).toBe(expected);
  });

  it.each([
    [{ dataLocation: "US", ...by("operator-eu") }, "1"],
    [{ dataLocation: "third-adequate" }, "1"],
    [{ dataLocation: "DE", roles: [at(holder("operator", "inc"), "US")] }, "2"],
    [{ dataLocation: "EU", roles: [at(holder("operator", "operator-eu"), "DE")] }, "4"],
    [{ dataLocation: "EU", ...by("operator-eu") }, "3"],
    [{ dataLocation: "EU", ...by("inc") }, "derive.location.ofReader"],
    [{ dataLocation: "EU", roles: [holder("operator", "inc", "encrypted")] }, "4"],
    [{ dataLocation: "DE", ...CITY }, "4"],
    [{ dataLocation: "DE" }, "derive.party.no-operator"],
    [{ dataLocation: "BR", ...CITY }, "derive.location.unlisted"],
    [CITY, "derive.location.unstated"],
  ] as const)("3.4 location: case %#", (facts, expected) => {
    expect(step("SOV-3.4", facts)).toBe(expected);
  });
});

describe("SOV-4 operation", () => {
  const clauses = (exitClause: "yes" | "no" | "unknown" | null, dataReturnClause: "yes" | "no" | null) => ({
    contract: { ...NO_CONTRACT, exitClause, dataReturnClause },
  });

  it.each([
    [clauses("no", "no"), "1"],
    [clauses("yes", "no"), "2"],
    [clauses("yes", "yes"), "3"],
    [{ ...clauses("no", "no"), ...CITY, ...OPEN }, "5"],
    [{ ...CITY, ...built({}) }, "derive.exit.unstated"],
    [clauses("unknown", "yes"), "derive.exit.unknown"],
  ] as const)("4.1 portability: case %#", (facts, expected) => {
    expect(step("SOV-4.1", facts)).toBe(expected);
  });

  it.each([
    [by("inc"), "1"],
    [by("inc", at(holder("operator", "operator-eu"), "DE")), "2"],
    [by("gmbh-of-inc"), "2"],
    [{ roles: [at(holder("operator", "inc"), "DE")] }, "2"],
    [{ roles: [at(holder("operator", "operator-eu"), "US")] }, "1"],
    [by("operator-eu", holder("support", "inc")), "3"],
    [by("operator-eu", holder("support", "murky")), "derive.party.uncertain"],
    [by("operator-eu"), "4"],
    [CITY, "4"],
  ] as const)("4.2 operation: case %#", (facts, expected) => {
    expect(step("SOV-4.2", facts)).toBe(expected);
  });

  it.each([
    [{ skills: "yes", ...CITY, ...OPEN }, "4"],
    [{ skills: "yes", ...CITY, ...built({ makerId: "inc" }) }, "3"],
    [{ skills: "yes", ...by("inc"), ...built({}) }, "2"],
    [{ skills: "partly", ...by("inc"), ...built({ makerId: "inc" }) }, "1"],
    [{ skills: "no", ...CITY, ...built({ makerId: "inc" }) }, "derive.ec.skills.notEnough"],
    [{ skills: "no", ...CITY, ...OPEN }, "3"],
    [{ ...CITY, ...OPEN }, "3"],
    [{ skills: "unknown" }, "unknown"],
    [{ ...CITY, ...built({ makerId: "murky" }) }, "derive.skills.unstated"],
    [{ skills: "yes", ...CITY, ...built({ makerId: "murky" }) }, "derive.party.uncertain"],
  ] as const)("4.3 skills: case %#", (facts, expected) => {
    expect(step("SOV-4.3", facts)).toBe(expected);
  });

  it.each([
    [[holder("support", "inc")], "1"],
    [[holder("support", "gmbh-of-inc")], "2"],
    [[at(holder("support", "gmbh-of-inc"), "DE")], "3"],
    [[holder("support", "operator-eu")], "3"],
    [[at(holder("support", "operator-eu"), "DE")], "4"],
    [[at(holder("support", "operator-eu"), "DE"), holder("support", "inc")], "1"],
    [[], "derive.ec.support.none"],
    [[holder("support", null)], "derive.party.unnamed-support"],
  ] as const)("4.4 support: case %#", (roles, expected) => {
    expect(step("SOV-4.4", { roles })).toBe(expected);
  });

  it.each([
    [{ ...CITY, ...OWN }, "4"],
    [{ ...by("operator-eu"), ...OWN }, "derive.ec.knowHow.elsewhere"],
    [{ ...CITY, ...built({}) }, "3"],
    [{ ...CITY, ...built({ makerId: "inc", sourceModel: "open-source" }) }, "2"],
    [{ ...by("inc"), ...OPEN }, "derive.ec.knowHow.operator"],
    [built({ makerId: "inc" }), "1"],
    [built({ makerId: "gmbh-of-inc", sourceModel: "open-core" }), "1"],
  ] as const)("4.5 know-how: case %#", (facts, expected) => {
    expect(step("SOV-4.5", facts)).toBe(expected);
  });

  it.each([
    [{ ...OPEN, ...by("operator-eu", holder("host", "inc")) }, "1"],
    [{ ...built({ makerId: "gmbh-of-inc" }), operatingModel: "vendor-saas", ...by("cloud-of-inc") }, "1"],
    [{ ...OPEN, ...by("operator-eu", holder("sub-processor", "inc")) }, "2"],
    [{ ...OPEN, ...by("operator-eu", holder("support", "inc")) }, "4"],
    [{ ...built({}), ...by("operator-eu", holder("support", "inc")) }, "2"],
    [{ ...CITY, ...built({ makerId: "inc" }) }, "2"],
    [{ ...CITY, ...OPEN }, "4"],
    [{ ...CITY, ...built({}) }, "derive.ec.cutOff.beneath"],
    [{ ...OPEN, ...by("operator-eu", holder("host", null)) }, "derive.party.unnamed-host"],
  ] as const)("4.6 suppliers: case %#", (facts, expected) => {
    expect(step("SOV-4.6", facts as Partial<ServiceFacts>)).toBe(expected);
  });
});

describe("SOV-5 to SOV-7 technology", () => {
  it.each([
    [OWN, "3"],
    [built({}), "3"],
    [built({ makerId: "inc" }), "1"],
    [built({ makerId: "inc", sourceModel: "open-source" }), "2"],
    [{ products: [product(), product({ id: "p2", makerId: "inc" })] }, "2"],
    [built({ makerId: "inc", sourceModel: null }), "derive.source.unknown"],
  ] as const)("5.4 software: case %#", (facts, expected) => {
    expect(step("SOV-5.4", facts)).toBe(expected);
  });

  it.each([
    ["inc", "inc", "1"],
    ["maker-eu", "inc", "2"],
    ["inc", "operator-eu", "3"],
    ["maker-eu", "operator-eu", "4"],
    ["murky", "operator-eu", "derive.party.uncertain"],
  ])("5.5 updates: maker %s, operator %s", (makerId, operator, expected) => {
    expect(step("SOV-5.5", { ...built({ makerId }), ...by(operator) })).toBe(expected);
  });

  it.each([
    [{ ...CITY, ...built({ makerId: "inc" }) }, "1"],
    [{ ...built({ makerId: "inc" }), ...by("operator-eu", holder("host", "inc")) }, "2"],
    [{ ...built({ makerId: "inc", alternatives: ["Z"] }), ...by("operator-eu", holder("host", "inc")) }, "3"],
    [{ ...built({ makerId: "inc" }), ...by("operator-eu") }, "3"],
    [{ ...built({}), ...by("operator-eu") }, "4"],
    [{ ...built({}), ...by("murky") }, "derive.party.uncertain"],
  ] as const)("5.6 single dependency: case %#", (facts, expected) => {
    expect(step("SOV-5.6", facts)).toBe(expected);
  });

  it.each([
    ["proprietary", ["MAPI"], "2", "1"],
    ["proprietary", ["SAML", "MAPI"], "3", "2"],
    ["proprietary", ["SAML", "OIDC"], "3", "3"],
    ["open-source", ["SAML", "OIDC", "ODF"], "4", "3"],
    ["open-source", ["SAML"], "4", "2"],
    ["open-source", ["SAML", "REST"], "3", "2"],
    ["open-source", ["REST"], "derive.interfaces.noneNamed", "derive.interfaces.noneNamed"],
  ] as const)("6.1 and 6.2: %s with %j", (sourceModel, interfaces, open, standards) => {
    const facts = built({ sourceModel, interfaces });
    expect([step("SOV-6.1", facts), step("SOV-6.2", facts)]).toEqual([open, standards]);
  });

  it.each([
    ["proprietary", "1", "derive.ec.architecture.closed"],
    ["source-available", "2", "3"],
    ["open-core", "2", "3"],
    ["open-source", "3", "4"],
    [null, "derive.source.unknown", "derive.source.unknown"],
  ] as const)("6.3 and 6.4: %s", (sourceModel, licence, architecture) => {
    const facts = built({ sourceModel });
    expect([step("SOV-6.3", facts), step("SOV-6.4", facts)]).toEqual([licence, architecture]);
  });

  it("6.3 and 6.4: an own development counts by its publication, several products by the worst", () => {
    const own = (codePublished: ServiceFacts["codePublished"]) =>
      ["SOV-6.3", "SOV-6.4"].map((id) => step(id, { ...OWN, codePublished }));
    expect(own("yes")).toEqual(["3", "4"]);
    expect(own("no")).toEqual(["1", "derive.ec.architecture.own"]);
    expect(own(null)[0]).toBe("derive.published.unstated");
    const two = { products: [product({ sourceModel: "open-source" }), product({ id: "p2" })] };
    expect(step("SOV-6.3", two)).toBe("1");
  });

  it.each([
    [{ ...CITY, ...OPEN }, "4"],
    [{ ...CITY, ...OWN }, "4"],
    [{ ...CITY, ...built({}) }, "2"],
    [{ ...CITY, ...built({}), contract: { ...NO_CONTRACT, securityUpdates: "no" } }, "1"],
    [{ ...OPEN, ...control({ operation: "provider" }) }, "1"],
    [{ ...OPEN, ...control({ operation: "city-and-provider" }) }, "2"],
    [{ ...OPEN, operatingModel: "vendor-saas" }, "1"],
    [{ ...OPEN, operatingModel: "hyperscaler" }, "derive.ec.maintenance.unstated"],
    [{ ...CITY, ...built({ sourceModel: null }) }, "derive.source.unknown"],
  ] as const)("7.6 maintenance: case %#", (facts, expected) => {
    expect(step("SOV-7.6", facts as Partial<ServiceFacts>)).toBe(expected);
  });
});
