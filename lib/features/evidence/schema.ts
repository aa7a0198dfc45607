import { z } from "zod";
import {
  EVIDENCE_KINDS,
  EVIDENCE_LEVELS,
  isEvidenceLink,
  type EvidenceKind,
  type EvidenceLevel,
} from "@/lib/domain/evidence";
import { optionalDate, optionalText, text } from "../fields";

/** Evidence for one criterion of a service: exactly what its kind needs, and nothing of the other kinds. */
export const evidenceInput = z
  .strictObject({
    method: text(100),
    criterion: text(100),
    kind: z.enum(EVIDENCE_KINDS),
    title: text(200),
    level: z.enum(EVIDENCE_LEVELS),
    url: optionalText(2_000),
    text: optionalText(10_000),
    file: z.instanceof(File).optional(),
    validFrom: optionalDate,
    receivedOn: optionalDate,
    expiresOn: optionalDate,
  })
  .superRefine((input, context) => {
    const problem = (path: string, code: string) =>
      context.addIssue({ code: "custom", path: [path], params: { code } });
    const given = { link: input.url !== null, statement: input.text !== null, file: input.file !== undefined };
    const field = { link: "url", statement: "text", file: "file" } as const;
    for (const kind of EVIDENCE_KINDS) {
      if (kind === input.kind && !given[kind]) problem(field[kind], "required");
      if (kind !== input.kind && given[kind]) problem(field[kind], "other-kind");
    }
    if (input.url !== null && !isEvidenceLink(input.url)) problem("url", "not-a-link");
    if (input.validFrom !== null && input.expiresOn !== null && input.expiresOn < input.validFrom)
      problem("expiresOn", "end-before-start");
  });
export type EvidenceInput = z.output<typeof evidenceInput>;

export const withdrawInput = z.strictObject({ withdrawReason: text(1_000) });
export type WithdrawInput = z.output<typeof withdrawInput>;

export const emptyQuery = z.strictObject({});

/** What the city's overview shows: what asks for something, and everything that is not withdrawn. */
export const EVIDENCE_STATES = ["due", "expired", "soon", "all"] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** One piece of evidence without its bytes. Days are ISO. */
export interface EvidenceRow {
  readonly id: string;
  readonly methodId: string;
  readonly criterion: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly text: string | null;
  readonly fileName: string | null;
  readonly fileType: string | null;
  readonly fileSize: number | null;
  readonly sha256: string | null;
  readonly level: EvidenceLevel;
  readonly validFrom: string | null;
  readonly receivedOn: string | null;
  readonly expiresOn: string | null;
  readonly createdAt: Date;
  readonly addedBy: string | null;
  readonly withdrawn: boolean;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnReason: string | null;
}

/** The same in the city's overview, with its service. */
export interface EvidenceOverviewRow extends EvidenceRow {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly departmentName: string | null;
}
