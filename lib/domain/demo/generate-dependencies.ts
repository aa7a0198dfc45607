import type { OperatingModel } from "../facts";
import type { Setting } from "./build-service";
import { dependency, distinctDependencies } from "./dependencies";
import { INFRASTRUCTURE_SLOTS } from "./purposes";
import { random } from "./random";
import type { DemoDependency, DemoService } from "./types";

/** What services of a kind of operation lean on, with how often. Names are those of the infrastructure slots. */
const LEANS_ON: Readonly<Record<"inside" | "outside", Readonly<Record<string, number>>>> = {
  inside: {
    "Serverbetrieb Windows": 30,
    "Serverbetrieb Linux": 20,
    "Datenbankdienst SQL Server": 30,
    "Datenbankdienst Oracle": 15,
    "Datenbankdienst PostgreSQL": 20,
    Verzeichnisdienst: 35,
    Anmeldedienst: 15,
    Büropaket: 20,
    Arbeitsplatzbetrieb: 15,
    Datensicherung: 12,
    "E-Mail und Kalender": 10,
  },
  outside: {
    Verzeichnisdienst: 30,
    Anmeldedienst: 40,
    "E-Mail und Kalender": 15,
    Netzbetrieb: 20,
    Firewall: 15,
    Büropaket: 8,
  },
};

/** What the infrastructure itself stands on. */
const STANDS_ON: Readonly<Record<string, readonly string[]>> = {
  Virtualisierung: ["Speichersysteme", "Netzbetrieb"],
  "Serverbetrieb Windows": ["Virtualisierung", "Netzbetrieb"],
  "Serverbetrieb Linux": ["Virtualisierung", "Netzbetrieb"],
  "Datenbankdienst Oracle": ["Serverbetrieb Linux", "Virtualisierung"],
  "Datenbankdienst SQL Server": ["Serverbetrieb Windows", "Virtualisierung"],
  "Datenbankdienst PostgreSQL": ["Serverbetrieb Linux", "Virtualisierung"],
  Verzeichnisdienst: ["Serverbetrieb Windows", "Virtualisierung"],
  Anmeldedienst: ["Verzeichnisdienst", "Serverbetrieb Linux"],
  "E-Mail und Kalender": ["Verzeichnisdienst", "Serverbetrieb Windows", "E-Mail-Sicherheit"],
  "E-Mail-Sicherheit": ["E-Mail und Kalender", "Firewall"],
  Büropaket: ["Arbeitsplatzbetrieb", "Verzeichnisdienst"],
  Arbeitsplatzbetrieb: ["Verzeichnisdienst", "Netzbetrieb"],
  Datensicherung: ["Virtualisierung", "Speichersysteme"],
  Firewall: ["Netzbetrieb", "Verzeichnisdienst"],
};

const OUTSIDE: ReadonlySet<OperatingModel> = new Set(["vendor-saas", "hyperscaler", "federal-state-platform"]);

/** Two to four edges per service to infrastructure of its own set; the infrastructure itself stands on what it must. */
export function generatedDependencies(services: readonly DemoService[], setting: Setting): DemoDependency[] {
  const slotNames = INFRASTRUCTURE_SLOTS.map((slot) => slot.name);
  const infrastructure = services.slice(0, infrastructureCount(services, slotNames));
  const sets = Math.max(1, Math.floor(infrastructure.length / slotNames.length));
  const at = (name: string, set: number) => infrastructure[set * slotNames.length + slotNames.indexOf(name)];

  const edges: DemoDependency[] = [];
  const add = (from: DemoService, to: DemoService | undefined) => {
    if (to !== undefined) edges.push(dependency(from, to, setting.products.get(to.productIds[0] ?? "")));
  };
  services.forEach((service, index) => {
    if (index < infrastructure.length) {
      const name = slotNames[index % slotNames.length] ?? "";
      for (const below of STANDS_ON[name] ?? []) add(service, at(below, Math.floor(index / slotNames.length)));
      return;
    }
    const chance = random(setting.seed, service.key, "dependencies");
    const set = chance.int(0, sets - 1);
    const outside = service.operatingModel !== null && OUTSIDE.has(service.operatingModel);
    const left: Record<string, number> = { ...LEANS_ON[outside ? "outside" : "inside"] };
    for (let wanted = chance.int(2, 4); wanted > 0; wanted--) {
      const name = chance.weighted(left);
      delete left[name];
      add(service, at(name, set));
    }
  });
  return distinctDependencies(edges);
}

/** Number of services at the start of the list that are infrastructure: they follow the slots in order, set after set. */
function infrastructureCount(services: readonly DemoService[], slotNames: readonly string[]): number {
  let size = 0;
  while (services[size]?.name.startsWith(slotNames[size % slotNames.length] ?? "\u0000") === true) size++;
  return size;
}
