import fc from "fast-check";
import { expect, test } from "vitest";
import { methods } from "../method/registry";
import { anyAnswers } from "../method/testing";
import type { Answers, Method } from "../method/types";
import { agreementOf } from "./agreement";

const given = (answers: Answers) => Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }]));

test.each(methods.map((method) => [method.ref, method] as const))(
  "%s: agreement counts each criterion once, the same from both sides",
  (_, method: Method) => {
    fc.assert(
      fc.property(anyAnswers(method), anyAnswers(method), (a, b) => {
        const found = agreementOf(method, given(a), given(b));
        expect(found.criteria.map(({ criterion }) => criterion)).toEqual(method.criteria.map(({ id }) => id));
        expect(found.both).toBe(method.criteria.filter(({ id }) => a[id] !== undefined && b[id] !== undefined).length);
        expect(found.same).toBe(method.criteria.filter(({ id }) => a[id] !== undefined && a[id] === b[id]).length);
        const turned = agreementOf(method, given(b), given(a));
        expect([turned.both, turned.same]).toEqual([found.both, found.same]);
        const own = agreementOf(method, given(a), given(a));
        expect(own.same).toBe(own.both);
      }),
      { numRuns: 50 },
    );
  },
);
