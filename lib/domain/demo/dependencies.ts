import type { DependencyKind } from "../facts";
import type { ProductFacts } from "../service/types";
import type { DemoDependency, DemoService } from "./types";

const KIND_OF_CATEGORY: Readonly<Record<string, DependencyKind>> = {
  "os-server": "hosted-on",
  virtualization: "hosted-on",
  container: "hosted-on",
  "hosting-cloud": "hosted-on",
  database: "stored-in",
  storage: "stored-in",
  identity: "identity",
  "email-groupware": "mail",
  "email-security": "mail",
  backup: "backup",
  network: "network",
  firewall: "network",
  vpn: "network",
  office: "client",
  "os-client": "client",
  browser: "client",
};

/** Without these the service stands still at once; the others leave it running, with less. */
const VITAL: ReadonlySet<DependencyKind> = new Set(["hosted-on", "stored-in", "identity", "client"]);

/** Interfaces to products of these kinds are their makers' own when the product is proprietary (add-ins, drawing formats). */
const OWN_INTERFACE = new Set(["dms-eakte", "gis", "construction-cad"]);

/** Programs that are delivered to the desk, whatever their category says. */
const DELIVERED_TO_DESK = new Set(["citrix-vad", "horizon", "rds"]);

/** The edge from one service to another, its kind read from what the other one is built on. */
export function dependency(from: DemoService, to: DemoService, product: ProductFacts | undefined): DemoDependency {
  const category = product?.category ?? to.category;
  // What the other service is for decides: a desktop system that runs servers is a place to run on, not a client.
  const kind =
    product !== undefined && DELIVERED_TO_DESK.has(product.id)
      ? "client"
      : (KIND_OF_CATEGORY[to.category] ?? KIND_OF_CATEGORY[category] ?? "interface");
  const closed = product?.sourceModel === "proprietary" || product?.sourceModel === "source-available";
  // A specialist application that drives the office client or needs the desktop cannot follow when that is replaced.
  const proprietary = closed && (kind === "client" || (kind === "interface" && OWN_INTERFACE.has(category)));
  return {
    fromKey: from.key,
    toKey: to.key,
    kind,
    strength: VITAL.has(kind) ? "stops" : "degrades",
    proprietary,
  };
}

/** Edges without those from a service to itself and without a second one of the same kind between the same two. */
export function distinctDependencies(edges: readonly DemoDependency[]): DemoDependency[] {
  const seen = new Map<string, DemoDependency>();
  for (const edge of edges) {
    const key = `${edge.fromKey} ${edge.toKey} ${edge.kind}`;
    if (edge.fromKey !== edge.toKey && !seen.has(key)) seen.set(key, edge);
  }
  return [...seen.values()];
}

/** Number of proprietary couplings onto each service, by key; services without one are absent. */
export function proprietaryCouplings(edges: readonly DemoDependency[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const edge of edges) if (edge.proprietary) counts.set(edge.toKey, (counts.get(edge.toKey) ?? 0) + 1);
  return counts;
}
