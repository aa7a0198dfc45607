import { z } from "zod";
import type { Reason } from "@/lib/domain/facts";
import { methodFaults } from "@/lib/domain/method/check";
import { CHECK_TEXTS } from "@/lib/domain/method/check-texts";
import { duplicateKeys } from "@/lib/domain/method/duplicate-keys";
import { FILE_TEXTS } from "@/lib/domain/method/file-texts";
import { methods } from "@/lib/domain/method/registry";
import { sentence } from "@/lib/domain/method/texts";
import { applyVariants } from "@/lib/domain/method/variants";
import type { Method, Text } from "@/lib/domain/method/types";
import { derivedFromProblem } from "@/lib/domain/service/derive-method";
import { text as line } from "../fields";

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.+-]*$/i)
  .max(60)
  // Ids become keys of tables; those of every object would be found in all of them.
  .refine((name) => !(name in {}), { params: { code: "reserved-name" } });
/** What a database cannot keep as text, or a page cannot show. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;
const words = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !UNPRINTABLE.test(value));
const plain = words(4_000);
/** Both languages, or one text for both. */
const text = z.union([plain.transform((both) => ({ de: both, en: both })), z.strictObject({ de: plain, en: plain })]);
const points = z.record(id, z.record(id, z.number().finite()));
const option = z.strictObject({ id, text });

const criterion = z.strictObject({
  id,
  text,
  help: text.optional(),
  options: z.array(option).min(2).max(20),
  order: z.literal("ladder").optional(),
  optional: z.boolean().optional(),
  chosen: z.boolean().optional(),
  output: id.optional(),
  source: plain.optional(),
  derivedFrom: z.strictObject({ method: id, criterion: id }).optional(),
});

const rule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("knockout-count"),
    knockout: z.strictObject({ criterion: id, option: id, value: z.number() }),
    start: z.number(),
    step: points,
    floor: z.number(),
  }),
  z.strictObject({
    kind: z.literal("weighted"),
    total: z.number().positive(),
    weights: z.record(id, z.strictObject({ weight: z.number(), values: z.record(id, z.number()) })),
    deductions: points.default({}),
    caps: z
      .array(z.strictObject({ criterion: id, option: id, max: z.number() }))
      .max(50)
      .default([]),
  }),
  z.strictObject({
    kind: z.literal("lookup"),
    criterion: id,
    values: z.record(id, z.number()),
    bonus: z.strictObject({ criterion: id, option: id, points: z.number() }),
  }),
  z.strictObject({
    kind: z.literal("grouped"),
    groups: z
      .array(z.strictObject({ id, name: text, weight: z.number(), divisor: z.number(), points }))
      .min(1)
      .max(50),
    factor: z.number().positive(),
    mean: z.boolean(),
    clamp: z.strictObject({ min: z.number(), max: z.number() }).optional(),
    decimals: z.int().min(0).max(6).optional(),
    unknownCounts: z.number().optional(),
    notApplicable: z.enum(["left-out", "nothing", "open"]),
  }),
  z.strictObject({
    kind: z.literal("minimum"),
    values: points,
    ignored: z.array(id).max(200).optional(),
    decisive: z.boolean().optional(),
  }),
]);

const output = z.strictObject({
  id,
  name: text,
  sign: words(10).optional(),
  scale: z.strictObject({ min: z.number(), max: z.number(), direction: z.enum(["lower", "higher"]) }),
  rule,
  levels: z
    .array(z.strictObject({ level: words(40), from: z.number(), above: z.boolean().optional(), name: text }))
    .min(1)
    .max(20),
});

/**
 * A method as a file: what the type `Method` holds, with `ref` made of id and version. Texts in both languages, or one for
 * both. Unknown fields are refused, so that a misspelt one is not silently without effect.
 */
export const methodFile = z
  .strictObject({
    id,
    version: id,
    name: text,
    unit: z.enum(["service", "organisation", "city", "product"]),
    source: z.strictObject({
      title: plain,
      url: z.union([z.literal(""), z.url({ protocol: /^(https?|urn)$/ })]),
      // A day, a month or a year, as far as it is known.
      date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
    }),
    licence: z.strictObject({ spdx: words(100), attribution: text.nullable() }),
    notes: z.array(text).max(50).optional(),
    criteria: z.array(criterion).min(1).max(100),
    outputs: z.array(output).min(1).max(20),
    pair: z.strictObject({ output: id, with: id, key: id }).optional(),
    defaults: z.record(id, id).optional(),
    variants: z
      .array(
        z.strictObject({
          parameter: id,
          id,
          name: text,
          reason: text,
          rules: z.record(id, z.record(z.string(), z.unknown())),
        }),
      )
      .max(50)
      .optional(),
    examples: z
      .array(
        z.strictObject({
          answers: z.record(id, z.string().max(60)),
          expect: z.record(id, z.number().nullable()),
          with: z.record(id, id).optional(),
          source: plain.optional(),
        }),
      )
      .min(1)
      .max(500),
  })
  .transform((file): Method => ({ ...file, ref: `${file.id}@${file.version}` }) as Method);

/** What is wrong with a method file: where, and why. */
export interface MethodProblem {
  /** e.g. `criteria[2].options[0].id`; empty for the file as a whole. */
  readonly place: string;
  /** For developers and the command line. */
  readonly reason: string;
  readonly text: Text;
}

export type CheckedMethod =
  | { readonly method: Method; readonly problems: readonly [] }
  | { readonly method: null; readonly problems: readonly MethodProblem[] };

const problemAt = (place: string, key: string, params: Reason["params"] = {}): MethodProblem => {
  const text = sentence({ key, params }, FILE_TEXTS);
  return { place, reason: text.en, text };
};

const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === "number" ? `[${part}]` : `${i > 0 ? "." : ""}${String(part)}`)).join("");

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, above: readonly PropertyKey[] = []): readonly MethodProblem[] {
  const path = [...above, ...issue.path];
  const at = (key: string, params?: Reason["params"]) => [problemAt(placeOf(path), key, params)];
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? at("missing") : at("type", { expected: issue.expected });
    case "unrecognized_keys":
      return issue.keys.map((key) => problemAt(placeOf([...path, key]), "unknownField"));
    case "too_small":
      return at(issue.origin === "string" && Number(issue.minimum) <= 1 ? "missing" : "tooSmall", {
        min: Number(issue.minimum),
      });
    case "too_big":
      return at("tooBig", { max: Number(issue.maximum) });
    case "invalid_value":
      return at("value", { values: issue.values.map(String).join(", ") });
    case "invalid_format":
      return at(issue.format === "url" ? "url" : path.at(-1) === "date" ? "date" : "id");
    case "invalid_key":
      return at("id");
    case "invalid_union":
      // A text is one sentence or one per language; a rule is told by its kind.
      return at(issue.errors.length === 0 ? "kind" : path.at(-1) === "url" ? "url" : "text");
    case "custom":
      return at(issue.params?.["code"] === "reserved-name" ? "reservedName" : "invalid");
    default:
      return at("invalid");
  }
}

/** A reading replaces parts of a rule; what comes out must be a rule again. */
function brokenReadings(method: Method): MethodProblem[] {
  return (method.variants ?? []).flatMap((variant, i) =>
    applyVariants(method, [variant]).outputs.flatMap((one) =>
      (rule.safeParse(one.rule, { reportInput: true }).error?.issues ?? []).flatMap((issue) =>
        problemsOf(issue, ["variants", i, "rules", one.id]),
      ),
    ),
  );
}

/** Deeper than any method file, and far from what would exhaust the stack. */
const DEEPEST = 20;

/** Names that would be lost on the way, or nesting that no method has; null when there is none. */
function hostile(data: unknown, depth = 0): MethodProblem | null {
  if (data === null || typeof data !== "object") return null;
  if (depth > DEEPEST) return problemAt("", "tooDeep");
  if (Object.hasOwn(data, "__proto__")) return problemAt("__proto__", "reservedName");
  for (const inner of Object.values(data)) {
    const found = hostile(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function faultsOf(method: Method): readonly MethodProblem[] {
  return methodFaults(method).map(({ place, reason }): MethodProblem => {
    const text = sentence(reason, CHECK_TEXTS);
    return { place, reason: text.en, text };
  });
}

/**
 * Reads a method file and checks it: form, ids, options, weights, readings, worked examples.
 * @param shipped also refuse the id of a method that comes with Hoheit: stored answers and evidence go by it
 */
export function checkMethodFile(data: unknown, { shipped = true }: { readonly shipped?: boolean } = {}): CheckedMethod {
  const strange = hostile(data);
  if (strange !== null) return { method: null, problems: [strange] };
  const parsed = methodFile.safeParse(data, { reportInput: true });
  if (!parsed.success) return { method: null, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue)) };
  const method = parsed.data;
  const broken = brokenReadings(method);
  if (broken.length > 0) return { method: null, problems: broken };
  const problems = [...faultsOf(method)];
  method.criteria.forEach((one, i) => {
    const problem = derivedFromProblem(one);
    if (problem !== null)
      problems.push(
        problemAt(`criteria[${i}].derivedFrom`, problem === "no-derivation" ? "noDerivation" : "otherOptions"),
      );
  });
  if (shipped && methods.some(({ id }) => id === method.id))
    problems.push(problemAt("id", "shipped", { id: method.id }));
  return problems.length > 0 ? { method: null, problems } : { method, problems: [] };
}

/** Most bytes of a method file; the largest that ships has less than a tenth. */
export const METHOD_FILE_BYTES = 1_000_000;

/** A method file as text. What is no JSON is named like any other problem. */
export function checkMethodText(text: string): CheckedMethod {
  if (new TextEncoder().encode(text).length > METHOD_FILE_BYTES)
    return { method: null, problems: [problemAt("", "tooLarge", { max: METHOD_FILE_BYTES / 1_000_000 })] };
  const json = text.replace(/^\uFEFF/, "");
  const data = parsedJson(json);
  if (data === undefined) return { method: null, problems: [problemAt("", "noJson")] };
  const twice = duplicateKeys(json);
  if (twice.length > 0) return { method: null, problems: twice.map((place) => problemAt(place, "twice")) };
  return checkMethodFile(data);
}

/** undefined when the text is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A method as its file holds it: without what is worked out from the rest. */
export function toMethodFile({ ref: _ref, ...file }: Method): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

export const methodUpload = z.strictObject({ file: z.instanceof(File) });
export const methodFileQuery = z.strictObject({ ref: z.string().min(1).max(130) });
export const retireInput = z.strictObject({ reason: line(1_000) });
export const emptyInput = z.strictObject({});

export const METHOD_STATES = ["trial", "active", "retired"] as const;
export type MethodState = (typeof METHOD_STATES)[number];
