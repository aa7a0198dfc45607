import { competitorsOf } from "@/lib/domain/catalogue/competitors";
import { correctOrganisation, correctProduct, type Correction } from "@/lib/domain/catalogue/corrections";
import { toJurisdictions } from "@/lib/domain/catalogue/to-domain";
import type { ExposureWorld, Organisation, Ownership } from "@/lib/domain/exposure/types";
import type { Method } from "@/lib/domain/method/types";
import type { Confidence, Evidence, Provenance } from "@/lib/domain/facts";
import { policyFrom, type Policy, type StoredPolicy } from "@/lib/domain/profile/policy";
import type { GapDecision } from "@/lib/domain/service/gap";
import type { AssessedAnswers } from "@/lib/domain/service/score";
import type { ProductFacts, ServiceFacts, ServiceRole } from "@/lib/domain/service/types";
import { together, type Database, type Tx } from "@/lib/server/database/client";
import { perRevision } from "@/lib/server/revision";
import { methodsOfCity } from "../method/data";
import { countryRowSchema } from "../catalogue/schema";

type Reader = Database | Tx;

/** What scoring needs of a city besides its services: organisations with owners, laws, products, policy. */
export interface CityWorld {
  readonly world: ExposureWorld;
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly policy: Policy;
  /** What services are assessed by: methods that ship, then the city's own active ones. */
  readonly methods: readonly Method[];
}

/** An assessment in force: draft, submitted or approved. */
export interface InForce {
  readonly id: string;
  readonly method: string;
  readonly state: string;
  readonly answers: AssessedAnswers;
  readonly approvedPrint: string | null;
  readonly changedSince: Date | null;
}

/** A service with everything a score is computed from. */
export interface ScoringInput {
  readonly facts: ServiceFacts;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly users: number | null;
  readonly shortName: string | null;
  readonly assessed: Readonly<Partial<Record<"munich-sds" | "hoheit-profile", AssessedAnswers>>>;
  /** Assessments in force by every method, those of a second rater left out. */
  readonly inForce: readonly InForce[];
  /** Acceptances that nobody has ended; whether one still holds on a day is for the domain to say. */
  readonly gapDecisions: readonly GapDecision[];
}

const worlds = perRevision<CityWorld>(20);

/**
 * The catalogue as the city sees it: shared rows, its own, its corrections. Seven queries, whatever the size; one while
 * nothing has changed.
 */
export async function loadCityWorld(reader: Reader, cityId: string): Promise<CityWorld> {
  return worlds(reader, cityId, "", () => readCityWorld(reader, cityId));
}

async function readCityWorld(reader: Reader, cityId: string): Promise<CityWorld> {
  const own = { OR: [{ cityId: null }, { cityId }] };
  const [city, organisations, ownerships, jurisdictions, products, corrections] = await together(reader, [
    reader.city.findUniqueOrThrow({ where: { id: cityId }, select: { policy: true } }),
    reader.organisation.findMany({ where: own }),
    reader.ownership.findMany({ where: own }),
    reader.jurisdiction.findMany(),
    reader.product.findMany({ where: own }),
    reader.correction.findMany({ where: { cityId, endedAt: null }, orderBy: { createdAt: "asc" } }),
  ]);
  const corrected = groupBy(
    corrections.map((row): Correction & { key: string } => ({
      key: `${row.subjectType}:${row.subjectId}`,
      subjectId: row.subjectId,
      field: row.field,
      value: row.value,
      source: row.source,
      madeOn: row.createdAt.toISOString().slice(0, 10),
    })),
    (row) => row.key,
  );
  const owners = groupBy(ownerships, (row) => row.organisationId);
  const known = new Map<string, Organisation>();
  for (const row of organisations) {
    const organisation: Organisation = {
      id: row.id,
      name: row.name,
      country: row.country,
      publicSector: row.publicSector,
      ownershipKnown: row.ownershipKnown === "listed" || row.ownershipKnown === "none" ? row.ownershipKnown : "unknown",
      ownerships: (owners.get(row.id) ?? []).map((edge): Ownership => ({
        ownerId: edge.ownerId,
        share: edge.share,
        control: edge.control,
        provenance: provenance(edge),
      })),
      affiliates: row.affiliates as unknown as Organisation["affiliates"],
      provenance: provenance(row),
    };
    known.set(row.id, correctOrganisation(organisation, corrected.get(`organisation:${row.id}`) ?? []));
  }
  const competitors = competitorsOf(products);
  const names = new Map(products.map((row) => [row.id, row.name]));
  const productFacts = new Map<string, ProductFacts>();
  for (const row of products) {
    const product: ProductFacts = {
      id: row.id,
      name: row.name,
      makerId: row.makerId,
      category: row.category,
      licence: row.licence,
      sourceModel: row.sourceModel as ProductFacts["sourceModel"],
      osiApproved: row.osiApproved,
      interfaces: row.interfaces,
      alternatives: row.alternativeIds.map((id) => names.get(id) ?? id),
      competitors: competitors(row),
      provenance: provenance(row),
    };
    productFacts.set(row.id, correctProduct(product, corrected.get(`product:${row.id}`) ?? []));
  }
  const countries = toJurisdictions(jurisdictions.map((row) => countryRowSchema.parse(row.data)));
  return {
    world: { organisations: known, jurisdictions: new Map(countries.map((country) => [country.code, country])) },
    products: productFacts,
    methods: (await methodsOfCity(reader, cityId)).filter(({ unit }) => unit === "service"),
    policy: policyFrom(city.policy as StoredPolicy | null),
  };
}

/** Facts and assessed answers of the given services of the city (or of all). Six queries, whatever the number. */
export async function loadScoringInputs(
  reader: Reader,
  cityId: string,
  products: ReadonlyMap<string, ProductFacts>,
  serviceIds: readonly string[] | "all",
): Promise<ScoringInput[]> {
  const only = serviceIds === "all" ? {} : { id: { in: [...serviceIds] } };
  const ofService = serviceIds === "all" ? { cityId } : { cityId, serviceId: { in: [...serviceIds] } };
  const [services, serviceProducts, roles, couplings, assessments, accepted] = await together(reader, [
    reader.service.findMany({ where: { cityId, ...only }, include: { department: { select: { name: true } } } }),
    reader.serviceProduct.findMany({ where: ofService, orderBy: { position: "asc" } }),
    reader.serviceRole.findMany({ where: ofService, orderBy: { id: "asc" } }),
    reader.dependency.groupBy({
      by: ["toId"],
      where: { cityId, proprietary: true, ...(serviceIds === "all" ? {} : { toId: { in: [...serviceIds] } }) },
      _count: { _all: true },
    }),
    reader.assessment.findMany({
      where: { ...ofService, rater: "first", state: { not: "superseded" } },
      select: {
        id: true,
        serviceId: true,
        method: true,
        state: true,
        answers: true,
        approvedPrint: true,
        changedSince: true,
      },
    }),
    reader.acceptedDependency.findMany({
      where: { ...ofService, endedAt: null },
      select: { serviceId: true, dimension: true, until: true },
    }),
  ]);
  const productsOf = groupBy(serviceProducts, (row) => row.serviceId);
  const rolesOf = groupBy(roles, (row) => row.serviceId);
  const couplingsOf = new Map(couplings.map((row) => [row.toId, row._count._all]));
  const assessmentsOf = groupBy(assessments, (row) => row.serviceId);
  const acceptedOf = groupBy(accepted, (row) => row.serviceId);
  return services.map((row): ScoringInput => {
    const inForce = (assessmentsOf.get(row.id) ?? []).map(
      ({ id, method, state, answers, approvedPrint, changedSince }): InForce => ({
        id,
        method,
        state,
        answers: answers as unknown as AssessedAnswers,
        approvedPrint,
        changedSince,
      }),
    );
    const assessed: Partial<Record<"munich-sds" | "hoheit-profile", AssessedAnswers>> = {};
    for (const { method, answers } of inForce) {
      const id = method.split("@")[0];
      if (id === "munich-sds" || id === "hoheit-profile") assessed[id] = answers;
    }
    return {
      departmentId: row.departmentId,
      departmentName: row.department?.name ?? null,
      users: row.users,
      shortName: row.shortName,
      assessed,
      inForce,
      gapDecisions: (acceptedOf.get(row.id) ?? []).map(({ dimension, until }) => ({
        dimension: dimension === "exposure" ? "exposure" : "munich",
        state: "accepted",
        until: day(until),
      })),
      facts: {
        id: row.id,
        name: row.name,
        lifecycle: row.lifecycle as ServiceFacts["lifecycle"],
        operatingModel: row.operatingModel as ServiceFacts["operatingModel"],
        ownDevelopment: row.ownDevelopment,
        codePublished: row.codePublished as ServiceFacts["codePublished"],
        protection: {
          confidentiality: row.confidentiality,
          integrity: row.integrity,
          availability: row.availability,
        } as ServiceFacts["protection"],
        products: (productsOf.get(row.id) ?? []).flatMap((link) => products.get(link.productId) ?? []),
        roles: (rolesOf.get(row.id) ?? []).map((role): ServiceRole => ({
          role: role.role as ServiceRole["role"],
          organisationId: role.organisationId,
          dataAccess: role.dataAccess as ServiceRole["dataAccess"],
          location: role.location,
          provenance: provenance(role),
        })),
        dataLocation: row.dataLocation,
        control: {
          data: row.controlData,
          operation: row.controlOperation,
          keys: row.controlKeys,
          access: row.controlAccess,
        } as ServiceFacts["control"],
        contract: {
          start: day(row.contractStart),
          end: day(row.contractEnd),
          noticeMonths: row.noticeMonths,
          exitClause: row.exitClause as ServiceFacts["contract"]["exitClause"],
          dataReturnClause: row.dataReturnClause as ServiceFacts["contract"]["dataReturnClause"],
          securityUpdates: row.securityUpdates as ServiceFacts["contract"]["securityUpdates"],
          costPerYear: row.costPerYear === null ? null : Number(row.costPerYear),
        },
        skills: row.skills as ServiceFacts["skills"],
        proprietaryCouplings: couplingsOf.get(row.id) ?? 0,
      },
    };
  });
}

/** ISO day of a date column. */
export const day = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

function provenance(row: {
  source: string | null;
  asOf: string | null;
  confidence: string;
  evidence: string;
}): Provenance {
  return {
    source: row.source,
    asOf: row.asOf,
    confidence: row.confidence as Confidence,
    evidence: row.evidence as Evidence,
  };
}

function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
