import type { Method, Text } from "../method/types";

/** A criterion that evidence can stand beside, with the names people know it by. */
export interface EvidenceCriterion {
  /** Without version: evidence outlives a new version of its method. */
  readonly methodId: string;
  readonly methodName: Text;
  readonly criterion: string;
  readonly text: Text;
}

/** The criteria of the methods that score services; where versions of a method share a criterion, the latest names it. */
export function evidenceCriteria(
  methods: readonly Pick<Method, "id" | "version" | "name" | "unit" | "criteria">[],
): EvidenceCriterion[] {
  const found = new Map<string, EvidenceCriterion & { readonly version: string }>();
  for (const { id, version, name, unit, criteria } of methods) {
    if (unit !== "service") continue;
    for (const { id: criterion, text } of criteria) {
      const key = criterionKey(id, criterion);
      const known = found.get(key);
      if (known !== undefined && known.version > version) continue;
      found.set(key, { methodId: id, methodName: name, criterion, text, version });
    }
  }
  return [...found.values()].map(({ version: _version, ...criterion }) => criterion);
}

/** Identifies a criterion across methods. */
export const criterionKey = (methodId: string, criterion: string): string => `${methodId}/${criterion}`;
