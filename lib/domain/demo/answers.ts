import { topController } from "../exposure";
import { DEFAULT_POLICY } from "../profile/policy";
import { scoreService } from "../service/score";
import { categoryProfile } from "./categories";
import type { Setting } from "./build-service";
import { serviceFacts } from "./facts";
import type { Random } from "./random";
import type { ContractPattern, DemoAnswer, DemoService } from "./types";

export type DemoAnswers = Record<string, DemoAnswer>;

/** Answers that follow from facts, per method: criterion id → option. */
export type Derived = Readonly<Record<"munich-sds" | "hoheit-profile", Readonly<Record<string, string>>>>;

/** How a service was judged: the basis both questionnaires share, so that they never contradict each other. */
export interface Judgement {
  readonly alternative: "yes" | "no";
  readonly interfaces: "yes" | "no";
  readonly formats: "yes" | "no";
  readonly open: boolean;
}

const answer = (value: string, note: string | null = null): DemoAnswer => ({ value, note });

/** What the scoring functions derive for services of this kind. Kinds repeat, so each is computed once per cache. */
export function derivedAnswers(service: DemoService, setting: Setting, cache: Map<string, Derived>): Derived {
  const operator = service.roles.find((role) => role.role === "operator")?.organisationId;
  const kind = [service.productIds[0], service.operatingModel, operator, service.contract.securityUpdates].join("|");
  const known = cache.get(kind);
  if (known !== undefined) return known;
  const { answers } = scoreService({
    facts: serviceFacts(service, setting.products, 0),
    assessed: {},
    world: setting,
    policy: DEFAULT_POLICY,
    today: `${setting.statedOn}-01`,
  });
  const values = (method: keyof Derived) =>
    Object.fromEntries(Object.entries(answers[method]).map(([criterion, { value }]) => [criterion, value]));
  const derived = { "munich-sds": values("munich-sds"), "hoheit-profile": values("hoheit-profile") };
  cache.set(kind, derived);
  return derived;
}

/** Judges a service as a city would: open source mostly opens interfaces and formats, what is prescribed has no alternative. */
export function judge(service: DemoService, setting: Setting, pattern: ContractPattern, chance: Random): Judgement {
  const main = setting.products.get(service.productIds[0] ?? "");
  const profile = categoryProfile(service.category);
  const open = main?.sourceModel === "open-source" || main?.sourceModel === "open-core";
  const yes = (probability: number): "yes" | "no" => (chance.chance(probability) ? "yes" : "no");
  const prescribed = profile.noChoice === true || pattern === "G";
  const named = (main?.alternatives.length ?? 0) > 0;
  const interfaces = yes(open ? 0.88 : Math.min(0.9, profile.openInterfaces + 0.1));
  return {
    open,
    alternative: prescribed ? (open ? yes(0.5) : "no") : open ? "yes" : yes(named ? 0.95 : 0.86),
    interfaces,
    formats: yes(open ? 0.9 : interfaces === "yes" ? 0.6 : 0.45),
  };
}

/** Assessed answers to Munich's method: what does not follow from facts, and what the city sees otherwise than the catalogue. */
export function munichAnswers(
  service: DemoService,
  judgement: Judgement,
  setting: Setting,
  derived: Derived["munich-sds"],
): DemoAnswers {
  const main = setting.products.get(service.productIds[0] ?? "");
  const answers: DemoAnswers = {};
  if (judgement.alternative === "no") {
    answers["alt"] = answer(
      "no",
      derived["alt"] === "yes"
        ? "Die genannten Alternativen decken die Pflichtfunktionen nicht ab; ein Wechsel ist derzeit nicht vertretbar."
        : "Durch Gesetz, Vereinbarung oder Marktlage vorgegeben; kein zweites Verfahren verfügbar.",
    );
  } else if (derived["alt"] === undefined) {
    answers["alt"] = answer(
      "yes",
      judgement.open
        ? "Freie Software; gleichwertige freie Produkte sind in anderen Städten im Einsatz."
        : "Mindestens zwei weitere Anbieter mit Referenzen in vergleichbaren Städten.",
    );
  }
  if (derived["head"] === undefined) answers["head"] = assessedSeat(service, setting);
  if (derived["os"] === undefined) {
    answers["os"] = judgement.open
      ? answer("yes", "Eingesetzt wird nur die freie Ausgabe, ohne kostenpflichtige Zusätze.")
      : answer("no", service.ownDevelopment ? "Eigenentwicklung, Quellcode nicht veröffentlicht." : null);
  }
  if (derived["sup"] === undefined) {
    answers["sup"] = answer(
      "yes",
      (main?.makerId ?? null) === null ? null : "Aktualisierungen kommen über die Wartung.",
    );
  }
  if (derived["api"] === undefined) answers["api"] = answer(judgement.interfaces);
  if (derived["dat"] === undefined) answers["dat"] = answer(judgement.formats);
  return answers;
}

/** The seat of the parent, where the catalogue's chain of owners does not lead to a known end. */
function assessedSeat(service: DemoService, setting: Setting): DemoAnswer {
  if (service.ownDevelopment) return answer("yes", "Eigenentwicklung der Stadt.");
  const maker = setting.products.get(service.productIds[0] ?? "")?.makerId ?? null;
  if (maker === null) {
    return answer("yes", "Hersteller laut Vertragsakte mit Sitz in Deutschland; Nachweis der Beteiligungen steht aus.");
  }
  const { country } = topController(setting, maker);
  if (country === null) return answer("yes", "Gemeinschaft ohne Sitz; Pflege durch einen Anbieter mit Sitz in der EU.");
  return setting.jurisdictions.get(country)?.eu === true
    ? answer("yes", "Eigenauskunft des Herstellers zu seinen Gesellschaftern liegt vor.")
    : answer("no", "Eigentümer mit Sitz außerhalb der EU nach Auskunft des Herstellers.");
}

/** Assessed answers to the profile: what no fact of the inventory or the catalogue settles. */
export function profileAnswers(
  service: DemoService,
  judgement: Judgement,
  derived: Derived["hoheit-profile"],
  chance: Random,
): DemoAnswers {
  const soften = (value: "yes" | "no", probability: number) =>
    value === "no" && chance.chance(probability) ? "partly" : value;
  const inHouse = service.operatingModel === "own-data-centre" || service.operatingModel === "public-provider";
  const judged: Readonly<Record<string, string>> = {
    alternative:
      judgement.alternative === "yes" && !judgement.open && chance.chance(0.3) ? "partly" : judgement.alternative,
    export: soften(judgement.formats, 0.7),
    interfaces: soften(judgement.interfaces, 0.6),
    separable: judgement.open ? "yes" : inHouse ? "partly" : "no",
    standards: soften(judgement.interfaces, 0.5),
    formats: soften(judgement.formats, 0.5),
    shaping: judgement.open ? "yes" : "no",
  };
  const answers: DemoAnswers = {};
  for (const [criterion, value] of Object.entries(judged)) {
    if (derived[criterion] === undefined) answers[criterion] = answer(value);
  }
  // Where the file says nothing, whoever assesses mostly asks and then knows; some answers stay open.
  const { exitClause, dataReturnClause, noticeMonths } = service.contract;
  const exitOpen = exitClause === null || dataReturnClause === null || noticeMonths === null;
  if (exitOpen && chance.chance(0.85)) answers["exit"] = answer(chance.weighted({ partly: 45, no: 45, unknown: 10 }));
  if (service.skills === null && chance.chance(0.85)) {
    answers["skills"] = answer(chance.weighted({ yes: 30, partly: 50, no: 10, unknown: 10 }));
  }
  // Where Munich's knock-out question is answered against the catalogue, the profile must not keep the catalogue's yes.
  if (judgement.alternative === "no" && derived["alternative"] === "yes") {
    answers["alternative"] = answer("no", "Wie im Münchner Score: ein Wechsel ist derzeit nicht vertretbar.");
  }
  return answers;
}
