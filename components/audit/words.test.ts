import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { auditWordMessages } from "@/lib/i18n/messages/audit-words";

const source = readdirSync("lib/features", { recursive: true, encoding: "utf8" })
  .filter((file) => /mutations[\w-]*\.ts$/.test(file))
  .map((file) => readFileSync(`lib/features/${file}`, "utf8"))
  .join("\n");
const lines = source.split("\n");
const literals = (text: string) => [...text.matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map((match) => match[1] ?? "");

it("has a word in both languages for every action and subject that is logged", () => {
  const actions = lines.filter((line) => /\baction:|runEntry\(/.test(line)).flatMap(literals);
  const subjects = [...source.matchAll(/subjectType: "([a-z-]+)"/g)].map((match) => match[1] ?? "");
  expect(new Set(actions).size).toBeGreaterThan(30);
  expect(new Set(subjects).size).toBeGreaterThan(8);
  const missing = [...actions.map((id) => `action_${id}`), ...subjects.map((id) => `subject_${id}`)].filter(
    (key) => !(key in auditWordMessages.de) || !(key in auditWordMessages.en),
  );
  expect([...new Set(missing)]).toEqual([]);
});
