import { newNameKey, type ImportValues, type NameRef, type PlannedRow, type ValueField } from "@/lib/domain/importing";
import { exactKey } from "@/lib/domain/naming/normalise";
import type { AuditEntry } from "@/lib/server/audit";
import { bulkInsert } from "@/lib/server/database/bulk";
import type { Tx } from "@/lib/server/database/client";
import { newId } from "@/lib/server/ids";
import { ownId } from "../catalogue/mutations-own";
import {
  roleOfColumn,
  type Prepared,
  type RoleColumn,
  type StoredColumns,
  type StoredRole,
  type StoredService,
} from "./data-plan";

/** Rows per statement: keeps one statement's parameter at a few megabytes. */
const CHUNK = 2_000;
/** Above this many services the whole city is scored again: one pass is cheaper than naming each. */
export const RESCORE_ALL_ABOVE = 2_000;

/** What a run changed: enough to take it back, and to see whether somebody changed it since. */
export interface RunChanges {
  readonly created: readonly string[];
  readonly updated: readonly UpdatedService[];
  readonly organisations: readonly string[];
  readonly products: readonly string[];
  readonly departments: readonly string[];
}

export interface UpdatedService {
  readonly id: string;
  /** Version after the run. */
  readonly version: number;
  readonly before: StoredColumns;
  /** All roles and products as they were; left out when the run did not touch them. */
  readonly roles?: readonly StoredRole[];
  readonly productIds?: readonly string[];
}

export interface Applied {
  readonly changes: RunChanges;
  /** Service per row of the file, created and existing ones. */
  readonly serviceOf: ReadonlyMap<number, string>;
  readonly touched: readonly string[];
}

/** Somebody changed a service between planning and writing; the transaction has to be given up. */
export class StalePlanError extends Error {}

/**
 * Writes what the plan says, in the caller's transaction, in few statements whatever the number of rows. Scores and audit
 * rows are the caller's. @throws StalePlanError when a service has another version than the plan was made for
 */
export async function applyPlan(tx: Tx, cityId: string, prepared: Prepared, source: string): Promise<Applied> {
  const { plan, mapping, existing } = prepared;
  const writing = plan.rows.filter((row) => row.outcome === "created" || row.outcome === "updated");
  const day = new Date().toISOString().slice(0, 10);
  const departments = await createDepartments(tx, cityId, prepared);
  const organisations = await createOrganisations(tx, cityId, prepared, source, day);
  const products = await createProducts(tx, cityId, prepared, organisations.idOf, source, day);

  const serviceOf = new Map<number, string>();
  for (const row of plan.rows) if (row.existingId !== null) serviceOf.set(row.line, row.existingId);
  const inserts: (StoredColumns & { readonly id: string; readonly cityId: string })[] = [];
  const updates: UpdateRecord[] = [];
  const updated: UpdatedService[] = [];
  const roleRows: (StoredRole & { serviceId: string; cityId: string })[] = [];
  const goneRoles: string[] = [];
  const relinked: { serviceId: string; productIds: readonly string[] }[] = [];
  const now = new Date().toISOString();

  for (const row of writing) {
    const before = row.existingId === null ? null : (existing.get(row.existingId) ?? null);
    const id = before?.id ?? newId();
    serviceOf.set(row.line, id);
    const columns = columnsOf(row, before?.columns ?? null, departments.idOf, now);
    const roles = rolesOf(row.values, before, mapping, columns.operatingModel, organisations.idOf);
    const productIds = changed(row, "product") ? unique((row.values.product ?? []).map(products.idOf)) : null;
    for (const role of roles.added) {
      roleRows.push({
        id: newId(),
        serviceId: id,
        cityId,
        location: null,
        source,
        asOf: day,
        confidence: "high",
        evidence: "city",
        ...role,
      });
    }
    goneRoles.push(...roles.gone);
    if (productIds !== null) relinked.push({ serviceId: id, productIds });
    if (before === null) {
      inserts.push({ id, cityId, ...columns });
    } else {
      updates.push({ id, version: before.version, ...columns });
      updated.push({
        id,
        version: before.version + 1,
        before: before.columns,
        ...(roles.added.length + roles.gone.length > 0 ? { roles: before.roles } : {}),
        ...(productIds === null ? {} : { productIds: before.productIds }),
      });
    }
  }

  await bulkInsert(
    tx,
    "Service",
    inserts.map((row) => ({ ...row })),
  );
  await updateServices(tx, cityId, updates);
  await deleteRoles(tx, cityId, goneRoles);
  await bulkInsert(
    tx,
    "ServiceRole",
    roleRows.map((row) => ({ ...row })),
  );
  await linkProducts(tx, cityId, relinked);
  const touched = writing.flatMap((row) => serviceOf.get(row.line) ?? []);
  return {
    changes: {
      created: inserts.map((row) => row.id),
      updated,
      organisations: organisations.created,
      products: products.created,
      departments: departments.created,
    },
    serviceOf,
    touched,
  };
}

const changed = (row: PlannedRow, field: ValueField): boolean => row.changes.some((change) => change.field === field);

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** The columns after the import: what the row states over what is stored. */
function columnsOf(
  row: PlannedRow,
  before: StoredColumns | null,
  departmentId: (ref: NameRef) => string,
  now: string,
): StoredColumns {
  const { values } = row;
  const lifecycle = values.lifecycle ?? before?.lifecycle ?? "active";
  return {
    name: values.name ?? before?.name ?? "",
    shortName: values.shortName ?? before?.shortName ?? null,
    externalId: values.externalId ?? before?.externalId ?? null,
    naturalKey: row.key ?? before?.naturalKey ?? "",
    departmentId: values.department === undefined ? (before?.departmentId ?? null) : departmentId(values.department),
    responsible: values.owner ?? before?.responsible ?? null,
    purpose: values.purpose ?? before?.purpose ?? null,
    lifecycle,
    operatingModel: values.operatingModel ?? before?.operatingModel ?? null,
    confidentiality: values.confidentiality ?? before?.confidentiality ?? null,
    integrity: values.integrity ?? before?.integrity ?? null,
    availability: values.availability ?? before?.availability ?? null,
    dataLocation: values.dataLocation ?? before?.dataLocation ?? null,
    users: values.users ?? before?.users ?? null,
    costPerYear: values.costPerYear ?? before?.costPerYear ?? null,
    contractStart: values.contractStart ?? before?.contractStart ?? null,
    contractEnd: values.contractEnd ?? before?.contractEnd ?? null,
    noticeMonths: values.noticeMonths ?? before?.noticeMonths ?? null,
    retiredAt: lifecycle === "retired" ? (before?.retiredAt ?? now) : null,
  };
}

interface RoleChange {
  readonly role: string;
  readonly organisationId: string;
  readonly dataAccess: string;
}

/**
 * Which roles the row adds and ends. What is stated replaces the list of that role; a role that stays keeps what is known
 * about its access. With SaaS whoever delivers the service also runs it and can read its data, so it becomes the operator
 * where none is known.
 */
function rolesOf(
  values: ImportValues,
  before: StoredService | null,
  mapping: Prepared["mapping"],
  operatingModel: string | null,
  organisationId: (ref: NameRef) => string,
): { readonly added: readonly RoleChange[]; readonly gone: readonly string[] } {
  const saas = operatingModel === "vendor-saas";
  const dataAccess = saas ? "readable" : "unknown";
  const added: RoleChange[] = [];
  const gone: string[] = [];
  const stored = before?.roles ?? [];
  for (const column of ["maker", "supplier", "operator", "host"] as const satisfies readonly RoleColumn[]) {
    const refs = values[column];
    if (refs === undefined) continue;
    const role = roleOfColumn(column, mapping);
    const wanted = unique(refs.map(organisationId));
    const there = stored.filter((row) => row.role === role);
    gone.push(
      ...there
        .filter((row) => row.organisationId === null || !wanted.includes(row.organisationId))
        .map((row) => row.id),
    );
    for (const id of wanted) {
      if (!there.some((row) => row.organisationId === id)) added.push({ role, organisationId: id, dataAccess });
    }
  }
  if (saas && values.operator === undefined && !stored.some((row) => row.role === "operator")) {
    for (const id of unique((values.supplier ?? values.maker ?? []).map(organisationId))) {
      added.push({ role: "operator", organisationId: id, dataAccess });
    }
  }
  return { added, gone };
}

interface CreatedNames {
  readonly created: readonly string[];
  readonly idOf: (ref: NameRef) => string;
}

async function createDepartments(tx: Tx, cityId: string, { plan }: Prepared): Promise<CreatedNames> {
  const rows = plan.newDepartments.map(({ name }) => ({ id: newId(), cityId, name }));
  await bulkInsert(tx, "Department", rows);
  return {
    created: rows.map(({ id }) => id),
    idOf: lookUp(new Map(rows.map(({ id, name }) => [exactKey(name), id])), exactKey),
  };
}

/** Spellings of each new name, so that the next import finds them all. */
function spellings(rows: readonly PlannedRow[], fields: readonly ("product" | RoleColumn)[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const field of fields) {
      for (const ref of changed(row, field) ? (row.values[field] ?? []) : []) {
        if (ref.id !== null) continue;
        const key = newNameKey(ref.name);
        found.set(key, (found.get(key) ?? new Set()).add(ref.name));
      }
    }
  }
  return found;
}

async function createOrganisations(
  tx: Tx,
  cityId: string,
  { plan }: Prepared,
  source: string,
  day: string,
): Promise<CreatedNames> {
  const aliases = spellings(plan.rows, ["maker", "supplier", "operator", "host"]);
  const rows = plan.newOrganisations.map(({ name }) => ({
    id: ownId(),
    cityId,
    name,
    publicSector: false,
    ownershipKnown: "unknown",
    affiliates: [],
    aliases: [...(aliases.get(newNameKey(name)) ?? [])].filter((each) => each !== name).sort(),
    source,
    asOf: day,
    confidence: "low",
    evidence: "city",
    version: 1,
  }));
  await bulkInsert(tx, "Organisation", rows);
  return {
    created: rows.map(({ id }) => id),
    idOf: lookUp(new Map(rows.map(({ id, name }) => [newNameKey(name), id])), newNameKey),
  };
}

async function createProducts(
  tx: Tx,
  cityId: string,
  { plan }: Prepared,
  organisationId: (ref: NameRef) => string,
  source: string,
  day: string,
): Promise<CreatedNames> {
  const aliases = spellings(plan.rows, ["product"]);
  const makers = new Map<string, Set<string>>();
  for (const row of plan.rows) {
    const [product, ...others] = changed(row, "product") ? (row.values.product ?? []) : [];
    // Whose product it is follows from a row only when that row names one product and one maker.
    if (product === undefined || product.id !== null || others.length > 0 || row.values.maker?.length !== 1) continue;
    const [maker] = row.values.maker;
    const known = makers.get(newNameKey(product.name)) ?? new Set();
    if (maker !== undefined) makers.set(newNameKey(product.name), known.add(organisationId(maker)));
  }
  const rows = plan.newProducts.map(({ name }) => {
    const maker = [...(makers.get(newNameKey(name)) ?? [])];
    return {
      id: ownId(),
      cityId,
      name,
      makerId: maker.length === 1 ? (maker[0] ?? null) : null,
      delivery: [],
      interfaces: [],
      alternativeIds: [],
      partOf: [],
      aliases: [...(aliases.get(newNameKey(name)) ?? [])].filter((each) => each !== name).sort(),
      source,
      asOf: day,
      confidence: "low",
      evidence: "city",
      version: 1,
    };
  });
  await bulkInsert(tx, "Product", rows);
  return {
    created: rows.map(({ id }) => id),
    idOf: lookUp(new Map(rows.map(({ id, name }) => [newNameKey(name), id])), newNameKey),
  };
}

function lookUp(ids: ReadonlyMap<string, string>, key: (name: string) => string): (ref: NameRef) => string {
  return (ref) => {
    const id = ref.id ?? ids.get(key(ref.name));
    if (id === undefined) throw new Error(`the plan creates no row for a name it uses (${ref.name.length} characters)`);
    return id;
  };
}

export type UpdateRecord = StoredColumns & { readonly id: string; readonly version: number };

/** Writes all columns of services that still have the given version, and raises it. @throws StalePlanError otherwise */
export async function updateServices(tx: Tx, cityId: string, records: readonly UpdateRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK);
    const count = await tx.$executeRaw`
      UPDATE "Service" s SET
        "name" = r."name", "shortName" = r."shortName", "externalId" = r."externalId", "naturalKey" = r."naturalKey",
        "departmentId" = r."departmentId", "responsible" = r."responsible", "purpose" = r."purpose", "lifecycle" = r."lifecycle",
        "operatingModel" = r."operatingModel", "confidentiality" = r."confidentiality", "integrity" = r."integrity",
        "availability" = r."availability", "dataLocation" = r."dataLocation", "users" = r."users", "costPerYear" = r."costPerYear",
        "contractStart" = r."contractStart", "contractEnd" = r."contractEnd", "noticeMonths" = r."noticeMonths",
        "retiredAt" = r."retiredAt", "version" = s."version" + 1, "updatedAt" = now()
      FROM jsonb_populate_recordset(NULL::"Service", ${JSON.stringify(chunk)}::jsonb) AS r
      WHERE s."id" = r."id" AND s."cityId" = ${cityId}::uuid AND s."version" = r."version"`;
    if (count !== chunk.length) throw new StalePlanError();
  }
}

export async function deleteRoles(tx: Tx, cityId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$executeRaw`DELETE FROM "ServiceRole" WHERE "cityId" = ${cityId}::uuid AND "id" = ANY(${ids}::uuid[])`;
}

/** Sets the products of the given services, main one first. */
export async function linkProducts(
  tx: Tx,
  cityId: string,
  links: readonly { readonly serviceId: string; readonly productIds: readonly string[] }[],
): Promise<void> {
  if (links.length === 0) return;
  const services = links.map((link) => link.serviceId);
  await tx.$executeRaw`DELETE FROM "ServiceProduct" WHERE "cityId" = ${cityId}::uuid AND "serviceId" = ANY(${services}::uuid[])`;
  const rows = links.flatMap(({ serviceId, productIds }) =>
    productIds.map((productId, position) => ({ serviceId, productId, cityId, position })),
  );
  await bulkInsert(tx, "ServiceProduct", rows);
}

/** One audit row per service, with the fields that changed in the words of the file. */
export function serviceEntries(
  cityId: string,
  actor: AuditEntry["actor"],
  { plan }: Prepared,
  applied: Applied,
  reason: string,
): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (const row of plan.rows) {
    if (row.outcome !== "created" && row.outcome !== "updated") continue;
    const before: Record<string, unknown> = {};
    const after: Record<string, unknown> = {};
    for (const change of row.changes) {
      before[change.field] = plain(change.before);
      after[change.field] = plain(change.after);
    }
    entries.push({
      cityId,
      actor,
      action: row.outcome === "created" ? "service.create" : "service.update",
      subjectType: "service",
      subjectId: applied.serviceOf.get(row.line) ?? "",
      subjectName: row.values.name ?? null,
      ...(row.outcome === "updated" ? { before } : {}),
      after,
      reason,
    });
  }
  return entries;
}

function plain(value: ImportValues[ValueField] | null): unknown {
  if (Array.isArray(value)) return value.map((ref: NameRef) => ref.name);
  return value !== null && typeof value === "object" && "name" in value ? (value as NameRef).name : value;
}
