import type { ProtectionNeed } from "../facts";
import { PROTECTION_NEEDS } from "../facts";
import { compareClass } from "../exposure";
import type { ExposureClass } from "../exposure";
import type { Range } from "../method/types";
import type { Policy, RequiredLevel } from "../profile/policy";
import { addMonths, isDay } from "../strategy/dates";
import type { GapState, ServiceFacts } from "./types";

/** What somebody with authority has decided about an open gap. */
export interface GapDecision {
  readonly dimension: "munich" | "exposure";
  /** `planned` a measure ends it; `accepted` it is borne until a date. */
  readonly state: "planned" | "accepted";
  /** Last ISO day on which the decision holds. An acceptance without an end is none. */
  readonly until: string | null;
}

/** Highest of the protection needs stated (maximum principle of BSI-Standard 200-2); null when none is stated. */
export function protectionNeed(protection: ServiceFacts["protection"]): ProtectionNeed | null {
  const stated = [protection.confidentiality, protection.integrity, protection.availability];
  return [...PROTECTION_NEEDS].reverse().find((need) => stated.includes(need)) ?? null;
}

/** What the policy demands of a service; null while no protection need is stated. */
export function requiredLevel(protection: ServiceFacts["protection"], policy: Policy): RequiredLevel | null {
  const need = protectionNeed(protection);
  return need === null ? null : policy[need];
}

/**
 * Compares what is still possible with what is required. Incomplete input is checkable when the best possible is already
 * too bad (open) or the worst possible is good enough (met).
 */
function compare(bestMeets: boolean, worstMeets: boolean): "met" | "open" | "not-checkable" {
  if (worstMeets) return "met";
  return bestMeets ? "not-checkable" : "open";
}

/** Points of a profile dimension against the fewest required; null = nothing required. Shown, and not part of the overall gap. */
export function pointsGap(range: Range, required: number | undefined): "met" | "open" | "not-checkable" | null {
  return required === undefined ? null : compare(range.best >= required, range.worst >= required);
}

/** Gaps per dimension on a day, decisions included; the overall one is the worst of the two. */
export function gapsOf(input: {
  readonly munich: Range;
  readonly exposure: { readonly best: ExposureClass; readonly worst: ExposureClass };
  readonly required: Pick<RequiredLevel, "munich" | "exposure"> | null;
  readonly decisions: readonly GapDecision[];
  readonly today: string;
}): { readonly munich: GapState; readonly exposure: GapState; readonly overall: GapState } {
  const { munich, exposure, required, decisions, today } = input;
  if (required === null) return { munich: "not-checkable", exposure: "not-checkable", overall: "not-checkable" };
  const within = (value: ExposureClass): boolean => compareClass(value, required.exposure) <= 0;
  const states = {
    munich: decided(
      "munich",
      compare(munich.best <= required.munich, munich.worst <= required.munich),
      decisions,
      today,
    ),
    exposure: decided("exposure", compare(within(exposure.best), within(exposure.worst)), decisions, today),
  };
  return { ...states, overall: worstGap(states.munich, states.exposure) };
}

/** A decision only changes an open gap, and only while it holds; a plan comes before an acceptance. */
function decided(
  dimension: GapDecision["dimension"],
  state: GapState,
  decisions: readonly GapDecision[],
  today: string,
): GapState {
  if (state !== "open") return state;
  const holding = decisions.filter(
    (each) => each.dimension === dimension && (each.until === null ? each.state === "planned" : each.until >= today),
  );
  if (holding.some((each) => each.state === "planned")) return "planned";
  return holding.length > 0 ? "accepted" : "open";
}

const WORST_FIRST: readonly GapState[] = ["open", "not-checkable", "accepted", "planned", "met"];

/** The worse of two: open, then not checkable, accepted, planned, met. */
export function worstGap(a: GapState, b: GapState): GapState {
  return WORST_FIRST.indexOf(a) <= WORST_FIRST.indexOf(b) ? a : b;
}

/**
 * Last day on which notice can be given: the end minus the notice period in calendar months, clamped to the month's end.
 * A part of a month counts as a whole one, which errs on the early side. Null without a valid end or period.
 */
export function noticeBy(end: string | null, noticeMonths: number | null): string | null {
  if (end === null || noticeMonths === null || !isDay(end)) return null;
  if (!Number.isFinite(noticeMonths) || noticeMonths < 0) return null;
  return addMonths(end, -Math.ceil(noticeMonths));
}
