import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkMethod } from "../engine";
import { outputOf } from "../testing";
import { clausesFromShares, secNumCloud, type Share, type SharesInput } from "./index";

const outside = (...percents: readonly number[]): Share[] =>
  percents.map((percent, index) => ({ holder: `Holder ${index}`, percent, inEu: false }));
const owned = (shares: readonly Share[] | null, change: Partial<SharesInput> = {}): SharesInput => ({
  seatInEu: true,
  shares,
  vetoOrAppointmentRight: false,
  ...change,
});
const level = (ownership: SharesInput): string | null =>
  outputOf(secNumCloud, clausesFromShares(ownership).answers, "pass").result?.level ?? null;
const share = (percent: number | null, inEu: boolean | null, holder: string | null = "A"): Share => ({
  holder,
  percent,
  inEu,
});

describe("secnumcloud-19.6@3.2", () => {
  it("is sound and meets its worked examples", () => {
    expect(checkMethod(secNumCloud)).toEqual([]);
  });

  it.each([
    ["24 %, 39 % in total", owned(outside(24, 15)), "pass", []],
    ["25 %, 25 % in total", owned(outside(25)), "fail", ["single-share"]],
    ["20 % twice, 40 % in total", owned(outside(20, 20)), "fail", ["total-share"]],
    ["13 % three times, 39 % in total", owned(outside(13, 13, 13)), "pass", []],
    ["seat in the US", owned(outside(1), { seatInEu: false }), "fail", ["seat"]],
    ["veto right", owned(outside(5), { vetoOrAppointmentRight: true }), "fail", ["control-right"]],
    ["nobody from outside", owned([share(100, true)]), "pass", []],
  ])("test vector: %s", (_, ownership, wanted, failing) => {
    expect(level(ownership)).toBe(wanted);
    expect(clausesFromShares(ownership).failing).toEqual(failing);
  });
});

describe("clausesFromShares", () => {
  it("adds up the shares of one holder, however its name is spelt", () => {
    const got = clausesFromShares(
      owned([share(15, false, "Acme Corp"), share(10, null, " acme  corp "), share(75, true, "Stadt")]),
    );
    expect(got.largest).toEqual({ holder: "Acme Corp", percent: 25 });
    expect(got.answers["single-share"]).toBe("no");
    expect(got).toMatchObject({ total: 25, unlisted: 0, failing: ["single-share"] });
  });

  it("is not misled by binary fractions", () => {
    expect(
      clausesFromShares(owned([share(7.9, false), share(8.1, false), share(8, false)])).answers["single-share"],
    ).toBe("yes");
    expect(clausesFromShares(owned(outside(13.1, 12.9, 12.7, 0.3))).answers["total-share"]).toBe("yes");
    expect(clausesFromShares(owned(outside(24.001))).failing).toEqual(["single-share"]);
  });

  it("knows nothing from nothing", () => {
    const got = clausesFromShares({ seatInEu: null, shares: null, vetoOrAppointmentRight: null });
    expect(new Set(Object.values(got.answers))).toEqual(new Set(["unknown"]));
    expect(got).toMatchObject({ largest: null, total: 0, unlisted: 100, failing: [] });
    expect(level({ seatInEu: null, shares: null, vetoOrAppointmentRight: null })).toBeNull();
  });

  it("takes an empty list as a statement, and shows that nothing is listed", () => {
    expect(clausesFromShares(owned([]))).toMatchObject({
      answers: { "single-share": "yes", "total-share": "yes" },
      unlisted: 100,
    });
  });

  it.each([
    ["no percentage, outside the EU", [share(null, false)], "unknown", "unknown"],
    ["no percentage, seat not known", [share(null, null)], "unknown", "unknown"],
    ["no percentage, in the EU", [share(null, true)], "yes", "yes"],
    ["seat not known, too small to matter", [share(20, null)], "yes", "yes"],
    ["seat not known, could exceed one cap", [share(30, null)], "unknown", "yes"],
    ["seat not known, could exceed both", [share(60, null)], "unknown", "unknown"],
    ["already failed, whatever the rest", [share(40, false), share(null, null, "B")], "no", "no"],
    ["sum could exceed", [share(20, false), share(20, null, "B")], "yes", "unknown"],
    ["two without a name may be one", [share(13, false, null), share(13, false, " ")], "unknown", "yes"],
    ["one without a name may be a named one", [share(20, false), share(10, false, null)], "unknown", "yes"],
    ["seat contradicts itself", [share(20, false), share(10, true)], "unknown", "yes"],
    ["an impossible percentage counts as not known", [share(-5, false)], "unknown", "unknown"],
  ])("leaves open what is not certain: %s", (_, shares, single, total) => {
    const { answers } = clausesFromShares(owned(shares));
    expect([answers["single-share"], answers["total-share"]]).toEqual([single, total]);
  });

  it("never answers what a later finding could overturn", () => {
    const anyShare = fc.record({
      holder: fc.constantFrom("A", "B", "C"),
      percent: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
      inEu: fc.option(fc.boolean(), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.array(anyShare, { maxLength: 5 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 30 })),
        fc.infiniteStream(fc.boolean()),
        (shares, percents, seats) => {
          const before = clausesFromShares(owned(shares));
          // One seat for each holder, as it is in the world; a contradiction in the list is settled either way.
          const seat = new Map(["A", "B", "C"].map((holder) => [holder, seats.next().value === true]));
          for (const holder of seat.keys()) {
            const said = new Set(
              shares.filter((one) => one.holder === holder && one.inEu !== null).map(({ inEu }) => inEu),
            );
            if (said.size === 1) seat.set(holder, said.has(true));
          }
          const found = shares.map((one) => ({
            ...one,
            percent: one.percent ?? Number(percents.next().value),
            inEu: seat.get(one.holder) ?? false,
          }));
          const after = clausesFromShares(owned(found));
          for (const clause of ["single-share", "total-share"]) {
            expect(after.answers[clause]).not.toBe("unknown");
            if (before.answers[clause] !== "unknown") expect(after.answers[clause]).toBe(before.answers[clause]);
          }
          // The rule itself, apart from the code under test.
          const byHolder = ["A", "B", "C"].map((holder) =>
            found.filter((one) => one.holder === holder && !one.inEu).reduce((sum, one) => sum + one.percent, 0),
          );
          expect(after.answers["single-share"]).toBe(Math.max(...byHolder) > 24 ? "no" : "yes");
          expect(after.answers["total-share"]).toBe(byHolder.reduce((a, b) => a + b, 0) > 39 ? "no" : "yes");
        },
      ),
    );
  });
});

describe("problems of the shares", () => {
  const problemsOf = (shares: readonly Share[] | null) =>
    clausesFromShares(owned(shares)).problems.map(({ path, problem, value }) => [path, problem, value]);

  it("finds nothing in what is right or merely not known", () => {
    expect(clausesFromShares({}).problems).toEqual([]);
    expect(problemsOf(null)).toEqual([]);
    expect(problemsOf([])).toEqual([]);
    const rounded = [share(33.4, false), share(33.3, true, "B"), share(33.4, null, "C"), share(null, null, "D")];
    expect(problemsOf(rounded)).toEqual([]);
  });

  it("names each fault with its place", () => {
    expect(problemsOf([share(120, false), share(-1, true, "B"), share(NaN, true, "C"), share(5, true, " ")])).toEqual([
      ["shares[0].percent", "percent-invalid", "120"],
      ["shares[1].percent", "percent-invalid", "-1"],
      ["shares[2].percent", "percent-invalid", "NaN"],
      ["shares[3].holder", "holder-missing", " "],
    ]);
    expect(problemsOf([share(60, true, "A"), share(41, true, "B")])).toEqual([["shares", "sum-above-100", "101"]]);
    expect(problemsOf([share(10, true, "A"), share(10, false, "a")])).toEqual([
      ["shares[0].inEu", "seat-contradicts", "A"],
    ]);
  });

  it("takes anything a file may hold, answers nothing from it and says what is wrong", () => {
    const foreign = (value: unknown) => clausesFromShares(value as SharesInput);
    const odd = foreign({
      seatInEu: "yes",
      shares: [null, 7, { holder: 1, percent: "30", inEu: "no" }],
      vetoOrAppointmentRight: 0,
    });
    expect(new Set(Object.values(odd.answers))).toEqual(new Set(["unknown"]));
    expect(odd.problems.map(({ path }) => path)).toEqual([
      "seatInEu",
      "vetoOrAppointmentRight",
      "shares[0]",
      "shares[1]",
      "shares[2].holder",
      "shares[2].percent",
      "shares[2].inEu",
    ]);
    expect(foreign({ shares: "all" }).problems.map(({ problem }) => problem)).toEqual(["not-a-list"]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const got = foreign({ seatInEu: true, shares: value, vetoOrAppointmentRight: false });
        const isList = Array.isArray(value);
        if (value !== null && !isList) expect(got.problems).toHaveLength(1);
        if (!isList) expect(got.answers["total-share"]).toBe("unknown");
        else if (value.length > 0) expect(got.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
