import { scoreService, type ServiceScore } from "@/lib/domain/service/score";
import { toPortfolioRow } from "@/lib/domain/service/portfolio";
import { searchText } from "@/lib/domain/service/search";
import type { PortfolioRow } from "@/lib/domain/service/types";
import { dayInBerlin } from "@/lib/format";
import type { Tx } from "@/lib/server/database/client";
import { staleApprovals } from "./data-standing";
import { loadCityWorld, loadScoringInputs, type CityWorld, type ScoringInput } from "./data";

/** Rows per statement: keeps one statement's parameter under a few megabytes. */
const CHUNK = 2_000;

/** Scores one service; the same function for lists, pages, snapshots and the command line. */
export function scoreInput(city: CityWorld, input: ScoringInput, today: string): ServiceScore {
  const { facts, assessed, gapDecisions } = input;
  return scoreService({ facts, assessed, gapDecisions, world: city.world, policy: city.policy, today });
}

/** The figures of one service from its facts. */
export function portfolioRow(city: CityWorld, input: ScoringInput, today: string): PortfolioRow {
  return toPortfolioRow(input.facts, input, scoreInput(city, input, today));
}

/**
 * Recomputes the stored scores and the search text of the given services (or of all) in the caller's transaction. To be
 * called by every mutation that touches a fact, an assessment, the policy or the catalogue. Approved assessments learn
 * whether they still say what was approved.
 * @returns number of services scored.
 */
export async function rescore(
  tx: Tx,
  cityId: string,
  serviceIds: readonly string[] | "all",
  now: Date = new Date(),
): Promise<number> {
  if (serviceIds !== "all" && serviceIds.length === 0) return 0;
  const city = await loadCityWorld(tx, cityId);
  const inputs = await loadScoringInputs(tx, cityId, city.products, serviceIds);
  // The day that snapshots are named after, so that an acceptance ends in both at once.
  const today = dayInBerlin(now);
  for (let start = 0; start < inputs.length; start += CHUNK) {
    const chunk = inputs.slice(start, start + CHUNK);
    const records = chunk.map((input) => record(cityId, portfolioRow(city, input, today)));
    await upsertScores(tx, JSON.stringify(records));
    await updateSearchTexts(
      tx,
      JSON.stringify(chunk.map((input) => ({ id: input.facts.id, text: searchable(city, input) }))),
    );
  }
  const stale = inputs.flatMap((input) => staleApprovals(city, input));
  for (const changed of [true, false]) {
    const ids = stale.filter((each) => each.changed === changed).map(({ id }) => id);
    if (ids.length === 0) continue;
    await tx.$executeRaw`UPDATE "Assessment" SET "changedSince" = CASE WHEN ${changed} THEN now() END WHERE "id" = ANY(${ids}::uuid[])`;
  }
  return inputs.length;
}

function searchable(city: CityWorld, { facts, shortName, departmentName }: ScoringInput): string {
  const organisations = facts.roles.map(
    (role) => role.organisationId && city.world.organisations.get(role.organisationId)?.name,
  );
  const makers = facts.products.map(
    (product) => product.makerId && city.world.organisations.get(product.makerId)?.name,
  );
  const names = [
    facts.name,
    shortName,
    departmentName,
    ...facts.products.map((product) => product.name),
    ...organisations,
    ...makers,
  ];
  return searchText([...new Set(names)]);
}

function record(cityId: string, row: PortfolioRow) {
  return {
    serviceId: row.serviceId,
    cityId,
    methodRef: row.methodRef,
    munichValue: row.munich.value,
    munichBest: row.munich.best,
    munichWorst: row.munich.worst,
    freedomValue: row.freedom.value,
    freedomBest: row.freedom.best,
    freedomWorst: row.freedom.worst,
    jurisdictionValue: row.jurisdiction.value,
    jurisdictionBest: row.jurisdiction.best,
    jurisdictionWorst: row.jurisdiction.worst,
    opennessValue: row.openness.value,
    opennessBest: row.openness.best,
    opennessWorst: row.openness.worst,
    exposure: row.exposure,
    exposureAtLeast: row.exposureAtLeast,
    exposureWorst: row.exposureWorst,
    licence: row.licence,
    controllerId: row.controllerId,
    controllerName: row.controllerName,
    controllerCountry: row.controllerCountry,
    controllerPublic: row.controllerPublic,
    doubleGrip: row.doubleGrip,
    protectionNeed: row.protectionNeed,
    requiredMunich: row.requiredMunich,
    requiredExposure: row.requiredExposure,
    gapMunich: row.gapMunich,
    gapExposure: row.gapExposure,
    gap: row.gap,
    noticeBy: row.noticeBy,
    confidence: row.confidence,
    munichAnswers: row.munichAnswers,
  };
}

async function upsertScores(tx: Tx, records: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ServiceScore" ("serviceId","cityId","methodRef","munichValue","munichBest","munichWorst","freedomValue","freedomBest","freedomWorst",
      "jurisdictionValue","jurisdictionBest","jurisdictionWorst","opennessValue","opennessBest","opennessWorst","exposure","exposureAtLeast","exposureWorst",
      "licence","controllerId","controllerName","controllerCountry","controllerPublic","doubleGrip","protectionNeed","requiredMunich","requiredExposure",
      "gapMunich","gapExposure","gap","noticeBy","confidence","munichAnswers")
    SELECT r.* FROM jsonb_to_recordset(${records}::jsonb) AS r(
      "serviceId" uuid,"cityId" uuid,"methodRef" text,"munichValue" int,"munichBest" int,"munichWorst" int,"freedomValue" float8,"freedomBest" float8,"freedomWorst" float8,
      "jurisdictionValue" float8,"jurisdictionBest" float8,"jurisdictionWorst" float8,"opennessValue" float8,"opennessBest" float8,"opennessWorst" float8,"exposure" text,"exposureAtLeast" bool,"exposureWorst" text,
      "licence" text,"controllerId" text,"controllerName" text,"controllerCountry" text,"controllerPublic" bool,"doubleGrip" text,"protectionNeed" text,"requiredMunich" int,"requiredExposure" text,
      "gapMunich" text,"gapExposure" text,"gap" text,"noticeBy" date,"confidence" text,"munichAnswers" text)
    ON CONFLICT ("serviceId") DO UPDATE SET
      "methodRef" = EXCLUDED."methodRef", "munichValue" = EXCLUDED."munichValue", "munichBest" = EXCLUDED."munichBest", "munichWorst" = EXCLUDED."munichWorst",
      "freedomValue" = EXCLUDED."freedomValue", "freedomBest" = EXCLUDED."freedomBest", "freedomWorst" = EXCLUDED."freedomWorst",
      "jurisdictionValue" = EXCLUDED."jurisdictionValue", "jurisdictionBest" = EXCLUDED."jurisdictionBest", "jurisdictionWorst" = EXCLUDED."jurisdictionWorst",
      "opennessValue" = EXCLUDED."opennessValue", "opennessBest" = EXCLUDED."opennessBest", "opennessWorst" = EXCLUDED."opennessWorst",
      "exposure" = EXCLUDED."exposure", "exposureAtLeast" = EXCLUDED."exposureAtLeast", "exposureWorst" = EXCLUDED."exposureWorst",
      "licence" = EXCLUDED."licence", "controllerId" = EXCLUDED."controllerId", "controllerName" = EXCLUDED."controllerName",
      "controllerCountry" = EXCLUDED."controllerCountry", "controllerPublic" = EXCLUDED."controllerPublic", "doubleGrip" = EXCLUDED."doubleGrip",
      "protectionNeed" = EXCLUDED."protectionNeed", "requiredMunich" = EXCLUDED."requiredMunich", "requiredExposure" = EXCLUDED."requiredExposure",
      "gapMunich" = EXCLUDED."gapMunich", "gapExposure" = EXCLUDED."gapExposure", "gap" = EXCLUDED."gap", "noticeBy" = EXCLUDED."noticeBy",
      "confidence" = EXCLUDED."confidence", "munichAnswers" = EXCLUDED."munichAnswers", "computedAt" = now()`;
}

async function updateSearchTexts(tx: Tx, records: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Service" s SET "searchText" = r."text"
    FROM jsonb_to_recordset(${records}::jsonb) AS r("id" uuid, "text" text)
    WHERE s."id" = r."id" AND s."searchText" IS DISTINCT FROM r."text"`;
}
