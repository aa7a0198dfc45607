import { describe, expect, it } from "vitest";
import { derivationContext } from "./context";
import { deriveFor, DERIVATIONS } from "./derive";
import { holder, NO_CONTRACT, product, service, WORLD } from "./testing";
import type { ServiceFacts, ServiceRole } from "./types";

function derived(method: string, criterion: string, more: Partial<ServiceFacts>): string {
  const { answers, notDerivable } = deriveFor(method, derivationContext(service(more), WORLD));
  return (
    answers[criterion]?.value ?? notDerivable.find((each) => each.criterion === criterion)?.reason.key ?? "neither"
  );
}
const basel = (criterion: string, more: Partial<ServiceFacts>) => derived("basel-sds", criterion, more);
const c3a = (criterion: string, more: Partial<ServiceFacts>) => derived("bsi-c3a", criterion, more);
const zendis = (criterion: string, more: Partial<ServiceFacts>) => derived("zendis", criterion, more);

const by = (operator: string | null, ...more: ServiceRole[]): Partial<ServiceFacts> => ({
  roles: [holder("operator", operator), ...more],
});
const built = (more: Parameters<typeof product>[0]): Partial<ServiceFacts> => ({ products: [product(more)] });
const at = (role: ServiceRole, location: string): ServiceRole => ({ ...role, location });
const contract = (more: Partial<ServiceFacts["contract"]>) => ({ contract: { ...NO_CONTRACT, ...more } });
const control = (more: Partial<ServiceFacts["control"]>) => ({
  control: { data: null, operation: null, keys: null, access: null, ...more },
});
const CITY = { operatingModel: "own-data-centre" } as const;

describe("deriveFor", () => {
  it("knows nothing about a method without derivations", () => {
    const context = derivationContext(service(), WORLD);
    for (const id of ["redhat-readiness", "constructor", "own-method"]) {
      expect(deriveFor(id, context)).toEqual({ answers: {}, notDerivable: [] });
    }
    expect(Object.keys(DERIVATIONS)).toHaveLength(6);
  });
});

describe("Basel", () => {
  it.each([
    [{ ...by("operator-eu"), dataLocation: "DE" }, "yes"],
    [{ ...by("swiss"), dataLocation: "CH" }, "yes"],
    [{ ...CITY, dataLocation: "DE" }, "yes"],
    [{ ...by("inc"), dataLocation: "DE" }, "no"],
    [{ ...by("gmbh-of-inc"), dataLocation: "DE" }, "partly"],
    [{ ...by("operator-eu"), dataLocation: "US" }, "partly"],
    [{ ...by("operator-eu", holder("sub-processor", "inc")), dataLocation: "DE" }, "partly"],
    [{ ...by("operator-eu", holder("host", "inc", "encrypted")), dataLocation: "DE" }, "yes"],
    [{ ...by("operator-eu", holder("host", null)), dataLocation: "DE" }, "derive.basel.legal.reached"],
    [by("operator-eu"), "derive.location.unstated"],
    [{ ...by("operator-eu"), dataLocation: "third-adequate" }, "derive.location.unlisted"],
    [{ ...by("murky"), dataLocation: "DE" }, "derive.party.uncertain"],
    [{ dataLocation: "DE" }, "derive.party.no-operator"],
  ] as const)("legal: case %#", (facts, expected) => {
    expect(basel("legal", facts)).toBe(expected);
  });

  it("exit: named alternatives are a market, a clause settles the way out", () => {
    const named = built({ alternatives: ["Z"] });
    expect(basel("exit", named)).toBe("partly");
    expect(basel("exit", { ...named, ...contract({ exitClause: "yes" }) })).toBe("yes");
    expect(basel("exit", { ...named, ...contract({ exitClause: "no" }) })).toBe("partly");
    expect(basel("exit", built({}))).toBe("derive.alternative.noneNamed");
  });

  it.each([
    ["yes", ["ODF"], "partly"],
    ["no", ["DWG"], "no"],
    ["no", ["ODF"], "derive.export"],
    ["yes", [], "derive.export"],
    [null, ["DWG"], "derive.export"],
  ] as const)("data: clause %s with %j", (dataReturnClause, interfaces, expected) => {
    expect(basel("data", { ...built({ interfaces }), ...contract({ dataReturnClause }) })).toBe(expected);
  });

  it.each([
    ["open-source", ["SAML"], "yes"],
    ["open-source", ["SAML", "REST"], "partly"],
    ["proprietary", ["SAML"], "partly"],
    ["proprietary", ["MAPI"], "no"],
    ["proprietary", [], "derive.interfaces.noneNamed"],
  ] as const)("interop: %s with %j", (sourceModel, interfaces, expected) => {
    expect(basel("interop", built({ sourceModel, interfaces }))).toBe(expected);
  });

  it("ops and gov follow the profile's derivations", () => {
    const open = built({ sourceModel: "open-source" });
    expect([basel("ops", open), basel("gov", open)]).toEqual(["yes", "yes"]);
    const saas = {
      ...built({ makerId: "gmbh-of-inc" }),
      ...by("cloud-of-inc"),
      operatingModel: "vendor-saas",
    } as const;
    expect([basel("ops", saas), basel("gov", saas)]).toEqual(["no", "no"]);
    expect(basel("gov", built({ sourceModel: "open-core" }))).toBe("partly");
  });
});

describe("C3A", () => {
  it.each([
    ["operator-eu", "met", "met", "met"],
    ["inc", "not-met", "not-met", "not-met"],
    ["gmbh-of-inc", "derive.c3a.law.parent", "met", "not-met"],
    ["murky", "derive.party.uncertain", "met", "derive.party.uncertain"],
    ["doubtful", "derive.party.uncertain", "derive.party.uncertain", "derive.party.uncertain"],
    [null, "derive.party.unnamed-operator", "derive.party.unnamed-operator", "derive.party.unnamed-operator"],
  ])("law, seat and control: operator %s", (operator, law, seat, grip) => {
    const facts = by(operator);
    expect(["sov-1-01", "sov-1-02", "sov-1-03"].map((id) => c3a(id, facts))).toEqual([law, seat, grip]);
  });

  it("law, seat and control: the city", () => {
    expect(["sov-1-01", "sov-1-02", "sov-1-03"].map((id) => c3a(id, CITY))).toEqual(["met", "met", "met"]);
  });

  it.each([
    ["DE", "DE", "met", "met"],
    ["EU", "DE", "met", "derive.c3a.place.tooWide"],
    ["EEA", "DE", "derive.c3a.place.tooWide", "derive.c3a.place.tooWide"],
    ["US", "DE", "not-met", "not-met"],
    ["DE", "US", "not-met", "not-met"],
    ["DE", "EU", "met", "derive.location.ofReader"],
    ["BR", "DE", "derive.c3a.place.tooWide", "derive.c3a.place.tooWide"],
  ])("place of data %s, operator in %s", (dataLocation, location, inEu, inGermany) => {
    const facts = { dataLocation, roles: [at(holder("operator", "operator-eu"), location)] };
    expect([c3a("sov-3-01-c3", facts), c3a("sov-3-01-c4", facts)]).toEqual([inEu, inGermany]);
  });

  it("place of data: nothing without a place, a reader's place or an operator", () => {
    expect(c3a("sov-3-01-c3", by("operator-eu"))).toBe("derive.location.unstated");
    expect(c3a("sov-3-01-c3", { ...by("operator-eu"), dataLocation: "DE" })).toBe("derive.location.ofReader");
    expect(c3a("sov-3-01-c3", { dataLocation: "DE" })).toBe("derive.party.no-operator");
    expect(c3a("sov-3-01-c3", { ...CITY, dataLocation: "DE" })).toBe("met");
  });

  it("keys: held by the city alone is proof, held elsewhere is none", () => {
    const saas = { operatingModel: "vendor-saas" } as const;
    expect(c3a("sov-3-02", control({ keys: "city-only" }))).toBe("met");
    expect(c3a("sov-3-02", control({ keys: "provider" }))).toBe("derive.c3a.keys.elsewhere");
    expect(c3a("sov-3-02", {})).toBe("derive.keys.unstated");
    expect(c3a("sov-3-02-ac", { ...saas, ...control({ keys: "city-only" }) })).toBe("met");
    expect(c3a("sov-3-02-ac", control({ keys: "city-only" }))).toBe("derive.c3a.keys.noSaas");
  });

  it("encryption: only when operator and host see nothing but ciphertext", () => {
    const keys = control({ keys: "city-only" });
    expect(c3a("sov-3-05", { ...keys, roles: [holder("operator", "inc", "encrypted")] })).toBe("met");
    expect(c3a("sov-3-05", { ...keys, ...by("inc") })).toBe("derive.c3a.encryption.readable");
    expect(c3a("sov-3-05", keys)).toBe("derive.party.no-operator");
    expect(c3a("sov-3-05", control({ keys: "provider" }))).toBe("derive.c3a.keys.elsewhere");
  });

  it("sign-in: named protocols prove it, a missing name proves nothing", () => {
    expect(c3a("sov-3-03", built({ interfaces: ["SAML 2.0"] }))).toBe("met");
    expect(c3a("sov-3-03-ac1", built({ interfaces: ["OIDC"] }))).toBe("met");
    expect(c3a("sov-3-03", built({ interfaces: ["SQL"] }))).toBe("derive.c3a.signIn.none");
    expect(c3a("sov-3-03", {})).toBe("derive.noProduct");
    expect(c3a("sov-3-03", { ownDevelopment: true })).toBe("derive.standards.ownDevelopment");
  });

  it("staff: can be disproved, never proved", () => {
    expect(c3a("sov-4-01", { roles: [at(holder("operator", "operator-eu"), "US")] })).toBe("not-met");
    expect(c3a("sov-4-01", { roles: [at(holder("operator", "operator-eu"), "DE")] })).toBe("derive.noFact");
    expect(c3a("sov-4-01-c3", by("gmbh-of-inc"))).toBe("not-met");
    expect(c3a("sov-4-01-c3", by("operator-eu"))).toBe("derive.noFact");
  });
});

describe("ZenDiS", () => {
  it("a6: partly is not met", () => {
    const skills = (["yes", "partly", "no", "unknown", null] as const).map((each) => zendis("a6", { skills: each }));
    expect(skills).toEqual(["yes", "no", "no", "unknown", "derive.skills.unstated"]);
  });

  it.each([
    ["b4", "open-source", ["SAML"], "yes"],
    ["b4", "proprietary", ["SAML"], "derive.interfaces.notProven"],
    ["b4", "proprietary", ["MAPI"], "no"],
    ["b4", "proprietary", [], "derive.interfaces.noneNamed"],
    ["c4", "open-source", ["ODF"], "yes"],
    ["c4", "open-source", ["DWG"], "no"],
    ["c4", "proprietary", ["ODF"], "derive.formats.notProven"],
  ] as const)("%s: %s with %j", (criterion, sourceModel, interfaces, expected) => {
    expect(zendis(criterion, built({ sourceModel, interfaces }))).toBe(expected);
  });

  it("b5: open source without couplings, or a closed product others are coupled to", () => {
    expect(zendis("b5", built({ sourceModel: "open-source" }))).toBe("yes");
    expect(zendis("b5", { ...built({}), proprietaryCouplings: 2 })).toBe("no");
    expect(zendis("b5", built({}))).toBe("derive.zendis.tie.open");
    expect(zendis("b5", { ...built({ sourceModel: "open-source" }), proprietaryCouplings: 1 })).toBe(
      "derive.zendis.tie.open",
    );
  });

  it("c1: who decides, and a known place", () => {
    const data = (holds: ServiceFacts["control"]["data"], dataLocation: string | null = "DE") =>
      zendis("c1", { ...control({ data: holds }), dataLocation });
    expect(data("city-only")).toBe("yes");
    expect(data("provider")).toBe("no");
    expect(data("city-only", null)).toBe("derive.location.unstated");
    expect(data("city-and-provider")).toBe("derive.zendis.place.shared");
    expect(data(null)).toBe("derive.zendis.place.unstated");
  });

  it("d1: one group with a closed product, or the city with software it may run", () => {
    expect(zendis("d1", { ...built({ makerId: "gmbh-of-inc" }), ...by("cloud-of-inc") })).toBe("no");
    expect(zendis("d1", { ...CITY, ...built({ sourceModel: "open-source" }) })).toBe("yes");
    expect(zendis("d1", { ...CITY, ...built({}) })).toBe("derive.zendis.provider.open");
  });

  it("d3: clauses and somewhere to go", () => {
    const good = contract({ exitClause: "yes", dataReturnClause: "yes", noticeMonths: 3 });
    expect(zendis("d3", { ...good, ...built({ alternatives: ["Z"] }) })).toBe("yes");
    expect(zendis("d3", { ...good, ...built({ sourceModel: "open-source" }) })).toBe("yes");
    expect(zendis("d3", { ...good, ownDevelopment: true })).toBe("yes");
    expect(zendis("d3", { ...good, ...built({}) })).toBe("derive.zendis.exit.open");
    expect(zendis("d3", contract({ exitClause: "no", dataReturnClause: "no" }))).toBe("no");
    expect(zendis("d3", {})).toBe("derive.exit.unstated");
  });
});
