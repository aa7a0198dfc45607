import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyFrom } from "../profile/policy";
import type { AssignableService, Assessor } from "./distribute";
import { planAssignments, reaches } from "./distribute";
import { groupEffect } from "./group";
import { reviewDueOn, reviewMonths } from "./review";
import { assignmentState, progressState } from "./state";

const TODAY = "2026-11-25";
const dates = (dueOn: string, rest: { done?: boolean; withdrawn?: boolean } = {}) => ({
  dueOn,
  done: rest.done ?? false,
  withdrawn: rest.withdrawn ?? false,
});

describe("state of an assignment", () => {
  it.each([
    ["2026-11-24", "overdue"],
    ["2026-11-25", "due-soon"],
    ["2026-12-02", "due-soon"],
    ["2026-12-03", "open"],
  ])("due on %s is %s", (day, state) => {
    expect(assignmentState(dates(day), TODAY)).toBe(state);
    expect(progressState(dates(day), "draft", TODAY)).toBe(state);
  });
  it("is done or withdrawn whatever the day, and withdrawn before done", () => {
    expect(assignmentState(dates("2020-01-01", { done: true }), TODAY)).toBe("done");
    expect(assignmentState(dates("2020-01-01", { done: true, withdrawn: true }), TODAY)).toBe("withdrawn");
    expect(progressState(dates("2020-01-01", { withdrawn: true }), "approved", TODAY)).toBeNull();
  });
  it("when done is as far as its assessment", () => {
    const done = dates("2020-01-01", { done: true });
    expect(["submitted", "approved", "draft", null].map((state) => progressState(done, state, TODAY))).toEqual([
      "submitted",
      "approved",
      "again",
      "again",
    ]);
  });
});

describe("review", () => {
  it("takes the interval of the policy, and no stated need like a normal one", () => {
    const policy = policyFrom({ normal: { reviewMonths: 6 }, high: {}, "very-high": { reviewMonths: 3 } });
    expect([null, "normal", "high", "very-high"].map((need) => reviewMonths(policy, need as null))).toEqual([
      6, 6, 12, 3,
    ]);
  });
  it("counts from the later of approval and confirmation", () => {
    expect(reviewDueOn("2024-11-30", null, 3)).toBe("2025-02-28");
    expect(reviewDueOn("2024-01-01", "2025-06-15", 12)).toBe("2026-06-15");
    expect(reviewDueOn("2025-06-15", "2024-01-01", 12)).toBe("2026-06-15");
  });
});

const service = (id: string, rest: Partial<AssignableService> = {}): AssignableService => ({
  id,
  name: id,
  departmentId: "d0",
  retired: false,
  assessment: null,
  assignedTo: [],
  ...rest,
});
const OWNERS = { target: { kind: "owners" } as const, alsoAssigned: false, alsoApproved: false };

describe("distribution", () => {
  it("gives 194 services to twelve owners of six departments, nobody more than one more than another of the department", () => {
    const people: Assessor[] = Array.from({ length: 12 }, (_, i) => ({
      userId: `u${i}`,
      name: `u${i}`,
      departments: [`d${i % 6}`],
    }));
    const services = Array.from({ length: 194 }, (_, i) => service(`s${i}`, { departmentId: `d${i % 6}` }));
    const plan = planAssignments(services, people, OWNERS);
    expect(plan.assigned).toHaveLength(194);
    const load = people.map(({ userId }) => plan.assigned.filter((each) => each.userId === userId).length);
    expect(Math.min(...load)).toBe(16);
    expect(Math.max(...load)).toBe(17);
  });

  const anyService = fc.record({
    department: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
    retired: fc.boolean(),
    assessment: fc.constantFrom(null, "draft", "submitted", "approved"),
    assignedTo: fc.subarray(["u0", "u1", "u2", "u3", "x"]),
  });
  const anyPeople = fc.array(fc.option(fc.subarray(["d0", "d1", "d2", "d3"], { minLength: 1 }), { nil: null }), {
    minLength: 1,
    maxLength: 5,
  });

  it("puts every service into exactly one list, and asks only people who reach it, once", () => {
    fc.assert(
      fc.property(
        fc.array(anyService, { maxLength: 60 }),
        anyPeople,
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.nat(4), { nil: null }),
        (given, reach, alsoAssigned, alsoApproved, person) => {
          const services = given.map((each, i) =>
            service(`s${i}`, { ...each, departmentId: each.department === null ? null : `d${each.department}` }),
          );
          const people = reach.map((departments, i): Assessor => ({
            userId: `u${i}`,
            name: `u${i}`,
            departments: departments ?? "all",
          }));
          const target = person === null ? OWNERS.target : ({ kind: "person", userId: `u${person}` } as const);
          const plan = planAssignments(services, people, { target, alsoAssigned, alsoApproved });
          const all = [...plan.assigned, ...plan.skipped, ...plan.nobody].map((each) => each.service.id);
          expect([...all].sort()).toEqual(services.map(({ id }) => id).sort());
          for (const { service: each, userId } of plan.assigned) {
            const found = people.find((p) => p.userId === userId);
            expect(found !== undefined && reaches(found, each.departmentId)).toBe(true);
            expect(each.assignedTo).not.toContain(userId);
            expect(each.retired || each.assessment === "submitted").toBe(false);
            if (!alsoApproved) expect(each.assessment).not.toBe("approved");
            if (!alsoAssigned) expect(each.assignedTo).toEqual([]);
            if (target.kind === "owners") expect(found?.departments).not.toBe("all");
          }
        },
      ),
    );
  });

  it("is even inside a department whose owners have no other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 7 }), (count, owners) => {
        const people = Array.from({ length: owners }, (_, i): Assessor => ({
          userId: `u${i}`,
          name: "",
          departments: ["d0"],
        }));
        const plan = planAssignments(
          Array.from({ length: count }, (_, i) => service(`s${i}`)),
          people,
          OWNERS,
        );
        const load = people.map((p) => plan.assigned.filter((each) => each.userId === p.userId).length);
        expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("says why nobody can be given a service", () => {
    const plan = planAssignments(
      [service("a", { departmentId: null }), service("b", { departmentId: "d9" }), service("c", { retired: true })],
      [{ userId: "u", name: "u", departments: ["d0"] }],
      OWNERS,
    );
    expect(plan.nobody.map(({ reason }) => reason)).toEqual(["no-department", "no-owner", "retired"]);
    const person = planAssignments(
      [service("a", { departmentId: "d1" })],
      [{ userId: "u", name: "u", departments: ["d0"] }],
      { ...OWNERS, target: { kind: "person", userId: "u" } },
    );
    expect(person.nobody.map(({ reason }) => reason)).toEqual(["out-of-reach"]);
  });
});

describe("answers for a group", () => {
  const base = { reachable: true, retired: false, state: null, answers: {}, derived: [] };
  const yes = { sup: { value: "yes" }, os: { value: "no" } };
  it("fills what is open and leaves what facts or people say", () => {
    const effect = groupEffect({ ...base, answers: { sup: { value: "no" } }, derived: ["api"] }, yes, "open");
    expect(effect).toEqual({
      effect: "changed",
      criteria: ["os"],
      answers: { sup: { value: "no" }, os: { value: "no" } },
    });
    expect(groupEffect({ ...base, derived: ["sup", "os"] }, yes, "open")).toEqual({ effect: "unchanged" });
  });
  it("replaces only when asked to, and calls equal answers unchanged", () => {
    const now = { sup: { value: "no", note: "so" }, api: { value: "yes" } };
    expect(groupEffect({ ...base, answers: now, derived: ["os"] }, yes, "all")).toEqual({
      effect: "changed",
      criteria: ["sup", "os"],
      answers: { ...yes, api: { value: "yes" } },
    });
    expect(groupEffect({ ...base, answers: yes }, yes, "all")).toEqual({ effect: "unchanged" });
  });
  it("never touches another department's, a submitted, an approved or a retired one", () => {
    for (const mode of ["open", "all"] as const) {
      expect(groupEffect({ ...base, reachable: false }, yes, mode)).toMatchObject({ reason: "other-department" });
      expect(groupEffect({ ...base, retired: true }, yes, mode)).toMatchObject({ reason: "retired" });
      for (const state of ["submitted", "approved"])
        expect(groupEffect({ ...base, state }, yes, mode)).toMatchObject({ effect: "refused", reason: state });
    }
  });
});
