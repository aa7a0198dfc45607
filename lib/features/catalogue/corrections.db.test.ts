import { describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { loadPortfolio } from "../portfolio/data";
import { loadCityWorld } from "../score/data";
import { rescore } from "../score/mutations";
import { correctFact, endCorrection } from "./mutations-corrections";
import { createOrganisation, createProduct, updateOrganisation, updateProduct } from "./mutations-own";
import { correctFactInput, createOrganisationInput, createProductInput, type CorrectFactInput } from "./schema";

const test = freshDatabase();

async function city(slug: string) {
  const made = await testCity(test.database, slug);
  const cityId = made.city.id;
  await test.database.service.create({
    data: {
      cityId,
      name: "E-Mail",
      naturalKey: "e-mail",
      products: { create: [{ cityId, productId: "exchange-server" }] },
      roles: { create: [{ cityId, role: "operator", organisationId: "dataport", dataAccess: "readable" }] },
    },
  });
  await test.database.$transaction((tx) => rescore(tx, cityId, "all"));
  const who = { userId: made.actors.strategist.userId, name: "Jana Brandt" };
  return { ...made, cityId, who, grant: testGrant(made.actors.strategist, "catalogue.correct") };
}

const owner = (value: Partial<CorrectFactInput> = {}): CorrectFactInput =>
  correctFactInput.parse({
    field: "owner",
    subjectId: "dataport",
    knowledge: "listed",
    owner: "Microsoft Corporation",
    share: "60,5",
    reason: "Handelsregister",
    source: "https://example.org/",
    ...value,
  });
const exposure = async (cityId: string) => (await loadPortfolio(test.database, { cityId }))[0]?.exposure;

describe("correctFact", () => {
  it("holds for this city only, moves its scores, ends the one before and can be taken back", async () => {
    const one = await city("eins");
    const two = await city("zwei");
    expect(await exposure(one.cityId)).toBe("J1");
    const first = await correctFact(test.database, one.grant, one.who, owner());
    if (!first.ok) throw new Error(JSON.stringify(first));
    expect(await exposure(one.cityId)).toBe("J3");
    expect(await exposure(two.cityId)).toBe("J1");
    const world = await loadCityWorld(test.database, one.cityId);
    expect(world.world.organisations.get("dataport")?.ownerships).toMatchObject([
      { ownerId: "microsoft", share: 60.5, control: true },
    ]);

    // Opened before the first one was saved.
    expect(await correctFact(test.database, one.grant, one.who, owner({ reason: "zu spät" }))).toMatchObject({
      code: "conflict",
      current: { reason: "Handelsregister" },
    });
    const second = await correctFact(
      test.database,
      one.grant,
      one.who,
      owner({ knowledge: "none", owner: null, share: null, replaces: first.value.correctionId } as never),
    );
    if (!second.ok) throw new Error(JSON.stringify(second));
    expect(await exposure(one.cityId)).toBe("J1");
    expect(await test.database.correction.count({ where: { cityId: one.cityId, endedAt: null } })).toBe(1);

    expect(
      await endCorrection(test.database, one.grant, one.who, second.value.correctionId, { reason: "Irrtum" }),
    ).toMatchObject({ ok: true });
    expect(
      await endCorrection(test.database, one.grant, one.who, second.value.correctionId, { reason: "noch einmal" }),
    ).toMatchObject({ code: "conflict" });
    expect(await test.database.correction.count({ where: { cityId: one.cityId, endedAt: null } })).toBe(0);
    const log = await test.database.auditEvent.findMany({ where: { cityId: one.cityId }, orderBy: { id: "asc" } });
    expect(log.map((row) => [row.action, row.reason])).toEqual([
      ["catalogue.correct", "Handelsregister"],
      ["catalogue.correct", "Handelsregister"],
      ["catalogue.correction-end", "Irrtum"],
    ]);
    expect(log[0]).toMatchObject({
      before: { owner: [{ ownerId: expect.stringMatching(/^parent:/), control: true }] },
      after: { owner: { ownerId: "microsoft", share: 60.5 } },
    });
    expect(await verifyChain(test.database, one.cityId)).toMatchObject({ brokenAt: null });
  });

  it("changes a product's licence and maker, and refuses what it cannot understand", async () => {
    const one = await city("drei");
    const correct = (input: unknown) => correctFact(test.database, one.grant, one.who, correctFactInput.parse(input));
    const base = { subjectId: "exchange-server", reason: "Vertrag" };
    expect(await correct({ ...base, field: "licence", value: "AGPL-3.0-only" })).toMatchObject({ ok: true });
    expect(await correct({ ...base, field: "sourceModel", value: "open-source" })).toMatchObject({ ok: true });
    expect((await loadPortfolio(test.database, { cityId: one.cityId }))[0]?.licence).toBe("open");
    expect(await correct({ ...base, field: "makerId", value: "Nextcloud GmbH" })).toMatchObject({ ok: true });
    expect((await loadCityWorld(test.database, one.cityId)).products.get("exchange-server")?.makerId).toBe("nextcloud");
    expect(await correct({ ...base, field: "makerId", value: "Niemand Bekanntes AG" })).toMatchObject({
      fields: [{ path: "value", code: "unknown-reference" }],
    });
    expect(await correct({ ...base, field: "licence", value: "MIT", subjectId: "gibt-es-nicht" })).toMatchObject({
      code: "not-found",
    });
    expect(await correct({ field: "owner", subjectId: "dataport", knowledge: "listed", reason: "x" })).toMatchObject({
      fields: [{ path: "owner", code: "required" }],
    });
    expect(
      await correct({ field: "owner", subjectId: "dataport", knowledge: "listed", owner: "dataport", reason: "x" }),
    ).toMatchObject({ fields: [{ path: "owner", code: "invalid" }] });
    expect(correctFactInput.safeParse({ ...base, field: "licence", value: "frei (so ungefähr)" }).success).toBe(false);
    expect(correctFactInput.safeParse({ ...base, field: "licence", value: "MIT", reason: " " }).success).toBe(false);
    expect(
      correctFactInput.safeParse({ field: "owner", subjectId: "x", knowledge: "listed", share: "100,1", reason: "x" })
        .success,
    ).toBe(false);
  });

  it("refuses other roles, and another city's correction is not found", async () => {
    const one = await city("vier");
    const two = await city("fuenf");
    for (const role of ["service-owner", "approver", "auditor", "viewer"] as const) {
      expect(() => testGrant(one.actors[role], "catalogue.correct")).toThrow();
    }
    const made = await correctFact(test.database, one.grant, one.who, owner());
    if (!made.ok) throw new Error("must work");
    expect(
      await endCorrection(test.database, two.grant, two.who, made.value.correctionId, { reason: "x" }),
    ).toMatchObject({ code: "not-found" });
    expect(await test.database.correction.count({ where: { id: made.value.correctionId, endedAt: null } })).toBe(1);
  });
});

describe("a city's own rows", () => {
  it("are created, matched by name, changed under a version, and unknown to other cities", async () => {
    const one = await city("sechs");
    const two = await city("sieben");
    const input = createOrganisationInput.parse({
      name: "Hansewerk Kommunal IT GmbH",
      country: "de",
      knowledge: "listed",
      owner: "Dataport",
      share: "100",
    });
    const made = await createOrganisation(test.database, one.grant, one.who, input);
    if (!made.ok) throw new Error(JSON.stringify(made));
    const { id } = made.value;
    expect(await test.database.organisation.findUnique({ where: { id }, include: { ownerships: true } })).toMatchObject(
      {
        cityId: one.cityId,
        country: "DE",
        evidence: "city",
        ownershipKnown: "listed",
        ownerships: [{ ownerId: "dataport", share: 100, control: true }],
      },
    );
    expect(await createOrganisation(test.database, one.grant, one.who, input)).toMatchObject({
      fields: [{ path: "name", code: "taken" }],
    });
    expect(await createOrganisation(test.database, one.grant, one.who, { ...input, name: "Microsoft" })).toMatchObject({
      fields: [{ path: "name", code: "taken" }],
    });

    const product = await createProduct(
      test.database,
      one.grant,
      one.who,
      createProductInput.parse({
        name: "Hansewerk Fachportal",
        maker: "Hansewerk Kommunal IT",
        licence: "EUPL-1.2",
        sourceModel: "open-source",
      }),
    );
    if (!product.ok) throw new Error(JSON.stringify(product));
    expect(await test.database.product.findUnique({ where: { id: product.value.id } })).toMatchObject({
      makerId: id,
      cityId: one.cityId,
    });

    const changed = { ...input, knowledge: "unknown" as const, owner: null, share: null, version: 1 };
    expect(await updateOrganisation(test.database, two.grant, two.who, id, changed)).toMatchObject({
      code: "not-found",
    });
    expect(await updateOrganisation(test.database, one.grant, one.who, "dataport", changed)).toMatchObject({
      code: "not-found",
    });
    expect(await updateOrganisation(test.database, one.grant, one.who, id, changed)).toMatchObject({ ok: true });
    expect(await updateOrganisation(test.database, one.grant, one.who, id, changed)).toMatchObject({
      code: "conflict",
    });
    expect(await test.database.ownership.count({ where: { organisationId: id } })).toBe(0);
    expect(
      await updateProduct(test.database, two.grant, two.who, product.value.id, {
        ...createProductInput.parse({ name: "x" }),
        version: 1,
      }),
    ).toMatchObject({ code: "not-found" });
    expect(
      await updateProduct(test.database, one.grant, one.who, product.value.id, {
        ...createProductInput.parse({ name: "Hansewerk Fachportal" }),
        version: 1,
      }),
    ).toMatchObject({ ok: true });
    // The city edits its own row; a correction is for the catalogue's.
    expect(
      await correctFact(
        test.database,
        one.grant,
        one.who,
        correctFactInput.parse({ field: "country", value: "FR", subjectId: id, reason: "x" }),
      ),
    ).toMatchObject({ code: "not-possible" });
    expect(
      await correctFact(
        test.database,
        two.grant,
        two.who,
        correctFactInput.parse({ field: "country", value: "FR", subjectId: id, reason: "x" }),
      ),
    ).toMatchObject({ code: "not-found" });
  });
});
