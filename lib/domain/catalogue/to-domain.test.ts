import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Organisation } from "../exposure/types";
import { nameKey, withoutParentheses } from "./names";
import type { CountryRow, OrganisationRow, ProductRow } from "./rows";
import { toJurisdictions, toOrganisations, toProducts } from "./to-domain";

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../catalogue/${name}`, import.meta.url)), "utf8")) as T;

const { organisations: rows } = read<{ organisations: OrganisationRow[] }>("organisations.json");
const mapped = toOrganisations(rows);
const byId = new Map(mapped.organisations.map((organisation) => [organisation.id, organisation]));
const get = (id: string): Organisation => {
  const organisation = byId.get(id);
  if (organisation === undefined) throw new Error(`no organisation ${id}`);
  return organisation;
};
const owners = (id: string) =>
  get(id)
    .ownerships.filter((edge) => edge.control)
    .map((edge) => edge.ownerId);
/** All organisations that control `id`, nearest first. */
const chain = (id: string): string[] => {
  const seen: string[] = [];
  let next = owners(id);
  while (next[0] !== undefined && next[0] !== null && !seen.includes(next[0])) {
    seen.push(next[0]);
    next = owners(next[0]);
  }
  return seen;
};

const row = (change: Partial<OrganisationRow>): OrganisationRow => ({
  id: "x",
  name: "X",
  legal_entity: "X GmbH",
  hq_country: "DE",
  ultimate_parent: { name: "X", country: "DE", self: true },
  ownership: "founder-or-family",
  us_nexus: "none-known",
  as_of: "2026-01",
  confidence: "medium",
  evidence: "read",
  source: "https://example.org/",
  ...change,
});
const one = (change: Partial<OrganisationRow>) => toOrganisations([row(change)]).organisations[0];

describe("toOrganisations, on the catalogue", () => {
  test("follows named parents to rows of the catalogue", () => {
    expect(get("microsoft")).toMatchObject({ country: "US", ownershipKnown: "none", ownerships: [] });
    expect(chain("github")).toEqual(["microsoft"]);
    expect(chain("hornetsecurity")).toEqual(["proofpoint", "parent:thoma-bravo"]);
    expect(get("parent:thoma-bravo").country).toBe("US");
    expect(chain("genua")).toEqual(["bundesdruckerei", "parent:federal-republic-of-germany"]);
    expect(chain("redhat")).toEqual(["ibm"]);
    expect(chain("delos")).toEqual(["sap"]);
  });

  test("adds owners without a row, once per owner, with country and public sector", () => {
    expect(chain("axians-infoma")).toEqual(["parent:vinci"]);
    expect(get("parent:vinci").country).toBe("FR");
    expect(owners("ceyoniq")).toEqual(owners("optimal-systems"));
    expect(owners("rib")).toEqual(owners("planon"));
    expect(get(owners("prosoz")[0] ?? "").publicSector).toBe(true);
    // A seat in Australia, a parent in the US: the holding of the same name is another organisation.
    expect(owners("atlassian").map((id) => get(id ?? "").country)).toEqual(["US"]);
  });

  test("keeps the unspecific owners of different bodies apart", () => {
    expect(owners("kdo")).not.toEqual(owners("krzn"));
  });

  test("leaves makers of specialist applications whose owner nobody found unknown", () => {
    for (const id of ["telecomputer", "kommunix", "gekos", "naviga", "cc-egov"]) {
      expect(get(id)).toMatchObject({ country: "DE", ownershipKnown: "unknown", ownerships: [] });
    }
    // An announced take-over is no ownership.
    expect(get("aleph-alpha")).toMatchObject({ ownershipKnown: "unknown", ownerships: [] });
  });

  test("counts exactly the catalogue's unknown owners", () => {
    const nameless = rows.filter((item) => item.ultimate_parent.name === null);
    const unsure = rows.filter(
      (item) =>
        item.ultimate_parent.self === true &&
        (item.confidence === "low" || item.us_nexus === "unknown" || item.ownership === "private-equity"),
    );
    const announced = rows.filter((item) => /announced/.test(item.ultimate_parent.name ?? ""));
    const unknown = rows.filter((item) => get(item.id).ownershipKnown === "unknown");
    expect(nameless).toHaveLength(59);
    expect(unknown.map((item) => item.id).sort()).toEqual(
      [...nameless, ...unsure, ...announced].map((i) => i.id).sort(),
    );
  });

  test("never lets an organisation own itself, and points only at organisations that exist", () => {
    for (const organisation of mapped.organisations) {
      for (const edge of organisation.ownerships) {
        expect(edge.ownerId).not.toBe(organisation.id);
        expect(byId.has(edge.ownerId ?? ""), `${organisation.id} → ${edge.ownerId}`).toBe(true);
      }
    }
    expect(byId.size).toBe(mapped.organisations.length);
  });

  test("reaches every US parent the catalogue names", () => {
    for (const item of rows.filter((r) => r.us_nexus === "parent")) {
      expect(
        chain(item.id).map((id) => get(id).country),
        item.id,
      ).toContain("US");
    }
  });

  test("keeps an unknown seat unknown and a US company an affiliate", () => {
    expect(get("postgresql").country).toBeNull();
    expect(get("parent:mitel")).toMatchObject({ country: null, ownershipKnown: "unknown" });
    expect(get("sap").affiliates.map((affiliate) => affiliate.country)).toEqual(["US"]);
    expect(get("nextcloud").affiliates).toEqual([]);
  });

  test("keeps single holders beside the controlling parent", () => {
    const microsoft = get("openai").ownerships.find((edge) => edge.ownerId === "microsoft");
    expect(microsoft).toMatchObject({ share: 27, control: false });
    expect(owners("openai")).toEqual(["parent:openai-foundation"]);
  });

  test("offers contracting companies and former names as aliases, none for two organisations", () => {
    expect(mapped.aliases.get("microsoft")).toContain("Microsoft Ireland Operations Limited");
    expect(mapped.aliases.get("cryptshare-ag")).toContain("Cryptshare AG");
    expect(mapped.aliases.get("google")).toContain("Google Cloud EMEA Limited");
    const keys = [...mapped.aliases].flatMap(([id, names]) => [...new Set(names.map(nameKey))].map((key) => [key, id]));
    expect(new Set(keys.map(([key]) => key)).size).toBe(keys.length);
  });
});

describe("toOrganisations, rule by rule", () => {
  test("a low confidence is no proof of having no owner", () => {
    expect(one({})?.ownershipKnown).toBe("none");
    expect(one({ confidence: "low" })?.ownershipKnown).toBe("unknown");
    expect(one({ us_nexus: "unknown" })?.ownershipKnown).toBe("unknown");
    expect(one({ ownership: "unknown" })?.ownershipKnown).toBe("unknown");
  });

  test("the owner above an unsure row is unknown itself", () => {
    const parent = { name: "Holding", country: "GB", self: false };
    const at = (change: Partial<OrganisationRow>) =>
      toOrganisations([row({ ultimate_parent: parent, ...change })]).organisations[1];
    expect(at({})).toMatchObject({ id: "parent:holding", country: "GB", ownershipKnown: "none" });
    expect(at({ us_nexus: "unknown" })?.ownershipKnown).toBe("unknown");
    expect(at({ confidence: "low" })?.ownershipKnown).toBe("unknown");
    expect(at({ ultimate_parent: { ...parent, country: null } })?.ownershipKnown).toBe("unknown");
  });

  test("control without a known share", () => {
    const parent = { name: "Holding SE", country: "GB", self: false };
    expect(one({ ultimate_parent: parent })?.ownerships).toMatchObject([
      { ownerId: "parent:holding", control: true, share: null },
    ]);
  });
});

describe("names", () => {
  test.each([
    ["Proofpoint, Inc. (Thoma Bravo)", "proofpoint"],
    ["KYOCERA Corporation", "kyocera"],
    ["Schneider Electric SE (majority)", "schneider electric"],
    ["Elastic N.V.", "elastic"],
    ["T-Systems (Open Telekom Cloud)", "t systems"],
    ["SE", "se"],
  ])("%s meets under %s", (name, key) => expect(nameKey(name)).toBe(key));

  test("parentheses go, words stay", () => {
    expect(withoutParentheses("City of Leipzig (90 %) and KISA (10 %)")).toBe("City of Leipzig and KISA");
  });
});

describe("products and jurisdictions", () => {
  const { products } = read<{ products: ProductRow[] }>("products.json");
  const { countries } = read<{ countries: CountryRow[] }>("jurisdictions.json");

  test("products keep licence and maker, and name their alternatives", () => {
    const facts = toProducts(products);
    expect(facts).toHaveLength(products.length);
    expect(facts.find((item) => item.id === "exchange-server")).toMatchObject({
      makerId: "microsoft",
      sourceModel: "proprietary",
      osiApproved: false,
      alternatives: ["OX App Suite", "grommunio", "SOGo", "openDesk (suite)"],
    });
    expect(facts.find((item) => item.id === "tevis")?.makerId).toBeNull();
  });

  test("jurisdictions keep each law with its own provenance", () => {
    const us = toJurisdictions(countries).find((item) => item.code === "US");
    expect(us?.eu).toBe(false);
    const cloudAct = us?.laws.find((law) => law.name.startsWith("CLOUD Act"));
    expect(cloudAct).toMatchObject({ year: 2018, reachesDataAbroad: "yes", provenance: { evidence: "read" } });
  });
});
