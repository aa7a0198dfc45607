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
  it("takes whatever JSON holds, and never reports a field that is equal on both sides", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        for (const change of fieldChanges(before, after)) {
          expect(JSON.stringify(change.before)).not.toBe(JSON.stringify(change.after));
        }
        expect(fieldChanges(before, before)).toEqual([]);
      }),
    );
  });
});
