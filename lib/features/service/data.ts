import type { Grant } from "@/lib/domain/access/authorise";
import type { Database, Tx } from "@/lib/server/database/client";
import { day, loadCityWorld, loadScoringInputs } from "../score/data";
import { scoreInput } from "../score/mutations";

type Reader = Database | Tx;
type Reach = Pick<Grant<"service.read" | "service.update" | "service.retire">, "cityId">;

/** What a person can state about a service, as forms show it and the change log keeps it. */
export interface ServiceValues {
  readonly name: string;
  readonly shortName: string | null;
  readonly externalId: string | null;
  readonly departmentId: string | null;
  readonly purpose: string | null;
  readonly responsible: string | null;
  readonly lifecycle: string;
  readonly operatingModel: string | null;
  readonly ownDevelopment: boolean;
  readonly codePublished: string | null;
  readonly confidentiality: string | null;
  readonly integrity: string | null;
  readonly availability: string | null;
  readonly dataLocation: string | null;
  readonly controlData: string | null;
  readonly controlOperation: string | null;
  readonly controlKeys: string | null;
  readonly controlAccess: string | null;
  readonly skills: string | null;
  readonly users: number | null;
  readonly costPerYear: number | null;
  readonly contractStart: string | null;
  readonly contractEnd: string | null;
  readonly noticeMonths: number | null;
  readonly exitClause: string | null;
  readonly dataReturnClause: string | null;
  readonly securityUpdates: string | null;
  /** Main product first. */
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly roles: readonly RoleValues[];
}

export interface RoleValues {
  readonly role: string;
  /** null = the role is filled, by whom is unknown. */
  readonly id: string | null;
  readonly name: string | null;
  readonly dataAccess: string;
  readonly location: string | null;
}

export interface StoredService {
  readonly id: string;
  readonly version: number;
  readonly departmentName: string | null;
  readonly retiredAt: Date | null;
  readonly updatedAt: Date;
  readonly values: ServiceValues;
}

/** One service of the city as it is stored; null for an unknown id and for another city's. */
export async function loadStored(reader: Reader, grant: Reach, id: string): Promise<StoredService | null> {
  const row = await reader.service.findFirst({
    where: { id, cityId: grant.cityId },
    include: {
      department: { select: { name: true } },
      products: {
        orderBy: [{ position: "asc" }, { productId: "asc" }],
        include: { product: { select: { name: true } } },
      },
      roles: { orderBy: { id: "asc" }, include: { organisation: { select: { name: true } } } },
    },
  });
  if (!row) return null;
  return {
    id: row.id,
    version: row.version,
    departmentName: row.department?.name ?? null,
    retiredAt: row.retiredAt,
    updatedAt: row.updatedAt,
    values: {
      name: row.name,
      shortName: row.shortName,
      externalId: row.externalId,
      departmentId: row.departmentId,
      purpose: row.purpose,
      responsible: row.responsible,
      lifecycle: row.lifecycle,
      operatingModel: row.operatingModel,
      ownDevelopment: row.ownDevelopment,
      codePublished: row.codePublished,
      confidentiality: row.confidentiality,
      integrity: row.integrity,
      availability: row.availability,
      dataLocation: row.dataLocation,
      controlData: row.controlData,
      controlOperation: row.controlOperation,
      controlKeys: row.controlKeys,
      controlAccess: row.controlAccess,
      skills: row.skills,
      users: row.users,
      costPerYear: row.costPerYear === null ? null : Number(row.costPerYear),
      contractStart: day(row.contractStart),
      contractEnd: day(row.contractEnd),
      noticeMonths: row.noticeMonths,
      exitClause: row.exitClause,
      dataReturnClause: row.dataReturnClause,
      securityUpdates: row.securityUpdates,
      products: row.products.map((link) => ({ id: link.productId, name: link.product.name })),
      roles: row.roles.map((role) => ({
        role: role.role,
        id: role.organisationId,
        name: role.organisation?.name ?? null,
        dataAccess: role.dataAccess,
        location: role.location,
      })),
    },
  };
}

/** Name of a service of the city, or null. */
export async function loadName(reader: Reader, grant: Reach, id: string): Promise<string | null> {
  const row = await reader.service.findFirst({ where: { id, cityId: grant.cityId }, select: { name: true } });
  return row?.name ?? null;
}

/** A service with facts, world and a fresh score: the same function as for lists, so both always say the same. */
export async function loadScored(reader: Reader, cityId: string, id: string, today: string) {
  const city = await loadCityWorld(reader, cityId);
  const [input] = await loadScoringInputs(reader, cityId, city.products, [id]);
  if (!input) return null;
  return { city, input, score: scoreInput(city, input, today) };
}

export interface DependencyRow {
  readonly id: string;
  readonly kind: string;
  readonly strength: string;
  readonly graceDays: number | null;
  readonly proprietary: boolean;
  readonly source: string | null;
  readonly other: {
    readonly id: string;
    readonly name: string;
    readonly exposure: string | null;
    readonly exposureAtLeast: boolean;
  };
}

/** Services this one needs, and services that need it, with their stored exposure. */
export async function loadDependencies(
  reader: Reader,
  grant: Reach,
  id: string,
): Promise<{ readonly needs: readonly DependencyRow[]; readonly neededBy: readonly DependencyRow[] }> {
  const service = { select: { id: true, name: true, score: { select: { exposure: true, exposureAtLeast: true } } } };
  const rows = await reader.dependency.findMany({
    where: { cityId: grant.cityId, OR: [{ fromId: id }, { toId: id }] },
    include: { from: service, to: service },
    orderBy: [{ kind: "asc" }, { id: "asc" }],
  });
  const row = (edge: (typeof rows)[number], other: (typeof rows)[number]["from"]): DependencyRow => ({
    id: edge.id,
    kind: edge.kind,
    strength: edge.strength,
    graceDays: edge.graceDays,
    proprietary: edge.proprietary,
    source: edge.source,
    other: {
      id: other.id,
      name: other.name,
      exposure: other.score?.exposure ?? null,
      exposureAtLeast: other.score?.exposureAtLeast ?? true,
    },
  });
  return {
    needs: rows.filter((edge) => edge.fromId === id).map((edge) => row(edge, edge.to)),
    neededBy: rows.filter((edge) => edge.toId === id).map((edge) => row(edge, edge.from)),
  };
}

export const HISTORY_PAGE = 25;

export interface HistoryEvent {
  readonly id: string;
  readonly at: Date;
  /** null where the reader may not see who it was. */
  readonly actorName: string | null;
  readonly action: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly reason: string | null;
}

/** Change log of one service and its assessments, newest first, one page. */
export async function loadHistory(
  reader: Reader,
  grant: Reach,
  id: string,
  page: number,
  withNames: boolean,
): Promise<{ readonly total: number; readonly events: readonly HistoryEvent[] }> {
  const assessments = await reader.assessment.findMany({
    where: { cityId: grant.cityId, serviceId: id },
    select: { id: true },
  });
  // Names and evidence are kept from the same readers.
  const evidence = withNames
    ? await reader.evidence.findMany({ where: { cityId: grant.cityId, serviceId: id }, select: { id: true } })
    : [];
  const where = {
    cityId: grant.cityId,
    OR: [
      { subjectType: "service", subjectId: id },
      { subjectType: "assessment", subjectId: { in: assessments.map((row) => row.id) } },
      { subjectType: "evidence", subjectId: { in: evidence.map((row) => row.id) } },
    ],
  };
  const [total, rows] = await Promise.all([
    reader.auditEvent.count({ where }),
    reader.auditEvent.findMany({ where, orderBy: { id: "desc" }, take: HISTORY_PAGE, skip: (page - 1) * HISTORY_PAGE }),
  ]);
  return {
    total,
    events: rows.map((row) => ({
      id: String(row.id),
      at: row.at,
      actorName: withNames ? row.actorName : null,
      action: row.action,
      before: asRecord(row.before),
      after: asRecord(row.after),
      reason: row.reason,
    })),
  };
}

const asRecord = (value: unknown): Record<string, unknown> | null =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

/** Assessments of the service, newest first, with the names of their people. */
export async function loadAssessmentsOf(reader: Reader, grant: Reach, id: string) {
  const rows = await reader.assessment.findMany({
    where: { cityId: grant.cityId, serviceId: id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 20,
  });
  const people = [...new Set(rows.flatMap((row) => [row.createdById, row.submittedById, row.approvedById]))].filter(
    (person) => person !== null,
  );
  const users = await reader.user.findMany({ where: { id: { in: people } }, select: { id: true, name: true } });
  const name = new Map(users.map((user) => [user.id, user.name]));
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    method: row.method,
    state: row.state,
    answers: Object.keys(row.answers as object).length,
    createdAt: row.createdAt,
    createdBy: row.createdById === null ? null : (name.get(row.createdById) ?? null),
    submittedAt: row.submittedAt,
    approvedAt: row.approvedAt,
    approvedBy: row.approvedById === null ? null : (name.get(row.approvedById) ?? null),
    rejectReason: row.rejectReason,
    changedSince: row.changedSince,
    confirmedAt: row.confirmedAt,
  }));
}

/** Names to choose from in a form: departments of the city, products and organisations of the catalogue and its own. */
export async function loadChoices(reader: Reader, cityId: string) {
  const where = { OR: [{ cityId: null }, { cityId }], withdrawnAt: null };
  const [departments, products, organisations] = await Promise.all([
    reader.department.findMany({ where: { cityId }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
    reader.product.findMany({ where, select: { name: true }, orderBy: { name: "asc" } }),
    reader.organisation.findMany({ where, select: { name: true }, orderBy: { name: "asc" } }),
  ]);
  return {
    departments,
    products: products.map((row) => row.name),
    organisations: organisations.map((row) => row.name),
  };
}
