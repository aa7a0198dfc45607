import type { FactRef } from "../facts";
import { topController } from "../exposure";
import type { ExposureWorld } from "../exposure";
import { answer, open } from "./derived";
import type { Derivation, DerivationContext } from "./derived";

/** In these models the city buys a running service: Munich's footnote 3 then asks for the provider, not for the maker. */
const CLOUD_SERVICE = new Set(["vendor-saas", "hyperscaler"]);

/**
 * Munich `head`: is the parent of the maker (of the provider, for a cloud service) seated in the EU?
 * Answers only when the chain of control is known to its top and not with low confidence.
 */
export function deriveHead({ facts, world }: DerivationContext): Derivation {
  const cloud = facts.operatingModel !== null && CLOUD_SERVICE.has(facts.operatingModel);
  const inRole = (role: "maker" | "operator") => facts.roles.filter((each) => each.role === role);
  const productMaker = facts.ownDevelopment ? null : (facts.products[0]?.makerId ?? null);
  const holders = cloud
    ? inRole("operator").map((each) => each.organisationId)
    : productMaker !== null
      ? [productMaker]
      : inRole("maker").map((each) => each.organisationId);
  if (holders.length === 0) return open(cloud ? "derive.head.noOperator" : "derive.head.noMaker");

  const seats = [...new Set(holders)].map((id) => seatOf(world, id));
  const outside = seats.find((seat) => seat.eu === "no");
  const used = seats.flatMap((seat) => seat.facts);
  if (outside !== undefined) return answer("no", "derive.head.outside", used, outside.params);
  const unsettled = seats.find((seat) => seat.eu === "unknown");
  if (unsettled !== undefined) return open(unsettled.key, unsettled.params);
  return answer("yes", "derive.head.eu", used, seats[0]?.params);
}

interface Seat {
  readonly eu: "yes" | "no" | "unknown";
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  readonly facts: readonly FactRef[];
}

function seatOf(world: ExposureWorld, id: string | null): Seat {
  const organisation = id === null ? undefined : world.organisations.get(id);
  if (id === null || organisation === undefined) {
    return { eu: "unknown", key: "derive.head.organisationUnknown", params: {}, facts: [] };
  }
  const top = topController(world, id);
  const parent = top.id === null ? undefined : world.organisations.get(top.id);
  const params = { organisation: organisation.name, parent: top.name, country: top.country ?? "?" };
  const unknown = (key: string): Seat => ({ eu: "unknown", key, params, facts: [] });
  // A chain is as sure as its weakest link, and a low-confidence row is no proof either way.
  const chain = [organisation.provenance, ...top.path.map((link) => link.provenance)];
  if (chain.some((each) => each.confidence === "low")) return unknown("derive.head.lowConfidence");
  if (!top.known || parent === undefined) return unknown("derive.head.parentUnknown");
  if (top.country === null) return unknown("derive.head.seatUnknown");
  const eu = world.jurisdictions.get(top.country)?.eu;
  if (eu === undefined) return unknown("derive.head.countryUnlisted");
  const ref = (subject: string, name: string, field: string, value: string, provenance: FactRef["provenance"]) =>
    ({ subject: `organisation:${subject}`, subjectName: name, field, value, provenance }) satisfies FactRef;
  const facts = [
    ...top.path.map((link, index) => {
      const owned = top.path[index - 1];
      const ownedId = owned?.toId ?? organisation.id;
      return ref(ownedId, owned?.toName ?? organisation.name, "owner", link.toName, link.provenance);
    }),
    ref(parent.id, parent.name, "country", top.country, parent.provenance),
  ];
  return { eu: eu ? "yes" : "no", key: "", params, facts };
}
