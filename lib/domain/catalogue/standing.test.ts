import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ExposureWorld, Organisation, Ownership } from "../exposure/types";
import type { Provenance } from "../facts";
import { holdingsAbove, holdingsOf, standingOf } from "./standing";

const provenance: Provenance = { source: null, asOf: "2026-08", confidence: "high", evidence: "read" };
const edge = (ownerId: string | null, share: number | null = null): Ownership => ({
  ownerId,
  share,
  control: true,
  provenance,
});
const organisation = (id: string, country: string | null, ownerships: readonly Ownership[] = []): Organisation => ({
  id,
  name: id.toUpperCase(),
  country,
  publicSector: false,
  ownershipKnown: ownerships.length > 0 ? "listed" : "none",
  ownerships,
  affiliates: [],
  provenance,
});
const law = { name: "CLOUD Act", year: 2018, reachesDataAbroad: "yes" as const, status: "in force", provenance };
const world = (...organisations: readonly Organisation[]): ExposureWorld => ({
  organisations: new Map(organisations.map((each) => [each.id, each])),
  jurisdictions: new Map([
    ["US", { code: "US", eu: false, eea: false, laws: [law] }],
    ["DE", { code: "DE", eu: true, eea: true, laws: [] }],
  ]),
});

describe("standingOf", () => {
  const chain = world(
    organisation("a", "DE", [edge("b", 100)]),
    organisation("b", "DE", [edge("c", 60)]),
    organisation("c", "US"),
  );

  test("says who stands at the top and what that means for data it can read", () => {
    expect(standingOf(chain, "a")).toMatchObject({ class: "J3", atLeast: false, top: { id: "c", known: true } });
    expect(standingOf(chain, "c")).toMatchObject({ class: "J4", top: { id: "c", path: [] } });
    expect(standingOf(world(organisation("d", "DE")), "d")).toMatchObject({ class: "J0", atLeast: false });
  });

  test("an unknown owner is no J0", () => {
    const unknown = { ...organisation("e", "DE"), ownershipKnown: "unknown" as const };
    const standing = standingOf(world(unknown), "e");
    expect(standing).toMatchObject({ class: null, top: { known: false } });
    expect(standing.missing.map((reason) => reason.key)).toEqual(["exposure.missing.ownership"]);
  });
});

describe("holdings", () => {
  test("are listed upward with their depth, and downward by name", () => {
    const graph = world(
      organisation("a", "DE", [edge("b"), edge(null, 10)]),
      organisation("b", "DE", [edge("c")]),
      organisation("c", "US"),
      organisation("z", "DE", [edge("c")]),
    );
    expect(holdingsAbove(graph, "a").map((each) => [each.depth, each.organisation.id, each.owner?.id ?? null])).toEqual(
      [
        [1, "a", "b"],
        [1, "a", null],
        [2, "b", "c"],
      ],
    );
    expect(holdingsOf(graph, "c").map((each) => each.organisation.id)).toEqual(["b", "z"]);
  });

  test("end in any graph, with every edge at most once", () => {
    const ids = ["a", "b", "c", "d", "e"];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 15 }), (pairs) => {
        const graph = world(
          ...ids.map((id) =>
            organisation(
              id,
              "DE",
              pairs.filter(([from]) => from === id).map(([, to]) => edge(to)),
            ),
          ),
        );
        const above = holdingsAbove(graph, "a");
        expect(above.length).toBeLessThanOrEqual(pairs.length);
        expect(new Set(above.map((each) => each.ownership)).size).toBe(above.length);
      }),
    );
  });
});
