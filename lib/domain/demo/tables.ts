import { serviceKey } from "../importing/keys";
import type { Organisation, Ownership } from "../exposure/types";
import type { Provenance } from "../facts";
import { currentAssessments } from "./current";
import type { CityData, DemoAssessment, DemoPerson, DemoService } from "./types";

export type TableRow = Readonly<Record<string, unknown>>;

/** Database ids of what a made-up city names by key. */
export interface CityIds {
  readonly city: string;
  readonly departments: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, string>;
}

/** Ids for a city about to be stored, in the order of its data. */
export function cityIds(data: CityData, newId: () => string): CityIds {
  const byKey = (items: readonly { readonly key: string }[]) => new Map(items.map(({ key }) => [key, newId()]));
  return {
    city: newId(),
    departments: byKey(data.departments),
    people: byKey(data.people),
    services: byKey(data.services),
  };
}

/** A password that no hash fits: nobody can sign in as an invented person. */
export interface TableOptions {
  readonly unusablePassword: string;
  readonly newId: () => string;
}

/**
 * The city as rows of the database's tables, in an order in which every reference is already there. Scores, search texts,
 * goals (their baseline is measured) and snapshots are left to the functions that compute them for every city.
 */
export function cityTables(
  data: CityData,
  ids: CityIds,
  options: TableOptions,
): readonly (readonly [table: string, rows: readonly TableRow[]])[] {
  const { newId } = options;
  const cityId = ids.city;
  const memberships = new Map(data.people.map(({ key }) => [key, newId()]));
  const department = (key: string | null) => (key === null ? null : (ids.departments.get(key) ?? null));
  const service = (key: string) => known(ids.services, key);
  const now = instant(data.city.today);
  return [
    ["City", [{ id: cityId, slug: data.city.slug, name: data.city.name, demo: true }]],
    ["Department", data.departments.map(({ key, name }) => ({ id: known(ids.departments, key), cityId, name }))],
    [
      "User",
      data.people.map((person) => ({
        id: known(ids.people, person.key),
        email: address(person, data.city.slug),
        name: person.name,
        passwordHash: options.unusablePassword,
        disabledAt: now,
      })),
    ],
    [
      "Membership",
      data.people.map(({ key, role }) => ({
        id: known(memberships, key),
        cityId,
        userId: known(ids.people, key),
        role,
      })),
    ],
    [
      "MembershipDepartment",
      data.people.flatMap(({ key, departmentKey }) => {
        const departmentId = department(departmentKey);
        return departmentId === null ? [] : [{ membershipId: known(memberships, key), departmentId }];
      }),
    ],
    ["Organisation", data.organisations.map((organisation) => organisationRow(organisation, cityId))],
    [
      "Ownership",
      data.organisations.flatMap(({ id, ownerships }) =>
        ownerships.map((edge) => ownershipRow(edge, id, cityId, newId())),
      ),
    ],
    [
      "Product",
      data.products.map((product) => ({
        id: product.id,
        cityId,
        name: product.name,
        makerId: product.makerId,
        category: product.category,
        licence: product.licence,
        sourceModel: product.sourceModel,
        osiApproved: product.osiApproved,
        delivery: [],
        interfaces: product.interfaces,
        alternativeIds: [],
        partOf: [],
        aliases: [],
        ...provenance(product.provenance),
      })),
    ],
    [
      "Service",
      data.services.map((each) => serviceRow(each, service(each.key), cityId, department(each.departmentKey), now)),
    ],
    [
      "ServiceProduct",
      data.services.flatMap(({ key, productIds }) =>
        productIds.map((productId, position) => ({ serviceId: service(key), productId, cityId, position })),
      ),
    ],
    [
      "ServiceRole",
      data.services.flatMap(({ key, roles }) =>
        roles.map((role) => ({
          id: newId(),
          cityId,
          serviceId: service(key),
          role: role.role,
          organisationId: role.organisationId,
          dataAccess: role.dataAccess,
          location: role.location,
          ...provenance(role.provenance),
        })),
      ),
    ],
    [
      "Dependency",
      data.dependencies.map(({ fromKey, toKey, kind, strength, proprietary }) => ({
        id: newId(),
        cityId,
        fromId: service(fromKey),
        toId: service(toKey),
        kind,
        strength,
        proprietary,
      })),
    ],
    ["Assessment", currentAssessments(data.assessments).map((each) => assessmentRow(each, ids, newId()))],
  ];
}

/** Below a name of its own, so that it never meets a real person's address; `.example` belongs to nobody (RFC 2606). */
function address(person: DemoPerson, slug: string): string {
  return `${person.email.split("@")[0] ?? person.key}@demo.${slug}.example`;
}

function organisationRow(organisation: Organisation, cityId: string): TableRow {
  const { id, name, country, publicSector, ownershipKnown, affiliates } = organisation;
  return {
    id,
    cityId,
    name,
    country,
    publicSector,
    ownershipKnown,
    affiliates,
    aliases: [],
    ...provenance(organisation.provenance),
  };
}

function ownershipRow(edge: Ownership, organisationId: string, cityId: string, id: string): TableRow {
  const { ownerId, share, control } = edge;
  return { id, cityId, organisationId, ownerId, share, control, ...provenance(edge.provenance) };
}

function serviceRow(each: DemoService, id: string, cityId: string, departmentId: string | null, now: string): TableRow {
  return {
    id,
    cityId,
    departmentId,
    name: each.name,
    externalId: each.externalId,
    naturalKey: serviceKey(each.name, { externalId: each.externalId }),
    responsible: each.responsible,
    lifecycle: each.lifecycle,
    operatingModel: each.operatingModel,
    ownDevelopment: each.ownDevelopment,
    codePublished: each.codePublished,
    ...each.protection,
    dataLocation: each.dataLocation,
    controlData: each.control.data,
    controlOperation: each.control.operation,
    controlKeys: each.control.keys,
    controlAccess: each.control.access,
    skills: each.skills,
    users: each.users,
    costPerYear: each.contract.costPerYear,
    contractStart: each.contract.start,
    contractEnd: each.contract.end,
    noticeMonths: each.contract.noticeMonths,
    exitClause: each.contract.exitClause,
    dataReturnClause: each.contract.dataReturnClause,
    securityUpdates: each.contract.securityUpdates,
    createdAt: instant(each.inInventorySince),
    retiredAt: each.lifecycle === "retired" ? now : null,
  };
}

function assessmentRow(each: DemoAssessment, ids: CityIds, id: string): TableRow {
  const person = (key: string | null) => (key === null ? null : known(ids.people, key));
  return {
    id,
    cityId: ids.city,
    serviceId: known(ids.services, each.serviceKey),
    method: each.method,
    state: each.state,
    answers: assessedAnswers(each),
    createdById: person(each.createdBy),
    createdAt: instant(each.createdAt),
    submittedById: each.submittedAt === null ? null : person(each.createdBy),
    submittedAt: each.submittedAt === null ? null : instant(each.submittedAt),
    approvedById: person(each.approvedBy),
    approvedAt: each.approvedAt === null ? null : instant(each.approvedAt),
    supersededAt: each.supersededAt === null ? null : instant(each.supersededAt),
  };
}

/** Answers as they are stored and scored: a note only where there is one. */
export function assessedAnswers(
  assessment: DemoAssessment,
): Readonly<Record<string, { readonly value: string; readonly note?: string }>> {
  return Object.fromEntries(
    Object.entries(assessment.answers).map(([id, { value, note }]) => [
      id,
      note === null ? { value } : { value, note },
    ]),
  );
}

function provenance({ source, asOf, confidence, evidence }: Provenance): TableRow {
  return { source, asOf, confidence, evidence };
}

/** Any hour of the day: only days are invented. */
const instant = (day: string): string => `${day}T09:00:00Z`;

function known(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key);
  if (id === undefined) throw new RangeError(`nothing has the key ${key}`);
  return id;
}
