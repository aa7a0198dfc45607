import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { DATA_ACCESS, OPERATING_MODELS, ORGANISATION_ROLES, PROTECTION_NEEDS } from "@/lib/domain/facts";
import { CONTROL_HOLDERS } from "@/lib/domain/service/types";
import { auditActor } from "@/lib/server/access";
import { verifyChain } from "@/lib/server/audit";
import { freshDatabase, testCity, testGrant } from "@/lib/server/testing/database";
import { syncCatalogue } from "../catalogue/mutations";
import { loadPortfolio } from "../portfolio/data";
import { loadCityWorld, loadScoringInputs } from "../score/data";
import { portfolioRow } from "../score/mutations";
import { loadHistory, loadStored } from "./data";
import { createService, restoreService, retireService, updateService } from "./mutations";
import { createServiceInput, updateServiceInput } from "./schema";

const test = freshDatabase();
type City = Awaited<ReturnType<typeof testCity>>;
let one: City;
let two: City;

beforeAll(async () => {
  await syncCatalogue(test.database, path.join(process.cwd(), "catalogue"));
  one = await testCity(test.database, "eins");
  two = await testCity(test.database, "zwei");
});

const input = (values: Readonly<Record<string, unknown>>) => createServiceInput.parse(values);
const actor = (city: City, role: "administrator" | "service-owner" = "administrator") => auditActor(city.actors[role]);
const can = (city: City, role: "administrator" | "service-owner" = "administrator") => ({
  create: testGrant(city.actors[role], "service.create"),
  update: testGrant(city.actors[role], "service.update"),
  retire: testGrant(city.actors[role], "service.retire"),
});

async function create(city: City, values: Readonly<Record<string, unknown>>): Promise<string> {
  const made = await createService(test.database, can(city).create, actor(city), input(values));
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.id;
}

const update = (
  city: City,
  id: string,
  values: Readonly<Record<string, unknown>>,
  role: "administrator" | "service-owner" = "administrator",
) => updateService(test.database, can(city, role).update, actor(city, role), id, updateServiceInput.parse(values));

const stored = async (city: City, id: string) => {
  const found = await loadStored(test.database, can(city).update, id);
  if (!found) throw new Error("not stored");
  return found;
};

describe("a new service", () => {
  it("keeps what was stated, finds products and organisations as people write them, and is scored", async () => {
    const id = await create(one, {
      name: "E-Mail und Kalender",
      departmentId: one.department.id,
      operatingModel: "own-data-centre",
      confidentiality: "high",
      dataLocation: "Deutschland",
      costPerYear: "388.000,50",
      contractEnd: "31.05.2027",
      noticeMonths: "3",
      users: "4120",
      products: [{ name: "microsoft exchange server" }, { name: "" }],
      roles: [
        { role: "operator", name: "Dataport AöR", dataAccess: "readable", location: "EU" },
        { role: "support", name: "" },
        { role: "", name: "", dataAccess: "unknown", location: "" },
      ],
    });
    const { values } = await stored(one, id);
    expect(values).toMatchObject({
      dataLocation: "DE",
      costPerYear: 388000.5,
      contractEnd: "2027-05-31",
      noticeMonths: 3,
      users: 4120,
      lifecycle: "active",
      roles: [
        { role: "operator", id: "dataport", dataAccess: "readable", location: "EU" },
        { role: "support", id: null, name: null, dataAccess: "unknown" },
      ],
    });
    expect(values.products).toHaveLength(1);
    const [row] = (await loadPortfolio(test.database, can(one).update)).filter((each) => each.serviceId === id);
    expect(row).toMatchObject({ protectionNeed: "high", noticeBy: "2027-02-28", costPerYear: 388000.5 });
    const search = await test.database.service.findUniqueOrThrow({ where: { id } });
    expect(search.searchText).toContain("dataport");
    expect(search.naturalKey).not.toBe("");
  });

  it("asks before an unknown name becomes the city's own, and offers what is like it", async () => {
    const refused = await createService(
      test.database,
      can(one).create,
      actor(one),
      input({
        name: "Neu",
        products: [{ name: "Nextclowd" }],
        roles: [{ role: "operator", name: "Quxfirma Nordwest" }, { name: "Dataport" }],
      }),
    );
    expect(refused).toMatchObject({
      ok: false,
      code: "invalid",
      fields: [
        {
          path: "products.0.name",
          code: "no-such-product-similar",
          params: { similar: expect.stringContaining("Nextcloud") as string },
        },
        { path: "roles.0.name", code: "no-such-organisation" },
        { path: "roles.1.role", code: "required" },
      ],
    });
    expect(await test.database.service.count({ where: { name: "Neu" } })).toBe(0);
    const id = await create(one, {
      name: "Neu",
      products: [{ name: "Quxprodukt", asNew: "on" }],
      roles: [
        { role: "operator", name: "Quxfirma Nordwest", asNew: "on" },
        { role: "host", name: "Quxfirma Nordwest GmbH", asNew: "on" },
      ],
    });
    const { values } = await stored(one, id);
    expect(values.products[0]?.name).toBe("Quxprodukt");
    expect(new Set(values.roles.map((role) => role.id)).size).toBe(1);
    // Known to this city only.
    const foreign = await createService(
      test.database,
      can(two).create,
      actor(two),
      input({ name: "Neu", roles: [{ role: "operator", name: "Quxfirma Nordwest" }] }),
    );
    expect(foreign).toMatchObject({ ok: false, fields: [{ path: "roles.0.name" }] });
    const byId = await createService(
      test.database,
      can(two).create,
      actor(two),
      input({ name: "Neu", roles: [{ role: "operator", id: values.roles[0]?.id }] }),
    );
    expect(byId).toMatchObject({ ok: false, fields: [{ path: "roles.0.name", code: "unknown-reference" }] });
  });

  it("refuses another city's department, an end before the start and a place that is none", async () => {
    const foreign = await createService(
      test.database,
      can(one).create,
      actor(one),
      input({ name: "X", departmentId: two.department.id }),
    );
    expect(foreign).toMatchObject({ ok: false, fields: [{ path: "departmentId", code: "unknown-reference" }] });
    const parsed = createServiceInput.safeParse({ name: "X", contractStart: "2027-01-01", contractEnd: "2026-01-01" });
    expect(parsed.error?.issues[0]?.path).toEqual(["contractEnd"]);
    expect(createServiceInput.safeParse({ name: "X", dataLocation: "irgendwo" }).success).toBe(false);
    for (const name of ["", " ", "a".repeat(301), "a\u0000b"])
      expect(createServiceInput.safeParse({ name }).success).toBe(false);
    expect(createServiceInput.safeParse({ name: "X", whatever: "1" }).success).toBe(false);
  });
});

describe("a change", () => {
  it("is logged before and after with its reason, and keeps what it does not touch", async () => {
    const id = await create(one, {
      name: "Kasse",
      departmentId: one.department.id,
      roles: [{ role: "operator", name: "Dataport" }],
    });
    await test.database.serviceRole.updateMany({
      where: { serviceId: id },
      data: { source: "Vertrag 7", asOf: "2023-04" },
    });
    const changed = await update(one, id, {
      name: "Kasse",
      departmentId: one.other.id,
      version: 1,
      users: "12",
      reason: "Zahlen vom Juni",
      roles: [{ id: "dataport", name: "Dataport", role: "operator" }],
    });
    expect(changed).toEqual({ ok: true, value: { id, version: 2 } });
    expect(await test.database.serviceRole.findMany({ where: { serviceId: id } })).toMatchObject([
      { source: "Vertrag 7", asOf: "2023-04" },
    ]);
    const { events, total } = await loadHistory(test.database, can(one).update, id, 1, true);
    expect(total).toBe(2);
    expect(events[0]).toMatchObject({
      action: "service.update",
      reason: "Zahlen vom Juni",
      actorName: one.actors.administrator.name,
      before: { users: null, department: { name: "IT" } },
      after: { users: 12, department: { name: "Bauordnung" } },
    });
    expect(Object.keys(events[0]?.after ?? {}).sort()).toEqual(["department", "users"]);
    expect((await verifyChain(test.database, one.city.id)).brokenAt).toBeNull();
  });

  it("that changes nothing leaves version and log alone", async () => {
    const id = await create(one, { name: "Ruhe" });
    expect(await update(one, id, { name: "Ruhe", version: 1 })).toEqual({ ok: true, value: { id, version: 1 } });
    expect((await loadHistory(test.database, can(one).update, id, 1, true)).total).toBe(1);
  });

  it("keeps the rows in the order of the form", async () => {
    const roles = Array.from({ length: 24 }, (_, i) => ({
      role: ORGANISATION_ROLES[i % 6],
      name: "",
      location: i % 2 ? "DE" : "FR",
      dataAccess: DATA_ACCESS[i % 4],
    }));
    const id = await create(one, { name: "Viele", roles });
    expect((await stored(one, id)).values.roles.map(({ role, location }) => [role, location])).toEqual(
      roles.map(({ role, location }) => [role, location]),
    );
  });

  it("is refused with what is stored now when somebody else was faster", async () => {
    const id = await create(one, { name: "Wettlauf" });
    const both = await Promise.all(
      ["Anna", "Ben"].map((responsible) => update(one, id, { name: "Wettlauf", responsible, version: 1 })),
    );
    const [won] = both.filter((result) => result.ok);
    const [lost] = both.filter((result) => !result.ok);
    expect(won).toBeDefined();
    const now = await stored(one, id);
    expect(lost).toMatchObject({
      code: "conflict",
      current: { name: "Wettlauf", responsible: now.values.responsible, version: 2 },
    });
    expect(await update(one, id, { name: "Wettlauf", responsible: "Cem", version: 2 })).toMatchObject({ ok: true });
  });

  it("of another city's service is not found", async () => {
    const id = await create(one, { name: "Unser" });
    expect(await update(two, id, { name: "Gekapert", version: 1 })).toMatchObject({ ok: false, code: "not-found" });
    expect(
      await retireService(test.database, can(two).retire, actor(two), id, { version: 1, reason: "x" }),
    ).toMatchObject({ code: "not-found" });
    expect((await stored(one, id)).values.name).toBe("Unser");
  });

  it("reaches a service owner's departments only, the old one and the new one", async () => {
    const own = await create(one, { name: "Eigener", departmentId: one.department.id });
    const foreign = await create(one, { name: "Fremder", departmentId: one.other.id });
    const nobody = await create(one, { name: "Niemandes" });
    const as = (id: string, departmentId: string | null) =>
      update(one, id, { name: "Neu benannt", departmentId, version: 1 }, "service-owner");
    expect(await as(foreign, one.other.id)).toMatchObject({ code: "forbidden" });
    expect(await as(foreign, one.department.id)).toMatchObject({ code: "forbidden" });
    expect(await as(nobody, one.department.id)).toMatchObject({ code: "forbidden" });
    expect(await as(own, one.other.id)).toMatchObject({ code: "forbidden" });
    expect(await as(own, null)).toMatchObject({ code: "forbidden" });
    expect(await as(own, one.department.id)).toMatchObject({ ok: true });
    const owner = can(one, "service-owner");
    expect(
      await createService(
        test.database,
        owner.create,
        actor(one, "service-owner"),
        input({ name: "X", departmentId: one.other.id }),
      ),
    ).toMatchObject({ code: "forbidden" });
    expect(
      await retireService(test.database, owner.retire, actor(one, "service-owner"), foreign, {
        version: 1,
        reason: "x",
      }),
    ).toMatchObject({ code: "forbidden" });
  });

  it("by auditor, viewer or approver gets no grant at all", () => {
    for (const role of ["auditor", "viewer", "approver"] as const) {
      for (const permission of ["service.create", "service.update", "service.retire"] as const) {
        expect(() => testGrant(one.actors[role], permission)).toThrow();
      }
    }
  });
});

describe("retiring", () => {
  it("takes a service out and brings it back, each with its entry", async () => {
    const id = await create(one, { name: "Altverfahren" });
    expect(
      await retireService(test.database, can(one).retire, actor(one), id, { version: 1, reason: "abgelöst" }),
    ).toMatchObject({ ok: true });
    expect(await stored(one, id)).toMatchObject({ version: 2, values: { lifecycle: "retired" } });
    expect((await stored(one, id)).retiredAt).not.toBeNull();
    expect(
      await retireService(test.database, can(one).retire, actor(one), id, { version: 2, reason: "nochmal" }),
    ).toMatchObject({ code: "not-possible" });
    // Editing does not bring it back by the way.
    expect(await update(one, id, { name: "Altverfahren", lifecycle: "active", users: "3", version: 2 })).toMatchObject({
      ok: true,
    });
    expect((await stored(one, id)).values.lifecycle).toBe("retired");
    expect(
      await restoreService(test.database, can(one).retire, actor(one), id, { version: 1, reason: null }),
    ).toMatchObject({ code: "conflict" });
    expect(
      await restoreService(test.database, can(one).retire, actor(one), id, { version: 3, reason: null }),
    ).toMatchObject({ ok: true });
    expect(await stored(one, id)).toMatchObject({ retiredAt: null, values: { lifecycle: "active" } });
    const { events } = await loadHistory(test.database, can(one).update, id, 1, false);
    expect(events.map((event) => event.action)).toEqual([
      "service.restore",
      "service.update",
      "service.retire",
      "service.create",
    ]);
    expect(events[2]).toMatchObject({
      reason: "abgelöst",
      before: { lifecycle: "active" },
      after: { lifecycle: "retired" },
      actorName: null,
    });
  });
});

describe("stored scores", () => {
  it("equal a fresh computation after any edits", async () => {
    const id = await create(two, { name: "Zufall" });
    const products = (
      await test.database.product.findMany({ where: { cityId: null }, select: { id: true }, take: 60 })
    ).map((row) => row.id);
    const organisations = (
      await test.database.organisation.findMany({ where: { cityId: null }, select: { id: true }, take: 60 })
    ).map((row) => row.id);
    const maybe = <T>(values: readonly T[]) => fc.constantFrom<T | null>(null, ...values);
    const edit = fc.record({
      operatingModel: maybe(OPERATING_MODELS),
      ownDevelopment: fc.boolean(),
      codePublished: maybe(["yes", "no", "unknown"] as const),
      confidentiality: maybe(PROTECTION_NEEDS),
      availability: maybe(PROTECTION_NEEDS),
      controlOperation: maybe(CONTROL_HOLDERS),
      controlKeys: maybe(CONTROL_HOLDERS),
      securityUpdates: maybe(["yes", "no", "unknown"] as const),
      exitClause: maybe(["yes", "no", "unknown"] as const),
      noticeMonths: maybe([0, 3, 12]),
      contractEnd: maybe(["2027-02-28", "2030-12-31"]),
      products: fc.array(fc.record({ id: fc.constantFrom(...products) }), { maxLength: 3 }),
      roles: fc.array(
        fc.record({
          role: fc.constantFrom(...ORGANISATION_ROLES),
          id: fc.constantFrom(null, ...organisations),
          dataAccess: fc.constantFrom(...DATA_ACCESS),
        }),
        { maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(edit, async (values) => {
        const { version } = await stored(two, id);
        const saved = await update(two, id, { name: "Zufall", version, ...values });
        expect(saved).toMatchObject({ ok: true });
        const world = await loadCityWorld(test.database, two.city.id);
        const [fresh] = await loadScoringInputs(test.database, two.city.id, world.products, [id]);
        const today = new Date().toISOString().slice(0, 10);
        const [row] = (await loadPortfolio(test.database, can(two).update)).filter((each) => each.serviceId === id);
        expect(fresh && row).toEqual(fresh && portfolioRow(world, fresh, today));
      }),
      { numRuns: 25 },
    );
  });
});
