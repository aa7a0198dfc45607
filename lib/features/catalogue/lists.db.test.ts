import { beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { rescore } from "../score/mutations";
import { findJurisdiction, findOrganisation, findOwnOrganisation, findProduct } from "./data-details";
import { listJurisdictions, listOrganisations, listProducts } from "./data-lists";
import { correctFact } from "./mutations-corrections";
import { correctFactInput, organisationQuery, productQuery } from "./schema";

const test = freshDatabase();
let one: Awaited<ReturnType<typeof testCity>>;
let two: typeof one;
const read = () => testGrant(one.actors.viewer, "catalogue.read");
const organisations = (query: Record<string, string>) =>
  listOrganisations(test.database, read(), organisationQuery.parse(query));
const products = (query: Record<string, string>) => listProducts(test.database, read(), productQuery.parse(query));

beforeAll(async () => {
  one = await testCity(test.database, "eins");
  two = await testCity(test.database, "zwei");
  const cityId = one.city.id;
  const service = (
    name: string,
    lifecycle: string,
    productIds: string[],
    roles: { role: string; organisationId: string }[],
  ) =>
    test.database.service.create({
      data: {
        cityId,
        name,
        naturalKey: name.toLowerCase(),
        lifecycle,
        products: { create: productIds.map((productId, position) => ({ cityId, productId, position })) },
        roles: { create: roles.map((role) => ({ cityId, ...role })) },
      },
    });
  await service(
    "E-Mail",
    "active",
    ["exchange-server"],
    [
      { role: "operator", organisationId: "dataport" },
      { role: "maker", organisationId: "microsoft" },
    ],
  );
  await service("Dateien", "active", ["nextcloud", "exchange-server"], []);
  await service("Alt", "retired", ["exchange-server"], [{ role: "operator", organisationId: "dataport" }]);
  await test.database.organisation.create({
    data: {
      id: "own-x",
      cityId: two.city.id,
      name: "Nur in Zwei",
      ownershipKnown: "unknown",
      confidence: "high",
      evidence: "city",
    },
  });
  await test.database.$transaction((tx) => rescore(tx, cityId, "all"));
});

describe("lists", () => {
  it("count each service once, for makers through the product too, and no retired one", async () => {
    const { items } = await organisations({ used: "yes" });
    expect(Object.fromEntries(items.map((item) => [item.id, item.services]))).toMatchObject({
      microsoft: 2,
      dataport: 1,
      nextcloud: 1,
    });
    expect(items.map((item) => item.services)).toEqual([...items.map((item) => item.services)].sort((a, b) => b - a));
    expect((await products({ used: "yes" })).items.map((item) => [item.id, item.services])).toEqual([
      ["exchange-server", 2],
      ["nextcloud", 1],
    ]);
  });

  it("find by part, alias, umlaut, slip of the pen and maker", async () => {
    const found = async (q: string) => (await organisations({ q })).items.map((item) => item.id);
    expect(await found("crosoft")).toContain("microsoft");
    expect(await found("Micorsoft")).toContain("microsoft");
    expect(await found("Microsoft Ireland Operations")).toContain("microsoft");
    expect(await found("100%_\\")).toEqual([]);
    expect((await products({ q: "nextcloud" })).items.map((item) => item.id)).toContain("nextcloud");
    expect(
      (await products({ q: "dataport" })).items.every(
        (item) => item.maker?.id === "dataport" || /dataport/i.test(item.name),
      ),
    ).toBe(true);
  });

  it("filter, page, and bring nonsense in the address back to the list", async () => {
    const us = await organisations({ country: "US", nexus: "hq" });
    expect(us.items.length).toBeGreaterThan(10);
    expect(us.items.every((item) => item.country === "US" && item.usNexus === "hq")).toBe(true);
    const all = await organisations({});
    expect(all.items).toHaveLength(50);
    const last = await organisations({ page: "9999" });
    expect([last.page, last.total]).toEqual([Math.ceil(all.total / 50), all.total]);
    expect((await organisations({ page: "x", kind: "gibtesnicht", sort: "'; DROP", confidence: "" })).total).toBe(
      all.total,
    );
    expect((await organisations({ q: "Nur in Zwei" })).items.map((item) => item.id)).not.toContain("own-x");
  });

  it("say unknown where the owner is unknown, and never J0 with a missing link", async () => {
    const { items } = await listOrganisations(test.database, read(), organisationQuery.parse({}), 0);
    expect(items.filter((item) => item.standing.class === "J0" && item.standing.atLeast)).toEqual([]);
    expect(items.find((item) => item.id === "microsoft")?.standing).toMatchObject({
      class: "J4",
      top: { id: "microsoft", known: true },
    });
    expect(items.find((item) => item.id === "hsh")?.standing).toMatchObject({ class: null, top: { known: false } });
  });

  it("list countries with their laws and seats", async () => {
    const items = await listJurisdictions(test.database, read());
    expect(items).toHaveLength(61);
    expect(items.find((item) => item.row.code === "US")).toMatchObject({ listed: true, used: 1 });
    expect(items.find((item) => item.row.code === "DE")).toMatchObject({ listed: false });
    expect(await findJurisdiction(test.database, read(), "US")).toMatchObject({
      listed: true,
      used: [{ id: "microsoft", services: 2 }],
    });
    expect(await findJurisdiction(test.database, read(), "XX")).toBeNull();
  });
});

describe("details", () => {
  it("show roles, chain and what the city corrected", async () => {
    const grant = testGrant(one.actors.strategist, "catalogue.correct");
    const who = { userId: one.actors.strategist.userId, name: "x" };
    const input = { field: "makerId", subjectId: "nextcloud", value: "dataport", reason: "Test" };
    expect(await correctFact(test.database, grant, who, correctFactInput.parse(input))).toMatchObject({ ok: true });
    const dataport = await findOrganisation(test.database, read(), "dataport", 1);
    expect(dataport?.services).toMatchObject({
      total: 2,
      items: [
        { name: "Dateien", roles: ["product-maker"] },
        { name: "E-Mail", roles: ["operator"] },
      ],
    });
    expect(dataport?.products.map((product) => product.id)).toContain("nextcloud");
    expect(dataport?.total).toBe(2);
    expect(dataport?.above.map((holding) => holding.organisation.id)).toEqual(["dataport"]);
    const hub = await findProduct(test.database, read(), "nextcloud", 7);
    expect(hub).toMatchObject({ maker: { id: "dataport" }, statedMaker: "Nextcloud", services: { total: 1, page: 1 } });
    expect(hub?.corrections).toMatchObject([
      { field: "makerId", valueName: "Dataport", by: `strategist eins`, endedAt: null },
    ]);
    expect((await findOrganisation(test.database, read(), "github", 1))?.above[0]?.owner?.id).toBe("microsoft");
  });

  it("keep cities apart", async () => {
    expect(await findOrganisation(test.database, read(), "own-x", 1)).toBeNull();
    expect(
      await findOwnOrganisation(test.database, testGrant(one.actors.strategist, "catalogue.correct"), "own-x"),
    ).toBeNull();
    const foreign = testGrant(two.actors.viewer, "catalogue.read");
    expect(await findOrganisation(test.database, foreign, "dataport", 1)).toMatchObject({
      services: { total: 0, items: [] },
      corrections: [],
    });
    expect(await findProduct(test.database, foreign, "nextcloud", 1)).toMatchObject({
      maker: { id: "nextcloud" },
      corrections: [],
    });
  });
});
