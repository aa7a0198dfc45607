import type { Confidence, DataAccess, OrganisationRole, Provenance } from "../facts";
import type { AccessLaw, ExposureWorld, Jurisdiction, Organisation, Ownership, RoleInput } from "./types";

/** Small builders for tests of this room. */
export function provenance(confidence: Confidence = "high"): Provenance {
  return { source: "https://example.org", asOf: "2026-08", confidence, evidence: "read" };
}

export function law(name: string, year: number, reachesDataAbroad: AccessLaw["reachesDataAbroad"]): AccessLaw {
  return { name, year, reachesDataAbroad, provenance: provenance() };
}

const country = (code: string, eu: boolean, eea: boolean, ...laws: AccessLaw[]): Jurisdiction => ({
  code,
  eu,
  eea,
  laws,
});

export const JURISDICTIONS: readonly Jurisdiction[] = [
  country("DE", true, true, law("E-Evidence", 2023, "yes")),
  country("NO", false, true),
  country("CH", false, false, law("BÜPF", 2016, "no")),
  country(
    "US",
    false,
    false,
    law("FISA 702", 2008, "yes"),
    law("CLOUD Act / Stored Communications Act, 18 U.S.C.", 2018, "yes"),
  ),
  country("CA", false, false, law("Criminal Code s. 487.014", 2004, "conditional")),
  country("IL", false, false, law("General Security Service Law", 2002, "unclear")),
  country("AE", false, false),
];

export function owner(
  ownerId: string | null,
  share: number | null,
  control = false,
  confidence: Confidence = "high",
): Ownership {
  return { ownerId, share, control, provenance: provenance(confidence) };
}

export function organisation(
  id: string,
  seat: string | null,
  ownerships: readonly Ownership[] = [],
  more: Partial<Organisation> = {},
): Organisation {
  return {
    id,
    name: id,
    country: seat,
    publicSector: false,
    ownershipKnown: ownerships.length > 0 ? "listed" : "none",
    ownerships,
    affiliates: [],
    provenance: provenance(),
    ...more,
  };
}

export function world(organisations: readonly Organisation[], jurisdictions = JURISDICTIONS): ExposureWorld {
  return {
    organisations: new Map(organisations.map((each) => [each.id, each])),
    jurisdictions: new Map(jurisdictions.map((each) => [each.code, each])),
  };
}

export function role(
  name: OrganisationRole,
  organisationId: string | null,
  dataAccess: DataAccess,
  confidence: Confidence = "high",
): RoleInput {
  return { role: name, organisationId, dataAccess, provenance: provenance(confidence) };
}
