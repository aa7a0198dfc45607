import type { Grant } from "@/lib/domain/access/authorise";
import type { PortfolioRow } from "@/lib/domain/service/types";
import type { Database, Tx } from "@/lib/server/database/client";
import { perRevision } from "@/lib/server/revision";

type Flat = Omit<PortfolioRow, "munich" | "freedom" | "jurisdiction" | "openness"> & {
  readonly munichValue: number | null;
  readonly munichBest: number;
  readonly munichWorst: number;
  readonly freedomValue: number | null;
  readonly freedomBest: number;
  readonly freedomWorst: number;
  readonly jurisdictionValue: number | null;
  readonly jurisdictionBest: number;
  readonly jurisdictionWorst: number;
  readonly opennessValue: number | null;
  readonly opennessBest: number;
  readonly opennessWorst: number;
};

const current = perRevision<readonly PortfolioRow[]>(60_000, (rows) => rows.length);

/** The same as `loadPortfolio`, read again only after the city's data have changed. For pages; a write reads afresh. */
export async function currentPortfolio(
  reader: Database | Tx,
  grant: Pick<Grant<"service.read">, "cityId">,
): Promise<readonly PortfolioRow[]> {
  return current(reader, grant.cityId, "", () => loadPortfolio(reader, grant));
}

/** All services of the city with their stored figures, retired ones included; one query, ordered by id. */
export async function loadPortfolio(
  reader: Database | Tx,
  grant: Pick<Grant<"service.read">, "cityId">,
): Promise<PortfolioRow[]> {
  const rows = await reader.$queryRaw<Flat[]>`
    SELECT s."id" AS "serviceId", s."name", s."departmentId", d."name" AS "departmentName", s."lifecycle", s."operatingModel",
      s."ownDevelopment", s."codePublished", c."protectionNeed", s."users", s."costPerYear"::float8 AS "costPerYear",
      to_char(s."contractEnd", 'YYYY-MM-DD') AS "contractEnd", to_char(c."noticeBy", 'YYYY-MM-DD') AS "noticeBy",
      c."munichValue", c."munichBest", c."munichWorst", c."freedomValue", c."freedomBest", c."freedomWorst",
      c."jurisdictionValue", c."jurisdictionBest", c."jurisdictionWorst", c."opennessValue", c."opennessBest", c."opennessWorst",
      c."exposure", c."exposureAtLeast", c."exposureWorst", c."licence", c."controllerId", c."controllerName",
      c."controllerCountry", c."controllerPublic", c."doubleGrip", c."requiredMunich", c."requiredExposure",
      c."gapMunich", c."gapExposure", c."gap", c."confidence", c."munichAnswers", c."methodRef"
    FROM "Service" s JOIN "ServiceScore" c ON c."serviceId" = s."id" LEFT JOIN "Department" d ON d."id" = s."departmentId"
    WHERE s."cityId" = ${grant.cityId}::uuid ORDER BY s."id"`;
  return rows.map(nest);
}

/**
 * A flat row of the score table as the domain's portfolio row. Written out, because objects of one shape are what makes
 * thousands of rows quick to make and to read; a spread gives each a slow one of its own.
 */
export function nest(flat: Flat): PortfolioRow {
  return {
    serviceId: flat.serviceId,
    name: flat.name,
    departmentId: flat.departmentId,
    departmentName: flat.departmentName,
    lifecycle: flat.lifecycle,
    operatingModel: flat.operatingModel,
    ownDevelopment: flat.ownDevelopment,
    codePublished: flat.codePublished,
    protectionNeed: flat.protectionNeed,
    users: flat.users,
    costPerYear: flat.costPerYear,
    contractEnd: flat.contractEnd,
    noticeBy: flat.noticeBy,
    munich: { value: flat.munichValue, best: flat.munichBest, worst: flat.munichWorst },
    freedom: { value: flat.freedomValue, best: flat.freedomBest, worst: flat.freedomWorst },
    jurisdiction: { value: flat.jurisdictionValue, best: flat.jurisdictionBest, worst: flat.jurisdictionWorst },
    openness: { value: flat.opennessValue, best: flat.opennessBest, worst: flat.opennessWorst },
    exposure: flat.exposure,
    exposureAtLeast: flat.exposureAtLeast,
    exposureWorst: flat.exposureWorst,
    licence: flat.licence,
    controllerId: flat.controllerId,
    controllerName: flat.controllerName,
    controllerCountry: flat.controllerCountry,
    controllerPublic: flat.controllerPublic,
    doubleGrip: flat.doubleGrip,
    requiredMunich: flat.requiredMunich,
    requiredExposure: flat.requiredExposure,
    gapMunich: flat.gapMunich,
    gapExposure: flat.gapExposure,
    gap: flat.gap,
    confidence: flat.confidence,
    munichAnswers: flat.munichAnswers,
    methodRef: flat.methodRef,
  };
}
