import { z } from "zod";
import { FIELD_IDS, type FieldId, type ImportProblem, type Mapping } from "@/lib/domain/importing";
import { checkbox, list } from "../fields";

/** Where a run stands. `committing` is no state: a run is under way while its transaction holds the run's lock. */
export const RUN_STATES = ["uploaded", "planned", "committed", "undone"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Fields a column can be mapped to. A licence belongs to a product, not to a service, so it is not among them. */
export const IMPORT_FIELDS: readonly FieldId[] = FIELD_IDS.filter((id) => id !== "licence");

export const uploadInput = z.strictObject({ file: z.instanceof(File) });

const column = z.union([z.literal("").transform(() => null), z.null(), z.enum(FIELD_IDS)]);

/** One entry per column of the file, in order; empty = not imported. */
export const mappingInput = z.strictObject({ columns: list(column, 500) });

/** The plan as it was shown: a commit refuses when the data would now give another one. */
export const commitInput = z.strictObject({ plan: z.string().regex(/^[0-9a-f]{64}$/) });

/** `others`: leave services alone that were changed since, and take the rest back. */
export const undoInput = z.strictObject({ others: checkbox });

export const emptyQuery = z.strictObject({});

/** What is wrong with a mapping before any row is read; null = usable. */
export function mappingProblem(mapping: Mapping): "name-missing" | "field-twice" | null {
  if (!mapping.includes("name")) return "name-missing";
  const single = mapping.filter((field) => field !== null && !MANY.has(field));
  return new Set(single).size === single.length ? null : "field-twice";
}

const MANY: ReadonlySet<string | null> = new Set<FieldId>(["product", "maker", "supplier", "operator", "host"]);

/** A value of a metric before or after. */
export interface MovePoint {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
}

export interface Move {
  readonly metric: string;
  readonly before: MovePoint;
  readonly after: MovePoint;
  /** Address of the services counted after the import, query part; null when none can match. */
  readonly query: string | null;
}

/** How an import moves the city's figures, computed with the same code as the stored ones. */
export interface Moves {
  readonly metrics: readonly Move[];
  readonly servicesBefore: number;
  readonly servicesAfter: number;
  /** Services that existed before and whose Munich level or range, or exposure class, is another one after. */
  readonly levelChanged: number;
  readonly classChanged: number;
}

/** A line of the correction file: what was not taken over, where and why. `text` of the reason in both languages. */
export type RunProblem = Pick<ImportProblem, "row" | "column" | "header" | "value" | "severity"> & {
  readonly text: { readonly de: string; readonly en: string };
};
