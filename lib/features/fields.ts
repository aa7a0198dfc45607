import { z } from "zod";

// Field types shared by the schemas of all features. They accept what a browser form sends (strings, empty = missing)
// as well as JSON, and name their problems with the codes of `problems.field_*`.

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const emptyToNull = (value: unknown): unknown =>
  value === undefined || (typeof value === "string" && value.trim() === "") ? null : value;

/** Text of one line, trimmed, at least one character. */
export const text = (max: number) =>
  z
    .string()
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((value) => !CONTROL.test(value), { params: { code: "control-character" } }),
    );

/** Text that may be left out; empty becomes null. */
export const optionalText = (max: number) => z.preprocess(emptyToNull, text(max).nullable());

/** One of the values, or null when left empty. */
export const optionalEnum = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(emptyToNull, z.enum(values).nullable());

/** Whole number; "1.234" and "1,234" are refused rather than guessed. */
export const optionalInt = (min: number, max: number) =>
  z.preprocess((value) => {
    const cleared = emptyToNull(value);
    return typeof cleared === "string" && /^-?\d+$/.test(cleared.trim()) ? Number(cleared) : cleared;
  }, z.number().int().min(min).max(max).nullable());

/** Euro with at most two decimals, decimal comma or point. */
export const optionalMoney = z.preprocess((value) => {
  const cleared = emptyToNull(value);
  if (typeof cleared !== "string") return cleared;
  const compact = cleared.trim().replace(/[\s\u00a0\u202f€]/g, "");
  if (/^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(compact)) return Number(compact.replaceAll(".", "").replace(",", "."));
  return /^\d+([.,]\d{1,2})?$/.test(compact) ? Number(compact.replace(",", ".")) : cleared;
}, z.number().min(0).max(99_999_999_999).nullable());

/** ISO date (the format of a date input) or the German 31.12.2027; null when empty. */
export const optionalDate = z.preprocess((value) => {
  const cleared = emptyToNull(value);
  if (typeof cleared !== "string") return cleared;
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cleared.trim());
  return german ? `${german[3]}-${german[2]?.padStart(2, "0")}-${german[1]?.padStart(2, "0")}` : cleared.trim();
}, z.iso.date().nullable());

/** A checkbox: present = true. */
export const checkbox = z.preprocess((value) => {
  if (value === undefined || value === null || value === "" || value === "false") return false;
  return value === "on" || value === "true" || value === "1" ? true : value;
}, z.boolean());

/** The version the form was opened with (optimistic lock). */
export const version = z.coerce.number().int().min(1);

export const email = z
  .string()
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email().max(254));

export const slug = z
  .string()
  .transform((value) => value.trim())
  .pipe(
    z.string().refine((value) => /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/.test(value), { params: { code: "slug" } }),
  );

export const uuid = z.uuid();
export const optionalUuid = z.preprocess(emptyToNull, z.uuid().nullable());

/** A list that a form may send as nothing, one value or many. */
export const list = <S extends z.ZodType>(item: S, max = 500) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  );
