import type { YesNo } from "../facts";
import { topController } from "../exposure";
import type { Exposure, ExposureClass, ExposureWorld, RoleInput, TopController } from "../exposure";
import { evaluate } from "../method/engine";
import { evaluateOutput } from "../method/evaluate";
import { hoheitProfile } from "../method/hoheit-profile-1";
import { munichSds } from "../method/munich-sds-2026-02";
import type { MethodResult, SourcedAnswer } from "../method/types";
import type { LicenceClass } from "../profile/licence";
import type { Policy, RequiredLevel } from "../profile/policy";
import { derivationContext, mainRoles } from "./context";
import { derive } from "./derive";
import type { NotDerivable, ScoredMethodId } from "./derive";
import { merge, valuesOf, type AssessedAnswers } from "./merge";
import { gapsOf, requiredLevel } from "./gap";
import type { GapDecision } from "./gap";
import type { GapState, ServiceFacts } from "./types";

export { exposureInput } from "./context";
export type { AssessedAnswers } from "./merge";

export interface ScoreInput {
  readonly facts: ServiceFacts;
  readonly assessed: Readonly<Partial<Record<ScoredMethodId, AssessedAnswers>>>;
  readonly world: ExposureWorld;
  readonly policy: Policy;
  /** ISO day; decides which gap decisions still hold. */
  readonly today: string;
  readonly gapDecisions?: readonly GapDecision[];
  /** Ids of OSI-approved licences; a built-in selection when left out. */
  readonly osiApproved?: ReadonlySet<string>;
}

/** The exposure that counts for the profile and the gap: the classified one, or what a person has assessed instead. */
export interface EffectiveExposure {
  /** Worst class found; null when nothing is known. */
  readonly class: ExposureClass | null;
  readonly atLeast: boolean;
  readonly best: ExposureClass;
  readonly worst: ExposureClass;
}

export interface ServiceScore {
  readonly munich: MethodResult;
  readonly profile: MethodResult;
  readonly answers: Readonly<Record<ScoredMethodId, Readonly<Record<string, SourcedAnswer>>>>;
  /** Criteria the facts do not settle, with the reason; also those a person has answered. */
  readonly notDerivable: Readonly<Record<ScoredMethodId, readonly NotDerivable[]>>;
  readonly exposure: Exposure;
  readonly effectiveExposure: EffectiveExposure;
  readonly doubleGrip: YesNo;
  readonly required: RequiredLevel | null;
  readonly gaps: { readonly munich: GapState; readonly exposure: GapState; readonly overall: GapState };
  /** Top of the maker's or operator's chain, whichever is the more exposed; null when neither is known. */
  readonly controller: TopController | null;
  readonly licence: LicenceClass;
}

/**
 * Scores one service: facts give derived answers, a person's answers go before them, and every figure keeps its reasons.
 * Throws a RangeError for an assessed criterion or option that its method does not have.
 */
export function scoreService(input: ScoreInput): ServiceScore {
  const { facts, world, assessed } = input;
  const context = derivationContext(facts, world, input.osiApproved);
  const { exposure } = context;
  const derived = { munich: derive("munich-sds", context), profile: derive("hoheit-profile", context) };
  const answers = {
    "munich-sds": merge(derived.munich.answers, assessed["munich-sds"] ?? {}),
    "hoheit-profile": merge(derived.profile.answers, assessed["hoheit-profile"] ?? {}),
  };
  const munich = evaluate(munichSds, valuesOf(answers["munich-sds"]));
  const effectiveExposure = effective(exposure, answers["hoheit-profile"]["exposure"]);
  const profile = withExposureRange(
    evaluate(hoheitProfile, valuesOf(answers["hoheit-profile"])),
    answers,
    effectiveExposure,
  );
  const required = requiredLevel(facts.protection, input.policy);
  const grip = answers["hoheit-profile"]["double-grip"]?.value;
  return {
    munich,
    profile,
    answers,
    notDerivable: { "munich-sds": derived.munich.notDerivable, "hoheit-profile": derived.profile.notDerivable },
    exposure,
    effectiveExposure,
    doubleGrip: grip === "yes" || grip === "no" ? grip : "unknown",
    required,
    gaps: gapsOf({
      munich: munich.outputs[0]?.range ?? { best: 1, worst: 5 },
      exposure: effectiveExposure,
      required,
      decisions: input.gapDecisions ?? [],
      today: input.today,
    }),
    controller: controllerOf(world, exposure, mainRoles(facts)),
    licence: licenceOf(answers["hoheit-profile"]["licence"]?.value),
  };
}

const isClass = (value: string): value is ExposureClass => /^J[0-4]$/.test(value);

function effective(exposure: Exposure, answer: SourcedAnswer | undefined): EffectiveExposure {
  if (answer?.origin === "assessed") {
    return isClass(answer.value)
      ? { class: answer.value, atLeast: false, best: answer.value, worst: answer.value }
      : { class: null, atLeast: true, best: "J0", worst: "J4" };
  }
  return { class: exposure.class, atLeast: exposure.atLeast, ...exposure.range };
}

/**
 * While the exposure class is a span, the jurisdiction output spans its best to its worst class instead of the whole scale.
 * The result stays null and the criterion stays unanswered.
 */
function withExposureRange(
  profile: MethodResult,
  answers: ServiceScore["answers"],
  exposure: EffectiveExposure,
): MethodResult {
  const values = valuesOf(answers["hoheit-profile"]);
  if (Object.hasOwn(values, "exposure")) return profile;
  const jurisdiction = hoheitProfile.outputs.find((output) => output.id === "jurisdiction");
  if (jurisdiction === undefined) return profile;
  const best = evaluateOutput(hoheitProfile, jurisdiction, { ...values, exposure: exposure.best });
  const worst = evaluateOutput(hoheitProfile, jurisdiction, { ...values, exposure: exposure.worst });
  const outputs = profile.outputs.map((output) =>
    output.output !== "jurisdiction"
      ? output
      : {
          ...output,
          range: { best: best.range.best, worst: worst.range.worst },
          rangeLevels: { best: best.rangeLevels.best, worst: worst.rangeLevels.worst },
        },
  );
  return { ...profile, outputs };
}

/** Findings come worst first, so the first of the service's own makers and operators is the one that binds more. */
function controllerOf(world: ExposureWorld, exposure: Exposure, roles: readonly RoleInput[]): TopController | null {
  for (const { role, organisationId } of exposure.findings) {
    const binds =
      (role === "maker" || role === "operator") &&
      roles.some((each) => each.role === role && each.organisationId === organisationId);
    if (!binds || organisationId === null) continue;
    const top = topController(world, organisationId);
    if (top.id !== null) return top;
  }
  return null;
}

function licenceOf(value: string | undefined): LicenceClass {
  switch (value) {
    case "open":
    case "open-core":
    case "source-available":
    case "proprietary":
      return value;
    default:
      return "unknown";
  }
}
