import fc from "fast-check";
import { describe, expect, it } from "vitest";
import catalogue from "@/catalogue/products.json";
import { DEFAULT_POLICY } from "../profile/policy";
import { doubleGrip } from "../profile/double-grip";
import { sentence } from "../method/texts";
import { findMethod } from "../method/registry";
import { SCORED_METHODS } from "./derive";
import type { ScoredMethodId } from "./derive";
import { scoreService } from "./score";
import { recognise } from "./standards";
import { holder, NO_CONTRACT, product, service, WORLD } from "./testing";
import { SERVICE_TEXTS } from "./texts";
import { DERIVATION_TEXTS } from "./texts-methods";
import type { ServiceFacts } from "./types";

const score = (facts: ServiceFacts) =>
  scoreService({ facts, assessed: {}, world: WORLD, policy: DEFAULT_POLICY, today: "2026-11-21" });

/** Derived value, or the key that says why there is none. */
function derived(method: ScoredMethodId, criterion: string, facts: ServiceFacts): string {
  const { answers, notDerivable } = score(facts);
  const answer = answers[method][criterion];
  if (answer !== undefined) return answer.value;
  return notDerivable[method].find((each) => each.criterion === criterion)?.reason.key ?? "neither";
}
const munich = (criterion: string, more: Partial<ServiceFacts>) => derived("munich-sds", criterion, service(more));
const profile = (criterion: string, more: Partial<ServiceFacts>) => derived("hoheit-profile", criterion, service(more));
const built = (more: Parameters<typeof product>[0]): Partial<ServiceFacts> => ({ products: [product(more)] });

describe("Munich's answers from facts", () => {
  it("alt: named alternatives are a yes of medium confidence, none named is no answer", () => {
    expect(munich("alt", built({ alternatives: [] }))).toBe("derive.alternative.noneNamed");
    expect(munich("alt", built({ competitors: ["Z"] }))).toBe("derive.alternative.noneNamed");
    const market = score(service(built({ competitors: ["Y", "Z"] }))).answers["munich-sds"]["alt"];
    expect(market).toMatchObject({ value: "yes", reason: { key: "derive.alternative.market" } });
    expect(market?.facts[0]?.provenance.confidence).toBe("low");
    expect(munich("alt", {})).toBe("derive.noProduct");
    const names = ["LibreOffice", "Collabora", "openDesk", "OnlyOffice", "Calligra"];
    const answer = score(service(built({ alternatives: names }))).answers["munich-sds"]["alt"];
    expect(answer).toMatchObject({
      value: "yes",
      origin: "derived",
      reason: { params: { count: 5, names: "LibreOffice, Collabora, openDesk, OnlyOffice, …" } },
    });
    expect(answer?.facts[0]?.provenance.confidence).toBe("medium");
  });

  it.each([
    ["maker-eu", "yes"],
    ["gmbh-of-inc", "no"],
    ["maker-us", "no"],
    ["swiss", "no"],
    ["murky", "derive.head.parentUnknown"],
    ["doubtful", "derive.head.lowConfidence"],
    ["seatless", "derive.head.seatUnknown"],
    ["elsewhere", "derive.head.countryUnlisted"],
    ["nobody", "derive.head.organisationUnknown"],
    [null, "derive.head.noMaker"],
  ])("head: maker %s gives %s", (makerId, expected) => {
    expect(munich("head", built({ makerId }))).toBe(expected);
  });

  it("head: for a cloud service the operator counts, elsewhere the maker", () => {
    const facts = { ...built({ makerId: "maker-eu" }), roles: [holder("operator", "cloud-of-inc")] };
    expect(munich("head", { ...facts, operatingModel: "vendor-saas" })).toBe("no");
    expect(munich("head", { ...facts, operatingModel: "hyperscaler" })).toBe("no");
    expect(munich("head", { ...facts, operatingModel: "own-data-centre" })).toBe("yes");
    expect(munich("head", { ...facts, roles: [], operatingModel: "vendor-saas" })).toBe("derive.head.noOperator");
  });

  it("head: shows the chain it followed", () => {
    const answer = score(service(built({ makerId: "gmbh-of-inc" }))).answers["munich-sds"]["head"];
    expect(answer?.facts.map((fact) => [fact.subject, fact.field, fact.value])).toEqual([
      ["organisation:gmbh-of-inc", "owner", "inc"],
      ["organisation:inc", "country", "US"],
    ]);
  });

  it.each([
    ["open-source", "yes"],
    ["open-core", "derive.source.openCore"],
    ["source-available", "no"],
    ["proprietary", "no"],
    [null, "derive.source.unknown"],
  ] as const)("os: %s gives %s", (sourceModel, expected) => {
    expect(munich("os", built({ sourceModel }))).toBe(expected);
  });

  it("os: an own development counts by its publication", () => {
    const own = (codePublished: ServiceFacts["codePublished"]) => munich("os", { ownDevelopment: true, codePublished });
    expect([own("yes"), own("no"), own("unknown"), own(null)]).toEqual([
      "yes",
      "no",
      "unknown",
      "derive.published.unstated",
    ]);
  });

  it("sup: as stated, and unstated is not no", () => {
    const sup = (securityUpdates: ServiceFacts["contract"]["securityUpdates"]) =>
      munich("sup", { contract: { ...NO_CONTRACT, securityUpdates } });
    expect([sup("yes"), sup("no"), sup("unknown"), sup(null)]).toEqual([
      "yes",
      "no",
      "unknown",
      "derive.updates.unstated",
    ]);
  });

  it.each([
    ["proprietary", ["SAML", "COM and VBA automation"], "no"],
    ["open-source", ["SAML", "MAPI"], "no"],
    ["open-source", ["REST", "CalDAV"], "yes"],
    ["open-source", ["REST"], "derive.interfaces.noneNamed"],
    ["open-source", [], "derive.interfaces.noneNamed"],
    ["proprietary", ["SAML", "OIDC"], "derive.interfaces.notProven"],
    ["open-core", ["SAML"], "derive.interfaces.notProven"],
  ] as const)("api: %s with %j gives %s", (sourceModel, interfaces, expected) => {
    expect(munich("api", built({ sourceModel, interfaces }))).toBe(expected);
  });

  it.each([
    ["open-source", ["ODF", "REST"], "yes"],
    ["open-source", ["DWG", "ODF"], "no"],
    ["open-source", ["SAML"], "derive.formats.noneNamed"],
    ["proprietary", ["CSV"], "derive.formats.notProven"],
  ] as const)("dat: %s with %j gives %s", (sourceModel, interfaces, expected) => {
    expect(munich("dat", built({ sourceModel, interfaces }))).toBe(expected);
  });
});

describe("the profile's answers from facts", () => {
  it.each([
    [["SAML", "OIDC"], "yes"],
    [["SAML", "REST"], "partly"],
    [["SAML", "OIDC", "SCIM", "MAPI"], "partly"],
    [["MAPI"], "no"],
    [["REST"], "derive.interfaces.noneNamed"],
  ])("interfaces and standards: %j gives %s", (interfaces, expected) => {
    expect(profile("interfaces", built({ interfaces }))).toBe(expected);
    expect(profile("standards", built({ interfaces }))).toBe(expected);
  });

  it("separable: open source, or run apart from the maker's group", () => {
    expect(profile("separable", built({ sourceModel: "open-source" }))).toBe("yes");
    const roles = (operator: string) => ({
      ...built({ makerId: "gmbh-of-inc" }),
      roles: [holder("operator", operator)],
    });
    expect(profile("separable", { ...roles("dataport"), operatingModel: "public-provider" })).toBe("yes");
    expect(profile("separable", { ...roles("cloud-of-inc"), operatingModel: "vendor-saas" })).toBe("no");
    expect(profile("separable", { ...roles("murky"), operatingModel: "vendor-saas" })).toBe("derive.separable.unclear");
    expect(profile("separable", built({}))).toBe("derive.separable.noModel");
  });

  it.each([
    ["yes", "yes", 6, "yes"],
    ["yes", "yes", 7, "partly"],
    ["yes", "yes", null, "derive.exit.noNotice"],
    ["yes", "no", 3, "partly"],
    ["no", "yes", null, "partly"],
    ["no", "no", 1, "no"],
    ["yes", "unknown", 3, "derive.exit.unknown"],
    ["yes", null, 3, "derive.exit.unstated"],
    [null, null, null, "derive.exit.unstated"],
  ] as const)(
    "exit: clause %s, data return %s, notice %s gives %s",
    (exitClause, dataReturnClause, noticeMonths, expected) => {
      expect(profile("exit", { contract: { ...NO_CONTRACT, exitClause, dataReturnClause, noticeMonths } })).toBe(
        expected,
      );
    },
  );

  it.each([
    [0, "0"],
    [2, "2"],
    [3, "3+"],
    [40, "3+"],
  ])("couplings: %i is %s", (proprietaryCouplings, expected) => {
    expect(profile("couplings", { proprietaryCouplings })).toBe(expected);
  });

  it.each([
    ["city-only", "city"],
    ["city-and-provider", "provider"],
    ["provider", "provider"],
    ["unknown", "unknown"],
    [null, "derive.keys.unstated"],
  ] as const)("keys: %s is %s", (keys, expected) => {
    expect(profile("keys", { control: { data: null, operation: null, access: null, keys } })).toBe(expected);
  });

  it("licence and shaping follow the source model", () => {
    const both = (more: Parameters<typeof product>[0]) => [
      profile("licence", built(more)),
      profile("shaping", built(more)),
    ];
    expect(both({ licence: "EUPL-1.2", sourceModel: "open-source" })).toEqual(["open", "yes"]);
    expect(both({ licence: "AGPL-3.0-only", sourceModel: "open-core" })).toEqual(["open-core", "partly"]);
    expect(both({ licence: "LicenseRef-proprietary", sourceModel: "proprietary" })).toEqual(["proprietary", "no"]);
    expect(both({ licence: null, sourceModel: null })).toEqual(["derive.licence.unknown", "derive.source.unknown"]);
    expect(profile("licence", { ownDevelopment: true, codePublished: "yes" })).toBe("open");
    expect(profile("shaping", { ownDevelopment: true })).toBe("yes");
  });
});

describe("double grip", () => {
  const grip = (maker: string | null, operator: string | null) =>
    doubleGrip([holder("maker", maker), holder("operator", operator)], WORLD).value;

  it("needs one group over maker and operator, by the top of the chain", () => {
    expect(grip("gmbh-of-inc", "cloud-of-inc")).toBe("yes");
    expect(grip("inc", "cloud-of-inc")).toBe("yes");
    expect(grip("maker-eu", "maker-eu")).toBe("yes");
    expect(grip("murky", "murky")).toBe("yes");
    expect(grip("maker-eu", "operator-eu")).toBe("no");
  });

  it("is unknown while somebody unknown may stand above", () => {
    expect(grip("maker-eu", "murky")).toBe("unknown");
    expect(grip("maker-eu", null)).toBe("unknown");
    expect(grip(null, "operator-eu")).toBe("unknown");
    expect(doubleGrip([holder("maker", "maker-eu")], WORLD).value).toBe("unknown");
    expect(doubleGrip([], WORLD).value).toBe("unknown");
  });

  it("counts the host like the operator, and public bodies and the city never", () => {
    const hosted = [holder("maker", "gmbh-of-inc"), holder("operator", "operator-eu"), holder("host", "cloud-of-inc")];
    expect(doubleGrip(hosted, WORLD).value).toBe("yes");
    expect(grip("dataport", "dataport")).toBe("no");
    expect(grip("municipal-gmbh", "municipal-gmbh")).toBe("no");
    const own = { operatingModel: "own-data-centre", ownDevelopment: false } as const;
    expect(doubleGrip([holder("maker", "inc")], WORLD, own).value).toBe("no");
    expect(doubleGrip([holder("maker", "inc"), holder("operator", "cloud-of-inc")], WORLD, own).value).toBe("yes");
  });
});

describe("recognise", () => {
  it.each([
    ["OGC WMS, WFS, OGC API", ["OGC WMS", "WFS", "OGC API"], [], []],
    ["COM and VBA automation", [], ["COM and VBA automation"], []],
    ["ICA (proprietary)", [], ["ICA (proprietary)"], []],
    ["CMIS (removed)", [], [], ["CMIS (removed)"]],
    ["SIP gateway", ["SIP gateway"], [], []],
    ["Microsoft Graph API", [], ["Microsoft Graph API"], []],
    ["REST and SOAP", ["SOAP"], [], ["REST"]],
    ["XMeld", ["XMeld"], [], []],
    ["PDF/A", [], [], []],
  ])("sorts %j", (name, open, proprietary, other) => {
    expect(recognise([name]).interfaces).toEqual({ open, proprietary, other });
  });

  it("keeps files apart from interfaces, and a lone import from both", () => {
    expect(recognise(["PDF/A", "ODF and OOXML import and export", "DWG", "VSDX import"]).formats).toEqual({
      open: ["PDF/A", "ODF", "OOXML"],
      proprietary: ["DWG"],
      other: [],
    });
  });

  it("never loses or doubles a name", () => {
    const names = fc.constantFrom(...catalogue.products.flatMap((each) => each.open_standards_and_apis));
    fc.assert(
      fc.property(fc.uniqueArray(names), (listed) => {
        const { interfaces, formats } = recognise(listed);
        for (const sorted of [interfaces, formats]) {
          const all = [...sorted.open, ...sorted.proprietary, ...sorted.other];
          expect(new Set(all).size).toBe(all.length);
        }
        const seen = new Set([...Object.values(interfaces), ...Object.values(formats)].flat());
        expect(seen.size).toBeGreaterThanOrEqual(listed.length > 0 ? 1 : 0);
      }),
    );
  });
});

/** Any facts at all, so that every reason the derivations can give turns up. */
const anyFacts: fc.Arbitrary<ServiceFacts> = fc
  .record({
    operatingModel: fc.constantFrom(null, "own-data-centre", "public-provider", "vendor-saas", "hyperscaler"),
    ownDevelopment: fc.boolean(),
    codePublished: fc.constantFrom(null, "yes", "no", "unknown"),
    skills: fc.constantFrom(null, "yes", "partly", "no", "unknown"),
    proprietaryCouplings: fc.nat(5),
    keys: fc.constantFrom(null, "city-only", "provider", "unknown"),
    exitClause: fc.constantFrom(null, "yes", "no", "unknown"),
    dataReturnClause: fc.constantFrom(null, "yes", "no", "unknown"),
    securityUpdates: fc.constantFrom(null, "yes", "no", "unknown"),
    noticeMonths: fc.constantFrom(null, 3, 12),
    products: fc.array(
      fc.record({
        makerId: fc.constantFrom(null, ...WORLD.organisations.keys(), "nobody"),
        licence: fc.constantFrom(null, "MIT", "SSPL-1.0", "LicenseRef-x", "LicenseRef-proprietary"),
        sourceModel: fc.constantFrom(null, "open-source", "open-core", "source-available", "proprietary"),
        interfaces: fc.subarray(["SAML", "REST", "MAPI", "ODF", "DWG", "XMeld"]),
        alternatives: fc.subarray(["A", "B"]),
        competitors: fc.subarray(["C", "D", "E"]),
      }),
      { maxLength: 2 },
    ),
    roles: fc.array(
      fc.tuple(
        fc.constantFrom("maker", "operator", "host", "support"),
        fc.constantFrom(null, ...WORLD.organisations.keys()),
        fc.constantFrom("readable", "encrypted", "none", "unknown"),
      ),
      { maxLength: 4 },
    ),
  })
  .map((given) =>
    service({
      operatingModel: given.operatingModel as ServiceFacts["operatingModel"],
      ownDevelopment: given.ownDevelopment,
      codePublished: given.codePublished as ServiceFacts["codePublished"],
      skills: given.skills as ServiceFacts["skills"],
      proprietaryCouplings: given.proprietaryCouplings,
      control: { data: null, operation: null, access: null, keys: given.keys as ServiceFacts["control"]["keys"] },
      contract: {
        ...NO_CONTRACT,
        noticeMonths: given.noticeMonths,
        exitClause: given.exitClause as ServiceFacts["contract"]["exitClause"],
        dataReturnClause: given.dataReturnClause as ServiceFacts["contract"]["exitClause"],
        securityUpdates: given.securityUpdates as ServiceFacts["contract"]["exitClause"],
      },
      products: given.products.map((each) => product({ ...each, sourceModel: each.sourceModel as never })),
      roles: given.roles.map(([role, id, access]) => holder(role as never, id, access as never)),
    }),
  );

describe("any facts", () => {
  it("settle each criterion or say why not, in both languages, and score without a throw", () => {
    const used = new Set<string>();
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { answers, notDerivable, munich: result, profile: three } = score(facts);
        for (const id of SCORED_METHODS) {
          const method = findMethod(id === "munich-sds" ? result.method : three.method);
          const settled = Object.keys(answers[id]);
          const open = notDerivable[id].map((each) => each.criterion);
          expect([...settled, ...open].sort()).toEqual(method?.criteria.map((each) => each.id).sort());
          const reasons = [...Object.values(answers[id]), ...notDerivable[id]].map((each) => each.reason);
          for (const reason of reasons) {
            used.add(reason.key);
            const text = sentence(reason, SERVICE_TEXTS);
            expect(text.de + text.en).not.toMatch(/[{}]|undefined|NaN/);
          }
          for (const answer of Object.values(answers[id])) expect(answer.facts.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1200, seed: 1 },
    );
    const own = Object.keys(SERVICE_TEXTS).filter((key) => key.startsWith("derive.") && !(key in DERIVATION_TEXTS));
    const unused = own.filter((key) => !used.has(key));
    expect(unused).toEqual([]);
  }, 60_000);
});
