import { describe, expect, it } from "vitest";
import { causeOf } from "./course";
import type { Frozen, FrozenAnswer } from "./frozen";

const answer = (value: string, origin: FrozenAnswer["origin"]): FrozenAnswer => ({
  value,
  origin,
  note: null,
  reason: { key: "answer.assessed" },
  facts: [],
});
const content = (answers: Frozen["answers"], value = 2, method: Frozen["method"] = "munich-sds@2026-02"): Frozen => ({
  format: 1,
  method,
  service: { id: "s", name: "S" },
  answers,
  outputs: [{ output: "sds", value, level: String(value), range: { best: value, worst: value } }],
});

describe("the course of a method", () => {
  const base = content({ os: answer("no", "derived"), alt: answer("yes", "assessed") });

  it("tells changed facts from changed judgement and from changed rules", () => {
    expect(causeOf(base, base)).toEqual({ real: [], reassessed: [], method: false });
    const facts = content({ os: answer("yes", "derived"), alt: answer("yes", "assessed") }, 1);
    expect(causeOf(base, facts)).toEqual({ real: ["os"], reassessed: [], method: false });
    const judged = content({ os: answer("yes", "assessed"), alt: answer("no", "assessed") }, 5);
    expect(causeOf(base, judged)).toEqual({ real: [], reassessed: ["alt", "os"], method: false });
    expect(causeOf(base, { ...base, outputs: content({}, 3).outputs })).toMatchObject({ method: true });
    expect(causeOf(base, { ...base, method: "munich-sds@2027-01" })).toMatchObject({ method: true });
    expect(causeOf(base, content({ alt: answer("yes", "assessed") }))).toMatchObject({ real: ["os"] });
  });
});
