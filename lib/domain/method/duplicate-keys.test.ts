import fc from "fast-check";
import { expect, it } from "vitest";
import { duplicateKeys } from "./duplicate-keys";

it("finds names that stand twice in one object, with their place", () => {
  expect(duplicateKeys('{"a":1,"b":{"c":[{"d":1},{"d":1,"d":2}]},"a":3}')).toEqual(["b.c[1].d", "a"]);
  expect(duplicateKeys('{"\\u0061":1,"a":2}')).toEqual(["a"]);
  expect(duplicateKeys(`{"a"${" ".repeat(500)}:1,"a"\n:2}`)).toEqual(["a"]);
});
it("does not mistake values, brackets in texts or the same name in other objects", () => {
  expect(duplicateKeys('{"a":"a","b":["a","a",{"a":"{\\"a\\":1,"}],"c":{"a":1}}')).toEqual([]);
});
it("finds nothing in what JSON.stringify has written, and every name that is written again", () => {
  fc.assert(fc.property(fc.json({ maxDepth: 4 }), (text) => duplicateKeys(text).length === 0));
  const named = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
  fc.assert(
    fc.property(named, (object) => {
      const again = Object.keys(object)[0] ?? "";
      const text = `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(again)}:1}`;
      return duplicateKeys(text).length === 1 && `.${again}`.endsWith(duplicateKeys(text)[0] ?? "?");
    }),
  );
});
