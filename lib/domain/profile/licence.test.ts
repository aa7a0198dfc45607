import fc from "fast-check";
import { describe, expect, it } from "vitest";
import catalogue from "@/catalogue/products.json";
import spdxList from "spdx-license-list";
import { classifyLicence, ownDevelopmentLicence, productLicence } from "./licence";
import { OSI_APPROVED } from "./osi-licences";
import { parseSpdx } from "./spdx";

const RANK = { proprietary: 0, "source-available": 1, open: 2 } as const;
const atoms = fc.constantFrom(
  "MIT",
  "EUPL-1.2",
  "AGPL-3.0-or-later",
  "SSPL-1.0",
  "Elastic-2.0",
  "LicenseRef-proprietary",
  "LicenseRef-nobody-knows",
);

describe("classifyLicence", () => {
  it.each([
    ["MIT", "open"],
    ["mit", "open"],
    ["GPL-2.0+", "open"],
    ["EUPL-1.2", "open"],
    ["SSPL-1.0", "source-available"],
    ["BUSL-1.1", "source-available"],
    ["Elastic-2.0", "source-available"],
    ["FSL-1.1-ALv2", "source-available"],
    ["LicenseRef-RSALv2", "source-available"],
    ["LicenseRef-n8n-sustainable-use", "source-available"],
    ["LicenseRef-proprietary", "proprietary"],
    ["LicenseRef-Element-Commercial", "proprietary"],
    ["LicenseRef-mixed-open-source", "open"],
    ["LicenseRef-nobody-knows", "unknown"],
    ["NOASSERTION", "unknown"],
    ["GPL-2.0-only WITH Classpath-exception-2.0", "open"],
    ["Apache-2.0 WITH Something-else", "unknown"],
    ["(AGPL-3.0-only OR SSPL-1.0 OR Elastic-2.0) AND Elastic-2.0", "source-available"],
    ["AGPL-3.0-only OR SSPL-1.0 OR LicenseRef-RSALv2", "open"],
    ["MIT AND LicenseRef-commercial", "proprietary"],
    // AND binds tighter than OR.
    ["MIT OR SSPL-1.0 AND LicenseRef-proprietary", "open"],
    ["(MIT OR SSPL-1.0) AND LicenseRef-proprietary", "proprietary"],
    // An unknown side decides nothing where the other side is already the best or the worst.
    ["MIT OR LicenseRef-nobody-knows", "open"],
    ["MIT AND LicenseRef-nobody-knows", "unknown"],
    ["LicenseRef-proprietary AND LicenseRef-nobody-knows", "proprietary"],
  ])("%s is %s", (expression, expected) => {
    expect(classifyLicence(expression)).toBe(expected);
  });

  it.each([
    null,
    "",
    "  ",
    "MIT AND",
    "OR MIT",
    "(MIT",
    "MIT)",
    "MIT MIT",
    "MIT WITH",
    "()",
    "frei verfügbar",
    "MIT; GPL",
    "(".repeat(3000),
  ])("does not guess at %j", (text) => {
    expect(classifyLicence(text)).toBe("unknown");
    if (text !== null) expect(parseSpdx(text)).toBeNull();
  });

  it("forms a lattice: OR never worsens, AND never improves, both are commutative and absorb", () => {
    fc.assert(
      fc.property(atoms, atoms, atoms, (a, b, c) => {
        const of = classifyLicence;
        const [x, either, both] = [of(a), of(`${a} OR ${b}`), of(`${a} AND ${b}`)];
        if (x !== "unknown" && either !== "unknown") expect(RANK[either]).toBeGreaterThanOrEqual(RANK[x]);
        if (x !== "unknown" && both !== "unknown") expect(RANK[both]).toBeLessThanOrEqual(RANK[x]);
        expect(of(`${b} OR ${a}`)).toBe(either);
        expect(of(`${b} AND ${a}`)).toBe(both);
        expect(of(`${a} AND ${a}`)).toBe(x);
        expect(of(`${a} OR (${b} AND ${c})`)).toBe(of(`(${a} OR ${b}) AND (${a} OR ${c})`));
        expect(of(`(${a}) OR ${b} OR ${c}`)).toBe(of(`${a} OR (${b} OR ${c})`));
      }),
    );
  });

  it("takes the caller's list of approved licences", () => {
    expect(classifyLicence("MIT", new Set(["EUPL-1.2"]))).toBe("unknown");
    expect(classifyLicence("X-1.0", new Set(["x-1.0"]))).toBe("open");
  });

  it("ships only licences that the SPDX list calls OSI-approved", () => {
    expect([...OSI_APPROVED].filter((id) => spdxList[id]?.osiApproved !== true)).toEqual([]);
  });
});

describe("the catalogue", () => {
  it("has no licence or contradiction that the rules do not understand", () => {
    const odd = catalogue.products.filter((product) => {
      const sourceModel = product.source_model as Parameters<typeof productLicence>[0]["sourceModel"];
      const found = productLicence({ licence: product.licence, sourceModel, osiApproved: product.osi_approved });
      return found !== (product.source_model === "open-source" ? "open" : product.source_model);
    });
    expect(odd.map((product) => product.id)).toEqual([]);
    expect(catalogue.products.length).toBeGreaterThan(300);
  });
});

describe("productLicence", () => {
  const product = (
    licence: string | null,
    sourceModel: Parameters<typeof productLicence>[0]["sourceModel"],
    osiApproved: boolean | null = null,
  ) => productLicence({ licence, sourceModel, osiApproved });

  it("combines expression and source model, the worse one where they contradict", () => {
    expect(product("EUPL-1.2", "open-source")).toBe("open");
    expect(product("EUPL-1.2", null)).toBe("open");
    expect(product("MIT AND LicenseRef-commercial", "open-core")).toBe("open-core");
    expect(product("AGPL-3.0-only", "open-core")).toBe("open-core");
    expect(product("MIT", "proprietary")).toBe("proprietary");
    expect(product("MIT", "source-available")).toBe("source-available");
    expect(product("SSPL-1.0", "open-source")).toBe("source-available");
    expect(product(null, "proprietary")).toBe("proprietary");
  });

  it("keeps unknown unknown", () => {
    expect(product(null, null)).toBe("unknown");
    expect(product(null, "open-source")).toBe("unknown");
    expect(product("LicenseRef-nobody-knows", "open-source")).toBe("unknown");
    expect(product("LicenseRef-nobody-knows", "open-source", true)).toBe("open");
  });

  it("asks own developments whether the code is published", () => {
    expect([
      ownDevelopmentLicence("yes"),
      ownDevelopmentLicence("no"),
      ownDevelopmentLicence("unknown"),
      ownDevelopmentLicence(null),
    ]).toEqual(["open", "proprietary", "unknown", "unknown"]);
  });
});
