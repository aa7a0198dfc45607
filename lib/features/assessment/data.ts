import type { Grant } from "@/lib/domain/access/authorise";
import type { Assessment } from "@/generated/prisma/client";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import type { Database, Tx } from "@/lib/server/database/client";

type Reader = Database | Tx;
type Reach = Pick<Grant<"assessment.read">, "cityId">;

export type AssessmentState = "draft" | "submitted" | "approved" | "superseded";

/** The assessment in force: there is at most one per service and method that is not superseded. */
export interface OpenAssessment {
  readonly id: string;
  readonly version: number;
  readonly state: AssessmentState;
  readonly answers: AssessedAnswers;
  readonly createdById: string | null;
  readonly submittedById: string | null;
  readonly submittedAt: Date | null;
  readonly approvedById: string | null;
  readonly approvedAt: Date | null;
  readonly rejectReason: string | null;
}

export async function loadOpen(
  reader: Reader,
  grant: Reach,
  serviceId: string,
  method: string,
): Promise<OpenAssessment | null> {
  const row = await reader.assessment.findFirst({
    where: { cityId: grant.cityId, serviceId, method, state: { not: "superseded" } },
  });
  return row && open(row);
}

const open = (row: Assessment): OpenAssessment => ({
  id: row.id,
  version: row.version,
  state: row.state as AssessmentState,
  answers: row.answers as unknown as AssessedAnswers,
  createdById: row.createdById,
  submittedById: row.submittedById,
  submittedAt: row.submittedAt,
  approvedById: row.approvedById,
  approvedAt: row.approvedAt,
  rejectReason: row.rejectReason,
});

/** An assessment of the service that is in force, with the service's department. */
export async function loadStep(reader: Reader, grant: Reach, serviceId: string, assessmentId: string) {
  const row = await reader.assessment.findFirst({
    where: { id: assessmentId, serviceId, cityId: grant.cityId, state: { not: "superseded" } },
    include: { service: { select: { name: true, departmentId: true } } },
  });
  return row && { assessment: open(row), method: row.method, service: row.service };
}

/** Everybody who gave or changed an answer of the assessment, from the change log. */
export async function loadAuthors(reader: Reader, grant: Reach, assessment: OpenAssessment): Promise<string[]> {
  const rows = await reader.auditEvent.findMany({
    where: {
      cityId: grant.cityId,
      subjectType: "assessment",
      subjectId: assessment.id,
      action: { in: ["assessment.create", "assessment.save"] },
    },
    select: { actorId: true },
    distinct: ["actorId"],
  });
  return [...new Set([assessment.createdById, ...rows.map((row) => row.actorId)])].filter((id) => id !== null);
}
