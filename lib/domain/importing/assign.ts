import { exactKey } from "../naming/normalise";
import { serviceKey } from "./keys";
import type { ExistingService } from "./plan-types";
import type { Draft } from "./rows";

/** What a readable row means: a new service, one that exists, or a second row for the same. */
export type Assignment =
  | { readonly kind: "new"; readonly key: string }
  | { readonly kind: "existing"; readonly key: string; readonly service: ExistingService }
  | { readonly kind: "duplicate"; readonly firstLine: number }
  | { readonly kind: "ambiguous"; readonly count: number };

function departmentOf(values: { readonly department?: { readonly name: string } }): string {
  return exactKey(values.department?.name ?? "");
}

/** Keys of all rows: with the department where rows of one name and no identifier differ in it. */
export function rowKeys(drafts: readonly Draft[]): ReadonlyMap<Draft, string> {
  const departments = new Map<string, Set<string>>();
  for (const { values } of drafts) {
    if (values.externalId !== undefined || values.name === undefined) continue;
    const name = exactKey(values.name);
    departments.set(name, (departments.get(name) ?? new Set<string>()).add(departmentOf(values)));
  }
  const keys = new Map<Draft, string>();
  for (const draft of drafts) {
    const { name, externalId, department } = draft.values;
    if (externalId !== undefined) keys.set(draft, serviceKey("", { externalId }));
    else if (name !== undefined && (departments.get(exactKey(name))?.size ?? 0) > 1)
      keys.set(draft, serviceKey(name, { department: department?.name ?? null }));
    else if (name !== undefined) keys.set(draft, serviceKey(name));
  }
  return keys;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * Which service each row means. Rounds over all rows, so that their order does not matter: identifier; stored key; a first
 * identifier for a service known by name; name, told apart by department where rows or services share it; the rest is new. Each service is taken once. Of two rows with
 * one key the one that stands first in the file counts.
 */
export function assignRows(
  drafts: readonly Draft[],
  existing: readonly ExistingService[],
): ReadonlyMap<Draft, Assignment> {
  const keys = rowKeys(drafts);
  const result = new Map<Draft, Assignment>();
  const firstOf = new Map<string, Draft>();
  for (const draft of [...drafts].sort((a, b) => a.line - b.line)) {
    const key = keys.get(draft);
    if (key === undefined) continue;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, draft);
    else result.set(draft, { kind: "duplicate", firstLine: first.line });
  }
  const taken = new Set<string>();
  /** Settles the row when exactly one free service, or more than one, is meant; leaves it open when none is. */
  const settle = (draft: Draft, key: string, candidates: readonly ExistingService[]): void => {
    const free = candidates.filter((service) => !taken.has(service.id));
    const [only] = free;
    if (only === undefined) return;
    if (free.length > 1) result.set(draft, { kind: "ambiguous", count: free.length });
    else {
      taken.add(only.id);
      result.set(draft, { kind: "existing", key, service: only });
    }
  };
  const round = (find: (draft: Draft, key: string) => readonly ExistingService[]): void => {
    for (const [key, draft] of firstOf) if (!result.has(draft)) settle(draft, key, find(draft, key));
  };

  const byExternalId = groupBy(existing, ({ values }) =>
    values.externalId === undefined ? null : serviceKey("", { externalId: values.externalId }),
  );
  round((_, key) => byExternalId.get(key) ?? []);

  const byStoredKey = groupBy(existing, ({ naturalKey }) => naturalKey);
  round((draft, key) => {
    const stored = (byStoredKey.get(key) ?? []).filter(
      (service) => !taken.has(service.id) && !otherIdentifier(draft, service),
    );
    return narrow(draft, stored);
  });

  const byName = groupBy(existing, ({ values }) => (values.name === undefined ? null : exactKey(values.name)));
  const named = (draft: Draft) =>
    (byName.get(exactKey(draft.values.name ?? "")) ?? []).filter(
      (service) => !taken.has(service.id) && !otherIdentifier(draft, service),
    );
  // A new identifier for a service known by name only; with two such rows of one name nobody knows whose it is.
  const open = [...firstOf].filter(([, draft]) => !result.has(draft) && draft.values.externalId !== undefined);
  const rivals = groupBy(open, ([, draft]) => exactKey(draft.values.name ?? ""));
  for (const group of rivals.values()) {
    const [only] = group;
    if (only === undefined || group.length > 1) continue;
    const found = narrow(
      only[1],
      named(only[1]).filter((service) => service.values.externalId === undefined),
    );
    if (found.length === 1) settle(only[1], only[0], found);
  }

  round((draft, key) => {
    const { name, externalId } = draft.values;
    if (externalId !== undefined || name === undefined) return [];
    if (key === serviceKey(name)) return narrow(draft, named(draft));
    return named(draft).filter((service) => departmentOf(service.values) === departmentOf(draft.values));
  });
  for (const [key, draft] of firstOf) if (!result.has(draft)) result.set(draft, { kind: "new", key });
  return result;
}

/** A service that carries another identifier than the row's is another service, whatever its name. */
function otherIdentifier(draft: Draft, service: ExistingService): boolean {
  const own = draft.values.externalId;
  const other = service.values.externalId;
  return own !== undefined && other !== undefined && exactKey(own) !== exactKey(other);
}

/** Among several of one name the ones of the same department; a row without a department keeps them all. */
function narrow(draft: Draft, services: readonly ExistingService[]): readonly ExistingService[] {
  if (services.length < 2 || draft.values.department === undefined) return services;
  return services.filter((service) => departmentOf(service.values) === departmentOf(draft.values));
}
