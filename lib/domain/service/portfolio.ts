import type { Confidence } from "../facts";
import { lowestConfidence } from "../exposure";
import { munichSds } from "../method/munich-sds-2026-02";
import type { MethodResult } from "../method/types";
import { noticeBy, protectionNeed } from "./gap";
import type { ServiceScore } from "./score";
import type { PortfolioRow, ScoreValue, ServiceFacts } from "./types";

/** What a list shows of a service beside its facts and score. */
export interface PortfolioExtra {
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly users: number | null;
}

/** The stored figures of one service: facts and score flattened for lists, metrics and snapshots. */
export function toPortfolioRow(facts: ServiceFacts, extra: PortfolioExtra, score: ServiceScore): PortfolioRow {
  const { controller, effectiveExposure } = score;
  return {
    serviceId: facts.id,
    name: facts.name,
    departmentId: extra.departmentId,
    departmentName: extra.departmentName,
    lifecycle: facts.lifecycle,
    operatingModel: facts.operatingModel,
    ownDevelopment: facts.ownDevelopment,
    codePublished: facts.codePublished,
    protectionNeed: protectionNeed(facts.protection),
    users: extra.users,
    costPerYear: facts.contract.costPerYear,
    contractEnd: facts.contract.end,
    noticeBy: noticeBy(facts.contract.end, facts.contract.noticeMonths),
    munich: scoreValue(score.munich, "sds"),
    freedom: scoreValue(score.profile, "freedom"),
    jurisdiction: scoreValue(score.profile, "jurisdiction"),
    openness: scoreValue(score.profile, "openness"),
    exposure: effectiveExposure.class,
    exposureAtLeast: effectiveExposure.atLeast,
    exposureWorst: effectiveExposure.worst,
    licence: score.licence,
    controllerId: controller?.id ?? null,
    controllerName: controller === null ? null : controller.name,
    controllerCountry: controllerCountry(score),
    controllerPublic: controller?.publicSector ?? false,
    doubleGrip: score.doubleGrip,
    requiredMunich: score.required?.munich ?? null,
    requiredExposure: score.required?.exposure ?? null,
    gapMunich: score.gaps.munich,
    gapExposure: score.gaps.exposure,
    gap: score.gaps.overall,
    confidence: confidenceOf(score),
    munichAnswers: munichAnswers(score),
    methodRef: score.munich.method,
  };
}

function scoreValue(result: MethodResult, output: string): ScoreValue {
  const found = result.outputs.find((one) => one.output === output);
  if (found === undefined) throw new RangeError(`${result.method} has no output ${output}`);
  return { value: found.result?.value ?? null, best: found.range.best, worst: found.range.worst };
}

/** While somebody unknown may stand above, the country of control is unknown: the highest known seat would claim too much. */
function controllerCountry({ controller }: ServiceScore): string | null {
  return controller !== null && controller.known ? controller.country : null;
}

/** As sure as the weakest fact behind the headline score and the exposure; low when there is no fact at all. */
function confidenceOf(score: ServiceScore): Confidence {
  const facts = [
    ...Object.values(score.answers["munich-sds"])
      .filter((answer) => answer.origin === "derived")
      .flatMap((answer) => answer.facts),
    ...score.exposure.facts,
  ];
  const answered = Object.keys(score.answers["munich-sds"]).length;
  return facts.length === 0 && answered === 0
    ? "low"
    : lowestConfidence(facts.map((fact) => fact.provenance.confidence));
}

const LETTERS: Readonly<Record<string, string>> = { yes: "y", no: "n", unknown: "?", "not-applicable": "na" };

/** Munich's inputs on one line: `y`, `n`, `?` unknown, `na` not applicable, `-` unanswered; always in the method's order. */
export function munichAnswers(score: ServiceScore): string {
  const given = score.answers["munich-sds"];
  return munichSds.criteria.map(({ id }) => `${id}=${LETTERS[given[id]?.value ?? ""] ?? "-"}`).join(",");
}
