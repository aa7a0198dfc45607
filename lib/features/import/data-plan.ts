import { createHash } from "node:crypto";
import type { Lifecycle, OperatingModel, ProtectionNeed } from "@/lib/domain/facts";
import {
  planImport,
  type ExistingService,
  type ImportPlan,
  type ImportProblem,
  type ImportValues,
  type Mapping,
  type NameRef,
  type PlannedRow,
  type UnreadableRow,
} from "@/lib/domain/importing";
import { MATCH_ACCEPT } from "@/lib/domain/naming";
import type { Table } from "@/lib/files";
import { together, type Database, type Tx } from "@/lib/server/database/client";
import { loadMatcher, type Matcher } from "../catalogue/data";

type Reader = Database | Tx;

/** A row of the role table, as stored. */
export interface StoredRole {
  readonly id: string;
  readonly role: string;
  readonly organisationId: string | null;
  readonly dataAccess: string;
  readonly location: string | null;
  readonly source: string | null;
  readonly asOf: string | null;
  readonly confidence: string;
  readonly evidence: string;
}

/** The columns of a service that an import can write; dates as ISO text. */
export interface StoredColumns {
  readonly name: string;
  readonly shortName: string | null;
  readonly externalId: string | null;
  readonly naturalKey: string;
  readonly departmentId: string | null;
  readonly responsible: string | null;
  readonly purpose: string | null;
  readonly lifecycle: string;
  readonly operatingModel: string | null;
  readonly confidentiality: string | null;
  readonly integrity: string | null;
  readonly availability: string | null;
  readonly dataLocation: string | null;
  readonly users: number | null;
  readonly costPerYear: number | null;
  readonly contractStart: string | null;
  readonly contractEnd: string | null;
  readonly noticeMonths: number | null;
  readonly retiredAt: string | null;
}

export interface StoredService {
  readonly id: string;
  readonly version: number;
  readonly columns: StoredColumns;
  readonly roles: readonly StoredRole[];
  /** Main product first. */
  readonly productIds: readonly string[];
}

/** A product that was recognised in the service's name, since the file has no column for it. */
export interface Recognised {
  readonly text: string;
  readonly productId: string;
  readonly confidence: number;
}

/** A plan with everything that is needed to show it or to carry it out. */
export interface Prepared {
  readonly plan: ImportPlan;
  /** SHA-256 over what the plan would do. */
  readonly hash: string;
  readonly mapping: Mapping;
  readonly existing: ReadonlyMap<string, StoredService>;
  readonly recognised: ReadonlyMap<number, Recognised>;
  readonly matcher: Matcher;
}

/** The services of a city as the import compares and writes them. Four queries, whatever the number. */
export async function loadStoredServices(reader: Reader, cityId: string): Promise<Map<string, StoredService>> {
  const [services, roles, links] = await together(reader, [
    reader.service.findMany({
      where: { cityId },
      select: {
        id: true,
        version: true,
        name: true,
        shortName: true,
        externalId: true,
        naturalKey: true,
        departmentId: true,
        responsible: true,
        purpose: true,
        lifecycle: true,
        operatingModel: true,
        confidentiality: true,
        integrity: true,
        availability: true,
        dataLocation: true,
        users: true,
        costPerYear: true,
        contractStart: true,
        contractEnd: true,
        noticeMonths: true,
        retiredAt: true,
      },
      orderBy: { id: "asc" },
    }),
    reader.serviceRole.findMany({ where: { cityId }, orderBy: { id: "asc" } }),
    reader.serviceProduct.findMany({ where: { cityId }, orderBy: [{ serviceId: "asc" }, { position: "asc" }] }),
  ]);
  const rolesOf = new Map<string, StoredRole[]>();
  for (const { serviceId, cityId: _city, ...role } of roles) push(rolesOf, serviceId, role);
  const productsOf = new Map<string, string[]>();
  for (const link of links) push(productsOf, link.serviceId, link.productId);
  return new Map(
    services.map(({ id, version, costPerYear, contractStart, contractEnd, retiredAt, ...columns }) => [
      id,
      {
        id,
        version,
        columns: {
          ...columns,
          costPerYear: costPerYear === null ? null : Number(costPerYear),
          contractStart: isoDay(contractStart),
          contractEnd: isoDay(contractEnd),
          retiredAt: retiredAt?.toISOString() ?? null,
        },
        roles: rolesOf.get(id) ?? [],
        productIds: productsOf.get(id) ?? [],
      },
    ]),
  );
}

/** What an import of the table would do to the city as it is now. Reads only. `mapping` has one entry per column. */
export async function preparePlan(reader: Reader, cityId: string, table: Table, mapping: Mapping): Promise<Prepared> {
  const stored = await loadStoredServices(reader, cityId);
  const matcher = await loadMatcher(reader, cityId);
  const departments = await reader.department.findMany({
    where: { cityId },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
  const names = await namesOf(reader, cityId, matcher);
  const departmentNames = new Map(departments.map(({ id, name }) => [id, name]));
  const existing = [...stored.values()].map((service) => toExisting(service, mapping, names, departmentNames));
  const recognised = mapping.includes("product")
    ? new Map<number, Recognised>()
    : recogniseProducts(table, mapping, matcher);
  const plan = planImport({
    header: recognised.size === 0 ? table.header : [...table.header, "(product)"],
    rows:
      recognised.size === 0
        ? table.rows
        : table.rows.map(({ line, cells }) => ({ line, cells: [...cells, recognised.get(line)?.productId ?? ""] })),
    unreadable: unreadableRows(table),
    mapping: recognised.size === 0 ? mapping : [...mapping, "product"],
    existing,
    matchOrganisation: (name) => matcher.matchOrganisation(name),
    // A recognised product comes as its id, which no other reading can mistake.
    matchProduct: recognised.size === 0 ? (name) => matcher.matchProduct(name) : (id) => [{ id, confidence: 1 }],
    departments,
  });
  const settled = recognised.size === 0 ? plan : settleRecognised(plan, recognised, stored, matcher);
  return { plan: settled, hash: hashOf(settled), mapping, existing: stored, recognised, matcher };
}

/**
 * Product named in the service's name or short name, "Kyselytyökalu (ZEF)", where the file has no column for products.
 * Only what may be taken without asking.
 */
function recogniseProducts(table: Table, mapping: Mapping, matcher: Matcher): Map<number, Recognised> {
  const columns = [mapping.indexOf("name"), mapping.indexOf("shortName")].filter((column) => column >= 0);
  const known = new Map<string, Recognised | null>();
  const recognise = (text: string): Recognised | null => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const [best, second] = text === "" || text.length > 300 ? [] : matcher.matchProduct(text);
    const sure = best !== undefined && best.confidence >= MATCH_ACCEPT && second?.confidence !== best.confidence;
    const found = sure ? { text, productId: best.id, confidence: best.confidence } : null;
    known.set(text, found);
    return found;
  };
  const result = new Map<number, Recognised>();
  for (const { line, cells } of table.rows) {
    const found = columns.map((column) => recognise(cells[column] ?? "")).filter((each) => each !== null);
    const best = found.sort((a, b) => b.confidence - a.confidence)[0];
    if (best !== undefined) result.set(line, best);
  }
  return result;
}

/** A recognised product is a help for services that have none; it never replaces a stated one. Counts follow. */
function settleRecognised(
  plan: ImportPlan,
  recognised: ReadonlyMap<number, Recognised>,
  stored: ReadonlyMap<string, StoredService>,
  matcher: Matcher,
): ImportPlan {
  const rows = plan.rows.map((row): PlannedRow => {
    const found = recognised.get(row.line);
    if (found === undefined || row.values.product === undefined) return row;
    const hasProduct = row.existingId !== null && (stored.get(row.existingId)?.productIds.length ?? 0) > 0;
    const matches = row.matches.filter((match) => match.field !== "product");
    const { product: _product, ...others } = row.values;
    if (hasProduct) {
      const changes = row.changes.filter((change) => change.field !== "product");
      const outcome = row.outcome === "updated" && changes.length === 0 ? "unchanged" : row.outcome;
      return { ...row, values: others, changes, outcome, matches };
    }
    const ref: NameRef = { id: found.productId, name: matcher.products.get(found.productId)?.name ?? found.productId };
    return {
      ...row,
      values: { ...others, product: [ref] },
      changes: row.changes.map((change) => (change.field === "product" ? { ...change, after: [ref] } : change)),
      matches: [
        ...matches,
        {
          field: "product",
          text: found.text,
          decision: "matched",
          id: found.productId,
          confidence: found.confidence,
          candidates: [{ id: found.productId, confidence: found.confidence }],
        },
      ],
    };
  });
  const count = (outcome: PlannedRow["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  return {
    ...plan,
    rows,
    counts: {
      ...plan.counts,
      created: count("created"),
      updated: count("updated"),
      unchanged: count("unchanged"),
      rejected: count("rejected"),
    },
  };
}

/** Which stored role a column of names stands for; see `roleOfColumn`. */
export type RoleColumn = "maker" | "supplier" | "operator" | "host";

/**
 * Inventories say who delivers a service, seldom who made its software. A supplier column therefore counts as the maker's,
 * and only beside a column of makers as the role of support. Where the data lies is kept apart and lowers no exposure.
 */
export function roleOfColumn(column: RoleColumn, mapping: Mapping): "maker" | "support" | "operator" | "host" {
  if (column !== "supplier") return column;
  return mapping.includes("maker") ? "support" : "maker";
}

function toExisting(
  service: StoredService,
  mapping: Mapping,
  names: Names,
  departments: ReadonlyMap<string, string>,
): ExistingService {
  const { columns } = service;
  const refs = (column: RoleColumn): readonly NameRef[] | undefined => {
    if (!mapping.includes(column)) return undefined;
    const role = roleOfColumn(column, mapping);
    const ids = service.roles.filter((row) => row.role === role).flatMap((row) => row.organisationId ?? []);
    return ids.length === 0 ? undefined : [...new Set(ids)].map((id) => ({ id, name: names.organisation(id) }));
  };
  const values: { [K in keyof ImportValues]: ImportValues[K] | null | undefined } = {
    name: columns.name,
    shortName: columns.shortName,
    externalId: columns.externalId,
    department:
      columns.departmentId === null
        ? null
        : { id: columns.departmentId, name: departments.get(columns.departmentId) ?? "" },
    owner: columns.responsible,
    purpose: columns.purpose,
    product: service.productIds.length === 0 ? null : service.productIds.map((id) => ({ id, name: names.product(id) })),
    maker: refs("maker"),
    supplier: refs("supplier"),
    operator: refs("operator"),
    host: refs("host"),
    dataLocation: columns.dataLocation,
    operatingModel: columns.operatingModel as OperatingModel | null,
    lifecycle: columns.lifecycle as Lifecycle,
    confidentiality: columns.confidentiality as ProtectionNeed | null,
    integrity: columns.integrity as ProtectionNeed | null,
    availability: columns.availability as ProtectionNeed | null,
    users: columns.users,
    costPerYear: columns.costPerYear,
    contractStart: columns.contractStart,
    contractEnd: columns.contractEnd,
    noticeMonths: columns.noticeMonths,
  };
  const stated = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
  return { id: service.id, naturalKey: columns.naturalKey, values: stated as ImportValues };
}

interface Names {
  readonly organisation: (id: string) => string;
  readonly product: (id: string) => string;
}

/** Names of organisations and products, withdrawn ones included: a service may still point to them. */
async function namesOf(reader: Reader, cityId: string, matcher: Matcher): Promise<Names> {
  const where = { OR: [{ cityId: null }, { cityId }], withdrawnAt: { not: null } };
  const [organisations, products] = await together(reader, [
    reader.organisation.findMany({ where, select: { id: true, name: true } }),
    reader.product.findMany({ where, select: { id: true, name: true } }),
  ]);
  const oldOrganisations = new Map(organisations.map(({ id, name }) => [id, name]));
  const oldProducts = new Map(products.map(({ id, name }) => [id, name]));
  return {
    organisation: (id) => matcher.organisations.get(id)?.name ?? oldOrganisations.get(id) ?? id,
    product: (id) => matcher.products.get(id)?.name ?? oldProducts.get(id) ?? id,
  };
}

function hashOf(plan: ImportPlan): string {
  const hash = createHash("sha256");
  for (const row of plan.rows) {
    hash.update(JSON.stringify([row.line, row.outcome, row.key, row.existingId, row.changes, row.problems.length]));
  }
  for (const each of [plan.newOrganisations, plan.newProducts, plan.newDepartments]) {
    hash.update(JSON.stringify(each.map(({ name }) => name)));
  }
  return hash.digest("hex");
}

/** Rows the file reader could not take apart, each once. */
function unreadableRows(table: Table): UnreadableRow[] {
  const rows = new Map<number, UnreadableRow>();
  for (const { scope, row, column, value, code, params } of table.problems) {
    if (scope !== "row" || rows.has(row)) continue;
    rows.set(row, { line: row, column, value, reason: { key: `file.${code}`, params } });
  }
  return [...rows.values()];
}

/** Problems of the file that concern single cells or the whole file: shown and written down, no row is lost by them. */
export function fileProblems(table: Table): readonly ImportProblem[] {
  return table.problems
    .filter((problem) => problem.scope !== "row")
    .map(({ row, column, header, value, code, params }) => ({
      row,
      column,
      header,
      field: null,
      value,
      severity: "field",
      reason: { key: `file.${code}`, params },
    }));
}

export const isoDay = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [value]);
  else there.push(value);
}
