import { outOfReach, type Grant } from "@/lib/domain/access/authorise";
import { checkAttachment, type AttachmentCheck } from "@/lib/files/attachment";
import { dayInBerlin } from "@/lib/format";
import { fromAccess } from "@/lib/server/access";
import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database } from "@/lib/server/database/client";
import { ok, refuse, type Result } from "@/lib/server/result";
import { loadCriteria, MOST_PER_SERVICE } from "./data";
import type { EvidenceInput, WithdrawInput } from "./schema";

type Accepted = Extract<AttachmentCheck, { ok: true }>;

const date = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

/**
 * Keeps evidence for a criterion of a service. A file is checked by its ending and its content before anything is
 * written, and stored as it is.
 * @param bytes content of the file when the kind is `file`
 */
export async function addEvidence(
  database: Database,
  grant: Grant<"evidence.write">,
  actor: Actor,
  serviceId: string,
  input: EvidenceInput,
  bytes: Uint8Array<ArrayBuffer> | null,
  now: Date = new Date(),
): Promise<Result<{ id: string }>> {
  const invalid = (path: string, code: string) => refuse("invalid", { fields: [{ path, code }] });
  if (input.receivedOn !== null && input.receivedOn > dayInBerlin(now)) return invalid("receivedOn", "date-in-future");
  let file: Accepted | null = null;
  if (input.kind === "file") {
    const checked = await checkAttachment(bytes ?? new Uint8Array(), input.file?.name ?? "");
    if (!checked.ok) return invalid("file", checked.code);
    file = checked;
  }
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    // Two uploads of the same file wait for each other, so that the second finds the first.
    await tx.$queryRaw`SELECT 1 FROM "Service" WHERE "id" = ${serviceId}::uuid AND "cityId" = ${grant.cityId}::uuid FOR UPDATE`;
    const service = await tx.service.findFirst({
      where: { id: serviceId, cityId: grant.cityId },
      select: { name: true, departmentId: true },
    });
    if (service === null) return refuse("not-found");
    const reach = outOfReach(grant, service.departmentId);
    if (reach !== null) return fromAccess(reach);
    const criteria = await loadCriteria(tx, grant.cityId);
    const known = criteria.some((each) => each.methodId === input.method && each.criterion === input.criterion);
    if (!known) return invalid("criterion", "unknown-reference");
    const subject = { cityId: grant.cityId, serviceId, methodId: input.method, criterion: input.criterion };
    if ((await tx.evidence.count({ where: { cityId: grant.cityId, serviceId } })) >= MOST_PER_SERVICE)
      return refuse("not-possible", { message: "evidence.tooMany", params: { most: MOST_PER_SERVICE } });
    if (file !== null) {
      const same = await tx.evidence.count({ where: { ...subject, sha256: file.sha256, withdrawnAt: null } });
      if (same > 0) return invalid("file", "file-twice");
    }
    const created = await tx.evidence.create({
      data: {
        ...subject,
        kind: input.kind,
        title: input.title,
        level: input.level,
        url: input.url,
        text: input.text,
        validFrom: date(input.validFrom),
        receivedOn: date(input.receivedOn),
        expiresOn: date(input.expiresOn),
        fileName: file?.fileName ?? null,
        fileType: file?.type ?? null,
        fileSize: file?.size ?? null,
        sha256: file?.sha256 ?? null,
        createdById: actor.userId,
      },
      select: { id: true },
    });
    if (file !== null && bytes !== null)
      await tx.evidenceFile.create({ data: { evidenceId: created.id, cityId: grant.cityId, content: bytes } });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "evidence.add",
        subjectType: "evidence",
        subjectId: created.id,
        subjectName: service.name,
        after: {
          title: input.title,
          kind: input.kind,
          level: input.level,
          method: input.method,
          criterion: input.criterion,
          ...(input.validFrom === null ? {} : { validFrom: input.validFrom }),
          ...(input.receivedOn === null ? {} : { receivedOn: input.receivedOn }),
          ...(input.expiresOn === null ? {} : { expiresOn: input.expiresOn }),
          ...(file === null ? {} : { fileName: file.fileName, sha256: file.sha256 }),
        },
      },
    ]);
    return ok(created);
  });
}

/** Evidence no longer counts; it stays readable, with the reason. */
export async function withdrawEvidence(
  database: Database,
  grant: Grant<"evidence.write">,
  actor: Actor,
  id: string,
  input: WithdrawInput,
  now: Date = new Date(),
): Promise<Result<{ serviceId: string }>> {
  return transaction(database, async (tx): Promise<Result<{ serviceId: string }>> => {
    const known = await tx.evidence.findFirst({
      where: { id, cityId: grant.cityId },
      select: { title: true, serviceId: true, service: { select: { name: true, departmentId: true } } },
    });
    if (known === null) return refuse("not-found");
    const reach = outOfReach(grant, known.service.departmentId);
    if (reach !== null) return fromAccess(reach);
    const { count } = await tx.evidence.updateMany({
      where: { id, cityId: grant.cityId, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawnById: actor.userId, withdrawnReason: input.withdrawReason },
    });
    if (count === 0) return refuse("not-possible", { message: "evidence.alreadyWithdrawn" });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "evidence.withdraw",
        subjectType: "evidence",
        subjectId: id,
        subjectName: known.service.name,
        before: { title: known.title },
        reason: input.withdrawReason,
      },
    ]);
    return ok({ serviceId: known.serviceId });
  });
}
