import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "./commands";
import { hoheit, hoheitProcess } from "./testing/run";

const folder = mkdtempSync(join(tmpdir(), "hoheit-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A database that does not exist: a command that asks for one fails at once. */
const NO_DATABASE = { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", INIT_CWD: folder };
beforeAll(() => {
  Object.assign(process.env, NO_DATABASE);
});

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const IDS = ["alt", "head", "os", "sup", "api", "dat"] as const;
type Pattern = Record<(typeof IDS)[number], "yes" | "no">;
const PATTERNS = Array.from(
  { length: 64 },
  (_, bits) => Object.fromEntries(IDS.map((id, i) => [id, bits & (1 << i) ? "yes" : "no"])) as Pattern,
);

/** Munich's published rule, written apart from the product. */
function published(answers: Pattern): number {
  if (answers.alt === "no") return 5;
  return Math.max(1, 5 - IDS.slice(1).filter((id) => answers[id] === "yes").length);
}

interface Output {
  readonly method: string;
  readonly complete: boolean;
  readonly result: { readonly value: number; readonly level: string } | null;
  readonly range: { readonly best: number; readonly worst: number };
  readonly unanswered: readonly string[];
  readonly unknown: readonly string[];
  readonly notApplicable: readonly string[];
}

describe("hoheit score", { timeout: 60_000 }, () => {
  it("scores all 64 patterns of a list in its order", async () => {
    const list = file("all.json", JSON.stringify(PATTERNS));
    const { status, stdout, stderr } = await hoheitProcess(["score", "munich-sds@2026-02", list]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const results = JSON.parse(stdout) as Output[];
    expect(results.map(({ result }) => result?.value)).toEqual(PATTERNS.map(published));
    for (const { range, result, complete } of results) {
      expect({ range, complete }).toEqual({ range: { best: result?.value, worst: result?.value }, complete: true });
    }
  });

  it("gives one object for one object, a range while incomplete, and tells the kinds of nothing apart", async () => {
    const answers = { alt: "yes", head: "unknown", os: "not-applicable", sup: "no" };
    const { status, stdout } = await hoheit(["score", "munich-sds@2026-02", "-"], `\uFEFF${JSON.stringify(answers)}`);
    expect(status).toBe(0);
    const output = JSON.parse(stdout) as Output;
    expect(Object.keys(output)).toEqual([
      "method",
      "complete",
      "result",
      "range",
      "unanswered",
      "unknown",
      "notApplicable",
      "parts",
    ]);
    expect(output).toMatchObject({
      method: "munich-sds@2026-02",
      complete: false,
      result: null,
      range: { best: 1, worst: 5 },
      unanswered: ["api", "dat"],
      unknown: ["head"],
      notApplicable: ["os"],
    });
  });

  it("refuses with the place and what would be possible, and prints no half result", async () => {
    const answers = file("wrong.json", `[{"alt":"yes"},{"alt":"perhaps"},{"tla":"yes"},7]`);
    const wrong = await hoheit(["score", "munich-sds@2026-02", answers]);
    expect(wrong).toMatchObject({ status: 1, stdout: "" });
    expect(wrong.stderr).toMatch(/\[1\]\.alt: "perhaps".*yes, no, unknown, not-applicable/);
    expect(wrong.stderr).toMatch(/\[2\]\.tla/);
    expect(wrong.stderr).toMatch(/\[3\]/);
    const version = await hoheit(["score", "munich-sds@2025-01", file("none.json", "{}")]);
    expect(version).toMatchObject({ status: 1, stdout: "" });
    expect(version.stderr).toContain("munich-sds@2026-02");
  });

  it("calls an unreadable file wrong use", async () => {
    for (const path of [file("half.json", `{"alt":`), "missing.json"]) {
      expect(await hoheit(["score", "munich-sds@2026-02", path])).toMatchObject({ status: 2, stdout: "" });
    }
  });
});

describe("hoheit methods", () => {
  it("lists what score takes: every id and option it names is accepted", async () => {
    const { status, stdout } = await hoheit(["methods", "--json"]);
    expect(status).toBe(0);
    const methods = JSON.parse(stdout) as {
      method: string;
      unit: string;
      direction: string;
      criteria: { id: string; options: { id: string }[] }[];
    }[];
    const munich = methods.find(({ method }) => method === "munich-sds@2026-02");
    expect(munich).toMatchObject({ unit: "service", direction: "lower" });
    expect(munich?.criteria.map(({ id }) => id)).toEqual(IDS);
    const profile = methods.find(({ method }) => method === "hoheit-profile@1");
    expect(profile?.direction).toBe("higher");
    const answers = (profile?.criteria ?? []).flatMap(({ id, options }) =>
      options.map((option) => ({ [id]: option.id })),
    );
    expect(answers.length).toBeGreaterThan(20);
    const every = file("every.json", JSON.stringify(answers));
    expect(await hoheit(["score", "hoheit-profile@1", every])).toMatchObject({ status: 0 });
  });
});

/** One wrong use of each command that needs no database to be noticed. A new command without an entry fails the test. */
const WRONG_USE: Readonly<Record<string, readonly string[]>> = {
  methods: ["surplus"],
  score: ["munich-sds@2026-02"],
  "method check": [],
  "city create": ["--slug", "neu"],
  "user create": ["--email", "a@b.example", "--role", "viewer", "--city", "x"],
  import: ["--city", "x"],
  "assess export": ["--city", "x"],
  "assess import": ["--city", "x", "--method", "munich-sds@2026-02"],
  services: [],
  portfolio: ["--city", "x", "--colour", "red"],
  "snapshot create": ["--city", "x"],
  "demo load": ["--replace=maybe"],
  "demo remove": ["now"],
  generate: ["--services", "many", "--seed", "1", "--city", "x"],
};

// The first call of a command loads its code.
describe("wrong use", { timeout: 60_000 }, () => {
  it("has an example for every command", () => {
    expect(Object.keys(WRONG_USE).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  it.each(Object.entries(WRONG_USE))(
    "of %s ends with 2, says how it is used, and leaves standard output alone",
    async (name, args) => {
      const { status, stdout, stderr } = await hoheit([...name.split(" "), ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toContain(`Usage: hoheit ${name}`);
    },
  );

  it("of the whole: unknown command, half a command, none", async () => {
    for (const args of [["fly"], ["demo"], ["demo", "fly"], []])
      expect(await hoheit(args)).toMatchObject({ status: 2, stdout: "" });
    expect(await hoheit(["--help"])).toMatchObject({ status: 0 });
    expect((await hoheit(["user", "create", "--help"])).stdout).toContain("--password-stdin");
  });
});
