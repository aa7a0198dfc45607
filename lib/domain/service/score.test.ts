import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareClass, EXPOSURE_CLASSES } from "../exposure";
import { organisation, world } from "../exposure/testing";
import { DEFAULT_POLICY } from "../profile/policy";
import { gapsOf, noticeBy, protectionNeed, worstGap } from "./gap";
import { toPortfolioRow } from "./portfolio";
import { exposureInput, scoreService } from "./score";
import type { ScoreInput } from "./score";
import { holder, NO_CONTRACT, product, service, WORLD } from "./testing";
import type { ServiceFacts } from "./types";

const score = (facts: ServiceFacts, more: Partial<ScoreInput> = {}) =>
  scoreService({ facts, assessed: {}, world: WORLD, policy: DEFAULT_POLICY, today: "2026-11-21", ...more });
const output = (result: { outputs: readonly { output: string }[] }, id: string) =>
  result.outputs.find((each) => each.output === id);

const OPEN = product({
  licence: "EUPL-1.2",
  sourceModel: "open-source",
  osiApproved: true,
  interfaces: ["SAML", "ODF"],
  alternatives: ["B"],
});
/** An open product of an EU maker, operated by an EU company, everything stated. */
const GOOD = service({
  operatingModel: "partner-hosted",
  products: [OPEN],
  roles: [holder("operator", "operator-eu")],
  control: { data: "city-only", operation: "provider", keys: "provider", access: "city-only" },
  contract: { ...NO_CONTRACT, securityUpdates: "yes", exitClause: "yes", dataReturnClause: "yes", noticeMonths: 3 },
  skills: "yes",
  protection: { confidentiality: "high", integrity: "normal", availability: "very-high" },
});

describe("scoreService", () => {
  it("scores a service from facts alone", () => {
    const got = score(GOOD);
    expect(got.munich.outputs[0]).toMatchObject({ complete: true, result: { value: 1, level: "1" } });
    expect(got.exposure).toMatchObject({ class: "J0", atLeast: false });
    expect(output(got.profile, "jurisdiction")).toMatchObject({ result: { value: 100, level: "A" } });
    expect(output(got.profile, "openness")).toMatchObject({ result: { value: 100, level: "A" } });
    // Whether all data can be exported nobody has said: 20 points stay open.
    expect(output(got.profile, "freedom")).toMatchObject({
      result: null,
      range: { best: 100, worst: 80 },
      unanswered: ["export"],
    });
    expect(got.gaps).toEqual({ munich: "met", exposure: "met", overall: "met" });
    expect(got.doubleGrip).toBe("no");
    expect(got.licence).toBe("open");
  });

  it("knows nothing about a service without facts, and says so", () => {
    const got = score(service());
    expect(got.munich.outputs[0]).toMatchObject({ result: null, range: { best: 1, worst: 5 } });
    expect(got.munich.outputs[0]?.unanswered).toHaveLength(6);
    expect(output(got.profile, "jurisdiction")).toMatchObject({ result: null, range: { best: 100, worst: 0 } });
    expect(got.exposure.class).toBeNull();
    expect(got.controller).toBeNull();
    expect(got.doubleGrip).toBe("unknown");
    expect(got.licence).toBe("unknown");
    expect(got.gaps.overall).toBe("not-checkable");
  });

  it("lets a person's answer go first, and keeps what the facts said", () => {
    const got = score(GOOD, {
      assessed: {
        "munich-sds": { os: { value: "no", note: "Closed edition in use" }, alt: { value: "yes" } },
        "hoheit-profile": { export: { value: "partly" } },
      },
    });
    expect(got.answers["munich-sds"]["os"]).toMatchObject({
      value: "no",
      origin: "assessed",
      overrides: "yes",
      note: "Closed edition in use",
      reason: { key: "answer.overrides" },
    });
    expect(got.answers["munich-sds"]["os"]?.facts.length).toBeGreaterThan(0);
    expect(got.answers["munich-sds"]["alt"]).toMatchObject({ origin: "assessed", reason: { key: "answer.confirmed" } });
    expect(got.answers["munich-sds"]["alt"]).not.toHaveProperty("overrides");
    expect(got.answers["hoheit-profile"]["export"]).toMatchObject({ reason: { key: "answer.assessed" }, facts: [] });
    expect(output(got.profile, "freedom")).toMatchObject({ result: { value: 90, level: "A" } });
    expect(() => score(GOOD, { assessed: { "munich-sds": { nope: { value: "yes" } } } })).toThrow(RangeError);
  });

  it("spans the jurisdiction output over the exposure classes still possible", () => {
    const got = score({ ...GOOD, roles: [holder("operator", "gmbh-of-inc", "unknown")] });
    expect(got.exposure).toMatchObject({ class: "J1", atLeast: true, range: { best: "J1", worst: "J3" } });
    expect(output(got.profile, "jurisdiction")).toMatchObject({
      complete: false,
      result: null,
      range: { best: 80, worst: 25 },
      rangeLevels: { best: "A", worst: "D" },
      unanswered: ["exposure"],
    });
    const keys = { ...GOOD.control, keys: "city-only" } as const;
    const held = score({ ...GOOD, control: keys, roles: [holder("operator", "gmbh-of-inc", "unknown")] });
    expect(output(held.profile, "jurisdiction")).toMatchObject({ range: { best: 95, worst: 40 } });
  });

  it("takes an assessed exposure for profile and gap", () => {
    const set = (value: string) => score(GOOD, { assessed: { "hoheit-profile": { exposure: { value } } } });
    expect(output(set("J4").profile, "jurisdiction")).toMatchObject({ result: { value: 0 } });
    expect(set("J4").gaps.exposure).toBe("open");
    expect(output(set("unknown").profile, "jurisdiction")).toMatchObject({
      result: null,
      range: { best: 100, worst: 0 },
    });
    expect(set("unknown").gaps.exposure).toBe("not-checkable");
  });

  it("names the controller that binds more", () => {
    const us = score({ ...GOOD, roles: [holder("operator", "gmbh-of-inc")] });
    expect(us.controller).toMatchObject({ id: "inc", country: "US", known: true });
    expect(score(GOOD).controller?.id).toBeOneOf(["maker-eu", "operator-eu"]);
    // The maker of a database beneath does not control the service.
    const beneath = score({ ...GOOD, products: [OPEN, product({ id: "db", makerId: "maker-us" })] });
    expect(beneath.exposure.class).toBe("J1");
    expect(beneath.controller?.id).not.toBe("maker-us");
  });

  it("gives the same for the same input, whatever the order of roles", () => {
    const roles = [holder("operator", "gmbh-of-inc"), holder("host", "dataport"), holder("support", "swiss", "none")];
    fc.assert(
      fc.property(fc.shuffledSubarray(roles, { minLength: 3 }), (shuffled) => {
        const a = score({ ...GOOD, roles });
        const b = score({ ...GOOD, roles: shuffled });
        expect([b.exposure.class, b.munich, b.profile.outputs.map((o) => o.range), b.gaps]).toEqual([
          a.exposure.class,
          a.munich,
          a.profile.outputs.map((o) => o.range),
          a.gaps,
        ]);
      }),
    );
  });
});

describe("exposureInput", () => {
  it("asks for maker and operator, unless it is the city itself", () => {
    const own = { ...GOOD, operatingModel: "own-data-centre" } as const;
    expect(exposureInput(GOOD).requiredRoles).toEqual(["maker", "operator"]);
    expect(exposureInput(own).requiredRoles).toEqual(["maker", "operator"]);
    const alone = { ...own, control: { ...own.control, operation: "city-only" } } as const;
    expect(exposureInput(alone).requiredRoles).toEqual(["maker"]);
    expect(exposureInput({ ...alone, ownDevelopment: true }).requiredRoles).toEqual([]);
  });

  it("adds makers of all products once, as suppliers", () => {
    const facts = {
      ...GOOD,
      roles: [holder("maker", "maker-eu")],
      products: [OPEN, product({ id: "db", makerId: "inc" })],
    };
    const makers = exposureInput(facts).roles.filter((each) => each.role === "maker");
    expect(makers.map((each) => [each.organisationId, each.dataAccess])).toEqual([
      ["maker-eu", "readable"],
      ["inc", "none"],
    ]);
  });

  it("never yields a certain J0 while a maker is unknown", () => {
    const got = score({ ...GOOD, products: [product({ ...OPEN, makerId: null })] });
    expect(got.exposure).toMatchObject({ class: null, atLeast: true });
    expect(got.exposure.missing.length).toBeGreaterThan(0);
  });
});

describe("gaps", () => {
  const required = { munich: 3, exposure: "J2" } as const;
  const today = "2026-11-21";
  const munichGap = (best: number, worst: number, decisions: Parameters<typeof gapsOf>[0]["decisions"] = []) =>
    gapsOf({ munich: { best, worst }, exposure: { best: "J0", worst: "J0" }, required, decisions, today }).munich;

  it.each([
    [1, 1, "met"],
    [3, 3, "met"],
    [4, 4, "open"],
    [1, 3, "met"],
    [4, 5, "open"],
    [3, 4, "not-checkable"],
    [1, 5, "not-checkable"],
  ])("Munich %i to %i against 3 is %s", (best, worst, expected) => {
    expect(munichGap(best, worst)).toBe(expected);
  });

  it("compares exposure classes the same way", () => {
    for (const best of EXPOSURE_CLASSES) {
      for (const worst of EXPOSURE_CLASSES.filter((each) => compareClass(each, best) >= 0)) {
        const got = gapsOf({
          munich: { best: 1, worst: 1 },
          exposure: { best, worst },
          required,
          decisions: [],
          today,
        });
        const expected = worst <= "J2" ? "met" : best > "J2" ? "open" : "not-checkable";
        expect([got.exposure, got.overall]).toEqual([expected, expected]);
      }
    }
  });

  it("lets a decision hold until its day, and re-opens by itself", () => {
    const accepted = (until: string | null) => [{ dimension: "munich", state: "accepted", until } as const];
    expect(munichGap(5, 5, accepted("2026-11-21"))).toBe("accepted");
    expect(munichGap(5, 5, accepted("2026-11-20"))).toBe("open");
    expect(munichGap(5, 5, accepted(null))).toBe("open");
    expect(munichGap(5, 5, [{ dimension: "munich", state: "planned", until: null }])).toBe("planned");
    expect(munichGap(5, 5, [{ dimension: "exposure", state: "planned", until: null }])).toBe("open");
    expect(munichGap(5, 5, [...accepted("2027-01-01"), { dimension: "munich", state: "planned", until: null }])).toBe(
      "planned",
    );
    // A decision about a gap changes nothing where there is none, or none can be seen.
    expect(munichGap(1, 1, accepted("2027-01-01"))).toBe("met");
    expect(munichGap(1, 5, accepted("2027-01-01"))).toBe("not-checkable");
  });

  it("cannot be checked without a protection need", () => {
    const got = gapsOf({
      munich: { best: 1, worst: 1 },
      exposure: { best: "J0", worst: "J0" },
      required: null,
      decisions: [],
      today,
    });
    expect(got).toEqual({ munich: "not-checkable", exposure: "not-checkable", overall: "not-checkable" });
  });

  it("takes the highest protection need and the worse gap", () => {
    expect(protectionNeed({ confidentiality: "normal", integrity: "very-high", availability: null })).toBe("very-high");
    expect(protectionNeed({ confidentiality: null, integrity: null, availability: "normal" })).toBe("normal");
    expect(protectionNeed({ confidentiality: null, integrity: null, availability: null })).toBeNull();
    expect(worstGap("met", "not-checkable")).toBe("not-checkable");
    expect(worstGap("open", "not-checkable")).toBe("open");
    expect(worstGap("planned", "accepted")).toBe("accepted");
  });
});

describe("noticeBy", () => {
  it.each([
    ["2027-05-31", 3, "2027-02-28"],
    ["2028-05-31", 3, "2028-02-29"],
    ["2026-12-31", 6, "2026-06-30"],
    ["2026-03-15", 3, "2025-12-15"],
    ["2026-12-31", 0, "2026-12-31"],
    ["2026-12-31", 24, "2024-12-31"],
    ["2026-12-31", 1.5, "2026-10-31"],
    ["2026-12-31", null, null],
    [null, 3, null],
    ["2026-12", 3, null],
    ["2026-02-30", 3, null],
    ["2026-12-31", -1, null],
  ])("%s with %s months is %s", (end, months, expected) => {
    expect(noticeBy(end, months)).toBe(expected);
  });
});

describe("toPortfolioRow", () => {
  const extra = { departmentId: "d1", departmentName: "IT", users: 120 };

  it("flattens facts and score", () => {
    const facts = { ...GOOD, contract: { ...GOOD.contract, end: "2027-05-31", costPerYear: 1000 } };
    expect(toPortfolioRow(facts, extra, score(facts))).toEqual({
      serviceId: "s1",
      name: "Bürgerportal",
      ...extra,
      lifecycle: "active",
      operatingModel: "partner-hosted",
      ownDevelopment: false,
      codePublished: null,
      protectionNeed: "very-high",
      costPerYear: 1000,
      contractEnd: "2027-05-31",
      noticeBy: "2027-02-28",
      munich: { value: 1, best: 1, worst: 1 },
      freedom: { value: null, best: 100, worst: 80 },
      jurisdiction: { value: 100, best: 100, worst: 100 },
      openness: { value: 100, best: 100, worst: 100 },
      exposure: "J0",
      exposureAtLeast: false,
      exposureWorst: "J0",
      licence: "open",
      controllerId: expect.any(String) as string,
      controllerName: expect.any(String) as string,
      controllerCountry: "DE",
      controllerPublic: false,
      doubleGrip: "no",
      requiredMunich: 2,
      requiredExposure: "J1",
      gapMunich: "met",
      gapExposure: "met",
      gap: "met",
      confidence: "medium",
      munichAnswers: "alt=y,head=y,os=y,sup=y,api=y,dat=y",
      methodRef: "munich-sds@2026-02",
    });
  });

  it("shows holes as holes", () => {
    const empty = service();
    const assessed = {
      "munich-sds": { os: { value: "unknown" }, sup: { value: "not-applicable" }, alt: { value: "no" } },
    };
    const row = toPortfolioRow(
      empty,
      { departmentId: null, departmentName: null, users: null },
      score(empty, { assessed }),
    );
    expect(row).toMatchObject({
      munich: { value: 5 },
      munichAnswers: "alt=n,head=-,os=?,sup=na,api=-,dat=-",
      exposure: null,
      exposureAtLeast: true,
      exposureWorst: "J4",
      jurisdiction: { value: null, best: 100, worst: 0 },
      controllerId: null,
      requiredMunich: null,
      gap: "not-checkable",
    });
    expect(toPortfolioRow(empty, extra, score(empty)).confidence).toBe("low");
  });

  it("claims no country of control while somebody unknown may stand above", () => {
    const facts = { ...GOOD, roles: [holder("operator", "murky")], products: [product({ ...OPEN, makerId: "murky" })] };
    const row = toPortfolioRow(facts, extra, score(facts));
    expect(row).toMatchObject({ controllerId: "murky", controllerCountry: null });
    const lone = world([organisation("maker-eu", "DE"), organisation("operator-eu", null)]);
    expect(toPortfolioRow(GOOD, extra, score(GOOD, { world: lone })).exposureAtLeast).toBe(true);
  });
});
