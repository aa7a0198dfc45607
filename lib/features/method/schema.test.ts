import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { methods } from "@/lib/domain/method/registry";
import { checkMethodFile, checkMethodText, METHOD_FILE_BYTES, toMethodFile } from "./schema";

type Json = Record<string, unknown>;

const shipped = (id: string): string => {
  const method = methods.find((one) => one.id === id);
  if (method === undefined) throw new Error(id);
  return toMethodFile(method);
};
/** A file like a shipped method's under an id of its own, with something changed. */
function like(id: string, change: (file: Json) => void = () => undefined): Json {
  const file = JSON.parse(shipped(id)) as Json;
  file["id"] = "hausverfahren";
  change(file);
  return file;
}
const at = (file: unknown, ...path: (string | number)[]): Json =>
  path.reduce((node, step) => (node as Json)[step as string], file) as Json;
const problems = (file: unknown) =>
  checkMethodFile(file).problems.map(({ place, reason }) => (place === "" ? reason : `${place}: ${reason}`));

describe("a shipped method as a file", () => {
  it.each(methods.map((method) => [method.ref, method] as const))("%s comes back as it was", (_, method) => {
    const read = checkMethodFile(JSON.parse(toMethodFile(method)), { shipped: false });
    expect(read.problems).toEqual([]);
    expect(read.method).toEqual(method);
  });
  it("is a template: under another id it is taken as a city's own, under its own id it is not", () => {
    for (const { id } of methods) {
      expect(problems(like(id))).toEqual([]);
      expect(problems(JSON.parse(shipped(id)))).toEqual([`id: ${id} comes with Hoheit; choose another id`]);
    }
    // Answers and evidence go by the id, so another version of it would read them as its own.
    expect(problems({ ...(JSON.parse(shipped("munich-sds")) as Json), version: "haus" })).toHaveLength(1);
  });
});

describe("a file is refused with place and reason", () => {
  it("when weights do not add up", () => {
    const weighted = like("hoheit-profile", (file) => {
      at(file, "outputs", 0, "rule", "weights", "alternative")["weight"] = 20;
    });
    expect(problems(weighted)).toContain("output freedom: weights add up to 95, not 100");
    const grouped = like("ec-csf", (file) => {
      at(file, "outputs", 0, "rule", "groups", 0)["weight"] = 0.25;
    });
    expect(problems(grouped)[0]).toMatch(/^output score: weights of the groups add up to 1\.05\d*, not 1$/);
  });
  it("when ids are there twice, in lists or as names in one object", () => {
    const criteria = like("munich-sds", (file) => {
      at(file, "criteria", 1)["id"] = "alt";
    });
    expect(problems(criteria)).toContain("criterion alt twice");
    const options = like("basel-sds", (file) => {
      at(file, "criteria", 0, "options", 1)["id"] = at(file, "criteria", 0, "options", 0)["id"];
    });
    expect(problems(options)).toContain("criterion legal: option yes twice");
    const text = JSON.stringify(like("munich-sds")).replace('"floor":1', '"floor":1,"floor":2');
    expect(checkMethodText(text).problems).toMatchObject([
      { place: "outputs[0].rule.floor", reason: "this name stands twice in the same object" },
    ]);
  });
  it("when a rule or an example names an option or criterion that is not there", () => {
    const rule = like("munich-sds", (file) => {
      at(file, "outputs", 0, "rule", "step", "os")["perhaps"] = -1;
      at(file, "outputs", 0, "rule", "step")["cloud"] = { yes: -1 };
    });
    expect(problems(rule)).toEqual(
      expect.arrayContaining([
        "output sds: rule names missing option os=perhaps",
        "output sds: rule names missing criterion cloud",
      ]),
    );
    const example = like("munich-sds", (file) => {
      at(file, "examples", 0)["answers"] = { alt: "perhaps", cloud: "yes" };
    });
    expect(problems(example)).toEqual([
      "example 1: unknown-option alt=perhaps",
      "example 1: unknown-criterion cloud=yes",
    ]);
  });
  it("when a worked example does not come out", () => {
    const file = like("munich-sds", (given) => {
      at(given, "examples", 0, "expect")["sds"] = 2;
    });
    expect(checkMethodFile(file).problems).toEqual([
      {
        place: "example 1",
        reason: "sds is 5, expected 2",
        text: { de: "sds ergibt 5, angegeben ist 2.", en: "sds is 5, expected 2" },
      },
    ]);
  });
  it("when an id is the name of something every object has", () => {
    for (const name of ["constructor", "toString", "hasOwnProperty", "valueOf"]) {
      const file = like("munich-sds", (given) => {
        at(given, "criteria", 0)["id"] = name;
      });
      expect(problems(file)).toContain("criteria[0].id: reserved name");
    }
    const poisoned = toMethodFile(methods[0] as (typeof methods)[number]).replace(
      '"answers": {',
      '"answers": {"__proto__": "yes",',
    );
    expect(checkMethodText(poisoned).problems).toMatchObject([{ place: "__proto__", reason: "reserved name" }]);
    expect(({} as Json)["yes"]).toBeUndefined();
  });
  it("when a criterion is derived from one that facts do not answer, or with other options", () => {
    const derived = (method: string, criterion: string) =>
      problems(
        like("munich-sds", (file) => {
          at(file, "criteria", 2)["derivedFrom"] = { method, criterion };
        }),
      );
    expect(derived("munich-sds", "os")).toEqual([]);
    expect(derived("secnumcloud-19.6", "seat")).toEqual([
      "criteria[2].derivedFrom: no facts answer this criterion of a shipped method",
    ]);
    expect(derived("munich-sds", "constructor")).toEqual(["criteria[2].derivedFrom.criterion: reserved name"]);
    expect(derived("ec-csf", "SOV-6.3")).toEqual([
      "criteria[2].derivedFrom: the options must be those of the criterion named, in the same order",
    ]);
  });
  it("with every place of its form that is wrong, in both languages", () => {
    const file = like("munich-sds", (given) => {
      given["unit"] = "person";
      given["extra"] = 1;
      at(given, "source")["date"] = "gestern";
      at(given, "source")["url"] = "javascript:alert(1)";
      at(given, "outputs", 0, "rule")["kind"] = "sum";
      delete given["version"];
    });
    const found = checkMethodFile(file).problems;
    expect(found.map(({ place }) => place).sort()).toEqual(
      ["extra", "outputs[0].rule.kind", "source.date", "source.url", "unit", "version"].sort(),
    );
    for (const { text } of found) {
      expect(text.de).not.toBe(text.en);
      expect(text.de + text.en).not.toMatch(/[{}]|undefined/);
    }
  });
  it("when a reading would leave no rule behind", () => {
    const file = like("redhat-readiness", (given) => {
      at(given, "variants", 1, "rules", "points")["factor"] = "viel";
    });
    expect(problems(file)).toContain("variants[1].rules.points.factor: expected number");
  });
  it("when its text could not be stored or shown", () => {
    for (const text of ["a\u0000b", "a\ud800b"]) {
      expect(problems(like("munich-sds", (file) => (file["name"] = { de: text, en: "x" })))).toHaveLength(1);
    }
  });
});

describe("a file of any size and shape", () => {
  it("is refused when it is too large, no JSON, or nested without end", () => {
    const [large] = checkMethodText(" ".repeat(METHOD_FILE_BYTES + 1)).problems;
    expect(large?.reason).toBe("the file is larger than 1 MB");
    expect(checkMethodText("{").problems[0]?.reason).toBe("not valid JSON");
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(checkMethodText(deep).problems[0]?.reason).toBe("nested too deeply");
  });
  it("is checked within a moment, however much it asks for", () => {
    const file = like("ec-csf", (given) => {
      const examples = given["examples"] as unknown[];
      given["examples"] = Array.from({ length: 500 }, (_, index) => examples[index % examples.length]);
    });
    const text = JSON.stringify(file);
    const start = performance.now();
    const { problems: found } = checkMethodText(
      text.length > METHOD_FILE_BYTES ? JSON.stringify(like("ec-csf")) : text,
    );
    expect(found).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
  it("never throws and never passes something that is no method", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (data) => {
        const { method, problems: found } = checkMethodFile(data);
        return method === null && found.length > 0;
      }),
    );
  });
  it("with one value exchanged for any other, is either refused or a sound method", () => {
    const base = like("basel-sds");
    const paths: (string | number)[][] = [];
    const collect = (node: unknown, path: (string | number)[]): void => {
      if (node === null || typeof node !== "object") return void paths.push(path);
      if (path.length > 0) paths.push(path);
      for (const [key, inner] of Object.entries(node))
        collect(inner, [...path, Array.isArray(node) ? Number(key) : key]);
    };
    collect(base, []);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const file = structuredClone(base);
        const last = path.at(-1) as string;
        at(file, ...path.slice(0, -1))[last] = value;
        const read = checkMethodFile(file);
        if (read.method === null) return read.problems.length > 0;
        return checkMethodFile(JSON.parse(toMethodFile(read.method))).problems.length === 0;
      }),
      { numRuns: 300 },
    );
  });
});
