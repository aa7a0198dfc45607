import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { organisation, owner, provenance, world } from "../exposure/testing";
import { clausesFromShares } from "../method/secnumcloud-19.6-3.2/shares";
import { EU } from "./footing";
import { holdingsIn, sharesOf } from "./derive-shares";

const WORLD = world([
  organisation("us", "US"),
  organisation("us-parent", "US", [owner("us", 100)]),
  organisation("ch", "CH"),
  organisation("no", "NO"),
  organisation("eu", "DE"),
  organisation("city", "DE", [], { publicSector: true }),
  organisation("free-float", "DE"),
  organisation("unknown", "DE", [], { ownershipKnown: "unknown" }),
  organisation("owned", "DE", [owner("city", 100)]),
  organisation("at-cap", "DE", [owner("us", 24), owner("ch", 15), owner("eu", 61)]),
  organisation("above-one", "DE", [owner("us", 25), owner("eu", 75)]),
  organisation("above-sum", "DE", [owner("us", 20), owner("ch", 20), owner("eu", 60)]),
  organisation("controlled", "DE", [owner("us", 100)]),
  organisation("veto", "DE", [owner("us", 10, true), owner("eu", 90)]),
  organisation("holding", "DE", [owner("us", 40), owner("eu", 60)]),
  organisation("below", "DE", [owner("holding", 50), owner("city", 50)]),
  organisation("grip", "DE", [owner("us", 60), owner("ch", 40)]),
  organisation("below-grip", "DE", [owner("grip", 30), owner("city", 70)]),
  organisation("chain", "DE", [owner("us-parent", 30), owner("city", 70)]),
  organisation("twice", "DE", [owner("holding", 50), owner("us", 10), owner("city", 40)]),
  organisation("part", "DE", [owner("city", 60)]),
  organisation("guessed", "DE", [owner("us", 10, false, "low"), owner("city", 90)]),
  organisation("share-unknown", "DE", [owner("us", null), owner("city", 70)]),
  organisation("loop-a", "DE", [owner("loop-b", 60), owner("city", 40)]),
  organisation("loop-b", "DE", [owner("loop-a", 100)]),
  organisation("low", "DE", [owner("city", 100)], { provenance: provenance("low") }),
]);

const shares = (id: string) =>
  sharesOf(WORLD, id).shares?.map(({ holder, percent, inEu }) => [holder, percent, inEu] as const);

describe("sharesOf", () => {
  it("states seat, direct holders and control", () => {
    expect(sharesOf(WORLD, "owned")).toEqual({
      seatInEu: true,
      shares: [{ holder: "city", percent: 100, inEu: true }],
      vetoOrAppointmentRight: false,
    });
    expect(sharesOf(WORLD, "us").seatInEu).toBe(false);
    // The clause asks for a state of the EU; Norway is in the EEA only.
    expect(sharesOf(WORLD, "no").seatInEu).toBe(false);
    expect(sharesOf(WORLD, "nobody")).toEqual({
      seatInEu: null,
      shares: [{ holder: "?", percent: null, inEu: null }],
      vetoOrAppointmentRight: null,
    });
    expect(sharesOf(WORLD, "low").seatInEu).toBeNull();
  });

  it("multiplies shares along the way and ends at the first holder outside", () => {
    expect(shares("below")).toEqual([
      ["us", 20, false],
      ["eu", 30, true],
      ["city", 50, true],
    ]);
    expect(shares("chain")).toEqual([
      ["us-parent", 30, false],
      ["city", 70, true],
    ]);
    expect(shares("twice")?.find(([holder]) => holder === "us")).toEqual(["us", 30, false]);
  });

  it("gives a controller outside all that the company between holds", () => {
    expect(shares("below-grip")).toEqual([
      ["us", 30, false],
      ["city", 70, true],
    ]);
  });

  it("keeps open what is not known, as a holder of its own", () => {
    expect(shares("part")).toEqual([
      ["city", 60, true],
      ["?", 40, null],
    ]);
    expect(shares("free-float")).toEqual([["?", 100, null]]);
    expect(shares("unknown")).toEqual([["?", null, null]]);
    expect(shares("guessed")?.[0]).toEqual(["us", 10, null]);
    expect(shares("share-unknown")?.[0]).toEqual(["us", null, false]);
    expect(shares("loop-a")).toEqual([
      ["loop-a", 60, null],
      ["city", 40, true],
    ]);
  });

  it.each([
    ["owned", {}, true],
    ["at-cap", { "single-share": "yes", "total-share": "yes", "control-right": "unknown" }, false],
    ["above-one", { "single-share": "no", "total-share": "yes" }, false],
    ["above-sum", { "single-share": "yes", "total-share": "no" }, false],
    ["controlled", { "single-share": "no", "total-share": "no", "control-right": "no" }, false],
    ["veto", { "single-share": "yes", "control-right": "no" }, false],
    ["us", { seat: "no" }, false],
    ["part", { "single-share": "unknown", "total-share": "unknown", "control-right": "unknown" }, false],
    ["unknown", { seat: "yes", "single-share": "unknown", "total-share": "unknown" }, false],
  ])("feeds the clauses: %s", (id, some, allMet) => {
    const { answers, problems } = clausesFromShares(sharesOf(WORLD, id));
    expect(answers).toMatchObject(some);
    expect(Object.values(answers).every((value) => value === "yes")).toBe(allMet);
    expect(problems).toEqual([]);
  });
});

describe("any ownership", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const anyWorld = fc
    .array(
      fc.record({
        seat: fc.constantFrom("DE", "US", "CH", null),
        publicSector: fc.boolean(),
        known: fc.constantFrom("listed", "none", "unknown"),
        // At most a third each, so that the statements of one organisation stay below 100 %.
        holders: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 0, max: 33 })), {
          maxLength: 3,
          selector: ([id]) => id,
        }),
      }),
      { minLength: 5, maxLength: 5 },
    )
    .map((given) =>
      world(
        given.map(({ seat, publicSector, known, holders }, index) => {
          const edges = known === "none" ? [] : holders.map(([id, share]) => owner(id, share));
          return organisation(ids[index] ?? "a", seat, edges, { publicSector, ownershipKnown: known as "listed" });
        }),
      ),
    );

  it("ends, stays within 100 % and never claims a clause that a hidden holder could break", () => {
    fc.assert(
      fc.property(anyWorld, (given) => {
        const holdings = holdingsIn(given, "a", EU);
        const sum = holdings.reduce((total, each) => total + (each.percent ?? 0), 0);
        expect(sum).toBeLessThanOrEqual(100.0001);
        // All of it is accounted for: what is not known has a row of its own.
        if (holdings.every((each) => each.percent !== null)) expect(sum).toBeGreaterThan(99);
        const { answers } = clausesFromShares(sharesOf(given, "a"));
        const hidden = holdings.some((each) => each.side === "unknown" && (each.percent ?? 100) > 39);
        if (hidden) expect(answers["total-share"]).not.toBe("yes");
      }),
      { numRuns: 500 },
    );
  });
});
