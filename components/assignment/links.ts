import type { ProgressState } from "@/lib/domain/assignment/state";
import type { WorkFilter } from "@/lib/features/assignment/data-progress";

/** Address of the assignments behind a number. */
export function workHref(base: string, filter: WorkFilter, page = 1): string {
  const query = new URLSearchParams({ view: "list" });
  if (filter.department !== undefined) query.set("department", filter.department);
  if (filter.method !== undefined) query.set("method", filter.method);
  if (filter.person !== undefined) query.set("person", filter.person);
  if (filter.batch !== undefined) query.set("batch", filter.batch);
  if (filter.states !== undefined) query.set("state", filter.states.join(","));
  if (page > 1) query.set("page", String(page));
  return `${base}/assignments?${query.toString()}`;
}

/** States that still wait for somebody. */
export const OPEN_STATES: readonly ProgressState[] = ["overdue", "due-soon", "open"];
