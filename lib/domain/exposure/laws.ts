import type { AccessLaw, ExposureWorld, Jurisdiction } from "./types";

/**
 * What the law of a seat means: `listed` an extraterritorial access law from outside the EU/EEA binds who sits there;
 * `clear` it does not; `open` nobody can say (seat unknown, law not researched or its reach unclear). `open` never yields J0.
 */
export type LawStatus = "listed" | "clear" | "open";

const LISTED_REACH: readonly AccessLaw["reachesDataAbroad"][] = ["yes", "conditional"];

/**
 * True when the jurisdiction lies outside EU and EEA and has a law that reaches data held abroad, always (`yes`) or under
 * conditions (`conditional`: whoever can be ordered under conditions can be ordered). `no` does not count, and `unclear`
 * is not counted as found either: it leaves the chain open instead. Laws of EU and EEA states are subject to the
 * Union's own safeguards and are not listed, whatever their reach.
 */
export function isListed(jurisdiction: Jurisdiction): boolean {
  return (
    !jurisdiction.eu &&
    !jurisdiction.eea &&
    jurisdiction.laws.some((law) => LISTED_REACH.includes(law.reachesDataAbroad))
  );
}

/** Status of a seat. Outside EU and EEA an empty list of laws means "not researched", which is `open`. */
export function lawStatus(world: ExposureWorld, country: string | null): LawStatus {
  const jurisdiction = country === null ? undefined : world.jurisdictions.get(country);
  if (jurisdiction === undefined) return "open";
  if (jurisdiction.eu || jurisdiction.eea) return "clear";
  if (isListed(jurisdiction)) return "listed";
  const reaches = jurisdiction.laws.map((law) => law.reachesDataAbroad);
  return reaches.length === 0 || reaches.includes("unclear") ? "open" : "clear";
}

/**
 * The one law a path names: for the US the CLOUD Act when it is among the listed ones, otherwise a law that always
 * reaches abroad before one that does so conditionally, in the order of the catalogue. null when the country is not listed.
 */
export function decidingLaw(world: ExposureWorld, country: string | null): AccessLaw | null {
  const jurisdiction = country === null ? undefined : world.jurisdictions.get(country);
  if (jurisdiction === undefined || !isListed(jurisdiction)) return null;
  const counted = jurisdiction.laws.filter((law) => LISTED_REACH.includes(law.reachesDataAbroad));
  const cloudAct = jurisdiction.code === "US" ? counted.find((law) => /cloud act/i.test(law.name)) : undefined;
  return cloudAct ?? counted.find((law) => law.reachesDataAbroad === "yes") ?? counted[0] ?? null;
}
