import type { Method, Text } from "../method/types";

/** A criterion that evidence can stand beside, with the names people know it by. */
export interface EvidenceCriterion {
  /** Without version: evidence outlives a new version of its method. */
  readonly methodId: string;
  readonly methodName: Text;
  readonly criterion: string;
  readonly text: Text;
}

/** The criteria of the methods that score services; of several versions of a criterion the last one listed counts. */
export function evidenceCriteria(
  methods: readonly Pick<Method, "id" | "name" | "unit" | "criteria">[],
): EvidenceCriterion[] {
  const found = new Map<string, EvidenceCriterion>();
  for (const { id, name, unit, criteria } of methods) {
    if (unit !== "service") continue;
    for (const { id: criterion, text } of criteria)
      found.set(criterionKey(id, criterion), { methodId: id, methodName: name, criterion, text });
  }
  return [...found.values()];
}

/** Identifies a criterion across methods. */
export const criterionKey = (methodId: string, criterion: string): string => `${methodId}/${criterion}`;
