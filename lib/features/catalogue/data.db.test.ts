import { describe, expect, it } from "vitest";
import { freshDatabase, testCity } from "@/lib/server/testing/database";
import { loadMatcher } from "./data";

const test = freshDatabase();

describe("loadMatcher", () => {
  it("knows the catalogue's names, their aliases and the city's own rows, not another city's", async () => {
    const one = await testCity(test.database, "eins");
    const two = await testCity(test.database, "zwei");
    await test.database.organisation.create({
      data: {
        id: "own-stadtwerke",
        cityId: one.city.id,
        name: "Stadtwerke Eins Netz GmbH",
        ownershipKnown: "unknown",
        confidence: "high",
        evidence: "city",
      },
    });
    const matcher = await loadMatcher(test.database, one.city.id);
    expect(matcher.acceptOrganisation("Microsoft Oy")).toBe("microsoft");
    expect(matcher.acceptOrganisation("MICROSOFT IRELAND OPERATIONS LIMITED")).toBe("microsoft");
    expect(matcher.acceptProduct("exchange server")).toBe("exchange-server");
    expect(matcher.acceptOrganisation("Stadtwerke Eins Netz")).toBe("own-stadtwerke");
    expect(matcher.acceptOrganisation("Irgendeine Firma GmbH")).toBeNull();
    // A suggestion for a person, not a silent match.
    expect(matcher.matchOrganisation("Oracle Consulting Nord")[0]?.id).toBe("oracle");
    expect(matcher.acceptOrganisation("Oracle Consulting Nord")).toBeNull();
    expect((await loadMatcher(test.database, two.city.id)).acceptOrganisation("Stadtwerke Eins Netz")).toBeNull();
  });

  it("offers no row that was withdrawn", async () => {
    const { city } = await testCity(test.database, "drei");
    await test.database.organisation.update({ where: { id: "dataport" }, data: { withdrawnAt: new Date() } });
    expect((await loadMatcher(test.database, city.id)).acceptOrganisation("Dataport")).toBeNull();
  });
});
