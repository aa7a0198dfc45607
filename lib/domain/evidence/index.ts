import type { Confidence } from "../facts";
import { dayNumber } from "../strategy/dates";

/** What kinds of evidence there are. */
export const EVIDENCE_KINDS = ["link", "file", "statement"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How far somebody has looked: said, written down, looked at by us, looked at by an independent third. Weakest first. */
export const EVIDENCE_LEVELS = ["claimed", "documented", "verified", "audited"] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** Evidence expires soon this many days ahead. */
export const EXPIRES_SOON_DAYS = 90;

/** Of evidence, what its standing on a day depends on. Days are ISO; both ends belong to the time it is valid. */
export interface EvidenceDates {
  readonly level: EvidenceLevel;
  /** null = valid from the beginning. */
  readonly validFrom: string | null;
  /** Last day; null = no end known. */
  readonly expiresOn: string | null;
  readonly withdrawn: boolean;
}

export type EvidenceStanding = "not-yet" | "valid" | "expires-soon" | "expired" | "withdrawn";

/** How evidence stands on a day. What has expired is expired, also when it was never valid. */
export function standingOn(evidence: EvidenceDates, today: string): EvidenceStanding {
  if (evidence.withdrawn) return "withdrawn";
  if (evidence.expiresOn !== null && evidence.expiresOn < today) return "expired";
  if (evidence.validFrom !== null && evidence.validFrom > today) return "not-yet";
  if (evidence.expiresOn !== null && dayNumber(evidence.expiresOn) - dayNumber(today) <= EXPIRES_SOON_DAYS)
    return "expires-soon";
  return "valid";
}

/** Is the evidence valid on the day? */
export function isValidOn(evidence: EvidenceDates, today: string): boolean {
  const standing = standingOn(evidence, today);
  return standing === "valid" || standing === "expires-soon";
}

const CONFIDENCE: Readonly<Record<EvidenceLevel, Confidence>> = {
  claimed: "low",
  documented: "medium",
  verified: "high",
  audited: "high",
};

const rank = (level: EvidenceLevel | null): number => (level === null ? -1 : EVIDENCE_LEVELS.indexOf(level));

function strongest(rows: readonly EvidenceDates[]): EvidenceLevel | null {
  return rows.reduce<EvidenceLevel | null>((best, { level }) => (rank(level) > rank(best) ? level : best), null);
}

/** How sure an answer is by its evidence. It never touches the score. */
export interface EvidenceConfidence {
  /** Strongest level that counts today; null = there is no evidence that ever counted. */
  readonly level: EvidenceLevel | null;
  readonly confidence: Confidence | null;
  /** Strongest level if nothing had expired. */
  readonly levelBefore: EvidenceLevel | null;
  /** Expired evidence has made the answer less sure than it was. */
  readonly lowered: boolean;
  readonly valid: number;
  readonly expired: number;
  /** First day on which evidence that counts today ends; null = none does. */
  readonly nextExpiry: string | null;
}

/**
 * Confidence of an answer on a day from its evidence: the strongest that is valid counts. What has expired shows that
 * something was once so, and counts as claimed, no more. Withdrawn evidence and such as is not valid yet does not count.
 */
export function evidenceConfidence(rows: readonly EvidenceDates[], today: string): EvidenceConfidence {
  const valid = rows.filter((row) => isValidOn(row, today));
  const expired = rows.filter((row) => standingOn(row, today) === "expired");
  const now = strongest(valid) ?? (expired.length > 0 ? "claimed" : null);
  const before = strongest([...valid, ...expired]);
  const ends = valid.flatMap(({ expiresOn }) => expiresOn ?? []).sort();
  return {
    level: now,
    confidence: now === null ? null : CONFIDENCE[now],
    levelBefore: before,
    lowered: rank(now) < rank(before),
    valid: valid.length,
    expired: expired.length,
    nextExpiry: ends[0] ?? null,
  };
}

/** A link as evidence: http or https, without name and password in it. It is shown, and never fetched. */
export function isEvidenceLink(text: string): boolean {
  // The domain has no URL parser: scheme, a host without "@", then anything but blanks.
  return /^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s]*)?$/i.test(text);
}
