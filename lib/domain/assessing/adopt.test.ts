import { expect, test } from "vitest";
import { findMethod } from "../method/registry";
import type { Method } from "../method/types";
import { carryOver } from "./adopt";

test("answers go over where the other version has the question and the answer; the rest is named", () => {
  const csf = findMethod("ec-csf@2026-06") as Method;
  const answers = {
    "SOV-1.1": { value: "4", note: "n" },
    "SOV-9.9": { value: "1" },
    "SOV-2.1": { value: "5" },
    "SOV-3.1": { value: "unknown" },
  };
  expect(carryOver(answers, csf)).toEqual({
    answers: { "SOV-1.1": { value: "4", note: "n" }, "SOV-3.1": { value: "unknown" } },
    dropped: ["SOV-9.9", "SOV-2.1"],
  });
});
