import { z } from "zod";
import { checkMethod } from "@/lib/domain/method/check";
import { findMethod } from "@/lib/domain/method/registry";
import { applyVariants } from "@/lib/domain/method/variants";
import type { Method } from "@/lib/domain/method/types";

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/i, "letters, digits, dots and hyphens only")
  .max(60)
  // Ids become keys of tables; those of every object would be found in all of them.
  .refine((name) => !(name in {}), "reserved name");
const plain = z.string().trim().min(1).max(4_000);
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
  sign: z.string().max(10).optional(),
  scale: z.strictObject({ min: z.number(), max: z.number(), direction: z.enum(["lower", "higher"]) }),
  rule,
  levels: z
    .array(
      z.strictObject({ level: z.string().min(1).max(40), from: z.number(), above: z.boolean().optional(), name: text }),
    )
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
      url: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]),
      date: z.iso.date(),
    }),
    licence: z.strictObject({ spdx: z.string().min(1).max(100), attribution: text.nullable() }),
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
  readonly reason: string;
}

/** A reading replaces parts of a rule; what comes out must be a rule again. */
function brokenReadings(method: Method): MethodProblem[] {
  return (method.variants ?? []).flatMap((variant, i) =>
    applyVariants(method, [variant]).outputs.flatMap((one) =>
      (rule.safeParse(one.rule).error?.issues ?? []).map(({ path, message }) => ({
        place: `variants[${i}].rules.${one.id}${path.map((part) => `.${String(part)}`).join("")}`,
        reason: message,
      })),
    ),
  );
}

/**
 * Reads a method file and checks it: form, ids, options, weights, readings, worked examples.
 * @param shipped also refuse the reference of a method that comes with Hoheit
 */
export function checkMethodFile(
  data: unknown,
  { shipped = true }: { readonly shipped?: boolean } = {},
):
  | { readonly method: Method; readonly problems: readonly [] }
  | { readonly method: null; readonly problems: readonly MethodProblem[] } {
  const parsed = methodFile.safeParse(data);
  if (!parsed.success)
    return {
      method: null,
      problems: parsed.error.issues.map(({ path, message }) => ({
        place: path
          .map((part, i) => (typeof part === "number" ? `[${part}]` : `${i > 0 ? "." : ""}${String(part)}`))
          .join(""),
        reason: message,
      })),
    };
  const method = parsed.data;
  const broken = brokenReadings(method);
  if (broken.length > 0) return { method: null, problems: broken };
  const problems = checkMethod(method).map((sentence): MethodProblem => {
    const [place = "", ...rest] = sentence.split(": ");
    return rest.length > 0 ? { place, reason: rest.join(": ") } : { place: "", reason: sentence };
  });
  if (shipped && findMethod(method.ref))
    problems.push({ place: "id, version", reason: `${method.ref} comes with Hoheit; choose another id or version` });
  return problems.length > 0 ? { method: null, problems } : { method, problems: [] };
}
