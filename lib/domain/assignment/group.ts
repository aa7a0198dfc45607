import type { AssessedAnswers } from "../service/score";

/** What somebody says once for many services: criterion → answer. */
export type GroupAnswers = AssessedAnswers;

/** `open` fills only what neither facts nor people have answered; `all` also replaces what is there. */
export const GROUP_MODES = ["open", "all"] as const;
export type GroupMode = (typeof GROUP_MODES)[number];

/** Why a service of the group is left as it is. */
export type GroupRefusal = "other-department" | "submitted" | "approved" | "retired";

export interface GroupService {
  readonly reachable: boolean;
  readonly retired: boolean;
  /** State of the assessment in force; null = there is none. */
  readonly state: string | null;
  readonly answers: AssessedAnswers;
  /** Criteria that the facts answer. */
  readonly derived: readonly string[];
}

export type GroupEffect =
  | { readonly effect: "changed"; readonly criteria: readonly string[]; readonly answers: AssessedAnswers }
  | { readonly effect: "unchanged" }
  | { readonly effect: "refused"; readonly reason: GroupRefusal };

/**
 * What the answers of a group do to one service. A submitted or approved assessment is never changed in passing: taking
 * it back is a decision about that one service.
 */
export function groupEffect(service: GroupService, given: GroupAnswers, mode: GroupMode): GroupEffect {
  if (!service.reachable) return { effect: "refused", reason: "other-department" };
  if (service.retired) return { effect: "refused", reason: "retired" };
  if (service.state === "submitted" || service.state === "approved")
    return { effect: "refused", reason: service.state };
  const criteria = Object.keys(given).filter((id) => {
    const now = Object.hasOwn(service.answers, id) ? service.answers[id] : undefined;
    const next = given[id];
    if (next === undefined) return false;
    if (mode === "open") return now === undefined && !service.derived.includes(id);
    return now === undefined || now.value !== next.value || now.note !== next.note;
  });
  if (criteria.length === 0) return { effect: "unchanged" };
  const answers: Record<string, { readonly value: string; readonly note?: string }> = { ...service.answers };
  for (const id of criteria) {
    const next = given[id];
    if (next !== undefined) answers[id] = next;
  }
  return { effect: "changed", criteria, answers };
}
