import { createHash } from "node:crypto";
import type { Grant } from "@/lib/domain/access/authorise";
import type { Assessment } from "@/generated/prisma/client";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import { causeOf, type CourseCause } from "@/lib/domain/service/course";
import type { Method } from "@/lib/domain/method/types";
import { freeze, printNow, type Frozen } from "@/lib/domain/service/frozen";
import type { Standing } from "@/lib/domain/service/standing";
import type { Database, Tx } from "@/lib/server/database/client";
import { findMethodOf } from "../method/data";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { fingerprint, standingsFor } from "../score/data-standing";

type Reader = Database | Tx;
type Reach = Pick<Grant<"assessment.read">, "cityId">;

export type AssessmentState = "draft" | "submitted" | "approved" | "superseded";

/** The assessment in force: there is at most one per service and method that is not superseded. */
export interface OpenAssessment {
  readonly id: string;
  readonly method: string;
  readonly version: number;
  readonly state: AssessmentState;
  readonly answers: AssessedAnswers;
  readonly createdById: string | null;
  readonly submittedById: string | null;
  readonly submittedAt: Date | null;
  readonly approvedById: string | null;
  readonly approvedAt: Date | null;
  readonly rejectReason: string | null;
  /** Facts or method have changed what was approved. */
  readonly changedSince: Date | null;
}

export async function loadOpen(
  reader: Reader,
  grant: Reach,
  serviceId: string,
  method: string,
  rater: "first" | "second" = "first",
): Promise<OpenAssessment | null> {
  const row = await reader.assessment.findFirst({
    where: { cityId: grant.cityId, serviceId, method, rater, state: { not: "superseded" } },
  });
  return row && open(row);
}

const open = (row: Assessment): OpenAssessment => ({
  id: row.id,
  method: row.method,
  version: row.version,
  state: row.state as AssessmentState,
  answers: row.answers as unknown as AssessedAnswers,
  createdById: row.createdById,
  submittedById: row.submittedById,
  submittedAt: row.submittedAt,
  approvedById: row.approvedById,
  approvedAt: row.approvedAt,
  rejectReason: row.rejectReason,
  changedSince: row.changedSince,
});

/** An assessment of the service that is in force, with the service's department. */
export async function loadStep(reader: Reader, grant: Reach, serviceId: string, assessmentId: string) {
  const row = await reader.assessment.findFirst({
    where: { id: assessmentId, serviceId, cityId: grant.cityId, rater: "first", state: { not: "superseded" } },
    include: { service: { select: { name: true, departmentId: true } } },
  });
  return row && { assessment: open(row), service: row.service };
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

/** How a service stands with the answers of one assessment; null when the service or the method is not there. */
export async function loadStanding(
  reader: Reader,
  cityId: string,
  serviceId: string,
  assessment: { readonly method: string; readonly answers: AssessedAnswers },
): Promise<{ readonly standing: Standing; readonly service: { readonly id: string; readonly name: string } } | null> {
  const method = await findMethodOf(reader, cityId, assessment.method, ["active", "retired"]);
  if (method === null) return null;
  const city = await loadCityWorld(reader, cityId);
  const [input] = await loadScoringInputs(reader, cityId, city.products, [serviceId]);
  if (input === undefined) return null;
  const [standing] = standingsFor(city, input, [method], { [method.ref]: assessment.answers });
  return standing === undefined ? null : { standing, service: { id: input.facts.id, name: input.facts.name } };
}

/** Columns of an assessment that keep what was approved. */
export function frozenColumns(standing: Standing, service: Frozen["service"]) {
  const approvedContent = JSON.stringify(freeze(standing, service));
  return { approvedContent, approvedHash: hashOf(approvedContent), approvedPrint: fingerprint(printNow(standing)) };
}

/** Hash over the content of an approval: SHA-256, hexadecimal. */
export const hashOf = (content: string): string => createHash("sha256").update(content).digest("hex");

/** An assessment that was approved at some time, with what was approved and how the service stands with its answers now. */
export async function loadApproval(reader: Reader, grant: Reach, serviceId: string, assessmentId: string) {
  const row = await reader.assessment.findFirst({
    where: { id: assessmentId, serviceId, cityId: grant.cityId, approvedAt: { not: null } },
  });
  if (row === null) return null;
  const [standing, approver] = await Promise.all([
    loadStanding(reader, grant.cityId, serviceId, open(row)),
    row.approvedById === null
      ? null
      : reader.user.findUnique({ where: { id: row.approvedById }, select: { name: true } }),
  ]);
  return {
    assessment: { ...open(row), confirmedAt: row.confirmedAt },
    content: row.approvedContent,
    hash: row.approvedHash,
    standing: standing?.standing ?? null,
    approvedBy: approver?.name ?? null,
  };
}

/** One approval of a service by a method, with why it differs from the one before. */
export interface CourseStep {
  readonly id: string;
  readonly method: string;
  readonly approvedAt: Date;
  readonly outputs: Frozen["outputs"];
  /** null for the first. */
  readonly cause: CourseCause | null;
}

/** All approvals of a service by any version of a method, oldest first; those without kept content are left out. */
export async function loadCourse(
  reader: Reader,
  grant: Reach,
  serviceId: string,
  methodId: string,
): Promise<CourseStep[]> {
  const rows = await reader.assessment.findMany({
    where: {
      cityId: grant.cityId,
      serviceId,
      method: { startsWith: `${methodId}@` },
      approvedAt: { not: null },
      approvedContent: { not: null },
    },
    orderBy: { approvedAt: "asc" },
    select: { id: true, method: true, approvedAt: true, approvedContent: true },
  });
  const contents = rows.map((row) => JSON.parse(row.approvedContent ?? "") as Frozen);
  return rows.flatMap((row, i): CourseStep[] => {
    const [content, before] = [contents[i], contents[i - 1]];
    if (content === undefined || row.approvedAt === null) return [];
    const cause = before === undefined ? null : causeOf(before, content);
    return [{ id: row.id, method: row.method, approvedAt: row.approvedAt, outputs: content.outputs, cause }];
  });
}

/** The method with this `id@version`, when services of the city are assessed by it. */
export async function assessable(reader: Reader, cityId: string, ref: string): Promise<Method | null> {
  const method = await findMethodOf(reader, cityId, ref);
  return method?.unit === "service" ? method : null;
}
