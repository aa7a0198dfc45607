import { z } from "zod";
import { DATA_ACCESS, OPERATING_MODELS, ORGANISATION_ROLES, PROTECTION_NEEDS } from "@/lib/domain/facts";
import { readLocation } from "@/lib/domain/importing/locations";
import { CONTROL_HOLDERS } from "@/lib/domain/service/types";
import { CURRENT_LIFECYCLES } from "@/lib/domain/strategy/filter";
import {
  checkbox,
  optionalDate,
  optionalEnum,
  optionalInt,
  optionalMoney,
  optionalText,
  optionalUuid,
  text,
  version,
} from "../fields";

const YES_NO = ["yes", "no", "unknown"] as const;
const YES_PARTLY_NO = ["yes", "partly", "no", "unknown"] as const;
/** More rows than any service has; a longer list is a mistake. */
const MOST_ROWS = 60;

/** A place as people write it ("Deutschland", "EU", "DE"); stored as ISO alpha-2, `EU`, `EEA` or `third-adequate`. */
const location = z.preprocess(
  (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
  z
    .string()
    .max(200)
    .nullable()
    .transform((value, context) => {
      const read = value === null ? { ok: true as const, value: null } : readLocation(value);
      if (read.ok) return read.value;
      context.addIssue({ code: "custom", params: { code: "not-a-location" } });
      return z.NEVER;
    }),
);

/** Rows of a form, or the same as one JSON text (so that a choice between two lists fits into one field). */
const rows = <S extends z.ZodType>(row: S) =>
  z.preprocess((value) => {
    if (value === undefined || value === "") return [];
    if (typeof value !== "string") return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  }, z.array(row).max(MOST_ROWS));

/** A name of the catalogue or of the city's own, or `id`; `asNew` keeps an unknown name as the city's own. */
const named = { id: optionalText(200), name: optionalText(300), asNew: checkbox };

const productRow = z.strictObject(named);
const roleRow = z.strictObject({
  ...named,
  role: optionalEnum(ORGANISATION_ROLES),
  dataAccess: z.preprocess((value) => (value === "" || value === undefined ? "unknown" : value), z.enum(DATA_ACCESS)),
  location,
});

const fields = {
  name: text(300),
  shortName: optionalText(300),
  externalId: optionalText(200),
  departmentId: optionalUuid,
  purpose: optionalText(20_000),
  responsible: optionalText(300),
  lifecycle: z.preprocess(
    (value) => (value === "" || value === undefined ? "active" : value),
    z.enum(CURRENT_LIFECYCLES),
  ),
  operatingModel: optionalEnum(OPERATING_MODELS),
  ownDevelopment: checkbox,
  codePublished: optionalEnum(YES_NO),
  confidentiality: optionalEnum(PROTECTION_NEEDS),
  integrity: optionalEnum(PROTECTION_NEEDS),
  availability: optionalEnum(PROTECTION_NEEDS),
  dataLocation: location,
  controlData: optionalEnum(CONTROL_HOLDERS),
  controlOperation: optionalEnum(CONTROL_HOLDERS),
  controlKeys: optionalEnum(CONTROL_HOLDERS),
  controlAccess: optionalEnum(CONTROL_HOLDERS),
  skills: optionalEnum(YES_PARTLY_NO),
  users: optionalInt(0, 100_000_000),
  costPerYear: optionalMoney,
  contractStart: optionalDate,
  contractEnd: optionalDate,
  noticeMonths: optionalInt(0, 600),
  exitClause: optionalEnum(YES_NO),
  dataReturnClause: optionalEnum(YES_NO),
  securityUpdates: optionalEnum(YES_NO),
  products: rows(productRow),
  roles: rows(roleRow),
  /** Why; goes to the change log. */
  reason: optionalText(1_000),
};

const inOrder = (input: { contractStart: string | null; contractEnd: string | null }): boolean =>
  input.contractStart === null || input.contractEnd === null || input.contractStart <= input.contractEnd;
const order = { path: ["contractEnd"], params: { code: "end-before-start" } };

export const createServiceInput = z.strictObject(fields).refine(inOrder, order);
export type CreateServiceInput = z.output<typeof createServiceInput>;

/** `base`: what the form showed when it was opened, so that a conflict page can tell whose change is whose. */
export const updateServiceInput = z
  .strictObject({ ...fields, version, base: z.string().max(100_000).optional() })
  .refine(inOrder, order);
export type UpdateServiceInput = z.output<typeof updateServiceInput>;

export const retireServiceInput = z.strictObject({ version, reason: text(1_000) });
export const restoreServiceInput = z.strictObject({ version, reason: optionalText(1_000) });
