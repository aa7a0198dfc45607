import { expect, it } from "vitest";
import { evidenceCriteria } from "./criteria";

const text = (de: string) => ({ de, en: de });
const method = (version: string, criteria: readonly string[], unit: "service" | "city" = "service") => ({
  id: "m",
  version,
  name: text(`M ${version}`),
  unit,
  criteria: criteria.map((id) => ({ id, text: text(`${id} ${version}`), options: [] })),
});

it("names a criterion by the latest version that has it, in any order, and leaves out what scores no service", () => {
  const older = method("2025-10", ["a", "b"]);
  const newer = method("2026-06", ["b", "c"]);
  for (const methods of [
    [older, newer],
    [newer, older],
  ]) {
    const found = evidenceCriteria([...methods, method("2027-01", ["c", "d"], "city")]);
    expect(found.map((each) => each.text.de).sort()).toEqual(["a 2025-10", "b 2026-06", "c 2026-06"]);
    expect(found.every((each) => each.methodId === "m" && !("version" in each))).toBe(true);
  }
});
