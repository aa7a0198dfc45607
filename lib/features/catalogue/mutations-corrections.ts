import { Prisma } from "@/generated/prisma/client";
import type { Grant } from "@/lib/domain/access/authorise";
import { audit, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type Refusal, type Result } from "@/lib/server/result";
import { rescore } from "../score/mutations";
import { loadMatcher } from "./data";
import type { CorrectFactInput, EndCorrectionInput } from "./schema";

export type SubjectType = "organisation" | "product";

export interface CorrectedSubject {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly correctionId: string;
}

const SUBJECT_OF: Readonly<Record<CorrectFactInput["field"], SubjectType>> = {
  country: "organisation",
  publicSector: "organisation",
  owner: "organisation",
  licence: "product",
  sourceModel: "product",
  makerId: "product",
};

/**
 * The city states a field of a catalogue row otherwise, with a reason. An earlier correction of the field ends; all scores of
 * the city are computed again. Refuses `conflict` when somebody else has corrected the field since the form was opened.
 */
export async function correctFact(
  database: Database,
  grant: Grant<"catalogue.correct">,
  actor: Actor,
  input: CorrectFactInput,
): Promise<Result<CorrectedSubject>> {
  return transaction(database, async (tx): Promise<Result<CorrectedSubject>> => {
    const subjectType = SUBJECT_OF[input.field];
    const { subjectId, field } = input;
    await lock(tx, grant.cityId, subjectType, subjectId);
    const subject = await findCatalogueRow(tx, grant.cityId, subjectType, subjectId);
    if ("ok" in subject) return subject;
    const value = await valueOf(tx, grant.cityId, input);
    if ("ok" in value) return value;
    const where = { cityId: grant.cityId, subjectType, subjectId, field, endedAt: null };
    const before = await tx.correction.findFirst({ where, orderBy: { createdAt: "desc" } });
    if ((before?.id ?? null) !== input.replaces) {
      return refuse("conflict", {
        current: before && { value: before.value, reason: before.reason, source: before.source },
      });
    }
    await tx.correction.updateMany({ where, data: { endedAt: new Date() } });
    const correction = await tx.correction.create({
      data: {
        cityId: grant.cityId,
        subjectType,
        subjectId,
        field,
        value: value.value ?? Prisma.JsonNull,
        reason: input.reason,
        source: input.source,
        createdById: actor.userId,
      },
    });
    await rescore(tx, grant.cityId, "all");
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "catalogue.correct",
        subjectType,
        subjectId,
        subjectName: subject.name,
        before: { [field]: before ? before.value : subject.fields[field] },
        after: { [field]: value.value, source: input.source },
        reason: input.reason,
      },
    ]);
    return ok({ subjectType, subjectId, correctionId: correction.id });
  });
}

/** Takes a correction back: the catalogue's own statement holds again. */
export async function endCorrection(
  database: Database,
  grant: Grant<"catalogue.correct">,
  actor: Actor,
  correctionId: string,
  input: EndCorrectionInput,
): Promise<Result<CorrectedSubject>> {
  return transaction(database, async (tx): Promise<Result<CorrectedSubject>> => {
    const found = await tx.correction.findFirst({ where: { id: correctionId, cityId: grant.cityId } });
    if (!found) return refuse("not-found");
    const { subjectId, field } = found;
    const subjectType: SubjectType = found.subjectType === "product" ? "product" : "organisation";
    await lock(tx, grant.cityId, subjectType, subjectId);
    const ended = await tx.correction.updateMany({
      where: { id: correctionId, endedAt: null },
      data: { endedAt: new Date() },
    });
    if (ended.count === 0) return refuse("conflict", { message: "catalogue.correctionEnded" });
    const subject = await findCatalogueRow(tx, grant.cityId, subjectType, subjectId);
    await rescore(tx, grant.cityId, "all");
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "catalogue.correction-end",
        subjectType,
        subjectId,
        subjectName: "ok" in subject ? null : subject.name,
        before: { [field]: found.value },
        after: { [field]: "ok" in subject ? null : subject.fields[field] },
        reason: input.reason,
      },
    ]);
    return ok({ subjectType, subjectId, correctionId });
  });
}

/** Two people correcting one row queue here, so that the second sees what the first wrote. */
async function lock(tx: Tx, cityId: string, subjectType: SubjectType, subjectId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`hoheit-correction:${cityId}:${subjectType}:${subjectId}`}, 0))`;
}

interface CatalogueRow {
  readonly name: string;
  /** What the catalogue states, per field that may be corrected. */
  readonly fields: Readonly<Record<string, unknown>>;
}

async function findCatalogueRow(
  tx: Tx,
  cityId: string,
  type: SubjectType,
  id: string,
): Promise<CatalogueRow | Refusal> {
  const where = { id, OR: [{ cityId: null }, { cityId }] };
  if (type === "organisation") {
    const row = await tx.organisation.findFirst({ where, include: { ownerships: { where: { cityId: null } } } });
    if (!row) return refuse("not-found");
    if (row.cityId !== null) return refuse("not-possible", { message: "catalogue.ownRowIsEdited" });
    const owner =
      row.ownershipKnown === "listed"
        ? row.ownerships.map(({ ownerId, share, control }) => ({ ownerId, share, control }))
        : row.ownershipKnown;
    return { name: row.name, fields: { country: row.country, publicSector: row.publicSector, owner } };
  }
  const row = await tx.product.findFirst({ where });
  if (!row) return refuse("not-found");
  if (row.cityId !== null) return refuse("not-possible", { message: "catalogue.ownRowIsEdited" });
  return { name: row.name, fields: { licence: row.licence, sourceModel: row.sourceModel, makerId: row.makerId } };
}

type Value = string | boolean | null | { readonly ownerId: string; readonly share: number | null };

/** The value as lib/domain/catalogue/corrections.ts understands it. */
async function valueOf(tx: Tx, cityId: string, input: CorrectFactInput): Promise<{ readonly value: Value } | Refusal> {
  switch (input.field) {
    case "publicSector":
      return { value: input.value === "yes" };
    case "owner": {
      const owner = await resolveOwner(tx, cityId, input, input.subjectId);
      if ("ok" in owner) return owner;
      return { value: owner.ownerId === null ? owner.ownershipKnown : { ownerId: owner.ownerId, share: owner.share } };
    }
    case "makerId": {
      if (input.value === null) return { value: null };
      const id = await resolveOrganisation(tx, cityId, input.value);
      return id === null
        ? refuse("invalid", { fields: [{ path: "value", code: "unknown-reference" }] })
        : { value: id };
    }
    default:
      return { value: input.value };
  }
}

export interface ResolvedOwner {
  readonly ownershipKnown: "listed" | "none" | "unknown";
  readonly ownerId: string | null;
  readonly share: number | null;
}

/** Whom the owner fields of a form mean. Refuses a missing or unknown owner, and an organisation owning itself. */
export async function resolveOwner(
  tx: Tx,
  cityId: string,
  input: {
    readonly knowledge: ResolvedOwner["ownershipKnown"];
    readonly owner: string | null;
    readonly share: number | null;
  },
  ownedId: string | null,
): Promise<ResolvedOwner | Refusal> {
  if (input.knowledge !== "listed") return { ownershipKnown: input.knowledge, ownerId: null, share: null };
  if (input.owner === null) return refuse("invalid", { fields: [{ path: "owner", code: "required" }] });
  const ownerId = await resolveOrganisation(tx, cityId, input.owner);
  if (ownerId === null) return refuse("invalid", { fields: [{ path: "owner", code: "unknown-reference" }] });
  if (ownerId === ownedId) return refuse("invalid", { fields: [{ path: "owner", code: "invalid" }] });
  return { ownershipKnown: "listed", ownerId, share: input.share };
}

/** An organisation by id, or by its name as people write it; null when nothing fits surely enough. */
export async function resolveOrganisation(tx: Tx, cityId: string, text: string): Promise<string | null> {
  const matcher = await loadMatcher(tx, cityId);
  return matcher.organisations.has(text) ? text : matcher.acceptOrganisation(text);
}
