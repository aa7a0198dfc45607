import { z } from "zod";
import { listQueryString, PLAIN_LIST, readListQuery, type ListQuery } from "@/lib/domain/service/list";
import type { IgnoredValue, Query } from "@/lib/domain/strategy/filter";
import { text } from "../fields";

export const FORMATS = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof FORMATS)[number];

/** Most rows of one file: what a spreadsheet still handles well, and Munich's six questions about 2,780 services. */
export const MAX_ROWS = 20_000;

/** The query of an export: the inventory's own, with method and format. */
export const exportQuery = z.record(z.string().max(100), z.union([z.string().max(8_000), z.array(z.string())]));

const OWN_KEYS = new Set(["method", "format"]);

/** The services an export means, with method and format; what is not understood is named, because leaving it out would mean more services. */
export function selectionIn(query: Query): {
  readonly list: ListQuery;
  readonly ignored: readonly IgnoredValue[];
  /** The selection alone, as the query of an address. */
  readonly selection: string;
  readonly method: string | undefined;
  readonly format: string | undefined;
} {
  const rest = Object.fromEntries(Object.entries(query).filter(([key]) => !OWN_KEYS.has(key)));
  const { list, ignored } = readListQuery(rest);
  const meant: ListQuery = { ...PLAIN_LIST, filter: list.filter, text: list.text };
  const one = (key: string): string | undefined => {
    const value = Object.hasOwn(query, key) ? query[key] : undefined;
    return typeof value === "string" ? value : value?.at(-1);
  };
  return { list: meant, ignored, selection: listQueryString(meant), method: one("method"), format: one("format") };
}

export const uploadInput = z.strictObject({ file: z.instanceof(File) });

/** Whose answer stays where both have changed: the importer's or the stored one. */
export const CHOICES = ["mine", "theirs"] as const;
export type Choice = (typeof CHOICES)[number];

/** Decisions one by one on a page; the rest is decided together. */
export const CONFLICTS_SHOWN = 50;

export const commitInput = z.strictObject({
  /** What the person has seen; another result is not carried out. */
  plan: text(100),
  /** By `r<line>`: a name of digits alone would make a list of the form. */
  choice: z.record(z.string().regex(/^r\d{1,7}$/), z.enum(CHOICES)).default({}),
  /** For conflicts that are not decided one by one. */
  rest: z.enum(CHOICES).default("theirs"),
});
export type CommitInput = z.output<typeof commitInput>;
