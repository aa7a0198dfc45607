import type { OperatingModel } from "../facts";
import type { ProductFacts } from "../service/types";
import { slug as toKey } from "../catalogue/names";
import { derivedAnswers, judge, munichAnswers, profileAnswers, type Derived } from "./answers";
import { buildService, locationWeight, ownOrganisations, rolesFor, type Setting } from "./build-service";
import { addDays } from "./days";
import { generatedDependencies } from "./generate-dependencies";
import { MUNICH, PROFILE } from "./musterstadt-assessments";
import { UNKNOWN_LOCATION_SHARE } from "./musterstadt";
import { FURTHER_DEPARTMENTS, INFRASTRUCTURE_SLOTS, placeSuffix, PURPOSES, type Purpose } from "./purposes";
import { drawShare, random, type Random } from "./random";
import { souveraeneStadt } from "./strategy";
import type {
  CityChange,
  CityData,
  ContractPattern,
  DemoAssessment,
  DemoCatalogue,
  DemoDepartment,
  DemoPerson,
  DemoService,
  ServiceSpec,
} from "./types";

export interface GenerateOptions {
  /** Number of services, at least 1. */
  readonly services: number;
  readonly seed: number;
  /** Prefix of the ids of the city's own organisations. */
  readonly slug: string;
  readonly name?: string;
}

const TODAY = "2026-11-21";
const START = "2024-09-30";
const DATES = ["2024-12-31", "2025-06-30", "2025-12-31", "2026-06-30"];
/** One set of infrastructure services serves about this many others. */
const SERVED_BY_ONE = 1500;
const ASSESSED_SHARE = 0.7;
const NO_PRODUCT_SHARE = 0.02;
const CHANGED_SHARE = 0.01;

/**
 * A made-up city of any size, for tests and benchmarks. The same options and catalogue give the same city, on every machine.
 * @throws RangeError when `services` is not a whole number above 0
 */
export function generateCity(options: GenerateOptions, catalogue: DemoCatalogue): CityData {
  const { services: count, seed, slug } = options;
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`services must be a whole number above 0: ${count}`);
  const name = options.name ?? `Beispielstadt ${seed}`;
  const organisations = ownOrganisations(slug, name, "Musterland", "2026-11");
  const setting: Setting = {
    slug,
    seed,
    scale: 1,
    products: new Map(catalogue.products.map((product) => [product.id, product])),
    organisations: new Map([...catalogue.organisations, ...organisations].map((each) => [each.id, each])),
    jurisdictions: new Map(catalogue.jurisdictions.map((each) => [each.code, each])),
    own: {
      city: `${slug}:stadt`,
      provider: `${slug}:kdz`,
      state: `${slug}:land`,
      supporters: [`${slug}:quelloffen`, `${slug}:nordkontor`],
    },
    statedOn: "2026-11",
  };
  const departments = departmentsFor(count);
  const people = peopleFor(departments, slug, seed);
  // The first without a department is the strategist.
  const ownerName = new Map([...people].reverse().map((person) => [person.departmentKey, person.name]));
  const byCategory = productsByCategory(catalogue.products);
  const specs = purposesFor(count).map((purpose, index) => specOf(purpose, index, departments, byCategory, setting));

  const built = specs.map((spec) => {
    const chance = random(seed, spec.key, "life");
    const service = buildService(spec, setting, {
      responsible: chance.chance(0.06) ? null : (ownerName.get(spec.departmentKey) ?? null),
      inInventorySince: chance.chance(0.88) ? START : addDays(START, chance.int(1, 760)),
    });
    const lifecycle = chance.weighted({ active: 90, "phasing-out": 5, planned: 3, retired: 2 });
    return { ...service, lifecycle };
  });
  const located = drawShare(built, UNKNOWN_LOCATION_SHARE, (each) => each.key, locationWeight, `${seed} location`);
  const services = built.map((each) => (located.has(each) ? { ...each, dataLocation: null } : each));
  const changes = changesOf(specs, services, byCategory, setting);
  return {
    city: {
      slug,
      name,
      demo: true,
      inhabitants: Math.round((300_000 * (count / 153) ** 0.6) / 1000) * 1000,
      employees: Math.max(60, Math.round(27 * count ** 0.95)),
      today: TODAY,
      seed,
    },
    departments,
    people,
    organisations,
    products: [],
    services,
    dependencies: generatedDependencies(services, setting),
    assessments: assessmentsOf(specs, services, setting),
    strategy: {
      ...souveraeneStadt,
      goals: souveraeneStadt.goals.map((goal) => ({ ...goal, responsible: ownerName.get(null) ?? goal.responsible })),
    },
    history: { dates: DATES, changes, learned: [] },
  };
}

type SlotOrPurpose = Purpose & { readonly products?: Readonly<Record<string, number>>; readonly uniqueName: string };

/** Infrastructure first, as often as the size needs it, then purposes in turn; each name once. */
function purposesFor(count: number): SlotOrPurpose[] {
  const list: SlotOrPurpose[] = [];
  const sets = 1 + Math.floor(count / SERVED_BY_ONE);
  for (let set = 0; set < sets; set++) {
    for (const slot of INFRASTRUCTURE_SLOTS) list.push({ ...slot, uniqueName: `${slot.name}${placeSuffix(set)}` });
  }
  for (let use = 0; list.length < count; use++) {
    for (const purpose of PURPOSES) list.push({ ...purpose, uniqueName: `${purpose.name}${placeSuffix(use)}` });
  }
  return list.slice(0, count);
}

function departmentsFor(count: number): DemoDepartment[] {
  const wanted = Math.min(60, Math.max(10, Math.round(0.7 * Math.sqrt(count))));
  const named = [...new Set(["IT", ...PURPOSES.map((purpose) => purpose.department)])];
  return [...named, ...FURTHER_DEPARTMENTS].slice(0, wanted).map((name) => ({ key: toKey(name), name }));
}

const GIVEN =
  "Anna Bernd Carla Deniz Erik Fatma Georg Hanna Igor Jasmin Klaus Lena Mehmet Nora Otto Petra Rolf Sina Tim Ulla".split(
    " ",
  );
const FAMILY =
  "Albers Becker Çelik Dietz Engel Franke Graf Hoffmann Ivanov Jansen Krüger Lange Möller Neumann Ortega Peters Quast Roth Schuster Thiel".split(
    " ",
  );

function peopleFor(departments: readonly DemoDepartment[], slug: string, seed: number): DemoPerson[] {
  const person = (key: string, role: DemoPerson["role"], departmentKey: string | null): DemoPerson => {
    const chance = random(seed, key, "person");
    const name = `${chance.pick(GIVEN)} ${chance.pick(FAMILY)}`;
    return { key, name, email: `${toKey(key)}@${slug}.example`, role, departmentKey };
  };
  return [
    person("strategist", "strategist", null),
    person("approver", "approver", null),
    person("auditor", "auditor", null),
    ...departments.map(({ key }) => person(`owner:${key}`, "service-owner", key)),
  ];
}

/** Products per category, the catalogue's order as order of popularity. */
function productsByCategory(products: readonly ProductFacts[]): Map<string, ProductFacts[]> {
  const map = new Map<string, ProductFacts[]>();
  for (const product of products) {
    const category = product.category ?? "other";
    const list = map.get(category);
    if (list === undefined) map.set(category, [product]);
    else list.push(product);
  }
  return map;
}

function specOf(
  purpose: SlotOrPurpose,
  index: number,
  departments: readonly DemoDepartment[],
  byCategory: ReadonlyMap<string, readonly ProductFacts[]>,
  setting: Setting,
): ServiceSpec {
  const key = `G-${String(index + 1).padStart(5, "0")}`;
  const chance = random(setting.seed, key, "spec");
  const operatingModel = chance.weighted(purpose.models);
  const productId = chance.chance(NO_PRODUCT_SHARE) ? null : productFor(purpose, byCategory, chance);
  const main = productId === null ? undefined : setting.products.get(productId);
  const home = departments.find((each) => each.name === purpose.department);
  const stated = !chance.chance(0.06);
  const shift = chance.chance(0.12);
  const [confidentiality, integrity, availability] = purpose.needs;
  return {
    key,
    externalId: String(index + 1),
    name: purpose.uniqueName,
    departmentKey: (home !== undefined && chance.chance(0.7) ? home : chance.pick(departments)).key,
    category: purpose.category,
    productIds: main === undefined ? [] : [main.id],
    operatingModel,
    pattern: patternFor(operatingModel, main, purpose.category, chance),
    protection: stated
      ? { confidentiality, integrity, availability: shift ? "high" : availability }
      : { confidentiality: null, integrity: null, availability: null },
  };
}

function productFor(
  purpose: SlotOrPurpose,
  byCategory: ReadonlyMap<string, readonly ProductFacts[]>,
  chance: Random,
): string | null {
  if (purpose.products !== undefined) return chance.weighted(purpose.products);
  const list = byCategory.get(purpose.category) ?? [];
  if (list.length === 0) return null;
  // Zipf: the n-th is used about 1/n as often as the first.
  return chance.weighted(Object.fromEntries(list.map((product, rank) => [product.id, 1 / (rank + 1)])));
}

function patternFor(
  model: OperatingModel,
  main: ProductFacts | undefined,
  category: string,
  chance: Random,
): ContractPattern {
  switch (model) {
    case "public-provider":
      return "D";
    case "federal-state-platform":
      return "G";
    case "vendor-saas":
      return "B";
    case "hyperscaler":
      return main?.makerId === "microsoft" ? "C" : "B";
    case "partner-hosted":
      return "F";
    case "own-data-centre":
      if (main?.makerId === "microsoft") return "C";
      if (category === "network" || category === "storage" || category === "firewall") return "E";
      if (main?.sourceModel === "open-source" || main?.sourceModel === "open-core")
        return chance.chance(0.8) ? "F" : "H";
      return chance.chance(0.95) ? "A" : "H";
  }
}

function assessmentsOf(
  specs: readonly ServiceSpec[],
  services: readonly DemoService[],
  setting: Setting,
): DemoAssessment[] {
  const cache = new Map<string, Derived>();
  const assessable = services.filter((service) => service.productIds.length > 0);
  const share = (ASSESSED_SHARE * services.length) / Math.max(1, assessable.length);
  const chosen = drawShare(
    assessable,
    Math.min(1, share),
    (each) => each.key,
    () => 1,
    `${setting.seed} assessed`,
  );
  return services.flatMap((service, index) => {
    const spec = specs[index];
    if (spec === undefined || !chosen.has(service)) return [];
    const chance = random(setting.seed, service.key, "assessed");
    const judgement = judge(service, setting, spec.pattern, chance);
    const derived = derivedAnswers(service, setting, cache);
    const munich = munichAnswers(service, judgement, setting, derived["munich-sds"]);
    const profile = profileAnswers(service, judgement, derived["hoheit-profile"], chance);
    const createdBy = service.responsible === null ? "strategist" : `owner:${service.departmentKey}`;
    const createdAt = addDays(service.inInventorySince, chance.int(1, 740));
    const made = createdAt <= "2026-11-01" ? createdAt : "2026-11-01";
    const version = (method: DemoAssessment["method"], answers: DemoAssessment["answers"]): DemoAssessment => ({
      serviceKey: service.key,
      method,
      version: 1,
      state: "approved",
      answers,
      createdBy,
      createdAt: made,
      submittedAt: addDays(made, 7),
      approvedBy: "approver",
      approvedAt: addDays(made, 14),
      supersededAt: null,
    });
    return [version(MUNICH, munich), version(PROFILE, profile)];
  });
}

/** A few real replacements: what is open source today was the kind's most common proprietary product before. */
function changesOf(
  specs: readonly ServiceSpec[],
  services: readonly DemoService[],
  byCategory: ReadonlyMap<string, readonly ProductFacts[]>,
  setting: Setting,
): CityChange[] {
  const candidates = services.flatMap((service, index) => {
    const main = setting.products.get(service.productIds[0] ?? "");
    const before = byCategory.get(service.category)?.find((each) => each.sourceModel === "proprietary");
    const spec = specs[index];
    return main?.sourceModel === "open-source" && before !== undefined && spec !== undefined
      ? [{ service, spec, main, before }]
      : [];
  });
  const share = candidates.length === 0 ? 0 : Math.min(1, (CHANGED_SHARE * services.length) / candidates.length);
  const chosen = drawShare(
    candidates,
    share,
    (each) => each.service.key,
    () => 1,
    `${setting.seed} changed`,
  );
  return [...chosen]
    .map(({ service, spec, main, before }): CityChange => {
      const chance = random(setting.seed, service.key, "change");
      return {
        date: addDays("2025-01-15", chance.int(0, 650)),
        serviceKey: service.key,
        text: { de: `${before.name} durch ${main.name} ersetzt`, en: `${before.name} replaced by ${main.name}` },
        before: { productIds: [before.id], roles: rolesFor({ ...spec, pattern: "A" }, before, setting, chance) },
      };
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.serviceKey < b.serviceKey ? -1 : 1));
}
