import { z } from "zod";
import { checkbox, optionalText, text, version } from "../fields";

/** Most characters of a note, and most criteria of a method. */
const NOTE = 4_000;
const CRITERIA = 100;

/** What a person says about one criterion; an empty value leaves it to the facts. */
const answer = z.strictObject({
  value: z.preprocess((value) => (value === undefined || value === null ? "" : value), z.string().max(100)),
  note: optionalText(NOTE),
});

/** A criterion's id as part of a form field's name, where a dot would begin an inner field. */
export const fieldKey = (criterion: string): string => criterion.replaceAll(".", "~");
const criterionOf = (key: string): string => key.replaceAll("~", ".");

/** The open assessment the form was drawn from: its id and version, or nothing when there was none. */
const opened = {
  assessmentId: z.preprocess((value) => (value === "" || value === undefined ? null : value), z.uuid().nullable()),
  version: z.coerce.number().int().min(0),
};

const answers = z
  .record(z.string().max(100), answer)
  .refine((answers) => Object.keys(answers).length <= CRITERIA)
  .transform((answers) => Object.fromEntries(Object.entries(answers).map(([key, given]) => [criterionOf(key), given])));

export const saveAnswersInput = z.strictObject({
  method: text(100),
  ...opened,
  answers,
  /** Questions that were not on the form keep what was said about them. */
  partial: checkbox.optional(),
  /** `second` = an independent second opinion beside the assessment. */
  rater: z.enum(["first", "second"]).default("first"),
  /** Hand it in for approval right away. */
  submit: checkbox.optional(),
});
export type SaveAnswersInput = z.output<typeof saveAnswersInput>;

export const resolveInput = z.strictObject({
  method: text(100),
  version,
  secondVersion: version,
  answers,
});
export type ResolveInput = z.output<typeof resolveInput>;

const step = { assessmentId: z.uuid(), version };
export const stepInput = z.strictObject(step);
export const returnInput = z.strictObject({ ...step, reason: text(1_000) });
export type StepInput = z.output<typeof stepInput>;
export type ReturnInput = z.output<typeof returnInput>;

export const adoptInput = z.strictObject({ from: text(100), to: text(100) });
export type AdoptInput = z.output<typeof adoptInput>;
