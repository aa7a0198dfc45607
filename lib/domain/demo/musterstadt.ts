import { PROTECTION_NEEDS, type OperatingModel, type ProtectionNeed } from "../facts";
import type { ProductFacts } from "../service/types";
import { slug as toKey } from "../catalogue/names";
import { assessMusterstadt } from "./musterstadt-assessments";
import {
  ADDED,
  CHANGES,
  COSTS,
  INVENTORY_START,
  LEARNED,
  LIFECYCLE,
  MAIL_COUPLINGS,
  OWNERS,
  TERMS,
  USERS,
  WITHOUT_AVAILABILITY,
  WITHOUT_PROTECTION,
  WITHOUT_RESPONSIBLE,
} from "./musterstadt-story";
import {
  buildService,
  locationWeight,
  ownOrganisations,
  rolesFor,
  stated,
  usualControl,
  type Setting,
} from "./build-service";
import { dependency, distinctDependencies } from "./dependencies";
import { drawShare, random } from "./random";
import { souveraeneStadt } from "./strategy";
import type {
  CityChange,
  CityData,
  DemoCatalogue,
  DemoDependency,
  DemoPerson,
  DemoRow,
  DemoService,
  ServiceSpec,
} from "./types";

const MODELS: Readonly<Record<string, OperatingModel>> = {
  "own data centre": "own-data-centre",
  "municipal/public IT provider": "public-provider",
  "vendor SaaS": "vendor-saas",
  hyperscaler: "hyperscaler",
  "federal/state platform": "federal-state-platform",
};

const TODAY = "2026-11-21";
const SNAPSHOTS = [
  "2024-12-31",
  "2025-03-31",
  "2025-06-30",
  "2025-09-30",
  "2025-12-31",
  "2026-03-31",
  "2026-06-30",
  "2026-09-30",
  "2026-10-31",
];

/** Share of services whose data location nobody has stated, as in a real municipal register of 2023 (50 of 205). */
export const UNKNOWN_LOCATION_SHARE = 0.24;

/**
 * The demo city Musterstadt (fictional, 300,000 inhabitants) from its service list: 153 services, their contracts and
 * dependencies, assessments in all states, a strategy and two years of history.
 * @param slug also the prefix of the ids of the city's own organisations and products
 * @throws RangeError when the list names an operator model or a product that is not known
 */
export function buildMusterstadt(
  rows: readonly DemoRow[],
  catalogue: DemoCatalogue,
  { slug = "musterstadt", seed = 2026 }: { readonly slug?: string; readonly seed?: number } = {},
): CityData {
  const organisations = ownOrganisations(slug, "Musterstadt", "Musterland", "2026-11");
  const own: Setting["own"] = {
    city: `${slug}:stadt`,
    provider: `${slug}:kdz`,
    state: `${slug}:land`,
    supporters: [`${slug}:quelloffen`, `${slug}:nordkontor`],
  };
  const ownProducts = productsOf(slug, own);
  const setting: Setting = {
    slug,
    seed,
    scale: 1,
    products: new Map([...catalogue.products, ...ownProducts].map((product) => [product.id, product])),
    jurisdictions: new Map(catalogue.jurisdictions.map((each) => [each.code, each])),
    organisations: new Map([...catalogue.organisations, ...organisations].map((each) => [each.id, each])),
    own,
    statedOn: "2026-11",
  };
  const departments = [...new Set(rows.map((row) => row.department))].map((name) => ({ key: toKey(name), name }));
  const ownerOf = new Map(departments.map(({ key }, index) => [key, OWNERS[index] ?? null]));

  const specs = rows.map((row) => specOf(row, slug, setting.products));
  const built = specs.map((spec) => finish(spec, setting, ownerOf));
  const unknownLocation = drawShare(
    built,
    UNKNOWN_LOCATION_SHARE,
    (each) => each.key,
    locationWeight,
    `${seed} location`,
  );
  const services = built.map((each) => (unknownLocation.has(each) ? { ...each, dataLocation: null } : each));
  const byKey = new Map(services.map((service) => [service.key, service]));
  const changes = CHANGES.map((change) => changeOf(change, byKey, setting));

  return {
    city: { slug, name: "Musterstadt", demo: true, inhabitants: 300_000, employees: 4120, today: TODAY, seed },
    departments,
    people: people(departments, ownerOf),
    organisations,
    products: ownProducts,
    services,
    dependencies: dependenciesOf(rows, specs, services, setting),
    assessments: assessMusterstadt(specs, services, changes, setting),
    strategy: souveraeneStadt,
    history: { dates: SNAPSHOTS, changes, learned: LEARNED },
  };
}

/** Key of a service by its number in the list. */
export function serviceKey(no: number): string {
  return `S-${String(no).padStart(3, "0")}`;
}

function productsOf(slug: string, own: Setting["own"]): ProductFacts[] {
  const product = (key: string, name: string, makerId: string, category: string): ProductFacts => ({
    id: `${slug}:${key}`,
    name,
    makerId,
    category,
    licence: null,
    sourceModel: null,
    osiApproved: null,
    interfaces: [],
    alternatives: [],
    provenance: stated("2026-11"),
  });
  return [
    product("statistik", "Statistikauswertung Musterstadt (Eigenentwicklung)", own.city, "other"),
    product("fundbuero", "KDZ Fundbüro", own.provider, "public-order"),
  ];
}

function specOf(row: DemoRow, slug: string, products: ReadonlyMap<string, ProductFacts>): ServiceSpec {
  const operatingModel = MODELS[row.operator_model];
  if (operatingModel === undefined) throw new RangeError(`unknown operator model: ${row.operator_model}`);
  const own = row.no === 153 ? `${slug}:statistik` : row.no === 90 ? `${slug}:fundbuero` : null;
  const main = row.suggested_product ?? own;
  // Databases and map servers that no service offers to others are part of the service itself.
  const parts = row.depends_on.filter((id) => id === "mariadb" || id === "postgis" || id === "geoserver");
  const productIds = [...(main === null ? [] : [main]), ...parts];
  for (const id of productIds) if (!products.has(id)) throw new RangeError(`unknown product: ${id}`);
  const without = WITHOUT_PROTECTION.has(row.no);
  return {
    key: serviceKey(row.no),
    externalId: String(row.no),
    name: row.service,
    departmentKey: toKey(row.department),
    category: row.category,
    productIds,
    operatingModel,
    pattern: row.contract_pattern,
    protection: {
      confidentiality: without ? null : needOf(row.confidentiality),
      integrity: without ? null : needOf(row.integrity),
      availability: without || WITHOUT_AVAILABILITY.has(row.no) ? null : needOf(row.availability),
    },
    ownDevelopment: row.no === 153,
  };
}

function needOf(german: string): ProtectionNeed {
  const need = PROTECTION_NEEDS[["normal", "hoch", "sehr hoch"].indexOf(german)];
  if (need === undefined) throw new RangeError(`unknown protection need: ${german}`);
  return need;
}

function finish(spec: ServiceSpec, setting: Setting, ownerOf: ReadonlyMap<string, string | null>): DemoService {
  const no = Number(spec.externalId);
  const service = buildService(spec, setting, {
    responsible: WITHOUT_RESPONSIBLE.has(no) ? null : (ownerOf.get(spec.departmentKey) ?? null),
    inInventorySince: ADDED.get(no) ?? INVENTORY_START,
  });
  const cost = COSTS.get(no);
  // Costs outside the list of unknown ones are known: the drawn holes of other cities do not apply here.
  const drawn = service.contract.costPerYear ?? 24_000;
  const provenance = stated("2026-11");
  return {
    ...service,
    lifecycle: LIFECYCLE.get(no) ?? "active",
    users: USERS.get(no) ?? service.users,
    contract: {
      ...service.contract,
      ...TERMS.get(no),
      costPerYear: cost === undefined ? drawn : cost === null ? null : cost * 1000,
    },
    roles:
      // All mail passes the filter in clear on its way in and out.
      no === 2
        ? [
            ...service.roles,
            {
              role: "sub-processor",
              organisationId: "hornetsecurity",
              dataAccess: "readable",
              location: "DE",
              provenance,
            },
          ]
        : no === 45
          ? [
              ...service.roles,
              { role: "key-holder", organisationId: setting.own.city, dataAccess: "none", location: "DE", provenance },
            ]
          : service.roles,
    control: no === 45 ? { ...service.control, keys: "city-only" } : service.control,
  };
}

function people(departments: CityData["departments"], ownerOf: ReadonlyMap<string, string | null>): DemoPerson[] {
  const person = (key: string, name: string, role: DemoPerson["role"], departmentKey: string | null): DemoPerson => {
    const mailbox = toKey(name.replace(/^Dr\. /, "")).replace(/-/g, ".");
    return { key, name, email: `${mailbox}@musterstadt.example`, role, departmentKey };
  };
  return [
    person("strategist", "Jana Brandt", "strategist", null),
    person("approver", "Thomas Reuter", "approver", null),
    person("auditor", "Petra Lindner", "auditor", null),
    ...departments.flatMap(({ key }) => {
      const name = ownerOf.get(key);
      return name === undefined || name === null ? [] : [person(`owner:${key}`, name, "service-owner", key)];
    }),
  ];
}

function dependenciesOf(
  rows: readonly DemoRow[],
  specs: readonly ServiceSpec[],
  services: readonly DemoService[],
  setting: Setting,
): DemoDependency[] {
  const at = (no: number) => services[no - 1];
  const edges: DemoDependency[] = [];
  rows.forEach((row, index) => {
    const from = services[index];
    if (from === undefined) return;
    for (const productId of row.depends_on) {
      const to = providerOf(productId, rows, specs, services, setting.products);
      if (to !== undefined) edges.push(dependency(from, to, setting.products.get(productId)));
    }
  });
  const mail = at(2);
  for (const { no, proprietary } of MAIL_COUPLINGS) {
    const from = at(no);
    if (from === undefined || mail === undefined) continue;
    const kind = proprietary ? "client" : "mail";
    edges.push({ fromKey: from.key, toKey: mail.key, kind, strength: "degrades", proprietary });
  }
  return distinctDependencies(edges);
}

/** The service that offers a product to others: one of the product's own kind first, else the first built on it. */
function providerOf(
  productId: string,
  rows: readonly DemoRow[],
  specs: readonly ServiceSpec[],
  services: readonly DemoService[],
  products: ReadonlyMap<string, ProductFacts>,
): DemoService | undefined {
  const category = products.get(productId)?.category;
  const main = specs.flatMap((spec, index) => (spec.productIds[0] === productId ? [index] : []));
  const index =
    main.find((each) => specs[each]?.category === category) ??
    main[0] ??
    rows.findIndex((row) => row.department === "IT" && row.other_typical_products.includes(productId));
  return index < 0 ? undefined : services[index];
}

function changeOf(
  change: (typeof CHANGES)[number],
  byKey: ReadonlyMap<string, DemoService>,
  setting: Setting,
): CityChange {
  const key = serviceKey(change.no);
  const now = byKey.get(key);
  if (now === undefined) throw new RangeError(`no service ${key}`);
  const { productIds, operatingModel, pattern } = change.before;
  const main = setting.products.get(productIds[0] ?? "");
  if (main === undefined) throw new RangeError(`unknown product: ${productIds.join(", ")}`);
  const chance = random(setting.seed, key, "before");
  const spec = { operatingModel, pattern, category: now.category, ownDevelopment: false };
  return {
    date: change.date,
    serviceKey: key,
    text: change.text,
    before: {
      productIds,
      operatingModel,
      roles: rolesFor(spec, main, setting, chance),
      control: usualControl(operatingModel),
    },
  };
}
