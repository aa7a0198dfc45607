import { z } from "zod";
import { ACCEPTABLE } from "@/lib/domain/acceptance";
import { optionalDate, text } from "../fields";

/** A gap borne knowingly: why, and until which day. */
export const acceptInput = z.strictObject({
  dimension: z.enum(ACCEPTABLE),
  reason: text(1_000),
  until: optionalDate.pipe(z.iso.date()),
});
export type AcceptInput = z.output<typeof acceptInput>;

export const endInput = z.strictObject({ endReason: text(1_000) });
export type EndInput = z.output<typeof endInput>;

/** What the city's list of acceptances shows: those that hold, those of them that end within 90 days, those that ended. */
export const ACCEPTED_STATES = ["current", "soon", "ended"] as const;
export type AcceptedState = (typeof ACCEPTED_STATES)[number];

/** An acceptance of one service, as its page shows it. */
export interface AcceptanceLine {
  readonly id: string;
  readonly dimension: string;
  readonly reason: string;
  /** Last ISO day on which it holds. */
  readonly until: string;
  /** null where the reader may not see who it was, and for people who are gone. */
  readonly approvedBy: string | null;
  readonly approvedAt: Date;
  readonly endedAt: Date | null;
  /** null with `endedAt` set and no reason = it ended on its date. */
  readonly endedBy: string | null;
  readonly endReason: string | null;
}

/** The same in the city's list, with the service and how far it is from what is required. */
export interface AcceptedRow extends AcceptanceLine {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly departmentName: string | null;
  readonly munichValue: number | null;
  readonly munichBest: number;
  readonly munichWorst: number;
  readonly exposure: string | null;
  readonly exposureAtLeast: boolean;
  readonly requiredMunich: number | null;
  readonly requiredExposure: string | null;
  /** State of the gap today: an acceptance of a gap that closed has no effect. */
  readonly gap: string;
}
