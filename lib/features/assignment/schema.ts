import { z } from "zod";
import { GROUP_MODES } from "@/lib/domain/assignment/group";
import { readListQuery, type ListQuery } from "@/lib/domain/service/list";
import type { IgnoredValue, Query } from "@/lib/domain/strategy/filter";
import { checkbox, optionalText, text } from "../fields";

/** Most characters of a list's address and of a note, most criteria of a method. */
const ADDRESS = 8_000;
const NOTE = 500;
const CRITERIA = 200;

/** Which services are meant, as the query of the inventory's address. */
const selection = z.string().max(ADDRESS).default("");
/** What the person has seen in the dry run; another result is not carried out. */
const plan = z.string().max(100);

export const createAssignmentsInput = z.strictObject({
  selection,
  method: text(100),
  /** A person's id, or `owners`: each service to the owners of its department. */
  to: z.union([z.literal("owners"), z.uuid()]),
  due: z.iso.date(),
  note: optionalText(NOTE).optional(),
  alsoAssigned: checkbox.optional(),
  alsoApproved: checkbox.optional(),
  plan,
});
export type CreateAssignmentsInput = z.output<typeof createAssignmentsInput>;

export const withdrawInput = z.strictObject({ reason: text(1_000) });
export type WithdrawInput = z.output<typeof withdrawInput>;

export const answerGroupInput = z.strictObject({
  selection,
  method: text(100),
  /** Criterion → value, or the same as a query string (criterion ids may hold dots); an empty value says nothing. */
  answer: z.preprocess(
    (value) => (typeof value === "string" ? Object.fromEntries(new URLSearchParams(value)) : value),
    z.record(z.string().max(100), z.string().max(100)).refine((answers) => Object.keys(answers).length <= CRITERIA),
  ),
  note: optionalText(NOTE).optional(),
  mode: z.enum(GROUP_MODES),
  plan,
});
export type AnswerGroupInput = z.output<typeof answerGroupInput>;

/** A query string as the pages get it. */
export function queryOf(address: string): Query {
  const params = new URLSearchParams(address);
  return Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]));
}

/** The services an address means; what it does not understand is named, because leaving it out would mean more services. */
export function selectionOf(address: string): {
  readonly list: ListQuery;
  readonly ignored: readonly IgnoredValue[];
} {
  return readListQuery(queryOf(address));
}
