import { describe, expect, it } from "vitest";
import { classify, isListed, sameGroup, topController } from "./index";
import { describePath, describeReason, EXPOSURE_TEXTS } from "./texts";
import { JURISDICTIONS, organisation, owner, provenance, role, world } from "./testing";
import type { Organisation, RoleInput } from "./types";

const BASE: readonly Organisation[] = [
  organisation("X GmbH", "DE", [owner("X Inc.", 100)]),
  organisation("X Inc.", "US"),
  organisation("Clean", "DE"),
  organisation("Unseen", "DE", [], { ownershipKnown: "unknown" }),
  organisation("Doubtful", "DE", [], { provenance: provenance("low") }),
  organisation("Seatless", null),
  organisation("Sub", "DE", [owner("Unseen", 80)]),
  organisation("Third", "DE", [owner("X Inc.", 25), owner("Clean", 75)]),
  organisation("Quarter", "DE", [owner("X Inc.", 24), owner("Clean", 76)]),
  organisation("Many", "DE", [owner("X Inc.", 20), owner("Maple", 20), owner("Clean", 60)]),
  organisation("Maple", "CA"),
  organisation("Branch", "DE", [], { affiliates: [{ country: "US", provenance: provenance() }] }),
  organisation("Flag", "DE", [owner("X Inc.", 10, true)]),
  organisation("Half", "DE", [owner("X Inc.", 50), owner("Clean", 50)]),
  organisation("Loop A", "DE", [owner("Loop B", 100)]),
  organisation("Loop B", "DE", [owner("Loop A", 60), owner("X Inc.", 40, true)]),
  organisation("Swiss", "CH"),
  organisation("Israeli", "IL"),
  organisation("Emirati", "AE"),
  organisation("Maybe listed", "DE", [owner("X Inc.", null)]),
  organisation("Maybe Third", "DE", [owner("Third", null)]),
  organisation("Maybe Branch", "DE", [owner("Branch", null)]),
  organisation("Maybe Clean", "DE", [owner("Clean", null)]),
  organisation("Little left", "DE", [owner("Clean", 60), owner("X Inc.", null)]),
  organisation("Nothing left", "DE", [owner("Clean", 90), owner("X Inc.", null)]),
  organisation("Joint", "DE", [owner("Clean", 60), owner("X GmbH", 40, true)]),
  organisation("Joint clean", "DE", [owner("Swiss", 40, true), owner("Clean", 60)]),
  organisation("Hidden", "DE", [owner(null, 100)]),
];

const run = (...roles: RoleInput[]) => classify(world(BASE), { roles, requiredRoles: [] });
const brief = (...roles: RoleInput[]) => {
  const result = run(...roles);
  return `${result.class ?? "?"}${result.atLeast ? "+" : ""} ${result.range.best}-${result.range.worst} ${result.cutOff ?? "?"}`;
};
const operator = (id: string | null) => role("operator", id, "readable");

describe("classify", () => {
  it.each([
    ["X Inc.", "J4 J4-J4 J4"],
    ["X GmbH", "J3 J3-J3 J3"],
    ["Flag", "J3 J3-J3 J3"],
    ["Loop A", "J3 J3-J3 J3"],
    ["Third", "J2 J2-J2 J2"],
    ["Half", "J2 J2-J2 J2"],
    ["Many", "J2 J2-J2 J2"],
    ["Branch", "J2 J2-J2 J2"],
    ["Quarter", "J0 J0-J0 J0"],
    ["Clean", "J0 J0-J0 J0"],
    ["Swiss", "J0 J0-J0 J0"],
    ["Unseen", "?+ J0-J3 ?"],
    ["Sub", "?+ J0-J3 ?"],
    ["Maybe listed", "?+ J0-J3 ?"],
    ["Maybe Third", "?+ J0-J2 ?"],
    ["Maybe Branch", "?+ J0-J2 ?"],
    ["Maybe Clean", "J0 J0-J0 J0"],
    ["Little left", "?+ J0-J2 ?"],
    ["Nothing left", "J0 J0-J0 J0"],
    ["Hidden", "?+ J0-J3 ?"],
    ["Doubtful", "?+ J0-J3 ?"],
    ["Seatless", "?+ J0-J4 ?"],
    ["Israeli", "?+ J0-J4 ?"],
    ["Emirati", "?+ J0-J4 ?"],
    ["nowhere recorded", "?+ J0-J4 ?"],
    [null, "?+ J0-J4 ?"],
  ])("operator %s who can read: %s", (id, expected) => {
    expect(brief(operator(id))).toBe(expected);
  });

  it.each([
    ["maker", "none", "J1 J1-J1 J4"],
    ["operator", "encrypted", "J1 J1-J1 J4"],
    ["operator", "unknown", "J1+ J1-J4 J4"],
    ["sub-processor", "readable", "J2 J2-J2 J2"],
    ["sub-processor", "none", "J1 J1-J1 J2"],
    ["key-holder", "readable", "J4 J4-J4 J4"],
  ] as const)("US organisation as %s with access %s: %s", (name, access, expected) => {
    expect(brief(role(name, "X Inc.", access))).toBe(expected);
  });

  it("leaves J1 open when only the chain of a maker without access is unknown", () => {
    expect(brief(operator("Clean"), role("maker", "Unseen", "none"))).toBe("?+ J0-J1 ?");
  });

  it("takes a role assigned with low confidence as possibly somebody else's", () => {
    expect(brief(role("operator", "Clean", "readable", "low"))).toBe("?+ J0-J4 ?");
  });

  it("is never certain while a required role is not stated", () => {
    const result = classify(world(BASE), { roles: [operator("Clean")], requiredRoles: ["operator", "maker"] });
    expect([result.class, result.atLeast, result.missing]).toEqual([
      null,
      true,
      [{ key: "exposure.missing.role", params: { role: "maker" } }],
    ]);
  });

  it("knows nothing when there is no role", () => {
    const result = run();
    expect([result.class, result.atLeast, result.range, result.disclosure, result.cutOff]).toEqual([
      null,
      true,
      { best: "J0", worst: "J4" },
      null,
      null,
    ]);
  });

  it("says at least J1 and names what is missing", () => {
    const result = run(role("maker", "X Inc.", "none"), operator("Unseen"));
    expect([result.class, result.atLeast, result.range.worst]).toEqual(["J1", true, "J3"]);
    expect(result.missing.map((reason) => describeReason(reason, "de"))).toEqual(["Eigentümer von Unseen unbekannt."]);
  });

  it("gives one finding per role and organisation, worst first, and the facts behind it", () => {
    const result = run(
      operator("Clean"),
      role("host", "X GmbH", "readable"),
      role("host", "X GmbH", "none"),
      role("maker", "X Inc.", "none"),
    );
    expect(result.findings.map((finding) => [finding.role, finding.organisationId, finding.class])).toEqual([
      ["host", "X GmbH", "J3"],
      ["maker", "X Inc.", "J1"],
      ["operator", "Clean", "J0"],
    ]);
    expect(result.facts).toContainEqual(
      expect.objectContaining({ subject: "organisation:X GmbH", field: "owner", value: "X Inc." }),
    );
  });

  it("puts the path into a sentence with the CLOUD Act for the US", () => {
    const path = run(operator("X GmbH")).findings[0]?.path ?? [];
    expect(describePath(path, "de", "Bürgerportal")).toBe(
      "Bürgerportal → betrieben von X GmbH (DE) → zu 100 % im Besitz von X Inc. (US) → CLOUD Act (2018)",
    );
    expect(describePath(path, "en", "Citizen portal")).toBe(
      "Citizen portal → operated by X GmbH (DE) → owned 100 % by X Inc. (US) → CLOUD Act (2018)",
    );
    expect(describePath(run(operator("Flag")).findings[0]?.path ?? [], "en")).toContain("owned 10 % by X Inc.");
  });

  it("has a sentence for every reason, with all parameters filled", () => {
    const seen = new Set<string>();
    for (const each of [...BASE.map((record) => record.id), "elsewhere", null]) {
      for (const access of ["readable", "none", "unknown"] as const) {
        for (const name of ["operator", "sub-processor"] as const) {
          const result = classify(world(BASE), { roles: [role(name, each, access)], requiredRoles: ["host"] });
          for (const reason of [...result.findings.map((finding) => finding.reason), ...result.missing]) {
            seen.add(reason.key);
            for (const lang of ["de", "en"] as const) expect(describeReason(reason, lang)).not.toMatch(/\{|exposure\./);
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(15);
    for (const key of seen) expect(EXPOSURE_TEXTS).toHaveProperty([key]);
  });
});

describe("isListed", () => {
  it("counts yes and conditional outside EU and EEA only", () => {
    expect(JURISDICTIONS.filter(isListed).map((each) => each.code)).toEqual(["US", "CA"]);
  });
});

describe("topController", () => {
  it("walks to the top and says when it is not the last word", () => {
    const top = (id: string) => {
      const found = topController(world(BASE), id);
      return [found.id, found.known, found.path.length];
    };
    expect(top("X GmbH")).toEqual(["X Inc.", true, 1]);
    expect(top("Clean")).toEqual(["Clean", true, 0]);
    expect(top("Sub")).toEqual(["Unseen", false, 1]);
    expect(top("Hidden")).toEqual(["Hidden", false, 0]);
    expect(top("Loop A")).toEqual(["X Inc.", true, 2]);
    expect(top("Joint")).toEqual(["X Inc.", true, 2]);
    expect(top("Joint clean")).toEqual(["Clean", true, 1]);
    expect(top("Half")).toEqual(["Half", true, 0]);
    expect(top("not recorded")).toEqual([null, false, 0]);
  });

  it("gives all members of a loop the same top", () => {
    const ring = world([
      organisation("b", "DE", [owner("c", 100)]),
      organisation("c", "DE", [owner("a", 100)]),
      organisation("a", "DE", [owner("b", 100)]),
    ]);
    expect(["a", "b", "c"].map((id) => topController(ring, id).id)).toEqual(["a", "a", "a"]);
  });
});

describe("sameGroup", () => {
  it.each([
    ["X GmbH", "Flag", "yes"],
    ["X GmbH", "X Inc.", "yes"],
    ["X GmbH", "Clean", "no"],
    ["Quarter", "X GmbH", "no"],
    ["X GmbH", "Unseen", "unknown"],
    ["Unseen", "Unseen", "yes"],
    [null, "Clean", "unknown"],
  ] as const)("%s and %s: %s", (a, b, expected) => {
    expect(sameGroup(world(BASE), a, b)).toBe(expected);
    expect(sameGroup(world(BASE), b, a)).toBe(expected);
  });
});
