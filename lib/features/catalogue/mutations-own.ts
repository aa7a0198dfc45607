import { randomUUID } from "node:crypto";
import type { Grant } from "@/lib/domain/access/authorise";
import { audit, difference, type Actor } from "@/lib/server/audit";
import { transaction, type Database, type Tx } from "@/lib/server/database/client";
import { ok, refuse, type Refusal, type Result } from "@/lib/server/result";
import { rescore } from "../score/mutations";
import { loadMatcher } from "./data";
import { resolveOrganisation, resolveOwner, type ResolvedOwner } from "./mutations-corrections";
import type {
  CreateOrganisationInput,
  CreateProductInput,
  UpdateOrganisationInput,
  UpdateProductInput,
} from "./schema";

/** Id of a city's own organisation or product; never one of the catalogue's. */
export const ownId = (): string => `own-${randomUUID()}`;

/** What the city itself says is sure to the city; the page names it as its statement. */
const cityStatement = () =>
  ({ confidence: "high", evidence: "city", asOf: new Date().toISOString().slice(0, 10) }) as const;

/** An organisation that the catalogue lacks. Refuses a name that already stands for one. */
export async function createOrganisation(
  database: Database,
  grant: Grant<"catalogue.correct">,
  actor: Actor,
  input: CreateOrganisationInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const taken = await nameTaken(tx, grant.cityId, "matchOrganisation", input.name, null);
    if (taken) return taken;
    const owner = await resolveOwner(tx, grant.cityId, input, null);
    if ("ok" in owner) return owner;
    const id = ownId();
    await tx.organisation.create({
      data: { id, cityId: grant.cityId, ...organisationData(input, owner), ...cityStatement() },
    });
    await writeOwner(tx, grant.cityId, id, owner, input.source);
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "organisation.create",
        subjectType: "organisation",
        subjectId: id,
        subjectName: input.name,
        after: { ...organisationData(input, owner), ownerId: owner.ownerId, share: owner.share },
      },
    ]);
    return ok({ id });
  });
}

/** Changes one of the city's own organisations; a catalogue row is not found here, it is corrected. */
export async function updateOrganisation(
  database: Database,
  grant: Grant<"catalogue.correct">,
  actor: Actor,
  id: string,
  input: UpdateOrganisationInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const row = await tx.organisation.findFirst({
      where: { id, cityId: grant.cityId },
      include: { ownerships: { where: { cityId: grant.cityId } } },
    });
    if (!row) return refuse("not-found");
    const [edge] = row.ownerships;
    const before = {
      name: row.name,
      country: row.country,
      publicSector: row.publicSector,
      ownershipKnown: row.ownershipKnown,
      source: row.source,
      ownerId: edge?.ownerId ?? null,
      share: edge?.share ?? null,
    };
    if (row.version !== input.version) return refuse("conflict", { current: before });
    const taken = await nameTaken(tx, grant.cityId, "matchOrganisation", input.name, id);
    if (taken) return taken;
    const owner = await resolveOwner(tx, grant.cityId, input, id);
    if ("ok" in owner) return owner;
    const data = organisationData(input, owner);
    const changed = difference(before, { ...data, ownerId: owner.ownerId, share: owner.share });
    if (!changed) return ok({ id });
    const written = await tx.organisation.updateMany({
      where: { id, version: input.version },
      data: { ...data, ...cityStatement(), version: { increment: 1 } },
    });
    if (written.count === 0) return refuse("conflict", { current: before });
    await tx.ownership.deleteMany({ where: { organisationId: id, cityId: grant.cityId } });
    await writeOwner(tx, grant.cityId, id, owner, input.source);
    await rescore(tx, grant.cityId, "all");
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "organisation.update",
        subjectType: "organisation",
        subjectId: id,
        subjectName: input.name,
        ...changed,
      },
    ]);
    return ok({ id });
  });
}

/** A product that the catalogue lacks. */
export async function createProduct(
  database: Database,
  grant: Grant<"catalogue.correct">,
  actor: Actor,
  input: CreateProductInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const taken = await nameTaken(tx, grant.cityId, "matchProduct", input.name, null);
    if (taken) return taken;
    const data = await productData(tx, grant.cityId, input);
    if ("ok" in data) return data;
    const id = ownId();
    await tx.product.create({ data: { id, cityId: grant.cityId, ...data, ...cityStatement() } });
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "product.create",
        subjectType: "product",
        subjectId: id,
        subjectName: input.name,
        after: data,
      },
    ]);
    return ok({ id });
  });
}

/** Changes one of the city's own products. */
export async function updateProduct(
  database: Database,
  grant: Grant<"catalogue.correct">,
  actor: Actor,
  id: string,
  input: UpdateProductInput,
): Promise<Result<{ id: string }>> {
  return transaction(database, async (tx): Promise<Result<{ id: string }>> => {
    const row = await tx.product.findFirst({ where: { id, cityId: grant.cityId } });
    if (!row) return refuse("not-found");
    const { name, makerId, licence, sourceModel, category, source } = row;
    const before = { name, makerId, licence, sourceModel, category, source };
    if (row.version !== input.version) return refuse("conflict", { current: before });
    const taken = await nameTaken(tx, grant.cityId, "matchProduct", input.name, id);
    if (taken) return taken;
    const data = await productData(tx, grant.cityId, input);
    if ("ok" in data) return data;
    const changed = difference(before, data);
    if (!changed) return ok({ id });
    const written = await tx.product.updateMany({
      where: { id, version: input.version },
      data: { ...data, ...cityStatement(), version: { increment: 1 } },
    });
    if (written.count === 0) return refuse("conflict", { current: before });
    await rescore(tx, grant.cityId, "all");
    await audit(tx, [
      {
        cityId: grant.cityId,
        actor,
        action: "product.update",
        subjectType: "product",
        subjectId: id,
        subjectName: input.name,
        ...changed,
      },
    ]);
    return ok({ id });
  });
}

const organisationData = (input: CreateOrganisationInput, owner: ResolvedOwner) => ({
  name: input.name,
  country: input.country,
  publicSector: input.publicSector,
  ownershipKnown: owner.ownershipKnown,
  source: input.source,
});

async function productData(tx: Tx, cityId: string, input: CreateProductInput) {
  const makerId = input.maker === null ? null : await resolveOrganisation(tx, cityId, input.maker);
  if (input.maker !== null && makerId === null)
    return refuse("invalid", { fields: [{ path: "maker", code: "unknown-reference" }] });
  const { name, licence, sourceModel, category, source } = input;
  return { name, makerId, licence, sourceModel, category, source };
}

async function writeOwner(
  tx: Tx,
  cityId: string,
  organisationId: string,
  owner: ResolvedOwner,
  source: string | null,
): Promise<void> {
  if (owner.ownerId === null) return;
  await tx.ownership.create({
    data: {
      cityId,
      organisationId,
      ownerId: owner.ownerId,
      share: owner.share,
      control: true,
      source,
      ...cityStatement(),
    },
  });
}

/** A name that surely stands for another row: two rows of one name would be matched by chance. */
async function nameTaken(
  tx: Tx,
  cityId: string,
  match: "matchOrganisation" | "matchProduct",
  name: string,
  self: string | null,
): Promise<Refusal | null> {
  const matcher = await loadMatcher(tx, cityId);
  const other = matcher[match](name).find(
    (each) => each.id !== self && (each.how === "exact" || each.how === "normalised"),
  );
  return other ? refuse("invalid", { fields: [{ path: "name", code: "taken" }] }) : null;
}
