import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths } from "../strategy/dates";
import {
  EVIDENCE_LEVELS,
  evidenceConfidence,
  isEvidenceLink,
  isValidOn,
  standingOn,
  type EvidenceDates,
  type EvidenceLevel,
} from ".";

const row = (level: EvidenceLevel, more: Partial<EvidenceDates> = {}): EvidenceDates => ({
  level,
  validFrom: null,
  expiresOn: null,
  withdrawn: false,
  ...more,
});
const TODAY = "2026-11-25";

describe("evidence on a day", () => {
  it("is valid on its first and its last day, both included", () => {
    const certificate = row("audited", { validFrom: "2026-11-25", expiresOn: "2027-11-24" });
    expect(standingOn(certificate, "2026-11-24")).toBe("not-yet");
    expect(standingOn(certificate, "2026-11-25")).toBe("valid");
    expect(standingOn(certificate, "2027-08-25")).toBe("valid");
    expect(standingOn(certificate, "2027-08-26")).toBe("expires-soon");
    expect(standingOn(certificate, "2027-11-24")).toBe("expires-soon");
    expect(standingOn(certificate, "2027-11-25")).toBe("expired");
    expect(standingOn({ ...certificate, withdrawn: true }, "2026-12-01")).toBe("withdrawn");
  });
});

describe("confidence of an answer", () => {
  it("comes from the strongest evidence that is valid", () => {
    const of = (...levels: EvidenceLevel[]) =>
      evidenceConfidence(
        levels.map((level) => row(level)),
        TODAY,
      ).confidence;
    expect(of()).toBeNull();
    expect(of("claimed")).toBe("low");
    expect(of("claimed", "documented")).toBe("medium");
    expect(of("verified", "claimed")).toBe("high");
    expect(of("audited")).toBe("high");
  });

  it("falls visibly when evidence has expired", () => {
    const audit = row("audited", { expiresOn: "2026-11-24" });
    expect(evidenceConfidence([audit, row("documented")], TODAY)).toEqual({
      level: "documented",
      confidence: "medium",
      levelBefore: "audited",
      lowered: true,
      valid: 1,
      expired: 1,
      nextExpiry: null,
    });
    expect(evidenceConfidence([audit], TODAY)).toMatchObject({ level: "claimed", confidence: "low", lowered: true });
    expect(evidenceConfidence([audit], "2026-11-24")).toMatchObject({
      level: "audited",
      lowered: false,
      nextExpiry: "2026-11-24",
    });
  });

  const day = fc.integer({ min: 0, max: 120 }).map((months) => addMonths("2022-01-31", months));
  const evidence: fc.Arbitrary<EvidenceDates> = fc.record({
    level: fc.constantFrom(...EVIDENCE_LEVELS),
    validFrom: fc.option(day),
    expiresOn: fc.option(day),
    withdrawn: fc.boolean(),
  });
  const strength = (level: EvidenceLevel | null) => (level === null ? -1 : EVIDENCE_LEVELS.indexOf(level));

  it("never falls by adding valid evidence, and never depends on order or on what is withdrawn", () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 8 }), evidence, day, (rows, more, today) => {
        const now = evidenceConfidence(rows, today);
        if (isValidOn(more, today))
          expect(strength(evidenceConfidence([...rows, more], today).level)).toBeGreaterThanOrEqual(
            strength(now.level),
          );
        expect(evidenceConfidence([...rows].reverse(), today)).toEqual(now);
        expect(
          evidenceConfidence(
            rows.filter(({ withdrawn }) => !withdrawn),
            today,
          ),
        ).toEqual(now);
        expect(now.lowered).toBe(strength(now.level) < strength(now.levelBefore));
        expect(now.lowered && now.expired === 0).toBe(false);
      }),
    );
  });

  it("never rises by waiting, when everything is valid from the beginning", () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 8 }), day, fc.integer({ min: 0, max: 60 }), (rows, today, months) => {
        const begun = rows.map((each) => ({ ...each, validFrom: null }));
        const later = evidenceConfidence(begun, addMonths(today, months));
        expect(strength(later.level)).toBeLessThanOrEqual(strength(evidenceConfidence(begun, today).level));
      }),
    );
  });
});

describe("a link", () => {
  it("is http or https, with a host and without a password", () => {
    for (const link of ["https://example.org", "http://stadt.example/avv.pdf?x=1#s2", "HTTPS://example.org:8443/a@b"])
      expect(isEvidenceLink(link), link).toBe(true);
    for (const link of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "//example.org",
      "https://",
      "https://name:word@example.org",
      "https://good.example\\@evil.example",
      "https://example.org/a b",
      " https://example.org",
      "ftp://example.org",
    ])
      expect(isEvidenceLink(link), link).toBe(false);
  });
});
