import { exactKey, normaliseName } from "../naming/normalise";
import type { NameRef } from "./plan-types";

/**
 * Natural key of a service: its identifier in the source when there is one, else its name (case and blanks do not matter),
 * with the department where the same name occurs more than once.
 */
export function serviceKey(name: string, options: { externalId?: string; department?: string | null } = {}): string {
  if (options.externalId !== undefined) return `id:${exactKey(options.externalId)}`;
  const own = exactKey(name);
  return options.department === undefined ? own : `${own} | ${exactKey(options.department ?? "")}`;
}

/** Key by which names of organisations and products count as the same new one: without legal form, accents, case. */
export function newNameKey(name: string): string {
  return normaliseName(name) || exactKey(name);
}

/** True when both mean the same: the same id, or the same name where one of them has no id yet. */
export function sameRef(a: NameRef, b: NameRef): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return newNameKey(a.name) === newNameKey(b.name);
}
