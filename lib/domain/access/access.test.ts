import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Actor, Grant, Refusal } from "./authorise";
import type { Role } from "./permissions";
import { authorise, isGrant, outOfReach, ownAssessment } from "./authorise";
import { isWrite, PERMISSION_NAMES, reachOf, ROLES } from "./permissions";

/**
 * Written out by hand, on purpose not derived from the table: a changed right must be changed here too.
 * x = whole city, d = own departments, · = no. Columns: administrator strategist service-owner approver auditor viewer
 */
const MATRIX = `
  service.read        x x x x x x
  service.create      x x d · · ·
  service.update      x x d · · ·
  service.retire      x x d · · ·
  service.import      x x · · · ·
  import.read         x x · · x ·
  import.undo         x x · · · ·
  catalogue.read      x x x x x x
  catalogue.correct   x x · · · ·
  assessment.read     x x x x x x
  assessment.write    x x d · · ·
  assessment.submit   x x d · · ·
  assessment.approve  x · · x · ·
  assessment.assign   x x · · · ·
  evidence.read       x x x x x ·
  evidence.write      x x d · · ·
  gap.accept          x · · x · ·
  method.manage       x x · · · ·
  strategy.read       x x x x x x
  strategy.write      x x · · · ·
  policy.write        x x · · · ·
  snapshot.read       x x x x x x
  snapshot.create     x x · · · ·
  export.read         x x x x x x
  audit.read          x · · · x ·
  user.read           x · · · x ·
  user.manage         x · · · · ·
  department.manage   x · · · · ·
  city.manage         x · · · · ·
  demo.manage         x · · · · ·
`;

const actor = (role: Role, departmentIds: readonly string[] = ["bau"]): Actor => ({
  userId: "u1",
  cityId: "c1",
  role,
  departmentIds,
});

function granted<P extends Parameters<typeof authorise>[1]>(result: Grant<P> | Refusal): Grant<P> {
  if (result.refused) throw new Error(`refused: ${result.code}`);
  return result;
}

describe("who may do what", () => {
  const rows = MATRIX.trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));

  it("lists every permission and every role once", () => {
    expect(rows.map(([permission]) => permission)).toEqual([...PERMISSION_NAMES]);
    for (const cells of rows) expect(cells).toHaveLength(1 + ROLES.length);
  });

  it.each(rows.map(([permission = "", ...cells]) => ({ permission, cells })))(
    "$permission",
    ({ permission, cells }) => {
      const found = ROLES.map((role) => {
        const reach = reachOf(role, permission);
        return reach === "city" ? "x" : reach === "own-departments" ? "d" : "·";
      });
      expect(found).toEqual(cells);
    },
  );

  it("never lets auditor or viewer write, and calls every permission that is not reading a write", () => {
    for (const permission of PERMISSION_NAMES) {
      expect(isWrite(permission)).toBe(!permission.endsWith(".read"));
      for (const role of ["auditor", "viewer"] as const) {
        if (isWrite(permission)) expect(authorise(actor(role), permission).refused).toBe(true);
      }
      if (!isWrite(permission)) expect(authorise(actor("auditor"), permission).refused).toBe(false);
    }
  });

  it("knows no other roles or permissions, whatever they are called", () => {
    const odd = fc.oneof(fc.string(), fc.constantFrom("constructor", "toString", "__proto__", "hasOwnProperty"));
    fc.assert(
      fc.property(odd, odd, (role, permission) => {
        expect(reachOf(role, "service.read")).toBe((ROLES as readonly string[]).includes(role) ? "city" : null);
        expect(reachOf("administrator", permission)).toBe(
          (PERMISSION_NAMES as readonly string[]).includes(permission) ? "city" : null,
        );
      }),
    );
  });
});

describe("a grant", () => {
  it("carries city, user and reach of the actor and nothing else's", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.constantFrom(...PERMISSION_NAMES),
        fc.array(fc.string(), { maxLength: 3 }),
        (role, permission, departmentIds) => {
          const result = authorise(actor(role, departmentIds), permission);
          const reach = reachOf(role, permission);
          if (reach === null) expect(result).toEqual({ refused: true, code: "forbidden", permission });
          else if (reach === "own-departments" && departmentIds.length === 0)
            expect(result).toMatchObject({ refused: true, code: "no-department" });
          else
            expect(result).toMatchObject({
              refused: false,
              cityId: "c1",
              userId: "u1",
              role,
              permission,
              departments: reach === "city" ? "all" : departmentIds,
            });
        },
      ),
    );
  });

  it("cannot be forged or changed", () => {
    const grant = granted(authorise(actor("administrator"), "service.update"));
    expect(isGrant(grant)).toBe(true);
    expect(isGrant({ ...grant })).toBe(false);
    expect(isGrant(null)).toBe(false);
    expect(() => Object.assign(grant, { cityId: "c2" })).toThrow(TypeError);

    const demand = (given: Grant<"service.update">): string => given.cityId;
    // @ts-expect-error a copy by spread is no grant
    demand({ ...grant, cityId: "c2" });
    // @ts-expect-error a literal is no grant
    demand({
      refused: false,
      permission: "service.update",
      cityId: "c2",
      userId: "u",
      role: "viewer",
      departments: "all",
    });
    // @ts-expect-error another permission's grant does not fit
    demand(granted(authorise(actor("administrator"), "service.read")));
    expectTypeOf<Grant<"service.update">>().toExtend<Grant>();
  });

  it("is not shared with the list it was made from", () => {
    const departmentIds = ["bau"];
    const grant = granted(authorise(actor("service-owner", departmentIds), "service.update"));
    departmentIds.push("it");
    expect(grant.departments).toEqual(["bau"]);
  });

  it("of a service owner reaches own departments for writing and the city for reading", () => {
    const write = granted(authorise(actor("service-owner", ["bau", "kita"]), "service.update"));
    expect(outOfReach(write, "kita")).toBeNull();
    expect(outOfReach(write, "it")).toMatchObject({ code: "other-department" });
    expect(outOfReach(write, null)).toMatchObject({ code: "other-department" });
    const read = granted(authorise(actor("service-owner", []), "service.read"));
    expect(outOfReach(read, "it")).toBeNull();
    expect(outOfReach(read, null)).toBeNull();
  });

  it("to approve ends at one's own assessment, for administrators too", () => {
    for (const role of ["administrator", "approver"] as const) {
      const grant = granted(authorise(actor(role), "assessment.approve"));
      expect(ownAssessment(grant, { submittedBy: "u1", authors: [] })).toMatchObject({ code: "own-assessment" });
      expect(ownAssessment(grant, { submittedBy: "u2", authors: ["u3", "u1"] })).toMatchObject({
        code: "own-assessment",
      });
      expect(ownAssessment(grant, { submittedBy: "u2", authors: ["u3"] })).toBeNull();
    }
  });
});
