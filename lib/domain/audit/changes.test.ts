import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldChanges } from "./changes";

describe("fieldChanges", () => {
  it("reads creations, changes and removals", () => {
    expect(fieldChanges(null, { name: "IT", users: 0 })).toEqual([
      { field: "name", before: null, after: "IT" },
      { field: "users", before: null, after: 0 },
    ]);
    expect(fieldChanges({ name: "IT" }, null)).toEqual([{ field: "name", before: "IT", after: null }]);
    expect(fieldChanges({ name: "IT", demo: false }, { name: "Amt für IT", demo: false })).toEqual([
      { field: "name", before: "IT", after: "Amt für IT" },
    ]);
  });
  it("opens groups by path, keeps lists together and reads an empty value as nothing", () => {
    expect(
      fieldChanges(
        { policy: { high: { munich: 3 } } },
        { policy: { high: { munich: 2 } }, ids: ["a", "b"], note: null },
      ),
    ).toEqual([
      { field: "policy.high.munich", before: 3, after: 2 },
      { field: "ids", before: null, after: ["a", "b"] },
    ]);
  });
  it("says records in a list by their words, and tells apart what their ids alone tell apart", () => {
    const maker = { role: "maker", id: "microsoft", name: "Microsoft", dataAccess: "none", location: null };
    expect(fieldChanges({ roles: [] }, { roles: [maker] })).toEqual([
      { field: "roles", before: [], after: ["maker, Microsoft, none"] },
    ]);
    expect(fieldChanges({ roles: [maker] }, { roles: [{ ...maker, id: "other" }] })).toHaveLength(1);
  });
  it("takes whatever JSON holds, and never reports a field that is equal on both sides", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        for (const change of fieldChanges(before, after)) {
          expect(before, change.field).not.toEqual(after);
        }
        expect(fieldChanges(before, before)).toEqual([]);
      }),
    );
  });
});
