import { z } from "zod";
import { LIFECYCLES, OPERATING_MODELS, PROTECTION_NEEDS } from "@/lib/domain/facts";
import { LICENCES } from "@/lib/domain/strategy/filter";
import { METRIC_IDS, metricDefinition, WEIGHTS } from "@/lib/domain/strategy/metric-definitions";
import { checkbox, list, optionalDate, optionalText, text, version } from "../fields";

/** Metrics a goal can be set for: those where one direction is better. */
export const GOAL_METRICS = METRIC_IDS.filter((id) => metricDefinition(id).direction !== "none");

/** A number as people type it, decimal comma or point; null when empty. */
const optionalDecimal = z.preprocess((value) => {
  if (value === undefined || value === null || (typeof value === "string" && value.trim() === "")) return null;
  if (typeof value !== "string") return value;
  const compact = value.trim().replace(/[\s\u00a0\u202f%€]/g, "");
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact)) return Number(compact.replaceAll(".", "").replace(",", "."));
  return /^\d+([.,]\d+)?$/.test(compact) ? Number(compact.replace(",", ".")) : value;
}, z.number().min(0).max(999_999_999_999).nullable());

const decimal = optionalDecimal.pipe(z.number());
const day = optionalDate.pipe(z.iso.date());

export const strategyInput = z.strictObject({
  name: text(160),
  decidedOn: optionalDate,
  /** One principle per paragraph: its first line is the title, the rest its text. */
  principles: optionalText(8_000),
  version: version.optional(),
});
export type StrategyInput = z.output<typeof strategyInput>;

/** Where the baseline comes from: as it is (existing goals only), today's figures, a value that is typed in, or a snapshot. */
const baselineFrom = z.union([z.literal("keep"), z.literal("today"), z.literal("value"), z.uuid()]);

/** Shares are entered and sent in percent (60 = 60 %), money in euro per year, the rest in services or as an index of 0 to 1. */
export const goalInput = z.strictObject({
  name: text(160),
  metric: z.enum(GOAL_METRICS),
  by: z.enum(WEIGHTS).default("count"),
  target: decimal,
  due: day,
  responsible: optionalText(120),
  baselineFrom,
  baselineValue: optionalDecimal,
  baselineDate: optionalDate,
  department: list(z.union([z.uuid(), z.literal("none")])),
  protection: list(z.enum([...PROTECTION_NEEDS, "none"])),
  operation: list(z.enum([...OPERATING_MODELS, "unknown"])),
  lifecycle: list(z.enum(LIFECYCLES).exclude(["retired"])),
  licence: list(z.enum(LICENCES)),
  /** Facets of the scope that the form does not offer, as an address's query part; kept as they are. */
  otherScope: optionalText(2_000),
  version: version.optional(),
});
export type GoalInput = z.output<typeof goalInput>;

export const archiveInput = z.strictObject({ version, archived: checkbox });
export type ArchiveInput = z.output<typeof archiveInput>;
