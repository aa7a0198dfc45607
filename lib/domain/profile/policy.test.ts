import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY, policyChanges, policyFrom, type Policy } from "./policy";

describe("policyFrom", () => {
  it("reads a policy without what was added later as the defaults", () => {
    const stored = {
      normal: { munich: 5, exposure: "J4" },
      high: { munich: 3, exposure: "J2", reviewMonths: 6, freedom: 40 },
      "very-high": { munich: 1, exposure: "J0" },
    } as const;
    expect(policyFrom(stored)).toEqual({
      normal: { munich: 5, exposure: "J4", reviewMonths: 24 },
      high: { munich: 3, exposure: "J2", reviewMonths: 6, freedom: 40 },
      "very-high": { munich: 1, exposure: "J0", reviewMonths: 12 },
    });
    expect(policyFrom(null)).toEqual(DEFAULT_POLICY);
  });
});

describe("policyChanges", () => {
  it("names need, field and both values, the highest need first", () => {
    const after: Policy = {
      ...DEFAULT_POLICY,
      normal: { ...DEFAULT_POLICY.normal, openness: 20 },
      "very-high": { munich: 1, exposure: "J1", reviewMonths: 6 },
    };
    expect(policyChanges(DEFAULT_POLICY, after)).toEqual([
      { need: "very-high", field: "munich", before: 2, after: 1 },
      { need: "very-high", field: "reviewMonths", before: 12, after: 6 },
      { need: "normal", field: "openness", before: null, after: 20 },
    ]);
    expect(policyChanges(after, after)).toEqual([]);
  });
});
