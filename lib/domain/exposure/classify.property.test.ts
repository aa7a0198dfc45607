import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATA_ACCESS, ORGANISATION_ROLES } from "../facts";
import { classify, compareClass, isListed, sameGroup, topController } from "./index";
import { JURISDICTIONS, law, organisation, owner, provenance, role, world } from "./testing";
import { EXPOSURE_CLASSES } from "./types";
import type { Exposure, ExposureClass, ExposureInput, ExposureWorld, Organisation, PathLink } from "./types";

/*
 * The reference below is written the other way round than the code: it looks at all simple paths by recursion, knows
 * nothing of missing links, and is therefore asked twice: once with every unknown filled in harmlessly, once as badly
 * as possible. The two answers must be the ends of the range.
 */

const IDS = ["o0", "o1", "o2", "o3", "o4"];
const confidence = fc.constantFrom("high", "high", "medium", "low");
const seat = fc.constantFrom("DE", "DE", "DE", "NO", "CH", "US", "CA", "IL", "AE", "XX", null);
const edge = fc
  .record({
    ownerId: fc.constantFrom(...IDS, ...IDS, "not-recorded", null),
    share: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(24, 25, 39, 40, 50, 51, 100)),
    control: fc.boolean(),
    confidence,
  })
  .map((each) => owner(each.ownerId, each.share, each.control && each.share < 20, each.confidence));

/** At most one edge of unknown share per organisation, so that "as badly as possible" is one case. */
const record = (id: string): fc.Arbitrary<Organisation> =>
  fc
    .record({
      seat,
      edges: fc.uniqueArray(edge, { maxLength: 3, selector: (each) => each.ownerId }),
      shareUnknown: fc.boolean(),
      known: fc.constantFrom("listed", "listed", "none", "unknown"),
      affiliates: fc.array(fc.constantFrom("US", "DE", "AE"), { maxLength: 1 }),
      confidence,
    })
    .map((each) =>
      organisation(
        id,
        each.seat,
        each.edges.map((one, index) =>
          index === 0 && each.shareUnknown && !one.control ? { ...one, share: null } : one,
        ),
        {
          ownershipKnown: each.known,
          affiliates: each.affiliates.map((code) => ({ country: code, provenance: provenance() })),
          provenance: provenance(each.confidence),
        },
      ),
    );

const anyWorld = fc.tuple(...IDS.map(record)).map((records) => world(records));
const anyRole = fc
  .record({
    role: fc.constantFrom(...ORGANISATION_ROLES),
    organisationId: fc.constantFrom(...IDS, ...IDS, "not-recorded", null),
    dataAccess: fc.constantFrom(...DATA_ACCESS),
    confidence,
  })
  .map((each) => role(each.role, each.organisationId, each.dataAccess, each.confidence));
const anyInput: fc.Arbitrary<ExposureInput> = fc.record({
  roles: fc.array(anyRole, { maxLength: 4 }),
  requiredRoles: fc.subarray([...ORGANISATION_ROLES], { maxLength: 2 }),
});

const rank = (value: ExposureClass | null): number => EXPOSURE_CLASSES.indexOf(value ?? "J0");
const classAt = (value: number): ExposureClass => EXPOSURE_CLASSES[value] ?? "J4";
const listedSeat = (at: ExposureWorld, code: string | null): boolean => {
  const found = code === null ? undefined : at.jurisdictions.get(code);
  return found !== undefined && isListed(found);
};

/** All simple chains of control upwards, as lists of ids. */
function chains(at: ExposureWorld, id: string, before: readonly string[] = []): readonly (readonly string[])[] {
  if (before.includes(id)) return [];
  const here = [...before, id];
  const up = (at.organisations.get(id)?.ownerships ?? []).filter((each) => each.control || (each.share ?? 0) > 50);
  return [here, ...up.flatMap((each) => (each.ownerId === null ? [] : chains(at, each.ownerId, here)))];
}

function referenceFull(at: ExposureWorld, id: string): number {
  const all = chains(at, id);
  const members = new Set(all.flat());
  if (listedSeat(at, at.organisations.get(id)?.country ?? null)) return 4;
  if ([...members].some((each) => listedSeat(at, at.organisations.get(each)?.country ?? null))) return 3;
  for (const member of members) {
    const here = at.organisations.get(member);
    if (here === undefined) continue;
    if (here.affiliates.some((each) => listedSeat(at, each.country))) return 2;
    const shares = here.ownerships
      .filter((each) => each.ownerId !== member && !each.control && (each.share ?? 0) <= 50)
      .filter(
        (each) =>
          each.ownerId !== null &&
          chains(at, each.ownerId)
            .flat()
            .some((up) => listedSeat(at, at.organisations.get(up)?.country ?? null)),
      )
      .map((each) => each.share ?? 0);
    if (shares.some((share) => share > 24) || shares.reduce((a, b) => a + b, 0) > 39) return 2;
  }
  return 0;
}

/** Classes of an input in which nothing is unknown. */
function reference(at: ExposureWorld, input: ExposureInput): { disclosure: number; cutOff: number } {
  let disclosure = 0;
  let cutOff = 0;
  for (const each of input.roles) {
    let full = referenceFull(at, each.organisationId ?? "");
    if (each.role === "sub-processor") full = Math.min(full, 2);
    cutOff = Math.max(cutOff, full);
    disclosure = Math.max(disclosure, each.dataAccess === "readable" ? full : Math.min(full, 1));
  }
  return { disclosure, cutOff };
}

const EVIL = organisation("evil", "US");
const GOOD = organisation("good", "DE");

/** Every unknown becomes harmless; what is stated with low confidence is taken as true. */
function kindly(at: ExposureWorld, input: ExposureInput): [ExposureWorld, ExposureInput] {
  const records = [...at.organisations.values()].map((each) => ({
    ...each,
    country: each.country ?? "DE",
    ownerships: each.ownerships.map((one) => ({ ...one, ownerId: one.ownerId ?? "good", share: one.share ?? 0 })),
  }));
  const roles = input.roles.map((each) => ({
    ...each,
    organisationId: each.organisationId ?? "good",
    dataAccess: each.dataAccess === "unknown" ? ("none" as const) : each.dataAccess,
  }));
  return [world([...records, GOOD]), { ...input, roles }];
}

/** Every unknown becomes as bad as it can be; what is stated with low confidence is wrong in the worst way. */
function badly(at: ExposureWorld, input: ExposureInput): [ExposureWorld, ExposureInput] {
  const bad = law("Bad Law", 2020, "yes");
  const laws = JURISDICTIONS.map((each) => (["IL", "AE"].includes(each.code) ? { ...each, laws: [bad] } : each));
  const records = [...at.organisations.values()].map((each) => {
    const others = each.ownerships
      .filter((one) => one.ownerId !== each.id)
      .reduce((sum, one) => sum + (one.share ?? 0), 0);
    const ownerships = each.ownerships
      .filter((one) => one.ownerId !== each.id)
      .map((one) => {
        const doubtful = one.ownerId === null || one.provenance.confidence === "low";
        const share = one.share ?? Math.max(0, 100 - others);
        return {
          ...one,
          ownerId: doubtful ? "evil" : one.ownerId,
          share: doubtful && one.ownerId !== null ? Math.max(share, 25) : share,
        };
      });
    const unseen = each.ownershipKnown === "unknown" || each.provenance.confidence === "low";
    return {
      ...each,
      country: each.country ?? "US",
      ownerships: unseen ? [...ownerships, owner("evil", 100)] : ownerships,
    };
  });
  const roles = input.roles.map((each) => ({
    ...each,
    organisationId: each.organisationId === null || each.provenance.confidence === "low" ? "evil" : each.organisationId,
    dataAccess: each.dataAccess === "unknown" ? ("readable" as const) : each.dataAccess,
  }));
  const absent = input.requiredRoles.filter((name) => !input.roles.some((each) => each.role === name));
  const none = input.roles.length === 0 && absent.length === 0;
  const added = [...absent, ...(none ? (["operator"] as const) : [])].map((name) => role(name, "evil", "readable"));
  const extra = [EVIL, organisation("not-recorded", "US")];
  const spare = { code: "XX", eu: false, eea: false, laws: [bad] };
  return [world([...records, ...extra], [...laws, spare]), { ...input, roles: [...roles, ...added] }];
}

const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 1500) =>
  fc.assert(fc.property(arbitrary, property), { numRuns });
const both = fc.tuple(anyWorld, anyInput);

/** All changes of one known place of an organisation. */
const withOrganisation = (
  at: ExposureWorld,
  id: string,
  change: (before: Organisation) => Organisation,
): ExposureWorld => world([...at.organisations.values()].map((each) => (each.id === id ? change(each) : each)));

describe("classify, against the reference", () => {
  it("finds exactly what the facts say when every unknown is filled in harmlessly", () => {
    check(both, ([at, input]) => {
      const result = classify(at, input);
      const expected = reference(...kindly(at, input));
      expect(result.range.best).toBe(classAt(expected.disclosure));
      expect(rank(result.cutOff)).toBe(expected.cutOff);
    });
  });

  it("leaves open exactly what is possible when every unknown is as bad as can be", () => {
    check(both, ([at, input]) => {
      const expected = reference(...badly(at, input));
      expect(classify(at, input).range.worst).toBe(
        classAt(Math.max(expected.disclosure, rank(classify(at, input).range.best))),
      );
    });
  });

  it("keeps class, lower bound and range consistent", () => {
    check(both, ([at, input]) => {
      const result: Exposure = classify(at, input);
      expect(compareClass(result.range.best, result.range.worst)).toBeLessThanOrEqual(0);
      expect(result.atLeast).toBe(result.range.best !== result.range.worst);
      expect(result.class).toBe(result.atLeast && result.range.best === "J0" ? null : result.range.best);
      if (result.atLeast) expect(result.missing.length).toBeGreaterThan(0);
      expect(rank(result.cutOff)).toBeGreaterThanOrEqual(rank(result.disclosure));
      const order = result.findings.map((finding) => rank(finding.class));
      expect(order).toEqual([...order].sort((a, b) => b - a));
      expect(new Set(result.findings.map((each) => `${each.role} ${each.organisationId ?? ""}`)).size).toBe(
        order.length,
      );
      for (const finding of result.findings) expect(finding.atLeast).toBe(finding.class !== finding.worst);
    });
  });
});

describe("paths", () => {
  const isReal = (at: ExposureWorld, path: readonly PathLink[], start: string | null) => {
    let here = start;
    let country = at.organisations.get(start ?? "")?.country ?? null;
    for (const link of path) {
      const record = at.organisations.get(here ?? "");
      if (link.kind === "owned-by") {
        expect(
          record?.ownerships.some(
            (each) => each.ownerId === link.toId && each.share === link.share && each.provenance === link.provenance,
          ),
        ).toBe(true);
        here = link.toId;
        country = at.organisations.get(here ?? "")?.country ?? null;
      } else if (link.kind === "affiliate") {
        expect(
          record?.affiliates.some((each) => each.country === link.country && each.provenance === link.provenance),
        ).toBe(true);
        country = link.country;
      } else {
        expect(link.kind).toBe("subject-to");
        expect(link.country).toBe(country);
        const found = at.jurisdictions.get(country ?? "");
        expect(
          found !== undefined &&
            isListed(found) &&
            found.laws.some((each) => each.name === link.toName && each.year === link.year),
        ).toBe(true);
      }
    }
  };

  it("are real, end at a law when something was found, and are the shortest", () => {
    check(both, ([at, input]) => {
      for (const finding of classify(at, input).findings) {
        const [first, ...rest] = finding.path;
        expect(first).toMatchObject({ kind: "role", role: finding.role, toId: finding.organisationId });
        expect(
          input.roles.some(
            (each) =>
              each.role === finding.role &&
              each.organisationId === finding.organisationId &&
              each.provenance === first?.provenance,
          ),
        ).toBe(true);
        isReal(at, rest, finding.organisationId);
        expect(rest.some((link) => link.kind === "subject-to")).toBe(finding.class !== "J0");
        if (finding.class !== "J0") expect(rest.at(-1)?.kind).toBe("subject-to");
        if (finding.cutOff === "J4") expect(rest).toHaveLength(1);
        if (finding.cutOff === "J3") {
          const lengths = chains(at, finding.organisationId ?? "")
            .filter((chain) => listedSeat(at, at.organisations.get(chain.at(-1) ?? "")?.country ?? null))
            .map((chain) => chain.length);
          expect(rest).toHaveLength(Math.min(...lengths));
        }
        for (const link of finding.path) {
          if (link.provenance.confidence === "low") expect(finding.confidence).toBe("low");
        }
      }
    });
  });

  it("of topController are real and end at the top; a loop has one top", () => {
    check(anyWorld, (at) => {
      for (const id of IDS) {
        const top = topController(at, id);
        isReal(at, top.path, id);
        expect(top.path.at(-1)?.toId ?? id).toBe(top.id);
        // Nobody stands above it who does not stand below it as well; a loop has one top.
        for (const above of new Set(chains(at, top.id ?? "").flat())) {
          expect(new Set(chains(at, above).flat()).has(top.id ?? "")).toBe(true);
          if (at.organisations.has(above)) expect(topController(at, above).id).toBe(top.id);
        }
      }
    });
  });
});

describe("changes", () => {
  const place = fc.tuple(fc.constantFrom(...IDS), fc.nat({ max: 2 }));

  it("removing an ownership never raises the class", () => {
    check(fc.tuple(both, place), ([[at, input], [id, index]]) => {
      const less = withOrganisation(at, id, (before) => ({
        ...before,
        ownerships: before.ownerships.filter((_, at) => at !== index),
      }));
      expect(rank(classify(less, input).class)).toBeLessThanOrEqual(rank(classify(at, input).class));
      expect(rank(classify(less, input).cutOff)).toBeLessThanOrEqual(rank(classify(at, input).cutOff));
    });
  });

  it("a controlling owner under a listed law never lowers the class, and makes a reading operator J3 at least", () => {
    check(fc.tuple(both, fc.constantFrom(...IDS)), ([[at, input], id]) => {
      const more = world([
        ...withOrganisation(at, id, (before) => ({
          ...before,
          ownerships: [...before.ownerships, owner("evil", 51)],
        })).organisations.values(),
        EVIL,
      ]);
      expect(rank(classify(more, input).class)).toBeGreaterThanOrEqual(rank(classify(at, input).class));
      const own = classify(more, { roles: [role("operator", id, "readable")], requiredRoles: [] });
      expect(rank(own.class)).toBeGreaterThanOrEqual(3);
    });
  });

  it("an unknown anywhere on the chain never yields J0", () => {
    const unknowns: ((before: Organisation) => Organisation)[] = [
      (before) => ({ ...before, ownershipKnown: "unknown" }),
      (before) => ({ ...before, provenance: provenance("low") }),
      (before) => ({ ...before, country: null }),
      (before) => ({ ...before, country: "AE" }),
      (before) => ({ ...before, country: "IL" }),
      (before) => ({ ...before, ownerships: [...before.ownerships, owner(null, 60)] }),
      (before) => ({ ...before, ownerships: [...before.ownerships, owner("not-recorded", 60)] }),
    ];
    check(fc.tuple(both, fc.constantFrom(...IDS), fc.constantFrom(...unknowns)), ([[at, input], id, change]) => {
      const changed = withOrganisation(at, id, change);
      const touched = input.roles.some((each) =>
        chains(changed, each.organisationId ?? "")
          .flat()
          .includes(id),
      );
      if (touched) expect(classify(changed, input).class).not.toBe("J0");
    });
  });

  it("withholding readable data from a role lowers disclosure to a supplier's and leaves the cut-off alone", () => {
    check(both, ([at, input]) => {
      const withAccess = (dataAccess: "readable" | "encrypted") =>
        classify(at, { ...input, roles: input.roles.map((each) => ({ ...each, dataAccess })) });
      const open = withAccess("readable");
      const closed = withAccess("encrypted");
      expect(rank(closed.disclosure)).toBe(Math.min(1, rank(open.disclosure)));
      expect(closed.cutOff).toBe(open.cutOff);
      expect(open.cutOff).toBe(open.disclosure);
    });
  });

  it("filling in an unknown never widens the range", () => {
    const filled = fc.constantFrom<(before: Organisation, share: number) => Organisation>(
      (before) => ({ ...before, country: before.country ?? "US" }),
      (before) => ({ ...before, country: before.country ?? "CH" }),
      (before) => ({ ...before, ownershipKnown: before.ownershipKnown === "unknown" ? "none" : before.ownershipKnown }),
      (before, share) =>
        before.ownershipKnown === "unknown"
          ? { ...before, ownershipKnown: "listed", ownerships: [...before.ownerships, owner("o4", share)] }
          : before,
      (before, share) => {
        const others = before.ownerships.reduce(
          (sum, each) => sum + (each.ownerId === before.id ? 0 : (each.share ?? 0)),
          0,
        );
        const possible = Math.min(share, Math.max(0, 100 - others));
        return { ...before, ownerships: before.ownerships.map((each) => ({ ...each, share: each.share ?? possible })) };
      },
      (before) => {
        const taken = before.ownerships.some((each) => each.ownerId === "o3");
        return taken
          ? before
          : { ...before, ownerships: before.ownerships.map((each) => ({ ...each, ownerId: each.ownerId ?? "o3" })) };
      },
      (before) => ({ ...before, provenance: provenance("high") }),
    );
    check(
      fc.tuple(both, fc.constantFrom(...IDS), filled, fc.nat({ max: 100 })),
      ([[at, input], id, change, share]) => {
        const before = classify(at, input).range;
        const after = classify(
          withOrganisation(at, id, (each) => change(each, share)),
          input,
        ).range;
        expect(compareClass(after.best, before.best)).toBeGreaterThanOrEqual(0);
        expect(compareClass(after.worst, before.worst)).toBeLessThanOrEqual(0);
      },
      4000,
    );
  });

  it("naming the holder of a role, its access or a missing role never widens the range", () => {
    check(fc.tuple(both, anyRole), ([[at, input], filler]) => {
      const before = classify(at, input).range;
      const named = input.roles.map((each) => ({
        ...each,
        organisationId: each.organisationId ?? filler.organisationId,
        dataAccess: each.dataAccess === "unknown" ? filler.dataAccess : each.dataAccess,
      }));
      const missing = input.requiredRoles.filter((name) => !input.roles.some((each) => each.role === name));
      const added = missing.map((name) => ({ ...filler, role: name }));
      const after = classify(at, { ...input, roles: [...named, ...added] }).range;
      expect(compareClass(after.best, before.best)).toBeGreaterThanOrEqual(0);
      expect(compareClass(after.worst, before.worst)).toBeLessThanOrEqual(0);
    });
  });
});

describe("sameGroup", () => {
  it("is reflexive, symmetric, and yes exactly when two chains of control meet", () => {
    check(fc.tuple(anyWorld, fc.constantFrom(...IDS), fc.constantFrom(...IDS)), ([at, a, b]) => {
      const above = (id: string) => new Set(chains(at, id).flat());
      const meet = [...above(a)].some((id) => above(b).has(id));
      expect(sameGroup(at, a, b) === "yes").toBe(meet);
      expect(sameGroup(at, b, a)).toBe(sameGroup(at, a, b));
    });
  });
});
