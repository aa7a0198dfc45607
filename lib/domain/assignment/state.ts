import { dayNumber } from "../strategy/dates";

/** From this many days before the due day on, an assignment is due soon. */
export const DUE_SOON_DAYS = 7;

export type AssignmentState = "open" | "due-soon" | "overdue" | "done" | "withdrawn";

/** How far the work of an assignment is: while it is not done by its due day, afterwards by the assessment itself. */
export const PROGRESS_STATES = ["overdue", "due-soon", "open", "submitted", "approved", "again"] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

export interface AssignmentDates {
  /** ISO day. */
  readonly dueOn: string;
  readonly done: boolean;
  readonly withdrawn: boolean;
}

/** State of an assignment on a day. On its due day it is not overdue yet. */
export function assignmentState(assignment: AssignmentDates, today: string): AssignmentState {
  if (assignment.withdrawn) return "withdrawn";
  if (assignment.done) return "done";
  const left = dayNumber(assignment.dueOn) - dayNumber(today);
  if (left < 0) return "overdue";
  return left <= DUE_SOON_DAYS ? "due-soon" : "open";
}

/**
 * Progress of an assignment that was not withdrawn; null for a withdrawn one. `again` = it was done, and the assessment
 * is a draft once more (or gone) without anybody being asked for it.
 * @param assessment state of the assessment in force of that service and method, null when there is none
 */
export function progressState(
  assignment: AssignmentDates,
  assessment: string | null,
  today: string,
): ProgressState | null {
  const state = assignmentState(assignment, today);
  if (state === "withdrawn") return null;
  if (state !== "done") return state;
  return assessment === "submitted" || assessment === "approved" ? assessment : "again";
}
