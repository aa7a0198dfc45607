import type { MethodRef } from "../method/types";
import {
  derivedAnswers,
  judge,
  munichAnswers,
  profileAnswers,
  type Derived,
  type DemoAnswers,
  type Judgement,
} from "./answers";
import type { Setting } from "./build-service";
import { addDays } from "./days";
import {
  CHANGES,
  CONFIRMED,
  DRAFTS,
  FIRST_ASSESSED,
  LEARNED,
  OVERRIDES,
  REASSESSED,
  SUBMITTED,
  UNASSESSED,
} from "./musterstadt-story";
import { random } from "./random";
import type { CityChange, DemoAnswer, DemoAssessment, DemoService, ServiceSpec } from "./types";

export const MUNICH: MethodRef = "munich-sds@2026-02";
export const PROFILE: MethodRef = "hoheit-profile@1";

interface Version {
  readonly approvedAt: string;
  readonly munich: DemoAnswers;
  readonly profile: DemoAnswers;
}

const no = (service: DemoService) => Number(service.externalId);
const STRATEGIST = "strategist";
const APPROVER = "approver";

/** All assessments of Musterstadt: 121 services approved at least once, some more than once, some in the making. */
export function assessMusterstadt(
  specs: readonly ServiceSpec[],
  services: readonly DemoService[],
  changes: readonly CityChange[],
  setting: Setting,
): DemoAssessment[] {
  const cache = new Map<string, Derived>();
  const firstDays = firstApprovals(services, setting.seed);
  return services.flatMap((service, index) => {
    const spec = specs[index];
    if (spec === undefined) return [];
    const first = firstDays.get(service.key);
    const versions = first === undefined ? [] : versionsOf(service, spec, first, changes, setting, cache);
    return [...approved(service, versions), ...inTheMaking(service, versions)];
  });
}

/** First approval per service key: what changed early is assessed early, what came late is assessed late. */
function firstApprovals(services: readonly DemoService[], seed: number): Map<string, string> {
  const storied = new Set([...CHANGES, ...REASSESSED, ...CONFIRMED].map((each) => each.no));
  const order = services
    .filter((service) => !UNASSESSED.has(no(service)))
    .map((service) => ({
      service,
      rank: service.inInventorySince > "2025-01-01" ? 2 : storied.has(no(service)) ? 0 : 1,
      draw: random(seed, service.key, "first assessed").next(),
    }))
    .sort((a, b) => a.rank - b.rank || a.draw - b.draw)
    .map(({ service }) => service);
  const days = new Map<string, string>();
  let position = 0;
  for (const period of FIRST_ASSESSED) {
    for (let index = 0; index < period.count; index++) {
      const service = order[position++];
      if (service === undefined) return days;
      days.set(service.key, addDays(period.from, Math.floor((period.days * index) / period.count)));
    }
  }
  return days;
}

function versionsOf(
  service: DemoService,
  spec: ServiceSpec,
  first: string,
  changes: readonly CityChange[],
  setting: Setting,
  cache: Map<string, Derived>,
): Version[] {
  const chance = random(setting.seed, service.key, "judged");
  let now = judge(service, setting, spec.pattern, chance);
  const again = REASSESSED.find((each) => each.no === no(service));
  if (again !== undefined) now = withCriterion(now, again.criterion, again.now);
  const current = answersOf(service, now, setting, cache);
  if (again !== undefined) current.munich[again.criterion] = { value: again.now, note: again.note };

  const change = changes.find((each) => each.serviceKey === service.key);
  const told = CHANGES.find((each) => each.no === no(service));
  if (change !== undefined && told !== undefined) {
    const was: DemoService = { ...service, ...change.before };
    const before = judge(was, setting, told.before.pattern, chance);
    return [
      { approvedAt: first, ...answersOf(was, before, setting, cache) },
      { approvedAt: change.date, ...current },
    ];
  }
  if (again !== undefined) {
    const before = withCriterion(now, again.criterion, again.now === "yes" ? "no" : "yes");
    return [
      { approvedAt: first, ...answersOf(service, before, setting, cache) },
      { approvedAt: again.date, ...current },
    ];
  }
  const confirmed = CONFIRMED.filter((each) => each.no === no(service)).map((each) => each.date);
  const maker = setting.products.get(service.productIds[0] ?? "")?.makerId;
  const learned = LEARNED.find((each) => each.organisationId === maker);
  const unaware = {
    ...current.munich,
    head: { value: "yes", note: "Sitz laut Vertrag in der EU; Eigentümer nicht geprüft." },
  };
  return [first, ...confirmed].map((approvedAt) => ({
    approvedAt,
    ...current,
    munich: learned !== undefined && approvedAt < learned.date ? unaware : current.munich,
  }));
}

function withCriterion(judgement: Judgement, criterion: "api" | "dat", value: "yes" | "no"): Judgement {
  return criterion === "api" ? { ...judgement, interfaces: value } : { ...judgement, formats: value };
}

function answersOf(service: DemoService, judgement: Judgement, setting: Setting, cache: Map<string, Derived>) {
  const derived = derivedAnswers(service, setting, cache);
  const munich = munichAnswers(service, judgement, setting, derived["munich-sds"]);
  for (const each of OVERRIDES) {
    if (each.no === no(service)) munich[each.criterion] = { value: each.value, note: each.note };
  }
  const chance = random(setting.seed, service.key, "profile");
  return { munich, profile: profileAnswers(service, judgement, derived["hoheit-profile"], chance) };
}

function approved(service: DemoService, versions: readonly Version[]): DemoAssessment[] {
  return versions.flatMap((version, index) => {
    const next = versions[index + 1];
    const common = {
      serviceKey: service.key,
      version: index + 1,
      state: next === undefined ? ("approved" as const) : ("superseded" as const),
      createdBy: author(service),
      createdAt: notBefore(addDays(version.approvedAt, -14), service.inInventorySince),
      submittedAt: addDays(version.approvedAt, -2),
      approvedBy: APPROVER,
      approvedAt: version.approvedAt,
      supersededAt: next?.approvedAt ?? null,
    };
    return [
      { ...common, method: MUNICH, answers: version.munich },
      { ...common, method: PROFILE, answers: version.profile },
    ];
  });
}

/** New versions that nobody has approved: complete ones that wait, and drafts; a first draft is incomplete. */
function inTheMaking(service: DemoService, versions: readonly Version[]): DemoAssessment[] {
  const submitted = SUBMITTED.indexOf(no(service));
  const draft = DRAFTS.indexOf(no(service));
  if (submitted < 0 && draft < 0) return [];
  const last = versions[versions.length - 1];
  const started: Record<string, DemoAnswer> = {
    sup: { value: "yes", note: null },
    api: { value: "unknown", note: "Anfrage an den Hersteller läuft." },
  };
  const renewed =
    last === undefined ? started : { ...last.munich, sup: { value: "yes", note: "Stand 11/2026 geprüft." } };
  const createdAt = addDays("2026-11-09", (submitted < 0 ? draft : submitted) % 7);
  return [
    {
      serviceKey: service.key,
      method: MUNICH,
      version: versions.length + 1,
      state: submitted < 0 ? "draft" : "submitted",
      answers: renewed,
      createdBy: author(service),
      createdAt,
      submittedAt: submitted < 0 ? null : addDays(createdAt, 3),
      approvedBy: null,
      approvedAt: null,
      supersededAt: null,
    },
  ];
}

/** Whoever is responsible for the service assesses it, else the strategist: never the approver. */
function author(service: DemoService): string {
  return service.responsible === null ? STRATEGIST : `owner:${service.departmentKey}`;
}

function notBefore(day: string, earliest: string): string {
  return day < earliest ? earliest : day;
}
